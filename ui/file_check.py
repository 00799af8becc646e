"""A file that was just opened is looked through after the first paint; until then it is only read."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.tasks import TaskRunner
from xcdesk import store
from xcdesk.progress import Operation


class FileCheck(QObject):
    """Waits for the first paint of ``window``, then checks the file on a worker and lets it be written.

    The person sees the office at once, and a damaged file is never written to.
    """

    passed = Signal()
    failed = Signal(object)  # an exception

    def __init__(self, window: QWidget, runner: TaskRunner) -> None:
        super().__init__(window)
        self._window, self._runner = window, runner
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._begin)
        return False

    def _begin(self) -> None:
        task = self._runner.create(_check)
        task.succeeded.connect(self._pass)
        task.failed.connect(self.failed)
        self._runner.start(task)

    def _pass(self) -> None:
        store.allow_writes()
        self.passed.emit()


def _check(_operation: Operation) -> None:
    store.check_file()
