"""Who stands behind a complaint: asked for with a reason, shown once, and gone when the window is shut."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from ui.dialogs.form import FormDialog
from ui.dialogs.material_forms import words_field
from ui.messages import text
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.fields import text_field
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.window_size import least_width
from xcdesk.services.cases import Petitioner

translate = QCoreApplication.translate


class UnmaskForm(FormDialog):
    """Asks why the details are needed; the reason stands in the history before anything is shown."""

    help_topic = "private-details#see"

    def __init__(self, number: str, unmask: Callable[[str], object], parent: QWidget | None) -> None:
        title = translate("UnmaskForm", "Private details of {number}").format(number=number)
        verb = translate("UnmaskForm", "Show")
        super().__init__(title, verb, lambda: unmask(self.reason.toPlainText()), parent)
        self.reason = words_field()
        words = text("case.words.unmask")
        hint = self.tr("Your name and this reason stay in the history of the case.")
        self.add("words", words[:1].upper() + words[1:], self.reason, hint)


class AmendForm(FormDialog):
    """Asks for private details that are to be corrected, without showing those that are kept."""

    help_topic = "private-details#correct"

    def __init__(
        self, number: str, amend: Callable[[Petitioner, str], object], parent: QWidget | None
    ) -> None:
        title = translate("AmendForm", "Correct the private details of {number}").format(number=number)
        verb = translate("AmendForm", "Correct")
        super().__init__(title, verb, lambda: amend(self.typed(), self.reason.toPlainText()), parent)
        self.name, self.phone = text_field(limit=40), text_field(limit=40)
        self.address, self.id_number = text_field(limit=200), text_field(limit=40)
        self.note, self.reason = text_field(limit=1000), words_field()
        hint = self.tr("What stays empty is kept as it is. What is kept is not shown here.")
        self.add("name", self.tr("Petitioner"), self.name, hint)
        self.add("phone", self.tr("Telephone"), self.phone)
        self.add("address", self.tr("Address"), self.address)
        self.add("id_number", self.tr("Identity number"), self.id_number)
        self.add("note", self.tr("Private note"), self.note)
        words = text("case.words.amend")
        kept = self.tr(
            "Your name, this reason and which details changed stay in the history; not the details."
        )
        self.add("words", words[:1].upper() + words[1:], self.reason, kept)

    def typed(self) -> Petitioner:
        """What is to be written."""
        return Petitioner(
            self.name.text(),
            self.phone.text(),
            self.address.text(),
            self.id_number.text(),
            self.note.text(),
        )


class ForgetForm(FormDialog):
    """Asks when and how the person has asked for it, before private details are erased for good."""

    help_topic = "private-details#erase"

    def __init__(self, number: str, forget: Callable[[str], object], parent: QWidget | None) -> None:
        title = translate("ForgetForm", "Erase the private details of {number}").format(number=number)
        verb = translate("ForgetForm", "Erase for good")
        super().__init__(title, verb, lambda: forget(self.reason.toPlainText()), parent)
        self.reason = words_field()
        words = text("case.words.forget")
        hint = self.tr("Name and telephone cannot be brought back; nobody can be called back then.")
        self.add("words", words[:1].upper() + words[1:], self.reason, hint)


class PetitionerDialog(QDialog):
    """The details, for as long as the window is open."""

    help_topic = "private-details#see"

    def __init__(self, number: str, found: Petitioner, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("UnmaskForm", "Private details of {number}").format(number=number))
        told = (
            (self.tr("Petitioner"), found.name),
            (self.tr("Telephone"), found.phone),
            (self.tr("Address"), found.address),
            (self.tr("Identity number"), found.id_number),
            (self.tr("Private note"), found.note),
        )
        close = button(self.tr("Close"), None, Kind.PRIMARY, self.accept)
        close.setDefault(True)
        words = self.tr("Confidential. Do not copy it into title, text or a message.")
        self.setLayout(
            down(
                label(self.windowTitle(), Role.TITLE),
                label(f"▲ {words}", tone="warn", wrap=True),
                field_grid([Field(name, value) for name, value in told if value]),
                across(None, close),
                margins=Space.L,
                gap=Space.M,
            )
        )
        least_width(self, 420)
