"""A file that was just opened is looked through after the first paint; until then it is only read."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.tasks import TaskRunner
from ui.theme.tokens import State
from xcdesk import store
from xcdesk.progress import Operation


class FileCheck(QObject):
    """Checks the open file on a worker and lets it be written.

    The person sees the office at once, and a damaged file is never written to; ``show`` says how it stands.
    """

    passed = Signal()  # it is whole
    failed = Signal(object)  # an exception: damaged; or whole, and not ours to write

    def __init__(self, runner: TaskRunner, show: Callable[[State, str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._show = runner, show
        show(State.IN_HAND, self.tr("Checking the file…"))

    def begin(self) -> None:
        """Begin, once the window has been painted."""
        task = self._runner.create(_check)
        task.succeeded.connect(self._pass)
        task.failed.connect(self._fail)
        self._runner.start(task)

    def _pass(self) -> None:
        store.allow_writes()
        held_back = store.held_back()
        if held_back is None:
            self._show(State.DONE, self.tr("Saved"))
        else:
            self._show(State.SOON, self.tr("Read only"))
            self.failed.emit(held_back)
        self.passed.emit()

    def _fail(self, error: BaseException) -> None:
        self._show(State.WRONG, self.tr("Read only"))
        self.failed.emit(error)


def _check(_operation: Operation) -> None:
    store.check_file()
