"""The first rows of a sheet as Excel shows them, with the heading and the meaning of each column marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QBrush
from typing_extensions import override

from ui.format import listed
from ui.messages import text
from ui.theme import theme
from ui.theme.tokens import Role
from ui.widgets.labels import tip
from xcdesk.importers import session
from xcdesk.importers.mapping import shown_name
from xcdesk.importers.records import How
from xcdesk.importers.session import ColumnShown, Preview, RawRow
from xcdesk.normalise import in_order

Index: TypeAlias = QModelIndex | QPersistentModelIndex

SHOWN_ROWS = 200
"""Rows shown of a sheet: a heading stands near its top."""
MEANING_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""Role of a column's heading under which stands its `Meant`."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_GROUND = int(Qt.ItemDataRole.BackgroundRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_FONT = int(Qt.ItemDataRole.FontRole)

_HOW: Mapping[How, str] = MappingProxyType(
    {
        How.EXACT: str(QT_TRANSLATE_NOOP("imports", "by its name")),
        How.NORMALISED: str(QT_TRANSLATE_NOOP("imports", "by its name")),
        How.SYNONYM: str(QT_TRANSLATE_NOOP("imports", "by a known word")),
        How.FUZZY: str(QT_TRANSLATE_NOOP("imports", "by a similar word")),
        How.CONTENTS: str(QT_TRANSLATE_NOOP("imports", "by its contents")),
        How.REMEMBERED: str(QT_TRANSLATE_NOOP("imports", "as last time")),
        How.SAID: str(QT_TRANSLATE_NOOP("imports", "as you said")),
    }
)


@dataclass(frozen=True, slots=True)
class Meant:
    """What the heading over a column shows: its letter, its field, and how that was found."""

    letter: str
    field: str
    how: str
    used: bool

    def spoken(self) -> str:
        """The same in words."""
        return "，".join(part for part in (self.letter, self.field, self.how) if part)


class SheetModel(QAbstractTableModel):
    """Holds the cells of the rows that are shown, as text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[ColumnShown] = ()
        self._rows: Sequence[RawRow] = ()
        self._heading = range(0)

    def show(self, preview: Preview, sheet: int) -> None:
        """Show a sheet of a file."""
        self.beginResetModel()
        checked = preview.plan.book.sheets[sheet]
        first = checked.header_row or 0
        self._heading = range(first, first + checked.header_rows)
        self.columns = session.columns(preview, sheet)
        self._rows = session.raw_rows(preview, sheet, count=SHOWN_ROWS)
        self.endResetModel()

    def number(self, row: int) -> int:
        """Number on the sheet, from 1, of a row that is shown."""
        return self._rows[row].number

    def heading_row(self) -> int:
        """Row of the model in which the heading begins; 0 without a heading."""
        return max(0, self._heading.start - 1)

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
        row = self._rows[index.row()]
        shown = row.cells[index.column()] if index.column() < len(row.cells) else ""
        if role == _DISPLAY:
            return in_order(shown).replace("\n", " ")
        if role == _TIP:
            return tip(shown) if shown else None
        if role == _SPOKEN:
            place = f"{self._letter(index.column())}{row.number}"
            return "，".join(part for part in (place, shown, self._part(row)) if part)
        return self._look(row, role)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._row_name(section) if role == _DISPLAY else None
        meant = self._meant(self.columns[section])
        if role == MEANING_ROLE:
            return meant
        if role == _DISPLAY:
            return f"{meant.letter}\n{meant.field}\n{meant.how}"
        if role == _SPOKEN:
            return meant.spoken()
        return self._column_tip(section) if role == _TIP else None

    def _row_name(self, at: int) -> str:
        row = self._rows[at]
        part = self._part(row)
        return f"{row.number}  {part}" if part else str(row.number)

    def _part(self, row: RawRow) -> str:
        """What a row is besides a row."""
        if row.number in self._heading:
            return QCoreApplication.translate("imports", "heading")
        return QCoreApplication.translate("imports", "hidden") if row.hidden else ""

    def _look(self, row: RawRow, role: int) -> Any:
        heads = row.number in self._heading
        if role == _GROUND and heads:
            return QBrush(theme.colour("accent_soft"))
        if role == _FONT and heads:
            return theme.font(Role.BODY, bold=True)
        above = row.number < self._heading.start
        return QBrush(theme.colour("text3")) if role == _INK and (above or row.hidden) else None

    def _letter(self, column: int) -> str:
        return shown_name("", column)

    def _meant(self, column: ColumnShown) -> Meant:
        translate = QCoreApplication.translate
        letter = self._letter(column.place)
        if column.field is not None and column.how is not None:
            return Meant(
                letter, text(f"field.{column.field}"), translate("imports", _HOW[column.how]), used=True
            )
        if column.hidden:
            return Meant(letter, translate("imports", "not used"), translate("imports", "hidden"), used=False)
        how = translate("imports", _HOW[column.how]) if column.how is not None else ""
        return Meant(letter, translate("imports", "not used"), how, used=False)

    def _column_tip(self, section: int) -> str:
        column = self.columns[section]
        samples = listed(column.samples)
        words = QCoreApplication.translate("imports", "For example: {samples}").format(samples=samples)
        return tip("\n".join((column.name, words) if samples else (column.name,)))
