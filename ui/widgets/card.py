"""Cards and panes: a white surface with a heading."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme.tokens import Role, Space
from ui.widgets.elided import Elided
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, clear, down, line


class Card(QFrame):
    """A rounded surface with a heading, a muted note beside it, and whatever is added below."""

    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title = label(title, Role.HEADING)
        self.note = Elided(Role.CAPTION, "text3")
        self.note.set_text(note)
        self.head: QHBoxLayout = across(self.title, self.note, None)
        self.body = down(gap=Space.XS)
        self.setLayout(down(self.head, self.body, margins=(12, 8, 12, 10), gap=6))
        self.setAccessibleName(title)

    def add(self, *items: QWidget) -> None:
        """Put widgets under the heading, one under the other."""
        for item in items:
            self.body.addWidget(item)

    def clear(self) -> None:
        """Take everything under the heading away."""
        clear(self.body)


class Pane(QFrame):
    """A rounded surface for a view, with an optional row above it and a line between them."""

    def __init__(self, main: QWidget, head: tuple[Item, ...] = (), foot: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("pane")
        column = down(gap=0, margins=1)
        if head:
            column.addLayout(across(*head, margins=(12, 7, 12, 7)))
            column.addWidget(line())
        column.addWidget(main, 1)
        if foot is not None:
            column.addWidget(foot)
        self.setLayout(column)
