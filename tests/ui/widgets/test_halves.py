"""Two views share the height as the upper one wishes."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.halves import Halves


class Growing(QWidget):
    """A view that wishes for more height once it has rows."""

    wish = 20

    @override
    def sizeHint(self):
        return QSize(100, self.wish)


def inside(widget):
    """The widget in a pane, as pages put it."""
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    return pane


def test_an_upper_view_that_gets_rows_gets_their_height(qtbot):
    view = Growing()
    halves = Halves(inside(inside(view)), QWidget(), least=50)
    qtbot.addWidget(halves)
    halves.resize(300, 400)
    halves.show()
    view.wish = 200
    view.updateGeometry()
    qtbot.waitUntil(lambda: halves.sizes()[0] == 200)
