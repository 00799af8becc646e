"""Asks where an existing database is: on a server that the office shares, or in a file of this machine."""

from urllib.parse import quote

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QFormLayout, QLineEdit, QStackedWidget, QWidget
from typing_extensions import override

from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import secret_field, text_field
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.window_size import usual_size
from xcdesk import passwords

SERVER, FILE = "server", "file"
_DATABASE = "xcdesk"


class ConnectDialog(QDialog):
    """Two ways; says the address, which never holds the password, and closes.

    A whole address that begins with postgresql:// may be pasted in place of the name of the server.
    """

    help_topic = "several-desks#connect"
    addressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Connect to the data of your office"))
        self.ways = Segmented(
            (Segment(SERVER, self.tr("Server of the office")), Segment(FILE, self.tr("File of this machine")))
        )
        self.host = text_field(hint="192.168.1.10")
        self.database = text_field(_DATABASE, 63)
        self.login = text_field(limit=40)
        self.password = secret_field()
        self.keep = QCheckBox(self.tr("Keep the password in this computer's keyring"))
        self.keep.setChecked(True)
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Database file"))
        self.connect_button = button(self.tr("Connect"), None, Kind.PRIMARY, self.accept)
        self.connect_button.setDefault(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._server())
        self._stack.addWidget(self._file())
        self.ways.chosen.connect(self._turn)
        for field in (self.host, self.database, self.login, self.address):
            field.textChanged.connect(self._update_connect)
        cancel = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        buttons = across(None, cancel, self.connect_button)
        self.setLayout(
            down(across(self.ways, None), self._stack, None, buttons, margins=Space.L, gap=Space.M)
        )
        usual_size(self, 560, 320)
        self._update_connect()
        self.host.setFocus()

    def place(self) -> str:
        """The address or path that is typed, without a password."""
        if self.ways.key == FILE:
            return self.address.text().strip()
        return passwords.split(self._typed())[0]

    @override
    def accept(self) -> None:
        """Keep the password where the person wants it, and say where the database is."""
        place = self.place()
        if self.ways.key == SERVER:
            password = self.password.text() or passwords.split(self._typed())[1]
            if password:
                passwords.use(place, password, keep=self.keep.isChecked())
        self.addressed.emit(place)
        super().accept()

    def _typed(self) -> str:
        """The address of the server as the fields give it; a login alone stands for one's role there."""
        host, database = self.host.text().strip(), self.database.text().strip()
        if "://" in host:
            return host
        role = f"{database}_{self.login.text().strip()}"
        return f"postgresql://{quote(role, safe='')}@{host}/{quote(database, safe='')}"

    def _server(self) -> QWidget:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        for name, field in (
            (self.tr("Server"), self.host),
            (self.tr("Database"), self.database),
            (self.tr("Your login"), self.login),
            (self.tr("Password"), self.password),
        ):
            field.setAccessibleName(name)
            title = label(name)
            title.setBuddy(field)
            form.addRow(title, field)
        hint = self.tr("Your administrator gives you these; the password is the one of the server.")
        return boxed(down(form, self.keep, label(hint, Role.CAPTION, "muted", wrap=True), None, gap=Space.S))

    def _file(self) -> QWidget:
        browse = button(self.tr("Choose file…"), None, Kind.NORMAL, self._browse)
        title = label(self.tr("Database file"))
        title.setBuddy(self.address)
        return boxed(down(title, across(self.address, browse), None, gap=Space.S))

    def _turn(self, key: str) -> None:
        self._stack.setCurrentIndex(0 if key == SERVER else 1)
        (self.host if key == SERVER else self.address).setFocus()
        self._update_connect()

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.windowTitle(), "", "*.db")
        if name:
            self.address.setText(name)

    def _update_connect(self) -> None:
        if self.ways.key == FILE:
            ready = bool(self.address.text().strip())
        else:
            whole = "://" in self.host.text()
            ready = whole or all(field.text().strip() for field in (self.host, self.database, self.login))
        self.connect_button.setEnabled(ready)
