"""A list of records in a pane: a row of filters above, a table, and what is said when it is empty."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.widgets.card import Pane
from ui.widgets.instead import Instead
from ui.widgets.layouts import Item, down
from ui.widgets.table_view import TableView


class RecordList(QWidget):
    """One row is always the chosen one while there are rows; Enter or a double click opens it."""

    chosen = Signal()
    opened = Signal()

    def __init__(
        self,
        name: str,
        model: QAbstractItemModel,
        widths: Sequence[int],
        head: tuple[Item, ...] = (),
        *,
        stretch: int = 0,
    ) -> None:
        super().__init__()
        self.table = TableView(states=tuple(range(model.columnCount())))
        self.table.setModel(model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(name)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.set_widths(tuple(widths), stretch=stretch)
        self._stack = Instead(self.table)
        self.setLayout(down(Pane(self._stack, head)))
        self.table.selectionModel().currentRowChanged.connect(self.chosen)
        self.table.activated.connect(self.opened)

    def at(self) -> int | None:
        """Number of the chosen row, None when there is none."""
        index = self.table.currentIndex()
        return index.row() if index.isValid() and not self.is_empty() else None

    def choose(self, at: int) -> None:
        """Choose a row, or the last one if there are fewer; keeps the column."""
        column = max(0, self.table.currentIndex().column())
        model = self.table.model()
        last = model.rowCount() - 1
        self.table.setCurrentIndex(model.index(min(at, last), column))

    def is_empty(self) -> bool:
        """Whether an empty state stands in place of the table."""
        return not self._stack.shows_view()

    def place(self) -> QWidget:
        """The widget that takes the focus: the table, or the first way in of an empty list."""
        shown = self._stack.currentWidget()
        ways = getattr(shown, "ways_in", ())
        return ways[0] if ways else self.table

    def show_table(self) -> None:
        """Show the table."""
        self._stack.show_instead(None)

    def show_empty(self, empty: QWidget) -> None:
        """Show an empty state in place of the table."""
        self._stack.show_instead(empty)
