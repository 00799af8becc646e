"""The place above a view where one banner at a time is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui.widgets.banner import Banner
from ui.widgets.layouts import Margins, clear, down
from xcdesk.errors import DeskError


class Notice(QWidget):
    """Holds the banner last shown; takes no room while there is none.

    A refusal is about one act: it goes when the next one goes through, while other banners stay.
    """

    def __init__(self, margins: Margins = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = down(margins=margins)
        self.setLayout(self._column)
        self._refuses = False
        self.hide()

    @override
    def minimumSizeHint(self) -> QSize:
        # Qt would ask for the height of wrapped text at its narrowest; the real one comes from the width.
        least = super().minimumSizeHint()
        if self.width() < least.width():
            return least
        return QSize(least.width(), min(least.height(), self.heightForWidth(self.width())))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # the layout around it still knows the height for the width of before

    def refuse(self, title: str, error: DeskError, ways: Sequence[QPushButton] = ()) -> None:
        """Say why something was not done, with the ways out, in place of the banner before."""
        self.show_banner(Banner.refusal(title, error, ways))
        self._refuses = True

    def forgive(self) -> None:
        """An act has gone through: the refusal of one before it is no news any more."""
        if self._refuses:
            self.show_banner(None)

    def show_banner(self, banner: Banner | None) -> None:
        """Show a banner in place of the one before; None takes that away."""
        self._refuses = False
        clear(self._column)
        if banner is not None:
            self._column.addWidget(banner)
        self.setVisible(banner is not None)
