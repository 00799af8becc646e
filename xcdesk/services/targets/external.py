"""External publicity of an outlet piece by piece: the steps of its pace line and the rows behind them."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from xcdesk.codes import QuotaSubject
from xcdesk.db.base import database
from xcdesk.models import CoverageItem
from xcdesk.services.counts import counting, sums
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.counts.item_filter import ItemFilter, where
from xcdesk.services.targets.quotas import QuotaRow, quotas_on


@dataclass(frozen=True, slots=True)
class Step:
    """One piece: the day of its first placement, and that placement's row in the log."""

    day: dt.date
    item_id: int
    title: str


@dataclass(frozen=True, slots=True)
class PaceLine:
    """A yearly quota of an outlet, and the steps that it was reached in, oldest first."""

    quota: QuotaRow
    steps: tuple[Step, ...]


class _Row(NamedTuple):
    """One placement as the engine tells it, its day as ISO text: models would take twice the time."""

    day: str
    item_id: int
    title: str


def pace_lines(day: dt.date) -> tuple[PaceLine, ...]:
    """Every yearly quota with a pace in the year of ``day``, in the order of the list and the roster."""
    rows = [
        row
        for row in quotas_on(day, {QuotaSubject.PLACEMENTS})
        if row.pace is not None and row.outlet is not None
    ]
    return tuple(
        PaceLine(row, steps(row.outlet.id, row.since, row.until)) for row in rows if row.outlet is not None
    )


def steps(outlet_id: int, since: dt.date, until: dt.date) -> tuple[Step, ...]:
    """The pieces that `counting.external_days` counts for an outlet, one step for each."""
    chosen = ItemFilter(since=since, until=until, tiers=counting.EXTERNAL)
    own = replace(chosen, outlet_ids=(outlet_id,))
    days = [day for (day,) in sums.placements(own, (TallyKey.DAY,))]
    firsts = sums.first_of_groups(outlet_id, chosen)
    found = [*_on_days(own, days), *(_rows(CoverageItem.id.in_(firsts)) if firsts else [])]
    return tuple(Step(dt.date.fromisoformat(row.day), row.item_id, row.title) for row in sorted(found))


def _on_days(own: ItemFilter, days: Collection[object]) -> list[_Row]:
    """Rows of the outlet itself outside groups, looked for on days on which the tally knows of some."""
    return _rows(where(own) & CoverageItem.day.in_(days) & CoverageItem.group.is_null()) if days else []


def _rows(condition: Any) -> list[_Row]:
    item = CoverageItem
    query: Any = item.select(item.day, item.id, item.title).where(condition)
    return [_Row(str(day), *rest) for day, *rest in database.execute(query).fetchall()]
