"""Other activities counted by kind."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from peewee import fn

from xcdesk.codes import Vocabulary
from xcdesk.models import Activity
from xcdesk.services.office import terms


@dataclass(frozen=True, slots=True)
class ActivityCount:
    """How many activities of a kind, and how many people they reached; ``key`` is the code of the kind."""

    key: str
    label: str
    count: int
    people: int


def by_kind(since: dt.date, until: dt.date) -> tuple[ActivityCount, ...]:
    """Every kind that is offered, and every other that was held, in the order of the list."""
    there = Activity.removed_at.is_null() & Activity.day.between(since, until)
    columns = (Activity.kind, fn.COUNT(Activity.id), fn.COALESCE(fn.SUM(Activity.people), 0))
    counted: Any = Activity.select(*columns).where(there).group_by(Activity.kind).tuples()
    found = {str(key): counts for key, *counts in counted}
    known = terms.terms(Vocabulary.ACTIVITY, everyone=True)
    return tuple(
        ActivityCount(term.code, term.label, *found.get(term.code, (0, 0)))
        for term in known
        if term.active or term.code in found
    )
