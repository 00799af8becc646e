"""The passphrase of the whole file: set, changed, taken off; no window shows the data meanwhile."""

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from ui.dialogs.task_form import TaskForm
from ui.tasks import TaskRunner, Work
from ui.widgets.fields import Option, PickBox, secret_field
from xcdesk import store
from xcdesk.progress import Operation
from xcdesk.services.accounts import rules
from xcdesk.services.backups import encryption
from xcdesk.services.record.actor import Actor

_ANOTHER, _NONE = "another", "none"


@dataclass(frozen=True, slots=True)
class ToEncrypt:
    """The file to be written anew, its key, who asks for it, and how many backups anybody can read."""

    actor: Actor
    path: Path
    key: str
    readable: int


class EncryptionForm(TaskForm):
    """Takes the place of the window: the data are closed while their file is written anew."""

    help_topic = "backups#encrypt"
    over = Signal(str)  # the key that the file has now

    def __init__(self, asked: ToEncrypt, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        title = translate("EncryptionForm", "Encrypt the data")
        if asked.key:
            title = translate("EncryptionForm", "Change the encryption")
        verb = translate("EncryptionForm", "Write the file anew")
        super().__init__(title, verb, self._prepared, parent)
        self._asked, self._key = asked, asked.key
        # The task opens and closes the file itself; nobody else may have it open.
        self._runner = TaskRunner(nullcontext, self, threads=1)
        self.now, self.new, self.again = secret_field(), secret_field(), secret_field()
        self.what = PickBox(
            (
                Option(_ANOTHER, self.tr("A new passphrase")),
                Option(_NONE, self.tr("No passphrase any more")),
            )
        )
        self.drop = QCheckBox(self.tr("Remove the backups that anybody can read"))
        self._arrange()
        self.saved.connect(lambda: self.over.emit(self._key))

    @override
    def reject(self) -> None:
        """Say it before the window goes: the last one to go would end the program."""
        if self.cancel_button.isEnabled():
            self.over.emit(self._key)
        super().reject()

    def _arrange(self) -> None:
        if self._asked.key:
            self.add("now", self.tr("Present passphrase"), self.now)
            self.add("what", self.tr("From now on"), self.what)
            self.what.currentIndexChanged.connect(self._show_fields)
        hint = self.tr(
            "At least {least} characters; a sentence is easy to keep in mind. Without it nobody can ever "
            "read the data again: write it down and lock it away."
        )
        self.add("passphrase", self.tr("New passphrase"), self.new, hint.format(least=encryption.SHORTEST))
        self.add("again", self.tr("Once more"), self.again)
        if self._asked.readable:
            hint = self.tr(
                "Earlier backups that are not encrypted: {count}. They go once an encrypted one has been "
                "taken and checked; as long as they lie there, encrypting protects little."
            )
            self.add("drop", self.tr("Backups"), self.drop, hint.format(count=self._asked.readable))

    def _show_fields(self) -> None:
        for key in ("passphrase", "again", *(("drop",) if self._asked.readable else ())):
            self.set_shown(key, shown=self.what.key() == _ANOTHER)

    def _prepared(self) -> Work:
        asked, drop = self._asked, self.drop.isChecked()
        if asked.key and store.key_from(asked.path, self.now.text()) != asked.key:
            raise encryption.WrongNowError(path=asked.path, field="now")
        remove = bool(asked.key) and self.what.key() == _NONE
        if not remove:
            rules.require_alike(self.new.text(), self.again.text())
        passphrase = self.new.text()
        store.close_store()  # of this thread; the window that showed the data is gone

        def work(operation: Operation) -> None:
            store.open_store(asked.path, key=asked.key)
            try:
                if remove:
                    encryption.decrypt(asked.actor, operation)
                else:
                    encryption.encrypt(asked.actor, passphrase, drop_readable=drop, operation=operation)
            finally:
                self._key = store.key() if store.is_open() else asked.key
                store.close_store()

        return work
