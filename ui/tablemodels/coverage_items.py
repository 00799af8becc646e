"""The coverage log as a table that grows while it is scrolled."""

from collections.abc import Callable
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
)
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.theme.tokens import State
from ui.widgets.labels import tip
from ui.widgets.state_cell import STATE_ROLE
from xcdesk.services.coverage_log import Cursor, ItemPage, ItemRow, Order, SortColumn

Index: TypeAlias = QModelIndex | QPersistentModelIndex
LoadPage = Callable[[Order, Cursor | None, int], ItemPage]

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""Role under which a row gives its `ItemRow`."""

# Qt compares roles as ints millions of times while it paints; members of the enum cost twice as much.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading to translate, text of a cell, the order it sorts by, its width at 100 %."""

    heading: str
    text: Callable[[ItemRow], str]
    sort: SortColumn | None
    width: int


def _tier(row: ItemRow) -> str:
    return text(f"tier.{row.tier.value}")


def _placements(row: ItemRow) -> str:
    if row.group_size > 1:
        return QCoreApplication.translate("coverage", "Reprinted {count}").format(count=row.group_size)
    return "1"


COLUMNS = (
    Column(str(QT_TRANSLATE_NOOP("coverage", "Day")), lambda row: shown.day(row.day), SortColumn.DAY, 104),
    Column(str(QT_TRANSLATE_NOOP("coverage", "Outlet")), lambda row: row.outlet, SortColumn.OUTLET, 140),
    Column(str(QT_TRANSLATE_NOOP("coverage", "Title")), lambda row: row.title, SortColumn.TITLE, 320),
    Column(str(QT_TRANSLATE_NOOP("coverage", "Theme")), lambda row: row.theme_label, SortColumn.THEME, 112),
    Column(str(QT_TRANSLATE_NOOP("coverage", "Form")), lambda row: row.form_label, SortColumn.FORM, 88),
    Column(str(QT_TRANSLATE_NOOP("coverage", "Tier")), _tier, SortColumn.TIER, 72),
    Column(str(QT_TRANSLATE_NOOP("coverage", "Unit")), lambda row: row.unit, SortColumn.UNIT, 128),
    Column(str(QT_TRANSLATE_NOOP("coverage", "Page or time")), lambda row: row.slot, None, 88),
    Column(str(QT_TRANSLATE_NOOP("coverage", "Author")), lambda row: row.author, None, 96),
    Column(str(QT_TRANSLATE_NOOP("coverage", "Placements")), _placements, None, 124),
)
TITLE = 2
PLACEMENTS = 9


class CoverageItemsModel(QAbstractTableModel):
    """Holds only the rows already shown; sorting and filtering ask the service again."""

    def __init__(self, load: LoadPage, page_size: int = 200, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self._page_size = page_size
        self._rows: list[ItemRow] = []
        self._after: Cursor | None = None
        self.order = Order()

    def reload(self) -> None:
        """Forget everything and read the first page again."""
        first = self._load(self.order, None, self._page_size)
        self.beginResetModel()
        self._rows = list(first.rows)
        self._after = first.after
        self.endResetModel()

    def row(self, at: int) -> ItemRow:
        """The row shown at ``at``."""
        return self._rows[at]

    def find(self, item_id: int) -> int | None:
        """Where an item is shown, None if it is not among the rows read so far."""
        return next((at for at, row in enumerate(self._rows) if row.id == item_id), None)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        by = COLUMNS[column].sort
        if by is not None:
            self.order = Order(by, order == Qt.SortOrder.DescendingOrder)
            self.reload()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._after is not None

    @override
    def fetchMore(self, parent: Index) -> None:
        page = self._load(self.order, self._after, self._page_size)
        if page.rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows.extend(page.rows)
            self.endInsertRows()
        self._after = page.after

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, at = self._rows[index.row()], index.column()
        if role == _DISPLAY:
            return COLUMNS[at].text(row)
        if role == STATE_ROLE:
            return State.TWIN if at == PLACEMENTS and row.group_size > 1 else None
        if role == _TIP:
            return tip(row.title) if at == TITLE else None
        return row if role == ROW_ROLE else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return QCoreApplication.translate("coverage", COLUMNS[section].heading)
        return None
