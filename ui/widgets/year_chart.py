"""Twelve months of one series: standing bars with their values above them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Radius, Role
from ui.widgets.bar_chart import BarMark
from ui.widgets.chart import Chart

_BARS = 36
"""Height of the longest bar at 100 %."""
_LEAST_BAR = 2


class YearChart(Chart):
    """``most`` is the length of the longest bar of all series that stand one under the other."""

    def __init__(self, name: str, marks: Sequence[BarMark], tint: str, most: int) -> None:
        super().__init__(name, [mark.sentence for mark in marks])
        self._marks, self._tint, self._most = tuple(marks), tint, max(1, most)

    @override
    def mark_at(self, x: float, y: float) -> int | None:
        at = int(x // self._step())
        return at if 0 <= at < len(self._marks) else None

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, _BARS + 2 * theme.line_height(Role.CAPTION) + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Role.CAPTION))
        step, caption = self._step(), theme.line_height(Role.CAPTION)
        ground = self.height() - caption - 2
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, ground, self.width(), ground)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        for at, mark in enumerate(self._marks):
            column = QRectF(at * step, 0, step, self.height())
            if at == self.chosen and self.hasFocus():
                painter.setBrush(theme.colour("sel"))
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.drawRoundedRect(column.adjusted(2, 1, -2, -1), Radius.CONTROL, Radius.CONTROL)
            long = max(_LEAST_BAR if mark.value else 0.0, _BARS * mark.value / self._most)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._tint))
            painter.drawRect(QRectF(column.x() + step * 0.3, ground - long, step * 0.4, long))
            painter.setPen(theme.colour("text2"))
            if mark.value:
                above = QRectF(column.x(), ground - long - caption, step, caption)
                painter.drawText(above, centre, mark.figures)
            painter.drawText(QRectF(column.x(), ground + 1, step, caption), centre, mark.name)

    def _step(self) -> float:
        return self.width() / max(1, len(self._marks))
