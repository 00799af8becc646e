"""The fields of the quick entry bar: what they hold, what they remember, and how one leads to the next."""

import datetime as dt
import re
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.dialogs.log_item import Choices
from ui.theme.tokens import Space
from ui.widgets.day_edit import DayEdit
from ui.widgets.fields import Option, room_for
from ui.widgets.labels import tip
from ui.widgets.layouts import across
from ui.widgets.pick_field import PickField
from ui.widgets.title_field import TitleField
from xcdesk import clock
from xcdesk.services.record.entries import NewItem

_DAY_BEHIND = re.compile(r"\s*([+-]\d*|\d[\d./-]*)$")
"""A day typed right behind an outlet: ``rb5``, ``日报 3.5``, ``cb+1``."""


class OutletField(PickField):
    """An outlet, and behind it the day if one likes: ``rb5`` is 许昌日报 on the 5th."""

    day_typed = Signal(str)

    @override
    def wanted(self, text: str) -> str:
        return text if self.finds(text) else _DAY_BEHIND.sub("", text)

    @override
    def settle(self) -> None:
        text = self.text()
        behind = _DAY_BEHIND.search(text)
        if text == self.value() or behind is None or self.finds(text):
            super().settle()
            return
        name = text[: behind.start()].strip()
        if name:
            self.setText(name)
            super().settle()
        else:
            self.take(self.value())
        self.day_typed.emit(behind[1])


class QuickFields(QWidget):
    """Day, outlet, title, form, theme, programme, unit and page in a row.

    After a report is logged, day, outlet, form and theme stay; the rest is typed anew.
    """

    submitted = Signal()
    place_changed = Signal()  # outlet or day
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: Choices | None = None
        self.day = DayEdit(self.tr("Day"), clock.today())
        self.outlet = OutletField(self.tr("Outlet"), 148)
        self.title = TitleField(self.tr("Title (Enter logs it)"))
        self.title.setMinimumWidth(room_for(self.title, self.title.placeholderText(), 0))
        keys = self.tr(
            "Arrow keys change the day, the page keys the outlet; Backspace leads back to the outlet."
        )
        self.title.setToolTip(tip(keys))
        self.form = PickField(self.tr("Form"), 92)
        self.theme = PickField(self.tr("Theme"), 112)
        self.programme = PickField(self.tr("Programme"), 104)
        self.unit = PickField(self.tr("Unit"), 118)
        self.slot = QLineEdit()
        self.slot.setMaxLength(40)
        self.slot.setPlaceholderText(self.tr("Page"))
        self.slot.setFixedWidth(room_for(self.slot, self.slot.placeholderText(), 64))
        self.slot.setAccessibleName(self.tr("Page or time"))
        row = across(*self._all(), gap=Space.XS)
        row.setStretch(2, 1)
        self.setLayout(row)
        self._connect()

    def show_choices(self, choices: Choices) -> None:
        """Offer other lists."""
        self._choices = choices
        self.outlet.set_options([Option(name, name) for name in choices.outlets])
        self.form.set_options(choices.forms)
        self.theme.set_options(choices.themes)
        self.unit.set_options([Option(name, name) for name in choices.units])
        self._offer_programmes()

    def start_with(self, outlet: str, day: dt.date) -> None:
        """Take outlet and day from where one is working."""
        self.outlet.take(outlet)
        self.day.show_day(day)

    def settle(self) -> None:
        """Take what was typed in every field."""
        self.day.settle()
        for field in self._picks():
            field.settle()

    def wrong(self) -> QLineEdit | None:
        """The field whose text names nothing, if there is one."""
        wrong = [field for field in (self.day, *self._picks()) if field.property("wrong")]
        return wrong[0] if wrong else None

    def item(self, title: str) -> NewItem:
        """What the fields hold, under a title."""
        return NewItem(
            self.day.day(),
            self.outlet.value(),
            title,
            self.form.value(),
            self.theme.value(),
            unit=self.unit.value(),
            programme=self.programme.value(),
            slot=self.slot.text(),
        )

    def clear_item(self) -> None:
        """Make ready for the next report of the same outlet and day."""
        self.title.setText("")  # unlike clear(), which Ctrl+Z would take back in place of the report
        self.slot.clear()
        self.unit.take("")
        self.programme.take("")
        self.title.setFocus()

    def _all(self) -> tuple[QLineEdit, ...]:
        return (
            *(self.day, self.outlet, self.title),
            *(self.form, self.theme, self.programme, self.unit, self.slot),
        )

    def _picks(self) -> tuple[PickField, ...]:
        return (self.outlet, self.form, self.theme, self.programme, self.unit)

    def _connect(self) -> None:
        self.outlet.day_typed.connect(self._read_day)
        self.outlet.chosen.connect(self._offer_programmes)
        self.outlet.chosen.connect(self.place_changed)
        self.day.changed.connect(self.place_changed)
        self.title.stepped.connect(self.day.step)
        self.title.paged.connect(self.outlet.step)
        self.title.went_back.connect(self._go_back)
        for field in (self.day, self.outlet):
            field.entered.connect(self._on_to_title)
        for pick in (self.form, self.theme, self.programme, self.unit):
            pick.entered.connect(self.submitted)
        for plain in (self.title, self.slot):
            plain.returnPressed.connect(self.submitted)

    def _read_day(self, text: str) -> None:
        if not self.day.read(text):
            self.day.setText(text)
            self.day.settle()

    def _go_back(self) -> None:
        self.outlet.setFocus()
        self.outlet.selectAll()

    def _on_to_title(self) -> None:
        """Enter leads on to the title, and logs where that is typed already."""
        if self.title.text().strip():
            self.submitted.emit()
        else:
            self.title.setFocus()

    def _offer_programmes(self) -> None:
        names: Iterable[str] = ()
        if self._choices is not None and self.outlet.value():
            names = self._choices.programmes(self.outlet.value())
        self.programme.set_options([Option(name, name) for name in names])
        if self.programme.value() not in names:
            self.programme.take("")
