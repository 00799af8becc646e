"""What can wait until the window is to be seen, and what was typed meanwhile."""

import logging
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

log = logging.getLogger(__name__)


class FirstPaint(QObject):
    """Says once, from the event loop, that ``window`` has been painted for the first time.

    Keys typed before that are held back and take effect once everybody who listens has done his part: the
    shortcuts of the menus are made only then.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched = [window]
        self._typed: list[QKeyEvent] = []
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            self._typed.append(event.clone())
            return True
        if watched is self._window and event.type() == QEvent.Type.Show:
            self._watch_focus()
        elif watched is self._window and event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._tell)
        return False

    def _watch_focus(self) -> None:
        """Keys go to the widget that has the focus; the window gets those that it leaves alone."""
        focus = self._focus()
        if focus not in self._watched:
            self._watched.append(focus)
            focus.installEventFilter(self)

    def _focus(self) -> QWidget:
        focus: object = self._window.focusWidget()
        return focus if isinstance(focus, QWidget) else self._window  # None, whatever the stubs say

    def _tell(self) -> None:
        if not self._watched:  # painted twice before the event loop came round
            return
        log.info("painted after %.2f s of processor time", time.process_time())
        for widget in filter(isValid, self._watched):  # a list read anew may have thrown one away
            widget.removeEventFilter(self)
        self._watched.clear()
        self.painted.emit()
        for event in self._typed:
            self._type(event)
        self._typed.clear()

    def _type(self, event: QKeyEvent) -> None:
        """Let a key do what it would have done: Qt looks for shortcuts before a widget gets to know of it."""
        keys = QKeySequence(event.keyCombination())
        pressed = event.type() == QEvent.Type.KeyPress
        for action in self._window.findChildren(QAction) if pressed else ():
            if action.isEnabled() and keys in action.shortcuts():
                action.trigger()
                return
        QCoreApplication.sendEvent(self._focus(), event)
