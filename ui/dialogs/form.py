"""The base of every form: named fields, one primary button, and the reason beside what was typed."""

from PySide6.QtWidgets import QDialog, QFormLayout, QWidget
from typing_extensions import override

from ui.messages import sentence
from ui.theme.tokens import Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from xcdesk.errors import DeskError


class FormDialog(QDialog):
    """Asks for something and saves it; a refused form stays open with what was typed and the reason.

    A subclass adds its fields with `add`, says in `ready` whether there is enough to save, and saves in
    `save`, where a `DeskError` is the refusal.
    """

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self.fields = QFormLayout()
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields.setHorizontalSpacing(Space.M)
        self.fields.setVerticalSpacing(Space.S)
        self.problem = label("", tone="bad", wrap=True)
        self.problem.hide()
        self.save_button = button(verb, None, Kind.PRIMARY, self.accept)
        self.save_button.setDefault(True)
        cancel = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        foot = across(None, cancel, self.save_button)
        self.setLayout(down(self.fields, self.problem, None, foot, margins=Space.L, gap=Space.M))

    def add(self, name: str, field: QWidget) -> None:
        """Add a named field; the name is what a screen reader says."""
        field.setAccessibleName(name)
        caption = label(name, tone="second")
        caption.setBuddy(field)
        self.fields.addRow(caption, field)

    def ready(self) -> bool:
        """Whether there is enough to save; the primary button follows it."""
        return True

    def save(self) -> None:
        """Write what was typed; raises `DeskError` when it cannot be taken."""
        raise NotImplementedError

    def follow(self) -> None:
        """Connect the fields' change signals here."""
        self.save_button.setEnabled(self.ready())

    @override
    def accept(self) -> None:
        """Save, and close only if the save went through."""
        try:
            self.save()
        except DeskError as error:
            self.problem.setText(sentence(error))
            self.problem.show()
            return
        super().accept()
