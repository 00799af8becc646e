"""Chips: a state on its soft ground, and a filter that is on or off."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.messages import text
from ui.theme import theme
from ui.theme.icons import Glyph, icon
from ui.theme.tokens import LOOKS, Radius, Role, State
from ui.widgets.buttons import Kind
from ui.widgets.marks import draw_mark, side
from ui.widgets.spoken import spoken_as
from xcdesk.normalise import in_order

_BEFORE_MARK, _BEFORE_WORD, _AFTER_WORD = 6, 5, 7
"""Pixels before the mark, between it and the word, and behind the word."""
_GLYPH = 16
"""Side of the drawing of a filter in pixels at 100 %."""


def _word_at() -> int:
    """Where the word of a chip begins."""
    return _BEFORE_MARK + side() + _BEFORE_WORD


def chip_size(word: str) -> QSize:
    """Size of a state chip; 20 px high at 100 %."""
    metrics = QFontMetrics(theme.font(Role.CAPTION))
    return QSize(
        _word_at() + metrics.horizontalAdvance(word) + _AFTER_WORD,
        max(20, metrics.ascent() + metrics.descent() + 3),
    )


def fitting(word: str, room: int) -> str:
    """The word of a chip, shortened with dots where the chip would be wider than ``room`` pixels."""
    if chip_size(word).width() <= room:
        return word
    metrics = QFontMetrics(theme.font(Role.CAPTION))
    return metrics.elidedText(in_order(word), Qt.TextElideMode.ElideRight, room - _word_at() - _AFTER_WORD)


def draw_chip(painter: QPainter, box: QRect, state: State, word: str, *, ground: bool = True) -> None:
    """Paint mark and word into ``box``, on the soft ground of the state unless ``ground`` is off."""
    look = LOOKS[state]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(look.ground))
        painter.drawRoundedRect(box, Radius.CHIP, Radius.CHIP)
    high = side()
    top = box.y() + (box.height() - high) / 2
    draw_mark(painter, QRectF(box.x() + _BEFORE_MARK, top, high, high), state)
    painter.setPen(theme.colour(look.tint))
    painter.setFont(theme.font(Role.CAPTION))
    painter.drawText(box.adjusted(_word_at(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)
    painter.restore()


@spoken_as(QAccessible.Role.StaticText)
class StateChip(QWidget):
    """A state as mark, colour and word: the exact word of the page, or the plain one of the state."""

    def __init__(
        self, state: State, word: str = "", parent: QWidget | None = None, *, ground: bool = True
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state, word)

    def set_state(self, state: State, word: str = "") -> None:
        """Show another state."""
        self.state = state
        self.word = word or text(LOOKS[state].word)
        self.setAccessibleName(self.word)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self.word)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        word = fitting(self.word, self.width())
        draw_chip(painter, self.rect(), self.state, word, ground=self._ground)


class FilterChip(QPushButton):
    """A filter that can be on (filled) or off (outline), with the number of rows it would show.

    A name that begins with the mark of a state needs no ``glyph``.
    """

    def __init__(self, text: str, glyph: Glyph | None = Glyph.FILTER, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._name = text
        self.setProperty("kind", Kind.CHIP.value)
        self.setCheckable(True)
        self.setAutoDefault(False)
        if glyph is not None:
            self.setIcon(icon(glyph))
            self.setIconSize(QSize(theme.scaled(_GLYPH) + _BEFORE_WORD, theme.scaled(_GLYPH)))

    def set_count(self, count: int | None) -> None:
        """Show how many rows the filter holds; None shows the name alone."""
        self.setText(self._name if count is None else f"{self._name} {count}")
