"""A yearly target as a line, the steps done so far, and where the present rate leads."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Role, Space
from ui.widgets.chart import Chart

_HEIGHT = 108
_MARK = 3.5
_NEAR = 14.0


@dataclass(frozen=True, slots=True)
class PacePicture:
    """What is drawn.

    Attributes:
        days: the day of each step; one piece each.
        target: how many by ``until``, on an even line from ``since``.
        reached_on: where the present rate reaches the target; None where it leads nowhere.
        months: names under the months; ``target_name``, ``done_name`` and ``ahead_name`` stand at the lines.
    """

    days: tuple[dt.date, ...]
    target: int
    since: dt.date
    until: dt.date
    today: dt.date
    reached_on: dt.date | None
    months: tuple[str, ...]
    target_name: str
    done_name: str
    ahead_name: str


class PaceChart(Chart):
    """Steps are the marks; the target is dashed, the way ahead dotted; each says at its end what it is."""

    def __init__(self, name: str, picture: PacePicture, sentences: Sequence[str]) -> None:
        super().__init__(name, sentences)
        self._shown = picture

    def point(self, day: dt.date, count: float) -> QPointF:
        """Where so many by that day stand."""
        area, shown = self._area(), self._shown
        share = (day - shown.since).days / max(1, (shown.until - shown.since).days)
        most = max(shown.target, len(shown.days), 1)
        return QPointF(
            area.x() + area.width() * min(1.0, max(0.0, share)),
            area.bottom() - area.height() * min(1.0, count / most),
        )

    @override
    def mark_at(self, x: float, y: float) -> int | None:
        away = [
            (self.point(day, at + 1) - QPointF(x, y)).manhattanLength()
            for at, day in enumerate(self._shown.days)
        ]
        nearest = min(range(len(away)), key=away.__getitem__, default=None)
        return nearest if nearest is not None and away[nearest] <= _NEAR else None

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT + theme.line_height(Role.CAPTION))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Role.CAPTION))
        self._paint_months(painter)
        self._paint_target(painter)
        self._paint_ahead(painter)
        self._paint_steps(painter)

    def _area(self) -> QRectF:
        metrics = QFontMetrics(theme.font(Role.CAPTION))
        names = (self._shown.target_name, self._shown.ahead_name, self._shown.done_name)
        right = max(metrics.horizontalAdvance(name) for name in names) + Space.M
        below = metrics.height() + Space.XS
        return QRectF(Space.S, Space.S, self.width() - Space.S - right, self.height() - Space.S - below)

    def _paint_months(self, painter: QPainter) -> None:
        area = self._area()
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        step = area.width() / len(self._shown.months)
        for at, name in enumerate(self._shown.months):
            left = area.x() + at * step
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(left, area.bottom()), QPointF(left, area.bottom() + 4))
            painter.setPen(theme.colour("text3"))
            box = QRectF(left, area.bottom() + 2, step, self.height() - area.bottom() - 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        now = self.point(self._shown.today, 0)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawLine(QPointF(now.x(), area.top()), now)

    def _paint_target(self, painter: QPainter) -> None:
        shown = self._shown
        end = self.point(shown.until, shown.target)
        painter.setPen(QPen(theme.colour("chart2"), 1.6, Qt.PenStyle.DashLine))
        painter.drawLine(self.point(shown.since, 0), end)
        painter.setPen(theme.colour("chart2"))
        self._name_end(painter, end, shown.target_name)

    def _paint_ahead(self, painter: QPainter) -> None:
        """From where it stands today to the target, or to the year's end if that comes first."""
        shown = self._shown
        done = len(shown.days)
        if shown.reached_on is None or done >= shown.target or shown.reached_on <= shown.today:
            return
        rate = (shown.target - done) / (shown.reached_on - shown.today).days
        last = min(shown.reached_on, shown.until)
        end = self.point(last, done + rate * (last - shown.today).days)
        painter.setPen(QPen(theme.colour("chart1"), 1.6, Qt.PenStyle.DotLine))
        painter.drawLine(self.point(shown.today, done), end)
        painter.setPen(theme.colour("text2"))
        self._name_end(painter, end, shown.ahead_name)

    def _paint_steps(self, painter: QPainter) -> None:
        shown = self._shown
        path = [self.point(shown.since, 0)]
        for at, day in enumerate(shown.days):
            path += [self.point(day, at), self.point(day, at + 1)]
        done = len(shown.days)
        here = max([shown.today, *shown.days])
        path.append(self.point(here, done))
        painter.setPen(QPen(theme.colour("chart1"), 2))
        painter.drawPolyline(path)
        for at, day in enumerate(shown.days):
            chosen = self.hasFocus() and at == self.chosen
            painter.setPen(QPen(theme.colour("focus" if chosen else "surface"), 2 if chosen else 1))
            painter.setBrush(theme.colour("sel" if chosen else "chart1"))
            size = _MARK * (1.8 if chosen else 1)
            painter.drawEllipse(self.point(day, at + 1), size, size)
        if done >= shown.target or shown.reached_on is None:
            painter.setPen(theme.colour("text2"))
            self._name_end(painter, path[-1], shown.done_name)

    def _name_end(self, painter: QPainter, at: QPointF, name: str) -> None:
        height = QFontMetrics(painter.font()).height()
        top = min(max(0.0, at.y() - height / 2), self.height() - 2.0 * height)
        room = QRectF(at.x() + Space.XS, top, self.width() - at.x(), height)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
