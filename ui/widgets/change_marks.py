"""Rows that somebody else has just changed: a bar at their edge and who it was, for a minute."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from ui.changes import Lately
from ui.theme import theme
from ui.theme.tokens import Role

_BAR, _PAD = 3, 6


class ChangeMarks:
    """Marks over the rows of one view; the view calls `draw` when its cells are painted.

    Args:
        view: whose rows they are.
        lately: who changed what.
        kind: table that the rows lie in.
        number: number of the row in a line; None where it is not known.
    """

    def __init__(
        self, view: QAbstractItemView, lately: Lately, kind: str, number: Callable[[int], int | None]
    ) -> None:
        self._view, self._lately, self._kind, self._number = view, lately, kind, number
        lately.changed.connect(view.viewport().update)

    def who(self, line: int) -> str:
        """Who has just changed the row in a line; "" for nobody else."""
        row = self._number(line)
        return "" if row is None else self._lately.who(self._kind, row)

    def draw(self) -> None:
        """Draw the marks of the rows that are to be seen."""
        if not self._lately:
            return
        port = self._view.viewport()
        first = self._view.indexAt(QPoint(port.width() // 2, 1))
        if not first.isValid():
            return
        painter = QPainter(port)
        painter.setFont(theme.font(Role.CAPTION))
        for line in range(first.row(), self._view.model().rowCount()):
            rect = self._view.visualRect(self._view.model().index(line, 0))
            if rect.top() > port.height():
                break
            name = self.who(line)
            if name:
                words = QCoreApplication.translate("ChangeMarks", "{name} just now").format(name=name)
                self._draw_row(painter, QRect(0, rect.top(), port.width(), rect.height()), words)
        painter.end()

    def _draw_row(self, painter: QPainter, row: QRect, words: str) -> None:
        painter.fillRect(QRect(0, row.top(), _BAR, row.height()), theme.colour("accent"))
        width = painter.fontMetrics().horizontalAdvance(words) + 2 * _PAD
        height = min(row.height() - 4, painter.fontMetrics().height() + 4)
        chip = QRect(row.right() - width - 2, row.top() + (row.height() - height) // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(theme.colour("accent_text"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
