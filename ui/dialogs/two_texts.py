"""Two texts side by side, line beside line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.changes_view import ChangesView
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.window_size import usual_size
from xcdesk.services import approvals

_SIZE = (1040, 620)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the texts: what stands over it, its title, and its lines as they are read."""

    head: str
    title: str
    lines: tuple[str, ...]


class TwoTexts(QDialog):
    """Shows what one text has and the other has not; ``ways`` close it and do what they say."""

    help_topic = "editor#keep"

    def __init__(
        self,
        heading: str,
        older: Side,
        newer: Side,
        ways: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        found = approvals.compare(*([side.title, *side.lines] for side in (older, newer)))
        self.view = ChangesView()
        self.view.setAccessibleName(heading)
        self.view.show_pairs(approvals.pairs(found), (older.head, newer.head))
        changed = sum(line.changed for line in found)
        count = label(self.tr("{count} line(s) differ").format(count=changed), Role.CAPTION, "muted")
        close = button(self.tr("Close"), None, Kind.NORMAL, self.reject)
        for way in ways:
            way.clicked.connect(self.accept)
        column = down(
            across(label(heading, Role.TITLE), count, None),
            self.view,
            across(None, close, *ways),
            margins=Space.L,
            gap=Space.M,
        )
        column.setStretch(1, 1)
        self.setLayout(column)
        usual_size(self, *_SIZE)
