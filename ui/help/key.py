"""F1 in every window beside the main one: forms, lists, the ways to begin."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ui.help.topics import topic_of

_KEY, _NAME = QKeySequence("F1"), "help"


class HelpKey(QObject):
    """Gives F1 to each window when it first has the focus.

    A shortcut of the main window is dead while a form stands before it, so every window needs its own. Focus
    moves between windows seldom; a filter for all keys of the program would cost at every event.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._meet)
        self._meet(None, QApplication.focusWidget())

    def _meet(self, _before: QWidget | None, now: QWidget | None) -> None:
        window = now.window() if now is not None else None
        if window is None or isinstance(window, QMainWindow):  # that one has F1 in its menu
            return
        if window.findChild(QShortcut, _NAME, Qt.FindChildOption.FindDirectChildrenOnly) is not None:
            return
        shortcut = QShortcut(_KEY, window)
        shortcut.setObjectName(_NAME)
        shortcut.activated.connect(lambda: show_help(QApplication.focusWidget() or window))


def show_help(widget: QWidget | None) -> None:
    """Show what the help says of a control."""
    from ui.help.window import show  # loaded when it is shown: start-up time

    show(topic_of(widget))
