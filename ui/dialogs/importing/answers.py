"""Answering the senders from the import queue: one returned workbook, or all that are needed at once."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui import format as shown
from ui.dialogs.importing.returned_work import Made, Wanted, into_folder, wanting
from ui.dialogs.importing.runs import ImportRuns
from ui.dialogs.other_name import other_name
from ui.tablemodels.import_file import QueuedFile
from ui.widgets.banner import Banner
from xcdesk.errors import DeskError
from xcdesk.files import safe_name
from xcdesk.importers import returned


class ImportAnswers(QObject):
    """Asks where returned workbooks go, and tells how it went; `ImportRuns` does the work."""

    said = Signal(str)
    noticed = Signal(object)  # Banner

    def __init__(self, runs: ImportRuns, window: QWidget) -> None:
        super().__init__(window)
        self._runs, self._window = runs, window
        self._again: Callable[[Path], None] | None = None
        self._target = Path()
        runs.returned.connect(self._made)
        runs.failed.connect(self._failed)

    def make_one(self, file: QueuedFile, *, short: bool = False) -> None:
        """Ask for a place and make the returned workbook of a file."""
        name = safe_name(returned.name_for(file.path))
        usual = Path(name) if file.pasted else file.path.with_name(name)
        kinds = self.tr("Excel workbook (*.xlsx)")
        title = self.tr("Save the returned workbook")
        target, _ = QFileDialog.getSaveFileName(self._window, title, str(usual), kinds)
        if target:
            self._write(file, Path(target), short=short)

    def make_all(self, queued: Sequence[QueuedFile]) -> None:
        """Ask for a folder and make every returned workbook that is needed, each under its own name."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Folder for the returned workbooks"))
        if folder:
            self._again = None
            self._runs.make_returned(into_folder(wanting(queued), Path(folder)))

    def _write(self, file: QueuedFile, target: Path, *, short: bool) -> None:
        if file.decisions is None:
            return

        def again(other: Path) -> None:
            self._write(file, other, short=short)

        self._target, self._again = target, again
        self._runs.make_returned([Wanted(file, file.decisions.preview, target)], short=short)

    def _made(self, made: Sequence[Made]) -> None:
        self._again = None
        count = shown.count(sum(one.turned_down for one in made), "rows")
        if len(made) == 1:
            words = self.tr("{file} made: {count} marked, each with its reason.")
            said = words.format(file=made[0].target.name, count=count)
        else:
            words = self.tr("{files} made in {folder}, {count} turned down")
            number = shown.count(len(made), "files")
            said = words.format(files=number, folder=made[0].target.parent if made else "", count=count)
        self.said.emit(said)
        self.noticed.emit(Banner("ok", said))

    def _failed(self, _file: QueuedFile | None, error: BaseException) -> None:
        """A workbook that is open in Excel is offered under another name."""
        again, self._again = self._again, None
        if again is None or not isinstance(error, DeskError):
            return
        ways = other_name(error, self._target, again)
        if ways:
            self.noticed.emit(Banner.refusal(self.tr("Not written"), error, ways))
