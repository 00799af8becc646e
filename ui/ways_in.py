"""Ways to a database other than opening it: a passphrase is asked for first, or a backup is restored."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from ui.between import Between
from ui.dialogs.backups.encryption import EncryptionForm, ToEncrypt
from ui.dialogs.backups.passphrase import PassphraseForm
from ui.dialogs.backups.window import GoneBack
from ui.dialogs.first_run import FirstRun
from xcdesk import settings, store
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.backups import restoring


class WaysIn(Between):
    """Says which file is to be opened, and with which key; ``refused`` why there is none."""

    ready = Signal(str, str)  # place, key

    def ask(self, place: str) -> PassphraseForm:
        """The form that asks for the passphrase of an encrypted file and tells once it fits."""
        return PassphraseForm(Path(place), partial(self._try, place))

    def start_from(self, backup: Path, page: FirstRun) -> None:
        """Make the data of this machine from a backup, with its progress on the page of the first start."""
        if restoring.needs_passphrase(backup):
            form = PassphraseForm(backup, partial(self._restore, backup, page), page)
            form.finished.connect(form.deleteLater)
            form.open()
        else:
            self._restore(backup, page, "")

    def encryption_form(self, asked: ToEncrypt) -> EncryptionForm:
        """The form that writes the file anew; it takes the place of the window, and the data are closed."""
        form = EncryptionForm(asked)
        form.over.connect(partial(self.ready.emit, str(asked.path)))
        return form

    def go_back(self, done: GoneBack) -> None:
        """Leave the open database for the file that was made of a backup."""
        store.close_store()
        try:
            restoring.enter(done.target, done.key, done.backup, done.left, done.by)
        except DeskError as error:
            self.refused.emit(error)
            return
        self.ready.emit(str(done.target), done.key)

    def _try(self, place: str, passphrase: str) -> None:
        key = store.key_from(place, passphrase)
        store.require_ours(Path(place), key)
        self.ready.emit(place, key)

    def _restore(self, backup: Path, page: FirstRun, passphrase: str) -> None:
        named = store.Location.parse(settings.default_database()).path
        usual = named or Path(settings.usual_database())
        target = restoring.new_place(usual) if usual.exists() else usual  # a damaged file is kept

        def work(operation: Operation) -> tuple[str, str]:
            restoring.require_own_kind(backup, restoring.key_for(backup, passphrase))
            restoring.restore(backup, target, passphrase, operation)
            return str(target), store.key_from(target, passphrase)

        words = self.tr("Restoring the backup…")
        self.carry_out(work, lambda found: self.ready.emit(*found), page, words)
