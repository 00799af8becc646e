"""The files of the import queue: taken in, read, shown, taken out again."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.dialogs.importing.folders import FolderWalk, left_out
from ui.dialogs.importing.instead import words_instead
from ui.dialogs.importing.layout import QueueLayout
from ui.dialogs.importing.paste import PasteFolder, table_on
from ui.dialogs.importing.reader import ImportReader
from ui.refusals import NothingToPasteError
from ui.tablemodels.import_file import QueuedFile
from ui.widgets.banner import Banner
from ui.widgets.dropping import local_files
from xcdesk.importers import gathering
from xcdesk.importers.caselists import CaseSaid
from xcdesk.importers.gathering import Gathered
from xcdesk.importers.said import Said


class ImportIntake(QueueLayout):
    """Everything about files up to the decision; what is written belongs to the queue itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = ImportReader(desk, self.reading, self.progress, self)
        self.folders = FolderWalk(desk.runner, self.walking)
        self.folders.found.connect(self._take)
        self._pasted = PasteFolder()
        self.queue.selectionModel().currentChanged.connect(self._choose)
        self.reader.changed.connect(self._read)
        self.preview.said.connect(self._say)
        self.case_preview.said.connect(self._say_of_list)
        self.as_list.clicked.connect(self._turn_list)

    def refresh(self) -> None:
        """Show states and verbs as they are now."""
        raise NotImplementedError

    @property
    def file(self) -> QueuedFile | None:
        """The chosen file of the queue."""
        row = self.queue.currentIndex().row()
        return self.files.files[row] if 0 <= row < len(self.files.files) else None

    def add(self, given: Sequence[Path]) -> None:
        """Put files, and the files of folders, into the queue and read them."""
        if any(path.is_dir() for path in given):
            self.folders.walk(given)
        elif given:
            self._take(gathering.gather(given))
        else:
            self.show_file()

    def add_said(self, said: Mapping[Path, Said]) -> None:
        """Put files into the queue and read them by what somebody has said of each."""
        files = [self._queued(path) for path in said]
        for file in files:
            file.said = said[file.path]
        self._begin(files)

    def ask_files(self) -> None:
        """Let the user choose files."""
        kinds = self.tr("Tables (*.xlsx *.xlsm *.xlsb *.xls *.et *.ods *.csv *.txt *.htm *.html *.mht)")
        every = self.tr("All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), "", f"{kinds};;{every}")
        self.add([Path(name) for name in names])

    def paste(self) -> None:
        """Add the files of the clipboard, or the table on it as a file of its own."""
        data = QGuiApplication.clipboard().mimeData()
        files, table = local_files(data), table_on(data)
        if files:
            self.add(files)
        elif table is not None:
            self._paste_table(self._pasted.save(table))
        else:
            self.show_notice(Banner.refusal(self.tr("Not done"), NothingToPasteError()))

    def read_again(self) -> None:
        """Read the chosen file from the disk again; what was said of it stays."""
        file = self.file
        if file is not None:
            self.reader.leave(file)
            file.forget()
            self._begin([file])
            self.show_file()

    def remove(self) -> None:
        """Take the chosen file out of the queue."""
        file = self.file
        if file is not None:
            self.reader.leave(file)
            self.files.remove(file)
            self.show_file()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.add(local_files(event.mimeData()))
        event.acceptProposedAction()

    def _take(self, found: Gathered) -> None:
        self._begin([self._queued(path) for path in found.files])
        self.show_notice(left_out(found))

    def _begin(self, files: Sequence[QueuedFile]) -> None:
        for file in files:
            self.reader.read(file)
        if files and self.file is None:
            self.queue.setCurrentIndex(self.files.index(0))
            self.queue.setFocus()
        self.show_file()

    def _paste_table(self, path: Path) -> None:
        file = QueuedFile(path, title=path.stem, pasted=True)
        self.files.add(file)
        self._begin([file])
        self.queue.setCurrentIndex(self.files.index(self.files.row(file)))

    def _choose(self) -> None:
        self.show_notice(None)
        if self.file is not None:
            self.reader.prefer(self.file)
        self.show_file()

    def _queued(self, path: Path) -> QueuedFile:
        """The file's place in the queue; one that waits already is read again, for it may be corrected."""
        for file in self.files.files:
            if file.path == path and file.batch is None:
                self.reader.leave(file)
                file.forget()
                return file
        file = QueuedFile(path)
        self.files.add(file)
        return file

    def _read(self, file: QueuedFile) -> None:
        if file not in self.files.files:
            return  # taken out meanwhile
        file.twin = self._twin(file)
        if file is self.file:
            self.show_file()
        else:
            self.refresh()

    def _twin(self, file: QueuedFile) -> str:
        """Name of an earlier file of the queue with the same contents."""
        same = (one.title for one in self.files.before(file) if one.sha256 and one.sha256 == file.sha256)
        return next(same, "")

    def show_file(self) -> None:
        """Show the chosen file as it stands now."""
        file = self.file
        if file is not None and file.is_read:
            self.front = self.case_preview if file.cases is not None else self.preview
            self.front.show_file(file)
            self.show_instead(None)
            if file.stale and file.batch is None:
                self.reader.read(file)
        else:
            self.show_instead(words_instead(file, self))
        self.refresh()

    def compare_again(self) -> None:
        """Compare the chosen file with the log as it is now."""
        if self.file is not None and self.file.is_read:
            self.reader.read(self.file)
        self.refresh()

    def unsay(self) -> None:
        """Take back what was said of the chosen file last."""
        if self.file is not None and self.file.told:
            self.file.unsay()
            self.compare_again()

    def _say(self, name: str, said: Said) -> None:
        if self.file is not None:
            self.file.say(name, said)
            self.compare_again()

    def _say_of_list(self, name: str, said: CaseSaid) -> None:
        if self.file is not None:
            self.file.say_of_list(name, said)
            self.compare_again()

    def _turn_list(self) -> None:
        """Read the chosen file as a list of cases, or as a county return after all."""
        file = self.file
        if file is not None and file.batch is None:
            as_list = file.cases is None
            words = self.tr("Read as a list of cases") if as_list else self.tr("Read as a county return")
            file.say_of_list(words, file.case_said, as_list=as_list)
            self.compare_again()
