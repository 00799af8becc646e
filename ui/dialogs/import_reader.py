"""Reads the files of the import queue one after another, and compares them again when the log has changed."""

from collections import deque

from PySide6.QtCore import QObject, Signal

from ui.tablemodels.import_files import QueuedFile
from ui.tablemodels.import_rows import Decisions
from ui.tasks import TaskRunner, Work
from ui.widgets.progress_strip import ProgressStrip
from xcdesk.importers import session
from xcdesk.importers.session import Preview
from xcdesk.progress import Operation


class ImportReader(QObject):
    """One file at a time, so that several cannot take all memory; progress stands in ``strip``."""

    changed = Signal(object)  # QueuedFile that has been read, compared or refused
    refused = Signal(object)  # error about a file that had been read before
    dropped = Signal(object)  # QueuedFile that nobody wants to read any more

    def __init__(self, runner: TaskRunner, strip: ProgressStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._strip = runner, strip
        self._waiting: deque[QueuedFile] = deque()
        self._file: QueuedFile | None = None
        self._total = self._done = 0
        strip.cancelled.connect(self._drop_waiting)

    def read(self, file: QueuedFile) -> None:
        """Read a file, or compare it again if it has been read; does nothing if it waits already."""
        if file in self._waiting:
            return
        self._waiting.append(file)
        self._total += 1
        if self._file is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._file, self._total, self._done = None, 0, 0
            return
        file = self._file = self._waiting.popleft()
        task = self._runner.create(_work(file))
        note = self.tr("Reading {name}") if file.decisions is None else self.tr("Comparing {name}")
        self._strip.watch(task, note.format(name=file.path.name))
        if self._total > 1:
            self._strip.show_step(self._done, self._total, "")
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        task.finished.connect(self._finished)
        self._runner.start(task)

    def _succeeded(self, preview: Preview) -> None:
        file = self._file
        if file is None:
            return
        known = file.decisions
        file.decisions = Decisions(preview) if known is None else known.taken_over(preview)
        file.error, file.stale = None, False
        self.changed.emit(file)

    def _failed(self, error: BaseException) -> None:
        file = self._file
        if file is None:
            return
        if file.decisions is not None:
            self.refused.emit(error)
            return
        file.error = error
        self.changed.emit(file)

    def _cancelled(self) -> None:
        if self._file is not None and self._file.decisions is None:
            self.dropped.emit(self._file)

    def _finished(self) -> None:
        self._done += 1
        self._next()

    def _drop_waiting(self) -> None:
        waiting, self._waiting = list(self._waiting), deque()
        for file in waiting:
            if file.decisions is None:
                self.dropped.emit(file)


def _work(file: QueuedFile) -> Work:
    known, said, path = file.decisions, file.said, file.path

    def work(operation: Operation) -> Preview:
        if known is None:
            return session.preview(path, said, operation)
        return session.again(known.preview, said)

    return work
