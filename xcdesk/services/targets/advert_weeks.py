"""Advertisements as planned against those that ran, week by week, as the log counts them.

The rule: what ran are the placements of the form public-service advertisement; slots of one outlet are not
told apart. A line of the plan that holds for a part of a week asks for its share, rounded up.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.office.printed import label
from xcdesk.services.targets import adverts
from xcdesk.services.targets.adverts import FORM

_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class AdvertWeek:
    """What an outlet was to run in one ISO week and what it ran, in airings or insertions."""

    outlet_id: int
    outlet: str
    monday: dt.date
    planned: int
    ran: int

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(0, self.planned - self.ran)

    @property
    def met(self) -> bool:
        """Whether the week ran as planned."""
        return self.short == 0

    @property
    def behind(self) -> ItemFilter:
        """The rows of the log that were counted."""
        sunday = clock.week_of(self.monday)[1]
        return ItemFilter(since=self.monday, until=sunday, outlet_ids=(self.outlet_id,), forms=(FORM,))


def weeks(since: dt.date, until: dt.date) -> tuple[AdvertWeek, ...]:
    """Every whole ISO week that has a day in the period, outlets that owe something in it.

    Outlets come in the order of the roster, their weeks in turn.
    """
    first, last = clock.week_of(since)[0], clock.week_of(until)[1]
    plan = adverts.between(first, last)
    if not plan:
        return ()
    names = {row.outlet_id: row.outlet for row in plan}
    ran = _ran(first, last, tuple(names))
    found = []
    for outlet, name in names.items():
        for monday in _mondays(first, last):
            sunday = clock.week_of(monday)[1]
            planned = sum(row.asked(monday, sunday) for row in plan if row.outlet_id == outlet)
            if planned:
                found.append(AdvertWeek(outlet, name, monday, planned, ran.get((outlet, monday), 0)))
    return tuple(found)


def chase_text(weeks: Sequence[AdvertWeek]) -> str:
    """A polite text to outlets that ran less than planned, in Chinese, a paragraph for each of them."""
    found: dict[str, list[str]] = {}
    for week in weeks:
        number = week.monday.isocalendar().week
        told = label("advert.chase_week", week=number, planned=week.planned, ran=week.ran, short=week.short)
        found.setdefault(week.outlet, []).append(told)
    comma = label("advert.chase_and")
    lines = (label("advert.chase", outlet=name, weeks=comma.join(told)) for name, told in found.items())
    return "\n".join(lines)


def _mondays(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + number * _WEEK for number in range((last - first).days // _WEEK.days + 1)]


def _ran(since: dt.date, until: dt.date, outlets: tuple[int, ...]) -> Mapping[tuple[int, dt.date], int]:
    within = ItemFilter(outlet_ids=outlets, forms=(FORM,))
    found: defaultdict[tuple[int, dt.date], int] = defaultdict(int)
    for row in counting.tally(since, until, (TallyKey.OUTLET, TallyKey.WEEK), within).rows:
        outlet, week = (value.value for value in row.values)
        found[int(outlet or 0), clock.parse_week(str(week))] += row.placements
    return found
