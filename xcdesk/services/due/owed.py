"""What outlets owe now: nothing run today, and contributions of the week that have not come."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.codes import QuotaSubject
from xcdesk.services.counts import sums
from xcdesk.services.due import noted_calls
from xcdesk.services.due.noted_calls import CallRow
from xcdesk.services.grid import matrix
from xcdesk.services.grid.matrix import CellState, MatrixCell
from xcdesk.services.office import workdays
from xcdesk.services.office.calendar import Workday
from xcdesk.services.roster.outlets import OutletRow, outlets
from xcdesk.services.targets import quotas
from xcdesk.services.targets.quotas import QuotaRow

SUBJECTS = frozenset({QuotaSubject.ITEMS, QuotaSubject.CONTRIBUTIONS})
"""What outlets are phoned about."""


@dataclass(frozen=True, slots=True)
class SilentOutlet:
    """An outlet that owes something today and has run nothing, or has said why not (state none)."""

    outlet: OutletRow
    cell: MatrixCell
    last_seen: dt.date | None


@dataclass(frozen=True, slots=True)
class Owed:
    """What outlets owe.

    Attributes:
        day: which day it is, and ``workday`` what sort.
        listed: whether any outlet is on the roster; ``asked`` is what outlets are asked for at all.
        due: outlets that owe something today; ``silent`` are those that have not run it, open ones first.
        contributions: weekly quotas not met yet; ``days_left`` are the working days left in the week.
        day_calls, week_calls: the latest call to an outlet about today, and about this week, by its id.
    """

    day: dt.date
    workday: Workday
    listed: bool
    asked: frozenset[QuotaSubject]
    due: int
    silent: tuple[SilentOutlet, ...]
    contributions: tuple[QuotaRow, ...]
    days_left: int
    day_calls: Mapping[int, CallRow]
    week_calls: Mapping[int, CallRow]


def owed() -> Owed:
    """What outlets owe on this day: the part of `today` that is read, and shown, before all else."""
    day = clock.today()
    roster = outlets(everyone=True, on=day)
    return owed_of(day, quotas.quotas_on(day, SUBJECTS, roster), roster)


def owed_of(day: dt.date, rows: Sequence[QuotaRow], roster: Sequence[OutletRow]) -> Owed:
    """What outlets owe on ``day``, from the quotas and all outlets of that day."""
    due = [row.outlet for row in rows if row.subject == QuotaSubject.ITEMS and row.minimum and row.outlet]
    calendar = workdays.load()
    return Owed(
        day=day,
        workday=calendar.workday(day),
        listed=any(outlet.active for outlet in roster),
        asked=frozenset(row.subject for row in rows if row.outlet is not None),
        due=len(due),
        silent=_silent(day, {outlet.id for outlet in due}, roster),
        contributions=tuple(row for row in rows if row.subject == QuotaSubject.CONTRIBUTIONS and not row.met),
        days_left=calendar.within(day, clock.week_of(day)[1]),
        day_calls=noted_calls.latest(QuotaSubject.ITEMS, day, day),
        week_calls=noted_calls.latest(QuotaSubject.CONTRIBUTIONS, *clock.week_of(day)),
    )


def _silent(day: dt.date, due: set[int], roster: Sequence[OutletRow]) -> tuple[SilentOutlet, ...]:
    rows = [row for row in matrix.matrix(day, day, roster).rows if row.outlet.id in due]
    quiet = [row for row in rows if row.cells[0].state != CellState.COUNT]
    seen = sums.last_days(day) if quiet else {}
    found = [SilentOutlet(row.outlet, row.cells[0], seen.get(row.outlet.id)) for row in quiet]
    order = {CellState.OPEN: 0, CellState.NONE: 1}
    return tuple(sorted(found, key=lambda one: (order.get(one.cell.state, 2), not one.cell.late)))
