"""The people of the office: added, changed, given passwords, disabled; and what each role may do."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.form import Question
from ui.dialogs.list_dialog import ListDialog
from ui.dialogs.person_form import PersonForm
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.roles import RolesDialog
from ui.dialogs.secret_forms import GiveForm
from ui.messages import text
from ui.refusals import AccountActiveError, AccountDisabledError, AccountOpenError
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import State as Mark
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError
from xcdesk.services.accounts import keeping, recovery, secrets
from xcdesk.services.accounts.keeping import AccountRow, OwnAccountError, Particulars, State
from xcdesk.services.accounts.secrets import OwnPasswordError

translate = QCoreApplication.translate
_MARKS = {
    State.ACTIVE: Mark.DONE,
    State.OPEN: Mark.SOON,
    State.GIVEN: Mark.IN_HAND,
    State.SHUT: Mark.LATE,
    State.DISABLED: Mark.VOID,
}


class AccountsDialog(ListDialog):
    """For administrators. Nobody is deleted: what a person signed keeps his name and post of that day."""

    help_topic = "accounts#people"
    watches = frozenset({Area.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, translate("AccountsDialog", "People and accounts"), _columns(), parent)
        words = self.tr(
            "Accounts are disabled, never deleted. What was signed keeps the name and post of its day."
        )
        self.finish(self._verbs(), (label(words, tone="second", wrap=True),))
        self.listing.opened.connect(self._edit)
        usual_size(self, 900, 520)

    @override
    def reload(self) -> None:
        self.notice.show_banner(self._warning())
        rows = keeping.accounts()
        chosen = self.row()
        at = next((at for at, row in enumerate(rows) if chosen is not None and row.id == chosen.id), 0)
        self.show_rows(
            rows, at, EmptyState(Glyph.PEOPLE, self.tr("Nobody yet"), self.tr("People are added here."))
        )

    def _warning(self) -> Banner | None:
        """What an office that began without passwords should know; None where all is well."""
        if not secrets.is_protected():
            words = self.tr(
                "Anybody can sign in, and sign, as anybody else. "
                "Begin with your own: the menu File, My password."
            )
            return Banner("info", self.tr("No administrator has a password yet"), words)
        if recovery.is_missing():
            make = button(self.tr("Make one"), Glyph.PRINT, Kind.NORMAL, self._make_code)
            words = self.tr("If the administrators forget their passwords, there is no way back.")
            return Banner("warn", self.tr("There is no recovery code"), words, (make,))
        return None

    def _verbs(self) -> Sequence[Verb]:
        rare, may = Weight.RARE, _Checks(self)
        return (
            Verb("add", self.tr("Add…"), Glyph.ADD, self._add, "Ctrl+N", weight=Weight.PRIMARY),
            Verb("edit", self.tr("Edit…"), Glyph.EDIT, self._edit, "F2", self.chosen),
            Verb("give", self.tr("New password…"), Glyph.PERSON_EDIT, self._give, "Ctrl+G", may.givable),
            Verb("unlock", self.tr("Unlock"), Glyph.ARROW_UNDO, self._unlock, "Ctrl+U", may.shut),
            Verb("disable", self.tr("Disable…"), Glyph.DISMISS, self._disable, "Del", may.can_go),
            Verb("enable", self.tr("Enable"), Glyph.CHECKMARK, self._enable, "Ctrl+Return", may.disabled),
            Verb(
                "recovery", self.tr("New recovery code…"), Glyph.PRINT, self._recovery, "Ctrl+R", weight=rare
            ),
            Verb("roles", self.tr("Who may do what…"), Glyph.QUESTION_CIRCLE, self._roles, "F1"),
        )

    def _add(self) -> None:
        add = partial(keeping.add_user, self.desk.actor)
        form = PersonForm(None, add, self, with_password=secrets.is_protected())
        form.saved.connect(self._tell)
        self.open_form(form)

    def _edit(self) -> None:
        row = self.row()
        if row is not None:
            self.open_form(self._form_of(row))

    def _form_of(self, row: AccountRow) -> PersonForm:
        def save(told: Particulars, _password: str) -> None:
            keeping.change_user(self.desk.actor, row.id, row.version, told)

        made = PersonForm(row, save, self)
        made.saved.connect(self._tell)
        made.of_row("desk_user", row.id, lambda: self._form_of(keeping.account(row.id)))
        return made

    def _give(self) -> None:
        row = self.row()

        form = GiveForm(row.name, partial(secrets.give_password, self.desk.actor, row.id), self)
        form.saved.connect(self._tell)
        self.open_form(form)

    def _unlock(self) -> None:
        self._do(partial(secrets.unlock, self.desk.actor, self.row().id))

    def _disable(self) -> None:
        row = self.row()
        words = self.tr(
            "Disable the account of {name}? He can no longer sign in; everything done with it stays."
        ).format(name=row.name)
        question = Question(words, self.tr("Disable"), self.tr("Keep"), self)
        act = partial(keeping.disable, self.desk.actor, row.id, row.version)
        question.agreed.connect(lambda: self._do(act))
        self.open_form(question)

    def _enable(self) -> None:
        row = self.row()
        self._do(partial(keeping.enable, self.desk.actor, row.id, row.version))

    def _recovery(self) -> None:
        words = self.tr("Make a new recovery code? The one that was printed before is of no use afterwards.")
        question = Question(words, self.tr("Make a new code"), self.tr("Keep the old one"), self)
        question.agreed.connect(self._make_code)
        self.open_form(question)

    def _make_code(self) -> None:
        """Make the code off the GUI thread: it is hashed as a password is."""
        task = self.desk.runner.create(lambda _: recovery.make(self.desk.actor))
        task.succeeded.connect(self._show_code)
        task.failed.connect(self.show_failure)
        self.desk.runner.start(task)

    def _show_code(self, code: str) -> None:
        self.open_form(RecoveryDialog(self.desk.actor, code, self))
        self._tell()

    def _roles(self) -> None:
        self.open_form(RolesDialog(self))

    def _do(self, act: Callable[[], object]) -> None:
        if self.attempt(act):
            self._tell()

    def _tell(self) -> None:
        self.desk.changes.tell(Area.SETTINGS)


class _Checks:
    """Why a verb about the chosen account is grey."""

    def __init__(self, dialog: AccountsDialog) -> None:
        self._dialog = dialog

    def givable(self) -> DeskError | None:
        """A password is given to others; one's own is changed."""
        row = self._dialog.row()
        return OwnPasswordError(name=row.name) if self._is_own(row) else self.active()

    def can_go(self) -> DeskError | None:
        """Others are disabled."""
        row = self._dialog.row()
        return OwnAccountError(name=row.name) if self._is_own(row) else self.active()

    def active(self) -> DeskError | None:
        """It must not be disabled."""
        row = self._dialog.row()
        if row is not None and not row.active:
            return AccountDisabledError(name=row.name)
        return self._dialog.chosen()

    def disabled(self) -> DeskError | None:
        """It must be disabled."""
        row = self._dialog.row()
        if row is not None and row.active:
            return AccountActiveError(name=row.name)
        return self._dialog.chosen()

    def shut(self) -> DeskError | None:
        """It must be shut after wrong passwords."""
        row = self._dialog.row()
        if row is not None and row.shut_until is None:
            return AccountOpenError(name=row.name)
        return self._dialog.chosen()

    def _is_own(self, row: AccountRow | None) -> bool:
        return row is not None and row.id == self._dialog.desk.actor.id


def _columns() -> Sequence[Column[AccountRow]]:
    return (
        Column(translate("AccountsDialog", "Name"), 200, lambda row: Shown(row.name)),
        Column(translate("AccountsDialog", "Post"), 180, lambda row: Shown(row.post)),
        Column(translate("AccountsDialog", "Role"), 120, lambda row: Shown(text(f"role.{row.role.value}"))),
        Column(translate("AccountsDialog", "Login"), 120, lambda row: Shown(row.login)),
        Column(translate("AccountsDialog", "State"), 200, _state),
    )


def _state(row: AccountRow) -> Shown:
    words = text(f"user.state.{row.state.value}")
    if row.shut_until is not None and row.active:
        until = translate("AccountsDialog", "{state} until {when}")
        words = until.format(state=words, when=shown.instant(row.shut_until))
    return Shown(words, _MARKS[row.state])
