"""Backups that nobody asks for: every half hour of work, and once a month the rehearsal of one."""

import logging

from PySide6.QtCore import QObject, Qt, QTimer

from ui.changes import Area
from ui.desk import Desk
from xcdesk import store
from xcdesk.errors import DeskError
from xcdesk.progress import Operation

log = logging.getLogger(__name__)

EVERY_MS = 30 * 60_000
"""How much work is at stake at most."""


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
        """Begin to count the half hours of work on a file that may be written."""
        if store.where().path is not None and store.held_back() is None:
            self.timer.start()

    def keep(self) -> None:
        """Take a backup beside the work if something was changed."""
        task = self._desk.runner.create(_keep)
        task.succeeded.connect(self._kept)
        task.failed.connect(self._failed)
        self._desk.runner.start(task)

    def _kept(self, *_anything: object) -> None:
        self._desk.changes.tell(Area.BACKUPS)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, DeskError):
            raise error
        log.warning("no backup: %s", error.code)
        self._desk.changes.tell(Area.BACKUPS)


def _keep(operation: Operation) -> None:
    from xcdesk.services.backups import keeping, listing, restoring  # start-up time

    keeping.before(keeping.Reason.AUTOMATIC, operation)
    if listing.standing().rehearsal_is_due:
        restoring.rehearse(keeping.newest_or_made(operation), operation=operation)
