"""Acts that a backup precedes: taken by a worker with its progress shown, then the act; else neither."""

from collections.abc import Callable
from functools import partial

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
        self._waiting: list[tuple[Reason, Deed]] = []

    def do(self, reason: Reason, deed: Deed) -> None:
        """Carry an act out once there is a backup of what was before."""
        self._waiting.append((reason, deed))
        if len(self._waiting) == 1:
            self._take()

    def do_many(self, count: int, deed: Deed) -> None:
        """Carry an act on so many rows out, after a backup if they are `keeping.MANY` or more."""
        if count < keeping.MANY:
            self._attempt(deed)
        else:
            self.do(Reason.BEFORE_BULK_EDIT, deed)

    def take_back(self, stack: UndoStack, steps: int = 1) -> None:
        """Take the last acts of a sitting back."""
        names = stack.done_names()[:steps]

        def deed() -> None:
            if stack.done_names()[:steps] != names:
                raise UndoMovedError(name=names[0])
            stack.undo_many(steps)

        self._swing(stack.undo_backup(steps), deed)

    def do_again(self, stack: UndoStack, steps: int = 1) -> None:
        """Do again what was taken back last."""
        names = stack.undone_names()[:steps]

        def deed() -> None:
            if stack.undone_names()[:steps] != names:
                raise UndoMovedError(name=names[0])
            stack.redo_many(steps)

        self._swing(stack.redo_backup(steps), deed)

    def _swing(self, reason: str, deed: Deed) -> None:
        if reason:
            self.do(Reason(reason), deed)
        else:
            self._attempt(deed)

    def _take(self) -> None:
        reason, _ = self._waiting[0]
        task = self._desk.runner.create(partial(keeping.before, reason))
        task.succeeded.connect(self._go_on)
        task.failed.connect(self._stay)
        task.cancelled.connect(self._next)
        self._strip.watch(task, self.tr("Backing up first…"))
        self._desk.runner.start(task)

    def _go_on(self, made: object) -> None:
        _, deed = self._waiting[0]
        if made is not None:
            self._desk.changes.tell(Area.BACKUPS)
        try:
            self._attempt(deed)
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
