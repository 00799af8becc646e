"""What must be done now: what outlets owe, texts to sign, returns not come, pace, open matters."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xcdesk import clock
from xcdesk.codes import QuotaSubject
from xcdesk.services import approvals, cases
from xcdesk.services.approvals import MaterialRow
from xcdesk.services.cases import CaseFilter, CaseRow, Light
from xcdesk.services.due import matters, noted_calls
from xcdesk.services.due.matters import MatterRow
from xcdesk.services.due.noted_calls import CallRow
from xcdesk.services.due.owed import Owed, owed_of
from xcdesk.services.office import drafts
from xcdesk.services.office.drafts import KeptDraft
from xcdesk.services.record.actor import Actor
from xcdesk.services.returns import returns_status
from xcdesk.services.returns.returns_status import MonthStatus
from xcdesk.services.roster.outlets import OutletRow, outlets
from xcdesk.services.targets import advert_weeks, quotas
from xcdesk.services.targets.advert_weeks import AdvertWeek
from xcdesk.services.targets.quotas import QuotaRow

_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class AdvertsOwed:
    """An outlet that is short of the advertisement plan; ``weeks`` are last week and this, the short ones."""

    outlet: OutletRow
    weeks: tuple[AdvertWeek, ...]


@dataclass(frozen=True, slots=True)
class Today(Owed):
    """Everything on the page Today.

    Attributes:
        waiting: materials that wait for the actor, each with the reason, the first needed first.
        returns: who has sent the return for the month before.
        external: yearly quotas of external publicity with their pace.
        interviews: the quota of interviews, or None where there is none.
        matters: what stays in sight until it is resolved.
        cases: follow-up cases that turn red today or tomorrow, as `turning_red` tells.
        unsaved: what the actor typed and never saved, the latest first.
        overdue: how many cases are overdue in all, of the ``open_cases``.
        adverts: outlets that ran fewer advertisements than planned last week or this; None without a plan.
        advert_calls: the latest call to an outlet about these, by its id.
    """

    waiting: tuple[MaterialRow, ...]
    returns: MonthStatus
    external: tuple[QuotaRow, ...]
    interviews: QuotaRow | None
    matters: tuple[MatterRow, ...]
    cases: tuple[CaseRow, ...] = ()
    unsaved: tuple[KeptDraft, ...] = ()
    overdue: int = 0
    open_cases: int = 0
    adverts: tuple[AdvertsOwed, ...] | None = None
    advert_calls: Mapping[int, CallRow] = field(default_factory=dict)

    @property
    def unchecked(self) -> tuple[MatterRow, ...]:
        """What was issued first and still owes its check, whoever looks."""
        return tuple(row for row in self.matters if row.owes_check)


def today(actor: Actor) -> Today:
    """The state of things on this day, as ``actor`` sees it."""
    day = clock.today()
    roster = outlets(everyone=True, on=day)
    rows = quotas.quotas_on(day, known=roster)
    first = owed_of(day, rows, roster)
    return Today(
        day=day,
        workday=first.workday,
        listed=first.listed,
        asked=first.asked,
        due=first.due,
        silent=first.silent,
        contributions=first.contributions,
        days_left=first.days_left,
        day_calls=first.day_calls,
        week_calls=first.week_calls,
        waiting=approvals.waiting_for(actor),
        returns=returns_status.status(returns_status.due_month(day), day),
        external=tuple(row for row in rows if row.pace is not None),
        interviews=next((row for row in rows if row.subject == QuotaSubject.INTERVIEWS), None),
        matters=matters.open_matters(day),
        unsaved=drafts.kept(actor),
        cases=cases.turning_red(day),
        overdue=cases.count(CaseFilter(lights=(Light.RED,))),
        open_cases=cases.count(CaseFilter(open=True)),
        adverts=_adverts(day, roster),
        advert_calls=noted_calls.latest(QuotaSubject.ADVERTISEMENTS, *clock.week_of(day)),
    )


def _adverts(day: dt.date, roster: Sequence[OutletRow]) -> tuple[AdvertsOwed, ...] | None:
    monday = clock.week_of(day)[0]
    weeks = advert_weeks.weeks(monday - _WEEK, day)
    if not weeks:
        return None
    short: dict[int, list[AdvertWeek]] = {}
    for week in weeks:
        if week.short:
            short.setdefault(week.outlet_id, []).append(week)
    return tuple(AdvertsOwed(row, tuple(short[row.id])) for row in roster if row.id in short)
