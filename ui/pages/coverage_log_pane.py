"""Lower half of the coverage page: the reports behind the figures, sorted and filtered by the service."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.desk import Desk
from ui.tablemodels.coverage_items import COLUMNS, PLACEMENTS, TITLE, CoverageItemsModel
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.empty_state import EmptyState
from ui.widgets.instead import Instead
from ui.widgets.labels import label
from ui.widgets.layouts import down
from ui.widgets.table_view import TableView
from xcdesk.services import coverage_log
from xcdesk.services.coverage_log import Cursor, ItemPage, ItemRow, Order
from xcdesk.services.item_filter import ItemFilter

_LEAST_ROWS = 3


class CoverageLogPane(QWidget):
    """Shows the reports of one filter; says which are chosen and which one is to be opened."""

    chosen = Signal()
    opened = Signal(object)  # ItemRow
    scope_cleared = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._filter = ItemFilter()
        self.model = CoverageItemsModel(self._load, parent=self)
        self.table = TableView(states=(PLACEMENTS,))
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Reports"))
        self.table.set_widths(tuple(column.width for column in COLUMNS), stretch=TITLE)
        self.table.setSortingEnabled(False)
        self._make_sortable()
        self.scope = button("", Glyph.DISMISS, Kind.CHIP, self.scope_cleared.emit)
        self.scope.hide()
        self.count = label("", Role.CAPTION, "muted")
        self._stack = Instead(self.table)
        heading = label(self.tr("Reports in detail"), Role.HEADING)
        self.setLayout(down(Pane(self._stack, (heading, self.scope, None, self.count))))
        self.table.selectionModel().selectionChanged.connect(self.chosen)
        self.table.activated.connect(self._open)

    def show_items(self, chosen: ItemFilter, scope: str, empty: EmptyState) -> None:
        """Read again with another filter; what was chosen stays chosen where it is still shown.

        Args:
            chosen: which reports.
            scope: the cell they belong to, in words; "" for the whole period.
            empty: what to show when there are none.
        """
        kept = [row.id for row in self.rows()]
        self._filter = chosen
        self.model.reload()
        self._choose(kept)
        total = coverage_log.count(chosen)
        pieces, placements = shown.count(total.pieces, "pieces"), shown.count(total.placements, "placements")
        self.count.setText(f"{pieces} · {placements}")
        self.scope.setVisible(bool(scope))
        self.scope.setText(scope)
        self._stack.show_instead(None if self.model.rowCount() else empty)

    def rows(self) -> list[ItemRow]:
        """The chosen reports, in the order shown."""
        chosen = self.table.selectionModel().selectedRows()
        return [self.model.row(at) for at in sorted(index.row() for index in chosen)]

    def choose(self, item_id: int) -> None:
        """Choose one report, if it is shown."""
        self._choose([item_id])

    def least_height(self) -> int:
        """Height in pixels at which the heading and some rows can be seen."""
        head = self.table.horizontalHeader().sizeHint().height()
        rows = _LEAST_ROWS * self.table.verticalHeader().defaultSectionSize()
        return head + rows + theme.line_height(Role.HEADING) + 2 * Space.L

    def has_focus(self) -> bool:
        """Whether the keyboard works on the table."""
        return self.table.hasFocus()

    def _load(self, order: Order, after: Cursor | None, limit: int) -> ItemPage:
        return coverage_log.page(self._filter, order, after, limit)

    def _make_sortable(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        header.sortIndicatorChanged.connect(self.model.sort)
        header.setSectionsMovable(True)

    def _choose(self, ids: list[int]) -> None:
        selection = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        for item_id in ids:
            at = self.model.find(item_id)
            if at is not None:
                index = self.model.index(at, 0)
                selection.setCurrentIndex(index, flags.Select | flags.Rows)
                self.table.scrollTo(index)

    def _open(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.opened.emit(self.model.row(index.row()))
