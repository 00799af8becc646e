"""Backups (备份): which there are, looked into, checked, carried outside, rehearsed, gone back to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.backups import words
from ui.dialogs.backups.encryption import ToEncrypt
from ui.dialogs.backups.look import LookDialog
from ui.dialogs.backups.passphrase import PassphraseForm
from ui.dialogs.backups.records import RecordsDialog
from ui.dialogs.form import Question
from ui.dialogs.list_dialog import ListDialog
from ui.language import language
from ui.refusals import BackupBusyError, NoOldFileError
from ui.tasks import Work
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk import store
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.backups import at_server, encryption, keeping, listing, looking, restoring
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.backups.listing import KeptBackup
from xcdesk.services.backups.restoring import Left
from xcdesk.services.record import permissions
from xcdesk.services.record.permissions import Permission

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class GoneBack:
    """A backup that was made a new file: what the application has to open, and what it leaves."""

    target: Path
    key: str
    backup: Path
    left: Left
    by: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The backups there are, and what is worth knowing of them, a sentence each.

    ``turn`` counts how often was asked: what a slow share answers late is not shown over what is newer.
    """

    turn: int
    rows: tuple[KeptBackup, ...]
    lines: tuple[str, ...]


class BackupsDialog(ListDialog):
    """Newest first; long work shows its progress above the list, one at a time."""

    help_topic = "backups"
    watches = frozenset({Area.BACKUPS, Area.SETTINGS})
    gone_back = Signal(object)  # GoneBack
    encryption_asked = Signal(object)  # ToEncrypt

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, translate("BackupsDialog", "Backups"), words.columns(), parent, stretch=6)
        self._busy, self._turn, self._place = False, 0, store.where().path
        # asked once: the verbs are looked at again after the database was closed to go back
        self._kept_elsewhere = at_server.refusal(desk.actor)
        self.state = label("", Role.CAPTION, "second", wrap=True)
        self.finish(self._verbs(), (self.state,))
        self.listing.opened.connect(self._look)
        usual_size(self, 1180, 600)

    @override
    def reload(self) -> None:
        """Show what lies here at once, and what lies in the second folder as soon as that has answered."""
        now = listing.standing()
        self._turn += 1
        lines = tuple(words.lines(now, here_alone=True))
        self._show(Seen(self._turn, listing.backups(here_alone=True), lines))
        if now.outside is not None:
            task = self.desk.runner.create(partial(_seen, self._turn))
            task.succeeded.connect(self._show)
            self.desk.runner.start(task)
        if now.memory.failed_at is not None:
            self.notice.show_banner(Banner("bad", words.failure_words(now), words.failure_help(now)))

    def _show(self, seen: Seen) -> None:
        if seen.turn != self._turn:
            return
        self.state.setText("\n".join(seen.lines))
        empty = EmptyState(Glyph.ARCHIVE, self.tr("Not backed up yet"), words.when_taken())
        self.show_rows(seen.rows, self.listing.at() or 0, empty)

    def _verbs(self) -> Sequence[Verb]:
        primary, rare = Weight.PRIMARY, Weight.RARE
        look, back = self.tr("Look inside…"), self.tr("Go back to it…")
        now, carry = self.tr("Back up now"), self.tr("Copy outside")
        check, rehearse = self.tr("Check again"), self.tr("Rehearse")
        folder = self.tr("Second folder…")
        return (
            Verb("now", now, Glyph.SAVE, self._back_up, "Ctrl+Return", self._may_back_up, primary),
            Verb("look", look, Glyph.DOCUMENT_SEARCH, self._look, "F4", self._one),
            Verb("records", self.tr("Single records…"), Glyph.ARROW_UNDO, self._records, "F6", self._one),
            Verb("go_back", back, Glyph.HISTORY, self._ask_to_go_back, "Ctrl+R", self._may_go_back),
            Verb("carry", carry, Glyph.ARROW_EXPORT, self._carry, "Ctrl+O", self._free),
            Verb("rehearse", rehearse, Glyph.CHECKMARK_CIRCLE, self._rehearse, "Ctrl+E", self._one),
            Verb("check", check, None, self._check, "Ctrl+T", self._one, rare),
            Verb("folder", folder, Glyph.FOLDER_OPEN, self._ask_folder, "Ctrl+D", self._free),
            Verb("encrypt", self.tr("Encryption…"), None, self._encrypt, "Ctrl+L", self._may_encrypt, rare),
            Verb("no_folder", self.tr("No second folder"), None, self._no_folder, "", self._free, rare),
        )

    def _free(self) -> DeskError | None:
        return BackupBusyError() if self._busy else None

    def _may_back_up(self) -> DeskError | None:
        return self._kept_elsewhere or self._free()

    def _one(self) -> DeskError | None:
        return self._free() or self.chosen()

    def _may_go_back(self) -> DeskError | None:
        refused = permissions.refusal(self.desk.actor, Permission.SETTINGS) or self._one()
        return refused or (NoOldFileError() if self._place is None else None)

    def _may_encrypt(self) -> DeskError | None:
        refused = permissions.refusal(self.desk.actor, Permission.SETTINGS) or self._free()
        return refused or (encryption.NoFileError() if self._place is None else None)

    def _encrypt(self) -> None:
        if self._place is not None:
            asked = ToEncrypt(self.desk.actor, self._place, store.key(), encryption.readable_backups())
            self.accept()
            self.encryption_asked.emit(asked)

    def _back_up(self) -> None:
        def work(operation: Operation) -> int:
            return keeping.back_up(Reason.BY_HAND, operation, self.desk.actor).rows

        self._run(work, self.tr("Backing up…"), self._taken)

    def _taken(self, rows: int) -> None:
        self._done(self.tr("Backed up and checked, {rows}").format(rows=shown.count(rows, "rows")))

    def _look(self) -> None:
        if self._one() is None:
            self._with_key(self.row(), self._look_with)

    def _look_with(self, row: KeptBackup, passphrase: str) -> None:
        def work(operation: Operation) -> looking.Look:
            return looking.look(row.path, restoring.key_for(row.path, passphrase), operation)

        self._run(work, self.tr("Reading the backup…"), partial(self._show_look, row))

    def _show_look(self, row: KeptBackup, found: looking.Look) -> None:
        self.open_form(LookDialog(row, found, self))

    def _records(self) -> None:
        self._with_key(self.row(), self._records_with)

    def _records_with(self, row: KeptBackup, passphrase: str) -> None:
        def work(operation: Operation) -> str:
            restoring.verify(row.path, passphrase, operation)
            return restoring.key_for(row.path, passphrase)

        self._run(work, self.tr("Checking…"), partial(self._show_records, row))

    def _show_records(self, row: KeptBackup, key: str) -> None:
        self.open_form(RecordsDialog(self.desk, row, key, self))

    def _check(self) -> None:
        self._with_key(self.row(), self._check_with)

    def _check_with(self, row: KeptBackup, passphrase: str) -> None:
        def work(operation: Operation) -> int:
            return restoring.verify(row.path, passphrase, operation).rows

        self._run(work, self.tr("Checking…"), self._checked)

    def _checked(self, rows: int) -> None:
        self._done(self.tr("The backup is whole, {rows}").format(rows=shown.count(rows, "rows")))

    def _carry(self) -> None:
        def work(operation: Operation) -> Path:
            return keeping.carry_outside(keeping.newest_or_made(operation, self.desk.actor))

        self._run(work, self.tr("Copying outside…"), self._carried)

    def _carried(self, path: Path) -> None:
        self._done(self.tr("Copied to {folder} and read back").format(folder=path.parent))

    def _rehearse(self) -> None:
        self._with_key(self.row(), self._rehearse_with)

    def _rehearse_with(self, row: KeptBackup, passphrase: str) -> None:
        def work(operation: Operation) -> restoring.Rehearsal:
            return restoring.rehearse(row.path, passphrase, operation)

        self._run(work, self.tr("Restoring into a scratch file…"), self._rehearsed)

    def _rehearsed(self, done: restoring.Rehearsal) -> None:
        held = {name: count for name, count in done.tables.items() if count and looking.is_named(name)}
        lines = [f"{looking.table_words(name, language())} {count:,}" for name, count in held.items()]
        title = self.tr("Restored whole: {rows}; the scratch file is gone")
        self.reload()
        said = title.format(rows=shown.count(done.rows, "rows"))
        self.notice.show_banner(Banner("ok", said, shown.listed(lines)))

    def _ask_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder on a stick or a share"))
        if found and self.attempt(lambda: keeping.set_outside(Path(found))):
            self.desk.changes.tell(Area.BACKUPS)

    def _no_folder(self) -> None:
        if self.attempt(lambda: keeping.set_outside(None)):
            self.desk.changes.tell(Area.BACKUPS)

    def _ask_to_go_back(self) -> None:
        row, name = self.row(), self._place.name if self._place is not None else ""
        text = self.tr(
            "The office goes on from {when} in a new file. What was entered since then stays in {name}, "
            "which is kept beside it, and in a backup that is taken now. The window is opened anew."
        )
        question = Question(
            text.format(when=shown.instant(row.at), name=name),
            self.tr("Go back to it"),
            self.tr("Stay with the present data"),
            self,
        )
        question.agreed.connect(partial(self._with_key, row, self._go_back))
        self.open_form(question)

    def _go_back(self, row: KeptBackup, passphrase: str) -> None:
        if self._place is None:
            return
        by, target = self.desk.actor.name, restoring.new_place(self._place)

        def work(operation: Operation) -> GoneBack:
            keeping.before(Reason.BEFORE_RESTORE, operation)
            restoring.make_file(row.path, target, passphrase, operation)
            key = restoring.key_for(target, passphrase)
            return GoneBack(target, key, row.path, restoring.left(), by)

        self._run(work, self.tr("Restoring…"), self._went_back)

    def _went_back(self, done: GoneBack) -> None:
        self.accept()
        self.gone_back.emit(done)

    def _with_key(self, row: KeptBackup, act: Callable[[KeptBackup, str], object]) -> None:
        """Do something with a backup, after asking for a passphrase that the open file does not have."""
        if not restoring.needs_passphrase(row.path):
            act(row, "")
            return
        form = PassphraseForm(row.path, partial(act, row), self)
        self.open_form(form)

    def _run(self, work: Work, note: str, done: Callable[[Any], object]) -> None:
        task = self.desk.runner.create(work)
        task.succeeded.connect(done)
        task.failed.connect(self._failed)
        task.finished.connect(self._end)
        self.strip.watch(task, note)
        self._busy = True
        self.verbs.refresh()
        self.desk.runner.start(task)

    def _end(self, _task: object) -> None:
        self._busy = False
        self.verbs.refresh()

    def _failed(self, error: BaseException) -> None:
        self.reload()
        self.show_failure(error)

    def _done(self, said: str) -> None:
        self.desk.changes.tell(Area.BACKUPS)
        self.notice.show_banner(Banner("ok", said))


def _seen(turn: int, _operation: Operation) -> Seen:
    """Runs on a thread of its own: a share that is away keeps whoever asks it waiting."""
    return Seen(turn, listing.backups(), tuple(words.lines(listing.standing())))
