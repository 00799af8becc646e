"""The sheets of the office's old ledgers: what each means, what of it is here, the way to bring the rest."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.form import FormDialog
from ui.dialogs.list_dialog import ListDialog
from ui.dialogs.moving_over.kept import keep, kept
from ui.messages import text
from ui.refusals import NothingChosenError, NothingToBringError
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import Option, PickBox
from ui.widgets.labels import label
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError
from xcdesk.importers import move_over
from xcdesk.importers.move_over import Meaning, SheetFound, Survey, Told
from xcdesk.progress import Operation

translate = QCoreApplication.translate


class MeaningForm(FormDialog):
    """Asks what a sheet is."""

    help_topic = "imports#move-over"

    def __init__(self, sheet: SheetFound, save: Callable[[Meaning], object], parent: QWidget | None) -> None:
        title = translate("MeaningForm", "What is {sheet}?").format(sheet=sheet.name)
        super().__init__(
            title, translate("MeaningForm", "Say so"), lambda: save(Meaning(self.meaning.key())), parent
        )
        self.meaning = PickBox([Option(one.value, text(f"meaning.{one.value}")) for one in Meaning])
        self.meaning.choose(sheet.meaning.value)
        proposed = self.tr("It looks like: {meaning}").format(meaning=text(f"meaning.{sheet.proposed.value}"))
        self.add("meaning", self.tr("This sheet is"), self.meaning, proposed)


class MoveOverDialog(ListDialog):
    """Remembers its files for this person at this machine, so that it goes on where it was left.

    ``lists_asked`` hands on sheets that list outlets or units, ``manuscripts_asked`` one of manuscripts,
    ``import_asked`` what is said of each file that goes through the queue of imports, ``print_asked`` the
    survey to be printed.
    """

    watches = frozenset({Area.ROSTER, Area.COVERAGE, Area.IMPORTS, Area.CASES, Area.TRACKERS})
    lists_asked = Signal(object)  # Sequence[SheetFound]
    manuscripts_asked = Signal(object)  # SheetFound
    import_asked = Signal(object)  # Mapping[Path, Said]
    print_asked = Signal(object)  # Survey

    help_topic = "imports#move-over"

    def __init__(self, desk: Desk, parent: QWidget | None, files: Sequence[Path] = ()) -> None:
        super().__init__(
            desk, translate("MoveOverDialog", "Move over old ledgers"), _columns(), parent, stretch=0
        )
        self.strip = ProgressStrip()
        self.tally = label("", Role.HEADING, wrap=True)
        before = kept(desk)
        self._files = tuple(files) or before.files
        self._said: dict[str, Meaning] = dict(before.said)
        self.survey = Survey(())
        words = self.tr(
            "Choose the folder in which the ledgers lie. Nothing is written here: names go to the roster and "
            "rows into the log only after you have seen them. Reading a file again doubles nothing, and "
            "every import can be undone."
        )
        self.finish(self._verbs(), (label(words, Role.CAPTION, "second", wrap=True), self.strip, self.tally))
        self.listing.opened.connect(lambda: self.verbs.trigger("meaning"))
        usual_size(self, 1100, 640)
        if self._files:
            self.look()

    @override
    def reload(self) -> None:
        self.show_sheets(self.survey)

    def choose(self, files: Iterable[Path]) -> None:
        """Look through other files or folders."""
        self._files = tuple(files)
        self.look()

    def look(self) -> None:
        """Look through the files on a thread, with progress and a way to stop."""
        keep(self.desk, self._files, self._said)
        files, said, actor = self._files, dict(self._said), self.desk.actor

        def work(operation: Operation) -> Survey:
            return move_over.survey(files, actor, said, operation)

        task = self.desk.runner.create(work)
        task.succeeded.connect(self.show_survey)
        task.failed.connect(self.show_failure)
        self.strip.watch(task, self.tr("Looking through the files…"))
        self.desk.runner.start(task)

    def show_survey(self, survey: Survey) -> None:
        """Show what was found."""
        self.survey = survey
        self.show_sheets(survey)
        refused = [file for file in survey.files if file.refusal is not None]
        if refused and refused[0].refusal is not None:
            self.notice.refuse(
                self.tr("{count} files were not read, first {name}").format(
                    count=len(refused), name=refused[0].path.name
                ),
                refused[0].refusal,
            )

    def show_sheets(self, survey: Survey) -> None:
        """Show the sheets, those with something left to do first in their own order."""
        sheets = survey.sheets()
        before = self.row()
        at = next((at for at, one in enumerate(sheets) if before is not None and one.key == before.key), 0)
        empty = EmptyState(
            Glyph.FOLDER_OPEN,
            self.tr("No file is chosen"),
            self.tr("Every sheet of the files is listed here with what it seems to be."),
        )
        self.show_rows(sheets, at, empty)
        meant = [one for one in sheets if one.meaning is not Meaning.NOTHING]
        done = sum(one.done for one in meant)
        words = self.tr("{done} of {all} sheets are here") if meant else ""
        self.tally.setText(words.format(done=done, all=len(meant)))

    def _verbs(self) -> Sequence[Verb]:
        rare = Weight.RARE
        return (
            Verb(
                "next", self.tr("Go on…"), Glyph.PLAY, self._go_on, "Ctrl+Return", self._left, Weight.PRIMARY
            ),
            Verb("folder", self.tr("Choose a folder…"), Glyph.FOLDER_OPEN, self._ask_folder, "Ctrl+O"),
            Verb("files", self.tr("Choose files…"), Glyph.DOCUMENT_ADD, self._ask_files, "Ctrl+N"),
            Verb("meaning", self.tr("This sheet is…"), Glyph.EDIT, self._ask_meaning, "F2", self.chosen),
            Verb("compare", self.tr("Compare again"), Glyph.ARROW_CLOCKWISE, self.look, "F5", self._there),
            Verb("print", self.tr("Print…"), Glyph.PRINT, self._print, "Ctrl+P", self._there),
            Verb("nothing", self.tr("Not to be moved"), None, self._to_nothing, "Del", self.chosen, rare),
        )

    def _go_on(self) -> None:
        """Names first, for rows need them; manuscripts, and then what goes through the queue of imports."""
        lists = [one for one in self.survey.sheets() if one.meaning in _NAMES and not one.done]
        sent = [one for one in self.survey.sheets() if one.meaning is Meaning.MANUSCRIPTS and not one.done]
        if lists:
            self.lists_asked.emit(lists)
        elif sent:
            self.manuscripts_asked.emit(sent[0])
        else:
            self.import_asked.emit(move_over.left_out(self.survey.sheets()))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"))
        if chosen:
            self.choose((Path(chosen),))

    def _ask_files(self) -> None:
        kinds = translate("FirstRun", "Tables (*.xlsx *.xls *.et *.ods *.csv)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files"), "", kinds)
        if names:
            self.choose(map(Path, names))

    def _ask_meaning(self) -> None:
        sheet: SheetFound = self.row()
        self.open_form(MeaningForm(sheet, partial(self._say, sheet), self))

    def _to_nothing(self) -> None:
        self._say(self.row(), Meaning.NOTHING)

    def _say(self, sheet: SheetFound, meaning: Meaning) -> None:
        self._said[sheet.key] = meaning
        self.look()

    def _print(self) -> None:
        self.print_asked.emit(self.survey)

    def _left(self) -> DeskError | None:
        left = any(one.meaning in _BROUGHT and not one.done for one in self.survey.sheets())
        return None if left else NothingToBringError()

    def _there(self) -> DeskError | None:
        return None if self._files else NothingChosenError(what=self.tr("a folder or file"))

    @override
    def _hear(self, areas: frozenset[Area]) -> None:
        if self.watches & areas and self.isVisible() and self._files:
            self.look()


_NAMES = frozenset((Meaning.OUTLETS, Meaning.UNITS))
_BROUGHT = frozenset(Meaning) - {Meaning.NOTHING, Meaning.TALLY}


def _columns() -> Sequence[Column[SheetFound]]:
    def figure(read: Callable[[SheetFound], int | None]) -> Callable[[SheetFound], Shown]:
        return lambda one: Shown("" if (found := read(one)) is None else str(found))

    return (
        Column(translate("MoveOverDialog", "File"), 230, lambda one: Shown(one.file.name)),
        Column(translate("MoveOverDialog", "Sheet"), 130, lambda one: Shown(one.name)),
        Column(translate("MoveOverDialog", "Is"), 150, _meaning),
        Column(translate("MoveOverDialog", "How it stands"), 220, _standing),
        Column(translate("MoveOverDialog", "Rows"), 70, figure(lambda one: one.told.rows), figures=True),
        Column(
            translate("MoveOverDialog", "Total in it"), 100, figure(lambda one: one.told.stated), figures=True
        ),
        Column(
            translate("MoveOverDialog", "Counted now"),
            120,
            figure(lambda one: one.told.counted),
            figures=True,
        ),
    )


def _meaning(one: SheetFound) -> Shown:
    said = State.CHANGED if one.meaning is not one.proposed else None
    return Shown(text(f"meaning.{one.meaning.value}"), said)


def _standing(one: SheetFound) -> Shown:
    told = one.told
    if one.meaning is Meaning.NOTHING:
        return Shown("")
    if one.meaning is Meaning.TALLY:
        return _agreement(told)
    if told.lacking:
        words = translate("MoveOverDialog", "{count} not here yet")
        return Shown(words.format(count=shown.count(told.lacking, "rows")), State.NOT_YET)
    if told.differing or told.wrong:
        words = translate("MoveOverDialog", "{differing} differ, {wrong} with problems")
        return Shown(words.format(differing=told.differing, wrong=told.wrong), State.SOON)
    if not told.rows:
        return Shown(translate("MoveOverDialog", "nothing was understood in it"), State.WRONG)
    return Shown(translate("MoveOverDialog", "all of it is here"), State.DONE)


def _agreement(told: Told) -> Shown:
    """How the figures of a table of counts agree with the log."""
    if told.differing:
        words = translate("MoveOverDialog", "{count} figures differ from the log")
        return Shown(words.format(count=told.differing), State.SOON)
    if told.wrong:
        words = translate("MoveOverDialog", "{count} figures name no time, or nothing known")
        return Shown(words.format(count=told.wrong), State.NONE)
    return Shown(translate("MoveOverDialog", "all figures agree with the log"), State.DONE)
