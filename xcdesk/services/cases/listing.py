"""Which cases there are: filtered, in order, in pages, and counted by state and unit."""

import datetime as dt
import functools
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from peewee import JOIN, fn
from peewee import Case as When

from xcdesk import clock
from xcdesk.codes import CaseKind, CaseResult, CaseState
from xcdesk.models import Case, CaseUnit, Unit
from xcdesk.services.cases import facts
from xcdesk.services.cases.lights import CLOCKED, Lights
from xcdesk.services.cases.rows import OPEN, CaseRow, Light
from xcdesk.services.office import workdays
from xcdesk.services.search import matching

PAGE = 60
"""Cases that are read at once: some screens full of them."""


class CaseOrder(StrEnum):
    """Which cases come first: due soonest, registered last, or by unit as the roster has them."""

    DUE = "due"
    NEWEST = "newest"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases are wanted; what is left out asks nothing.

    Attributes:
        kinds, states, lights: any of these; empty for all.
        unit: row of the unit that leads or helps.
        open: only those that are not over.
        search: words that the texts, the unit's name or the number holds.
        since, until: first and last day of receipt.
        due_until: due on that day at the latest.
        waiting_for_head: a leader has to decide on a return or an extension.
    """

    kinds: tuple[CaseKind, ...] = ()
    states: tuple[CaseState, ...] = ()
    lights: tuple[Light, ...] = ()
    unit: int | None = None
    open: bool = False
    important: bool = False
    search: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    due_until: dt.date | None = None
    waiting_for_head: bool = False
    result: CaseResult | None = None


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many cases stand in a state, and how many of these are red."""

    state: CaseState
    count: int
    red: int


_ORDERS: Mapping[CaseOrder, tuple[Any, ...]] = {
    CaseOrder.DUE: (Case.due.asc(nulls="last"), Case.id.desc()),
    CaseOrder.NEWEST: (Case.id.desc(),),
    CaseOrder.UNIT: (Unit.position, Unit.id, Case.due.asc(nulls="last"), Case.id.desc()),
}


def page(
    wanted: CaseFilter | None = None,
    order: CaseOrder = CaseOrder.DUE,
    *,
    after: int = 0,
    limit: int = PAGE,
) -> tuple[CaseRow, ...]:
    """The cases asked for, from line ``after`` on."""
    lights = Lights.now()
    query: Any = Case.select(Case.id).join(Unit, JOIN.LEFT_OUTER)
    query = query.where(_condition(wanted or CaseFilter(), lights)).order_by(*_ORDERS[order])
    places = {case: place for place, (case,) in enumerate(query.limit(limit).offset(after).tuples())}
    found = facts.rows(facts.listed().where(Case.id.in_(list(places))), lights) if places else ()
    return tuple(sorted(found, key=lambda row: places[row.id]))


def every(wanted: CaseFilter, order: CaseOrder = CaseOrder.NEWEST) -> tuple[CaseRow, ...]:
    """All the cases asked for: what a list that comes in is compared with, or a form holds."""
    lights = Lights.now()
    return facts.rows(facts.listed().where(_condition(wanted, lights)).order_by(*_ORDERS[order]), lights)


def count(wanted: CaseFilter | None = None) -> int:
    """How many cases are asked for."""
    query = Case.select(fn.COUNT(Case.id)).join(Unit, JOIN.LEFT_OUTER)
    return int(query.where(_condition(wanted or CaseFilter(), Lights.now())).scalar())


def by_state(wanted: CaseFilter | None = None) -> tuple[StateCount, ...]:
    """How the cases asked for stand, in the order of the board; states without any are there with 0."""
    lights = Lights.now()
    red = fn.SUM(When(None, [(lights.condition(Light.RED), 1)], 0))
    query: Any = Case.select(Case.state, fn.COUNT(Case.id), red).join(Unit, JOIN.LEFT_OUTER)
    query = query.where(_condition(wanted or CaseFilter(), lights)).group_by(Case.state)
    counted = {CaseState(state): numbers for state, *numbers in query.tuples()}
    return tuple(StateCount(state, *counted.get(state, (0, 0))) for state in CaseState)


def by_unit(wanted: CaseFilter | None = None) -> Mapping[int, int]:
    """How many of the cases asked for each unit leads; a unit without any is not named."""
    query: Any = Case.select(Case.unit, fn.COUNT(Case.id)).join(Unit, JOIN.LEFT_OUTER)
    asked = _condition(wanted or CaseFilter(), Lights.now())
    return dict(query.where(asked).group_by(Case.unit).tuples())


def turning_red(day: dt.date | None = None) -> tuple[CaseRow, ...]:
    """Cases that turn red on ``day`` or on the next: due since the last working day before it, up to it.

    What was due on a Friday is told on the Saturday, the Sunday and the Monday; what is longer overdue is
    in every list, and not here.
    """
    day = day or clock.today()
    last = workdays.load().before(day)
    running = Case.state.in_(CLOCKED) & Case.removed_at.is_null() & Case.due.between(last, day)
    return facts.rows(facts.listed().where(running).order_by(Case.due, Case.important.desc(), Case.id))


def _condition(wanted: CaseFilter, lights: Lights) -> Any:
    found = _in_time(Case.removed_at.is_null(), wanted) & _holds(wanted.search)
    if wanted.kinds:
        found &= Case.kind.in_(wanted.kinds)
    if wanted.states:
        found &= Case.state.in_(wanted.states)
    if wanted.lights:
        found &= _any([lights.condition(light) for light in wanted.lights])
    if wanted.unit is not None:
        helped = CaseUnit.select(CaseUnit.case).where(CaseUnit.unit == wanted.unit)
        found &= (Case.unit == wanted.unit) | Case.id.in_(helped)
    if wanted.result is not None:
        found &= Case.result == wanted.result
    ticked = (
        (wanted.open, Case.state.in_(OPEN)),
        (wanted.important, Case.important),
        (wanted.waiting_for_head, Case.return_asked | Case.asked_due.is_null(False)),
    )
    return functools.reduce(operator.and_, (each for asked, each in ticked if asked), found)


def _in_time(found: Any, wanted: CaseFilter) -> Any:
    if wanted.since is not None:
        found &= Case.received_on >= wanted.since
    if wanted.until is not None:
        found &= Case.received_on <= wanted.until
    if wanted.due_until is not None:
        found &= Case.due <= wanted.due_until
    return found


def _holds(search: str) -> Any:
    """Every word stands in the texts of the case or the unit's name, or is the number."""
    found: Any = Case.id.is_null(False)
    for word in matching.words(search):
        held = Case.id.in_(matching.ids(matching.keys("followup_case", (word,))))
        held |= Case.unit.in_(Unit.select(Unit.id).where(Unit.name.contains(word)))
        found &= (held | (Case.number == int(word))) if word.isdecimal() and len(word) < 10 else held  # noqa: PLR2004
    return found


def _any(conditions: Sequence[Any]) -> Any:
    return functools.reduce(operator.or_, conditions)
