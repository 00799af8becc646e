"""A file or a folder, typed or chosen."""

from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from ui.widgets.buttons import Kind, button
from ui.widgets.fields import text_field
from ui.widgets.layouts import across

_LONGEST = 1000


class PathField(QWidget):
    """A line with a path, empty for none, and a button that looks for one."""

    def __init__(self, path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = text_field(path, _LONGEST)
        self.choose = button(self.tr("Choose…"), None, Kind.NORMAL, self._take)
        row = across(self.line, self.choose)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.setFocusProxy(self.line)

    def path(self) -> str:
        """What stands in the line, without surrounding blanks."""
        return self.line.text().strip()

    def _take(self) -> None:
        found = self._found()
        if found:
            self.line.setText(found)

    def _found(self) -> str:
        """Ask with the dialog of the system; "" when nothing was chosen."""
        raise NotImplementedError


class FileField(PathField):
    """Looks for a file; ``kinds`` is what the dialog offers, such as ``Scans (*.pdf *.png)``."""

    def __init__(self, kinds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._kinds = kinds

    @override
    def _found(self) -> str:
        return QFileDialog.getOpenFileName(self, self.choose.text(), self.path(), self._kinds)[0]


class FolderField(PathField):
    """Looks for a folder."""

    @override
    def _found(self) -> str:
        return QFileDialog.getExistingDirectory(self, self.choose.text(), self.path())
