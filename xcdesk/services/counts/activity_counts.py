"""Other activities counted by kind, and by unit."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from peewee import fn

from xcdesk.codes import Vocabulary
from xcdesk.models import Activity, Unit
from xcdesk.services.office import terms


@dataclass(frozen=True, slots=True)
class ActivityCount:
    """How many activities of a kind, or of a unit, and how many people they reached.

    ``key`` is the code of the kind, or the unit's id as text; "" for the office's own.
    """

    key: str
    label: str
    count: int
    people: int


def by_kind(since: dt.date, until: dt.date) -> tuple[ActivityCount, ...]:
    """Every kind that is offered, and every other that was held, in the order of the list."""
    found = {str(key): counts for key, *counts in _counted(Activity.kind, since, until)}
    known = terms.terms(Vocabulary.ACTIVITY, everyone=True)
    return tuple(
        ActivityCount(term.code, term.label, *found.get(term.code, (0, 0)))
        for term in known
        if term.active or term.code in found
    )


def by_unit(since: dt.date, until: dt.date, own: str) -> tuple[ActivityCount, ...]:
    """Units that held something, in the order of the roster; last the office, called ``own``."""
    found = {key: counts for key, *counts in _counted(Activity.unit, since, until)}
    units: Any = Unit.select(Unit.id, Unit.name).order_by(Unit.position, Unit.id).tuples()
    named = [*((unit, name) for unit, name in units), (None, own)]
    return tuple(
        ActivityCount("" if unit is None else str(unit), name, *found[unit])
        for unit, name in named
        if unit in found
    )


def _counted(key: Any, since: dt.date, until: dt.date) -> Any:
    there = Activity.removed_at.is_null() & Activity.day.between(since, until)
    columns = (key, fn.COUNT(Activity.id), fn.COALESCE(fn.SUM(Activity.people), 0))
    return Activity.select(*columns).where(there).group_by(key).tuples()
