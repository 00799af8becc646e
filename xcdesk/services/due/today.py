"""What must be done now: silent outlets, contributions owed, texts to sign, returns not come, pace."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.codes import QuotaSubject
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialRow
from xcdesk.services.counts import sums
from xcdesk.services.due import calls, matters
from xcdesk.services.due.calls import CallRow
from xcdesk.services.due.matters import MatterRow
from xcdesk.services.grid import matrix
from xcdesk.services.grid.matrix import CellState, MatrixCell
from xcdesk.services.office.calendar import Workday, workday, working_days
from xcdesk.services.record.actor import Actor
from xcdesk.services.returns import returns_status
from xcdesk.services.returns.returns_status import MonthStatus
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.targets import quotas
from xcdesk.services.targets.quotas import QuotaRow


@dataclass(frozen=True, slots=True)
class SilentOutlet:
    """An outlet that owes something today and has run nothing, or has said why not (state none)."""

    outlet: OutletRow
    cell: MatrixCell
    last_seen: dt.date | None


@dataclass(frozen=True, slots=True)
class Today:
    """Everything on the page Today.

    Attributes:
        day: which day it is, and ``workday`` what sort.
        due: outlets that owe something today; ``silent`` are those that have not run it, open ones first.
        contributions: weekly quotas not met yet; ``days_left`` are the working days left in the week.
        waiting: materials in review at a step of the actor's role, the first needed first.
        returns: who has sent the return for the month before.
        external: yearly quotas of external publicity with their pace.
        interviews: the quota of interviews, or None where there is none.
        day_calls, week_calls: the latest call to an outlet about today, and about this week, by its id.
        matters: what stays in sight until it is resolved.
    """

    day: dt.date
    workday: Workday
    due: int
    silent: tuple[SilentOutlet, ...]
    contributions: tuple[QuotaRow, ...]
    days_left: int
    waiting: tuple[MaterialRow, ...]
    returns: MonthStatus
    external: tuple[QuotaRow, ...]
    interviews: QuotaRow | None
    day_calls: Mapping[int, CallRow]
    week_calls: Mapping[int, CallRow]
    matters: tuple[MatterRow, ...]


def today(actor: Actor) -> Today:
    """The state of things on this day, as ``actor`` sees it."""
    day = clock.today()
    rows = quotas.quotas_on(day)
    due = [row.outlet for row in rows if row.subject == QuotaSubject.ITEMS and row.minimum and row.outlet]
    return Today(
        day=day,
        workday=workday(day),
        due=len(due),
        silent=_silent(day, {outlet.id for outlet in due}),
        contributions=tuple(row for row in rows if row.subject == QuotaSubject.CONTRIBUTIONS and not row.met),
        days_left=working_days(day, clock.week_of(day)[1]),
        waiting=approvals.waiting_for(actor),
        returns=returns_status.status(returns_status.due_month(day), day),
        external=tuple(row for row in rows if row.pace is not None),
        interviews=next((row for row in rows if row.subject == QuotaSubject.INTERVIEWS), None),
        day_calls=calls.latest(QuotaSubject.ITEMS, day, day),
        week_calls=calls.latest(QuotaSubject.CONTRIBUTIONS, *clock.week_of(day)),
        matters=matters.open_matters(day),
    )


def _silent(day: dt.date, due: set[int]) -> tuple[SilentOutlet, ...]:
    rows = [row for row in matrix.matrix(day, day).rows if row.outlet.id in due]
    quiet = [row for row in rows if row.cells[0].state != CellState.COUNT]
    seen = sums.last_days(day)
    found = [SilentOutlet(row.outlet, row.cells[0], seen.get(row.outlet.id)) for row in quiet]
    order = {CellState.OPEN: 0, CellState.NONE: 1}
    return tuple(sorted(found, key=lambda one: (order.get(one.cell.state, 2), not one.cell.late)))
