"""Adds somebody who works here."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.messages import text
from ui.widgets.fields import Option, PickBox, text_field
from xcdesk.codes import Role
from xcdesk.services.accounts.keeping import Particulars


class PersonForm(FormDialog):
    """Asks for login, name, post and role; the name and post are printed on what the person signs."""

    def __init__(self, save: Callable[[Particulars], object], parent: QWidget | None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PersonForm", "Add a person"),
            translate("PersonForm", "Add"),
            lambda: save(self.typed()),
            parent,
        )
        self.name, self.post, self.login = text_field(limit=40), text_field(limit=40), text_field(limit=40)
        self.role = PickBox([Option(role.value, text(f"role.{role.value}")) for role in Role])
        self.add("name", self.tr("Name"), self.name)
        self.add("post", self.tr("Post"), self.post)
        self.add("login", self.tr("Login"), self.login, self.tr("A short name, for example in pinyin."))
        self.add("role", self.tr("Role"), self.role, self.tr("A leader signs off; a clerk submits."))

    def typed(self) -> Particulars:
        """What the form holds."""
        return Particulars(self.login.text(), self.name.text(), self.post.text(), Role(self.role.key()))
