"""The wall of commitments: a tile for each unit, or the same as a table; n of 95."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.pages.roster.view import matches
from ui.tablemodels.cases import wall_columns, wall_state
from ui.tablemodels.records import RecordsModel
from ui.theme.icons import Glyph
from ui.theme.tokens import State
from ui.widgets.card import Pane
from ui.widgets.case_card import CARD_ROLE, Card, TileDelegate
from ui.widgets.chips import FilterChip
from ui.widgets.labels import label, tip
from ui.widgets.layouts import across, down
from ui.widgets.record_list import RecordList
from ui.widgets.table_view import ListView
from xcdesk import clock
from xcdesk.codes import QuotaSubject
from xcdesk.normalise import in_order
from xcdesk.services import cases
from xcdesk.services.cases import CaseRow, Wall, WallRow
from xcdesk.services.targets import quotas

translate = QCoreApplication.translate
_USUAL = 95
"""Units to be interviewed where no quota says so."""
_MOST_IN_A_ROW = 10
_USUAL_NAME = "88 市生态环境局"
"""Number and name of a unit that a tile shows whole; of longer ones the beginning and the tip."""
Index = QModelIndex | QPersistentModelIndex


class TilesModel(QAbstractListModel):
    """A tile for each commitment, then one for each unit that has promised nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[WallRow, ...] = ()
        self._tiles: tuple[Card, ...] = ()

    def show_wall(self, rows: Sequence[WallRow], without: Sequence[str]) -> None:
        """Show other tiles."""
        self.beginResetModel()
        self.rows = tuple(rows)
        nothing = self.tr("No promise yet")
        self._tiles = (
            *(Card("", *wall_state(one.row), f"{at} {one.row.unit}") for at, one in enumerate(rows, 1)),
            *(Card("", State.NONE, nothing, name) for name in without),
        )
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._tiles)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        tile = self._tiles[index.row()]
        if role == CARD_ROLE:
            return tile
        if role == Qt.ItemDataRole.DisplayRole:
            return in_order(tile.title.split(" ", 1)[-1])  # typing a unit's name goes to its tile
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            promise = self.rows[index.row()].row.promise if index.row() < len(self.rows) else ""
            words = "，".join(filter(None, (tile.title, tile.word, promise)))
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


class Tiles(ListView):
    """Tiles in rows that fill the width."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.tiles = TilesModel(self)
        self._drawn = TileDelegate(self)
        self.setModel(self.tiles)
        self.setItemDelegate(self._drawn)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 4
        word = translate("cases", "Not interviewed")
        least = max(map(self._drawn.width_of, (word, _USUAL_NAME)))
        count = max(1, min(_MOST_IN_A_ROW, room // least))
        self._drawn.width = room // count
        high = self._drawn.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self.setGridSize(QSize(room // count, high))
        super().resizeEvent(event)


class WallView(QWidget):
    """Tiles and table show the same; the figures of the plan stand above."""

    help_topic = "followup#views"
    chosen = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.query = ""
        self.figures = label("", bold=True)
        self.as_table = FilterChip(self.tr("As a table"), Glyph.TABLE_SIMPLE)
        self.tiles = Tiles(self.tr("Wall of commitments"))
        self.records = RecordsModel[WallRow](wall_columns(), self)
        widths = [column.width for column in self.records.columns]
        self.table = RecordList(self.tr("Commitments"), self.records, widths, stretch=1)
        self._views = QStackedWidget()
        self._views.addWidget(Pane(self.tiles))
        self._views.addWidget(self.table)
        self.setLayout(down(across(self.figures, None, self.as_table), self._views))
        self.tiles.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        self.tiles.activated.connect(lambda _: self.opened.emit())
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.as_table.toggled.connect(self._turn)

    def reload(self) -> None:
        """Read the wall again; the choice stays on its commitment."""
        before = self.current()
        wall = cases.wall(_total())
        rows = [one for one in wall.rows if self._matches(one.row.unit, one.row.promise, one.row.title)]
        self.tiles.tiles.show_wall(rows, [name for name in wall.without if self._matches(name)])
        self.records.show_rows(rows)
        self._say(wall)
        self.choose(before.id if before is not None else None)
        self.chosen.emit()

    def current(self) -> CaseRow | None:
        """The chosen commitment; None on the tile of a unit without one."""
        at = self.table.at() if self.as_table.isChecked() else self.tiles.currentIndex().row()
        rows = self.tiles.tiles.rows
        return rows[at].row if at is not None and 0 <= at < len(rows) else None

    def unit(self) -> str:
        """The unit of the tile, with a commitment or without."""
        index = self.tiles.currentIndex()
        return str(index.data() or "") if index.isValid() and not self.as_table.isChecked() else ""

    def choose(self, case_id: int | None) -> bool:
        """Choose a commitment, the first one for None."""
        rows = self.tiles.tiles.rows
        at = next((at for at, one in enumerate(rows) if one.row.id == case_id), -1)
        if rows:
            self.table.choose(max(0, at))
        index = self.tiles.tiles.index(max(0, at), 0)
        self.tiles.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return at >= 0

    def place(self) -> QWidget:
        """What takes the keyboard."""
        return self.table.place() if self.as_table.isChecked() else self.tiles

    def views(self) -> Sequence[QWidget]:
        """Tiles and table, for their context menus."""
        return (self.tiles, self.table.table)

    def _turn(self, on: bool) -> None:
        rows = self.tiles.tiles.rows
        at = self.tiles.currentIndex().row() if on else self.table.at()
        self._views.setCurrentIndex(1 if on else 0)
        self.choose(rows[at].row.id if at is not None and 0 <= at < len(rows) else None)
        self.place().setFocus()

    def _say(self, wall: Wall) -> None:
        words = self.tr("Interviewed {done} / {total} · promised {units} units · kept {kept}")
        self.figures.setText(
            words.format(done=wall.interviewed, total=wall.total, units=wall.units, kept=wall.kept)
        )

    def _matches(self, *words: str) -> bool:
        return matches(self.query, words)


def _total() -> int:
    rows = quotas.quotas_on(clock.today())
    return next((row.minimum for row in rows if row.subject == QuotaSubject.INTERVIEWS), _USUAL)
