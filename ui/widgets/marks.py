"""State marks: eleven shapes that can be told apart in grey print."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.messages import text
from ui.theme import theme
from ui.theme.tokens import LOOKS, Shape, State
from ui.widgets.spoken import spoken_as

_SIDE = 12
"""Side of a mark in pixels at 100 %."""

_Draw = Callable[[QPainter, QRectF], None]


def side() -> int:
    """Side of a mark in pixels, at the chosen size of text."""
    return theme.scaled(_SIDE)


def _at(box: QRectF, x: float, y: float) -> QPointF:
    """Point of the box at the shares ``x`` and ``y`` of its sides."""
    return QPointF(box.x() + box.width() * x, box.y() + box.height() * y)


def _inner(box: QRectF, by: float) -> QRectF:
    return box.adjusted(by, by, -by, -by)


def _disc(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(_inner(box, 1))
    painter.setPen(QPen(theme.colour("surface"), 1.6))
    painter.drawPolyline([_at(box, 0.29, 0.52), _at(box, 0.44, 0.67), _at(box, 0.72, 0.36)])


def _triangle(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    painter.drawPolygon([_at(box, 0.5, 0.1), _at(box, 0.95, 0.87), _at(box, 0.05, 0.87)])
    painter.setPen(QPen(theme.colour("surface"), 1.5))
    painter.drawLine(_at(box, 0.5, 0.4), _at(box, 0.5, 0.68))


def _square(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    painter.drawRoundedRect(_inner(box, 1.5), 1.5, 1.5)


def _ring(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(_inner(box, 1.5))


def _half(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(_inner(box, 1.5))
    painter.setBrush(painter.pen().color())
    painter.drawPie(_inner(box, 1.5), 90 * 16, -180 * 16)


def _dash(painter: QPainter, box: QRectF) -> None:
    painter.drawLine(_at(box, 0.17, 0.5), _at(box, 0.83, 0.5))


def _dot(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(box.center(), 1.5, 1.5)


def _plus(painter: QPainter, box: QRectF) -> None:
    painter.drawLine(_at(box, 0.5, 0.1), _at(box, 0.5, 0.9))
    painter.drawLine(_at(box, 0.1, 0.5), _at(box, 0.9, 0.5))


def _delta(painter: QPainter, box: QRectF) -> None:
    painter.drawPolygon([_at(box, 0.5, 0.12), _at(box, 0.92, 0.84), _at(box, 0.08, 0.84)])


def _twin(painter: QPainter, box: QRectF) -> None:
    painter.drawRect(box.adjusted(1, 1, -4, -4))
    painter.drawRect(box.adjusted(4, 4, -1, -1))


def _cross(painter: QPainter, box: QRectF) -> None:
    painter.drawLine(_at(box, 0.17, 0.17), _at(box, 0.83, 0.83))
    painter.drawLine(_at(box, 0.83, 0.17), _at(box, 0.17, 0.83))


_DRAWINGS: dict[Shape, _Draw] = {
    Shape.DISC: _disc,
    Shape.TRIANGLE: _triangle,
    Shape.SQUARE: _square,
    Shape.RING: _ring,
    Shape.HALF: _half,
    Shape.DASH: _dash,
    Shape.DOT: _dot,
    Shape.PLUS: _plus,
    Shape.DELTA: _delta,
    Shape.TWIN: _twin,
    Shape.CROSS: _cross,
}


def draw_mark(painter: QPainter, box: QRectF, state: State) -> None:
    """Paint the mark of ``state`` into ``box`` in the colours of the theme; leaves the painter as it was."""
    look = LOOKS[state]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(look.tint), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWINGS[look.shape](painter, box)
    painter.restore()


@spoken_as(QAccessible.Role.Graphic)
class MarkBox(QWidget):
    """A mark standing alone before a line of text; its word is there for screen readers."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    def set_state(self, state: State) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(text(LOOKS[state].word))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(side() + 2, side() + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_mark(painter, QRectF(1, 1, side(), side()), self._state)
