"""Bars with their values as text beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Radius, Role, Space
from ui.widgets.chart import Chart
from xcdesk.normalise import in_order

_WIDEST_NAME = 150
_LEAST_BAR = 3
_SPARE = 8


@dataclass(frozen=True, slots=True)
class BarMark:
    """One bar: its name, its length, the figures beside it, and a sentence that says the same."""

    name: str
    value: int
    figures: str
    sentence: str


class BarChart(Chart):
    """Lying bars, one a line, all to one scale; ``tint`` is the token of their colour."""

    def __init__(self, name: str, marks: Sequence[BarMark], tint: str = "chart1") -> None:
        super().__init__(name, [mark.sentence for mark in marks])
        self._marks, self._tint = tuple(marks), tint

    def bar(self, mark: int) -> QRectF:
        """Where a bar stands."""
        left = self._names_width() + Space.S
        room = self.width() - left - self._figures_width() - Space.M
        most = max((one.value for one in self._marks), default=0) or 1
        value = self._marks[mark].value
        long = max(_LEAST_BAR if value else 0, room * value / most)
        height = self._line() * 0.5
        return QRectF(left, mark * self._line() + (self._line() - height) / 2, long, height)

    @override
    def mark_at(self, x: float, y: float) -> int | None:
        at = int(y // self._line())
        return at if 0 <= at < len(self._marks) else None

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, len(self._marks) * self._line() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Role.BODY))
        names = self._names_width()
        metrics = QFontMetrics(theme.font(Role.BODY))
        for at, mark in enumerate(self._marks):
            line = QRect(0, at * self._line(), self.width(), self._line())
            if at == self.chosen and self.hasFocus():
                self._frame(painter, line)
            bar = self.bar(at)
            painter.setPen(theme.colour("text"))
            shown = metrics.elidedText(in_order(mark.name), Qt.TextElideMode.ElideRight, names - Space.XS)
            painter.drawText(line.adjusted(Space.XS, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setPen(theme.colour("text2"))
            beside = line.adjusted(round(bar.right()) + Space.S, 0, 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, mark.figures)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._tint))
            painter.drawRoundedRect(bar, Radius.CELL, Radius.CELL)

    def _frame(self, painter: QPainter, line: QRect) -> None:
        painter.setBrush(theme.colour("sel"))
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRoundedRect(QRectF(line).adjusted(1, 1, -1, -1), Radius.CONTROL, Radius.CONTROL)

    def _line(self) -> int:
        return theme.line_height() + _SPARE

    def _names_width(self) -> int:
        metrics = QFontMetrics(theme.font(Role.BODY))
        widest = max((metrics.horizontalAdvance(mark.name) for mark in self._marks), default=0)
        return min(widest, theme.scaled(_WIDEST_NAME)) + Space.S

    def _figures_width(self) -> int:
        metrics = QFontMetrics(theme.font(Role.BODY))
        return max((metrics.horizontalAdvance(mark.figures) for mark in self._marks), default=0)
