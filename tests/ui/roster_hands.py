"""Hands on a page: open forms, press keys, write, and read what the pane says."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def show(qtbot, page, word: str) -> None:
    """Click a segment at the right of the toolbar."""
    segment = next(one for one in page.segments.findChildren(QPushButton) if one.text() == word)
    qtbot.mouseClick(segment, LEFT)


def form(qtbot, page, kind: type[QDialog]):
    """The form that is open, once it has the keyboard."""

    def found() -> list[QDialog]:
        return [one for one in page.window().findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return in_front(qtbot, found()[0])


def in_front(qtbot, window):
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def press(qtbot, page, key: Qt.Key, *, ctrl: bool = False, shift: bool = False) -> None:
    """Press a key with the main window in front."""
    held = (CONTROL if ctrl else Qt.KeyboardModifier.NoModifier) | (
        SHIFT if shift else Qt.KeyboardModifier.NoModifier
    )
    qtbot.keyClick(in_front(qtbot, page.window()), key, held)


def write(field: QLineEdit, words: str) -> None:
    """Commit words as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def press_in_pane(qtbot, page, spoken: str) -> None:
    """Click a button of the pane at the right by its accessible name."""
    parts = page.view().detail.findChildren(QPushButton)
    pressed = next(one for one in parts if one.accessibleName() == spoken)
    qtbot.mouseClick(pressed, LEFT)


def said(page) -> str:
    return "\n".join(part.text() for part in page.view().detail.findChildren(QLabel))


def undo(qtbot, page) -> None:
    press(qtbot, page, Qt.Key.Key_Z, ctrl=True)
