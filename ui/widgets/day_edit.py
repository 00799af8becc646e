"""A day typed in few keys: 5, 3.5, 0305, 昨天, +1, and the arrow keys."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.widgets.fields import room_for
from ui.widgets.settling_field import SettlingField
from xcdesk import clock
from xcdesk.services.office.day_words import day_near

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_ENTERS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


class DayEdit(SettlingField):
    """Shows the day with its weekday; text that names no day stays and is marked as wrong."""

    entered = Signal()
    changed = Signal()

    def __init__(self, name: str, day: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFixedWidth(room_for(self, shown.day_and_weekday(clock.today().replace(month=9, day=27)), 0))
        self.setMaxLength(40)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self.show_day(day)

    def day(self) -> dt.date:
        """The day taken last."""
        return self._day

    def show_day(self, day: dt.date) -> None:
        """Take another day."""
        changed = day != self._day
        self._day = day
        self._mark(wrong=False)
        self.setText(self._words())
        self.setCursorPosition(0)
        if changed:
            self.changed.emit()

    def step(self, by: int) -> None:
        """Go on so many days."""
        self.show_day(self._day + dt.timedelta(days=by))

    def read(self, text: str) -> bool:
        """Take the day that a text names; False if it names none."""
        found = day_near(text, self._day)
        if found is not None:
            self.show_day(found)
        return found is not None

    @override
    def settle(self) -> None:
        """Take what was typed."""
        if self.text() == self._words():
            return
        if not self.text().strip():
            self.show_day(self._day)
        elif not self.read(self.text()):
            self._mark(wrong=True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.settle()
            self.step(_STEPS[key])
            self.selectAll()
        elif key in _ENTERS:
            self.settle()
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text() != self._words():
            self.show_day(self._day)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def _words(self) -> str:
        """The weekday gives way to the year where that is not this one."""
        this_year = self._day.year == clock.today().year
        return shown.day_and_weekday(self._day) if this_year else shown.day(self._day)
