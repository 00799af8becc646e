"""The ledger of departments: what each was given, and how it dealt with it, as counts and rates."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk import clock
from xcdesk.codes import CallBack, CaseKind, CaseState
from xcdesk.models import Case, Unit
from xcdesk.services.cases.lights import Lights
from xcdesk.services.cases.rows import Light
from xcdesk.wording import Label

RULE = Label("case.ledger.rule")
"""The counting rule; it stands under every ledger, on the screen and on paper."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many; of none there is no percentage."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """Per cent to one place; None of nothing."""
        return round(100 * self.part / self.whole, 1) if self.whole else None

    def __add__(self, other: "Rate") -> "Rate":
        """Parts and wholes added up; percentages are never averaged."""
        return Rate(self.part + other.part, self.whole + other.whole)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What became of the cases that a unit was given in the span, as `RULE` counts them.

    Attributes:
        unit_id, unit: 0 and "" for the line of totals.
        dispatched: cases; ``accepted`` of these signed for, ``closed`` over, ``open`` still running.
        overdue: of those open, past their day.
        on_time: closed in time, of those closed with a day and those overdue.
        extended, returned, reopened: cases that were so at least once, of those dispatched.
        satisfied: called back and satisfied or fairly so, of those who were reached.
    """

    unit_id: int
    unit: str
    dispatched: int
    accepted: int
    closed: int
    open: int
    overdue: int
    on_time: Rate
    extended: Rate
    returned: Rate
    reopened: Rate
    satisfied: Rate


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of a span: units in the order of the roster, those without cases left out, and totals."""

    since: dt.date
    until: dt.date
    kinds: tuple[CaseKind, ...]
    rows: tuple[LedgerRow, ...]
    total: LedgerRow
    rule: Label = RULE


_SATISFIED = (CallBack.SATISFIED, CallBack.FAIRLY)
_REACHED = (*_SATISFIED, CallBack.DISSATISFIED)
_FIELDS = (
    Case.unit, Case.kind, Case.state, Case.accepted_on, Case.due, Case.answered_on, Case.extensions,
    Case.returns, Case.reopened, Case.dissatisfied, Case.called_back, Case.timely, Case.round,
)  # fmt: skip


def ledger(since: dt.date, until: dt.date, kinds: Iterable[CaseKind] = ()) -> Ledger:
    """Cases whose clock started in the span, by the unit that leads them now; no kinds mean all."""
    wanted = tuple(kinds)
    asked = Case.removed_at.is_null() & Case.dispatched_on.between(since, until)
    asked &= Case.state != CaseState.MERGED
    if wanted:
        asked &= Case.kind.in_(wanted)
    lights = Lights.now()
    by_unit: dict[int, list[Any]] = {}
    for case in Case.select(*_FIELDS).where(asked):
        by_unit.setdefault(case.unit_id, []).append(case)
    names: Mapping[int, str] = {unit.id: unit.name for unit in Unit.select().order_by(Unit.position, Unit.id)}
    rows = tuple(_row(unit, names[unit], by_unit[unit], lights) for unit in names if unit in by_unit)
    everything = [case for found in by_unit.values() for case in found]
    return Ledger(since, until, wanted, rows, _row(0, "", everything, lights))


def month(day: dt.date | None = None, kinds: Iterable[CaseKind] = ()) -> Ledger:
    """The ledger of the month that holds ``day``."""
    return ledger(*clock.month_of(day or clock.today()), kinds)


def _row(unit: int, name: str, cases: Sequence[Any], lights: Lights) -> LedgerRow:
    count = len(cases)
    closed = [case for case in cases if case.state == CaseState.CLOSED]
    running = [case for case in cases if case.state != CaseState.CLOSED]
    overdue = sum(lights.light(case) == Light.RED for case in running)
    timed = [case.timely for case in cases if case.timely is not None]
    reached = [case for case in cases if case.called_back in _REACHED]
    return LedgerRow(
        unit_id=unit,
        unit=name,
        dispatched=count,
        accepted=sum(case.accepted_on is not None for case in cases),
        closed=len(closed),
        open=len(running),
        overdue=overdue,
        on_time=Rate(sum(timed), len(timed) + _red_anew(running, lights)),
        extended=Rate(sum(case.extensions > 0 for case in cases), count),
        returned=Rate(sum(case.returns > 0 for case in cases), count),
        reopened=Rate(sum(case.reopened > 0 or case.dissatisfied > 0 for case in cases), count),
        satisfied=Rate(sum(case.called_back in _SATISFIED for case in reached), len(reached)),
    )


def _red_anew(running: Sequence[Any], lights: Lights) -> int:
    """Overdue cases whose timeliness is not frozen yet: each case counts once."""
    return sum(lights.light(case) == Light.RED and case.timely is None for case in running)
