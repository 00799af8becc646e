"""The coverage log: all reports behind the figures, filtered, sorted, typed into like a sheet."""

import datetime as dt
from array import array
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.desk import Desk
from ui.pages.coverage.log_columns import LogColumns
from ui.pages.coverage.log_detail import LogDetail
from ui.pages.coverage.log_filters import LogFilters
from ui.pages.coverage.log_selection import LogSelection
from ui.refusals import NoReportsError
from ui.tablemodels.coverage_columns import COLUMNS, FIGURE_COLUMNS, MARK
from ui.tablemodels.coverage_items import CoverageItemsModel
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.empty_state import EmptyState
from ui.widgets.instead import Instead
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.log_table import LogTable
from xcdesk.services.counts.counting import ItemCount
from xcdesk.services.counts.item_filter import EVERYTHING, ItemField, ItemFilter, both
from xcdesk.services.log import bulk_edits
from xcdesk.services.log.arrangement import Order
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.log.log_views import LogView

MOST_CHOSEN = bulk_edits.MOST
"""More reports than these are not changed in one act."""

_LEAST_ROWS = 3
_NOTICED_MS = 300


class CoverageLogPane(QWidget):
    """Shows the reports of one filter; says which are chosen and which one is to be opened."""

    help_topic = "coverage#log"
    chosen = Signal()
    opened = Signal(object)  # ItemRow
    scope_cleared = Signal()
    filtered = Signal()
    failed = Signal(object)  # an exception

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty: EmptyState | None = None
        self._base = EVERYTHING
        self.model = CoverageItemsModel(desk.runner, self)
        self.table = LogTable(states=(*FIGURE_COLUMNS, MARK))
        self.table.setModel(self.model)
        self.table.mark_changes(desk.changes.lately, "coverage_item", self._number)
        self.table.setAccessibleName(self.tr("Reports"))
        self.selection = LogSelection(self.table, self.model)
        self.table.heads.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self.columns = LogColumns(desk, self.table)
        self.filters = LogFilters(desk, self.table, lambda: self._base)
        self.detail = LogDetail()
        self.scope = button("", Glyph.DISMISS, Kind.CHIP, self.scope_cleared.emit)
        self.scope.hide()
        self.count = label("", Role.CAPTION, "muted")
        self.picked = label("", Role.CAPTION, "accent")
        self._stack = Instead(self.table)
        self._arrange()
        self._patience = QTimer(self, singleShot=True, interval=_NOTICED_MS)
        self._detail_pause = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def _number(self, line: int) -> int | None:
        row = self.model.row(line)
        return None if row is None else row.id

    def put_tools(self, tools: Sequence[QWidget]) -> None:
        """Put buttons into the heading, before the counts."""
        for tool in tools:
            self._head.insertWidget(self._head.count() - 2, tool)

    def show_items(self, chosen: ItemFilter, scope: str, empty: EmptyState) -> None:
        """Read again with another filter; what was chosen stays chosen where it is still shown.

        Args:
            chosen: which reports, before the filters of the columns.
            scope: the cell they belong to, in words; "" for the whole period.
            empty: what to show when there are none.
        """
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = empty
        self._base = chosen
        self.scope.setVisible(bool(scope))
        self.scope.setText(scope)
        whole = both(chosen, self.filters.chosen)
        self.selection.same_rows = whole == self.model.chosen
        if not self.selection.same_rows and self.selection.all_of_many():
            self.table.clearSelection()  # all of another list was not meant
        self.model.show_items(whole)
        self.selection.choose_first()

    def view(self) -> LogView:
        """Columns, filters and order as they are now."""
        return LogView(self.columns.shown(), self.columns.frozen, self.filters.chosen, self.model.order)

    def show_view(self, view: LogView) -> None:
        """Show other columns and rows in another order."""
        self.columns.show(view.columns, view.frozen)
        self.sort_by(view.order)
        self.filters.ask(view.chosen)

    def sort_by(self, order: Order) -> None:
        """Put the rows in this order and show it in the headings."""
        at = next(at for at, column in enumerate(COLUMNS) if column.key == order.column)
        down_first = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        self.table.heads.setSortIndicator(at, down_first)

    def show_detail(self, *, on: bool) -> None:
        """Show the pane of the chosen report, or not."""
        self.detail.setVisible(on)
        self._show_chosen()

    def rows(self) -> list[ItemRow]:
        """The chosen reports, in the order shown; of very many only the first."""
        return self.selection.rows()

    def ids(self) -> "array[int]":
        """Ids of all chosen reports, in the order shown; none while that order is not known yet."""
        return self.selection.ids()

    def chosen_count(self) -> int:
        """How many reports are chosen."""
        return self.selection.count()

    def choose(self, item_id: int) -> None:
        """Choose one report, if it is shown."""
        self.selection.choose([item_id])

    def go_to_day(self, day: dt.date) -> None:
        """Choose the first report of a day, or of the next one that has any; the rows go by day for it.

        Raises:
            NoReportsError: nothing is listed.
        """
        if self.model.order.column != ItemField.DAY:
            self.sort_by(Order())
        place = self.model.find_day(day)
        count = self.model.rowCount()
        if place is None or not count:
            raise NoReportsError()
        index = self.model.index(min(place, count - 1), max(0, self.table.currentIndex().column()))
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, LogTable.ScrollHint.PositionAtTop)
        self.table.setFocus()

    def least_height(self) -> int:
        """Height in pixels at which the heading and some rows can be seen."""
        head = self.table.horizontalHeader().sizeHint().height()
        rows = _LEAST_ROWS * self.table.verticalHeader().defaultSectionSize()
        return head + rows + theme.line_height(Role.HEADING) + 2 * Space.L

    def _arrange(self) -> None:
        heading = label(self.tr("Reports in detail"), Role.HEADING)
        self._head = across(heading, self.scope, None, self.picked, self.count, margins=(12, 7, 12, 7))
        left = QWidget()
        self.filters.setContentsMargins(Space.M, 0, Space.M, Space.S)
        left.setLayout(down(self._head, self.filters, self._stack, gap=0))
        left.layout().setStretch(2, 1)  # type: ignore[union-attr]
        body = QWidget()
        row = across(left, self.detail, gap=0)
        row.setStretch(0, 1)
        body.setLayout(row)
        self.detail.hide()
        self.setLayout(down(Pane(body)))

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.table.opened.connect(self._open)
        self.table.heads.sortIndicatorChanged.connect(self._sort)
        self.filters.changed.connect(self.filtered)
        self.model.modelReset.connect(self._detail_pause.start)
        self.model.dataChanged.connect(self._detail_pause.start)
        self.model.counted.connect(self._show_count)
        self.model.reading.connect(self._wait)
        self.model.failed.connect(self.failed)
        self._patience.timeout.connect(self._say_reading)
        self._detail_pause.timeout.connect(self._show_chosen)

    def _selection_changed(self) -> None:
        count = self.chosen_count()
        words = self.tr("{count} chosen").format(count=shown.count(count, "reports"))
        self.picked.setText(words if count > 1 else "")
        self._detail_pause.start()
        self.chosen.emit()

    def _show_chosen(self) -> None:
        if not self.detail.isHidden():
            index = self.table.currentIndex()
            self.detail.show_row(self.model.row(index.row()) if index.isValid() else None)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.selection.same_rows = False
        self.model.sort(column, order)

    def _show_count(self, total: ItemCount) -> None:
        pieces, placements = shown.count(total.pieces, "pieces"), shown.count(total.placements, "placements")
        self.count.setText(f"{pieces} · {placements}")
        if total.placements:
            self._stack.show_instead(None)
        elif self._empty is not None:
            self._stack.show_instead(self._empty)
            self._empty = None  # the stack throws it away when something else takes its place

    def _wait(self, reading: bool) -> None:  # a signal
        if reading:
            self._patience.start()
        else:
            self._patience.stop()

    def _say_reading(self) -> None:
        self.count.setText(self.tr("Putting the reports in order…"))

    def _open(self) -> None:
        index = self.table.currentIndex()
        row = self.model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)
