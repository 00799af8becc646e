"""The office of this machine moves to a server: nothing is open meanwhile, and it goes on there or here."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from ui.between import Between
from ui.dialogs.first_run import FirstRun
from ui.dialogs.server.admitted import AdmittedDialog
from xcdesk import passwords, store
from xcdesk.progress import Operation
from xcdesk.server import moving, roles
from xcdesk.server.roles import Admitted
from xcdesk.services.office import people
from xcdesk.store import Location


class MovingAway(Between):
    """Moves one file; ``arrived`` gives the address of whoever began it, ``stayed`` why it did not go."""

    arrived = Signal(str)
    stayed = Signal(object)  # an exception

    def __init__(self, place: str, key: str, login: str, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._key, self._login = place, key, login
        self._address = ""
        self._page: FirstRun | None = None

    def begin(self, address: str, page: FirstRun) -> None:
        """Copy, compare and write the roles, with the progress on ``page``."""
        self._address, self._page = address, page
        words = self.tr("Moving the office and comparing every row…")
        self.carry_out(self._move, self._tell, page, words)

    @override
    def fail(self, error: BaseException) -> None:
        self.stayed.emit(error)

    def _move(self, operation: Operation) -> tuple[Admitted, ...]:
        store.open_store(self._place, key=self._key)
        try:
            actor = people.actor(self._login)
            moving.move(actor, Location.parse(self._address), operation)
            return roles.set_up(actor)
        finally:
            store.close_store()

    def _tell(self, admitted: Sequence[Admitted]) -> None:
        """Show the passwords, and go on as whoever began it."""
        passwords.forget_sitting()
        server = self._address.partition("@")[2]
        for who in admitted:
            if who.login == self._login:
                self._address = f"postgresql://{who.server_role}@{server}"
                passwords.use(self._address, who.password, keep=True)
        dialog = AdmittedDialog(admitted, server, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda: self.arrived.emit(self._address))
        dialog.open()
