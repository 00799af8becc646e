"""What can wait until the window is to be seen, and what was typed meanwhile."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class FirstPaint(QObject):
    """Says once, from the event loop, that ``window`` has been painted for the first time.

    Keys typed before that are held back and take effect once everybody who listens has done his part: the
    shortcuts of the menus are made only then.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._typed: list[QKeyEvent] = []
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window:
            return self._hold(event)
        if event.type() == QEvent.Type.Show:
            self._window.windowHandle().installEventFilter(self)
        elif event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return False

    def _hold(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        self._typed.append(event.clone())
        return True

    def _tell(self) -> None:
        self.painted.emit()
        self._window.windowHandle().removeEventFilter(self)
        for event in self._typed:
            self._type(event)
        self._typed.clear()

    def _type(self, event: QKeyEvent) -> None:
        """Let a key do what it would have done: Qt looks for shortcuts before a window gets to know of it."""
        keys = QKeySequence(event.keyCombination())
        pressed = event.type() == QEvent.Type.KeyPress
        for action in self._window.findChildren(QAction) if pressed else ():
            if action.isEnabled() and keys in action.shortcuts():
                action.trigger()
                return
        QGuiApplication.sendEvent(self._window.windowHandle(), event)
