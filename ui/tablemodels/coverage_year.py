"""The year as an item model: outlet by week, read only; a week is opened to be written in."""

from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui import format as shown
from ui.language import language
from ui.theme.tokens import State
from ui.widgets.labels import tip
from ui.widgets.matrix_header import SPAN_ROLE
from ui.widgets.matrix_view import CELL_ROLE, CellLook
from xcdesk import clock
from xcdesk.normalise import in_order
from xcdesk.services.grid import year_matrix
from xcdesk.services.grid.year_matrix import YearCell, YearMatrix, YearRow, YearWeek

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class CoverageYearModel(QAbstractTableModel):
    """Shows one `YearMatrix`: the pieces of each week, with a mark where publication days lack a report."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._year = YearMatrix((), ())

    def show(self, found: YearMatrix) -> None:
        """Show another year; the same weeks and outlets keep the place of the current cell."""
        same = _shape(self._year) == _shape(found)
        if same and found.rows:
            self._year = found
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._year = found
        self.endResetModel()

    def row(self, at: int) -> YearRow:
        """The outlet of a row."""
        return self._year.rows[at]

    def week(self, column: int) -> YearWeek:
        """The week of a column."""
        return self._year.weeks[column]

    def column_now(self) -> int | None:
        """Column of the week that holds today, None when it is not shown."""
        return next((at for at, week in enumerate(self._year.weeks) if week.is_now), None)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._year.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._year.weeks)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, week = self.row(index.row()), self.week(index.column())
        cell = row.cells[index.column()]
        if role == CELL_ROLE:
            return _look(week, cell)
        if role == _DISPLAY:
            return str(cell.count or "")
        if role in {_TIP, _SPOKEN}:
            said = year_matrix.cell_sentence(row, week, cell, language())
            return tip(said) if role == _TIP else said
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return in_order(self.row(section).outlet.name) if role == _DISPLAY else None
        week = self.week(section)
        if role == _DISPLAY:
            return f"\n{week.since.isocalendar().week}"
        if role == SPAN_ROLE:
            return _month(week)
        if role in {_TIP, _SPOKEN}:
            return f"{shown.week(week.since)} {shown.day(week.since)} – {shown.day(week.until)}"
        return None


def _shape(of: YearMatrix) -> object:
    return tuple(week.since for week in of.weeks), tuple(row.outlet.id for row in of.rows)


def _month(week: YearWeek) -> str | None:
    """The month, over the week in which it begins."""
    begins = week.until.day <= 7  # noqa: PLR2004  # a week
    return shown.short_month(week.until.month) if begins else None


def _look(week: YearWeek, cell: YearCell) -> CellLook:
    behind = "accent_soft" if week.is_now else ""
    missing = State.LATE if cell.late else State.NOT_YET if cell.open else None
    if cell.count:
        return CellLook(str(cell.count), State.DONE, "ok_soft", behind, missing)
    if missing is not None:
        return CellLook("", missing, "bad_soft" if cell.late else "", behind)
    if cell.nones:
        return CellLook("", State.NONE, "idle_soft", behind)
    return CellLook(" " if week.since > clock.today() else "", State.NOT_DUE, "", behind)
