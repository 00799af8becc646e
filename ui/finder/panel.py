"""The list that hangs under the one box while it has the focus."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget
from typing_extensions import override

from ui.finder.row_delegate import RowDelegate
from ui.finder.rows import FindRow, FindRows
from ui.theme.tokens import Role, Space
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down, line
from ui.widgets.table_view import ListView

_WIDTH = 640
_BORDER = 1
_MARGIN = Space.M


class FindPanel(QFrame):
    """Never takes the focus: the field above keeps it and says where to go."""

    chosen = Signal(object)  # FindRow
    current_told = Signal(str)  # the current row in words
    menu_asked = Signal(object, QPoint)  # FindRow, place on the screen

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("finder")
        self.setAutoFillBackground(True)
        self.model = FindRows(self)
        self.list = ListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMouseTracking(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._delegate = RowDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.hint = label("", Role.CAPTION, "muted")
        self._foot = boxed(across(self.hint, None, margins=(Space.M, 5, Space.M, 6)))
        column = down(self.list, line(), self._foot, margins=_BORDER, gap=0)
        column.setStretch(0, 1)
        self.setLayout(column)
        self.list.clicked.connect(self._click)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self.hide()

    def show_rows(self, rows: list[FindRow], *, keep: bool) -> None:
        """Show other rows; the first one that does something is current, or the one at the same place."""
        at = self.list.currentIndex().row() if keep else -1
        self.model.show_rows(rows)
        self._choose(at if self.model.can_choose(at) else self.model.stepped(-1, 1))
        self.fit()

    def step(self, rows: int) -> None:
        """Make a row further down or up the current one."""
        self._choose(self.model.stepped(self.list.currentIndex().row(), rows))

    def current(self) -> FindRow | None:
        """The current row."""
        return self.model.row(self.list.currentIndex().row())

    def hang(self, field: QWidget) -> None:
        """Place itself under the field, its right edge on that of the field."""
        window = self._window
        corner = field.mapTo(window, QPoint(field.width(), field.height() + 2))
        width = min(max(_WIDTH, field.width()), window.width() - 2 * _MARGIN)
        self.setGeometry(max(_MARGIN, corner.x() - width), corner.y(), width, self._height(corner.y()))
        self.raise_()

    def fit(self) -> None:
        """As high as the rows need, and no higher than the window."""
        self.resize(self.width(), self._height(self.y()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.scrollTo(self.list.currentIndex())

    def _height(self, top: int) -> int:
        rows = sum(self.list.sizeHintForRow(at) for at in range(self.model.rowCount()))
        foot = self._foot.sizeHint().height()
        return min(rows + foot + 2 * _BORDER + Space.S, self._window.height() - top - _MARGIN)

    def _choose(self, at: int) -> None:
        self.list.setCurrentIndex(self.model.index(at, 0) if at >= 0 else QModelIndex())
        if self.model.row(at - 1) is not None and not self.model.can_choose(at - 1):
            self.list.scrollTo(self.model.index(at - 1, 0))  # its heading is seen with it
        self.list.scrollTo(self.list.currentIndex())
        self._tell_keys()

    def _click(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is not None and self.model.can_choose(index.row()):
            self.chosen.emit(row)

    def _tell_keys(self) -> None:
        row = self.current()
        keys = self.tr("↑↓ choose   Enter opens   Esc back")
        if row is None:
            keys = self.tr("Esc back")
        elif row.kept is not None:
            keys = self.tr("↑↓ choose   Enter searches   F2 rename   Del remove   Esc back")
        self.hint.setText(keys)
        self.current_told.emit(row.accessible() if row is not None else "")

    def _ask_menu(self, place: QPoint) -> None:
        row = self.model.row(self.list.indexAt(place).row())
        if row is not None:
            self.menu_asked.emit(row, self.list.viewport().mapToGlobal(place))
