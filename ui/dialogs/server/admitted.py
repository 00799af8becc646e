"""Shows once who may sign in at the server, with passwords that are kept nowhere."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.passwords_once import PasswordsOnce
from xcdesk.server.roles import Admitted


class AdmittedDialog(PasswordsOnce):
    """The passwords of the server, with what is to be known of them."""

    proposed = "xcdesk-server.txt"

    help_topic = "several-desks#move"

    def __init__(self, people: Sequence[Admitted], server: str, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        words = translate(
            "AdmittedDialog",
            "Everybody connects with his login and this password to {server}. The passwords are shown this "
            "once; a forgotten one is replaced with: xcdesk-cli server password LOGIN. The file that was "
            "used until now is a backup; do not go on working in it.",
        )
        super().__init__(
            translate("AdmittedDialog", "The office is on the server"),
            words.format(server=server),
            [(who.name, who.login, who.password) for who in people],
            parent,
            heading=translate("AdmittedDialog", "Password of the server"),
            first=server,
        )
