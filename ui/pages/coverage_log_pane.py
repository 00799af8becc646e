"""Lower half of the coverage page: the reports behind the figures, sorted and filtered by the service."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.desk import Desk
from ui.tablemodels.coverage_columns import COLUMNS, PLACEMENTS, TITLE
from ui.tablemodels.coverage_items import CoverageItemsModel
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
from xcdesk.services.counting import ItemCount
from xcdesk.services.coverage_log import ItemRow
from xcdesk.services.item_filter import ItemFilter

MOST_CHOSEN = 2_000
"""More reports than these are not changed in one act."""

_LEAST_ROWS = 3
_NOTICED_MS = 300


class CoverageLogPane(QWidget):
    """Shows the reports of one filter; says which are chosen and which one is to be opened."""

    chosen = Signal()
    opened = Signal(object)  # ItemRow
    scope_cleared = Signal()
    failed = Signal(object)  # an exception

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty: EmptyState | None = None
        self._kept: list[int] = []
        self._top: int | None = None
        self._again = False
        self.model = CoverageItemsModel(desk.runner, self)
        self.table = TableView(states=(PLACEMENTS,))
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Reports"))
        self.table.set_widths(tuple(column.width for column in COLUMNS), stretch=TITLE)
        for at, column in enumerate(COLUMNS):
            self.table.setColumnHidden(at, not column.usual)
        self.table.setSortingEnabled(False)
        self._make_sortable()
        self.scope = button("", Glyph.DISMISS, Kind.CHIP, self.scope_cleared.emit)
        self.scope.hide()
        self.count = label("", Role.CAPTION, "muted")
        self._stack = Instead(self.table)
        heading = label(self.tr("Reports in detail"), Role.HEADING)
        self.setLayout(down(Pane(self._stack, (heading, self.scope, None, self.count))))
        self._patience = QTimer(self, singleShot=True, interval=_NOTICED_MS)
        self._connect()

    def show_items(self, chosen: ItemFilter, scope: str, empty: EmptyState) -> None:
        """Read again with another filter; what was chosen stays chosen where it is still shown.

        Args:
            chosen: which reports.
            scope: the cell they belong to, in words; "" for the whole period.
            empty: what to show when there are none.
        """
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = empty
        self.scope.setVisible(bool(scope))
        self.scope.setText(scope)
        self._again = chosen == self.model.chosen
        self.model.show_items(chosen)

    def rows(self) -> list[ItemRow]:
        """The chosen reports, in the order shown; of more than `MOST_CHOSEN` only so many."""
        return self.model.rows(self._places())

    def chosen_count(self) -> int:
        """How many reports are chosen."""
        return sum(bottom - top + 1 for top, bottom in self._ranges())

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

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self.chosen)
        self.table.activated.connect(self._open)
        self.model.modelAboutToBeReset.connect(self._keep)
        self.model.modelReset.connect(self._restore)
        self.model.counted.connect(self._show_count)
        self.model.reading.connect(self._wait)
        self.model.failed.connect(self.failed)
        self._patience.timeout.connect(self._say_reading)

    def _make_sortable(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        header.sortIndicatorChanged.connect(self._sort)
        header.setSectionsMovable(True)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._again = False
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

    def _places(self) -> list[int]:
        """Places of the chosen rows, top down, no more than an act takes."""
        places: list[int] = []
        for top, bottom in self._ranges():
            places += range(top, min(bottom, top + MOST_CHOSEN - len(places) - 1) + 1)
        return places

    def _ranges(self) -> list[tuple[int, int]]:
        """First and last row of each stretch that is chosen; a chosen million is one stretch."""
        chosen = self.table.selectionModel().selection()
        return sorted((chosen.at(each).top(), chosen.at(each).bottom()) for each in range(chosen.count()))

    def _keep(self) -> None:
        """Before other rows come: which are chosen, and which stands at the top."""
        self._kept = [row.id for row in self.rows()]
        top = self.table.rowAt(0)
        row = self.model.row(top) if top >= 0 else None
        self._top = row.id if row is not None else None

    def _restore(self) -> None:
        """Show the chosen rows again, else where the person was; other rows from their beginning."""
        if self._kept and self._choose(self._kept):
            return
        top = self.model.find(self._top) if self._again and self._top is not None else None
        if top is None:
            self.table.scrollToTop()
        else:
            self.table.scrollTo(self.model.index(top, 0), TableView.ScrollHint.PositionAtTop)

    def _choose(self, ids: list[int]) -> bool:
        """Choose rows; False where none of them is shown."""
        flags = QItemSelectionModel.SelectionFlag
        places = [at for at in map(self.model.find, ids) if at is not None]
        if not places:
            return False
        wanted = QItemSelection()
        for at in places:
            wanted.select(self.model.index(at, 0), self.model.index(at, 0))
        selection = self.table.selectionModel()
        selection.select(wanted, flags.Select | flags.Rows)
        current = self.model.index(
            places[-1], self.table.currentIndex().column() if self.table.currentIndex().isValid() else 0
        )
        selection.setCurrentIndex(current, flags.NoUpdate)
        self.table.scrollTo(current)
        return True

    def _open(self) -> None:
        index = self.table.currentIndex()
        row = self.model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)
