"""Forms of the roster about outlets: the outlet itself, a programme, the day on which something ends."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import format as shown
from ui.dialogs.form import FormDialog
from ui.messages import text
from ui.widgets.fields import DayField, Option, PickBox, long_field, text_field
from ui.widgets.maybe_day import MaybeDay
from ui.widgets.weekdays import WeekdayBoxes
from xcdesk import clock
from xcdesk.codes import OutletKind, Tier
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.programme_changes import NewProgramme
from xcdesk.services.roster.programmes import ProgrammeRow
from xcdesk.services.roster.tenures import TenureRow

translate = QCoreApplication.translate


class OutletForm(FormDialog):
    """Asks for an outlet's own facts; ``row`` is the one to change, None for a new one."""

    help_topic = "roster#outlets"

    def __init__(
        self, row: OutletRow | None, save: Callable[[NewOutlet], object], parent: QWidget | None
    ) -> None:
        title = (
            translate("OutletForm", "Add outlet") if row is None else translate("OutletForm", "Edit outlet")
        )
        verb = translate("OutletForm", "Add") if row is None else translate("OutletForm", "Save")
        super().__init__(title, verb, lambda: save(self.typed()), parent)
        shown_row = row or _BLANK
        self.name = text_field(shown_row.name, 80)
        self.kind = PickBox([Option(kind.value, text(f"outlet_kind.{kind.value}")) for kind in OutletKind])
        self.tier = PickBox([Option(tier.value, text(f"tier.{tier.value}")) for tier in Tier])
        self.days = WeekdayBoxes(shown_row.publication_days)
        self.deadline = text_field(shown_row.deadline, 5, "16:00")
        self.note = long_field(shown_row.note, lines=2)
        self.note.setFixedHeight(self.note.minimumHeight())
        self.kind.choose(shown_row.kind.value)
        self.tier.choose(shown_row.tier.value)
        self.add("outlet", self.tr("Name"), self.name)
        self.add("kind", self.tr("Kind"), self.kind)
        hint = self.tr("Municipal outlets carry the quotas: they owe a leader, a liaison and a column.")
        self.add("tier", self.tr("Tier"), self.tier, hint)
        self.add("days", self.tr("Runs on"), self.days)
        self.add("deadline", self.tr("Deadline"), self.deadline, self.tr("Leave empty if there is none."))
        self.add("note", self.tr("Note"), self.note)

    def typed(self) -> NewOutlet:
        """What the form holds."""
        return NewOutlet(
            self.name.text(),
            OutletKind(self.kind.key()),
            Tier(self.tier.key()),
            self.days.days(),
            self.deadline.text().strip().replace("：", ":"),
            self.note.toPlainText(),
        )


_BLANK = NewOutlet("", OutletKind.NEWSPAPER, Tier.MUNICIPAL)


class ProgrammeForm(FormDialog):
    """Asks for a programme of an outlet; ``row`` is the one to change, None for a new one.

    A new one may belong to any of the outlets ``among``, at first to ``outlet``.
    """

    help_topic = "roster#programmes"

    def __init__(
        self,
        outlet: OutletRow,
        row: ProgrammeRow | None,
        save: Callable[[NewProgramme], object],
        parent: QWidget | None,
        among: Sequence[OutletRow] = (),
    ) -> None:
        words = (
            translate("ProgrammeForm", "Add programme: {outlet}")
            if row is None
            else translate("ProgrammeForm", "Edit programme: {outlet}")
        )
        words = translate("ProgrammeForm", "Add programme") if among else words
        verb = translate("ProgrammeForm", "Add") if row is None else translate("ProgrammeForm", "Save")
        super().__init__(words.format(outlet=outlet.name), verb, lambda: save(self.typed()), parent)
        self.outlet = PickBox([Option(str(one.id), one.name) for one in among or (outlet,)])
        self.outlet.choose(str(outlet.id))
        if among:
            self.add("outlet", self.tr("Outlet"), self.outlet)
        before = row or NewProgramme(outlet.id, "")
        self.name = text_field(before.name, 80)
        self.is_column = QCheckBox(self.tr("The campaign's fixed column"))
        self.is_column.setChecked(before.is_column)
        self.opened = MaybeDay(self.tr("opened on"), before.opened_on)
        self.closed = MaybeDay(self.tr("first day without it"), before.closed_on)
        self.note = text_field(before.note, 500)
        self.add("programme", self.tr("Programme"), self.name)
        hint = self.tr("It counts as open from the day given below.")
        self.add("is_column", self.tr("Column"), self.is_column, hint)
        self.add("opened_on", self.tr("Opened"), self.opened)
        self.add("closed_on", self.tr("Closed"), self.closed)
        self.add("note", self.tr("Note"), self.note)

    def typed(self) -> NewProgramme:
        """What the form holds."""
        return NewProgramme(
            int(self.outlet.key()),
            self.name.text(),
            self.is_column.isChecked(),
            self.opened.day(),
            self.closed.day(),
            self.note.text(),
        )


class DayForm(FormDialog):
    """Asks for one day, on which something ends."""

    help_topic = "roster#verify"

    def __init__(
        self, title: str, verb: str, save: Callable[[dt.date], object], parent: QWidget | None
    ) -> None:
        super().__init__(title, verb, lambda: save(self.day.day()), parent)
        self.day = DayField(clock.today())

    def ask(self, name: str, hint: str) -> None:
        """Give the day its name and say what it means."""
        self.add("until", name, self.day, hint)


def closing_form(row: ProgrammeRow, close: Callable[[dt.date], object], parent: QWidget | None) -> DayForm:
    """The form that ends a programme."""
    made = DayForm(
        translate("DayForm", "Close programme: {name}").format(name=row.name),
        translate("DayForm", "Close"),
        close,
        parent,
    )
    made.ask(
        translate("DayForm", "Closed on"),
        translate("DayForm", "The first day without it. Reports logged before stay."),
    )
    return made


def leaving_form(row: TenureRow, end: Callable[[dt.date], object], parent: QWidget | None) -> DayForm:
    """The form that leaves a role vacant."""
    made = DayForm(
        translate("DayForm", "{name} leaves").format(name=row.name),
        translate("DayForm", "Record"),
        end,
        parent,
    )
    since = shown.day(row.since) if row.since is not None else translate("DayForm", "before the records")
    hint = translate("DayForm", "In office since {day}. The role is vacant after the last day.").format(
        day=since
    )
    made.ask(translate("DayForm", "Last day"), hint)
    return made
