"""Signed material marked for the next bulletin."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from ui.changes import Area
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.undo import Act
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services.approvals import MaterialRow
from xcdesk.services.issuing import candidates


class MaterialMarking(QObject):
    """The verb that makes the material shown a candidate, with its text as it was signed."""

    def __init__(
        self, page: Page, row: Callable[[], MaterialRow], chosen: Callable[[], DeskError | None]
    ) -> None:
        super().__init__(page)
        self._page, self._row, self._chosen = page, row, chosen

    def verb(self) -> Verb:
        """The verb, under More."""
        name = self.tr("Mark for the bulletin")
        return Verb("material_mark", name, Glyph.NEWS, self._mark, "Ctrl+B", self._signed, Weight.RARE)

    def _signed(self) -> DeskError | None:
        refused = self._chosen()
        if refused is not None:
            return refused
        row = self._row()
        return None if row.state in candidates.SIGNED else candidates.NotSignedError(title=row.title)

    def _mark(self) -> None:
        self._page.attempt(lambda: self._marked(self._row()))

    def _marked(self, row: MaterialRow) -> None:
        desk = self._page.desk
        made = candidates.mark_material(desk.actor, row.id)
        kept: dict[str, Any] = {}

        def undo() -> None:
            kept.update(candidates.unmark(desk.actor, made))
            desk.changes.tell(Area.BULLETINS)

        def redo() -> None:
            candidates.mark_again(desk.actor, kept)
            desk.changes.tell(Area.BULLETINS)

        words = self.tr("Mark “{title}” for the bulletin").format(title=row.title)
        desk.undo.push(Act(words, undo, redo))
        desk.changes.tell(Area.BULLETINS)
        self._page.said.emit(words)
