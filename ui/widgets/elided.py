"""A line of text that gives way: what does not fit ends in an ellipsis and stands in the tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Role
from ui.widgets.labels import plain, tip
from xcdesk.normalise import in_order

_LEAST = 80


class Elided(QLabel):
    """Names of files and the like, as long as they come; cut in the middle so that their end can be read.

    A label for whoever listens; for whoever looks it paints its letters itself, as plain text.
    """

    def __init__(self, role: Role = Role.BODY, tint: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain(self)
        self._role, self._tint = role, tint
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setText(in_order(text))
        self.setToolTip(tip(text))
        self.setAccessibleName(text)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(self._role))
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme.font(self._role)
        painter.setFont(font)
        painter.setPen(theme.colour(self._tint))
        shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), shown)
