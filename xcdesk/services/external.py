"""External publicity of an outlet piece by piece: the steps of its pace line and the rows behind them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from xcdesk.models import CoverageItem
from xcdesk.services import counting
from xcdesk.services.item_filter import PIECE, ItemFilter, where
from xcdesk.services.quotas import QuotaRow, quotas_on


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


def pace_lines(day: dt.date) -> tuple[PaceLine, ...]:
    """Every yearly quota with a pace in the year of ``day``, in the order of the list and the roster."""
    rows = [row for row in quotas_on(day) if row.pace is not None and row.outlet is not None]
    return tuple(
        PaceLine(row, steps(row.outlet.id, row.since, row.until)) for row in rows if row.outlet is not None
    )


def steps(outlet_id: int, since: dt.date, until: dt.date) -> tuple[Step, ...]:
    """The pieces that `counting.external_days` counts for an outlet, one step for each."""
    item = CoverageItem
    mine = item.alias()
    groups = mine.select(mine.group).where(
        (mine.outlet == outlet_id) & mine.group.is_null(False) & mine.removed_at.is_null()
    )
    chosen = ItemFilter(since=since, until=until, tiers=counting.EXTERNAL)
    query: Any = (
        item.select(item.id, item.day, item.title, PIECE)
        .where(where(chosen) & ((item.outlet == outlet_id) | item.group.in_(groups)))
        .order_by(item.day, item.id)
    )
    first: dict[int, Step] = {}
    for item_id, day, title, piece in query.tuples():
        first.setdefault(int(piece), Step(day, int(item_id), title))
    return tuple(first.values())
