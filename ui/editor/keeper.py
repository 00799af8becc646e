"""Keeps what is typed: a few seconds after a change, off the window's thread, whole or not at all."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desk import Desk
from xcdesk.progress import Operation
from xcdesk.services.office import drafts
from xcdesk.services.office.drafts import DraftText

WAIT_MS = 3_000


class DraftKeeper(QObject):
    """Keeps the drafts of one editor. ``typed`` gives what stands in it, None while there is nothing."""

    kept = Signal()
    failed = Signal(object)  # an exception; what was typed is still on the screen

    def __init__(self, desk: Desk, typed: Callable[[], DraftText | None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._typed = desk, typed
        self.wait_ms = WAIT_MS
        self._writing = False
        self._due = False
        self._dropped: set[str] = set()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.keep)

    def touch(self) -> None:
        """Something was typed; the wait is not begun anew by more typing."""
        if not self._wait.isActive():
            self._wait.start(self.wait_ms)

    def keep(self) -> None:
        """Keep what stands in the editor now."""
        self._wait.stop()
        text = self._typed()
        if text is None:
            return
        if self._writing:
            self._due = True
            return
        self._writing = True
        self._dropped.discard(text.subject)
        actor = self._desk.actor

        def write(_: Operation) -> DraftText:
            drafts.keep(actor, text)
            return text

        task = self._desk.runner.create(write)
        task.succeeded.connect(self._after_writing)
        task.failed.connect(self._after_failing)
        task.cancelled.connect(self._free)
        self._desk.runner.start(task)

    def drop(self, subject: str) -> None:
        """Forget the draft of a text that was saved or given up, one that is just being written too."""
        self._wait.stop()
        self._due = False
        self._dropped.add(subject)
        drafts.drop(self._desk.actor, subject)

    def _after_writing(self, text: DraftText) -> None:
        if text.subject in self._dropped:
            drafts.drop(self._desk.actor, text.subject)
        else:
            self.kept.emit()
        self._free()

    def _after_failing(self, error: BaseException) -> None:
        self.failed.emit(error)
        self._free()

    def _free(self) -> None:
        self._writing = False
        if self._due:
            self._due = False
            self.touch()
