"""Hands on the bulletins page: what is read off it, waited for and clicked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

WAIT_MS = 20_000


def key(contribution):
    return f"contribution:{contribution}"


def words(widget):
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisibleTo(widget))


def see(qtbot, widget, text):
    """Wait until ``text`` stands on the screen; new widgets are shown by the event loop."""
    qtbot.waitUntil(lambda: text in words(widget), timeout=WAIT_MS)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def named(page, text):
    return next(one for one in page.findChildren(QPushButton) if one.isVisible() and one.text() == text)


def wait_for_page(qtbot, page):
    qtbot.waitUntil(lambda: page.preview.view.drawn, timeout=WAIT_MS)
