"""A file, typed or chosen."""

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.buttons import Kind, button
from ui.widgets.fields import text_field
from ui.widgets.layouts import across


class FileField(QWidget):
    """A line with the path of a file, empty for none, and a button that looks for one.

    ``kinds`` is what the dialog of the system offers, such as ``Scans (*.pdf *.png)``.
    """

    def __init__(self, kinds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self.line = text_field(limit=1000)
        self.choose = button(self.tr("Choose…"), None, Kind.NORMAL, self._ask)
        row = across(self.line, self.choose)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.setFocusProxy(self.line)

    def path(self) -> str:
        """What stands in the line, without surrounding blanks."""
        return self.line.text().strip()

    def _ask(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, self.choose.text(), self.path(), self._kinds)
        if found:
            self.line.setText(found)
