"""Backups that nobody asks for: every half hour of work, and once a month the rehearsal of one."""

import logging
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer

from ui.changes import Area
from ui.desk import Desk
from xcdesk import store
from xcdesk.progress import Operation
from xcdesk.services.record.actor import Actor

log = logging.getLogger(__name__)

EVERY_MS = 30 * 60_000
"""How much work on a file is at stake at most; how often it is looked whether a server is to be backed up."""
_SOON_MS = 60_000
"""When that is looked at first: an administrator may start the program for a few minutes a day only."""


class Safekeeping(QObject):
    """Works beside the window; what fails is remembered, and stands on Today until a backup goes through."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self.keep)

    def begin(self) -> None:
        """Begin to count the half hours of work on data that this desk keeps and may write."""
        from xcdesk.services.backups import keeping  # start-up time

        if store.held_back() is not None or not keeping.keeps(self._desk.actor):
            return
        self.timer.start()
        if store.where().path is None:
            QTimer.singleShot(_SOON_MS, self.keep)

    def keep(self) -> None:
        """Take a backup beside the work if something was changed."""
        task = self._desk.runner.create(partial(_keep, self._desk.actor))
        task.succeeded.connect(self._kept)
        task.failed.connect(self._failed)
        self._desk.runner.start(task)

    def _kept(self, *_anything: object) -> None:
        self._desk.changes.tell(Area.BACKUPS)

    def _failed(self, error: BaseException) -> None:
        refusal = store.refusal_of(error)  # a server that went away is none of our mistakes
        if refusal is None:
            raise error
        log.warning("no backup: %s", refusal.code)
        self._desk.changes.tell(Area.BACKUPS)


def _keep(actor: Actor, operation: Operation) -> None:
    from xcdesk.services.backups import keeping, listing, restoring  # start-up time

    keeping.keep(actor, operation)
    if listing.standing().rehearsal_is_due:
        restoring.rehearse(keeping.newest_or_made(operation, actor), operation=operation)
