"""What the menu Tools offers: a backup now, the settings of the office, its people."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.messages import text
from ui.pages.page import Page
from ui.refusals import NoFontFolderError, OnServerError
from ui.undo import Act
from xcdesk import clock, settings, store
from xcdesk.codes import MaterialKind
from xcdesk.errors import DeskError
from xcdesk.files import free_path
from xcdesk.progress import Operation
from xcdesk.services import approvals
from xcdesk.services.office import office_settings
from xcdesk.services.office.practising import PracticeStaysError
from xcdesk.services.record import permissions
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import Permission

if TYPE_CHECKING:  # a form is loaded when it is shown: start-up time
    from ui.dialogs.office_form import Typed
    from xcdesk.everything import Exported


class OfficeTools(QObject):
    """Works in the page in front, which shows progress and refusals."""

    said = Signal(str)
    gone_back = Signal(object)  # GoneBack
    move_asked = Signal(str)  # address of an empty database
    encryption_asked = Signal(object)  # ToEncrypt

    def __init__(self, desk: Desk, page: Callable[[], Page], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, page

    def back_up(self) -> None:
        """Take a verified backup beside the data."""
        self._page().run(partial(_back_up, self._desk.actor), self.tr("Backing up…"), self._backed_up)

    def show_settings(self, *, above: QWidget | None = None) -> None:
        """Show the settings of the office, over a window or the page in front, and save what is changed."""
        from ui.dialogs.form import form_of_now
        from ui.dialogs.office_form import OfficeForm, Typed

        steps, window = _review_steps(), above or self._page().window()

        def make(before: Typed) -> OfficeForm:
            return OfficeForm(before, steps, partial(self._save, before), window)

        _open(
            form_of_now("setting.office", make, lambda: Typed(office_settings.load(), settings.load().fonts))
        )

    def show_acts(self) -> None:
        """List the acts of this sitting, to be taken back up to one of them."""
        from ui.dialogs.acts import ActsDialog

        _open(ActsDialog(self._desk, self._page().window()))

    def show_trash(self) -> None:
        """Show what was removed, to be put back."""
        from ui.dialogs.trash import TrashDialog

        _open(TrashDialog(self._desk, self._page().window()))

    def show_backups(self) -> None:
        """Show which backups there are, to be looked into and gone back to."""
        from ui.dialogs.backups.window import BackupsDialog

        dialog = BackupsDialog(self._desk, self._page().window())
        dialog.gone_back.connect(self.gone_back)
        dialog.encryption_asked.connect(self.encryption_asked)
        _open(dialog)

    def export_everything(self) -> None:
        """Write everything out into a new folder of a folder that is asked for."""
        title = self.tr("Folder for everything that the office keeps")
        chosen = QFileDialog.getExistingDirectory(self._page().window(), title)
        if chosen:
            name = self.tr("xcdesk {day}").format(day=f"{clock.today()}")
            work = partial(_export, free_path(Path(chosen) / name), self._desk.actor)
            self._page().run(work, self.tr("Exporting…"), self._exported)

    def save_diagnostics(self) -> None:
        """Write a file for the administrator that holds nothing of the office's content."""
        proposed = str(Path.home() / f"xcdesk-diagnostics-{clock.today()}.zip")
        kinds = self.tr("Packed files (*.zip)")
        window = self._page().window()
        chosen, _ = QFileDialog.getSaveFileName(window, self.tr("Save diagnostics"), proposed, kinds)
        if chosen:
            work = partial(_diagnose, Path(chosen))
            self._page().run(work, self.tr("Collecting diagnostics…"), self._diagnosed)

    def show_record(self) -> None:
        """Show who did what, to be searched and verified."""
        from ui.dialogs.record import RecordDialog

        _open(RecordDialog(self._desk, self._page().window()))

    def empty_old_trash(self) -> None:
        """Remove for good, beside the work, what has lain in the trash longer than the office keeps it."""
        task = self._desk.runner.create(_tidy_up)
        task.succeeded.connect(self._emptied)
        task.failed.connect(self._page().show_failure)
        self._desk.runner.start(task)

    def show_failure(self, error: BaseException) -> None:
        """Show a refusal in the page in front."""
        self._page().show_failure(error)

    def show_calendar(self) -> None:
        """Show the working days of the office, to be set by those who may."""
        from ui.dialogs.calendar import CalendarDialog

        _open(CalendarDialog(self._desk, self._page().window()))

    def show_counting_rules(self) -> None:
        """Show what stands under tables about how they are counted, to be worded by those who may."""
        from ui.dialogs.counting_rules import CountingRulesDialog

        dialog = CountingRulesDialog(self._desk, self._page().window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_accounts(self, *, above: QWidget | None = None) -> None:
        """Show the people of the office and their accounts."""
        from ui.dialogs.accounts import AccountsDialog

        _open(AccountsDialog(self._desk, above or self._page().window()))

    def move_to_server(self) -> None:
        """Ask for the server to which the office is to move."""
        from ui.dialogs.server.move_form import MoveForm

        _open(MoveForm(self.move_asked.emit, self._page().window()))

    def may_move(self) -> DeskError | None:
        """Why the office cannot move from here; None when it can."""
        if store.where().path is None:
            return OnServerError()
        if store.is_practice():
            return PracticeStaysError()
        return permissions.refusal(self._desk.actor, Permission.PEOPLE)

    def _save(self, before: "Typed", typed: "Typed") -> None:
        actor = self._desk.actor
        if typed.fonts and not Path(typed.fonts).is_dir():
            raise NoFontFolderError(field="fonts", path=typed.fonts)
        after = replace(typed, office=office_settings.save(actor, typed.office, before.office))
        settings.remember_fonts(typed.fonts)

        def put(over: "Typed", wanted: "Typed") -> Callable[[], None]:
            def act() -> None:
                office_settings.save(actor, wanted.office, over.office)
                settings.remember_fonts(wanted.fonts)
                self._desk.changes.tell(Area.SETTINGS)

            return act

        name = self.tr("Change the settings")
        self._desk.undo.push(Act(name, put(after, before), put(before, after)))
        self._desk.changes.tell(Area.SETTINGS)
        self.said.emit(self.tr("Settings saved"))

    def _emptied(self, count: int) -> None:
        if count:
            self._desk.changes.tell(Area.COVERAGE)
            words = self.tr("{count} removed for good from the trash: their days were over")
            self.said.emit(words.format(count=shown.count(count, "items")))

    def _exported(self, done: "Exported") -> None:
        facts = {"folder": done.folder, "tables": done.tables, "rows": done.rows, "files": done.files}
        self.said.emit(text("export.done", **facts))

    def _diagnosed(self, path: Path) -> None:
        self.said.emit(text("diagnostics.saved", file=path))

    def _backed_up(self, rows: int) -> None:
        self._desk.changes.tell(Area.BACKUPS)
        self.said.emit(self.tr("Backed up and checked, {rows}").format(rows=shown.count(rows, "rows")))


def _open(dialog: QDialog) -> None:
    """Open a dialog that destroys itself once it is shut."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _export(folder: Path, actor: Actor, operation: Operation) -> "Exported":
    from xcdesk import everything

    return everything.export(folder, actor, operation)


def _diagnose(path: Path, operation: Operation) -> Path:
    from xcdesk import diagnostics

    diagnostics.save(path, operation, {"qt": qVersion(), "screen": QGuiApplication.platformName()})
    return path


def _back_up(actor: Actor, operation: Operation) -> int:
    from xcdesk.services.backups import keeping

    return keeping.back_up(keeping.Reason.BY_HAND, operation, actor).rows


def _tidy_up(operation: Operation) -> int:
    from xcdesk.services import trash
    from xcdesk.services.log import evidence

    evidence.forget_copies()
    return trash.purge_old(operation)


def _review_steps() -> list[str]:
    """``内部参考：签发（领导）`` for each kind of material."""
    translate = QCoreApplication.translate
    lines = []
    for kind in MaterialKind:
        steps = [
            translate("OfficeTools", "{step} ({role})").format(
                step=step.name, role=text(approvals.role_label(step.role).key)
            )
            for step in approvals.steps_of(kind)
        ]
        line = translate("OfficeTools", "{kind}: {steps}")
        lines.append(line.format(kind=text(f"material.kind.{kind.value}"), steps=" → ".join(steps)))
    return lines
