"""The first columns of a wide table, which stay in view when it is scrolled sideways."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView
from typing_extensions import override

from ui.theme import theme
from ui.widgets.filter_header import FilterHeader
from ui.widgets.focus import draw_focus
from ui.widgets.table_view import TableView

_HANDED_ON = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.ToolTip,
    }
)


class FrozenColumns(TableView):
    """Paints the columns a second time, over those of the table; whatever the mouse does is the table's.

    Rows, choice and current cell are the table's own, so that the keyboard knows of one table only. The
    headings are real: they sort, take widths and are dragged, and the table follows.
    """

    def __init__(self, table: TableView, states: tuple[int, ...]) -> None:
        super().__init__(states, table)
        self._table = table
        self._count = 0
        self.heads = FilterHeader(self)
        self.setHorizontalHeader(self.heads)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        self._connect()

    def show_model(self) -> None:
        """Follow the table to another model."""
        self.setModel(self._table.model())
        chosen = self.selectionModel()
        self.setSelectionModel(self._table.selectionModel())
        chosen.deleteLater()

    def set_count(self, count: int) -> None:
        """Keep so many columns in view; 0 for none."""
        self._count = count
        self.follow()

    def reach(self) -> int:
        """Pixels at the left of the table's viewport that are covered."""
        return 0 if self.isHidden() else sum(map(self._table.columnWidth, self._frozen()))

    def holds(self, column: int) -> bool:
        """Whether a column is one of those that stay."""
        return not self.isHidden() and column in self._frozen()

    def follow(self) -> None:
        """Take over order, widths and place from the table."""
        heads, frozen = self._table.horizontalHeader(), self._frozen()
        with QSignalBlocker(self.heads):
            for visual in range(heads.count()):
                column = heads.logicalIndex(visual)
                self.heads.moveSection(self.heads.visualIndex(column), visual)
                self.setColumnHidden(column, column not in frozen)
                if column in frozen:
                    self.setColumnWidth(column, self._table.columnWidth(column))
            self.heads.setSortIndicator(heads.sortIndicatorSection(), heads.sortIndicatorOrder())
        self.setVisible(bool(frozen))
        self._place()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in _HANDED_ON:
            return self._table.viewportEvent(event)
        return super().viewportEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QTableView.paintEvent(self, event)
        if self.holds(self.currentIndex().column()):
            draw_focus(self, self._table)
        painter = QPainter(self.viewport())
        painter.setPen(theme.colour("line_strong"))
        right = self.viewport().width() - 1
        painter.drawLine(right, 0, right, self.viewport().height())
        painter.end()

    def _frozen(self) -> list[int]:
        """The columns that stay: the first that are not hidden; never all of them."""
        heads = self._table.horizontalHeader()
        shown = [heads.logicalIndex(at) for at in range(heads.count())]
        shown = [column for column in shown if not heads.isSectionHidden(column)]
        return shown[: min(self._count, len(shown) - 1)]

    def _connect(self) -> None:
        heads = self._table.horizontalHeader()
        for changed in (heads.sectionMoved, heads.sectionResized, heads.geometriesChanged):
            changed.connect(self.follow)
        heads.sortIndicatorChanged.connect(self.follow)
        self.heads.sectionResized.connect(lambda column, _old, width: heads.resizeSection(column, width))
        self.heads.sectionMoved.connect(lambda _column, old, new: heads.moveSection(old, new))
        self.heads.sortIndicatorChanged.connect(heads.setSortIndicator)
        theirs, ours = self._table.verticalScrollBar(), self.verticalScrollBar()
        theirs.valueChanged.connect(ours.setValue)
        ours.valueChanged.connect(theirs.setValue)

    def _place(self) -> None:
        heads, view = self._table.horizontalHeader(), self._table.viewport()
        width = sum(map(self._table.columnWidth, self._frozen()))
        self.setGeometry(view.x(), heads.y(), width, heads.height() + view.height())
        self.heads.setFixedHeight(heads.height())
        self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())
        self.raise_()
