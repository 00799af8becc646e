"""The one place that counts: pieces (篇) and placements (次) by any combination of keys.

The rule, printed under every table: the same piece in several outlets is one piece and several placements.
A total is counted over all rows of the range; it is not the sum of the rows of the table, for a piece that
stands in two rows is still one piece.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from peewee import SQL, fn

from xcdesk import clock
from xcdesk.codes import Tier, Vocabulary
from xcdesk.db.base import database, is_sqlite
from xcdesk.models import CoverageItem, Outlet, Unit
from xcdesk.services import coverage_log, terms
from xcdesk.services.coverage_log import ItemCount
from xcdesk.services.item_filter import EVERYTHING, PIECE, ItemFilter, where
from xcdesk.wording import text

EXTERNAL = (Tier.PROVINCIAL, Tier.NATIONAL)
"""Tiers that count as external publicity."""


class TallyKey(StrEnum):
    """What a tally can be broken down by; weeks are ISO weeks."""

    UNIT = "unit"
    OUTLET = "outlet"
    TIER = "tier"
    FORM = "form"
    THEME = "theme"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


_SQLITE_FORMATS = {TallyKey.MONTH: "'%Y-%m'", TallyKey.WEEK: "'%G-W%V'"}
_SERVER_FORMATS = {TallyKey.MONTH: "'YYYY-MM'", TallyKey.WEEK: "'IYYY-\"W\"IW'"}


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
    columns = [_column(key) for key in keys]
    query: Any = CoverageItem.select(*columns, fn.COUNT(fn.DISTINCT(PIECE)), fn.COUNT(CoverageItem.id))
    shown = _Values(keys)
    rows = [
        TallyRow(shown.of(found[:-2]), int(found[-2]), int(found[-1]))
        for found in query.where(where(chosen)).group_by(*columns).tuples()
    ]
    rows.sort(key=lambda row: tuple((value.value is None, value.rank) for value in row.values))
    return Tally(tuple(keys), chosen, tuple(rows), coverage_log.count(chosen))


def drill_down(table: Tally, row: TallyRow) -> ItemFilter:
    """The rows of the log that a row of a tally counted."""
    chosen = table.chosen
    for value in row.values:
        chosen = _narrowed(chosen, value)
    return chosen


def external_days(outlet_id: int, since: dt.date, until: dt.date) -> tuple[dt.date, ...]:
    """Days of an outlet's external publicity, oldest first, one for each piece however often reprinted.

    A piece counts for the outlet when a placement of provincial or national tier is logged under the outlet
    itself, or stands in one reprint group with a report of the outlet.
    """
    item = CoverageItem
    mine = item.alias()
    groups = mine.select(mine.group).where(
        (mine.outlet == outlet_id) & mine.group.is_null(False) & mine.removed_at.is_null()
    )
    chosen = ItemFilter(since=since, until=until, tiers=EXTERNAL)
    query: Any = (
        item.select(fn.MIN(item.day))
        .where(where(chosen) & ((item.outlet == outlet_id) | item.group.in_(groups)))
        .group_by(PIECE)
    )
    return tuple(sorted(day for (day,) in query.tuples()))


def _column(key: TallyKey) -> Any:
    """What a key groups by; PostgreSQL would take two parameters, though equal, for two expressions."""
    if key not in _SQLITE_FORMATS:
        return getattr(CoverageItem, key.value)
    if is_sqlite(database):
        return fn.STRFTIME(SQL(_SQLITE_FORMATS[key]), CoverageItem.day)
    # peewee 4.5 reads the answer as its first argument would be: Python takes 2019-W10 for a Monday.
    return fn.TO_CHAR(CoverageItem.day, SQL(_SERVER_FORMATS[key])).coerce(False)


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

    def of(self, found: Iterable[Any]) -> tuple[TallyValue, ...]:
        """The keys of one row, from the columns of the query."""
        return tuple(self._value(key, value) for key, value in zip(self._keys, found, strict=True))

    def _value(self, key: TallyKey, value: Any) -> TallyValue:
        if value is None:
            return TallyValue(key, None, "", 0)
        plain = value.isoformat() if isinstance(value, dt.date) else value
        known = self._known[key]
        if not known:  # a stretch of time: its text is its name and its order
            return TallyValue(key, plain, plain, plain)
        label, rank = known.get(plain, (str(plain), len(known)))
        return TallyValue(key, plain, label, rank)

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
