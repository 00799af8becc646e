"""Accepted contributions week by week, against what each outlet owes."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xcdesk import clock
from xcdesk.codes import ContributionState, QuotaSubject
from xcdesk.models import Contribution, Outlet
from xcdesk.services.targets import in_force
from xcdesk.services.targets.in_force import QuotaVersion


@dataclass(frozen=True, slots=True)
class WeekCount:
    """What an outlet that owes contributions had accepted in one ISO week, and how many it owes."""

    outlet: str
    monday: dt.date
    done: int
    minimum: int

    @property
    def met(self) -> bool:
        """Whether the quota of the week is met."""
        return self.done >= self.minimum


class Accepted(NamedTuple):
    """One accepted contribution: the outlet it came from, None for a unit's, and the day it was received."""

    outlet_id: int | None
    received_on: dt.date


def week_counts(since: dt.date, until: dt.date) -> tuple[WeekCount, ...]:
    """Accepted contributions of each outlet that owes some, for each ISO week that starts in the period.

    They are counted in the week in which they were received, whenever the issue went out. A week is judged
    by what the quota asks on its Sunday. Outlets come in the order of the roster, their weeks in turn.
    """
    first, _ = clock.week_of(since)
    start = first if first == since else first + dt.timedelta(days=7)
    mondays = [start + dt.timedelta(days=7 * number) for number in range((until - start).days // 7 + 1)]
    found = accepted(start, until + dt.timedelta(days=6))
    done = Counter((one.outlet_id, clock.week_of(one.received_on)[0]) for one in found)
    versions = in_force.versions()
    owing = {monday: _owing(monday + dt.timedelta(days=6), versions) for monday in mondays}
    return tuple(
        WeekCount(outlet.name, monday, done[outlet.id, monday], owing[monday][outlet.id])
        for outlet in Outlet.select().where(Outlet.active).order_by(Outlet.position, Outlet.id)
        for monday in mondays
        if outlet.id in owing[monday]
    )


def accepted(since: dt.date, until: dt.date) -> tuple[Accepted, ...]:
    """What was accepted, by the day of receipt, whenever the issue went out; every count starts from here."""
    query = Contribution.select(Contribution.outlet, Contribution.received_on).where(
        Contribution.state == ContributionState.ACCEPTED, Contribution.received_on.between(since, until)
    )
    found: Iterable[tuple[int | None, dt.date]] = query.tuples().execute()
    return tuple(Accepted(outlet, day) for outlet, day in found)


def _owing(on: dt.date, versions: Sequence[QuotaVersion]) -> Mapping[int, int]:
    """How many contributions a week each outlet owes on a day."""
    return {
        outlet: quota.terms.minimum
        for quota in versions
        if quota.terms.subject == QuotaSubject.CONTRIBUTIONS and quota.holds_on(on)
        for outlet in quota.outlets_on(on)
    }
