"""A text whose parts that differ from another are underlined on a ground, for comparing side by side."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QAccessible,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Role
from ui.widgets.labels import tip
from ui.widgets.spoken import spoken_as


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: first character and how many."""

    start: int
    length: int


def differing(text: str, other: str) -> Iterator[Span]:
    """Parts of ``text`` that do not stand in ``other``."""
    matcher = difflib.SequenceMatcher(None, text, other, autojunk=False)
    for tag, start, end, _, _ in matcher.get_opcodes():
        if tag != "equal" and end > start:
            yield Span(start, end - start)


@spoken_as(QAccessible.Role.StaticText)
class DifferingText(QWidget):
    """Plain text over as many lines as its width asks for."""

    def __init__(self, text: str, other: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._spans = tuple(differing(text, other))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        self.setToolTip(tip(text))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).boundingRect().height()) + 1

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(Role.CAPTION))
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.heightForWidth(max(40, self.width())))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour("text"))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, theme.font(Role.CAPTION))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([*self._formats()])
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _formats(self) -> Iterator[QTextLayout.FormatRange]:
        for span in self._spans:
            look = QTextCharFormat()
            look.setBackground(theme.colour("warn_soft"))
            look.setForeground(theme.colour("warn"))
            look.setFontUnderline(True)
            made = QTextLayout.FormatRange()
            made.start, made.length, made.format = span.start, span.length, look
            yield made
