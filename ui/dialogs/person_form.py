"""Somebody who works here: added, changed, or the first one of a new office."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.secret_forms import NewSecretForm
from ui.messages import text
from ui.tasks import Work
from ui.widgets.fields import Option, PickBox, text_field
from xcdesk import pinyin
from xcdesk.codes import Role
from xcdesk.services.accounts import rules
from xcdesk.services.accounts.keeping import AccountRow, Particulars

translate = QCoreApplication.translate


class _PersonFields(NewSecretForm):
    """Base: name, post and login; the login follows the name until somebody types one."""

    def __init__(
        self, title: str, verb: str, prepare: Callable[[], Work], parent: QWidget | None, now: Particulars
    ) -> None:
        super().__init__(title, verb, prepare, parent)
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
        """Ask for a first password, twice."""
        self.add("password", translate("PersonForm", "Password"), self.new, hint)
        self.add("again", translate("PersonForm", "Once more"), self.again)

    def _suggest(self, name: str) -> None:
        if not self._own_login:
            self.login.setText("".join(filter(str.isalnum, pinyin.initials(name))).lower())

    def _keep_login(self, typed: str) -> None:
        self._own_login = bool(typed)


class PersonForm(_PersonFields):
    """Asks for name, post, login and role, and for a first password where the office uses them.

    ``save`` runs off the GUI thread: a password is hashed in it.
    """

    help_topic = "accounts#people"

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
        super().__init__(title, verb, self._prepare_save, parent, before)
        self._done, self._with_password = save, with_password
        self.role = PickBox([Option(role.value, text(f"role.{role.value}")) for role in Role])
        self.role.choose(before.role.value)
        self.add("role", self.tr("Role"), self.role, self.tr("A leader signs off; a clerk submits."))
        if with_password:
            self.add_password(self.tr("For the first start; the person then chooses one of his own."))

    def _prepare_save(self) -> Work:
        told = self.told(Role(self.role.key()))
        password = self.typed_twice() if self._with_password else ""
        return lambda _: self._done(told, password)


class FirstPersonForm(_PersonFields):
    """Who sets up a new office: an administrator, with a password from the start.

    ``found`` makes the empty database and answers the work that sets the office up in it, off the GUI thread.
    """

    help_topic = "first-bulletin#found"

    def __init__(self, found: Callable[[Particulars, str], Work], parent: QWidget | None) -> None:
        super().__init__(
            translate("FirstPersonForm", "Who sets up this office"),
            translate("FirstPersonForm", "Set up"),
            lambda: found(self.told(Role.ADMINISTRATOR), self.typed_twice()),
            parent,
            Particulars("", "", "", Role.ADMINISTRATOR),
        )
        self.add_password(
            self.tr(
                "At least {least} characters; a short sentence is easy to keep in mind. You are the "
                "administrator: you add the others and give them their first passwords."
            ).format(least=rules.SHORTEST)
        )
