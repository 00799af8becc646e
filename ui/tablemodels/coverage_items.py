"""The coverage log as a table: true to size, any row at once, however long the log."""

import datetime as dt
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from ui.tablemodels.coverage_columns import COLUMNS, MARK, PLACEMENTS, TITLE, Column, state_of_mark
from ui.tablemodels.row_pages import PAGE, RowPages, difference
from ui.tasks import Task, TaskRunner
from ui.theme.tokens import State
from ui.widgets.labels import tip
from ui.widgets.state_cell import FIGURES, STATE_ROLE
from xcdesk.progress import Operation
from xcdesk.services.counts.counting import ItemCount
from xcdesk.services.counts.item_filter import EVERYTHING, ItemFilter
from xcdesk.services.log import arrangement, coverage_log
from xcdesk.services.log.arrangement import Order
from xcdesk.services.log.coverage_log import ItemRow

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""Role under which a row gives its `ItemRow`; None while it is not known yet."""

_FEW = 4

# Qt compares roles as ints millions of times while it paints; members of the enum cost twice as much.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
# A delegate asks for so many roles at once; these two are the alignment and the text.
_PAINTED_ROLES, _PAINTED_ALIGN, _PAINTED_TEXT = 7, 1, 5
_ROLES = frozenset({STATE_ROLE, _TIP, ROW_ROLE})


@dataclass(frozen=True, slots=True)
class Arranged:
    """What a worker has found out: for which question, the ids in order, and what they count."""

    turn: int
    ids: "array[int]"
    total: ItemCount


class CoverageItemsModel(QAbstractTableModel):
    """Knows the order of all rows and holds those that are looked at.

    A short list is put in order at once. A long one shows the end that an index gives, or what it showed
    before, while a worker puts all of it in order; rows in between are blank until then.
    """

    counted = Signal(object)  # ItemCount
    reading = Signal(bool)  # a worker is putting rows in order
    failed = Signal(object)  # an exception

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._pages: RowPages[ItemRow] = RowPages(coverage_log.rows, lambda row: row.id, _texts)
        self._task: Task | None = None
        self._turn = 0
        self._ends_of = 0
        self.columns: tuple[Column, ...] = COLUMNS
        self.chosen = EVERYTHING
        self.order = Order()

    def show_items(self, chosen: ItemFilter) -> None:
        """Show the rows of a filter; those of the same filter are read again and keep their places."""
        again, self.chosen = chosen == self.chosen and self._turn > 0, chosen
        self._read(again=again)

    def reload(self) -> None:
        """Read again what is shown."""
        self._read(again=True)

    def row(self, at: int) -> ItemRow | None:
        """The row shown at ``at``; None while it is not known yet."""
        return self._pages.row(at)

    def rows(self, places: Sequence[int]) -> list[ItemRow]:
        """The rows at some places, as they are shown."""
        return self._pages.rows(places)

    def ids(self, first: int, last: int) -> "array[int] | None":
        """Ids of the rows from ``first`` to ``last``; None while their order is not known yet."""
        known = self._pages.ids
        return None if known is None else known[first : last + 1]

    def find(self, item_id: int) -> int | None:
        """Where an item is shown, None if it is not, or its place is not known yet."""
        return self._pages.place(item_id)

    def places(self, item_ids: Sequence[int]) -> list[int]:
        """Where some items are shown, in no particular order; those that are not are left out."""
        known = self._pages.ids
        if known is None or len(item_ids) <= _FEW:
            return [at for at in map(self.find, item_ids) if at is not None]
        wanted = set(item_ids)  # one walk through a long list, not one for each
        return [at for at, item in enumerate(known) if item in wanted]

    def find_day(self, day: dt.date) -> int | None:
        """Where the rows of a day begin, or those after it; None in other orders than by day."""
        return arrangement.place_of_day(self.chosen, self.order, day)

    def is_reading(self) -> bool:
        """Whether a worker is putting rows in order."""
        return self._task is not None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.order = Order(self.columns[column].key, descending=order == Qt.SortOrder.DescendingOrder)
        self._read(again=False)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._pages.count

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            at = index.row()
            texts = self._pages.texts.get(at) or self._pages.texts_at(at)
            return texts and texts[index.column()]
        if role == _ALIGN:
            return FIGURES if self.columns[index.column()].figures else None
        if role not in _ROLES:
            return None
        row, at = self.row(index.row()), index.column()
        if row is None or role == ROW_ROLE:
            return row
        if role == STATE_ROLE:
            return _state(row, at)
        return tip(row.title) if at == TITLE else None

    @override
    def multiData(self, index: Index, roleDataSpan: Any) -> None:
        """Give a cell that is painted its text; asked role by role, a page takes half as long again."""
        text = roleDataSpan[_PAINTED_TEXT] if roleDataSpan.size() == _PAINTED_ROLES else None
        if text is None or text.role() != _DISPLAY:
            super().multiData(index, roleDataSpan)
            return
        at = index.row()
        texts = self._pages.texts.get(at) or self._pages.texts_at(at)
        column = index.column()
        text.setData(texts and texts[column])
        align = roleDataSpan[_PAINTED_ALIGN]  # as the cell painted before has left it
        if self.columns[column].figures:
            align.setData(FIGURES)
        else:
            align.clearData()

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _ALIGN and self.columns[section].figures:
            return FIGURES
        return self.columns[section].heading if role == _DISPLAY else None

    def _read(self, *, again: bool) -> None:
        self._turn += 1
        self._stop()
        if arrangement.is_small(self.chosen, self.order):
            self._take(Arranged(self._turn, *_arranged(self.chosen, self.order, Operation())))
            return
        if again:
            self._look_again()
        else:
            self._show_ends()
        self._start()

    def _look_again(self) -> None:
        """Rows that are looked at are read again now; their order follows."""
        self._pages.forget()
        self._tell_changed()

    def _show_ends(self) -> None:
        """Show the ends of the list at once where an index gives them; else what is shown stays for now."""
        first = arrangement.edge(self.chosen, self.order, PAGE)
        total = arrangement.count(self.chosen)
        if first is None or total is None:
            return
        last = arrangement.edge(self.chosen, self.order, 2 * PAGE, last=True)
        self.beginResetModel()
        self._pages.show_ends(total.placements, first, last or array("i"))
        self._ends_of = self._turn
        self.endResetModel()
        self.counted.emit(total)

    def _start(self) -> None:
        turn, chosen, order = self._turn, self.chosen, self.order
        task = self._runner.create(lambda operation: Arranged(turn, *_arranged(chosen, order, operation)))
        task.succeeded.connect(self._arrived)
        task.failed.connect(self._broke)
        self._task = task
        self._runner.start(task)
        self.reading.emit(True)

    def _stop(self) -> None:
        """Nobody waits any more for what a worker is putting in order."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.reading.emit(False)

    def _arrived(self, found: Arranged) -> None:
        if found.turn == self._turn:
            self._task = None
            self._take(found)
            self.reading.emit(False)

    def _broke(self, error: BaseException) -> None:
        if self.sender() is self._task:
            self._task = None
            self.reading.emit(False)
            self.failed.emit(error)

    def _take(self, found: Arranged) -> None:
        """Show a list: what is the same as before stays where it is, chosen rows stay chosen."""
        old = self._pages.ids
        if self._ends_of == found.turn and self._pages.count == len(found.ids):
            self._pages.show_all(found.ids)  # what lies between the ends that are shown
            self._tell_changed()
        elif old is None or not self._move(old, found.ids):
            self.beginResetModel()
            self._pages.show_all(found.ids)
            self.endResetModel()
        self.counted.emit(found.total)

    def _move(self, old: "array[int]", new: "array[int]") -> bool:
        """Go from one list to another where rows have only come or only gone in one place."""
        change = difference(old, new)
        if change.gone and change.come:
            return False
        start, parent = change.start, QModelIndex()
        if change.come:
            self.beginInsertRows(parent, start, start + change.come - 1)
            self._pages.show_all(new)
            self.endInsertRows()
        elif change.gone:
            self.beginRemoveRows(parent, start, start + change.gone - 1)
            self._pages.show_all(new)
            self.endRemoveRows()
        else:
            self._pages.show_all(new)
        self._tell_changed()
        return True

    def _tell_changed(self) -> None:
        if self._pages.count:
            last = self.index(self._pages.count - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _state(row: ItemRow, column: int) -> State | None:
    if column == MARK:
        return state_of_mark(row)
    return State.TWIN if column == PLACEMENTS and row.group_size > 1 else None


def _texts(row: ItemRow) -> tuple[str, ...]:
    return tuple(column.text(row) for column in COLUMNS)


def _arranged(chosen: ItemFilter, order: Order, operation: Operation) -> tuple["array[int]", ItemCount]:
    ids = arrangement.arrange(chosen, order, operation)
    return ids, coverage_log.count(chosen)
