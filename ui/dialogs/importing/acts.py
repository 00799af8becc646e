"""What the import dialogs write: imports, their taking back, spellings; each under its own name."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.form import FormDialog
from ui.dialogs.importing.reader import compare
from ui.dialogs.importing.stages import in_words
from ui.messages import text
from ui.tablemodels.case_work import CaseWork
from ui.tablemodels.import_decisions import Decisions
from ui.tablemodels.import_file import QueuedFile
from ui.tasks import Work
from ui.undo import Act
from xcdesk.errors import Cancelled, DeskError
from xcdesk.importers import apply, caselists, proposals, redo, undo
from xcdesk.importers.apply import Applied
from xcdesk.importers.proposals import Stranger
from xcdesk.importers.records import Field
from xcdesk.importers.undo import Undone, UndoneError
from xcdesk.progress import Operation
from xcdesk.services.backups import keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import outlet_changes, units
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.units import NewUnit

_BACKUPS = (Reason.BEFORE_UNDO.value, Reason.BEFORE_IMPORT.value)
"""What precedes taking an import back, and doing it again."""
_NAMED = 8
"""Most items that a message names; the rest are found by their day in the log."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one of several files: what was written, or why nothing was.

    Attributes:
        made: the file as it stood against what is kept at its turn.
        applied: None when a person has to look first, or an error stands in its place.
    """

    file: QueuedFile
    made: Decisions | CaseWork | None = None
    applied: Applied | None = None
    error: DeskError | None = None


class ImportActs(QObject):
    """Writes for one desk; every act tells the pages and can be taken back by its name."""

    undone = Signal(object, object)  # batches, what undoing them did as one Undone
    redone = Signal(object)  # QueuedFile

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._noted: set[QueuedFile] = set()

    def work(self, file: QueuedFile) -> Work:
        """Writing the ticked rows of a file, as long work; the result is an `Applied`."""
        write, name = _writing(file.made, self._desk.actor), file.title

        def work(operation: Operation) -> Applied:
            keeping.before(Reason.BEFORE_IMPORT, operation)
            return write(in_words(operation, name))

        return work

    def work_all(self, files: Sequence[QueuedFile]) -> Work:
        """Writing several files, each as an import of its own; the result is an `Outcome` for each.

        Each is compared with what the ones before have written. One that then leaves something to decide is
        not written; a stop keeps what has been written. Progress names the file and what is done with it.
        """
        actor = self._desk.actor
        words = QCoreApplication.translate("imports", "File {number} of {count}: {name}")
        notes = [
            words.format(number=at + 1, count=len(files), name=file.title) for at, file in enumerate(files)
        ]
        known = [(file, compare(actor, file, note), note) for file, note in zip(files, notes, strict=True)]

        def write(operation: Operation) -> list[Outcome]:
            outcomes: list[Outcome] = []
            keeping.before(Reason.BEFORE_IMPORT, operation)
            # A stop between two files, or before one is written, keeps what has been written.
            with suppress(Cancelled):
                for at, (file, comparing, note) in enumerate(known):
                    operation.report(at, len(files), note)
                    operation.check()
                    outcomes.append(_outcome(file, comparing, note, actor, operation))
            return outcomes

        return write

    def finish(self, file: QueuedFile, applied: Applied) -> str:
        """Take note of a finished import; returns the words about it."""
        self._note(file, applied)
        if file.cases is not None:
            return self._finish_list(file, applied)
        count = shown.count(file.written, "rows")
        name = QCoreApplication.translate("imports", "Import {count} of {file}").format(
            count=count, file=file.title
        )
        received = QCoreApplication.translate("imports", "Note {file} as received").format(file=file.title)
        self._push(name if file.written else received, [file])
        self._tell()
        words = QCoreApplication.translate(
            "imports", "{file}: {count} imported, {added} new and {updated} brought up to date"
        )
        if not file.written:
            words = _received_words(file)
        said = words.format(file=file.title, count=count, added=applied.added, updated=applied.updated)
        return said + _removed(applied.removed)

    def _finish_list(self, file: QueuedFile, applied: Applied) -> str:
        """Take note of a list; what it registered can be taken back, answers stay in the history."""
        self._tell(Area.CASES)
        if file.answers:
            words = QCoreApplication.translate("imports", "{file}: {count} answers entered")
            return words.format(file=file.title, count=applied.updated)
        name = QCoreApplication.translate("imports", "Import {count} of {file}")
        count = shown.count(applied.added, "items")
        self._push(name.format(count=count, file=file.title), [file])
        words = QCoreApplication.translate("imports", "{file}: {count} registered; file and dispatch them")
        return words.format(file=file.title, count=count)

    def finish_all(self, outcomes: Sequence[Outcome]) -> str:
        """Take note of several imports, which are taken back as one act; returns the words about them."""
        done: list[QueuedFile] = []
        added = updated = removed = 0
        for one in outcomes:
            if one.made is not None:
                one.file.take(one.made)
            if one.applied is not None:
                self._note(one.file, one.applied)
                done.append(one.file)
                added, updated = added + one.applied.added, updated + one.applied.updated
                removed += one.applied.removed
        count = shown.count(len(done), "files")
        if undoable := [file for file in done if not file.answers]:
            name = QCoreApplication.translate("imports", "Import {count}")
            self._push(name.format(count=shown.count(len(undoable), "files")), undoable)
        self._tell(Area.CASES)
        words = QCoreApplication.translate(
            "imports", "{count} imported: {added} rows new and {updated} brought up to date"
        )
        return words.format(count=count, added=added, updated=updated) + _removed(removed)

    def take_back(self, batch: int, file: str) -> Undone:
        """Take an import back, as an act; what was edited since is left and named in the result."""
        queued = [one for one in self._noted if one.batch == batch]
        done = self._take_back([batch])
        self._tell(Area.CASES)
        stands = batch

        def restore() -> None:
            nonlocal stands
            stands = redo.redo(stands, self._desk.actor, done.kept)
            for one in queued:
                one.batch = stands
                self.redone.emit(one)
            self._tell(Area.CASES)

        def again() -> None:
            self._take_back([stands])
            self._tell(Area.CASES)

        name = QCoreApplication.translate("imports", "Undo the import of {file}").format(file=file)
        self._desk.undo.push(Act(name, restore, again, _BACKUPS[::-1]))
        return done

    def learn(self, stranger: Stranger, owner: int) -> None:
        """Take an unknown name for an outlet or a unit from now on."""
        actor = self._desk.actor

        def learn() -> None:
            proposals.confirm(actor, stranger, owner)
            self._desk.changes.tell(Area.ROSTER)

        def forget() -> None:
            proposals.forget(actor, stranger, owner)
            self._desk.changes.tell(Area.ROSTER)

        learn()
        name = QCoreApplication.translate("imports", "Remember the spelling “{spelling}”")
        self._desk.undo.push(Act(name.format(spelling=stranger.text), forget, learn))

    def add_to_roster(self, stranger: Stranger, parent: QWidget) -> FormDialog:
        """Open the form for an outlet or a unit that the roster lacks, with its name filled in."""
        # Importing these here spares start-up time.
        from ui.dialogs.list_forms import UnitForm
        from ui.dialogs.outlet_forms import OutletForm

        form: OutletForm | UnitForm
        if stranger.field == Field.OUTLET:
            form = OutletForm(None, self._add_outlet, parent)
        else:
            form = UnitForm(None, self._add_unit, parent)
        form.name.setText(stranger.text)
        form.open()
        return form

    def _add_outlet(self, new: NewOutlet) -> None:
        actor = self._desk.actor
        made = outlet_changes.add_outlet(actor, new)
        self._added(
            new.name,
            lambda version: outlet_changes.retire_outlet(actor, made, version),
            lambda version: outlet_changes.reinstate_outlet(actor, made, version),
        )

    def _add_unit(self, new: NewUnit) -> None:
        actor = self._desk.actor
        made = units.add_unit(actor, new)
        self._added(
            new.name,
            lambda version: units.change_unit(actor, made, version, replace(new, active=False)),
            lambda version: units.change_unit(actor, made, version, new),
        )

    def _added(self, name: str, retire: Callable[[int], object], reinstate: Callable[[int], object]) -> None:
        """Remember that something was put on the roster; every write steps its version."""
        version = 1

        def write(change: Callable[[int], object]) -> None:
            nonlocal version
            change(version)
            version += 1
            self._desk.changes.tell(Area.ROSTER)

        words = QCoreApplication.translate("imports", "Add “{name}”").format(name=name)
        self._desk.undo.push(Act(words, partial(write, retire), partial(write, reinstate)))
        self._desk.changes.tell(Area.ROSTER)

    def _push(self, name: str, files: Sequence[QueuedFile]) -> None:
        """Remember the import of files as one act; doing it again brings the same rows and cases back."""
        stands = {file: file.batch for file in files}
        kept: Sequence[int] = ()  # somebody had edited them since

        def take_back() -> None:
            nonlocal kept
            # The list of imports may have taken some back already, or brought them back as other batches.
            stands.update({file: file.batch for file in files if file.batch is not None})
            batches = [batch for batch in reversed(stands.values()) if batch is not None]
            kept = self._take_back(batches, (UndoneError,)).kept
            self._tell(Area.CASES)

        def again() -> None:
            for file, batch in stands.items():
                if batch is not None:
                    stands[file] = file.batch = redo.redo(batch, self._desk.actor, kept)
                self.redone.emit(file)
            self._tell(Area.CASES)

        self._desk.undo.push(Act(name, take_back, again, _BACKUPS))

    def _take_back(self, batches: Sequence[int], passed: tuple[type[DeskError], ...] = ()) -> Undone:
        """Take imports back, those before one that cannot be; errors ``passed`` only leave theirs out."""
        done: dict[int, Undone] = {}
        try:
            for batch in batches:
                with suppress(*passed):
                    done[batch] = undo.undo(batch, self._desk.actor)
        finally:
            whole = _together([*done.values()])
            if done:
                self.undone.emit(tuple(done), whole)
        return whole

    def _note(self, file: QueuedFile, applied: Applied) -> None:
        self._noted.add(file)
        file.batch, file.written = applied.batch, applied.added + applied.updated

    def _tell(self, *more: Area) -> None:
        self._desk.changes.tell(Area.COVERAGE, Area.IMPORTS, Area.BACKUPS, *more)


def _together(done: Sequence[Undone]) -> Undone:
    """What several undos did, as one."""
    removed, restored = sum(one.removed for one in done), sum(one.restored for one in done)
    kept, cases = (item for one in done for item in one.kept), (case for one in done for case in one.cases)
    return Undone(removed, restored, tuple(kept), tuple(cases))


def _received_words(file: QueuedFile) -> str:
    """Why a file of which nothing was written has come all the same."""
    if file.counts_only:
        return QCoreApplication.translate("imports", "{file}: noted as received, it only states counts")
    return QCoreApplication.translate("imports", "{file}: noted as received, all of it is logged already")


def _removed(count: int) -> str:
    """What a replaced file alone had reported."""
    if not count:
        return ""
    words = QCoreApplication.translate("imports", "; {count} of the replaced file moved to the trash")
    return words.format(count=shown.count(count, "rows"))


def _outcome(file: QueuedFile, comparing: Work, note: str, actor: Actor, operation: Operation) -> Outcome:
    """Write one file as it stands against what is kept now, unless that leaves something to decide."""
    try:
        made: Decisions | CaseWork = comparing(operation)
        if not file.settled_by(made):
            return Outcome(file, made)
        written = _writing(made, actor)(in_words(operation, note))
    except DeskError as error:
        return Outcome(file, error=error)
    return Outcome(file, made, written)


def _writing(made: Decisions | CaseWork | None, actor: Actor) -> Callable[[Operation], Applied]:
    """The call that writes what is ticked now."""
    if made is None:
        raise ValueError("a file is written once it has been read")
    if isinstance(made, CaseWork):
        return partial(caselists.apply, made.plan, actor, frozenset(made.ticked))
    plan, decided, duplicates = made.preview.plan, made.decided(), made.duplicates
    replaced = made.replacement
    return lambda operation: apply.apply(plan, actor, duplicates, decided, operation, replaced)


def words_about(done: Undone) -> str:
    """What an undo did, and the items that it left because somebody has edited them since."""
    said = text("import.undo_done", removed=done.removed, restored=done.restored, kept=done.left)
    if done.cases:
        words = QCoreApplication.translate("imports", "Something has been done to them since: {cases}")
        return f"{said}\n{words.format(cases=shown.listed(done.cases))}"
    if not done.kept:
        return said
    items = undo.kept_items(done)
    names = shown.listed(
        f"{shown.day(item.day)} {item.outlet} {item.title}".strip() for item in items[:_NAMED]
    )
    if len(items) > _NAMED:
        names += "……"
    words = QCoreApplication.translate("imports", "Left as they are: {items}")
    return f"{said}\n{words.format(items=names)}"
