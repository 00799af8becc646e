"""Long operations off the GUI thread, with progress, cancel and one database connection each."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from typing_extensions import override

from xcdesk.errors import Cancelled
from xcdesk.progress import Operation

Work = Callable[[Operation], Any]
Connect = Callable[[], AbstractContextManager[Any]]


class Task(QObject):
    """One running operation, as the window sees it. Lives on the GUI thread."""

    progressed = Signal(int, int, str)  # done, total, note
    succeeded = Signal(object)
    failed = Signal(object)  # an exception
    cancelled = Signal()
    finished = Signal(object)  # the task itself; always last

    def __init__(self, work: Work, connect: Connect, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._connect = connect
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the operation to stop at its next row."""
        self._stop.set()

    def execute(self) -> None:
        """Body, called on the worker thread. Emits only signals; touches no widget."""
        try:
            with self._connect():
                result = self._work(Operation(self.progressed.emit, self._stop))
        except Cancelled:
            self.cancelled.emit()
        except Exception as exc:  # noqa: BLE001  # boundary of the thread: everything must come back
            self.failed.emit(exc)
        else:
            self.succeeded.emit(result)
        finally:
            self.finished.emit(self)


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    @override
    def run(self) -> None:
        self._task.execute()


class TaskRunner(QObject):
    """Starts tasks and keeps them alive; owned by the main window."""

    busy_changed = Signal(bool)
    ending = Signal()  # the window is closing: whatever else holds a connection lets it go

    def __init__(self, connect: Connect, parent: QObject | None = None, threads: int = 3) -> None:
        super().__init__(parent)
        self._connect = connect
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: set[Task] = set()
        self._shut = False

    def create(self, work: Work) -> Task:
        """Make a task; connect its signals to bound methods, then `start` it."""
        return Task(work, self._connect, self)

    def start(self, task: Task) -> None:
        """Queue ``task``; it is released when its ``finished`` has been handled.

        After `shutdown` nothing is begun any more: the task says that it was cancelled. A pool that is
        destroyed with work in it would wait for that work.
        """
        if self._shut:
            task.cancelled.emit()
            task.finished.emit(task)
            task.deleteLater()
            return
        self._running.add(task)
        task.finished.connect(self._release, Qt.ConnectionType.QueuedConnection)
        self._pool.start(_Runnable(task))
        self.busy_changed.emit(True)

    def busy(self) -> bool:
        """True while some task has not been released."""
        return bool(self._running)

    def shutdown(self, wait_ms: int = 5_000) -> bool:
        """Cancel everything and wait; False when some task is still running after ``wait_ms``."""
        self._shut = True
        self.ending.emit()
        for task in self._running:
            task.cancel()
        return bool(self._pool.waitForDone(wait_ms))

    def _release(self, task: Task) -> None:
        self._running.discard(task)
        task.deleteLater()
        self.busy_changed.emit(bool(self._running))
