"""Table cells that show a state: the chip is drawn once and copied."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Space, State
from ui.widgets.chips import chip_size, draw_chip, fitting

STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Role under which a model gives the `State` of a cell, None for plain text; its display role is the word."""
LEFT = 2
FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
"""How a model aligns figures."""
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_BESIDE_FIGURES = 4
"""Figures end where their heading ends, or they would touch the words of the next column."""


def chip_pixmap(state: State, word: str, ratio: float) -> QPixmap:
    """Chip drawn for a screen of ``ratio`` pixels per point, from the cache where it was drawn before."""
    # Theme, size and ratio stand in the key, or the wrong chip would come back after a switch.
    now = theme.current()
    key = f"chip|{state}|{word}|{now.palette.name}|{now.text_size}|{ratio}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        size = chip_size(word)
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        draw_chip(painter, QRect(QPoint(0, 0), size), state, word)
        painter.end()
        QPixmapCache.insert(key, made)
    return made


class StateCell(QStyledItemDelegate):
    """Delegate for state columns only; the view does not own it, so keep a reference."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        state, figures = index.data(STATE_ROLE), index.data(_ALIGN) == FIGURES
        if state is None and not figures:
            super().paint(painter, option, index)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("sel"))
        if state is None:
            inset = QStyleOptionViewItem(option)
            inset.rect = option.rect.adjusted(0, 0, -_BESIDE_FIGURES, 0)
            super().paint(painter, inset, index)
            return
        ratio = painter.device().devicePixelRatioF()
        word, room = str(index.data() or ""), option.rect.width() - (_BESIDE_FIGURES if figures else LEFT)
        chip = chip_pixmap(State(state), word, ratio)
        if chip.width() > room * ratio:
            chip = chip_pixmap(State(state), fitting(word, room), ratio)
        width, height = chip.width() / ratio, chip.height() / ratio
        left = option.rect.right() - _BESIDE_FIGURES - width if figures else option.rect.x() + LEFT
        top = option.rect.y() + (option.rect.height() - height) / 2
        painter.save()
        painter.setClipRect(option.rect)
        painter.drawPixmap(round(left), round(top), chip)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if index.data(STATE_ROLE) is None:
            return super().sizeHint(option, index)
        return chip_size(str(index.data() or "")) + QSize(LEFT + Space.XS, Space.XS)
