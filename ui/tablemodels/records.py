"""Short lists of records as tables: each column says how a record is shown in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.theme.tokens import State
from ui.widgets.labels import tip
from ui.widgets.state_cell import FIGURES, STATE_ROLE
from xcdesk.normalise import in_order

Index: TypeAlias = QModelIndex | QPersistentModelIndex
R = TypeVar("R")

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows: plain text, or the word of a state."""

    text: str
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its heading in the window's language, its width at 100 %, and a record's cell in it."""

    heading: str
    width: int
    cell: Callable[[R], Shown]
    figures: bool = False


class RecordsModel(QAbstractTableModel, Generic[R]):
    """All records of a list that fits into memory many times over."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[R, ...] = ()

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[R, ...]:
        """The records shown, in their order."""
        return self._rows

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == _ALIGN:
            return FIGURES if column.figures else None
        if role not in {_DISPLAY, _TIP, _SPOKEN, STATE_ROLE}:
            return None
        cell = column.cell(self._rows[index.row()])
        if role == STATE_ROLE:
            return cell.state
        return tip(cell.text) if role == _TIP else in_order(cell.text)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _ALIGN and self.columns[section].figures:
            return FIGURES
        return self.columns[section].heading if role == _DISPLAY else None
