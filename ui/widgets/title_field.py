"""The field of a title where items are logged one after another: a paste of many lines is many titles."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from xcdesk.normalise import clean

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_BREAKS = re.compile(r"[\r\n]+")
LIMIT = 200


class TitleField(QLineEdit):
    """Emits ``stepped`` for the arrow keys, ``paged`` for the page keys, ``went_back`` for Backspace."""

    stepped = Signal(int)
    paged = Signal(int)
    went_back = Signal()  # only from the empty field
    many_pasted = Signal(tuple)  # of titles

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxLength(LIMIT)

    @override
    def event(self, event: QEvent) -> bool:
        """While nothing is typed, Ctrl+Z and Ctrl+Y mean the reports, not the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and not self.text():
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _PAGES:
            self.paged.emit(_PAGES[key])
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.went_back.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._paste_many():
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _paste(self) -> None:
        if not self._paste_many():
            self.paste()

    def _paste_many(self) -> bool:
        """Hand on several lines as titles; False if the clipboard holds one line at most."""
        lines = _BREAKS.split(QGuiApplication.clipboard().text())
        titles = tuple(title for line in lines if (title := clean(line.replace("\t", " "))))
        if len(titles) < len(("one", "another")):
            return False
        self.many_pasted.emit(titles)
        return True
