"""A long list that is read page by page as it is scrolled, each behind the last row of the one before."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject
from typing_extensions import override

from ui.tablemodels.records import Column, Index, RecordsModel

R = TypeVar("R")


class RecordPages(RecordsModel[R]):
    """``more`` reads the rows behind one; an answer shorter than a ``page`` is the end of the list."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        page: int,
        more: Callable[[R], Sequence[R]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._page, self._more = page, more
        self._open = False

    @override
    def show_rows(self, rows: Sequence[R]) -> None:
        self._open = len(rows) >= self._page
        super().show_rows(rows)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return self._open and not parent.isValid()

    @override
    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        found = tuple(self._more(self._rows[-1]))
        self._open = len(found) >= self._page
        if found:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(found) - 1)
            self._rows += found
            self.endInsertRows()
