"""Passwords and PINs: one's own changed, somebody else's given, the way back, and the hand at a sign-off."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.widgets.fields import secret_field, text_field
from xcdesk.services.accounts import rules, secrets
from xcdesk.services.record.actor import Actor

translate = QCoreApplication.translate


class _NewSecret(FormDialog):
    """Base: a secret typed twice, after the one there is."""

    def __init__(self, title: str, verb: str, save: Callable[[], object], parent: QWidget | None) -> None:
        super().__init__(title, verb, save, parent)
        self.now, self.new, self.again = secret_field(), secret_field(), secret_field()

    def add_now(self) -> None:
        """Ask for the password there is."""
        self.add("now", translate("SecretForms", "Present password"), self.now)

    def typed_twice(self) -> str:
        """The new secret; raises `NotAlikeError` if it was typed differently the second time."""
        rules.require_alike(self.new.text(), self.again.text())
        return self.new.text()


class PasswordForm(_NewSecret):
    """Changes one's own password, or sets the first one.

    ``proved`` is the present password where it was typed a moment ago, so that it is not asked twice.
    """

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

    def _change(self) -> None:
        secrets.set_password(self._actor, self._proved or self.now.text(), self.typed_twice())


class PinForm(_NewSecret):
    """Sets one's own PIN, or does without one."""

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

    def _change(self) -> None:
        secrets.set_pin(self._actor, self.now.text(), self.typed_twice())


class GiveForm(_NewSecret):
    """Gives somebody a password, which he changes at his next start."""

    def __init__(self, name: str, give: Callable[[str], object], parent: QWidget | None) -> None:
        title = translate("GiveForm", "New password for {name}").format(name=name)
        super().__init__(title, translate("GiveForm", "Give"), lambda: give(self.typed_twice()), parent)
        hint = self.tr(
            "Tell it to the person; it is changed at the next start. The record keeps that you gave it."
        )
        self.add("password", self.tr("Password"), self.new, hint)
        self.add("again", self.tr("Once more"), self.again)


class RecoverForm(_NewSecret):
    """Sets the password of an administrator who forgot it, for the code that was locked away."""

    def __init__(self, name: str, recover: Callable[[str, str], object], parent: QWidget | None) -> None:
        super().__init__(
            translate("RecoverForm", "Password forgotten: {name}").format(name=name),
            translate("RecoverForm", "Set password"),
            lambda: recover(self.code.text(), self.typed_twice()),
            parent,
        )
        self.code = text_field(limit=60)
        hint = self.tr(
            "The recovery code is for administrators and was printed when the office was set up. "
            "Anybody else asks an administrator for a new password."
        )
        self.add("code", self.tr("Recovery code"), self.code, hint)
        self.add("new", self.tr("New password"), self.new)
        self.add("again", self.tr("Once more"), self.again)


class SignForm(FormDialog):
    """Asks for the PIN or the password again, so that whoever passes the desk signs nothing."""

    def __init__(self, actor: Actor, verb: str, parent: QWidget | None) -> None:
        super().__init__(verb, verb, self._prove, parent)
        self._actor = actor
        self.secret = secret_field()
        name = self.tr("PIN or password") if secrets.standing(actor).has_pin else self.tr("Password")
        hint = self.tr("You sign as {name}.").format(name=f"{actor.name} {actor.post}".strip())
        self.add("password", name, self.secret, hint)

    def _prove(self) -> None:
        try:
            secrets.prove(self._actor, self.secret.text(), pin_will_do=True)
        finally:
            self.secret.selectAll()


def sign_again(actor: Actor, verb: str, act: Callable[[], object], parent: QWidget) -> None:
    """Carry an act out once its actor has shown again that it is he; at once where he has no password."""
    if not secrets.standing(actor).has_password:
        act()
        return
    form = SignForm(actor, verb, parent)
    form.saved.connect(act)
    form.finished.connect(form.deleteLater)
    form.open()
