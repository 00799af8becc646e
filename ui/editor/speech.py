"""Figures of the log told to screen readers: in the text they are a sign that has no words of its own."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextBlock

from ui.editor import structure
from ui.editor.figure_object import OBJECT, Value
from ui.editor.reading_edit import ReadingEdit
from xcdesk.texts.live_fields import replaced

_SETTLED_MS = 400
"""Pause in typing after which the lines with figures are told anew."""


class FigureSpeech(QObject):
    """Describes the lines of a text that hold figures, and says each figure that the caret comes to."""

    said = Signal(str)

    def __init__(self, edit: ReadingEdit, value: Value) -> None:
        super().__init__(edit)
        self._edit, self._value, self._last = edit, value, ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SETTLED_MS)
        self._pause.timeout.connect(self.describe)
        edit.document().contentsChanged.connect(self._pause.start)
        edit.cursorPositionChanged.connect(self._say)

    def describe(self) -> None:
        """Put the lines with figures, their values in place, into the description of the text."""
        self._pause.stop()
        block, lines = self._edit.document().begin(), []
        while block.isValid():
            if OBJECT in block.text():
                lines.append(self._words(block))
            block = block.next()
        words = self.tr("Figures from the log: {lines}").format(lines="；".join(lines)) if lines else ""
        if words != self._edit.accessibleDescription():
            self._edit.setAccessibleDescription(words)

    def _words(self, block: QTextBlock) -> str:
        return replaced(structure.read_line(block).strip(), lambda field: self._value(field.source).text)

    def _say(self) -> None:
        """Say the figure beside the caret once, with its counting rule."""
        found = self._edit.figure_at(self._edit.textCursor())
        words = (
            ""
            if found is None
            else self.tr("Figure from the log: {value}. {rule}").format(value=found.text, rule=found.rule)
        )
        if words and words != self._last:
            self.said.emit(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, words))
        self._last = words
