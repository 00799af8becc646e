"""Asks what is in the box on a worker, a moment after typing pauses; old answers are dropped."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from ui.finder import answer as asking
from ui.finder.answer import Answer, Asked
from ui.tasks import Task, TaskRunner
from xcdesk.services.record.actor import Actor

PAUSE_MS = 120
"""Pause in typing after which the box asks."""


class Asker(QObject):
    """Says first what was found, then how much of each kind there is."""

    found = Signal(object)  # Answer
    counted = Signal(object, object)  # Answer, counts by kind
    failed = Signal(object)

    def __init__(
        self, runner: TaskRunner, actor: Actor, question: Callable[[], Asked], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._actor, self._question = runner, actor, question
        self._task: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.ask)

    def waits(self) -> bool:
        """Whether something was typed that has not been asked yet."""
        return self._pause.isActive()

    def ask_soon(self) -> None:
        """Ask once nothing more is typed."""
        self._pause.start()

    def ask(self) -> None:
        """Ask now."""
        self.stop()
        self._start(partial(asking.find, self._question(), self._actor), self._hear)

    def stop(self) -> None:
        """Want no answer any more."""
        self._pause.stop()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _start(self, ask: Callable[[], object], hear: Callable[[object], None]) -> None:
        task = self._runner.create(lambda _operation: ask())
        self._task = task
        task.succeeded.connect(lambda told: hear(told) if self._task is task else None)
        task.failed.connect(lambda error: self.failed.emit(error) if self._task is task else None)
        self._runner.start(task)

    def _hear(self, answer: object) -> None:
        if isinstance(answer, Answer):
            self.found.emit(answer)
            if answer.groups:
                self._start(partial(asking.count, answer), partial(self.counted.emit, answer))
