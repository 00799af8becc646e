"""The ledger of departments: what each was given, and how it dealt with it, as counts and rates."""

import datetime as dt
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from peewee import Case as When
from peewee import fn

from xcdesk import clock
from xcdesk.codes import CallBack, CaseKind, CaseState
from xcdesk.models import Case, Unit
from xcdesk.services.cases.lights import Lights
from xcdesk.services.cases.rows import Light


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
    """What became of the cases that a unit was given in the span, as `CountingRule.LEDGER` tells it.

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


_SATISFIED = (CallBack.SATISFIED, CallBack.FAIRLY)
_REACHED = (*_SATISFIED, CallBack.DISSATISFIED)


def ledger(since: dt.date, until: dt.date, kinds: Iterable[CaseKind] = ()) -> Ledger:
    """Cases whose clock started in the span, by the unit that leads them now; no kinds mean all."""
    wanted = tuple(kinds)
    asked = Case.removed_at.is_null() & Case.dispatched_on.between(since, until)
    asked &= Case.state != CaseState.MERGED
    if wanted:
        asked &= Case.kind.in_(wanted)
    counted = [fn.SUM(When(None, [(condition, 1)], 0)) for condition in _conditions(Lights.now())]
    query: Any = Case.select(Case.unit, fn.COUNT(Case.id), *counted).where(asked).group_by(Case.unit)
    found = {unit: (count, *others) for unit, count, *others in query.tuples()}
    named: Any = Unit.select(Unit.id, Unit.name).order_by(Unit.position, Unit.id)
    rows = tuple(_row(unit, name, *found[unit]) for unit, name in named.tuples() if unit in found)
    return Ledger(since, until, wanted, rows, functools.reduce(_added, rows, _row(0, "", *[0] * 11)))


def month(day: dt.date | None = None, kinds: Iterable[CaseKind] = ()) -> Ledger:
    """The ledger of the month that holds ``day``."""
    return ledger(*clock.month_of(day or clock.today()), kinds)


def _conditions(lights: Lights) -> Sequence[Any]:
    """What is counted besides the cases themselves, in the order in which `_row` takes it."""
    overdue = lights.condition(Light.RED)
    return (
        Case.accepted_on.is_null(False),
        Case.state == CaseState.CLOSED,
        overdue,
        Case.timely,
        Case.timely.is_null(False) | overdue,
        Case.extensions > 0,
        Case.returns > 0,
        (Case.reopened > 0) | (Case.dissatisfied > 0),
        Case.called_back.in_(_SATISFIED),
        Case.called_back.in_(_REACHED),
    )


def _row(unit: int, name: str, count: int, *counted: int) -> LedgerRow:
    accepted, closed, overdue, on_time, timed, extended, returned, again, satisfied, reached = counted
    return LedgerRow(
        unit_id=unit,
        unit=name,
        dispatched=count,
        accepted=accepted,
        closed=closed,
        open=count - closed,
        overdue=overdue,
        on_time=Rate(on_time, timed),
        extended=Rate(extended, count),
        returned=Rate(returned, count),
        reopened=Rate(again, count),
        satisfied=Rate(satisfied, reached),
    )


def _added(total: LedgerRow, row: LedgerRow) -> LedgerRow:
    """Counts and rates of two lines added up."""
    names = [field.name for field in fields(LedgerRow) if field.name not in {"unit_id", "unit"}]
    return replace(total, **{name: getattr(total, name) + getattr(row, name) for name in names})
