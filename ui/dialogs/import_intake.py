"""The files of the import queue: taken in, read, shown, taken out again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.dialogs.import_layout import QueueLayout
from ui.dialogs.import_reader import ImportReader
from ui.messages import sentence
from ui.refusals import NothingToPasteError
from ui.tablemodels.import_files import FileState, QueuedFile
from ui.theme.icons import Glyph
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.dropping import local_files
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import copy_details
from xcdesk.errors import DeskError
from xcdesk.importers import session
from xcdesk.importers.said import Said


class ImportIntake(QueueLayout):
    """Everything about files up to the decision; what is written belongs to the queue itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = ImportReader(desk.runner, self.progress, self)
        self.queue.selectionModel().currentChanged.connect(self._choose)
        self.reader.changed.connect(self._read)
        self.reader.dropped.connect(self._drop)
        self.preview.said_changed.connect(self._say)

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
        found = list(session.files(given))
        self.show_notice(None)
        if given and not found:
            self.show_notice(Banner("info", self.tr("There is no file in this folder.")))
        for path in found:
            self.reader.read(self._queued(path))
        if found and self.file is None:
            self.queue.setCurrentIndex(self.files.index(0))
            self.queue.setFocus()
        self.show_file()

    def ask_files(self) -> None:
        """Let the user choose files."""
        kinds = self.tr("Tables (*.xlsx *.xlsm *.xlsb *.xls *.et *.ods *.csv *.txt *.htm *.html *.mht)")
        every = self.tr("All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), "", f"{kinds};;{every}")
        self.add([Path(name) for name in names])

    def paste(self) -> None:
        """Add the files of the clipboard."""
        files = local_files(QGuiApplication.clipboard().mimeData())
        self.add(files)
        if not files:
            self.show_notice(Banner.refusal(self.tr("Not done"), NothingToPasteError()))

    def remove(self) -> None:
        """Take the chosen file out of the queue."""
        if self.file is not None:
            self._drop(self.file)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.add(local_files(event.mimeData()))
        event.acceptProposedAction()

    def _choose(self) -> None:
        self.show_notice(None)
        self.show_file()

    def _queued(self, path: Path) -> QueuedFile:
        """The file's place in the queue; one that waits already is read again, for it may be corrected."""
        for file in self.files.files:
            if file.path == path and file.batch is None:
                file.decisions, file.error, file.twin = None, None, ""
                return file
        file = QueuedFile(path)
        self.files.add(file)
        return file

    def _read(self, file: QueuedFile) -> None:
        if file not in self.files.files:
            return  # taken out meanwhile
        file.twin = self._twin(file)
        self.files.refresh()
        if file is self.file:
            self.show_file()

    def _twin(self, file: QueuedFile) -> str:
        """Name of an earlier file of the queue with the same contents."""
        if file.decisions is None:
            return ""
        sha256 = file.decisions.preview.plan.sha256
        for earlier in self.files.files[: self.files.row(file)]:
            if earlier.decisions is not None and earlier.decisions.preview.plan.sha256 == sha256:
                return earlier.path.name
        return ""

    def show_file(self) -> None:
        """Show the chosen file as it stands now."""
        file = self.file
        if file is not None and file.decisions is not None and not file.decisions.preview.counts_only:
            self.preview.show_file(file)
            self.show_instead(None)
            if file.stale and file.batch is None:
                self.reader.read(file)
        else:
            self.show_instead(self._instead(file))
        self.refresh()

    def _instead(self, file: QueuedFile | None) -> EmptyState:
        if file is None:
            text = self.tr(
                "Drop county returns or folders of them here. You see what was read before it is written."
            )
            add = button(self.tr("Add files…"), Glyph.FOLDER_OPEN, Kind.NORMAL, self.ask_files)
            return EmptyState(Glyph.ARROW_IMPORT, self.tr("No file yet"), text, (add,))
        out = button(self.tr("Take out of the queue"), None, Kind.NORMAL, self.remove)
        if file.state == FileState.COUNTS:
            text = self.tr(
                "It counts reports by unit or outlet instead of listing them, and is never read as reports. "
                "Ask the sender to list each report in a row."
            )
            return EmptyState(Glyph.TABLE_SIMPLE, self.tr("This is a table of counts"), text, (out,))
        if isinstance(file.error, DeskError):
            return EmptyState(Glyph.WARNING, self.tr("This file was not read"), sentence(file.error), (out,))
        if file.error is not None:
            copy = button(self.tr("Copy the details"), Glyph.COPY, Kind.NORMAL, copy_details(file.error))
            text = self.tr("Reading failed because of a fault in the program. Nothing was written.")
            return EmptyState(Glyph.ERROR_CIRCLE, self.tr("This file was not read"), text, (copy, out))
        return EmptyState(Glyph.DOCUMENT_SEARCH, self.tr("Reading"), file.path.name)

    def compare_again(self) -> None:
        """Compare the chosen file with the log as it is now."""
        if self.file is not None and self.file.decisions is not None:
            self.reader.read(self.file)
        self.refresh()

    def _say(self, said: Said) -> None:
        if self.file is not None:
            self.file.said = said
            self.file.stale = True
            self.compare_again()

    def _drop(self, file: QueuedFile) -> None:
        if file in self.files.files:
            self.files.remove(file)
        self.show_file()
