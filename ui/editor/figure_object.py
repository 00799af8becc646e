"""A figure of the log within a text: one unit that cannot be typed into, shown by its value."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Radius, Role

FIGURE = int(QTextFormat.ObjectTypes.UserObject) + 1
SOURCE = int(QTextFormat.Property.UserProperty) + 2
OBJECT = "\ufffc"
"""The character that stands for a figure in the text of a document."""
_PADDING = 4.0


class Shown(Protocol):
    """What a figure shows: its value now, and how it is counted."""

    @property
    def text(self) -> str:
        """The value, or the name of a table."""

    @property
    def rule(self) -> str:
        """The counting rule, in a sentence."""


Value = Callable[[str], Shown]
"""Gives what a figure shows now, by how it stands in the text."""


def figure_format(source: str) -> QTextCharFormat:
    """Format that makes `OBJECT` the figure with this source."""
    made = QTextCharFormat()
    made.setObjectType(FIGURE)
    made.setProperty(SOURCE, source)
    # Qt sets such an object on the base line, a little too high for text of the same size
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBottom)
    return made


class FigureObject(QPyTextObject):
    """Measures and paints figures; the document's layout calls it."""

    def __init__(self, value: Value, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(theme.font(Role.BODY))
        width = metrics.horizontalAdvance(self._value(str(format.property(SOURCE))).text)
        return QSizeF(width + 2 * _PADDING, metrics.height())

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        painter.save()
        painter.setPen(theme.colour("accent"))
        painter.setBrush(theme.colour("accent_soft"))
        box = QRectF(rect)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), Radius.CELL, Radius.CELL)
        painter.setPen(theme.colour("accent_text"))
        painter.setFont(theme.font(Role.BODY))
        text = self._value(str(format.property(SOURCE))).text
        metrics = painter.fontMetrics()
        base = box.top() + (box.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(box.left() + _PADDING, base), text)
        painter.restore()
