"""Asks why a material is voided; nothing brings it back afterwards."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.form import FormDialog


class VoidDialog(FormDialog):
    """Both buttons name their outcome; the safe one is the way out by Esc."""

    def __init__(self, title: str, void: Callable[[str], object], parent: QWidget | None = None) -> None:
        question = self.tr("Void “{title}”?").format(title=title)
        super().__init__(question, self.tr("Void"), lambda: void(self.reason.text()), parent)
        self.reason = QLineEdit()
        hint = self.tr("It stays in the register with its reason and cannot be brought back.")
        self.add("reason", self.tr("Reason"), self.reason, hint)
        self.cancel_button.setText(self.tr("Keep it"))
