"""Lists whose rows have a title with a state, and a second line of particulars."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Role, Space, State
from ui.widgets.state_cell import chip_pixmap
from xcdesk.normalise import in_order

TWO_LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""Role under which a model gives the `TwoLine` of a row; the display role holds the title for search."""
_LEFT = 14
_RIGHT = 10


@dataclass(frozen=True, slots=True)
class TwoLine:
    """What one row shows: title and state above, particulars and a date or number below.

    ``told`` is what stands below in full, where there is room for less; read out, and shown as a tip.
    """

    title: str
    state: State
    word: str
    below: str = ""
    aside: str = ""
    told: str = ""

    def accessible(self) -> str:
        """The row in words."""
        return "，".join(
            part for part in (self.title, self.word, self.told or self.below, self.aside) if part
        )


class TwoLineDelegate(QStyledItemDelegate):
    """Paints rows of `TwoLine`; 64 px high at 100 %. Keep a reference, the view does not own it."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = theme.line_height(Role.BODY) + theme.line_height(Role.CAPTION)
        return QSize(200, lines + 27)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(TWO_LINE_ROLE)
        if not isinstance(row, TwoLine):
            super().paint(painter, option, index)
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, selected=selected)
        self._paint_title(painter, option.rect, row, selected=selected)
        self._paint_below(painter, option.rect, row, selected=selected)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
        box = option.rect
        if selected:
            painter.fillRect(box, theme.colour("sel"))
            painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), theme.colour("accent"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _paint_title(self, painter: QPainter, box: QRect, row: TwoLine, *, selected: bool) -> None:
        ratio = painter.device().devicePixelRatioF()
        chip = chip_pixmap(row.state, row.word, ratio)
        wide, high = round(chip.width() / ratio), round(chip.height() / ratio)
        painter.drawPixmap(box.right() - wide - _RIGHT, box.y() + 9, chip)
        font = theme.font(Role.BODY, bold=selected)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        line = QRect(
            box.x() + _LEFT, box.y() + 8, box.width() - _LEFT - wide - _RIGHT - Space.S, max(22, high)
        )
        title = QFontMetrics(font).elidedText(in_order(row.title), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_below(self, painter: QPainter, box: QRect, row: TwoLine, *, selected: bool) -> None:
        font = theme.font(Role.CAPTION)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.colour("text2" if selected else "text3"))
        height = theme.line_height(Role.CAPTION)
        line = QRect(
            box.x() + _LEFT, box.bottom() - height - 10, box.width() - _LEFT - _RIGHT - 2, height + 2
        )
        beside = in_order(row.aside)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, beside)
        room = line.width() - metrics.horizontalAdvance(beside) - (Space.S if beside else 0)
        below = metrics.elidedText(in_order(row.below), Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, below)
