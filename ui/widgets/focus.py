"""Where the focus is, and the frame of rows and cells: drawn after them, so that nothing moves."""

from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.theme import theme


def draw_focus(view: QAbstractItemView, holder: QWidget | None = None) -> None:
    """Frame the current cell of a view that has the focus, inside its borders; call it after the cells.

    ``holder`` is the view that has the focus where another one paints a part of it.
    """
    index = view.currentIndex()
    if not (holder or view).hasFocus() or not index.isValid():
        return
    painter = QPainter(view.viewport())
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.drawRect(view.visualRect(index).adjusted(1, 1, -2, -2))
    painter.end()


def holds_focus(region: QWidget) -> bool:
    """Whether a region, or something inside it, has the focus."""
    focus = QApplication.focusWidget()
    return focus is not None and (region is focus or region.isAncestorOf(focus))
