"""Several files, chosen one after the other; each can be taken out again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from ui.theme import theme
from ui.widgets.buttons import Kind, button
from ui.widgets.layouts import across, down
from xcdesk.normalise import in_order

_PATH = int(Qt.ItemDataRole.UserRole)
_LINES = 3


class FilesField(QWidget):
    """A short list with the names of files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setFixedHeight(_LINES * theme.line_height() + 12)
        self.list.setAccessibleName(self.tr("Files"))
        self.choose = button(self.tr("Add files…"), None, Kind.NORMAL, self._ask)
        self.take_out = button(self.tr("Take out"), None, Kind.PLAIN, self._take_out)
        row = across(self.list, down(self.choose, self.take_out, None))
        row.setStretch(0, 1)
        self.setLayout(row)
        self.setFocusProxy(self.list)  # Tab would pass by what stands before a proxy

    def add(self, paths: Sequence[Path]) -> None:
        """Put files on the list."""
        for path in paths:
            line = QListWidgetItem(in_order(path.name))
            line.setData(_PATH, str(path))
            self.list.addItem(line)

    def paths(self) -> list[Path]:
        """The files on the list."""
        return [Path(self.list.item(at).data(_PATH)) for at in range(self.list.count())]

    def _ask(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(self, self.choose.text())
        self.add([Path(path) for path in found])

    def _take_out(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
