"""Passwords and PINs: one's own changed, somebody else's given, the way back, and the hand at a sign-off."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.task_form import TaskForm
from ui.tasks import Work
from ui.widgets.fields import secret_field, text_field
from xcdesk.services.accounts import rules, secrets
from xcdesk.services.record.actor import Actor

translate = QCoreApplication.translate


class NewSecretForm(TaskForm):
    """Base: a secret typed twice, after the one there is; a hash takes as long as it should."""

    def __init__(self, title: str, verb: str, prepare: Callable[[], Work], parent: QWidget | None) -> None:
        super().__init__(title, verb, prepare, parent)
        self.now, self.new, self.again = secret_field(), secret_field(), secret_field()

    def add_now(self) -> None:
        """Ask for the password there is."""
        self.add("now", translate("SecretForms", "Present password"), self.now)

    def typed_twice(self) -> str:
        """The new secret; raises `NotAlikeError` if it was typed differently the second time."""
        rules.require_alike(self.new.text(), self.again.text())
        return self.new.text()


class PasswordForm(NewSecretForm):
    """Changes one's own password, or sets the first one.

    ``proved`` is the present password where it was typed a moment ago, so that it is not asked twice.
    """

    help_topic = "accounts#password"

    def __init__(self, actor: Actor, parent: QWidget | None, proved: str = "") -> None:
        super().__init__(
            translate("PasswordForm", "My password"), translate("PasswordForm", "Save"), self._change, parent
        )
        self._actor, self._proved = actor, proved
        if secrets.standing(actor).has_password and not proved:
            self.add_now()
        hint = self.tr("At least {least} characters; a short sentence is easy to keep in mind.")
        if proved:
            given = self.tr("The password you were given is only for the first start.")
            hint = f"{given} {hint}"
        self.add("new", self.tr("New password"), self.new, hint.format(least=rules.SHORTEST))
        self.add("again", self.tr("Once more"), self.again)

    def _change(self) -> Work:
        now, new = self._proved or self.now.text(), self.typed_twice()
        return lambda _: secrets.set_password(self._actor, now, new)


class PinForm(NewSecretForm):
    """Sets one's own PIN, or does without one."""

    help_topic = "accounts#pin"

    def __init__(self, actor: Actor, parent: QWidget | None) -> None:
        super().__init__(translate("PinForm", "My PIN"), translate("PinForm", "Save"), self._change, parent)
        self._actor = actor
        self.add_now()
        hint = self.tr(
            "{least} to {most} digits, instead of the password when you sign off or unlock the window. "
            "Leave it empty to do without."
        )
        self.add(
            "pin", self.tr("New PIN"), self.new, hint.format(least=rules.SHORTEST_PIN, most=rules.LONGEST_PIN)
        )
        self.add("again", self.tr("Once more"), self.again)

    def _change(self) -> Work:
        now, new = self.now.text(), self.typed_twice()
        return lambda _: secrets.set_pin(self._actor, now, new)


class GiveForm(NewSecretForm):
    """Gives somebody a password, which he changes at his next start."""

    help_topic = "accounts#forgotten"

    def __init__(self, name: str, give: Callable[[str], object], parent: QWidget | None) -> None:
        title = translate("GiveForm", "New password for {name}").format(name=name)
        super().__init__(title, translate("GiveForm", "Give"), self._give, parent)
        self._done = give
        hint = self.tr(
            "Tell it to the person; it is changed at the next start. The record keeps that you gave it."
        )
        self.add("password", self.tr("Password"), self.new, hint)
        self.add("again", self.tr("Once more"), self.again)

    def _give(self) -> Work:
        new = self.typed_twice()
        return lambda _: self._done(new)


class RecoverForm(NewSecretForm):
    """Sets the password of an administrator who forgot it, for the code that was locked away.

    ``recover`` runs off the GUI thread; `carried_out` tells the code to be printed.
    """

    help_topic = "accounts#forgotten"

    def __init__(self, name: str, recover: Callable[[str, str], str], parent: QWidget | None) -> None:
        super().__init__(
            translate("RecoverForm", "Password forgotten: {name}").format(name=name),
            translate("RecoverForm", "Set password"),
            self._recover,
            parent,
        )
        self._done = recover
        self.code = text_field(limit=60)
        hint = self.tr(
            "The recovery code is for administrators and was printed when the office was set up. "
            "Anybody else asks an administrator for a new password."
        )
        self.add("code", self.tr("Recovery code"), self.code, hint)
        self.add("new", self.tr("New password"), self.new)
        self.add("again", self.tr("Once more"), self.again)

    def _recover(self) -> Work:
        code, new = self.code.text(), self.typed_twice()
        return lambda _: self._done(code, new)


class SignForm(TaskForm):
    """Asks for the PIN or the password again, so that whoever passes the desk signs nothing."""

    help_topic = "accounts#pin"

    def __init__(self, actor: Actor, verb: str, parent: QWidget | None) -> None:
        super().__init__(verb, verb, self._prove, parent, may_be_left=True)
        self._actor = actor
        self.secret = secret_field()
        name = self.tr("PIN or password") if secrets.standing(actor).has_pin else self.tr("Password")
        who = f"{actor.name} {actor.post}".strip()
        hint = self.tr("Carried out by {name}, and recorded so.").format(name=who)
        self.add("password", name, self.secret, hint)

    @override
    def come_back(self, error: BaseException) -> None:
        super().come_back(error)
        self.secret.selectAll()

    def _prove(self) -> Work:
        typed = self.secret.text()
        return lambda _: secrets.prove(self._actor, typed, pin_will_do=True)


def sign_again(actor: Actor, verb: str, act: Callable[[], object], parent: QWidget) -> None:
    """Carry an act out once its actor has shown again that it is he; at once where he has no password."""
    if not secrets.standing(actor).has_password:
        act()
        return
    form = SignForm(actor, verb, parent)
    form.saved.connect(act)
    form.finished.connect(form.deleteLater)
    form.open()
