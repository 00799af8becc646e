"""A line that takes what was typed when it is left; what cannot be taken stays there and is marked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from ui.widgets.buttons import restyle


class SettlingField(QLineEdit):
    """Subclasses say in `settle` what is taken; a list that pops up is no leaving."""

    def settle(self) -> None:
        """Take what was typed."""
        raise NotImplementedError

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        self.settle()
        return super().focusNextPrevChild(next)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) is not wrong:
            self.setProperty("wrong", wrong)
            restyle(self)
