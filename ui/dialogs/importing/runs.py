"""Long work on files of the import queue: writing their rows, making a returned workbook."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.importing.acts import ImportActs, Outcome
from ui.dialogs.importing.returned_work import Made, Wanted, returned_work
from ui.tablemodels.import_file import QueuedFile
from ui.tasks import Task, Work
from ui.widgets.progress_strip import ProgressStrip
from xcdesk.importers.apply import Applied


class ImportRuns(QObject):
    """One run at a time; ``file`` is the one it works on, if it is one."""

    imported = Signal(object, str)  # QueuedFile, words about it
    imported_all = Signal(object, str)  # Outcomes, words about all of them
    returned = Signal(object)  # Made
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
        self.asked = 0  # how many files the last act over several was to write

    def write(self, file: QueuedFile) -> None:
        """Write the ticked rows of a file."""
        task = self._start(file, self._acts.work(file), self.tr("Importing {name}"))
        task.succeeded.connect(self._written)
        self._desk.runner.start(task)

    def write_all(self, files: Sequence[QueuedFile]) -> None:
        """Write several files, each as an import of its own."""
        self.asked = len(files)
        task = self._start(None, self._acts.work_all(files), self.tr("Importing"))
        task.succeeded.connect(self._all_written)
        self._desk.runner.start(task)

    def make_returned(self, wanted: Sequence[Wanted], *, short: bool = False) -> None:
        """Write returned workbooks; ``short`` ones show only the rows turned down."""
        alone = wanted[0].file if len(wanted) == 1 else None
        task = self._start(
            alone, returned_work(wanted, self._desk.actor, short=short), self.tr("Making {name}")
        )
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

    def _returned(self, made: Sequence[Made]) -> None:
        for one in made:
            one.file.turned_down = one.turned_down
        self.returned.emit(made)
        self._desk.changes.tell(Area.IMPORTS)

    def _failed(self, error: BaseException) -> None:
        self.failed.emit(self.file, error)

    def _ended(self) -> None:
        self.file, self.busy = None, False
        self.ended.emit()
