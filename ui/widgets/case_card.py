"""Cards of a board and tiles of a wall: painted, so that hundreds of them cost nothing."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import LOOKS, Radius, Role, State
from ui.widgets.marks import draw_mark, side
from xcdesk.normalise import in_order

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 4
"""Role under which a model gives the `Card` of an item."""
_PAD, _MARGIN = 8, 3
_GAP = 8
"""Room of a mark beside words."""
_VCENTRE = Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card: a small line with mark and word, a title, a small line with two ends."""

    head: str
    state: State
    word: str
    title: str
    below: str = ""
    aside: str = ""


class _Painted(QStyledItemDelegate):
    """Ground and frame; what stands on it is the business of the subclass."""

    lines: ClassVar[tuple[Role, ...]] = ()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(90, sum(map(theme.line_height, self.lines)) + 2 * (_PAD + _MARGIN))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(theme.colour("sel" if chosen else "surface"))
        painter.drawRoundedRect(box, Radius.CONTROL, Radius.CONTROL)
        self.fill(painter, box.toRect().adjusted(_PAD, _PAD - 1, -_PAD, -_PAD + 1), card)
        painter.restore()

    def fill(self, painter: QPainter, box: QRect, card: Card) -> None:
        """Write what stands on the card."""
        raise NotImplementedError


class CardDelegate(_Painted):
    """A card of a lane: number and light, title, unit and day. Keep a reference, the view does not own it."""

    lines = (Role.CAPTION, Role.BODY, Role.CAPTION)

    @override
    def fill(self, painter: QPainter, box: QRect, card: Card) -> None:
        small, body, high = theme.line_height(Role.CAPTION), theme.line_height(Role.BODY), side()
        top = QRect(box.x(), box.y(), box.width(), small)
        # The number tells cases apart; what the word says, the shape of the mark says too: the word gives way
        metrics = QFontMetrics(theme.font(Role.CAPTION))
        room = top.width() - high - _GAP - metrics.horizontalAdvance(card.head)
        shown = card.word if metrics.horizontalAdvance(card.word) <= room else ""
        word = _end(painter, top, shown, LOOKS[card.state].tint)
        mark = QRectF(top.right() - word - high - 3, top.center().y() - high / 2 + 1, high, high)
        draw_mark(painter, mark, card.state)
        head = top.adjusted(0, 0, -(word + high + _GAP), 0)
        _start(painter, head, card.head, Role.CAPTION, "text3", Qt.TextElideMode.ElideMiddle)
        middle = QRect(box.x(), top.bottom() + 1, box.width(), body)
        _start(painter, middle, card.title, Role.BODY, "text")
        low = QRect(box.x(), middle.bottom() + 1, box.width(), small)
        aside = _end(painter, low, card.aside, "text2")
        _start(painter, low.adjusted(0, 0, -aside - 6, 0), card.below, Role.CAPTION, "text2")


class TileDelegate(_Painted):
    """A tile of the wall: number, unit, mark and word."""

    lines = (Role.CAPTION, Role.CAPTION)
    width = 100

    @staticmethod
    def width_of(words: str) -> int:
        """Width of a tile that shows ``words`` after its mark."""
        metrics = QFontMetrics(theme.font(Role.CAPTION))
        return metrics.horizontalAdvance(words) + side() + 6 + 2 * (_PAD + _MARGIN)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width, super().sizeHint(option, index).height())

    @override
    def fill(self, painter: QPainter, box: QRect, card: Card) -> None:
        small, high = theme.line_height(Role.CAPTION), side()
        _start(painter, QRect(box.x(), box.y(), box.width(), small), card.title, Role.CAPTION, "text")
        low = QRect(box.x(), box.bottom() - small + 1, box.width(), small)
        draw_mark(painter, QRectF(low.x(), low.center().y() - high / 2 + 1, high, high), card.state)
        word = low.adjusted(high + 4, 0, 0, 0)
        _start(painter, word, card.word, Role.CAPTION, LOOKS[card.state].tint)


def _start(
    painter: QPainter,
    line: QRect,
    words: str,
    role: Role,
    tint: str,
    shorten: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Write at the left end; ``shorten`` in the middle where the end of the words tells things apart."""
    font = theme.font(role)
    painter.setFont(font)
    painter.setPen(theme.colour(tint))
    cut = QFontMetrics(font).elidedText(in_order(words), shorten, line.width())
    painter.drawText(line, _VCENTRE, cut)


def _end(painter: QPainter, line: QRect, words: str, tint: str) -> int:
    """Write at the right end; the width taken."""
    font = theme.font(Role.CAPTION)
    painter.setFont(font)
    painter.setPen(theme.colour(tint))
    painter.drawText(line, _VCENTRE | Qt.AlignmentFlag.AlignRight, in_order(words))
    return QFontMetrics(font).horizontalAdvance(words)
