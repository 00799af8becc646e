"""Notices when nobody has touched the program's windows for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """Says that the windows were left alone so long.

    It looks at native windows only, which get each touch once: a filter on the application would see every
    event of every widget. What an input method composes never comes as a key, but moves the cursor.
    """

    left_alone = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.left_alone)

    def watch(self, milliseconds: int) -> None:
        """Begin to count, or count another time from now on; 0 does not count at all."""
        if not milliseconds:
            self._timer.stop()
            return
        if not self._timer.interval():
            QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._begin_anew)
            application = QGuiApplication.instance()
            if isinstance(application, QGuiApplication):
                application.focusWindowChanged.connect(self._look_at)
            self._look_at(QGuiApplication.focusWindow())
        self._timer.start(milliseconds)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._begin_anew()
        return False

    def _look_at(self, window: QWindow | None) -> None:
        """A window that comes to the front is looked at from then on; twice does no harm."""
        if window is not None:
            window.installEventFilter(self)
            self._begin_anew()

    def _begin_anew(self) -> None:
        if self._timer.isActive():
            self._timer.start()
