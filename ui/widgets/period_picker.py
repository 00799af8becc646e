"""Which month or week is looked at: back, forward, and how long a stretch."""

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

WEEK = "week"
MONTH = "month"


class PeriodPicker(QWidget):
    """One month or one ISO week; begins with the month of today."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = clock.today()
        self._back = button("", Glyph.CHEVRON_LEFT, Kind.PLAIN, self.back)
        self._forth = button("", Glyph.CHEVRON_RIGHT, Kind.PLAIN, self.forth)
        for made, name in ((self._back, self.tr("Earlier")), (self._forth, self.tr("Later"))):
            made.setAccessibleName(name)
            made.setToolTip(tip(name))
        self._name = label("", bold=True)
        self.unit = Segmented((Segment(WEEK, self.tr("Week")), Segment(MONTH, self.tr("Month"))))
        self.unit.choose(MONTH)
        self.unit.chosen.connect(self._say)
        self.setLayout(across(self._back, self._name, self._forth, self.unit, gap=Space.XS))
        self._show()

    def bounds(self) -> tuple[dt.date, dt.date]:
        """First and last day of what is looked at."""
        return clock.week_of(self.day) if self.unit.key == WEEK else clock.month_of(self.day)

    def back(self) -> None:
        """Go one month or week back."""
        self.go_to(self.bounds()[0] - dt.timedelta(days=1))

    def forth(self) -> None:
        """Go one month or week on."""
        self.go_to(self.bounds()[1] + dt.timedelta(days=1))

    def go_to(self, day: dt.date) -> None:
        """Look at the month or week that holds ``day``."""
        self.day = day
        self._say()

    def _say(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        week = f"{self.day.isocalendar().year} {shown.week(self.day)}"
        self._name.setText(week if self.unit.key == WEEK else shown.month(self.day))
