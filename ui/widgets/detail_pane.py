"""The pane at the right of a page: everything about the thing chosen in the main view."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from ui.theme import theme
from ui.theme.tokens import Role, Space
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.layouts import Item, down
from ui.widgets.scroll import ScrollColumn

WIDTH = 364


@dataclass(frozen=True, slots=True)
class Field:
    """One particular of the thing shown: its name and its value, as plain text."""

    name: str
    value: str


def field_grid(fields: Sequence[Field]) -> QWidget:
    """Names at the left, values at the right, values can be selected and copied."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for at, field in enumerate(fields):
        name = label(field.name, Role.CAPTION, "muted")
        name.setContentsMargins(0, 3, 0, 0)
        value = label(field.value, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setAccessibleName(f"{field.name} {field.value}")
        grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, at, 1)
    made = QWidget()
    made.setLayout(grid)
    return made


class DetailPane(QFrame):
    """Title, parts that scroll, verbs at the foot; `show_parts` shows another choice."""

    def __init__(self, verbs: Sequence[QPushButton] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setFixedWidth(theme.pane_width(WIDTH))
        self.title = label("", Role.TITLE, wrap=True)
        self._scroll = ScrollColumn(gap=10)
        self._scroll.focusable(self.tr("Details"))
        self.setFocusProxy(self._scroll)
        column = down(self.title, self._scroll, margins=Space.L, gap=10)
        column.setStretch(1, 1)
        if verbs:
            column.addWidget(Flow(verbs))
        self.setLayout(column)

    def show_parts(self, title: str, parts: Sequence[Item]) -> None:
        """Show another thing: its name, then chips, banner, fields, headings in the order given."""
        self.title.setText(title)
        self._scroll.set_items((*parts, None))
