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
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from xcdesk.services.cases import Petitioner

translate = QCoreApplication.translate


class UnmaskForm(FormDialog):
    """Asks why the details are needed; the reason stands in the history before anything is shown."""

    def __init__(self, number: str, unmask: Callable[[str], object], parent: QWidget | None) -> None:
        title = translate("UnmaskForm", "Private details of {number}").format(number=number)
        verb = translate("UnmaskForm", "Show")
        super().__init__(title, verb, lambda: unmask(self.reason.toPlainText()), parent)
        self.reason = words_field()
        words = text("case.words.unmask")
        hint = self.tr("Your name and this reason stay in the history of the case.")
        self.add("words", words[:1].upper() + words[1:], self.reason, hint)


class PetitionerDialog(QDialog):
    """The details, for as long as the window is open."""

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
        self.setMinimumWidth(420)
