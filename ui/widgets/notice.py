"""The place above a view where one banner at a time is shown."""

from PySide6.QtWidgets import QWidget

from ui.widgets.banner import Banner
from ui.widgets.layouts import Margins, down


class Notice(QWidget):
    """Holds the banner last shown; takes no room while there is none."""

    def __init__(self, margins: Margins = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = down(margins=margins)
        self.setLayout(self._column)
        self.hide()

    def show_banner(self, banner: Banner | None) -> None:
        """Show a banner in place of the one before; None takes that away."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if banner is not None:
            self._column.addWidget(banner)
        self.setVisible(banner is not None)
