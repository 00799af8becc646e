"""Forms of the page of returns: who owes one and until when, and the day on which a file came."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from ui import format as shown
from ui.dialogs.form import FormDialog
from ui.theme import theme
from ui.widgets.fields import DayField, NumberField, long_field, text_field
from ui.widgets.window_size import least_width
from xcdesk.codes import UnitKind
from xcdesk.normalise import in_order
from xcdesk.services.returns import returns_rules
from xcdesk.services.returns.returns_rules import ReturnsRules
from xcdesk.services.returns.returns_status import SentFile
from xcdesk.services.roster.units import UnitRow

_SHOWN_UNITS = 7
_MOST_DAYS = 99


class RulesForm(FormDialog):
    """Which units owe a return, until which day, how long they may mend one, and whom they ask."""

    help_topic = "imports#missing"

    def __init__(
        self,
        now: ReturnsRules,
        units: Sequence[UnitRow],
        save: Callable[[ReturnsRules], object],
        parent: QWidget | None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RulesForm", "Who owes a return, and until when"),
            translate("RulesForm", "Save"),
            lambda: save(self.rules()),
            parent,
        )
        self._now, self._units = now, units
        self.units = _unit_list(units, {unit.id for unit in returns_rules.owing(now, units)})
        self.due_day = NumberField(now.due_day, _MOST_DAYS)
        self.next_working_day = QCheckBox(self.tr("Move to the next working day"))
        self.next_working_day.setChecked(now.next_working_day)
        self.days_to_mend = NumberField(now.days_to_mend, _MOST_DAYS)
        self.contact, self.phone = text_field(now.contact, 40), text_field(now.phone, 40)
        self.mailbox = text_field(now.mailbox, 80)
        self.wording = long_field(now.rules)
        self.wording.setFixedHeight(3 * theme.line_height() + 22)
        self.add("units", self.tr("Units that owe a return"), self.units)
        self.add("due_day", self.tr("Due on this day of the next month"), self.due_day)
        self.add("next_working_day", self.tr("If there is no work that day"), self.next_working_day)
        self.add("days_to_mend", self.tr("Working days to correct a returned one"), self.days_to_mend)
        self.add("contact", self.tr("Contact of the office"), self.contact)
        self.add("phone", self.tr("Telephone"), self.phone)
        hint = self.tr("Contact, telephone and mailbox stand in templates, returned workbooks and reminders.")
        self.add("mailbox", self.tr("Mailbox"), self.mailbox, hint)
        hint = self.tr("One rule a line, added to the instructions of every template.")
        self.add("rules", self.tr("Rules for filling in"), self.wording, hint)
        least_width(self, 620)

    def rules(self) -> ReturnsRules:
        """What the form holds; all counties and nothing else means whichever counties there will be."""
        items = [self.units.item(row) for row in range(self.units.count())]
        chosen = tuple(
            unit.id
            for unit, item in zip(self._units, items, strict=True)
            if item.checkState() == Qt.CheckState.Checked
        )
        counties = tuple(unit.id for unit in self._units if unit.kind == UnitKind.COUNTY)
        return replace(
            self._now,
            units=None if chosen == counties else chosen,
            due_day=self.due_day.value(),
            next_working_day=self.next_working_day.isChecked(),
            days_to_mend=self.days_to_mend.value(),
            contact=self.contact.text(),
            phone=self.phone.text(),
            mailbox=self.mailbox.text(),
            rules=self.wording.toPlainText(),
        )


class ReceivedForm(FormDialog):
    """Asks on which day a file came, where that was not the day on which it was imported."""

    help_topic = "imports#missing"

    def __init__(self, file: SentFile, save: Callable[[dt.date], object], parent: QWidget | None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ReceivedForm", "Day of receipt"),
            translate("ReceivedForm", "Save"),
            lambda: save(self.day.day()),
            parent,
        )
        self.day = DayField(file.received_on)
        hint = self.tr("{file}: so far {day}. Whether a return was in time goes by the first file.")
        self.add(
            "received_on",
            self.tr("The file came on"),
            self.day,
            hint.format(file=file.file, day=shown.day(file.received_on)),
        )


def _unit_list(units: Sequence[UnitRow], chosen: set[int]) -> QListWidget:
    """Every unit with a tick."""
    made = QListWidget()
    made.setProperty("checks", True)
    for unit in units:
        item = QListWidgetItem(in_order(unit.name), made)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if unit.id in chosen else Qt.CheckState.Unchecked)
    made.setCurrentRow(0)
    made.setFixedHeight(_SHOWN_UNITS * (theme.line_height() + 4))
    return made
