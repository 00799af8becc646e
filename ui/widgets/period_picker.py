"""Which month, week or day is looked at: back, forward, and how long a stretch."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label, tip
from ui.widgets.layouts import across
from ui.widgets.segmented import Segment, Segmented
from xcdesk import clock

DAY = "day"
WEEK = "week"
MONTH = "month"
YEAR = "year"


class PeriodPicker(QWidget):
    """One month or one ISO week, or a day or a year where it is offered; begins with the month of today."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, days: bool = False, years: bool = False) -> None:
        super().__init__(parent)
        self.day = clock.today()
        self._back = button("", Glyph.CHEVRON_LEFT, Kind.PLAIN, self.back)
        self._forth = button("", Glyph.CHEVRON_RIGHT, Kind.PLAIN, self.forth)
        for made, name in ((self._back, self.tr("Earlier")), (self._forth, self.tr("Later"))):
            made.setAccessibleName(name)
            made.setToolTip(tip(name))
        self._name = label("", bold=True)
        units = [Segment(WEEK, self.tr("Week")), Segment(MONTH, self.tr("Month"))]
        if days:
            units.insert(0, Segment(DAY, self.tr("Day")))
        if years:
            units.append(Segment(YEAR, self.tr("Year")))
        self.unit = Segmented(units)
        self.unit.choose(MONTH)
        self.unit.chosen.connect(self._say)
        self.setFocusProxy(self._back)  # or the focus would be where no frame is drawn
        self.setLayout(across(self._back, self._name, self._forth, self.unit, gap=Space.XS))
        self._show()

    def bounds(self) -> tuple[dt.date, dt.date]:
        """First and last day of what is looked at."""
        if self.unit.key == YEAR:
            return self.day.replace(month=1, day=1), self.day.replace(month=12, day=31)
        if self.unit.key == DAY:
            return self.day, self.day
        return clock.week_of(self.day) if self.unit.key == WEEK else clock.month_of(self.day)

    def back(self) -> None:
        """Go one such stretch back."""
        self.go_to(self.bounds()[0] - dt.timedelta(days=1))

    def forth(self) -> None:
        """Go one such stretch on."""
        self.go_to(self.bounds()[1] + dt.timedelta(days=1))

    def go_to(self, day: dt.date) -> None:
        """Look at the stretch that holds ``day``."""
        self.day = day
        self._say()

    def _say(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        names = {
            DAY: shown.day(self.day),
            WEEK: shown.week_of_year(self.day),
            MONTH: shown.month(self.day),
            YEAR: shown.year(self.day),
        }
        self._name.setText(names[self.unit.key])
