"""The advertisement plan as a list: what is planned, what ran in the period, what is amiss."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.pages.counted_by import rule_label
from ui.pages.coverage.trackers.view import TrackerView
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import FilterChip, StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, line
from xcdesk import clock
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.services.targets import advert_weeks, adverts
from xcdesk.services.targets.advert_weeks import AdvertWeek
from xcdesk.services.targets.adverts import AdvertRow
from xcdesk.services.trackers import tracker_prints

translate = QCoreApplication.translate

_TEXT = 5
"""Place of the column that takes the room left over."""


class AdvertsView(TrackerView[AdvertRow]):
    """In the order of the roster; chips narrow the lines to outlets that run short, or to what is amiss."""

    def __init__(self) -> None:
        super().__init__()
        self.only_short = FilterChip(self.tr("Short of plan"))
        self.only_faulty = FilterChip(self.tr("To mend"))
        self._weeks: Mapping[int, Sequence[AdvertWeek]] = {}
        chips = (self.only_short, self.only_faulty)
        self.put(self.tr("Advertisement plan"), self._columns(), chips, (*chips, None), stretch=_TEXT)

    @override
    def add_word(self) -> str:
        return self.tr("Plan an advertisement")

    @override
    def read(self) -> Sequence[AdvertRow]:
        found: dict[int, list[AdvertWeek]] = {}
        for week in advert_weeks.weeks(*self.period):
            found.setdefault(week.outlet_id, []).append(week)
        self._weeks = found
        return adverts.between(*self.period)

    @override
    def count(self, everyone: Sequence[AdvertRow]) -> None:
        self.only_short.set_count(sum(self._is_short(row) for row in everyone))
        self.only_faulty.set_count(sum(bool(row.faults) for row in everyone))

    @override
    def shows(self, row: AdvertRow) -> bool:
        return (
            (self._is_short(row) or not self.only_short.isChecked())
            and (bool(row.faults) or not self.only_faulty.isChecked())
            and self.matches((row.outlet, row.slot, row.material, row.wording, row.note))
        )

    @override
    def nothing_yet(self) -> EmptyState:
        words = self.tr(
            "What each outlet is to run, in which slot and how often a week, stands here beside what ran. "
            "Plan the first advertisement of this period, or look at another period."
        )
        return self.empty(Glyph.MEGAPHONE, self.tr("No advertisement is planned"), words)

    @override
    def parts(self, row: AdvertRow) -> Sequence[Item]:
        state = self._state(row)
        chip = across(StateChip(state.state or State.NOT_YET, state.text), None)
        faults = "；".join(text(f"advert.fault.{fault.value}") for fault in row.faults)
        banner = (Banner("warn", text("advert.fault.title"), faults),) if faults else ()
        return (chip, *banner, field_grid(_fields(row)), line(), *self._week_parts(row))

    @override
    def sheet(self) -> Printout:
        return tracker_prints.advert_sheet(*self.period)

    def weeks_of(self, row: AdvertRow) -> Sequence[AdvertWeek]:
        """The weeks of the period for the outlet of a line."""
        return self._weeks.get(row.outlet_id, ())

    def short(self) -> Sequence[AdvertWeek]:
        """Weeks of the period, the one in hand last, in which an outlet ran less than planned."""
        today = clock.today()
        weeks = [week for found in self._weeks.values() for week in found]
        return [week for week in weeks if week.short and week.monday <= today]

    def _week_parts(self, row: AdvertRow) -> Sequence[Item]:
        """Week by week what the outlet ran; a click opens the reports behind it."""
        weeks = self.weeks_of(row)
        if not weeks:
            return ()
        head = label(self.tr("{outlet} week by week").format(outlet=row.outlet), Role.HEADING, wrap=True)
        return (
            head,
            *(self._week_line(week) for week in weeks),
            rule_label(CountingRule.ADVERTS),
        )

    def _week_line(self, week: AdvertWeek) -> Item:
        words = self.tr("{week}: {ran} of {planned}")
        name = words.format(week=shown.week(week.monday), ran=week.ran, planned=week.planned)
        way = button(name, None, Kind.LINK, lambda: self.asked.emit("advert_reports", week))
        return across(way, None, StateChip(*_week_state(week)))

    def _columns(self) -> Sequence[Column[AdvertRow]]:
        return (
            Column(translate("trackers", "Outlet"), 140, lambda row: Shown(row.outlet)),
            Column(translate("trackers", "Slot"), 124, lambda row: Shown(row.slot)),
            Column(translate("trackers", "A week"), 72, lambda row: Shown(str(row.per_week)), figures=True),
            Column(translate("trackers", "From"), 92, lambda row: Shown(shown.day(row.since))),
            Column(translate("trackers", "Until"), 92, _until),
            Column(translate("trackers", "Text"), 160, _text),
            Column(translate("trackers", "Ran / planned"), 104, self._ran, figures=True),
            Column(translate("trackers", "State"), 136, self._state),
        )

    def _ran(self, row: AdvertRow) -> Shown:
        """All of the outlet in the weeks begun so far: slots are not told apart."""
        weeks = [week for week in self.weeks_of(row) if week.monday <= clock.today()]
        planned = sum(week.planned for week in weeks)
        return Shown(f"{sum(week.ran for week in weeks)} / {planned}" if weeks else "")

    def _is_short(self, row: AdvertRow) -> bool:
        return any(week.short and week.monday <= clock.today() for week in self.weeks_of(row))

    def _state(self, row: AdvertRow) -> Shown:
        over = [week for week in self.weeks_of(row) if week.short and _is_over(week)]
        if over:
            missing = sum(week.short for week in over)
            return Shown(text("advert.short", count=missing), State.LATE)
        if self._is_short(row):
            left = sum(week.short for week in self.weeks_of(row) if week.monday <= clock.today())
            return Shown(text("advert.so_far", count=left), State.IN_HAND)
        begun = any(week.monday <= clock.today() for week in self.weeks_of(row))
        return Shown(text("advert.met"), State.DONE) if begun else Shown(_not_begun(), State.NOT_YET)


def _not_begun() -> str:
    return translate("trackers", "not begun")


def _text(row: AdvertRow) -> Shown:
    """What runs; what is amiss with it is a chip in this very cell."""
    if row.faults:
        return Shown(text(f"advert.fault.{row.faults[0].value}"), State.SOON)
    return Shown(row.material or row.wording)


def _until(row: AdvertRow) -> Shown:
    return Shown("" if row.until is None else shown.day(row.until))


def _is_over(week: AdvertWeek) -> bool:
    return clock.week_of(week.monday)[1] < clock.today()


def _week_state(week: AdvertWeek) -> tuple[State, str]:
    if week.monday > clock.today():
        return State.NOT_YET, _not_begun()
    if week.met:
        return State.DONE, text("advert.met")
    if _is_over(week):
        return State.LATE, text("advert.short", count=week.short)
    return State.IN_HAND, text("advert.so_far", count=week.short)


def _fields(row: AdvertRow) -> Sequence[Field]:
    until = translate("trackers", "as long as the campaign") if row.until is None else shown.day(row.until)
    words = translate("trackers", "{since} to {until}").format(since=shown.day(row.since), until=until)
    signed = translate("trackers", "“{title}”, signed off").format(title=row.material)
    fields = (
        Field(translate("trackers", "A week"), shown.count(row.per_week, "placements")),
        Field(translate("trackers", "Days"), words),
        Field(translate("trackers", "Text"), signed if row.material else row.wording),
        Field(translate("trackers", "Hotline"), row.hotline),
        Field(translate("trackers", "Note"), row.note),
    )
    return [field for field in fields if field.value]
