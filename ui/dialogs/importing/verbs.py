"""What can be done in the import queue, and why not now."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from ui.dialogs.importing.returned_work import wanting
from ui.refusals import (
    AlreadyImportedError,
    AnswersStandHereError,
    CountsOnlyError,
    ListNotReturnedError,
    NoneToReturnError,
    NoReadyFileError,
    NothingChosenError,
    NothingTickedError,
    NothingTurnedDownError,
    NotImportedError,
    NotReadableError,
    NotReadYetError,
)
from ui.tablemodels.case_work import CaseWork
from ui.tablemodels.import_decisions import Decisions
from ui.tablemodels.import_file import QueuedFile
from ui.tablemodels.import_files import ImportFilesModel
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.importers.apply import Duplicates, DuplicatesError, MissingUnitError, stop_at_duplicates
from xcdesk.importers.caselists import ListKind
from xcdesk.importers.session import Fate


class QueueActs(Protocol):
    """What the verbs ask of the dialog."""

    files: ImportFilesModel

    @property
    def file(self) -> QueuedFile | None:
        """The chosen file of the queue."""

    def ask_files(self) -> None:
        """Let the user choose files."""

    def paste(self) -> None:
        """Add the files or the table of the clipboard."""

    def read_again(self) -> None:
        """Read the chosen file again."""

    def order_by_state(self) -> None:
        """Order the files by what has to be done about them, or as they came."""

    def move_region(self, step: int) -> None:
        """Move the focus one part of the dialog on, with -1 back."""

    def remove(self) -> None:
        """Take the chosen file out of the queue."""

    def import_rows(self) -> None:
        """Write the ticked rows."""

    def import_ready(self) -> None:
        """Write every file in which nothing is left to decide."""

    def make_returned(self) -> None:
        """Make the returned workbook."""

    def make_returned_short(self) -> None:
        """Make the returned workbook with the other rows hidden."""

    def make_all_returned(self) -> None:
        """Make every returned workbook that is needed."""

    def undo_here(self) -> None:
        """Take back what was said of the chosen file last, or its import."""

    def show_sheet(self) -> None:
        """Show the sheet itself, or the rows again."""

    def show_records(self) -> None:
        """List the imports so far."""

    def show_reasons(self) -> None:
        """List the grey verbs with their reasons."""


class ImportVerbs(QObject):
    """The verbs over the chosen file; ``writing`` is set while one is being written."""

    def __init__(self, acts: QueueActs, parent: QObject) -> None:
        super().__init__(parent)
        self._acts = acts
        self.writing = False

    def verbs(self) -> Sequence[Verb]:
        """Everything in the dialog, most important first."""
        return (
            *self._writing_verbs(),
            *self._answer_verbs(),
            *self._file_verbs(),
            *self._rare_verbs(),
        )

    def _writing_verbs(self) -> Sequence[Verb]:
        acts = self._acts
        return (
            Verb(
                "import_rows",
                self.tr("Import"),
                Glyph.ARROW_IMPORT,
                acts.import_rows,
                "Ctrl+Return",
                self.check_import,
                Weight.PRIMARY,
            ),
            Verb(
                "import_ready",
                self.tr("Import all that are ready"),
                Glyph.CHECKMARK_CIRCLE,
                acts.import_ready,
                "Ctrl+Shift+Return",
                self.check_ready,
            ),
            Verb(
                "returned",
                self.tr("Make returned workbook…"),
                Glyph.TABLE_SIMPLE,
                acts.make_returned,
                "Ctrl+R",
                self.check_returned,
            ),
            Verb(
                "undo_here",
                self.tr("Undo the import"),
                Glyph.ARROW_UNDO,
                acts.undo_here,
                "Ctrl+Z",
                self.check_undo,
            ),
        )

    def _answer_verbs(self) -> Sequence[Verb]:
        acts, rare = self._acts, Weight.RARE
        short, every = self.tr("Returned workbook, wrong rows only…"), self.tr("Make all returned workbooks…")
        check, all_keys = self.check_returned, "Ctrl+Shift+R"
        return (
            Verb("returned_short", short, None, acts.make_returned_short, "Ctrl+Alt+R", check, rare),
            Verb("returned_all", every, None, acts.make_all_returned, all_keys, self.check_all_returned),
        )

    def _file_verbs(self) -> Sequence[Verb]:
        acts = self._acts
        return (
            Verb("add_files", self.tr("Add files…"), Glyph.FOLDER_OPEN, acts.ask_files, "Ctrl+O"),
            Verb("records", self.tr("Imports so far…"), Glyph.HISTORY, acts.show_records, "Ctrl+Shift+H"),
            Verb("by_state", self.tr("Order by state"), None, acts.order_by_state, "Ctrl+Shift+S"),
            Verb("read_again", self.tr("Read again"), None, acts.read_again, "F5", self.check_again),
            Verb("paste", self.tr("Paste files or rows"), None, acts.paste, "Ctrl+V", weight=Weight.RARE),
            Verb(
                "remove",
                self.tr("Take out of the queue"),
                None,
                acts.remove,
                "Del",
                self.check_chosen,
                Weight.RARE,
            ),
        )

    def _rare_verbs(self) -> Sequence[Verb]:
        acts, rare = self._acts, Weight.RARE
        onward, back = partial(acts.move_region, 1), partial(acts.move_region, -1)
        sheet = self.tr("Sheet and columns")
        return (
            Verb("show_sheet", sheet, None, acts.show_sheet, "F4", self.check_sheet, rare),
            Verb("next_region", self.tr("Next region"), None, onward, "F6", weight=rare),
            Verb("previous_region", self.tr("Previous region"), None, back, "Shift+F6", weight=rare),
            Verb("queue_reasons", self.tr("Why is it grey"), None, acts.show_reasons, "Alt+/", weight=rare),
        )

    def check_chosen(self) -> DeskError | None:
        """A file is chosen, and nothing of it is being written."""
        if self._acts.file is None:
            return NothingChosenError(what=self.tr("a file"))
        return NotReadYetError() if self.writing else None

    def check_import(self) -> DeskError | None:
        """Some rows can be written now."""
        file = self._acts.file
        if file is not None and file.cases is not None:
            return self.check_chosen() or _check_list(file, file.cases)
        return self._check_return()

    def _check_return(self) -> DeskError | None:
        refusal, decisions = self._check_read()
        if refusal is not None or self._acts.file is None or decisions is None:
            return refusal
        if self._acts.file.batch is not None:
            return AlreadyImportedError()
        if decisions.preview.counts_only:
            return _check_counts(self._acts.file, decisions)
        if decisions.duplicates == Duplicates.STOP:
            try:
                stop_at_duplicates(decisions.preview.plan)
            except DuplicatesError as refusal_:
                return refusal_
        if not decisions.written() and not decisions.only_received:
            return NothingTickedError()
        return _check_sender(self._acts.file, decisions)

    def check_ready(self) -> DeskError | None:
        """Some files can be written without anybody's word."""
        if self.writing:
            return NotReadYetError()
        return None if self._acts.files.ready() else NoReadyFileError()

    def check_again(self) -> DeskError | None:
        """The chosen file has not been written."""
        refusal = self.check_chosen()
        if refusal is not None or self._acts.file is None:
            return refusal
        return AlreadyImportedError() if self._acts.file.batch is not None else None

    def check_returned(self) -> DeskError | None:
        """Some rows are turned down."""
        if self._acts.file is not None and self._acts.file.cases is not None:
            return ListNotReturnedError()
        refusal, decisions = self._check_read()
        if refusal is not None or decisions is None:
            return refusal
        return None if decisions.counts()[Fate.WRONG] else NothingTurnedDownError()

    def check_all_returned(self) -> DeskError | None:
        """Some files have rows turned down and no returned workbook yet."""
        if self.writing:
            return NotReadYetError()
        return None if wanting(self._acts.files.files) else NoneToReturnError()

    def check_undo(self) -> DeskError | None:
        """Something was said of the file, or it has been imported."""
        refusal = self.check_chosen()
        if refusal is not None or self._acts.file is None:
            return refusal
        file = self._acts.file
        if file.batch is not None and file.cases is not None and file.cases.plan.kind is ListKind.ANSWERS:
            return AnswersStandHereError()
        return None if file.batch is not None or file.told else NotImportedError()

    def check_sheet(self) -> DeskError | None:
        """The file has been read."""
        return self._check_read()[0]

    def _check_read(self) -> tuple[DeskError | None, Decisions | None]:
        """Why there are no rows to work on, or the rows."""
        refusal = self.check_chosen()
        if refusal is not None or self._acts.file is None:
            return refusal, None
        if self._acts.file.error is not None:
            return NotReadableError(), None
        if self._acts.file.cases is not None:
            return None, None
        if self._acts.file.decisions is None or (self._acts.file.stale and self._acts.file.batch is None):
            return NotReadYetError(), None
        return None, self._acts.file.decisions


def _check_list(file: QueuedFile, work: CaseWork) -> DeskError | None:
    """A list of cases or of answers can be written once it is understood and a row is ticked."""
    if file.batch is not None:
        return AlreadyImportedError()
    if file.stale:
        return NotReadYetError()
    if work.plan.refusal is not None:
        return work.plan.refusal
    return None if work.ticked else NothingTickedError()


def _check_counts(file: QueuedFile, decisions: Decisions) -> DeskError | None:
    """A file without rows can be noted as received where it states counts, once its sender is known."""
    if decisions.only_received:
        return None
    if file.sender is None and decisions.tallies:
        return MissingUnitError(name=file.title)
    return decisions.preview.plan.refusal or CountsOnlyError()


def _check_sender(file: QueuedFile, decisions: Decisions) -> DeskError | None:
    written = (decisions.line(place) for place in decisions.decided())
    lacking = any(line is not None and line.row.record.unit is None for line in written)
    return MissingUnitError(name=file.title) if lacking else None
