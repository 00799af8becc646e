"""Rows of a county return as a table to be ticked."""

import bisect
import heapq
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
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
from ui.tablemodels.import_decisions import Decisions
from ui.tablemodels.import_words import Labels, remark, result
from ui.theme.icons import Glyph, icon
from ui.widgets.labels import tip
from ui.widgets.state_cell import STATE_ROLE
from xcdesk.importers import session
from xcdesk.importers.apply import Decision
from xcdesk.importers.records import Chosen, Field, RowStatus
from xcdesk.importers.session import Fate, Line
from xcdesk.normalise import in_order

Index: TypeAlias = QModelIndex | QPersistentModelIndex

# Qt compares roles as ints millions of times while it paints; members of the enum cost twice as much.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading to translate, text of a cell, width at 100 %, the field that can be corrected."""

    heading: str
    text: Callable[[Line, Labels], str]
    width: int
    field: Field | None = None


def _nothing(_line: Line, _labels: Labels) -> str:
    return ""


def _date(line: Line, _labels: Labels) -> str:
    day = line.row.record.date
    return shown.day(day) if day else line.text(Field.DATE)


def _plain(field: Field) -> Callable[[Line, Labels], str]:
    return lambda line, _: getattr(line.row.record, field) or line.text(field)


def _comparing(field: Field) -> Callable[[Line, Labels], str]:
    """Text of a cell that may change: ``new ← old``."""

    def cell(line: Line, labels: Labels) -> str:
        change = next((one for one in line.changes if one.field == field), None)
        value = getattr(line.row.record, field)
        text = labels.value(field, value) if value else line.text(field)
        if change is None or not change.old:
            return text
        return f"{text} ← {labels.value(field, change.old)}"

    return cell


def _word(line: Line, _labels: Labels) -> str:
    return result(line).word


COLUMNS = (
    Column("", _nothing, 34),
    Column(str(QT_TRANSLATE_NOOP("imports", "Sheet")), lambda line, _: line.sheet, 84),
    Column(str(QT_TRANSLATE_NOOP("imports", "Row")), lambda line, _: str(line.row.row), 46),
    Column(str(QT_TRANSLATE_NOOP("imports", "Result")), _word, 92),
    Column(str(QT_TRANSLATE_NOOP("imports", "Day")), _date, 120, Field.DATE),
    Column(str(QT_TRANSLATE_NOOP("imports", "Outlet")), _plain(Field.OUTLET), 118, Field.OUTLET),
    Column(str(QT_TRANSLATE_NOOP("imports", "Title")), _plain(Field.TITLE), 240, Field.TITLE),
    Column(str(QT_TRANSLATE_NOOP("imports", "Form")), _comparing(Field.FORM), 80, Field.FORM),
    Column(str(QT_TRANSLATE_NOOP("imports", "Page or time")), _comparing(Field.SLOT), 100, Field.SLOT),
    Column(str(QT_TRANSLATE_NOOP("imports", "Remarks")), remark, 260),
)
"""Columns of the table; Space ticks, the others are corrected where they have a field."""
TICK, SHEET, ROW, RESULT, TITLE, REMARK = 0, 1, 2, 3, 6, 9


def field_of(column: int) -> Field | None:
    """Field whose cells stand in a column; None where nothing can be corrected."""
    return COLUMNS[column].field


def column_of(field: Field) -> int | None:
    """Column in which the cells of a field stand, None when it is not shown."""
    return next((at for at, column in enumerate(COLUMNS) if column.field == field), None)


