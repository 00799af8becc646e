"""Somebody who works here: added, changed, or the first one of a new office."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.messages import text
from ui.widgets.fields import Option, PickBox, secret_field, text_field
from xcdesk import pinyin
from xcdesk.codes import Role
from xcdesk.services.accounts import rules
from xcdesk.services.accounts.keeping import AccountRow, Particulars

translate = QCoreApplication.translate


class _PersonFields(FormDialog):
    """Base: name, post and login; the login follows the name until somebody types one."""

    def __init__(
        self, title: str, verb: str, save: Callable[[], object], parent: QWidget | None, now: Particulars
    ) -> None:
        super().__init__(title, verb, save, parent)
        self.name, self.post = text_field(now.name, 40), text_field(now.post, 40)
        self.login = text_field(now.login, 40)
        self._own_login = bool(now.login)
        self.name.textChanged.connect(self._suggest)
        self.login.textEdited.connect(self._keep_login)
        self.add("name", translate("PersonForm", "Name"), self.name)
        printed = translate("PersonForm", "Printed with the name on what the person signs.")
        self.add("post", translate("PersonForm", "Post"), self.post, printed)
        short = translate("PersonForm", "A short name, for example in pinyin.")
        self.add("login", translate("PersonForm", "Login"), self.login, short)

    def told(self, role: Role) -> Particulars:
        """What the form holds."""
        return Particulars(self.login.text(), self.name.text(), self.post.text(), role)

    def add_password(self, hint: str) -> None:
        """Two fields for a first password."""
        self.password, self.again = secret_field(), secret_field()
        self.add("password", translate("PersonForm", "Password"), self.password, hint)
        self.add("again", translate("PersonForm", "Once more"), self.again)

    def _suggest(self, name: str) -> None:
        if not self._own_login:
            self.login.setText("".join(filter(str.isalnum, pinyin.initials(name))).lower())

    def _keep_login(self, typed: str) -> None:
        self._own_login = bool(typed)


class PersonForm(_PersonFields):
    """Asks for name, post, login and role, and for a first password where the office uses them."""

    def __init__(
        self,
        now: AccountRow | None,
        save: Callable[[Particulars, str], object],
        parent: QWidget | None,
        *,
        with_password: bool = False,
    ) -> None:
        title = translate("PersonForm", "Add a person") if now is None else translate("PersonForm", "Edit")
        verb = translate("PersonForm", "Add") if now is None else translate("PersonForm", "Save")
        before = Particulars("", "", "", Role.CLERK) if now is None else now.told
        super().__init__(title, verb, lambda: save(self.typed(), self._password()), parent, before)
        self.role = PickBox([Option(role.value, text(f"role.{role.value}")) for role in Role])
        self.role.choose(before.role.value)
        self.add("role", self.tr("Role"), self.role, self.tr("A leader signs off; a clerk submits."))
        self._with_password = with_password
        if with_password:
            self.add_password(self.tr("For the first start; the person then chooses one of his own."))

    def typed(self) -> Particulars:
        """What the form holds."""
        return self.told(Role(self.role.key()))

    def _password(self) -> str:
        if not self._with_password:
            return ""
        rules.require_alike(self.password.text(), self.again.text())
        return self.password.text()


class FirstPersonForm(_PersonFields):
    """Who sets up a new office: an administrator, with a password from the start."""

    def __init__(self, save: Callable[[Particulars, str], object], parent: QWidget | None) -> None:
        super().__init__(
            translate("FirstPersonForm", "Who sets up this office"),
            translate("FirstPersonForm", "Set up"),
            self._begin,
            parent,
            Particulars("", "", "", Role.ADMINISTRATOR),
        )
        self._set_up = save
        self.add_password(
            self.tr(
                "At least {least} characters; a short sentence is easy to keep in mind. You are the "
                "administrator: you add the others and give them their first passwords."
            ).format(least=rules.SHORTEST)
        )

    def _begin(self) -> None:
        rules.require_alike(self.password.text(), self.again.text())
        self._set_up(self.told(Role.ADMINISTRATOR), self.password.text())
