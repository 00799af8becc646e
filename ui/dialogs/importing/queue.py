"""Import queue 导入报送表: files at the left, the chosen one at the right, nothing written unseen."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.answers import ReasonsDialog
from ui.dialogs.importing.acts import ImportActs, Outcome, words_about
from ui.dialogs.importing.answers import ImportAnswers
from ui.dialogs.importing.intake import ImportIntake
from ui.dialogs.importing.returned_work import wanting
from ui.dialogs.importing.runs import ImportRuns
from ui.dialogs.importing.verbs import ImportVerbs
from ui.messages import sentence
from ui.tablemodels.import_file import FileState, QueuedFile, state_word
from ui.tablemodels.import_words import Labels
from ui.theme.icons import Glyph
from ui.widgets import focus
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.failure import copy_details
from ui.widgets.labels import caption
from ui.widgets.verbs import VerbSet
from ui.widgets.window_size import usual_size
from xcdesk.codes import Vocabulary
from xcdesk.errors import DeskError
from xcdesk.importers.apply import StalePlanError
from xcdesk.importers.proposals import Stranger
from xcdesk.importers.session import Fate
from xcdesk.importers.undo import Undone
from xcdesk.services.office import terms
from xcdesk.services.roster import lexicon

_ANSWERS = ("returned", "returned_short", "returned_all")
_NAMED = 6
"""Most files that a message names; the others say it of themselves in the queue."""


class ImportQueue(ImportIntake):
    """Reads files, shows what they hold and writes what is ticked; the main window can be used meanwhile."""

    said = Signal(str)
    records_asked = Signal()
    behind_asked = Signal(object, str)  # ItemFilter, words about it

    def __init__(self, desk: Desk, acts: ImportActs, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._desk = desk
        self.runs = ImportRuns(desk, acts, self.progress, self)
        self._acts = acts
        self._by_state = False
        self.control = ImportVerbs(self, self)
        self.verbs = VerbSet(self.control.verbs(), self)
        self.build(self.verbs)
        self._connect()
        usual_size(self, 1320, 690)
        desk.preferences.restore_geometry("import", self)
        self._load_words()
        self.show_file()

    def import_rows(self) -> None:
        """Write the ticked rows of the chosen file."""
        if self.file is not None:
            self.runs.write(self.file)
            self.refresh()

    def import_ready(self) -> None:
        """Write every file in which nothing is left to decide, each as an import of its own."""
        self.runs.write_all(self.files.ready())
        self.refresh()

    def show_sheet(self) -> None:
        """Show the sheet itself, or the rows again."""
        self.front.show_sheet()

    def order_by_state(self) -> None:
        """Order the files by what has to be done about them, or as they came."""
        self._by_state = not self._by_state
        self.files.order_by_state(on=self._by_state)
        self.refresh()

    def move_region(self, step: int) -> None:
        """Move the focus one part of the dialog on, with -1 back."""
        focus.visit([part for part in self.regions() if part.isVisible()], step)

    def make_returned(self) -> None:
        """Make the returned workbook of the chosen file."""
        self._make_returned(short=False)

    def make_returned_short(self) -> None:
        """Make the returned workbook of the chosen file with the other rows hidden."""
        self._make_returned(short=True)

    def make_all_returned(self) -> None:
        """Make every returned workbook that is needed, in a folder."""
        self.answers.make_all(self.files.files)
        self.refresh()

    def undo_here(self) -> None:
        """Take back what was said of the chosen file last, or its import once it has been written."""
        file = self.file
        if file is None or file.batch is None:
            self.unsay()
            return
        try:
            self._acts.take_back(file.batch, file.title)
        except DeskError as error:
            self._show_failure(file, error)

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
        # Del in the table or in a field must not take the file away.
        self.verbs.action("remove").setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.queue.addActions([self.verbs.action(verb) for verb in ("read_again", "remove", *_ANSWERS)])
        self.queue.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.reader.refused.connect(self._show_failure)
        self.folders.failed.connect(self._walk_failed)
        self.preview.decided.connect(self.refresh)
        self.case_preview.decided.connect(self.refresh)
        self.preview.named.connect(self._learn)
        self.preview.tally.behind_asked.connect(self.behind_asked)
        self.preview.add_asked.connect(self._add_to_roster)
        self.runs.imported.connect(self._imported)
        self.runs.imported_all.connect(self._imported_all)
        self.runs.failed.connect(self._show_failure)
        self.runs.stopped.connect(self._stopped)
        self.runs.ended.connect(self.refresh)
        self.answers = ImportAnswers(self.runs, self)
        self.answers.said.connect(self.said)
        self.answers.noticed.connect(self._answered)
        self._acts.undone.connect(self._undone)
        self._acts.redone.connect(self.show_file)
        self._desk.changes.changed.connect(self._hear)

    def _load_words(self) -> None:
        forms, themes = terms.labels(Vocabulary.FORM), terms.labels(Vocabulary.THEME)
        known = lexicon.load()
        self.preview.set_words(Labels(forms, themes), known)
        self.case_preview.set_known(known)

    @override
    def refresh(self) -> None:
        self.control.writing = self.runs.busy
        self.files.refresh()
        self._name_files()
        self.verbs.refresh()
        file = self.file
        ticked = file.ticked if file is not None else 0
        waits = file is not None and file.batch is None and ticked > 0
        self.verbs.action("import_rows").setText(caption(_import_words(file, ticked if waits else 0)))
        self.cancel_button.setText(self.tr("Cancel") if waits else self.tr("Close"))
        written = file is not None and file.batch is not None
        told = file.told[-1].name if file is not None and file.told else ""
        undo = (
            self.tr("Undo the import") if written or not told else self.tr("Undo: {name}").format(name=told)
        )
        self.verbs.action("undo_here").setText(caption(undo))
        self.undo_button.setVisible(written or bool(told))
        decisions = file.decisions if file is not None else None
        self.returned_button.setVisible(decisions is not None and bool(decisions.counts()[Fate.WRONG]))
        self.return_all_button.setVisible(len(wanting(self.files.files)) > 1)
        self.as_list.setVisible(file is not None and file.is_read and file.batch is None)
        listed = file is not None and file.cases is not None
        self.as_list.setText(
            self.tr("Read as a county return") if listed else self.tr("Read as a list of cases")
        )

    def regions(self) -> Sequence[QWidget]:
        """What F6 visits in turn."""
        return (self.queue, *self.front.regions(), self.buttons)

    def _name_files(self) -> None:
        """Say how many files stand in which state, and how many can be written in one act."""
        counts = self.files.counts()
        states = [(state, counts[state]) for state in FileState if counts[state]]
        self.tally.setText(" · ".join(f"{state_word(state)} {count}" for state, count in states))
        self.tally.setVisible(len(self.files.files) > 1)
        ready = len(self.files.ready())
        words = self.tr("Import all that are ready: {count}").format(count=shown.count(ready, "files"))
        self.verbs.action("import_ready").setText(
            caption(words if ready else self.tr("Import all that are ready"))
        )
        several = len(self.files.files) > 1
        self.ready_button.setVisible(several and ready > 0)
        self.by_state_button.setVisible(several)
        by_state = self.tr("In the order they came") if self._by_state else self.tr("Order by state")
        self.verbs.action("by_state").setText(caption(by_state))

    def _learn(self, stranger: Stranger, owner: int) -> None:
        try:
            self._acts.learn(stranger, owner)
        except DeskError as error:
            self._show_failure(self.file, error)

    def _add_to_roster(self, stranger: Stranger) -> None:
        self._acts.add_to_roster(stranger, self)

    def _imported(self, file: QueuedFile, words: str) -> None:
        self.said.emit(words)
        later = [one for one in self.files.files if one.ready or one.state == FileState.WAITING]
        if file is self.file and later:
            self.queue.setCurrentIndex(self.files.index(self.files.row(later[0])))
        self.show_file()
        self.show_notice(Banner("ok", words))
        (self.front.table if later else self.queue).setFocus()

    def _imported_all(self, outcomes: Sequence[Outcome], words: str) -> None:
        self.said.emit(words)
        left = [line for one in outcomes if (line := _why_not(one))]
        if unwritten := self.runs.asked - len(outcomes):
            words_left = self.tr("Stopped: {count} not imported yet.")
            left.insert(0, words_left.format(count=shown.count(unwritten, "files")))
        self.show_file()
        self.show_notice(Banner("warn" if left else "ok", words, "\n".join(left[:_NAMED])))
        self.queue.setFocus()

    def _make_returned(self, *, short: bool) -> None:
        if self.file is not None:
            self.answers.make_one(self.file, short=short)
            self.refresh()

    def _answered(self, banner: Banner) -> None:
        self.show_file()
        self.show_notice(banner)

    def _walk_failed(self, error: BaseException) -> None:
        self._show_failure(None, error)

    def _stopped(self) -> None:
        self.show_notice(Banner("info", self.tr("Stopped. Nothing was written.")))

    def _undone(self, batches: Sequence[int], done: Undone) -> None:
        for file in self.files.files:
            if file.batch in batches:
                file.batch, file.stale = None, True
        first, _, kept = words_about(done).partition("\n")
        self.show_file()
        self.said.emit(first)
        self.show_notice(Banner("info" if kept else "ok", first, kept))
        if kept:
            self.show()

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
        if areas & {Area.COVERAGE, Area.ROSTER, Area.SETTINGS, Area.IMPORTS, Area.CASES}:
            for file in self.files.files:
                file.stale = file.is_read and file.batch is None
            if self.isVisible() and self.file is not None and self.file.stale:
                self.compare_again()


def _import_words(file: QueuedFile | None, ticked: int) -> str:
    """What the primary verb does to a file now."""
    translate = QCoreApplication.translate
    if ticked:
        return translate("imports", "Import {count}").format(count=shown.count(ticked, "rows"))
    decisions = file.decisions if file is not None and file.batch is None else None
    if decisions is not None and decisions.only_received:
        return translate("imports", "Note as received")
    return translate("imports", "Import")


def _why_not(one: Outcome) -> str:
    """Why one of several files was not written; "" when it was."""
    if one.error is not None:
        return sentence(one.error)
    if one.applied is not None:
        return ""
    words = QCoreApplication.translate(
        "imports", "{file}: not written, because rows now resemble what is in the log. Please check them."
    )
    return words.format(file=one.file.title)
