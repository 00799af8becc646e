"""A thing found by words: a line to type in, and under it what was found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.theme import theme
from ui.widgets.fields import Option, text_field
from ui.widgets.layouts import down
from xcdesk.normalise import in_order

_KEY = int(Qt.ItemDataRole.UserRole)
_LINES = 4
_PAUSE_MS = 200


class FindField(QWidget):
    """Asks ``find`` for what the words typed may mean; with no words it gives what is likely."""

    def __init__(self, hint: str, find: Callable[[str], Sequence[Option]]) -> None:
        super().__init__()
        self._find = find
        self.words: QLineEdit = text_field(hint=hint)
        self.list = QListWidget()
        self.list.setFixedHeight(_LINES * (theme.line_height() + 6) + 8)
        self.list.setAccessibleName(hint)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.words.textEdited.connect(lambda _: self._pause.start())
        self.setLayout(down(self.words, self.list))
        self.setFocusProxy(self.words)
        self.look()

    def look(self) -> None:
        """Look for the words now; the first find is the one meant until another is chosen."""
        self._pause.stop()
        self.list.clear()
        for option in self._find(self.words.text().strip()):
            line = QListWidgetItem(in_order(option.text))
            line.setData(_KEY, option.key)
            self.list.addItem(line)
        if self.list.count() and self.words.text().strip():
            self.list.setCurrentRow(0)

    def key(self) -> str:
        """Key of the find that is chosen; empty while there is none."""
        if self._pause.isActive():
            self.look()
        chosen = self.list.selectedItems()
        return str(chosen[0].data(_KEY)) if chosen else ""
