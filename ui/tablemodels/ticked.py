"""Records that are ticked one by one, or all that are chosen, by Space."""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.widgets.table_view import TableView

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_TICK_WIDTH = 34


class TickedModel(RecordsModel[R], Generic[R]):
    """A list with a box in front of each record; ``key`` knows a record again, ``may`` whether it can be."""

    ticked = Signal()  # by a person

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        may: Callable[[R], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__((Column("", _TICK_WIDTH, lambda _: Shown("")), *columns), parent)
        self._key, self._may = key, may
        self._on: set[Hashable] = set()

    def show_ticked(self, rows: Sequence[R], on: Collection[Hashable]) -> None:
        """Show other records, those with these keys ticked where they can be."""
        self._on = {self._key(row) for row in rows if self._key(row) in on and self._may(row)}
        self.show_rows(rows)

    def is_on(self, row: R) -> bool:
        """Whether a record is ticked."""
        return self._key(row) in self._on

    def chosen(self) -> tuple[R, ...]:
        """The records that are ticked, in their order."""
        return tuple(row for row in self._rows if self.is_on(row))

    def turn(self, rows: Sequence[R]) -> None:
        """Tick records, or, where all that can be are ticked, take the ticks away."""
        able = {self._key(row) for row in rows if self._may(row)}
        if not able:
            return
        self._on = self._on - able if able <= self._on else self._on | able
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        self.ticked.emit()

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        able = index.isValid() and index.column() == 0 and self._may(self._rows[index.row()])
        return plain | Qt.ItemFlag.ItemIsUserCheckable if able else plain

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if index.isValid() and index.column() == 0:
            row = self._rows[index.row()]
            if role == _CHECK and self._may(row):
                return Qt.CheckState.Checked if self.is_on(row) else Qt.CheckState.Unchecked
            if role == _SPOKEN:
                return self._spoken(row)
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: Any, role: int = _DISPLAY) -> bool:
        if role != _CHECK or index.column() != 0:
            return False
        self.turn([self._rows[index.row()]])
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if section == 0 and role == _SPOKEN and orientation == Qt.Orientation.Horizontal:
            return QCoreApplication.translate("ticked", "Tick")
        return super().headerData(section, orientation, role)

    def _spoken(self, row: R) -> str:
        translate = QCoreApplication.translate
        if not self._may(row):
            return translate("ticked", "cannot be ticked")
        return translate("ticked", "ticked") if self.is_on(row) else translate("ticked", "not ticked")


class TickedTable(TableView):
    """Space ticks every row that is chosen."""

    def __init__(self, model: TickedModel[Any], stretch: int) -> None:
        super().__init__(states=tuple(range(1, model.columnCount())))
        self.setProperty("checks", True)
        self.setModel(model)
        self.model_of_ticks = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.set_widths(tuple(column.width for column in model.columns), stretch=stretch)
        self.horizontalHeader().setSectionsClickable(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
            return
        rows = self.model_of_ticks.rows()
        self.model_of_ticks.turn([rows[index.row()] for index in self.selectionModel().selectedRows()])
