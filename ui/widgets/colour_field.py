"""A colour of print, typed as ``#RRGGBB`` or chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QWidget

from ui.widgets.buttons import Kind, button
from ui.widgets.fields import text_field
from ui.widgets.layouts import across

_LENGTH = len("#RRGGBB")


class ColourField(QWidget):
    """A line with the colour, and a button that shows all of them."""

    changed = Signal()

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = text_field(colour, _LENGTH)
        self.line.textChanged.connect(self.changed)
        self.choose = button(self.tr("Choose…"), None, Kind.NORMAL, self._ask)
        row = across(self.line, self.choose)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.setFocusProxy(self.line)

    def colour(self) -> str:
        """What stands in the line, whether it is a colour or not."""
        return self.line.text().strip()

    def _ask(self) -> None:
        found = QColorDialog.getColor(QColor(self.colour()), self, self.choose.text())
        if found.isValid():
            self.line.setText(found.name().upper())
