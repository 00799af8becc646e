"""Banners: bad news where the work is, with the way out."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.messages import sentence
from ui.theme import icons, theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from xcdesk.errors import DeskError

_GLYPHS = {
    "bad": Glyph.ERROR_CIRCLE,
    "warn": Glyph.WARNING,
    "info": Glyph.INFO,
    "ok": Glyph.CHECKMARK_CIRCLE,
}


class GlyphBox(QWidget):
    """A drawing that keeps the colour of the theme, which a pixmap in a label would not.

    ``side`` is in pixels at 100 %.
    """

    def __init__(self, glyph: Glyph, tint: str = "text3", side: int = 20) -> None:
        super().__init__()
        self._glyph, self._tint, self._side = glyph, tint, theme.scaled(side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.draw(painter, QRectF(0, 0, self._side, self._side), self._glyph, self._tint)


class Banner(QFrame):
    """A message in the page. ``tone`` is "bad", "warn", "info" or "ok"; buttons are the ways out."""

    def __init__(self, tone: str, title: str, text: str = "", actions: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("tone", tone)
        self.title = label(title, bold=True, wrap=True)
        self.text = label(text, Role.CAPTION, "second", wrap=True)
        # setVisible(True) would show a label without a parent as a window of its own.
        if not text:
            self.text.hide()
        for part in (self.title, self.text):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        glyph = GlyphBox(_GLYPHS[tone], "accent_text" if tone == "info" else tone)
        words = down(self.title, self.text, gap=2)
        row = across(glyph, words, *actions, margins=(12, 8, 12, 8), gap=10)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{title} {text}".strip())

    @classmethod
    def refusal(cls, title: str, error: DeskError, actions: Sequence[QPushButton] = ()) -> "Banner":
        """Warn banner that says why something cannot be done."""
        return cls("warn", title, sentence(error), actions)
