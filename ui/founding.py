"""A new office is founded: who sets it up says who he is, and is handed the way back in."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.person_form import FirstPersonForm
from ui.dialogs.recovery import RecoveryDialog
from ui.tasks import Work
from xcdesk import settings, store
from xcdesk.services.accounts import keeping
from xcdesk.services.accounts.keeping import Particulars
from xcdesk.services.record.actor import Actor


class Founding(QObject):
    """One founding; ``files`` are spreadsheets that are to be imported once there is an office."""

    done = Signal(object, object)  # Actor, files

    def __init__(self, files: tuple[Path, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._above: QWidget | None = None

    def begin(self, above: QWidget | None) -> None:
        """Ask over a window; there is no office until it is said who sets it up."""
        self._above = above
        form = FirstPersonForm(self._set_up, above)
        form.carried_out.connect(self._show_way_back)
        form.finished.connect(form.deleteLater)
        form.open()

    def _set_up(self, told: Particulars, password: str) -> Work:
        """Make the file of the office; the work then founds it. Raises `DeskError`."""
        keeping.require_first(told, password)
        store.close_store()
        store.open_store(settings.usual_database(), create=True)
        store.take_window()
        return lambda _: keeping.set_up(told, password, roster=False)

    def _show_way_back(self, founded: tuple[Actor, str]) -> None:
        """Remember the office, and show its recovery code before anybody sits down."""
        actor, code = founded
        settings.remember_database(str(settings.usual_database()))
        dialog = RecoveryDialog(actor, code, self._above)
        dialog.finished.connect(lambda: self.done.emit(actor, self._files))
        dialog.open()
