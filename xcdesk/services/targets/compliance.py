"""Who met the weekly quota of the internal reference in which weeks of a year."""

import datetime as dt
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.services.office import beginning
from xcdesk.services.targets import weekly
from xcdesk.services.targets.weekly import WeekCount

_SUNDAY = dt.timedelta(days=6)


@dataclass(frozen=True, slots=True)
class OutletYear:
    """One outlet over a year: its weeks in turn, those alone in which it owed something.

    ``today`` parts the weeks that are over from the one in hand, which is met or still open.
    """

    outlet: str
    weeks: tuple[WeekCount, ...]
    today: dt.date

    @property
    def met(self) -> int:
        """Weeks in which the quota was met."""
        return sum(1 for week in self.weeks if week.met)

    @property
    def missed(self) -> tuple[WeekCount, ...]:
        """Weeks that are over and in which it was not met."""
        return tuple(week for week in self.weeks if not week.met and week.monday + _SUNDAY < self.today)

    @property
    def judged(self) -> int:
        """Weeks that count: met, or over."""
        return self.met + len(self.missed)


@dataclass(frozen=True, slots=True)
class Compliance:
    """The ISO weeks of a year up to the one in hand, and every outlet in the order of the roster."""

    year: int
    mondays: tuple[dt.date, ...]
    rows: tuple[OutletYear, ...]


def compliance(year: int) -> Compliance:
    """Weeks met and missed in an ISO year; those still to come or before the founding are left out."""
    today = clock.today()
    first = dt.date.fromisocalendar(year, 1, 1)
    last = min(clock.week_of(dt.date(year, 12, 28))[0], clock.week_of(today)[0])
    founded = beginning.founded_on()
    if founded is not None:
        first = max(first, clock.week_of(founded)[0])
    if last < first:
        return Compliance(year, (), ())
    counts = weekly.week_counts(first, last)
    by_outlet: dict[str, list[WeekCount]] = {}
    for count in counts:
        by_outlet.setdefault(count.outlet, []).append(count)
    weeks = (last - first).days // 7 + 1
    return Compliance(
        year,
        tuple(first + dt.timedelta(days=7 * number) for number in range(weeks)),
        tuple(OutletYear(outlet, tuple(found), today) for outlet, found in by_outlet.items()),
    )
