"""Two views one above the other that share the height sensibly until somebody moves the bar."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override


class Halves(QSplitter):
    """Gives the upper view what it would like, and the lower one at least ``least`` pixels."""

    def __init__(self, upper: QWidget, lower: QWidget, least: int) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._least = least
        self._moved = False
        self.setChildrenCollapsible(False)
        self.addWidget(upper)
        self.addWidget(lower)
        self.splitterMoved.connect(self._keep)

    def share(self) -> None:
        """Share the height anew, for example after the upper view has got more rows."""
        if self._moved:
            return
        upper = self.widget(0)
        wish = upper.sizeHint().height() if upper is not None else 0
        room = self.height() - self._least - self.handleWidth()
        given = max(0, min(wish, room))
        self.setSizes([given, self.height() - self.handleWidth() - given])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # only now is the new wish of the upper view known
            self.share()
        return done

    def _keep(self) -> None:
        self._moved = True
