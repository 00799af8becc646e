"""The focus frame of rows and cells: one rectangle drawn after them, so that nothing moves."""

from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from ui.theme import theme


def draw_focus(view: QAbstractItemView) -> None:
    """Frame the current cell of a view that has the focus, inside its borders; call it after the cells."""
    index = view.currentIndex()
    if not view.hasFocus() or not index.isValid():
        return
    painter = QPainter(view.viewport())
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.drawRect(view.visualRect(index).adjusted(1, 1, -2, -2))
    painter.end()
