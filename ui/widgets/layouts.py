"""Rows and columns of widgets without ceremony."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme.tokens import Space

Item = QWidget | QLayout | int | None
"""A widget, a layout, a distance in pixels, or None for stretch."""
Margins = int | tuple[int, int, int, int]


def _fill(box: QBoxLayout, items: Sequence[Item], margins: Margins, gap: int) -> None:
    left, top, right, bottom = (margins,) * 4 if isinstance(margins, int) else margins
    box.setContentsMargins(left, top, right, bottom)
    box.setSpacing(gap)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)


def across(*items: Item, margins: Margins = 0, gap: int = Space.S) -> QHBoxLayout:
    """Items side by side."""
    box = QHBoxLayout()
    _fill(box, items, margins, gap)
    return box


def down(*items: Item, margins: Margins = 0, gap: int = Space.S) -> QVBoxLayout:
    """Items one under the other."""
    box = QVBoxLayout()
    _fill(box, items, margins, gap)
    return box


def clear(box: QBoxLayout) -> None:
    """Take every widget out of a row or column and throw it away.

    It is hidden at once: until the event loop destroys it, it would stand where it stood.
    """
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def boxed(layout: QLayout, name: str = "") -> QFrame:
    """A frame around ``layout``; ``name`` picks its ground: card, pane, side, well, or "" for none."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setLayout(layout)
    return frame


def line() -> QFrame:
    """A thin horizontal separator."""
    made = QFrame()
    made.setObjectName("line")
    made.setFixedHeight(1)
    return made
