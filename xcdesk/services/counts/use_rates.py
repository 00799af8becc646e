"""How much of what units sent was used (采用率), per unit and month.

The rule: a manuscript counts once, in the month in which it was sent, and is used when a report came of it
that stands in the log, whenever and wherever that ran.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from xcdesk.models import CoverageItem, Manuscript, ManuscriptUse, Unit


@dataclass(frozen=True, slots=True)
class UseRate:
    """What a unit sent in a stretch of time, and how many of it were used; ``month`` is its first day."""

    unit_id: int
    unit: str
    sent: int
    used: int
    month: dt.date | None = None

    @property
    def rate(self) -> float | None:
        """The share that was used, from 0 to 1; None where nothing was sent."""
        return self.used / self.sent if self.sent else None


def by_unit(since: dt.date, until: dt.date) -> tuple[UseRate, ...]:
    """Every unit in use, and every other that sent something, in the order of the roster."""
    sent, used = _counted(since, until)
    units: Any = Unit.select().order_by(Unit.position, Unit.id)
    per_unit = {unit: (_of(sent, unit), _of(used, unit)) for unit, _ in sent}
    return tuple(
        UseRate(unit.id, unit.name, *per_unit.get(unit.id, (0, 0)))
        for unit in units
        if unit.active or unit.id in per_unit
    )


def by_month(since: dt.date, until: dt.date) -> tuple[UseRate, ...]:
    """Units that sent something, in the order of the roster, and their months in turn."""
    sent, used = _counted(since, until)
    units: Any = Unit.select().order_by(Unit.position, Unit.id)
    return tuple(
        UseRate(unit.id, unit.name, sent[unit.id, month], used[unit.id, month], month)
        for unit in units
        for month in sorted(month for owner, month in sent if owner == unit.id)
    )


def total(rates: Iterable[UseRate], name: str) -> UseRate:
    """All rates together: units never share a manuscript, so they add up."""
    found = tuple(rates)
    return UseRate(0, name, sum(one.sent for one in found), sum(one.used for one in found))


Counts = Counter[tuple[int, dt.date]]
"""Manuscripts by unit and month."""


def _counted(since: dt.date, until: dt.date) -> tuple[Counts, Counts]:
    there = Manuscript.removed_at.is_null() & Manuscript.sent_on.between(since, until)
    query: Any = Manuscript.select(Manuscript.id, Manuscript.unit, Manuscript.sent_on).where(there)
    # An outer join keeps the file engine from walking the whole log and looking for each report's use.
    came: Any = ManuscriptUse.select(ManuscriptUse.manuscript).join(CoverageItem, JOIN.LEFT_OUTER)
    used = {row for (row,) in came.where(CoverageItem.removed_at.is_null()).distinct().tuples()}
    sent, taken = Counts(), Counts()
    for row, unit, day in query.tuples():
        key = unit, day.replace(day=1)
        sent[key] += 1
        taken[key] += row in used
    return sent, taken


def _of(counts: Counts, unit: int) -> int:
    return sum(count for (owner, _), count in counts.items() if owner == unit)
