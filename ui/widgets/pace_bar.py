"""How far a yearly target is: a bar, and a mark where it should be today."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.widgets.labels import tip
from ui.widgets.spoken import spoken_as

_THICK = 8
_MARK = 18


@spoken_as(QAccessible.Role.ProgressBar)
class PaceBar(QWidget):
    """``done`` of ``target``; the mark stands at ``expected``, what an even pace gives by today.

    ``words`` say the same to a screen reader; without ``expected`` there is no mark.
    """

    def __init__(self, done: int, target: int, expected: float | None, words: str) -> None:
        super().__init__()
        self._done, self._target, self._expected = done, target, expected
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setToolTip(tip(words))

    def filled(self) -> float:
        """Share of the bar that is filled, at most 1."""
        return min(1.0, self._done / self._target) if self._target else 1.0

    def mark(self) -> float | None:
        """Share of the bar at which the mark stands, None for no mark."""
        if self._expected is None or not self._target:
            return None
        return min(1.0, self._expected / self._target)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, _MARK + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top, width = (self.height() - _THICK) / 2, self.width()
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(QRectF(0, top, width, _THICK), _THICK / 2, _THICK / 2)
        if self._done:
            painter.setBrush(theme.colour("accent"))
            long = max(_THICK, width * self.filled())
            painter.drawRoundedRect(QRectF(0, top, long, _THICK), _THICK / 2, _THICK / 2)
        self._paint_mark(painter)

    def _paint_mark(self, painter: QPainter) -> None:
        share = self.mark()
        if share is None:
            return
        at = min(max(2.0, self.width() * share), self.width() - 2.0)
        high = (self.height() - _MARK) / 2
        # A rim in the colour of the card keeps the mark apart from the filled bar in both themes.
        for tint, thick in (("surface", 5), ("text", 2)):
            painter.setPen(QPen(theme.colour(tint), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(round(at), round(high), round(at), round(high + _MARK))
