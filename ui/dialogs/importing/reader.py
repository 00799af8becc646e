"""Reads the files of the import queue one after another, and compares them again when the log has changed."""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.dialogs.importing.stages import in_words
from ui.tablemodels.case_work import CaseWork
from ui.tablemodels.import_decisions import Decisions
from ui.tablemodels.import_file import QueuedFile, Reading
from ui.tasks import Task, TaskRunner, Work
from ui.widgets.progress_strip import ProgressStrip
from xcdesk.importers import caselists, session
from xcdesk.importers.records import SheetKind
from xcdesk.progress import Operation
from xcdesk.services.record.actor import Actor


class Lane(QObject):
    """Files on which the same work is done one after another; ``strip`` shows how far it has come."""

    begun = Signal(object)  # QueuedFile
    done = Signal(object, object)  # QueuedFile, Decisions or CaseWork
    failed = Signal(object, object)  # QueuedFile, error
    stopped = Signal(object)  # QueuedFile that was not worked on, or not to the end

    def __init__(
        self, runner: TaskRunner, strip: ProgressStrip, work: Callable[[QueuedFile], Work], note: str
    ) -> None:
        super().__init__(strip)
        self._runner, self._strip, self._work, self._note = runner, strip, work, note
        self._waiting: deque[QueuedFile] = deque()
        self._file: QueuedFile | None = None
        self._task: Task | None = None
        self._done = 0
        strip.cancelled.connect(self._stop_all)

    def put(self, file: QueuedFile) -> None:
        """Work on a file when its turn comes; does nothing if it waits already."""
        if file not in self._waiting:
            self._waiting.append(file)
            if self._file is None:
                self._next()
            else:
                self._count()

    def prefer(self, file: QueuedFile) -> None:
        """Let a file that waits be the next one."""
        if file in self._waiting:
            self._waiting.remove(file)
            self._waiting.appendleft(file)

    def leave(self, file: QueuedFile) -> None:
        """Do not work on a file any more."""
        if file in self._waiting:
            self._waiting.remove(file)
            self.stopped.emit(file)
        elif file is self._file and self._task is not None:
            self._task.cancel()

    def _next(self) -> None:
        if not self._waiting:
            self._file, self._task, self._done = None, None, 0
            return
        file = self._file = self._waiting.popleft()
        task = self._task = self._runner.create(self._work(file))
        self._strip.watch(task, self._note.format(name=file.title))
        self._count()
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        task.finished.connect(self._finished)
        self.begun.emit(file)
        self._runner.start(task)

    def _count(self) -> None:
        total = self._done + 1 + len(self._waiting)
        if total > 1:
            self._strip.show_step(self._done, total, "")

    def _succeeded(self, made: Decisions | CaseWork) -> None:
        if self._file not in self._waiting:  # else something has been said since, and it is worked on again
            self.done.emit(self._file, made)

    def _failed(self, error: BaseException) -> None:
        self.failed.emit(self._file, error)

    def _cancelled(self) -> None:
        self.stopped.emit(self._file)

    def _finished(self) -> None:
        self._done += 1
        self._next()

    def _stop_all(self) -> None:
        waiting, self._waiting = list(self._waiting), deque()
        for file in waiting:
            self.stopped.emit(file)


class ImportReader(QObject):
    """Reads one file at a time, so that several cannot take all memory; comparing does not wait for that."""

    changed = Signal(object)  # QueuedFile that has been read, compared, refused or stopped
    refused = Signal(object, object)  # QueuedFile that had been read before, error

    def __init__(
        self, desk: Desk, reading: ProgressStrip, comparing: ProgressStrip, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        runner, actor = desk.runner, desk.actor
        self._reading = Lane(runner, reading, partial(_read, actor), self.tr("Reading {name}"))
        self._comparing = Lane(
            runner, comparing, lambda file: compare(actor, file, file.title), self.tr("Comparing {name}")
        )
        self._reading.begun.connect(self._begin)
        self._reading.stopped.connect(self._stop)
        for lane in (self._reading, self._comparing):
            lane.done.connect(self._take)
            lane.failed.connect(self._refuse)

    def read(self, file: QueuedFile) -> None:
        """Read a file, or compare it again if it has been read; does nothing if it waits already."""
        if file.is_read:
            self._comparing.put(file)
            return
        file.reading = Reading.QUEUED
        self._reading.put(file)

    def prefer(self, file: QueuedFile) -> None:
        """Read a file before the others that wait."""
        self._reading.prefer(file)

    def leave(self, file: QueuedFile) -> None:
        """Stop reading a file, or do not begin; the others are read on."""
        self._reading.leave(file)
        self._comparing.leave(file)

    def _begin(self, file: QueuedFile) -> None:
        file.reading = Reading.UNDER_WAY
        self.changed.emit(file)

    def _take(self, file: QueuedFile, made: Decisions | CaseWork) -> None:
        if isinstance(made, CaseWork):
            if file.cases is not None:
                made.take_over(file.cases)
        elif file.decisions is not None:
            made.take_over(file.decisions)  # what was decided meanwhile
        file.take(made)
        file.error, file.stale = None, False
        self.changed.emit(file)

    def _refuse(self, file: QueuedFile, error: BaseException) -> None:
        if file.is_read:
            self.refused.emit(file, error)
            return
        file.error = error
        self.changed.emit(file)

    def _stop(self, file: QueuedFile) -> None:
        file.reading = Reading.STOPPED
        self.changed.emit(file)


def _read(actor: Actor, file: QueuedFile) -> Work:
    path, said, name = file.path, file.said, file.title
    of_list, as_list = file.case_said, file.as_list

    def work(operation: Operation) -> Decisions | CaseWork:
        told = in_words(operation, name)
        if as_list:
            return CaseWork(caselists.look(path, of_list, told, actor=actor))
        preview = session.preview(path, said, told)
        raw, sheets = preview.plan.raw, preview.plan.book.sheets
        pieces = any(sheet.kind == SheetKind.COVERAGE for sheet in sheets)
        if as_list is None and not pieces and caselists.seems(raw):
            sha256 = preview.plan.sha256
            return CaseWork(caselists.consider(path, raw, of_list, told, sha256, actor=actor))
        return Decisions(preview)

    return work


def compare(actor: Actor, file: QueuedFile, about: str) -> Work:
    """Comparing a file that has been read with what is kept now; the result is as it was ticked before.

    Progress is told after the words ``about``.
    """
    known, said = file.decisions, file.said
    cases, of_list, as_list = file.cases, file.case_said, file.as_list
    if known is None and cases is None:
        raise ValueError("a file is compared once it has been read")

    def work(operation: Operation) -> Decisions | CaseWork:
        told = in_words(operation, about)
        if cases is not None and as_list is not False:
            made = CaseWork(caselists.again(cases.plan, of_list, told, actor=actor))
            made.take_over(cases)
            return made
        if known is not None and not as_list:
            fresh = Decisions(session.again(known.preview, said, told))
            fresh.take_over(known)  # here, because 100 000 decisions would hold the window up
            return fresh
        anew: Decisions | CaseWork = _read(actor, file)(operation)  # as something else now
        return anew

    return work
