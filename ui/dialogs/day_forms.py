"""Forms about days on which outlets depart from their weekdays: one outlet's, or a stop of many."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import format as shown
from ui.dialogs.form import FormDialog
from ui.widgets.fields import DayField, Option, PickBox, text_field
from ui.widgets.labels import caption
from ui.widgets.layouts import boxed, down
from xcdesk import clock
from xcdesk.codes import OutletKind
from xcdesk.services.office.calendar import Holiday, holidays
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.publication import ExceptionRow
from xcdesk.services.roster.publication_changes import NewException

translate = QCoreApplication.translate

_STOP, _EXTRA = "stop", "extra"


class GoToDayForm(FormDialog):
    """Asks for the day to go to in a long list."""

    help_topic = "coverage#log"

    def __init__(self, start: dt.date, go: Callable[[dt.date], object], parent: QWidget | None) -> None:
        translated = translate("GoToDayForm", "Go to a day")
        super().__init__(translated, translate("GoToDayForm", "Go"), lambda: go(self.day.day()), parent)
        self.day = DayField(start)
        self.add("day", self.tr("Day"), self.day, self.tr("The list is put in the order of days."))
        self.day.setFocus()


class ExceptionForm(FormDialog):
    """Asks for days without an issue, or with an extra one; ``row`` is the stretch to change."""

    help_topic = "roster#days-off"

    def __init__(
        self,
        outlet: OutletRow,
        row: ExceptionRow | None,
        save: Callable[[NewException], object],
        parent: QWidget | None,
    ) -> None:
        title = translate("ExceptionForm", "Exception to the publication days: {outlet}")
        verb = translate("ExceptionForm", "Enter") if row is None else translate("ExceptionForm", "Save")
        super().__init__(title.format(outlet=outlet.name), verb, lambda: save(self.typed()), parent)
        today = clock.today()
        self.sort = PickBox(
            [Option(_STOP, self.tr("No issue")), Option(_EXTRA, self.tr("Extra issue"))],
        )
        self.since = DayField(today if row is None else row.since)
        self.until = DayField(today if row is None else row.until)
        self.note = text_field("" if row is None else row.note, 80)
        if row is not None and row.publishes:
            self.sort.choose(_EXTRA)
        if row is None:
            self.since.dateChanged.connect(lambda: self.until.set_day(self.since.day()))
        self.add("sort", self.tr("What"), self.sort, self.tr("It comes before the weekdays of the outlet."))
        self.add("since", self.tr("First day"), self.since)
        self.add("until", self.tr("Last day"), self.until)
        self.add("note", self.tr("Note"), self.note)

    def typed(self) -> NewException:
        """What the form holds."""
        return NewException(self.since.day(), self.until.day(), self.sort.key() == _EXTRA, self.note.text())


class StopForm(FormDialog):
    """Asks for a holiday stop of several outlets at once; holidays come from the published calendar."""

    help_topic = "roster#days-off"

    def __init__(
        self,
        outlets: Sequence[OutletRow],
        save: Callable[[Sequence[int], NewException], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(
            translate("StopForm", "Days without an issue"),
            translate("StopForm", "Enter"),
            lambda: save(self.outlet_ids(), self.typed()),
            parent,
        )
        self._outlets = outlets
        self._holidays = _coming(clock.today())
        self.holiday = PickBox([Option("", self.tr("other days")), *map(_option, self._holidays)])
        self.since, self.until = DayField(clock.today()), DayField(clock.today())
        self.note = text_field(limit=80)
        self.ticks = [QCheckBox(caption(row.name)) for row in outlets]
        for tick, row in zip(self.ticks, outlets, strict=True):
            tick.setChecked(row.kind == OutletKind.NEWSPAPER)
        self.add("holiday", self.tr("Holiday"), self.holiday)
        self.add("since", self.tr("First day"), self.since)
        self.add("until", self.tr("Last day"), self.until)
        self.add("note", self.tr("Note"), self.note)
        hint = self.tr("Nothing is due from them on these days; what they run all the same is counted.")
        self.add("outlets", self.tr("Outlets"), boxed(down(*self.ticks, gap=2)), hint)
        self.holiday.currentIndexChanged.connect(self._take_holiday)
        self.holiday.setCurrentIndex(1 if self._holidays else 0)

    def typed(self) -> NewException:
        """What the form holds, without the outlets."""
        return NewException(self.since.day(), self.until.day(), note=self.note.text())

    def outlet_ids(self) -> Sequence[int]:
        """Outlets that are ticked."""
        pairs = zip(self._outlets, self.ticks, strict=True)
        return [row.id for row, tick in pairs if tick.isChecked()]

    def _take_holiday(self) -> None:
        found = next((one for one in self._holidays if one.since.isoformat() == self.holiday.key()), None)
        if found is not None:
            self.since.set_day(found.since)
            self.until.set_day(found.until)
            self.note.setText(found.label)


def _coming(today: dt.date) -> Sequence[Holiday]:
    """Holidays of this year and the next that are not over, then those that are."""
    found = [*holidays(today.year), *holidays(today.year + 1)]
    return [*(one for one in found if one.until >= today), *(one for one in found if one.until < today)]


def _option(holiday: Holiday) -> Option:
    words = translate("StopForm", "{name}  {since} to {until}")
    since, until = shown.day(holiday.since), shown.day(holiday.until)
    return Option(holiday.since.isoformat(), words.format(name=holiday.label, since=since, until=until))
