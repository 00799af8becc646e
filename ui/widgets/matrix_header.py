"""Headings of the matrix: weekday and day, and a mark for a holiday or a working day made up."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Radius, Role

BADGE_ROLE = int(Qt.ItemDataRole.UserRole) + 5
"""Role under which the model gives the `Badge` of a heading, None for none."""
SPAN_ROLE = int(Qt.ItemDataRole.UserRole) + 6
"""Role under which the model gives words that stand over a heading and those behind it, None for none."""
_GAP = 2
_SPAN_LEFT = 4


@dataclass(frozen=True, slots=True)
class Badge:
    """One character in a ring (a day off) or in a filled square (a day at work), and the weekday before it.

    The model leaves the first line of such a heading empty.
    """

    weekday: str
    text: str
    works: bool


class MatrixHeader(QHeaderView):
    """Draws the badge right behind the weekday; the tooltip says in words what it means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("matrix")  # the style sheet leaves out the padding: a week of a year is narrow
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        badge = self._badge(logicalIndex)
        if badge is not None:
            self._paint_badge(painter, rect, badge)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(theme.colour("text2"))
        painter.setFont(theme.font(Role.CAPTION))
        for section in range(self.count()):
            words = self.model().headerData(section, Qt.Orientation.Horizontal, SPAN_ROLE)
            if words:
                left = self.sectionViewportPosition(section) + _SPAN_LEFT
                room = QRect(left, 0, self.width(), self.height() // 2 + 2)
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(words))
        painter.end()

    def _badge(self, section: int) -> Badge | None:
        found = self.model().headerData(section, Qt.Orientation.Horizontal, BADGE_ROLE)
        return found if isinstance(found, Badge) else None

    def _paint_badge(self, painter: QPainter, rect: QRect, badge: Badge) -> None:
        metrics = QFontMetrics(self.font())
        line, before = metrics.lineSpacing(), metrics.horizontalAdvance(badge.weekday)
        side = line - 4
        left = rect.center().x() - (before + _GAP + side) / 2
        top = rect.center().y() + 1 - line
        painter.save()
        painter.setPen(theme.colour("text2"))
        painter.setFont(self.font())
        words = QRectF(left, top, before + 1, line)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, badge.weekday)
        self._paint_mark(painter, QRectF(left + before + _GAP, top + 2, side, side), badge)
        painter.restore()

    def _paint_mark(self, painter: QPainter, box: QRectF, badge: Badge) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = theme.colour("warn" if badge.works else "ok")
        painter.setPen(QPen(tint, 1))
        painter.setBrush(tint if badge.works else Qt.BrushStyle.NoBrush)
        radius = Radius.CELL if badge.works else box.width() / 2
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(theme.colour("surface") if badge.works else tint)
        font = theme.font(Role.CAPTION)
        font.setPixelSize(max(8, round(box.width() * 0.66)))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge.text)
