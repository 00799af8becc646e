"""Where the focus is and goes; the frame of rows and cells, drawn after them, so that nothing moves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from typing_extensions import override

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


def visit(regions: Sequence[QWidget], step: int) -> None:
    """Give the focus to the region ``step`` places (1 or -1) from the one that has it, in a ring."""
    here = next((at for at, region in enumerate(regions) if holds_focus(region)), -1 if step > 0 else 0)
    regions[(here + step) % len(regions)].setFocus(Qt.FocusReason.TabFocusReason)


class FocusWatch(QObject):
    """Says when the focus comes to one of some parts of ``owner``, and when it leaves one."""

    entered = Signal()
    left = Signal()

    def __init__(self, owner: QWidget, parts: Sequence[QWidget]) -> None:
        super().__init__(owner)
        for part in parts:
            part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)
