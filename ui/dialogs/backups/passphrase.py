"""Passphrases of encrypted files: asked for before one is opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.form import FormDialog
from ui.widgets.fields import secret_field
from ui.widgets.labels import label
from xcdesk.errors import DeskError


class PassphraseForm(FormDialog):
    """Asks for the passphrase of a file and hands it to ``use``, which refuses a wrong one."""

    help_topic = "backups#encrypt"
    given_up = Signal()

    def __init__(self, file: Path, use: Callable[[str], object], parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PassphraseForm", "Encrypted file"),
            translate("PassphraseForm", "Open"),
            lambda: use(self.passphrase.text()),
            parent,
        )
        self.passphrase = secret_field()
        hint = self.tr("Nobody can read the file without it, the makers of this program neither.")
        self.add("file", self.tr("File"), label(str(file), wrap=True))
        self.add("passphrase", self.tr("Passphrase"), self.passphrase, hint)
        self.passphrase.setFocus()

    @override
    def reject(self) -> None:
        """Say it before the window goes: the last one to go would end the program."""
        self.given_up.emit()
        super().reject()

    @override
    def show_refusal(self, error: DeskError) -> None:
        self.passphrase.selectAll()
        super().show_refusal(error)
