"""Asks why a material is voided, and by whom it was decided; nothing brings it back afterwards."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.form import FormDialog
from ui.dialogs.paper_form import SheetForm

translate = QCoreApplication.translate


class VoidDialog(FormDialog):
    """Both buttons name their outcome; the safe one is the way out by Esc."""

    help_topic = "approvals#correct"

    def __init__(self, title: str, void: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(_question(title), _verb(), lambda: void(self.reason.text()), parent)
        self.reason = QLineEdit()
        _ask_reason(self, self.reason)


class VoidOnPaperForm(SheetForm):
    """The same where no leader has an account: what one decided on paper is recorded, with the sheet."""

    help_topic = "approvals#correct"

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(_question(title), _verb(), lambda: None, parent)
        self.reason = QLineEdit()
        _ask_reason(self, self.reason)
        self.add_signature(self.tr("Decided by"))
        self.add_scan(
            self.tr(
                "No leader has an account in here, so the decision is made on paper. It is recorded as "
                "decided by the leader and recorded by you."
            )
        )


def _question(title: str) -> str:
    return translate("VoidDialog", "Void “{title}”?").format(title=title)


def _verb() -> str:
    return translate("VoidDialog", "Void")


def _ask_reason(form: FormDialog, field: QLineEdit) -> None:
    hint = translate("VoidDialog", "It stays in the register with its reason and cannot be brought back.")
    form.add("reason", translate("VoidDialog", "Reason"), field, hint)
    form.cancel_button.setText(translate("VoidDialog", "Keep it"))
