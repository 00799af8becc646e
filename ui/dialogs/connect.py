"""Asks where an existing database is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget
from typing_extensions import override

from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down


class ConnectDialog(QDialog):
    """One field for a file or a server address; says what was typed and closes."""

    addressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Connect to the data of your office"))
        self.address = QLineEdit()
        self.address.setPlaceholderText("postgresql://…")
        self.address.setAccessibleName(self.tr("Address or file"))
        self.address.textChanged.connect(self._update_connect)
        browse = button(self.tr("Choose file…"), None, Kind.NORMAL, self._browse)
        self.connect_button = button(self.tr("Connect"), None, Kind.PRIMARY, self.accept)
        self.connect_button.setDefault(True)
        cancel = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        hint = self.tr("An address that begins with postgresql://, or the database file of this machine.")
        self.setLayout(
            down(
                label(self.tr("Address or file"), Role.HEADING),
                across(self.address, browse),
                label(hint, Role.CAPTION, "muted", wrap=True),
                None,
                across(None, cancel, self.connect_button),
                margins=Space.L,
                gap=Space.M,
            )
        )
        self.resize(560, 190)
        self._update_connect()

    @override
    def accept(self) -> None:
        """Say where the database is."""
        self.addressed.emit(self.address.text().strip())
        super().accept()

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.windowTitle(), "", "*.db")
        if name:
            self.address.setText(name)

    def _update_connect(self) -> None:
        self.connect_button.setEnabled(bool(self.address.text().strip()))
