"""The one place that counts: pieces (篇) and placements (次) by any combination of keys.

The rule, printed under every table: the same piece in several outlets is one piece and several placements.
A total is counted over all rows of the range; it is not the sum of the rows of the table, for a piece that
stands in two rows is still one piece.
"""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from xcdesk import clock
from xcdesk.codes import EXTERNAL as EXTERNAL
from xcdesk.codes import Tier, Vocabulary
from xcdesk.models import Outlet, Unit
from xcdesk.services.counts import sums
from xcdesk.services.counts.item_filter import EVERYTHING, ItemFilter
from xcdesk.services.counts.sums import TallyKey as TallyKey
from xcdesk.services.office import terms
from xcdesk.wording import text


@dataclass(frozen=True, slots=True)
class ItemCount:
    """Pieces (篇) and placements (次)."""

    pieces: int
    placements: int


@dataclass(frozen=True, slots=True)
class TallyValue:
    """One key of a row.

    Attributes:
        key: which.
        value: id of a unit or outlet, a code, or ISO text (``2019-03``, ``2019-W10``); None for rows without.
        label: its name for people; "" for rows without.
        rank: place in the order in which such values are printed; rows without come last.
    """

    key: TallyKey
    value: int | str | None
    label: str
    rank: int | str


@dataclass(frozen=True, slots=True)
class TallyRow:
    """Counts of one combination of keys."""

    values: tuple[TallyValue, ...]
    pieces: int
    placements: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A table of counts: rows in printed order, and the totals over the whole range."""

    keys: tuple[TallyKey, ...]
    chosen: ItemFilter
    rows: tuple[TallyRow, ...]
    totals: ItemCount


def tally(since: dt.date, until: dt.date, keys: Sequence[TallyKey], within: ItemFilter = EVERYTHING) -> Tally:
    """Count what ran from ``since`` to ``until``, both included, by ``keys``.

    Args:
        since: first day.
        until: last day.
        keys: one or more, in the order of the columns.
        within: further conditions, for example some outlets only.
    """
    chosen = replace(within, since=since, until=until)
    placements, repeats = sums.placements(chosen, keys), sums.repeats(chosen, keys)
    shown = _Values(keys)
    rows = [
        TallyRow(shown.of(found), count - repeats.by_key.get(found, 0), count)
        for found, count in placements.items()
    ]
    rows.sort(key=lambda row: [(value.value is None, value.rank) for value in row.values])
    total = sum(placements.values())
    return Tally(tuple(keys), chosen, tuple(rows), ItemCount(total - repeats.total, total))


def count(chosen: ItemFilter = EVERYTHING) -> ItemCount:
    """How many pieces and placements the filter meets."""
    total = sums.placements(chosen, ()).get((), 0)
    return ItemCount(total - sums.repeats(chosen, ()).total, total)


def pieces_by_outlet(since: dt.date, until: dt.date) -> Mapping[int, int]:
    """How many pieces each outlet ran from ``since`` to ``until``; outlets without any are left out."""
    chosen, keys = ItemFilter(since=since, until=until), (TallyKey.OUTLET,)
    placements, repeats = sums.placements(chosen, keys), sums.repeats(chosen, keys)
    return {found[0]: number - repeats.by_key.get(found, 0) for found, number in placements.items()}


def drill_down(table: Tally, row: TallyRow) -> ItemFilter:
    """The rows of the log that a row of a tally counted."""
    chosen = table.chosen
    for value in row.values:
        chosen = _narrowed(chosen, value)
    return chosen


def external_days(
    outlet_ids: Collection[int], since: dt.date, until: dt.date
) -> Mapping[int, tuple[dt.date, ...]]:
    """Days of each outlet's external publicity, oldest first, one for each piece however often reprinted.

    A piece counts for an outlet when a placement of provincial or national tier is logged under the outlet
    itself, or stands in one reprint group with a report of the outlet.
    """
    external = ItemFilter(since=since, until=until, tiers=EXTERNAL)
    days: dict[int, Counter[str]] = {outlet: Counter() for outlet in outlet_ids}
    if not days:
        return {}
    own = sums.placements(replace(external, outlet_ids=tuple(days)), (TallyKey.OUTLET, TallyKey.DAY))
    for (outlet, day), count in own.items():
        days[outlet][day] += count
    for outlet, day, count in sums.own_in_groups(tuple(days), external) if own else ():
        days[outlet][day] -= count  # these count with their groups
    for outlet, day, count in sums.groups_reached(tuple(days), external):
        days[outlet][day] += count
    return {outlet: tuple(_days(found)) for outlet, found in days.items()}


def _days(found: Mapping[str, int]) -> Iterator[dt.date]:
    for written in sorted(found):
        yield from itertools.repeat(dt.date.fromisoformat(written), found[written])


def _narrowed(chosen: ItemFilter, value: TallyValue) -> ItemFilter:
    lists = {
        TallyKey.UNIT: "unit_ids",
        TallyKey.OUTLET: "outlet_ids",
        TallyKey.TIER: "tiers",
        TallyKey.FORM: "forms",
        TallyKey.THEME: "themes",
    }
    if value.key in lists:
        only: dict[str, Any] = {lists[value.key]: (value.value,)}
        return replace(chosen, **only)
    first, last = _span(value.key, str(value.value))
    since = max(first, chosen.since or first)
    until = min(last, chosen.until or last)
    return replace(chosen, since=since, until=until)


def _span(key: TallyKey, written: str) -> tuple[dt.date, dt.date]:
    if key == TallyKey.MONTH:
        return clock.month_of(clock.parse_month(written))
    if key == TallyKey.WEEK:
        return clock.week_of(clock.parse_week(written))
    day = dt.date.fromisoformat(written)
    return day, day


class _Values:
    """Names and printed order of everything that a tally can be broken down by."""

    def __init__(self, keys: Sequence[TallyKey]) -> None:
        self._keys = tuple(keys)
        self._known = {key: self._names(key) for key in keys}
        self._made: dict[tuple[TallyKey, Any], TallyValue] = {}

    def of(self, found: Iterable[Any]) -> tuple[TallyValue, ...]:
        """The keys of one row, from the columns of the query."""
        return tuple(self._value(key, value) for key, value in zip(self._keys, found, strict=True))

    def _value(self, key: TallyKey, value: Any) -> TallyValue:
        """A year has thousands of rows and few values: each is made once."""
        made = self._made.get((key, value))
        if made is None:
            made = self._made[key, value] = self._make(key, value)
        return made

    def _make(self, key: TallyKey, value: Any) -> TallyValue:
        if value is None:
            return TallyValue(key, None, "", 0)
        known = self._known[key]
        if not known:  # a stretch of time: its text is its name and its order
            return TallyValue(key, value, value, value)
        label, rank = known.get(value, (str(value), len(known)))
        return TallyValue(key, value, label, rank)

    def _names(self, key: TallyKey) -> Mapping[Any, tuple[str, int]]:
        if key in {TallyKey.UNIT, TallyKey.OUTLET}:
            table: Any = Unit if key == TallyKey.UNIT else Outlet
            named = [(row.id, row.name) for row in table.select().order_by(table.position, table.id)]
        elif key in {TallyKey.FORM, TallyKey.THEME}:
            named = list(terms.labels(Vocabulary(key.value)).items())
        elif key == TallyKey.TIER:
            named = [(tier.value, text(f"tier.{tier.value}")) for tier in reversed(Tier)]
        else:
            named = []
        return {value: (label, rank) for rank, (value, label) in enumerate(named)}
