"""The heading of a table whose columns can be filtered: a mark at the right of each opens its filter."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.theme import icons, theme
from ui.theme.icons import Glyph

_SIDE = 16
_ROOM = 20
"""Pixels at the right of a heading that the mark takes."""
_AROUND = 8
"""Pixels between a heading and the edges of its section."""
_GRIP = 4
"""The edge of a section, which takes hold of its width."""


class FilterHeader(QHeaderView):
    """A click on a heading sorts, a click on its mark asks for the filter; a filtered column's is full."""

    filter_asked = Signal(int)  # logical index

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._filtered: frozenset[int] = frozenset()
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicatorShown(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(theme.line_height() + 10)

    def show_filtered(self, columns: Collection[int]) -> None:
        """Say which columns are filtered now."""
        self._filtered = frozenset(columns)
        self.viewport().update()

    def width_of(self, heading: str) -> int:
        """Pixels in which a heading can be read beside its mark."""
        return self.fontMetrics().horizontalAdvance(heading) + _ROOM + _AROUND

    def mark_box(self, column: int) -> QRect:
        """Where the mark of a column stands in the viewport."""
        right = self.sectionViewportPosition(column) + self.sectionSize(column)
        return QRect(right - _ROOM, 0, _ROOM, self.height())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        for part in (rect, *self._beside_marks(rect, logicalIndex)):
            painter.save()
            super().paintSection(painter, part, logicalIndex)
            painter.restore()
        box = self.mark_box(logicalIndex)
        if box.left() < rect.left():
            return
        if logicalIndex == self.sortIndicatorSection():
            self._paint_arrow(painter, box.translated(-_ROOM, 0))
        painter.fillRect(box.adjusted(0, 2, -1, -2), theme.colour("raised"))
        place = QRectF(box.left() + 1, box.center().y() - _SIDE / 2 + 1, _SIDE, _SIDE)
        if logicalIndex in self._filtered:
            icons.draw(painter, place, Glyph.FILTER, "accent_text", filled=True)
        else:
            icons.draw(painter, place.adjusted(2, 2, -2, -2), Glyph.CHEVRON_DOWN, "text3")

    def _beside_marks(self, rect: QRect, column: int) -> Iterator[QRect]:
        """Where the heading of figures is drawn once more: it would end below the marks."""
        align = self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        if align is not None and align & Qt.AlignmentFlag.AlignRight:
            marks = 2 if column == self.sortIndicatorSection() else 1
            yield rect.adjusted(0, 0, 1 - marks * _ROOM, 0)

    def _paint_arrow(self, painter: QPainter, box: QRect) -> None:
        """Down for the newest or the last first; the style would draw it under the mark, or not at all."""
        down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        painter.fillRect(box.adjusted(0, 2, -1, -2), theme.colour("raised"))
        place = QRectF(box.left() + 1, box.center().y() - _SIDE / 2 + 1, _SIDE, _SIDE)
        glyph = Glyph.ARROW_DOWN if down else Glyph.ARROW_UP
        icons.draw(painter, place.adjusted(1, 1, -1, -1), glyph, "accent_text")

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        place = e.position().toPoint()
        column = self.logicalIndexAt(place)
        if column >= 0 and e.button() == Qt.MouseButton.LeftButton:
            box = self.mark_box(column).adjusted(0, 0, -_GRIP, 0)
            if box.contains(place):
                self.filter_asked.emit(column)
                return
        super().mousePressEvent(e)