class ImportRowsModel(QAbstractTableModel):
    """Shows the rows of one file, all or those of some fates; ticking decides, typing corrects."""

    decided = Signal()
    typed = Signal(object, object, str)  # Line, Field, text

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decisions: Decisions | None = None
        self._labels = Labels({}, {})
        self._fates: frozenset[Fate] = frozenset()
        self._shown: Sequence[int] = ()
        self._frozen = False

    def show(self, decisions: Decisions | None, labels: Labels, *, frozen: bool = False) -> None:
        """Show a file; the rows of a ``frozen`` one can no longer be ticked."""
        self.beginResetModel()
        self._decisions, self._labels, self._frozen = decisions, labels, frozen
        self._shown = self._chosen()
        self.endResetModel()

    def filter(self, fates: Collection[Fate]) -> None:
        """Show only rows of these fates; none named means all."""
        self.beginResetModel()
        self._fates = frozenset(fates)
        self._shown = self._chosen()
        self.endResetModel()

    def line(self, row: int) -> Line:
        """The return's row behind a row of the table."""
        if self._decisions is None:
            raise IndexError(row)
        return self._decisions.preview.lines[self._shown[row]]

    def find(self, place: Chosen) -> int | None:
        """Row of the table that shows a row of the return, None when it is not shown."""
        at = self._decisions.positions.get(place) if self._decisions is not None else None
        if at is None:
            return None
        row = bisect.bisect_left(self._shown, at)
        return row if row < len(self._shown) and self._shown[row] == at else None

    def tick(self, lines: Sequence[Line], *, on: bool) -> None:
        """Tick rows or take their ticks away."""
        if self._decisions is not None and not self._frozen:
            self._decisions.tick(lines, on=on)
            self._say_decided()

    def decide(self, lines: Sequence[Line], decision: Decision) -> None:
        """Decide on rows otherwise than by a tick."""
        if self._decisions is not None and not self._frozen:
            self._decisions.decide(lines, decision)
            self._say_decided()

    def refresh(self) -> None:
        """Show decisions that were made elsewhere."""
        self._say_decided()

    def first_wrong(self, row: int) -> Field | None:
        """The first field of a row with which something is wrong."""
        problems = self.line(row).row.problems
        return next((one.field for one in problems if one.field and column_of(one.field) is not None), None)

    def is_ticked(self, line: Line) -> bool:
        """Whether a row will be written."""
        return self._decisions is not None and self._decisions.on(line) != Decision.LEAVE

    def _say_decided(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, TICK), self.index(len(self._shown) - 1, TICK))
        self.decided.emit()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        if index.isValid() and index.column() == TICK and self._can_tick(self.line(index.row())):
            found |= Qt.ItemFlag.ItemIsUserCheckable
        if index.isValid() and self._can_correct(index):
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        line, at = self.line(index.row()), index.column()
        if role == _DISPLAY:
            return in_order(COLUMNS[at].text(line, self._labels))
        if role == _CHECK:
            return self._check(line) if at == TICK and line.tickable else None
        if role == STATE_ROLE:
            return result(line).state if at == RESULT else None
        return self._extra(line, at, role)

    @override
    def setData(self, index: Index, value: Any, role: int = _DISPLAY) -> bool:
        field = COLUMNS[index.column()].field
        if role == _EDIT and field is not None:
            self.typed.emit(self.line(index.row()), field, str(value).strip())
            return True
        if role != _CHECK or index.column() != TICK:
            return False
        self.tick([self.line(index.row())], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY and COLUMNS[section].heading:
            return QCoreApplication.translate("imports", COLUMNS[section].heading)
        return _RIGHT if role == _ALIGN and section == ROW else None

    def _extra(self, line: Line, at: int, role: int) -> Any:
        if role == _EDIT:
            return self._written(line, COLUMNS[at].field)
        if line.row.corrections and role in {_DECORATION, _TIP, _SPOKEN}:
            found = self._corrected(line, at, role)
            if found is not None:
                return found
        if role == _TIP:
            return tip(COLUMNS[at].text(line, self._labels)) if at in {TITLE, REMARK} else None
        if role == _ALIGN:
            return _RIGHT if at == ROW else None
        if role == _SPOKEN and at == TICK and line.tickable:
            translate = QCoreApplication.translate
            ticked = self.is_ticked(line)
            return translate("imports", "ticked") if ticked else translate("imports", "not ticked")
        return None

    def _written(self, line: Line, field: Field | None) -> str:
        """What an editor begins with: what was typed, or what stands in the sheet."""
        if field is None or self._decisions is None:
            return ""
        typed = next((one.typed for one in line.row.corrections if one.field == field), None)
        if typed is not None:
            return typed
        value = getattr(line.row.record, field)
        return session.cell_text(self._decisions.preview, line, field) or str(value or "")

    def _corrected(self, line: Line, at: int, role: int) -> Any:
        """How a cell that was typed anew is marked, besides its text."""
        correction = next((one for one in line.row.corrections if one.field == COLUMNS[at].field), None)
        if correction is None:
            return None
        if role == _DECORATION:
            return icon(Glyph.EDIT, "accent_text")
        words = QCoreApplication.translate("imports", "{text}, corrected; the sheet says “{said}”")
        found = words.format(text=COLUMNS[at].text(line, self._labels), said=correction.said)
        return tip(found) if role == _TIP else found

    def _can_correct(self, index: Index) -> bool:
        if self._frozen or COLUMNS[index.column()].field is None:
            return False
        return self.line(index.row()).row.status != RowStatus.EXCLUDED

    def _check(self, line: Line) -> Qt.CheckState:
        return Qt.CheckState.Checked if self.is_ticked(line) else Qt.CheckState.Unchecked

    def _can_tick(self, line: Line) -> bool:
        return line.tickable and not self._frozen

    def _chosen(self) -> Sequence[int]:
        """Rows to show, as places in the order of the file; nothing is copied while all are shown."""
        if self._decisions is None:
            return ()
        if not self._fates:
            return range(len(self._decisions.preview.lines))
        return list(heapq.merge(*(self._decisions.by_fate[fate] for fate in self._fates)))


_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
