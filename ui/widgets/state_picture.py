"""The picture of states: boxes in a row, done, here and to come, and the arrow by which a text comes back."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Radius, Role, State
from ui.widgets.marks import draw_mark, side
from ui.widgets.spoken import spoken_as

_PADDING = 12
_ARROW = 5
_MARK_GAP = 6
_LEAST_GAP = 28
_WIDEST_GAP = 150


class Stage(StrEnum):
    """Whether a state lies behind, is now, or is still to come."""

    DONE = "done"
    HERE = "here"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class Box:
    """One state: its word, its mark, who or what belongs to it."""

    word: str
    state: State
    stage: Stage
    below: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes from left to right; ``back`` is the word on the arrow from box 1 back to box 0, empty for none.

    ``sentence`` says the whole in words, for screen readers.
    """

    boxes: tuple[Box, ...]
    back: str
    sentence: str


_NOTHING = Picture((), "", "")


@spoken_as(QAccessible.Role.Graphic)
class StatePicture(QWidget):
    """Paints a `Picture` in the colours of the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = _NOTHING
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: Picture) -> None:
        """Show another picture."""
        self.picture = picture
        self.setAccessibleName(picture.sentence)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        caption = theme.line_height(Role.CAPTION)
        back = caption + 14 if self.picture.back else 0
        widths = sum(self._box_width(box) for box in self.picture.boxes)
        gaps = _LEAST_GAP * max(0, len(self.picture.boxes) - 1)
        return QSize(round(widths + gaps), round(self._box_height() + caption + 6 + back))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Role.CAPTION))
        places = self._places()
        for at, (box, place) in enumerate(zip(self.picture.boxes, places, strict=True)):
            if at:
                self._draw_arrow(painter, places[at - 1], place, box.stage)
            self._draw_box(painter, place, box)
        if self.picture.back:
            self._draw_back(painter, places[0], places[1])

    def _box_height(self) -> float:
        return theme.line_height(Role.CAPTION) + 10

    def _box_width(self, box: Box) -> float:
        metrics = QFontMetrics(theme.font(Role.CAPTION))
        word = side() + _MARK_GAP + metrics.horizontalAdvance(box.word) + 2 * _PADDING
        return max(word, metrics.horizontalAdvance(box.below), 96)

    def _places(self) -> list[QRectF]:
        widths = [self._box_width(box) for box in self.picture.boxes]
        spaces = max(1, len(widths) - 1)
        gap = min(_WIDEST_GAP, max(_LEAST_GAP, (self.width() - sum(widths) - 2) / spaces))
        left = max(1.0, (self.width() - sum(widths) - gap * (len(widths) - 1)) / 2)
        places = []
        for width in widths:
            places.append(QRectF(left, 1, width, self._box_height()))
            left += width + gap
        return places

    def _draw_box(self, painter: QPainter, place: QRectF, box: Box) -> None:
        ground, edge, pen = {
            Stage.DONE: ("ok_soft", "ok", 1.0),
            Stage.HERE: ("accent_soft", "accent", 2.0),
            Stage.TO_COME: ("surface", "line_strong", 1.0),
        }[box.stage]
        dashes = Qt.PenStyle.DashLine if box.stage is Stage.TO_COME else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour(edge), pen, dashes))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(place, Radius.CONTROL, Radius.CONTROL)
        metrics = painter.fontMetrics()
        high = side()
        word = high + _MARK_GAP + metrics.horizontalAdvance(box.word)
        left = place.center().x() - word / 2
        draw_mark(painter, QRectF(left, place.center().y() - high / 2, high, high), box.state)
        painter.setPen(theme.colour("text3" if box.stage is Stage.TO_COME else "text"))
        painter.drawText(
            QRectF(left + high + _MARK_GAP, place.y(), word, place.height()),
            Qt.AlignmentFlag.AlignVCenter,
            box.word,
        )
        painter.setPen(theme.colour("text2" if box.stage is Stage.HERE else "text3"))
        under = QRectF(place.x(), place.bottom() + 4, place.width(), metrics.height() + 2)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, box.below)

    def _draw_arrow(self, painter: QPainter, before: QRectF, after: QRectF, stage: Stage) -> None:
        reached = stage is not Stage.TO_COME
        tint = theme.colour("ok" if reached else "line_strong")
        style = Qt.PenStyle.SolidLine if reached else Qt.PenStyle.DashLine
        tip = QPointF(after.left() - 2, after.center().y())
        painter.setPen(QPen(tint, 1.4, style))
        painter.drawLine(QPointF(before.right() + 2, before.center().y()), tip - QPointF(_ARROW, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        wing = QPointF(_ARROW, _ARROW - 1)
        painter.drawPolygon(QPolygonF([tip, tip - wing, tip - QPointF(wing.x(), -wing.y())]))

    def _draw_back(self, painter: QPainter, start: QRectF, end: QRectF) -> None:
        metrics = painter.fontMetrics()
        top = start.bottom() + metrics.height() + 6
        low = top + 8
        tip = QPointF(start.center().x(), top - 1)
        foot = end.center().x()
        tint = theme.colour("text3")
        painter.setPen(QPen(tint, 1.2))
        painter.drawPolyline([QPointF(foot, top), QPointF(foot, low), QPointF(tip.x(), low), tip])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawPolygon(
            QPolygonF([tip, tip + QPointF(_ARROW - 1, _ARROW), tip + QPointF(1 - _ARROW, _ARROW)])
        )
        painter.setPen(theme.colour("text2"))
        middle = (tip.x() + foot) / 2
        width = metrics.horizontalAdvance(self.picture.back) + 4
        place = QRectF(max(1.0, middle - width / 2), low + 1, width, metrics.height() + 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.picture.back)
