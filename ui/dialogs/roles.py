"""What each role may do, and why: the one table of permissions as a grid."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from ui.messages import text
from ui.theme.tokens import Role as Type
from ui.theme.tokens import Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.scroll import ScrollColumn
from ui.widgets.window_size import usual_size
from xcdesk.codes import Role
from xcdesk.services.record.permissions import Permission, may


class RolesDialog(QDialog):
    """A row for each permission, a column for each role; under the permission the reason."""

    help_topic = "accounts#roles"

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who may do what"))
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(Space.L)
        self.grid.setVerticalSpacing(Space.M)
        self.grid.setColumnStretch(0, 1)
        for at, role in enumerate(Role, 1):
            self.grid.addWidget(
                label(text(f"role.{role.value}"), bold=True), 0, at, Qt.AlignmentFlag.AlignHCenter
            )
        rows = [*Permission]
        for at, permission in enumerate(rows, 1):
            self._add(at, permission.value)
            for place, role in enumerate(Role, 1):
                self._mark(at, place, allowed=may(role, permission))
        self._add(len(rows) + 1, "sign")
        by_step = label(self.tr("as each review step says"), Type.CAPTION, "muted")
        self.grid.addWidget(by_step, len(rows) + 1, 1, 1, len(Role), Qt.AlignmentFlag.AlignHCenter)
        close = button(self.tr("Close"), None, Kind.PRIMARY, self.reject)
        close.setDefault(True)
        column = down(label(self.windowTitle(), Type.TITLE), margins=Space.L, gap=Space.M)
        column.addWidget(ScrollColumn((self.grid, None)), 1)
        column.addLayout(across(None, close))
        self.setLayout(column)
        usual_size(self, 900, 640)
        close.setFocus()

    def _add(self, at: int, permission: str) -> None:
        words = down(
            label(text(f"permission.{permission}"), wrap=True),
            label(text(f"permission.{permission}.why"), Type.CAPTION, "muted", wrap=True),
            gap=2,
        )
        self.grid.addLayout(words, at, 0)

    def _mark(self, at: int, column: int, *, allowed: bool) -> None:
        mark = label("✓" if allowed else "–", tone="ok" if allowed else "muted", bold=allowed)
        mark.setAccessibleName(self.tr("yes") if allowed else self.tr("no"))
        self.grid.addWidget(mark, at, column, Qt.AlignmentFlag.AlignHCenter)
