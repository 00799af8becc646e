"""Reports marked for the next bulletin, from the log or from a cell of the matrix."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from ui import format as shown
from ui.changes import Area
from ui.pages.coverage.log_pane import CoverageLogPane
from ui.pages.coverage.matrix_pane import CoverageMatrixPane
from ui.pages.page import Page
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.undo import Act
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.issuing import candidates
from xcdesk.services.issuing.pieces import Piece
from xcdesk.services.log import coverage_log
from xcdesk.services.log.coverage_log import ItemRow


class CoverageMarking(QObject):
    """The chosen reports, or those of the current cell while one works in the matrix, become candidates."""

    def __init__(self, page: Page, matrix: CoverageMatrixPane, log: CoverageLogPane) -> None:
        super().__init__(page)
        self._page, self._matrix, self._log = page, matrix, log

    def verbs(self) -> Sequence[Verb]:
        """The verb, under More."""
        mark = self.tr("Mark for the bulletin")
        return (Verb("mark", mark, Glyph.NEWS, self._mark, "Ctrl+B", self._markable, Weight.RARE),)

    def _mark(self) -> None:
        rows = self._rows()
        self._page.attempt(lambda: self._marked(rows))

    def _marked(self, rows: Sequence[ItemRow]) -> None:
        desk = self._page.desk
        made = list(candidates.mark_reports(desk.actor, [row.id for row in rows]))
        words = self.tr("Mark {count} for the bulletin").format(count=shown.count(len(made), "reports"))
        kept: list[dict[str, Any]] = []

        def undo() -> None:
            kept[:] = [candidates.unmark(desk.actor, Piece(one.id, one.version, one.kind)) for one in made]
            desk.changes.tell(Area.BULLETINS)

        def redo() -> None:
            made[:] = [candidates.mark_again(desk.actor, one) for one in kept]
            desk.changes.tell(Area.BULLETINS)

        desk.undo.push(Act(words, undo, redo))
        desk.changes.tell(Area.BULLETINS)
        self._page.said.emit(words)

    def _markable(self) -> DeskError | None:
        if self._in_matrix():
            content = self._matrix.content()
            there = content is not None and content.count > 0
        else:
            there = self._log.chosen_count() > 0
        return None if there else NothingChosenError(what=self.tr("a report"))

    def _in_matrix(self) -> bool:
        return self._matrix.view.hasFocus() and self._matrix.cell() is not None

    def _rows(self) -> Sequence[ItemRow]:
        """Reports with a title; of a cell, those that are not candidates yet."""
        cell = self._matrix.cell()
        if not self._in_matrix() or cell is None:
            return self._log.rows()
        of_cell = ItemFilter(since=cell.day, until=cell.day, outlet_ids=(cell.outlet_id,))
        rows = [row for row in coverage_log.page(of_cell).rows if row.title]
        there = candidates.marked_reports([row.id for row in rows])
        return [row for row in rows if row.id not in there] or rows
