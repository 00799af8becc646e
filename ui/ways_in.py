"""Ways to a database other than opening it: a passphrase is asked for first, or a backup is restored."""

from contextlib import nullcontext
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.dialogs.backups.encryption import EncryptionForm, ToEncrypt
from ui.dialogs.backups.passphrase import PassphraseForm
from ui.dialogs.backups.window import GoneBack
from ui.dialogs.first_run import FirstRun
from ui.errors import show_error
from ui.tasks import TaskRunner
from xcdesk import settings, store
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.backups import restoring


class WaysIn(QObject):
    """Says which file is to be opened, and with which key; ``refused`` why there is none."""

    ready = Signal(str, str)  # place, key
    refused = Signal(object)  # DeskError

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # No database is open meanwhile, so no connection is lent to the task.
        self._runner = TaskRunner(nullcontext, self, threads=1)

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

        task = self._runner.create(work)
        task.succeeded.connect(lambda found: self.ready.emit(*found))
        task.failed.connect(self._failed)
        page.watch(task, self.tr("Restoring the backup…"))
        self._runner.start(task)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, DeskError):
            self.refused.emit(error)
        else:
            show_error(None, error)
