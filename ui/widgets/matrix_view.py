"""The matrix outlet x day: painted cells of three kinds, typed into like a sheet of paper."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Radius, Role, Space, State
from ui.widgets.focus import draw_focus
from ui.widgets.marks import draw_mark, side
from ui.widgets.matrix_header import MatrixHeader
from xcdesk.normalise import in_order

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 4
"""Role under which the model gives the `CellLook` of a cell."""
_WIDE = 96
"""Least width of a cell that shows titles, in pixels at 100 %."""
_EDITOR = 320
_CORNER = 8
_FIGURE = 3
"""Most characters of a count; anything longer is a title."""


@dataclass(frozen=True, slots=True)
class CellLook:
    """What a cell shows: a count, a short reason, or the mark of a state; and its ground.

    Attributes:
        text: a figure or two characters; "" shows the mark.
        state: what the cell is.
        ground: colour token of its own ground, "" for none.
        behind: colour token of the whole column, "" for none.
        corner: state of a small mark in the corner of a figure, None for none.
    """

    text: str
    state: State
    ground: str = ""
    behind: str = ""
    corner: State | None = None


class CellEditor(QLineEdit):
    """A line of text; several lines or cells that are pasted into it are no line, and handed on."""

    table_pasted = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasted = QGuiApplication.clipboard().text().strip()
        if event.matches(QKeySequence.StandardKey.Paste) and ("\n" in pasted or "\t" in pasted):
            self.table_pasted.emit()
            return
        super().keyPressEvent(event)


class MatrixDelegate(QStyledItemDelegate):
    """Paints `CellLook` cells and edits them in place."""

    table_pasted = Signal()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = index.data(CELL_ROLE)
        if not isinstance(look, CellLook):
            super().paint(painter, option, index)
            return
        painter.save()
        self._paint_ground(painter, option, look)
        if look.text:
            self._paint_text(painter, option.rect, look)
            if look.corner is not None:
                self._paint_corner(painter, option.rect, look.corner)
        else:
            self._paint_mark(painter, option.rect, look.state)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, look: CellLook) -> None:
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("sel"))  # a chosen block is seen as one
            return
        if look.behind:
            painter.fillRect(box, theme.colour(look.behind))
        if look.ground:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(look.ground))
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), Radius.CELL, Radius.CELL)

    def _paint_text(self, painter: QPainter, box: QRect, look: CellLook) -> None:
        counted = look.state is State.DONE
        painter.setPen(theme.colour("ok" if counted else "idle"))
        if counted and len(look.text) > _FIGURE:
            font = theme.font(Role.CAPTION)
            room = box.adjusted(Space.XS + 1, 0, -Space.XS - 1, 0)
            title = QFontMetrics(font).elidedText(
                in_order(look.text), Qt.TextElideMode.ElideRight, room.width()
            )
            painter.setFont(font)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
            return
        painter.setFont(theme.font(Role.BODY, bold=True) if counted else theme.font(Role.CAPTION))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, look.text)

    def _paint_mark(self, painter: QPainter, box: QRect, state: State) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = side()
        left, top = box.x() + (box.width() - high) / 2, box.y() + (box.height() - high) / 2
        draw_mark(painter, QRectF(left, top, high, high), state)

    def _paint_corner(self, painter: QPainter, box: QRect, state: State) -> None:
        draw_mark(painter, QRectF(box.right() - _CORNER - 1, box.y() + 1, _CORNER, _CORNER), state)

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = CellEditor(parent)
        editor.table_pasted.connect(self.table_pasted)
        editor.setMaxLength(200)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # A title needs room: the editor runs over the cells at its right as far as the view goes.
        view = editor.parentWidget()
        box = option.rect
        right = box.right() if view is None else view.width()
        width = max(box.width(), min(_EDITOR, right))
        left = min(box.x(), right - width)
        editor.setGeometry(QRect(left, box.y(), width, box.height()))

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """A cell is always typed anew: what is there already shows in the log below."""


class MatrixView(QTableView):
    """Outlets stay fixed when scrolling sideways; Enter goes down, Tab right, any key begins to type."""

    cell_changed = Signal(int, int)  # row, column of the current cell
    opened = Signal()

    def __init__(self, parent: QWidget | None = None, *, typing: bool = True, sample: str = "版调") -> None:
        """A matrix to type into, or one to look at, where Enter and a double click open the cell.

        Args:
            parent: as for any widget.
            typing: whether its cells are typed into.
            sample: the widest text of a narrow cell.
        """
        super().__init__(parent)
        self._typing, self._sample = typing, sample
        self._delegate = MatrixDelegate(self)
        self._delegate.table_pasted.connect(self._paste_table, Qt.ConnectionType.QueuedConnection)
        self.setItemDelegate(self._delegate)
        self.setProperty("flat", True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        if not typing:
            self.setEditTriggers(triggers.NoEditTriggers)
            self.doubleClicked.connect(self.opened)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, typing)
        self.setHorizontalHeader(MatrixHeader(self))
        down = self.verticalHeader()
        down.setSectionsClickable(False)
        down.setHighlightSections(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._wide = False
        self._served: dict[QKeySequence, Callable[[], object]] = {}
        self._fit()
        theme.current().changed.connect(self._fit)

    def serve(self, keys: QKeySequence, act: Callable[[], object]) -> None:
        """Carry out ``act`` on ``keys`` while the matrix has the focus, whatever they do elsewhere."""
        self._served[keys] = act

    def set_wide(self, *, wide: bool) -> None:
        """Wide cells show titles (a week), narrow ones figures (a month)."""
        self._wide = wide

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._fit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def preferred_height(self) -> int:
        """Height at which every outlet is seen."""
        rows = self.model().rowCount() if self.model() is not None else 0
        bar = self.horizontalScrollBar().sizeHint().height()
        return self.horizontalHeader().sizeHint().height() + rows * self._row_height() + bar + 4

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.cell_changed.emit(current.row(), current.column())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_focus(self)

    @override
    def event(self, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and self._act_for(event) is not None
        if is_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_for(event)
        if act is not None:
            act()
            return
        step = {Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0)}.get(Qt.Key(event.key()))
        if step is not None and not self._typing:
            self.opened.emit()
            return
        if step is not None and self.state() != QAbstractItemView.State.EditingState:
            self._step(*step)
            return
        super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Open the editor for a composition and hand it on, so that its first letter is not lost."""
        index = self.currentIndex()
        if self.state() != QAbstractItemView.State.EditingState and index.isValid():
            self.edit(index)
            editor = self.viewport().findChild(QLineEdit)
            if isinstance(editor, QLineEdit):
                editor.setFocus()
                QCoreApplication.sendEvent(editor, event)
                return
        super().inputMethodEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        step = {hints.SubmitModelCache: (1, 0), hints.EditNextItem: (0, 1), hints.EditPreviousItem: (0, -1)}
        if hint in step:
            self._step(*step[hint])

    def _paste_table(self) -> None:
        """Give up what is typed and paste into the cells themselves."""
        editor = self.viewport().findChild(QLineEdit)
        if isinstance(editor, QLineEdit):
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        act = self._served.get(QKeySequence("Ctrl+V"))
        if act is not None:
            act()

    def _act_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        return self._served.get(QKeySequence(event.keyCombination()))

    def _step(self, down: int, right: int) -> None:
        here = self.currentIndex()
        there = self.model().index(here.row() + down, here.column() + right)
        if there.isValid():
            self.setCurrentIndex(there)

    def _row_height(self) -> int:
        return theme.line_height() + 8

    def _fit(self) -> None:
        """Share the width among the days as long as two characters fit into each."""
        least = QFontMetrics(theme.font(Role.CAPTION)).horizontalAdvance(self._sample) + 2 * Space.XS
        days = self.model().columnCount() if self.model() is not None else 0
        share = self.viewport().width() // days if days else least
        self.horizontalHeader().setMinimumSectionSize(least)
        self.horizontalHeader().setDefaultSectionSize(
            max(share, theme.scaled(_WIDE) if self._wide else least)
        )
        self.verticalHeader().setMinimumSectionSize(theme.line_height())
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        self.viewport().update()

    @override
    def minimumSizeHint(self) -> QSize:
        """The headings and one outlet can always be seen."""
        head = self.horizontalHeader().sizeHint().height()
        return QSize(super().minimumSizeHint().width(), head + max(self._row_height(), 34) + 4)

    @override
    def sizeHint(self) -> QSize:
        return QSize(800, self.preferred_height())
