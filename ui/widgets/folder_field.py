"""A folder, typed or chosen."""

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.buttons import Kind, button
from ui.widgets.fields import text_field
from ui.widgets.layouts import across


class FolderField(QWidget):
    """A line with the path of a folder, empty for none, and a button that looks for one."""

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = text_field(path, 400)
        self.choose = button(self.tr("Choose…"), None, Kind.NORMAL, self._ask)
        row = across(self.line, self.choose)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.setFocusProxy(self.line)

    def path(self) -> str:
        """What stands in the line, without surrounding blanks."""
        return self.line.text().strip()

    def _ask(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.choose.text(), self.path())
        if found:
            self.line.setText(found)
