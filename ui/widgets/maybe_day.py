"""A day that may be left open."""

import datetime as dt

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.fields import DayField
from ui.widgets.labels import caption
from ui.widgets.layouts import across
from xcdesk import clock


class MaybeDay(QWidget):
    """A tick that says whether there is such a day, and the day beside it."""

    def __init__(self, question: str, value: dt.date | None) -> None:
        super().__init__()
        self.known = QCheckBox(caption(question))
        self.field = DayField(value or clock.today())
        self.field.setAccessibleName(question)
        self.known.setChecked(value is not None)
        self.field.setEnabled(value is not None)
        self.known.toggled.connect(self.field.setEnabled)
        self.setFocusProxy(self.known)
        self.setLayout(across(self.known, self.field, None))

    def day(self) -> dt.date | None:
        """The day shown, None when it is left open."""
        return self.field.day() if self.known.isChecked() else None
