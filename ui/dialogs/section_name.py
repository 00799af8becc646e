"""Asks what a section of an issue is called."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.widgets.fields import text_field


class SectionForm(FormDialog):
    """A new section, or another name for one."""

    help_topic = "bulletins#contents"

    def __init__(self, name: str, save: Callable[[str], object], parent: QWidget | None = None) -> None:
        title = self.tr("Rename the section") if name else self.tr("Add a section")
        verb = self.tr("Rename") if name else self.tr("Add")
        super().__init__(title, verb, lambda: save(self.name.text().strip()), parent)
        self.name = text_field(name, limit=40)
        self.name.selectAll()
        self.add("name", self.tr("Name"), self.name, self.tr("As it is printed above its items."))
