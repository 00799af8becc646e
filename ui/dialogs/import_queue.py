"""Import queue 导入报送表: files at the left, the chosen one at the right, nothing written unseen."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.answers import ReasonsDialog
from ui.dialogs.import_acts import ImportActs, words_about
from ui.dialogs.import_intake import ImportIntake
from ui.dialogs.import_runs import ImportRuns
from ui.dialogs.import_verbs import ImportVerbs
from ui.tablemodels.import_files import FileState, QueuedFile
from ui.tablemodels.import_words import Labels
from ui.theme.icons import Glyph
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.failure import copy_details
from ui.widgets.fields import Option
from ui.widgets.verbs import VerbSet
from xcdesk.codes import Vocabulary
from xcdesk.errors import DeskError
from xcdesk.importers import returned
from xcdesk.importers.apply import StalePlanError
from xcdesk.importers.undo import Undone
from xcdesk.services import outlets, terms, units


class ImportQueue(ImportIntake):
    """Reads files, shows what they hold and writes what is ticked; the main window can be used meanwhile."""

    said = Signal(str)
    records_asked = Signal()

    def __init__(self, desk: Desk, acts: ImportActs, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._desk = desk
        self.runs = ImportRuns(desk, acts, self.progress, self)
        self._acts = acts
        self.control = ImportVerbs(self, self)
        self.verbs = VerbSet(self.control.verbs(), self)
        self.build(self.verbs)
        self._connect()
        self.resize(1320, 690)
        desk.preferences.restore_geometry("import", self)
        self._load_words()
        self.show_file()

    def import_rows(self) -> None:
        """Write the ticked rows of the chosen file."""
        if self.file is not None:
            self.runs.write(self.file)
            self.refresh()

    def make_returned(self) -> None:
        """Ask where the returned workbook shall go, and make it."""
        file = self.file
        if file is None or file.decisions is None:
            return
        usual = file.path.with_name(returned.name_for(file.path))
        kinds = self.tr("Excel workbook (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the returned workbook"), str(usual), kinds)
        if name:
            self.runs.make_returned(file, file.decisions.preview, Path(name))
            self.refresh()

    def undo_import(self) -> None:
        """Take the import of the chosen file back."""
        if self.file is not None and self.file.batch is not None:
            try:
                self._acts.take_back(self.file.batch)
            except DeskError as error:
                self._show_failure(self.file, error)

    def show_records(self) -> None:
        """List the imports so far."""
        self.records_asked.emit()

    def show_reasons(self) -> None:
        """List the grey verbs with their reasons."""
        ReasonsDialog(self.verbs.refused(), self).open()

    @override
    def done(self, result: int) -> None:
        """Close; what is in the queue stays there."""
        self._desk.preferences.save_geometry("import", self)
        super().done(result)

    def _connect(self) -> None:
        self.queue.addActions([self.verbs.action("remove"), self.verbs.action("returned")])
        self.queue.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.reader.refused.connect(self._compare_failed)
        self.preview.decided.connect(self.refresh)
        self.preview.outlet_named.connect(self._learn)
        self.runs.imported.connect(self._imported)
        self.runs.returned.connect(self._returned)
        self.runs.failed.connect(self._show_failure)
        self.runs.stopped.connect(self._stopped)
        self.runs.ended.connect(self.refresh)
        self._acts.undone.connect(self._undone)
        self._acts.redone.connect(self.show_file)
        self._desk.changes.changed.connect(self._hear)

    def _load_words(self) -> None:
        forms, themes = terms.labels(Vocabulary.FORM), terms.labels(Vocabulary.THEME)
        known = [Option(str(outlet.id), outlet.name) for outlet in outlets.outlets()]
        self.preview.set_words(Labels(forms, themes), [unit.name for unit in units.units()], known)

    @override
    def refresh(self) -> None:
        self.control.writing = self.runs.file is not None
        self.files.refresh()
        self.verbs.refresh()
        file = self.file
        ticked = len(file.decisions.ticked) if file is not None and file.decisions is not None else 0
        waits = file is not None and file.batch is None and ticked > 0
        words = self.tr("Import {count}").format(count=shown.count(ticked, "rows"))
        self.verbs.action("import_rows").setText(words if waits else self.tr("Import"))
        self.cancel_button.setText(self.tr("Cancel") if waits else self.tr("Close"))
        self.undo_button.setVisible(file is not None and file.batch is not None)
        self.returned_button.setVisible(file is None or file.error is None)

    def _learn(self, outlet: int, spelling: str) -> None:
        try:
            self._acts.learn_outlet(outlet, spelling)
        except DeskError as error:
            self._show_failure(self.file, error)

    def _imported(self, file: QueuedFile, words: str) -> None:
        self.said.emit(words)
        later = [one for one in self.files.files if one.state == FileState.WAITING]
        if file is self.file and later:
            self.queue.setCurrentIndex(self.files.index(self.files.row(later[0])))
        self.show_file()
        self.show_notice(Banner("ok", words))
        (self.preview.table if later else self.queue).setFocus()

    def _returned(self, _file: QueuedFile, words: str) -> None:
        self.said.emit(words)
        self.show_file()
        self.show_notice(Banner("ok", words))

    def _stopped(self) -> None:
        self.show_notice(Banner("info", self.tr("Stopped. Nothing was written.")))

    def _undone(self, batch: int, done: Undone) -> None:
        for file in self.files.files:
            if file.batch == batch:
                file.batch, file.stale = None, True
        first, _, kept = words_about(done).partition("\n")
        self.show_file()
        self.said.emit(first)
        self.show_notice(Banner("info" if kept else "ok", first, kept))
        if kept:
            self.show()

    def _compare_failed(self, error: BaseException) -> None:
        self._show_failure(self.file, error)

    def _show_failure(self, file: QueuedFile | None, error: BaseException) -> None:
        if isinstance(error, StalePlanError) and file is not None:
            file.stale = True
            self.compare_again()
        if isinstance(error, DeskError):
            self.show_notice(Banner.refusal(self.tr("Not done"), error))
            return
        copy = button(self.tr("Copy the details"), Glyph.COPY, Kind.NORMAL, copy_details(error))
        text = self.tr("This step failed because of a fault in the program. What was saved before is safe.")
        self.show_notice(Banner("bad", self.tr("Not done"), text, (copy,)))

    def _hear(self, areas: frozenset[Area]) -> None:
        if areas & {Area.ROSTER, Area.SETTINGS}:
            self._load_words()
        if areas & {Area.COVERAGE, Area.ROSTER, Area.SETTINGS, Area.IMPORTS}:
            for file in self.files.files:
                file.stale = file.decisions is not None and file.batch is None
            if self.isVisible() and self.file is not None and self.file.stale:
                self.compare_again()
