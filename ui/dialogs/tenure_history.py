"""Everybody who held a role at an outlet: from when to when, what was taken over, who on which day."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.form import form_of_row
from ui.dialogs.list_dialog import ListDialog
from ui.dialogs.tenure_forms import PastTenureForm, PersonForm
from ui.language import language
from ui.messages import text
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import State
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import DayField
from ui.widgets.labels import label
from ui.widgets.layouts import across
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk import clock
from xcdesk.services.due import handover
from xcdesk.services.due.handover import OpenItem
from xcdesk.services.roster import tenure_history, tenures
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.tenure_changes import TenureChange
from xcdesk.services.roster.tenure_history import PastTenure
from xcdesk.services.roster.tenures import TenureRow

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class HistoryHands:
    """What the dialog writes with, each with its way back."""

    enter: Callable[[PastTenure], object]
    correct: Callable[[TenureRow, TenureChange], object]
    remove: Callable[[TenureRow], object]


class TenureHistory(ListDialog):
    """Tenures by role, newest first; corrected, entered and taken out here."""

    help_topic = "roster#people"

    def __init__(self, desk: Desk, outlet: OutletRow, hands: HistoryHands, parent: QWidget | None) -> None:
        title = translate("TenureHistory", "Tenures: {outlet}").format(outlet=outlet.name)
        self._outlet, self._hands = outlet, hands
        self._taken: Mapping[int, Sequence[OpenItem]] = {}
        super().__init__(desk, title, self._columns(), parent, stretch=6)
        self.day = DayField(clock.today())
        self.day.setAccessibleName(self.tr("In office on"))
        self.day.dateChanged.connect(self._say_who)
        self.who = label("", wrap=True)
        primary = Weight.PRIMARY
        verbs = (
            Verb("tenure_new", self.tr("Enter a tenure…"), Glyph.ADD, self._enter, "Ctrl+N", weight=primary),
            Verb("tenure_edit", self.tr("Correct…"), Glyph.EDIT, self._correct, "F2", self.chosen),
            Verb("tenure_remove", self.tr("Remove"), Glyph.DELETE, self._remove, "Del", self.chosen),
        )
        head = across(label(self.tr("In office on")), self.day, self.who)
        head.setStretch(2, 1)
        self.finish(verbs, (head,))
        self.listing.opened.connect(self._correct)
        usual_size(self, 1080, 520)

    @override
    def reload(self) -> None:
        before = self.row()
        self._taken = handover.taken_over(self._outlet.id)
        found = tenures.tenures(self._outlet.id)
        ids = [row.id for row in found]
        at = ids.index(before.id) if before is not None and before.id in ids else 0
        words = self.tr("Leaders, liaisons and others will stand here with their days.")
        self.show_rows(found, at, EmptyState(Glyph.PEOPLE, self.tr("Nobody was named yet"), words))
        self._say_who()

    def _columns(self) -> Sequence[Column[TenureRow]]:
        today = clock.today()

        def state(row: TenureRow) -> Shown:
            if row.holds_on(today):
                return Shown(translate("TenureHistory", "In office"), State.DONE)
            return Shown(translate("TenureHistory", "Past"), State.NONE)

        def taken(row: TenureRow) -> Shown:
            items = self._taken.get(row.id, ())
            return Shown(translate("roster", ", ").join(item.words(language()) for item in items))

        return (
            Column(translate("TenureHistory", "Role"), 130, lambda row: Shown(_role(row))),
            Column(translate("TenureHistory", "Name"), 110, lambda row: Shown(row.name)),
            Column(translate("TenureHistory", "Post"), 130, lambda row: Shown(row.post)),
            Column(translate("TenureHistory", "Telephone"), 130, lambda row: Shown(row.phone)),
            Column(translate("TenureHistory", "First day"), 120, lambda row: _day(row.since)),
            Column(translate("TenureHistory", "Last day"), 120, lambda row: _day(row.until)),
            Column(translate("TenureHistory", "Taken over"), 160, taken),
            Column(translate("TenureHistory", "State"), 104, state),
        )

    def _say_who(self) -> None:
        found = tenure_history.responsible_on(self._outlet.id, self.day.day())
        names = [f"{_role(row)} {row.name}" for row in found.values()]
        self.who.setText(translate("roster", ", ").join(names) or self.tr("nobody"))

    def _enter(self) -> None:
        self.open_form(PastTenureForm(self._outlet, self._hands.enter, self))

    def _correct(self) -> None:
        row = self.row()
        if row is not None:
            self.open_form(form_of_row("tenure", row, self._form_of, tenures.tenure))

    def _form_of(self, row: TenureRow) -> PersonForm:
        return PersonForm(row, partial(self._hands.correct, row), self)

    def _remove(self) -> None:
        row = self.row()
        if row is not None:
            self.attempt(lambda: self._hands.remove(row))


def _role(row: TenureRow) -> str:
    return text(f"contact_role.{row.role.value}")


def _day(day: dt.date | None) -> Shown:
    return Shown("" if day is None else shown.day(day))
