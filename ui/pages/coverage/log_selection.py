"""Which reports of the log are chosen, and where the person was, kept while other rows come."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject

from ui.tablemodels.coverage_items import CoverageItemsModel
from ui.widgets.log_table import LogTable
from xcdesk.services.log import coverage_log
from xcdesk.services.log.coverage_log import ItemRow

MOST_JOINED = 2_000
"""More reports than these are not joined, or parted, in one act."""

_HELD = MOST_JOINED
"""So many chosen reports are read, and chosen again when other rows have come."""


class LogSelection(QObject):
    """The chosen rows of ``table``; a chosen million is one stretch and is never read row by row.

    ``same_rows`` is what the pane says before it reads again: whether the rows that come are those of before,
    so that the view stays where it was.
    """

    def __init__(self, table: LogTable, model: CoverageItemsModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._kept: list[int] = []
        self._top: int | None = None
        self._first = False
        self.same_rows = False
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)

    def rows(self) -> list[ItemRow]:
        """The chosen reports, in the order shown; of very many only the first."""
        return self._model.rows(self._places())

    def rows_of(self, ids: Sequence[int]) -> Sequence[ItemRow]:
        """Reports by their ids, read now."""
        return [row for at in range(0, len(ids), _HELD) for row in coverage_log.rows(ids[at : at + _HELD])]

    def ids(self) -> "array[int]":
        """Ids of all chosen reports, in the order shown; none while that order is not known yet."""
        found: array[int] = array("i")
        for top, bottom in self._ranges():
            found.extend(self._model.ids(top, bottom) or ())
        return found

    def count(self) -> int:
        """How many reports are chosen."""
        return sum(bottom - top + 1 for top, bottom in self._ranges())

    def all_of_many(self) -> bool:
        """Whether every row is chosen, and there are several."""
        return 1 < self._model.rowCount() == self.count()

    def choose(self, ids: Sequence[int]) -> bool:
        """Choose reports; False where none of them is shown."""
        flags = QItemSelectionModel.SelectionFlag
        places = self._model.places(ids)
        if not places:
            return False
        wanted = QItemSelection()
        for at in places:
            wanted.select(self._model.index(at, 0), self._model.index(at, 0))
        selection = self._table.selectionModel()
        selection.select(wanted, flags.Select | flags.Rows)
        current = self._model.index(places[-1], self._column())
        selection.setCurrentIndex(current, flags.NoUpdate)
        self._table.scrollTo(current)
        return True

    def want_first(self) -> None:
        """Choose the first report that is listed, now or once the list has come, if none is chosen then."""
        self._first = True
        self.choose_first()

    def choose_first(self) -> bool:
        """Choose the first row where that is wanted and there is one; False where it was not done."""
        if not self._first or self.count() or not self._model.rowCount():
            return False
        self._first = False
        self._table.setCurrentIndex(self._model.index(0, self._column()))
        return True

    def _column(self) -> int:
        """The current column; the first where there is none."""
        return max(0, self._table.currentIndex().column())

    def _places(self) -> list[int]:
        """Places of the chosen rows, top down, no more than are held."""
        places: list[int] = []
        for top, bottom in self._ranges():
            places += range(top, min(bottom, top + _HELD - len(places) - 1) + 1)
        return places

    def _ranges(self) -> list[tuple[int, int]]:
        """First and last row of each stretch that is chosen."""
        chosen = self._table.selectionModel().selection()
        return sorted((chosen.at(each).top(), chosen.at(each).bottom()) for each in range(chosen.count()))

    def _keep(self) -> None:
        """Before other rows come: which are chosen, and which stands at the top."""
        self._kept = list(self.ids()[:_HELD])
        top = self._table.rowAt(0)
        row = self._model.row(top) if top >= 0 else None
        self._top = row.id if row is not None else None

    def _restore(self) -> None:
        """Choose the same rows again, else go where the person was; other rows show their beginning."""
        if (self._kept and self.choose(self._kept)) or self.choose_first():
            return
        top = self._model.find(self._top) if self.same_rows and self._top is not None else None
        if top is None:
            self._table.scrollToTop()
        else:
            self._table.scrollTo(self._model.index(top, 0), LogTable.ScrollHint.PositionAtTop)
