"""A text to be read: set as it is edited, with the passages that were commented on, and none of the verbs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.editor.figure_object import Value
from ui.editor.text_edit import StructureEdit


class TextView(StructureEdit):
    """Reads a text; a passage can be chosen by mouse and by keyboard."""

    def __init__(self, value: Value, parent: QWidget | None = None) -> None:
        super().__init__(value, parent)
        self.setReadOnly(True)
        # chosen by keyboard too: Qt gives a read-only text no caret otherwise
        by_keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() | by_keyboard)
