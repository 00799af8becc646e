"""Tables: plain cells are left to the style, the focus frame is one rectangle drawn after the rows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView, QWidget
from typing_extensions import override

from ui.changes import Lately
from ui.theme import theme
from ui.theme.tokens import Role
from ui.widgets.change_marks import ChangeMarks
from ui.widgets.focus import draw_focus
from ui.widgets.state_cell import StateCell

_LEAST = 120
"""Pixels at 100 % below which no column is squeezed that was given more."""


class _Marked:
    """A view that shows for a minute which of its rows somebody else has changed."""

    marks: ChangeMarks | None = None

    def mark_changes(self, lately: Lately, kind: str, number: Callable[[int], int | None]) -> None:
        """Mark rows of table ``kind``; ``number`` gives that of the row in a line, None for none."""
        if isinstance(self, QAbstractItemView):
            self.marks = ChangeMarks(self, lately, kind, number)

    def draw_marks(self) -> None:
        """Draw them over the rows that are painted."""
        if self.marks is not None:
            self.marks.draw()


class TableView(_Marked, QTableView):
    """Rows of records: whole rows are selected, row height follows the density, Enter activates.

    ``states`` are the columns whose cells may hold a state. Set the model first with `setModel`, then give
    the widths with `set_widths`, where ``stretch`` is the column that takes what is left; where that is too
    little to be read, the table scrolls sideways.
    """

    def __init__(self, states: tuple[int, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretched: int | None = None
        self._least = 0
        self._state_cell = StateCell(self)
        for column in states:
            self.setItemDelegateForColumn(column, self._state_cell)
        self.setProperty("flat", True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit_rows()
        theme.current().changed.connect(self._fit_rows)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        # Qt asks the header for whole columns that are chosen, cell by cell: seconds for 100 000 rows.
        header = self.horizontalHeader()
        header.setSelectionModel(QItemSelectionModel(header.model(), header))

    def set_widths(self, widths: tuple[int, ...], stretch: int | None = None) -> None:
        """Give the columns their widths in pixels at 100 %; the last one stretches unless one is named."""
        for column, width in enumerate(widths):
            self.setColumnWidth(column, theme.scaled(width))
        if self._stretched is None:
            self.horizontalHeader().sectionResized.connect(self._make_room)
        self._stretched = len(widths) - 1 if stretch is None else stretch
        self._least = theme.scaled(min(widths[self._stretched], _LEAST))
        self._fit_stretched()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_stretched()

    def _make_room(self, column: int, _before: int, _now: int) -> None:
        if column != self._stretched:
            self._fit_stretched()

    def _fit_stretched(self) -> None:
        """Let the column take what is left, but never less than its heading and a few words need."""
        header, at = self.horizontalHeader(), self._stretched
        if at is None or at >= header.count():
            return
        least = max(self._least, header.sectionSizeHint(at))
        left = self.viewport().width() - header.length() + header.sectionSize(at)
        mode = QHeaderView.ResizeMode
        wanted = mode.Interactive if left < least else mode.Stretch
        if header.sectionResizeMode(at) != wanted:
            header.setSectionResizeMode(at, wanted)
        if left < least:
            header.resizeSection(at, least)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer the verbs in a context menu; the actions are those of a `VerbSet`."""
        self.addActions(list(actions))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def select_row(self, row: int) -> None:
        """Make ``row`` the current one, if there is such a row."""
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.draw_marks()
        draw_focus(self)

    def _fit_rows(self) -> None:
        vertical = self.verticalHeader()
        vertical.setMinimumSectionSize(theme.line_height())
        vertical.setDefaultSectionSize(theme.row_height())
        self.horizontalHeader().setMinimumHeight(theme.line_height() + 10)
        self.viewport().update()


class ListView(_Marked, QListView):
    """A list of two-line rows or of plain ones, with the same focus frame as tables."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("flat", True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.draw_marks()
        draw_focus(self)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, 4 * theme.line_height(Role.BODY))
