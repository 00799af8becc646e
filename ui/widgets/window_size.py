"""Sizes of windows: measured for text at 100 %, grown with the size of text, never beyond the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.theme import theme

_FRAME = QSize(16, 48)
"""What title bar and borders of a window take of a screen."""


def room_on_screen(window: QWidget) -> QSize:
    """The largest size in pixels that a window may have on its screen."""
    return window.screen().availableGeometry().size() - _FRAME


def usual_size(window: QWidget, width: int, height: int) -> None:
    """Give a window the size that it opens with, in pixels for text at 100 %."""
    wish = QSize(theme.scaled(width), theme.scaled(height))
    window.resize(wish.boundedTo(room_on_screen(window)))


def least_width(window: QWidget, width: int) -> None:
    """Keep a window, or a part as wide as one, from getting narrower than ``width`` pixels at 100 %."""
    window.setMinimumWidth(min(theme.scaled(width), room_on_screen(window).width()))
