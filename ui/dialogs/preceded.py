"""Acts that a backup precedes: taken by a worker with its progress shown, then the act; else neither."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject

from ui.changes import Area
from ui.desk import Desk
from ui.refusals import UndoMovedError
from ui.undo import UndoStack
from ui.widgets.progress_strip import ProgressStrip
from xcdesk.services.backups import keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.store import refusal_of

Deed = Callable[[], object]


class _Waiting(NamedTuple):
    """An act that waits for its backup; ``back`` acts are taken back by it, or -``back`` done again."""

    reason: Reason
    deed: Deed
    back: int = 0


class Preceded(QObject):
    """One act at a time; what is asked for while a backup is being taken waits until it is done.

    Args:
        desk: whose runner takes the backups.
        strip: shows the progress of one that takes longer than a moment, with a way to stop it.
        attempt: carries an act out and shows its refusal.
        refuse: shows why there is no backup; the act is not begun then.
        parent: the window whose acts these are. Once it is gone, nothing is begun any more.
    """

    def __init__(
        self,
        desk: Desk,
        strip: ProgressStrip,
        attempt: Callable[[Deed], object],
        refuse: Callable[[BaseException], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._strip, self._attempt, self._refuse = desk, strip, attempt, refuse
        self._waiting: list[_Waiting] = []

    def do(self, reason: Reason, deed: Deed) -> None:
        """Carry an act out once there is a backup of what was before."""
        self._queue(_Waiting(reason, deed))

    def do_many(self, count: int, deed: Deed) -> None:
        """Carry an act on so many rows out, after a backup if they are `keeping.MANY` or more."""
        if count < keeping.MANY:
            self._attempt(deed)
        else:
            self.do(Reason.BEFORE_BULK_EDIT, deed)

    def take_back(self, stack: UndoStack, steps: int = 1) -> None:
        """Take the last acts of a sitting back, after those whose taking back waits already."""
        names = self._to_come(stack)[0][:steps]

        def deed() -> None:
            if stack.done_names()[:steps] != names:
                raise UndoMovedError(name=next(iter(names), ""))
            stack.undo_many(steps)

        self._swing(stack.undo_backup(steps), deed, steps)

    def do_again(self, stack: UndoStack, steps: int = 1) -> None:
        """Do again what was taken back last, or is taken back when it is this one's turn."""
        names = self._to_come(stack)[1][:steps]

        def deed() -> None:
            if stack.undone_names()[:steps] != names:
                raise UndoMovedError(name=next(iter(names), ""))
            stack.redo_many(steps)

        self._swing(stack.redo_backup(steps), deed, -steps)

    def _to_come(self, stack: UndoStack) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Names of what can be taken back, and done again, once everything that waits has had its turn."""
        done, undone = stack.done_names(), stack.undone_names()
        for back in (one.back for one in self._waiting):
            if back > 0:
                done, undone = done[back:], (*done[:back][::-1], *undone)
            elif back < 0:
                done, undone = (*undone[:-back][::-1], *done), undone[-back:]
        return done, undone

    def _swing(self, reason: str, deed: Deed, back: int) -> None:
        if reason:
            self._queue(_Waiting(Reason(reason), deed, back))
        else:
            self._attempt(deed)

    def _queue(self, one: "_Waiting") -> None:
        self._waiting.append(one)
        if len(self._waiting) == 1:
            self._take()

    def _take(self) -> None:
        task = self._desk.runner.create(partial(keeping.before, self._waiting[0].reason))
        task.succeeded.connect(self._go_on)
        task.failed.connect(self._stay)
        task.cancelled.connect(self._next)
        self._strip.watch(task, self.tr("Backing up first…"))
        self._desk.runner.start(task)

    def _go_on(self, made: object) -> None:
        if made is not None:
            self._desk.changes.tell(Area.BACKUPS)
        try:
            self._attempt(self._waiting[0].deed)
        finally:
            self._next()

    def _stay(self, error: BaseException) -> None:
        try:
            self._refuse(refusal_of(error) or error)
        finally:
            self._next()

    def _next(self) -> None:
        self._waiting.pop(0)
        if self._waiting:
            self._take()
