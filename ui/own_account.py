"""What everybody does with his own account: the password, the PIN, the lock, letting somebody else sit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.errors import show_error
from ui.lock import Lock
from ui.refusals import UnsavedTextError
from xcdesk.codes import Role
from xcdesk.errors import DeskError
from xcdesk.services.accounts import recovery, secrets
from xcdesk.services.accounts.secrets import NoPasswordError

if TYPE_CHECKING:  # a form is loaded when it is shown: start-up time
    from ui.dialogs.form import FormDialog


class OwnAccount(QObject):
    """Works for the person at this desk; forms stand above ``window``."""

    switch_asked = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, window: QWidget, unsaved: Callable[[], bool]) -> None:
        super().__init__(window)
        self._desk, self._window, self._unsaved = desk, window, unsaved
        self.lock = Lock(desk, unsaved, self)
        self.lock.left.connect(self.switch_asked)

    def switch(self) -> None:
        """Let somebody else sit down."""
        self.switch_asked.emit()

    def may_switch(self) -> DeskError | None:
        """A text that is being written is saved or given up first; None where there is none."""
        return UnsavedTextError() if self._unsaved() else None

    def change_password(self) -> None:
        """Change the own password, or set a first one; the first administrator to do so gets the way back."""
        from ui.dialogs.secret_forms import PasswordForm

        form = PasswordForm(self._desk.actor, self._window)
        form.saved.connect(self._password_changed)
        self._open(form)

    def change_pin(self) -> None:
        """Set the own PIN, or do without one."""
        from ui.dialogs.secret_forms import PinForm

        form = PinForm(self._desk.actor, self._window)
        form.saved.connect(lambda: self.said.emit(self.tr("PIN saved")))
        self._open(form)

    def may_have_pin(self) -> DeskError | None:
        """A PIN only stands in for a password; None where there is one."""
        actor = self._desk.actor
        return None if secrets.standing(actor).has_password else NoPasswordError(name=actor.name)

    def show_roles(self) -> None:
        """Show the table of who may do what, to everybody."""
        from ui.dialogs.roles import RolesDialog

        dialog = RolesDialog(self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open(self, form: "FormDialog") -> None:
        form.finished.connect(form.deleteLater)
        form.open()

    def _password_changed(self) -> None:
        self.said.emit(self.tr("Password saved"))
        self.lock.begin()
        if self._desk.actor.role == Role.ADMINISTRATOR and recovery.is_missing():
            task = self._desk.runner.create(lambda _: recovery.make(self._desk.actor))
            task.succeeded.connect(self._show_code)
            task.failed.connect(self._show_failure)
            self._desk.runner.start(task)

    def _show_failure(self, error: BaseException) -> None:
        show_error(self._window, error)

    def _show_code(self, code: str) -> None:
        from ui.dialogs.recovery import RecoveryDialog

        dialog = RecoveryDialog(self._desk.actor, code, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
