"""Setting a new office up: opens the steps, and carries out what is chosen in them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.setting_up.window import SetUpDialog
from ui.undo import Act
from xcdesk.errors import DeskError
from xcdesk.importers import roster_lists
from xcdesk.services.accounts import joining
from xcdesk.services.roster import proposing
from xcdesk.services.roster.proposing import Taken

if TYPE_CHECKING:  # loaded when it is asked for
    from ui.pages.today.office_tools import OfficeTools
    from xcdesk.importers.roster_lists import RosterSheet
    from xcdesk.services.accounts.joining import Joined


class NoListError(DeskError):
    """A workbook holds no list of the kind that was asked for; fact ``name``."""

    code = "setup.no_list"


class SettingUp(QObject):
    """``import_asked`` and ``move_asked`` hand the first import on."""

    said = Signal(str)
    import_asked = Signal()
    move_asked = Signal(tuple)  # of Path

    def __init__(self, desk: Desk, tools: "OfficeTools", window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tools, self._window = desk, tools, window
        self._dialog: SetUpDialog | None = None
        self._asked_in: QWidget | None = None
        self._files: tuple[Path, ...] = ()

    def show(self, files: tuple[Path, ...] = ()) -> SetUpDialog:
        """Show the steps; ``files`` are what is to be imported in the last of them."""
        self._files = files or self._files
        if self._dialog is not None:
            return self._dialog
        dialog = SetUpDialog(self._desk, self._window)
        dialog.asked.connect(self.do)
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()
        return dialog

    def do(self, way: str) -> None:
        """Carry out one of the ways of `SetUpDialog`."""
        acts: dict[str, Callable[[], object]] = {
            "office": partial(self._tools.show_settings, above=self._above()),
            "people": self.paste_people,
            "accounts": partial(self._tools.show_accounts, above=self._above()),
            "outlets": self.propose_outlets,
            "outlets_list": partial(self._ask_list, of_units=False),
            "units": self.propose_units,
            "units_list": partial(self._ask_list, of_units=True),
            "import": partial(self._leave_for, by_sheet=bool(self._files)),
            "move_over": partial(self._leave_for, by_sheet=True),
        }
        acts[way]()

    def propose_outlets(self) -> None:
        """Show the outlets that ship with the program."""
        self._propose(self.tr("Proposed outlets"), proposing.shipped_outlets(), proposing.take_outlets)

    def propose_units(self) -> None:
        """Show the units that ship with the program."""
        self._propose(self.tr("Proposed units"), proposing.shipped_units(), proposing.take_units)

    def paste_people(self) -> None:
        """Ask for a list of people."""
        from ui.dialogs.setting_up.people import PastedPeople

        join = partial(joining.join, self._desk.actor)
        self._open(PastedPeople(self._desk.runner, join, self._joined, self._above()))

    def read_list(
        self, path: Path, *, of_units: bool, only: Sequence[str] | None = None, above: QWidget | None = None
    ) -> None:
        """Read a workbook on a thread and show the list in it as proposals.

        ``only`` names the sheets that were said to be such lists, ``above`` is the window they were said in.
        """
        self._asked_in = above
        said = None if only is None else of_units
        look = partial(roster_lists.look, path, only=only, of_units=said)
        task = self._desk.runner.create(look)
        task.succeeded.connect(partial(self._show_list, path, of_units))
        task.failed.connect(self._refuse)
        self._desk.runner.start(task)

    def _ask_list(self, *, of_units: bool) -> None:
        kinds = QCoreApplication.translate("FirstRun", "Tables (*.xlsx *.xls *.et *.ods *.csv)")
        title = self.tr("A workbook with units") if of_units else self.tr("A workbook with outlets")
        name, _ = QFileDialog.getOpenFileName(self._above(), title, "", kinds)
        if name:
            self.read_list(Path(name), of_units=of_units)

    def _show_list(self, path: Path, of_units: bool, sheets: "Sequence[RosterSheet]") -> None:
        rows: list[Any] = [one for sheet in sheets for one in (sheet.units if of_units else sheet.outlets)]
        if not rows:
            self._refuse(NoListError(name=path.name))
            return
        take = proposing.take_units if of_units else proposing.take_outlets
        self._propose(path.name, rows, take)

    def _propose(self, title: str, rows: Sequence[Any], take: Callable[..., Taken]) -> None:
        from ui.dialogs.setting_up.proposals import ProposalsDialog

        self._open(ProposalsDialog(title, rows, partial(self._take, take), self._above()))

    def _take(self, take: Callable[..., Taken], chosen: Sequence[Any]) -> None:
        """Put them on the roster, as one act with its way back."""
        actor = self._desk.actor
        kept = [take(actor, chosen)]

        def back() -> None:
            proposing.take_back(actor, kept[0])
            self._desk.changes.tell(Area.ROSTER)

        def forth() -> None:
            kept[0] = proposing.take_again(actor, kept[0])
            self._desk.changes.tell(Area.ROSTER)

        self._desk.undo.push(Act(self.tr("Put proposals on the roster"), back, forth))
        self._desk.changes.tell(Area.ROSTER)
        self.said.emit(self.tr("{count} put on the roster").format(count=len(kept[0])))

    def _joined(self, joined: "tuple[Joined, ...]") -> None:
        from ui.dialogs.passwords_once import PasswordsOnce

        self._desk.changes.tell(Area.SETTINGS)
        words = self.tr(
            "Each signs in with his login and this password, and chooses one of his own then. The passwords "
            "are shown this once; an administrator can give a new one at any time."
        )
        lines = [(one.name, one.login, one.password) for one in joined]
        self._open(PasswordsOnce(self.tr("First passwords"), words, lines, self._above()))

    def _leave_for(self, *, by_sheet: bool) -> None:
        """Go on to the first import; files that the office began with are looked through sheet by sheet."""
        if self._dialog is not None:
            self._dialog.accept()
        if by_sheet:
            self.move_asked.emit(self._files)
        else:
            self.import_asked.emit()

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _above(self) -> QWidget:
        return self._dialog or self._asked_in or self._window

    def _forget(self) -> None:
        self._dialog = None

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, DeskError):
            raise error
        if self._dialog is not None:
            self._dialog.notice.refuse(self.tr("Not done"), error)
        else:
            self._tools.show_failure(error)
