"""A row of a return and what it is to be compared with, side by side, with their differences marked."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import format as shown
from ui.messages import text
from ui.tablemodels.import_words import Labels
from ui.theme.tokens import Role, Space, State
from ui.widgets.differing import DifferingText
from ui.widgets.labels import label
from ui.widgets.marks import MarkBox
from xcdesk.importers.records import Field
from xcdesk.importers.session import Line, Side

_NOTHING = "—"
_ALWAYS = frozenset({Field.DATE, Field.OUTLET, Field.TITLE})


class SidesView(QWidget):
    """Two columns, here and there; a mark and its word stand before what differs."""

    def __init__(self, line: Line, labels: Labels) -> None:
        super().__init__()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(3, 1)
        translate = QCoreApplication.translate
        grid.addWidget(label(translate("imports", "Here"), Role.CAPTION, "muted"), 0, 2)
        grid.addWidget(label(where(line), Role.CAPTION, "muted"), 0, 3)
        for row, side in enumerate(told(line), 1):
            self._add(grid, row, side, labels)
        self.setLayout(grid)

    def _add(self, grid: QGridLayout, row: int, side: Side, labels: Labels) -> None:
        here, there = (labels.value(side.field, _day(side.field, value)) for value in (side.here, side.there))
        if side.differs:
            mark = MarkBox(State.CHANGED)
            mark.setAccessibleName(QCoreApplication.translate("imports", "differs"))
            grid.addWidget(mark, row, 0)
        grid.addWidget(label(text(f"field.{side.field}"), Role.CAPTION, "second"), row, 1)
        for column, value, other in ((2, here, there), (3, there, here)):
            grid.addWidget(DifferingText(value or _NOTHING, other if value else _NOTHING), row, column)


def told(line: Line) -> Sequence[Side]:
    """What is compared: day, outlet and title always, the rest where it differs."""
    return [side for side in line.sides() if side.differs or side.field in _ALWAYS]


def where(line: Line) -> str:
    """Where the other one stands."""
    translate = QCoreApplication.translate
    if line.other is not None and line.other.place is not None:
        return translate("imports", "Row {row} of this file").format(row=line.other.place.row)
    return translate("imports", "In the log")


def _day(field: Field, value: str) -> str:
    """A day as it is shown elsewhere; other values as they are."""
    return shown.day(dt.date.fromisoformat(value)) if field == Field.DATE and value else value


def spoken(line: Line, labels: Labels) -> str:
    """The differences in words."""
    parts = (
        f"{text(f'field.{side.field}')}：{labels.value(side.field, side.here) or _NOTHING}"
        f" | {labels.value(side.field, side.there) or _NOTHING}"
        for side in told(line)
        if side.differs
    )
    return "；".join(parts)
