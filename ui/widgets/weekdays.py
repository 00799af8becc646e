"""The days of a week to tick."""

from PySide6.QtWidgets import QCheckBox, QWidget

from ui import format as shown
from ui.theme.tokens import Space
from ui.widgets.labels import caption
from ui.widgets.layouts import across


class WeekdayBoxes(QWidget):
    """Seven boxes from Monday to Sunday; the days ticked as ISO numbers, ``12345``."""

    def __init__(self, days: str) -> None:
        super().__init__()
        self._boxes: list[QCheckBox] = []
        for number in range(1, 8):
            box = QCheckBox(caption(shown.short_weekday_of(number)))
            box.setAccessibleName(shown.weekday_of(number))
            box.setChecked(str(number) in days)
            self._boxes.append(box)
        self.setFocusProxy(self._boxes[0])
        self.setLayout(across(*self._boxes, None, gap=Space.S))

    def days(self) -> str:
        """The days ticked."""
        return "".join(str(at) for at, box in enumerate(self._boxes, start=1) if box.isChecked())
