"""Asks for the empty database of a server to which the office is to move."""

from collections.abc import Callable
from urllib.parse import quote

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.widgets.fields import secret_field, text_field
from xcdesk import passwords, store
from xcdesk.errors import DeskError
from xcdesk.server import moving

_DATABASE, _KEEPER = "xcdesk", "postgres"


class MoveForm(FormDialog):
    """Looks whether the place will do before anything is begun; ``go`` gets its address."""

    help_topic = "several-desks#move"

    def __init__(self, go: Callable[[str], object], parent: QWidget | None) -> None:
        super().__init__(self.tr("Move the office to a server"), self.tr("Move"), self._check, parent)
        self._go = go
        self.host = text_field(hint="192.168.1.10")
        self.database, self.keeper = text_field(_DATABASE, 63), text_field(_KEEPER, 63)
        self.password = secret_field()
        hint = self.tr("PostgreSQL 15 or later; a port goes after a colon.")
        self.add("host", self.tr("Server"), self.host, hint)
        empty = self.tr("It has to be there and empty: createdb xcdesk.")
        self.add("database", self.tr("Database"), self.database, empty)
        once = self.tr("An account that may make roles. It is used for this and kept nowhere.")
        self.add("keeper", self.tr("Keeper of the server"), self.keeper, once)
        self.add("password", self.tr("Password"), self.password)

    def address(self) -> str:
        """Where the office is to go, without a password."""
        user, name = quote(self.keeper.text().strip(), safe=""), quote(self.database.text().strip(), safe="")
        return f"postgresql://{user}@{self.host.text().strip()}/{name}"

    def _check(self) -> None:
        """Raise the refusal of a place that will not do, else say where to go.

        Raises:
            DeskError: the server does not answer, lets nobody in, or the database is not empty.
        """
        address = self.address()
        if self.password.text():
            passwords.use(address, self.password.text(), keep=False)
        try:
            moving.require_empty(store.Location.parse(address))
        except DeskError:
            passwords.forget_sitting()
            raise
        self._go(address)
