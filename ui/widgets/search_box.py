"""The filter box at the right of each verb bar."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.theme.icons import Glyph, icon

_AROUND_HINT = 52
"""Pixels that border, padding and the two icons of the box take."""
PAUSE_MS = 200
"""Pause in typing after which the page filters."""


class SearchBox(QLineEdit):
    """Says what to look for once typing pauses; Esc clears it, Enter says it at once."""

    searched = Signal(str)

    def __init__(self, hint: str, width: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        # The hint is read whole in any font, also in the one that comes with the program.
        self.setFixedWidth(max(width, self.fontMetrics().horizontalAdvance(hint) + _AROUND_HINT))
        self.addAction(icon(Glyph.SEARCH, "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._say)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self._say)

    def show_query(self, words: str) -> None:
        """Show what is looked for already, without saying it."""
        self.setText(words)
        self._pause.stop()

    def query(self) -> str:
        """What is looked for, without blanks around it."""
        return self.text().strip()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._say()
            return
        super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """A page that is left is not filtered any more: its data may be closed by then."""
        self._pause.stop()
        super().hideEvent(event)

    def _wait(self) -> None:
        self._pause.start()

    def _say(self) -> None:
        self._pause.stop()
        self.searched.emit(self.query())
