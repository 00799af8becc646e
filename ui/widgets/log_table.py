"""A wide table worked in by keyboard: its first columns stay in view, cells are asked to be edited."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QKeyCombination,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from ui.widgets.filter_header import FilterHeader
from ui.widgets.frozen_columns import FrozenColumns
from ui.widgets.table_view import TableView

Index = QModelIndex | QPersistentModelIndex
_FILL = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D)
_CHANGES_NOTHING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class LogTable(TableView):
    """Says what is asked for; whoever made it answers.

    F2, a double click and typing ask for an editor, Enter for the whole record,
    Ctrl+C for a copy and Ctrl+D to be filled down.
    """

    edit_asked = Signal(QModelIndex, object)  # the cell; what was typed, None to start with what is there
    composed = Signal(QModelIndex, object)  # the cell, the event of an input method
    opened = Signal()
    copy_asked = Signal()
    fill_asked = Signal()
    resized = Signal()

    def __init__(self, states: tuple[int, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(states, parent)
        self.heads = FilterHeader(self)
        self.setHorizontalHeader(self.heads)
        self.frozen = FrozenColumns(self, states)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.doubleClicked.connect(lambda index: self.edit_asked.emit(index, None))

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.frozen.show_model()

    @override
    def indexAt(self, pos: QPoint) -> QModelIndex:
        if pos.x() >= self.frozen.reach():
            return super().indexAt(pos)
        row, column = self.rowAt(pos.y()), self.heads.logicalIndexAt(pos.x() - self.heads.offset())
        return self.model().index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    @override
    def visualRect(self, index: Index) -> QRect:
        box = super().visualRect(index)
        return box.translated(self.heads.offset(), 0) if self.frozen.holds(index.column()) else box

    @override
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if self.frozen.holds(index.column()):
            bar.setValue(before)
            return
        covered = self.frozen.reach() - self.columnViewportPosition(index.column())
        if covered > 0:
            bar.setValue(bar.value() - covered)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        plain = not event.modifiers() & ~_CHANGES_NOTHING
        text = event.text()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.keyCombination() == _FILL:
            self.fill_asked.emit()
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif plain and event.key() == Qt.Key.Key_F2 and index.isValid():
            self.edit_asked.emit(index, None)
        elif plain and text.isprintable() and text.strip() and index.isValid():
            self.edit_asked.emit(index, text)
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The first letter of a composition opens the editor, which goes on with it."""
        if self.currentIndex().isValid():
            self.composed.emit(self.currentIndex(), event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frozen.follow()
        self.resized.emit()
