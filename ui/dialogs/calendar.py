"""The office's calendar: holidays, make-up days, and the days on which the office departs from them."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.form import FormDialog
from ui.dialogs.list_dialog import ListDialog
from ui.messages import text
from ui.refusals import NothingChosenError
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.undo import Act
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import DayField, Option, PickBox, text_field
from ui.widgets.labels import label
from ui.widgets.layouts import across
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk import clock
from xcdesk.errors import DeskError
from xcdesk.services.office import own_days, workdays
from xcdesk.services.office.calendar import workday
from xcdesk.services.office.workdays import CalendarLine, OwnDay
from xcdesk.services.record import permissions
from xcdesk.services.record.permissions import Permission

translate = QCoreApplication.translate
_WORKS, _RESTS = "works", "rests"
_YEARS_BACK, _YEARS_AHEAD = 2, 3


class OwnDayForm(FormDialog):
    """Asks whether the office works on a day, and why; under the day stands what was published."""

    help_topic = "settings#calendar"

    def __init__(
        self,
        day: dt.date,
        known: OwnDay | None,
        save: Callable[[dt.date, bool, str], object],
        parent: QWidget | None,
    ) -> None:
        title, verb = translate("OwnDayForm", "A day of the office"), translate("OwnDayForm", "Enter")
        super().__init__(
            title,
            verb,
            lambda: save(self.day.day(), self.sort.key() == _WORKS, self.note.text()),
            parent,
        )
        works = known.working if known is not None else not workday(day).working
        self.day = DayField(day)
        self.published = label("", Role.CAPTION, "muted", wrap=True)
        self.sort = PickBox([Option(_WORKS, self.tr("the office works")), Option(_RESTS, self.tr("off"))])
        self.sort.choose(_WORKS if works else _RESTS)
        self.note = text_field(known.note if known is not None else "", 80)
        self.add("day", self.tr("Day"), self.day)
        self._form.addRow("", self.published)
        self.add("sort", self.tr("What"), self.sort)
        self.add("note", self.tr("Why"), self.note, self.tr("For example the notice that says so"))
        self.day.dateChanged.connect(lambda _: self._say_published())
        self._say_published()

    def _say_published(self) -> None:
        day = self.day.day()
        words = self.tr("{day}; by the published calendar: {sort}")
        sort = text(workday(day).key)
        self.published.setText(words.format(day=shown.day_and_weekday(day), sort=sort))


class CalendarDialog(ListDialog):
    """The days of a year that are not as their weekday says; deadlines everywhere follow them."""

    help_topic = "settings#calendar"
    watches = frozenset({Area.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, self._title(), self._columns(), parent, stretch=4)
        this = clock.today().year
        years = range(this + _YEARS_AHEAD, this - _YEARS_BACK - 1, -1)
        self.year = PickBox([Option(str(year), self.tr("Year {year}").format(year=year)) for year in years])
        self.year.choose(str(this))
        self.year.setAccessibleName(self.tr("Year"))
        words = self.tr(
            "Other days are as their weekday says. Deadlines of cases and returns, checks that are owed, "
            "Today and the working hours of texts follow this calendar."
        )
        self.finish(
            (
                Verb("add", self.tr("Set a day…"), Glyph.ADD, self._add, "Ctrl+N", self._may, Weight.PRIMARY),
                Verb("edit", self.tr("Change…"), Glyph.EDIT, self._edit, "F2", self._changeable),
                Verb("clear", self.tr("As published"), Glyph.ARROW_UNDO, self._clear, "Del", self._clearable),
            ),
            head=(across(self.year, None), label(words, Role.CAPTION, "muted", wrap=True)),
        )
        self.listing.opened.connect(lambda: self.verbs.trigger("edit"))
        self.year.currentIndexChanged.connect(lambda _: self.reload())
        usual_size(self, 860, 560)

    @override
    def reload(self) -> None:
        year, before = int(self.year.key()), self.row()
        found = workdays.lines(year)
        days = [line.sort.day for line in found]
        wanted = before.sort.day if before is not None else clock.today()
        at = next((at for at, day in enumerate(days) if day >= wanted), 0)
        empty = EmptyState(
            Glyph.CALENDAR_LTR,
            self.tr("No holiday is known of {year}").format(year=year),
            self.tr("Until the State Council publishes it, weekdays are worked. The office can set days."),
        )
        self.show_rows(found, at, empty)
        if workday(dt.date(year, 1, 1)).provisional:
            title = self.tr("The calendar of {year} is not published in this program").format(year=year)
            words = self.tr("Deadlines in it are provisional: Monday to Friday count as working days.")
            self.notice.show_banner(Banner("warn", title, words))
        else:
            self.notice.show_banner(None)

    def _title(self) -> str:
        return self.tr("Working days")

    def _columns(self) -> Sequence[Column[CalendarLine]]:
        return (
            Column(self.tr("Day"), 230, lambda line: Shown(shown.day_and_weekday(line.sort.day))),
            Column(self.tr("Works or off"), 110, self._sort),
            Column(self.tr("As published"), 190, lambda line: Shown(text(line.published.key))),
            Column(self.tr("Set by"), 110, self._setter),
            Column(self.tr("Why"), 160, lambda line: Shown(line.own.note if line.own else "")),
        )

    def _sort(self, line: CalendarLine) -> Shown:
        if line.sort.working:
            return Shown(self.tr("works"), State.IN_HAND)
        return Shown(self.tr("off"), State.NONE)

    def _setter(self, line: CalendarLine) -> Shown:
        if line.own is not None:
            return Shown(self.tr("the office"), State.CHANGED)
        return Shown(self.tr("State Council"))

    def _may(self) -> DeskError | None:
        return permissions.refusal(self.desk.actor, Permission.SETTINGS)

    def _changeable(self) -> DeskError | None:
        return self._may() or self.chosen()

    def _clearable(self) -> DeskError | None:
        refused = self._changeable()
        if refused is None and self.row().own is None:
            return NothingChosenError(what=self.tr("a day that the office has set"))
        return refused

    def _add(self) -> None:
        year, today = int(self.year.key()), clock.today()
        day = today if today.year == year else dt.date(year, 1, 1)
        self.open_form(self._form_of(day))

    def _edit(self) -> None:
        self.open_form(self._form_of(self.row().sort.day))

    def _form_of(self, day: dt.date) -> OwnDayForm:
        known = workdays.load().own

        def save(chosen: dt.date, working: bool, note: str) -> None:  # as the form tells it
            self._turn(chosen, known.get(chosen), (working, note))

        made = OwnDayForm(day, known.get(day), save, self)
        made.of_row("calendar_day", day.toordinal(), lambda: self._form_of(day))
        return made

    def _clear(self) -> None:
        own = self.row().own
        self.attempt(lambda: self._turn(own.day, own, None))

    def _turn(self, day: dt.date, before: OwnDay | None, wanted: tuple[bool, str] | None) -> None:
        """Write what the office says of a day, with the way back to what it said before."""
        actor, changes = self.desk.actor, self.desk.changes
        said = None if before is None else (before.working, before.note)
        stands = own_days.put(actor, day, wanted, over=before)

        def write(what: tuple[bool, str] | None) -> None:
            nonlocal stands
            stands = own_days.put(actor, day, what, over=stands)
            changes.tell(Area.SETTINGS)

        name = self.tr("Working day {day}").format(day=shown.day(day))
        self.desk.undo.push(Act(name, lambda: write(said), lambda: write(wanted)))
        changes.tell(Area.SETTINGS)
        self._show(day)

    def _show(self, day: dt.date) -> None:
        """Go to a day, of another year too."""
        self.year.choose(str(day.year))
        days = [line.sort.day for line in self.model.rows()]
        if day in days:
            self.listing.choose(days.index(day))
