"""The form for one report of the coverage log, new or changed."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from ui.dialogs.form import FormDialog
from ui.messages import text
from ui.widgets.fields import DayField, Option, PickBox, text_field
from xcdesk import clock
from xcdesk.codes import Tier
from xcdesk.normalise import in_order
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.record.entries import ItemChange, NewItem

Typed = TypeVar("Typed", NewItem, ItemChange)


@dataclass(frozen=True, slots=True)
class Choices:
    """The lists of the form, in the office's own order; ``programmes`` are those of an outlet's name."""

    outlets: tuple[str, ...]
    forms: tuple[Option, ...]
    themes: tuple[Option, ...]
    units: tuple[str, ...]
    programmes: Callable[[str], Sequence[str]]


class NameBox(QComboBox):
    """A name of a list, found by typing any part of it; a known spelling does as well."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.set_names(names)

    def set_names(self, names: Sequence[str]) -> None:
        """Offer other names; what was typed stays."""
        kept = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            self.addItems(list(map(in_order, names)))
            self.setEditText(kept)
        finder = QCompleter(list(names), self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(finder)


class LogItemForm(FormDialog):
    """Asks for one report; the title has the focus, the outlet and day come from where one was working."""

    help_topic = "coverage#one-report"

    def __init__(
        self, choices: Choices, title: str, verb: str, save: Callable[[], object], parent: QWidget | None
    ) -> None:
        super().__init__(title, verb, save, parent)
        self._choices = choices
        none = self.tr("none")
        self.outlet = NameBox(choices.outlets)
        self.day = DayField(clock.today())
        self.title = text_field()
        self.form = PickBox((Option("", none), *choices.forms))
        self.theme = PickBox((Option("", none), *choices.themes))
        tiers = [Option(tier.value, text(f"tier.{tier.value}")) for tier in Tier]
        self.tier = PickBox((Option("", self.tr("as the outlet")), *tiers))
        self.unit = NameBox(("", *choices.units))
        self.programme = NameBox(())
        self.slot, self.author = text_field(limit=40), text_field(limit=80)
        self.url = text_field(limit=500, hint="https://")
        self.note = QLineEdit()
        self._arrange()
        self.outlet.editTextChanged.connect(self._offer_programmes)
        self.title.setFocus()

    def start_with(self, outlet: str, day: dt.date) -> None:
        """Begin with this outlet and day."""
        self.outlet.setEditText(outlet)
        self.day.set_day(day)
        self._offer_programmes()

    def show_item(self, row: ItemRow) -> None:
        """Show a report that is there already."""
        self.start_with(row.outlet, row.day)
        self.title.setText(row.title)
        self.form.choose(row.form or "")
        self.theme.choose(row.theme or "")
        self.tier.choose(row.tier.value)
        self.unit.setEditText(row.unit)
        self.programme.setEditText(row.programme)
        self.slot.setText(row.slot)
        self.author.setText(row.author)
        self.url.setText(row.url)
        self.note.setText(row.note)

    def typed(self, kind: type[Typed]) -> Typed:
        """What the form holds, as a new report or as a change."""
        return kind(
            day=self.day.day(),
            outlet=self.outlet.currentText(),
            title=self.title.text(),
            form=self.form.key(),
            theme=self.theme.key(),
            tier=self.tier.key(),
            unit=self.unit.currentText(),
            programme=self.programme.currentText(),
            slot=self.slot.text(),
            author=self.author.text(),
            url=self.url.text(),
            note=self.note.text(),
        )

    def _arrange(self) -> None:
        self.add("outlet", self.tr("Outlet"), self.outlet)
        self.add("day", self.tr("Day"), self.day)
        self.add("title", self.tr("Title"), self.title)
        self.add("form", self.tr("Form"), self.form)
        self.add("theme", self.tr("Theme"), self.theme)
        self.add("tier", self.tr("Tier"), self.tier)
        self.add("unit", self.tr("Unit"), self.unit)
        self.add("programme", self.tr("Programme"), self.programme)
        self.add("slot", self.tr("Page or time"), self.slot)
        self.add("author", self.tr("Author"), self.author)
        self.add("url", self.tr("Link"), self.url)
        self.add("note", self.tr("Note"), self.note)

    def _offer_programmes(self) -> None:
        self.programme.set_names(("", *self._choices.programmes(self.outlet.currentText())))


def new_item_form(choices: Choices, log: Callable[[NewItem], object], parent: QWidget | None) -> LogItemForm:
    """The form for a new report; ``log`` writes it."""
    made: LogItemForm = LogItemForm(
        choices,
        QCoreApplication.translate("LogItemForm", "Log an item"),
        QCoreApplication.translate("LogItemForm", "Log"),
        lambda: log(made.typed(NewItem)),
        parent,
    )
    return made


def edit_item_form(
    choices: Choices, row: ItemRow, change: Callable[[ItemChange], object], parent: QWidget | None
) -> LogItemForm:
    """The form of a report that is there; ``change`` writes what differs."""
    made: LogItemForm = LogItemForm(
        choices,
        QCoreApplication.translate("LogItemForm", "Edit the item"),
        QCoreApplication.translate("LogItemForm", "Save"),
        lambda: change(made.typed(ItemChange)),
        parent,
    )
    made.show_item(row)
    return made
