"""What painted charts share: marks walked through with the keyboard, each opening what stands behind it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.labels import tip
from ui.widgets.spoken import spoken_as


@spoken_as(QAccessible.Role.Chart)
class Chart(QWidget):
    """One mark is the chosen one; arrow keys move, Enter or a double click opens it.

    A screen reader is told the name of the chart and the sentence of the chosen mark.
    """

    opened = Signal(int)  # number of the mark
    _BACK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left})
    _FORTH = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Right})

    def __init__(self, name: str, sentences: Sequence[str]) -> None:
        super().__init__()
        self._name, self._sentences = name, tuple(sentences)
        self.chosen = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def mark_at(self, x: float, y: float) -> int | None:
        """Number of the mark at a place, None where there is none."""
        raise NotImplementedError

    def choose(self, mark: int) -> None:
        """Make another mark the chosen one."""
        if self._sentences:
            self.chosen = min(max(0, mark), len(self._sentences) - 1)
            self._say()
            self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._sentences) - 1}
        if key in self._BACK or key in self._FORTH:
            self.choose(self.chosen + (1 if key in self._FORTH else -1))
        elif key in ends:
            self.choose(ends[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._sentences:
            self.opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position().x(), event.position().y())
        if mark is not None:
            self.choose(mark)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position().x(), event.position().y())
        if mark is not None:
            self.opened.emit(mark)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _say(self) -> None:
        sentence = self._sentences[self.chosen] if self._sentences else ""
        self.setAccessibleName("，".join(part for part in (self._name, sentence) if part))
        self.setToolTip(tip(sentence))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
