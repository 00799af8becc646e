"""The right side of the page: nothing chosen, one material, or the editor."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.pages.approvals.detail_pane import MaterialPane
from ui.pages.approvals.editor import MaterialEditor
from ui.theme.icons import Glyph
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import ScrollColumn
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialRow


class MaterialSide(QStackedWidget):
    """Shows one of the three; while a text is being written nothing else takes its place."""

    saved = Signal(object)  # MaterialRow
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actor = desk.actor
        self.detail = MaterialPane(desk)
        self.editor = MaterialEditor(desk)
        self._nothing = EmptyState(
            Glyph.SIGNATURE,
            self.tr("No material is chosen"),
            self.tr("Choose one in the list, or draft one."),
        )
        self._scroll = ScrollColumn((self.detail,))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self._nothing, self._scroll, self.editor):
            self.addWidget(part)
        self.editor.saved.connect(self._after_save)
        self.editor.left.connect(self._after_leaving)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    @override
    def minimumSizeHint(self) -> QSize:
        """The one in front alone: the editor behind would make the page wider than a small screen."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    @property
    def writing(self) -> bool:
        """Whether a text is being written."""
        return self.currentWidget() is self.editor

    def show_row(self, row: MaterialRow | None) -> None:
        """Show a material as it is now, or that none is chosen; not while a text is being written."""
        if self.writing:
            return
        if row is None:
            self.detail.show_nothing()
            self.setCurrentWidget(self._nothing)
            return
        if self.detail.seen is None or self.detail.seen.row.id != row.id:
            self.detail.forget_opinion()
        self.detail.show_material(approvals.detail(self._actor, row.id))
        self.setCurrentWidget(self._scroll)

    def draft(self) -> None:
        """Begin a new material."""
        self.setCurrentWidget(self.editor)
        self.editor.start_new()

    def edit(self) -> None:
        """Begin to change the material shown."""
        if self.detail.seen is not None:
            self.setCurrentWidget(self.editor)
            self.editor.start_edit(self.detail.seen)

    def _after_save(self, row: MaterialRow) -> None:
        self.setCurrentWidget(self._nothing)
        self.saved.emit(row)

    def _after_leaving(self) -> None:
        self.setCurrentWidget(self._nothing)
        self.left.emit()
