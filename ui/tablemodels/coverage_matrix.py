"""The matrix outlet x day as an item model: figures, reasons and marks, each with its words."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from ui import format as shown
from ui.language import language
from ui.messages import text
from ui.theme.tokens import State
from ui.widgets.labels import tip
from ui.widgets.matrix_header import BADGE_ROLE, Badge
from ui.widgets.matrix_view import CELL_ROLE, CellLook
from xcdesk import clock
from xcdesk.normalise import in_order
from xcdesk.services.grid import matrix
from xcdesk.services.grid.cell_texts import titles_text
from xcdesk.services.grid.matrix import CellState, Matrix, MatrixCell, MatrixRow
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.office.calendar import Workday

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Titles = Mapping[Cell, tuple[str, ...]]
"""Titles of the cells of a week, where there is room to show them."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


_MARKS = {
    CellState.COUNT: (State.DONE, "ok_soft"),
    CellState.NONE: (State.NONE, "idle_soft"),
    CellState.OPEN: (State.NOT_YET, ""),
    CellState.NOT_DUE: (State.NOT_DUE, ""),
}


class CoverageMatrixModel(QAbstractTableModel):
    """Shows one `Matrix`; what is typed into a cell is only handed on through `typed`."""

    typed = Signal(object, str)  # Cell, text

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None
        self._titles: Titles = {}

    def show(self, found: Matrix, titles: Titles) -> None:
        """Show another matrix; same days and outlets keep the place of the current cell."""
        same = self._shape(self._matrix) == self._shape(found)
        if same:
            self._matrix, self._titles = found, titles
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._matrix, self._titles = found, titles
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """Which outlet and day a place stands for."""
        line = self._row(row)
        return Cell(line.outlet.id, line.cells[column].day)

    def line(self, row: int) -> MatrixRow:
        """The outlet of a row with all its cells."""
        return self._row(row)

    def state(self, row: int, column: int) -> MatrixCell:
        """What stands at a place."""
        return self._row(row).cells[column]

    def written(self, row: int, column: int) -> str:
        """What a place shows, in full and as it can be typed or pasted again; "" for nothing."""
        line, cell = self._row(row), self.state(row, column)
        if cell.state is CellState.COUNT:
            titles = self._titles.get(Cell(line.outlet.id, cell.day), ())
            return titles_text(titles, cell.placements) if titles else str(cell.placements)
        return cell.none.short if cell.none is not None else ""

    def day(self, column: int) -> dt.date:
        """Day of a column."""
        if self._matrix is None:
            raise IndexError(column)
        return self._matrix.days[column].day

    def today_column(self) -> int | None:
        """Column of today, None when it is not shown."""
        days = self._matrix.days if self._matrix else ()
        return next((at for at, head in enumerate(days) if head.is_today), None)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._matrix is None else len(self._matrix.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._matrix is None else len(self._matrix.days)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, cell = self._row(index.row()), self.state(index.row(), index.column())
        if role == CELL_ROLE:
            return self._look(row, cell, index.column())
        if role == _DISPLAY:
            return in_order(self._text(row, cell))
        if role == _EDIT:
            return ""
        if role == _SPOKEN:
            return matrix.cell_sentence(row, cell, language())
        return tip(self._hover(row, cell)) if role == _TIP else None

    @override
    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        text = str(value).strip()
        if role != _EDIT or not index.isValid() or not text:
            return False
        self.typed.emit(self.cell(index.row(), index.column()), text)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if self._matrix is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return in_order(self._row(section).outlet.name) if role == _DISPLAY else None
        head = self._matrix.days[section]
        if role == _DISPLAY:
            weekday = "" if head.workday.holiday else shown.short_weekday(head.day)  # its badge holds it
            return f"{weekday}\n{head.day.day}"
        if role in {_TIP, _SPOKEN}:
            return f"{shown.day_and_weekday(head.day)} {_kind_of_day(head.workday)}"
        return _badge(head.workday) if role == BADGE_ROLE else None

    def _row(self, row: int) -> MatrixRow:
        if self._matrix is None:
            raise IndexError(row)
        return self._matrix.rows[row]

    def _shape(self, of: Matrix | None) -> object:
        if of is None:
            return None
        return tuple(head.day for head in of.days), tuple(row.outlet.id for row in of.rows)

    def _text(self, row: MatrixRow, cell: MatrixCell) -> str:
        if cell.state is CellState.COUNT:
            titles = self._titles.get(Cell(row.outlet.id, cell.day), ())
            if not titles:
                return str(cell.count)
            more = QCoreApplication.translate("coverage", "{title} and {count} more")
            return titles[0] if len(titles) == 1 else more.format(title=titles[0], count=len(titles) - 1)
        return cell.none.short if cell.none is not None else ""

    def _look(self, row: MatrixRow, cell: MatrixCell, column: int) -> CellLook:
        ground = "bad_soft" if cell.late else _MARKS[cell.state][1]
        state = state_of(cell)
        text = self._text(row, cell)
        if cell.state is CellState.NOT_DUE and cell.day > clock.today():
            text = " "  # a day to come shows nothing, not even a mark
        return CellLook(text, state, ground, self._behind(column))

    def _behind(self, column: int) -> str:
        """Ground of a whole column: today's, or that of a day on which offices rest."""
        if self._matrix is None:
            return ""
        head = self._matrix.days[column]
        return "accent_soft" if head.is_today else "" if head.workday.working else "raised"

    def _hover(self, row: MatrixRow, cell: MatrixCell) -> str:
        said = matrix.cell_sentence(row, cell, language())
        titles = self._titles.get(Cell(row.outlet.id, cell.day), ())
        return "\n".join((said, *titles, *_exception(row, cell)))


def state_of(cell: MatrixCell) -> State:
    """How a cell is drawn."""
    return State.LATE if cell.late else _MARKS[cell.state][0]


def _kind_of_day(day: Workday) -> str:
    """A working day, a day off, a holiday by its name; and for which holiday a day at work makes up."""
    kind = text(day.key)
    if day.holiday and day.working:
        return text("day.make_up_for", kind=kind, holiday=text(f"holiday.{day.holiday}"))
    return kind


def _badge(day: Workday) -> Badge | None:
    """Only what departs from the days of every week is marked."""
    if not day.holiday and not day.own:
        return None
    mark = text("day.badge.work" if day.working else "day.badge.off")
    return Badge(shown.short_weekday(day.day), mark, day.working)


def _exception(row: MatrixRow, cell: MatrixCell) -> tuple[str, ...]:
    """Why an outlet publishes on a day, or does not, against its weekdays."""
    found = next((one for one in row.outlet.exceptions if one.covers(cell.day)), None)
    if found is None:
        return ()
    key = "matrix.exception.extra" if found.publishes else "matrix.exception.stop"
    span = shown.day(found.since)
    if found.until != found.since:
        span = f"{span} – {shown.day(found.until)}"
    return (text(key, days=span, note=found.note).strip(),)
