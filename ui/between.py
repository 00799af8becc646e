"""Long work between two databases: none is open, and its progress stands on the page of the first start."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ui.dialogs.first_run import FirstRun
from ui.errors import show_error
from ui.tasks import TaskRunner
from xcdesk.errors import DeskError
from xcdesk.progress import Operation

T = TypeVar("T")


class Between(QObject):
    """Tells by ``refused`` what is to be shown on that page; a fault of ours is shown at once."""

    refused = Signal(object)  # DeskError

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # No database is open meanwhile, so no connection is lent to the task.
        self._runner = TaskRunner(nullcontext, self, threads=1)

    def carry_out(
        self, work: Callable[[Operation], T], then: Callable[[T], object], page: FirstRun, words: str
    ) -> None:
        """Do ``work`` on a thread, with ``words`` and the progress on ``page``; then what follows from it."""
        task = self._runner.create(work)
        task.succeeded.connect(then)
        task.failed.connect(self.fail)
        page.watch(task, words)
        self._runner.start(task)

    def fail(self, error: BaseException) -> None:
        """Tell why the work was not done."""
        if isinstance(error, DeskError):
            self.refused.emit(error)
        else:
            show_error(None, error)
