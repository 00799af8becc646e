"""The quick entry and the matrix go together: one takes the other's cell, that shows what was written."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.changes import Area, Changes
from ui.pages.coverage.matrix_pane import CoverageMatrixPane
from ui.pages.coverage.quick_entry import QuickEntry
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster import lexicon

_LISTS = frozenset({Area.ROSTER, Area.SETTINGS})
"""Areas that the lists of the quick entry come from."""


class Following(QObject):
    """``go_to`` shows a cell, where the page has the matrix in front."""

    def __init__(
        self, quick: QuickEntry, matrix: CoverageMatrixPane, go_to: Callable[[Cell], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._quick, self._matrix, self._go_to = quick, matrix, go_to
        quick.logged.connect(self._show)

    def hear(self, changes: Changes) -> None:
        """Let the quick entry read its lists again when they change."""
        changes.changed.connect(self._reread)

    def begin(self) -> None:
        """Make the quick entry ready, once."""
        if not self._quick.ready:
            self._quick.reload()
            self.follow()

    def follow(self) -> None:
        """Let the quick entry take outlet and day from the current cell."""
        cell, line = self._matrix.cell(), self._matrix.line()
        if cell is not None and line is not None:
            self._quick.follow(line.outlet.name, cell.day)

    def _show(self, new: NewItem) -> None:
        """Show the cell that the quick entry has written to, where its day is to be seen."""
        found = lexicon.load().outlet(new.outlet)
        if found is not None and not (self._matrix.isHidden() or self._matrix.shows_year()):
            self._go_to(Cell(found.id, new.day))

    def _reread(self, areas: frozenset[Area]) -> None:
        if areas & _LISTS:
            self._quick.reload()
