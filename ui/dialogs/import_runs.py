"""Long work on files of the import queue: writing their rows, making a returned workbook."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.import_acts import ImportActs, Outcome
from ui.tablemodels.import_file import QueuedFile
from ui.tasks import Task, Work
from ui.widgets.progress_strip import ProgressStrip
from xcdesk.importers import returned
from xcdesk.importers.apply import Applied
from xcdesk.importers.session import Preview
from xcdesk.progress import Operation


class ImportRuns(QObject):
    """One run at a time; ``file`` is the one it works on, if it is one."""

    imported = Signal(object, str)  # QueuedFile, words about it
    imported_all = Signal(object, str)  # Outcomes, words about all of them
    returned = Signal(object, str)
    failed = Signal(object, object)  # QueuedFile, error
    stopped = Signal()
    ended = Signal()

    def __init__(
        self, desk: Desk, acts: ImportActs, strip: ProgressStrip, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._acts, self._strip = desk, acts, strip
        self.file: QueuedFile | None = None
        self.busy = False
        self._target = Path()

    def write(self, file: QueuedFile) -> None:
        """Write the ticked rows of a file."""
        task = self._start(file, self._acts.work(file), self.tr("Importing {name}"))
        task.succeeded.connect(self._written)
        self._desk.runner.start(task)

    def write_all(self, files: Sequence[QueuedFile]) -> None:
        """Write several files, each as an import of its own."""
        task = self._start(None, self._acts.work_all(files), self.tr("Importing"))
        task.succeeded.connect(self._all_written)
        self._desk.runner.start(task)

    def make_returned(self, file: QueuedFile, preview: Preview, target: Path) -> None:
        """Write the returned workbook of a file to ``target``."""

        def work(operation: Operation) -> int:
            operation.check()
            return returned.write(preview.plan, target)

        self._target = target
        task = self._start(file, work, self.tr("Making {name}"))
        task.succeeded.connect(self._returned)
        self._desk.runner.start(task)

    def _start(self, file: QueuedFile | None, work: Work, note: str) -> Task:
        self.file, self.busy = file, True
        task = self._desk.runner.create(work)
        self._strip.watch(task, note.format(name=file.title if file is not None else ""))
        task.failed.connect(self._failed)
        task.cancelled.connect(self.stopped)
        task.finished.connect(self._ended)
        return task

    def _written(self, applied: Applied) -> None:
        if self.file is not None:
            self.imported.emit(self.file, self._acts.finish(self.file, applied))

    def _all_written(self, outcomes: Sequence[Outcome]) -> None:
        self.imported_all.emit(outcomes, self._acts.finish_all(outcomes))

    def _returned(self, turned_down: int) -> None:
        if self.file is not None:
            self.file.turned_down = turned_down
            words = self.tr("{file} made: {count} marked, each with its reason.")
            count = shown.count(turned_down, "rows")
            self.returned.emit(self.file, words.format(file=self._target.name, count=count))

    def _failed(self, error: BaseException) -> None:
        self.failed.emit(self.file, error)

    def _ended(self) -> None:
        self.file, self.busy = None, False
        self.ended.emit()
