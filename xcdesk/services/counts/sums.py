"""Placements by keys, and how often a piece comes back among them: what counting is made of.

Placements come from a tally of `xcdesk.db.tallies` where one knows the answer, else from the rows. A piece
comes back only within its reprint group, and rows in groups are few and have an index of their own: pieces
are placements less repeats.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from peewee import SQL, Select, Table, fn

from xcdesk import clock
from xcdesk.codes import Tier
from xcdesk.db import reach
from xcdesk.db.base import database, is_sqlite
from xcdesk.db.tallies import GROUP_TALLY, NO_FORM, NO_UNIT, TALLIES
from xcdesk.models import CoverageItem, Outlet
from xcdesk.services.counts.item_filter import EVERYTHING, ItemFilter, where

Key = tuple[Any, ...]


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


class Repeats(NamedTuple):
    """How many placements are of a piece already counted: within each combination of keys, and in all."""

    by_key: Mapping[Key, int]
    total: int


_SQLITE_FORMATS = {TallyKey.MONTH: "'%Y-%m'", TallyKey.WEEK: "'%G-W%V'"}
_SERVER_FORMATS = {TallyKey.MONTH: "'YYYY-MM'", TallyKey.WEEK: "'IYYY-\"W\"IW'"}
_COLUMNS = {
    TallyKey.UNIT: "unit_id",
    TallyKey.OUTLET: "outlet_id",
    TallyKey.TIER: "tier",
    TallyKey.FORM: "form",
    TallyKey.THEME: "theme",
}
_LISTS = {"outlet_ids": "outlet_id", "unit_ids": "unit_id", "forms": "form", "tiers": "tier"}
_WITHOUT = {"unit_id": NO_UNIT, "form": NO_FORM}


def placements(chosen: ItemFilter, keys: Sequence[TallyKey]) -> Mapping[Key, int]:
    """Placements of each combination of keys that has any."""
    table = _tally(chosen, keys)
    if table is None:
        columns = [_column(key, getattr(CoverageItem, _COLUMNS.get(key, "day"))) for key in keys]
        query: Any = CoverageItem.select(*columns, fn.COUNT(CoverageItem.id)).where(where(chosen))
    else:
        columns = [_kept_column(key, table) for key in keys]
        query = table.select(*columns, fn.SUM(table.placements)).where(*_conditions(chosen, table))
    return _by_key(keys, query.group_by(*columns) if columns else query)


def repeats(chosen: ItemFilter, keys: Sequence[TallyKey]) -> Repeats:
    """Placements of pieces that the same combination of keys has already."""
    columns = [_column(key, getattr(CoverageItem, _COLUMNS.get(key, "day"))) for key in keys]
    again = fn.COUNT(CoverageItem.id) - fn.COUNT(fn.DISTINCT(CoverageItem.group))
    grouped = where(chosen) & CoverageItem.group.is_null(False)
    total = int(CoverageItem.select(again).where(grouped).scalar())
    if not columns or not total:
        return Repeats({}, total)
    if TallyKey.OUTLET in keys and is_sqlite(database):
        twice = _twice_in_an_outlet()
        if not twice:
            return Repeats({}, total)
        grouped &= CoverageItem.group.in_(twice)
    query: Any = CoverageItem.select(*columns, again).where(grouped).group_by(*columns)
    return Repeats(_by_key(keys, query.having(again > 0)), total)


def _twice_in_an_outlet() -> Collection[int]:
    """Groups with two placements or more in one outlet."""
    kept = Table(GROUP_TALLY.table)
    query = Select([kept], [kept.c.group_id]).where(kept.c.placements > SQL("1")).distinct()
    return {group for (group,) in database.execute(query).fetchall()}


def groups_reached(outlet_ids: Collection[int], external: ItemFilter) -> Sequence[tuple[int, str, int]]:
    """Outlet, day and number of the groups with a report of the outlet and their first placement that day."""
    source = _reach(outlet_ids, external)
    each = Select([source], [source.c.outlet_id, fn.MIN(source.c.day).alias("first")])
    each = each.where(*_reached(source, outlet_ids, external)).group_by(source.c.outlet_id, source.c.group_id)
    groups = each.alias("groups")
    keys = (groups.c.outlet_id, groups.c.first)
    rows = database.execute(Select([groups], [*keys, fn.COUNT(SQL("*"))]).group_by(*keys)).fetchall()
    return [(outlet, str(day), number) for outlet, day, number in rows]


def own_in_groups(outlet_ids: Collection[int], external: ItemFilter) -> Sequence[tuple[int, str, int]]:
    """Outlet, day and number of an outlet's own external placements that stand in reprint groups."""
    source = _reach(outlet_ids, external)
    query = Select([source], [source.c.outlet_id, source.c.day, fn.COUNT(source.c.item_id)])
    query = query.where(source.c.own, *_reached(source, outlet_ids, external))
    rows = database.execute(query.group_by(source.c.outlet_id, source.c.day)).fetchall()
    return [(outlet, str(day), count) for outlet, day, count in rows]


def first_of_groups(outlet_id: int, external: ItemFilter) -> Sequence[int]:
    """Ids of the first external placement of each group with a report of the outlet."""
    source = _reach((outlet_id,), external)
    query = Select([source], [source.c.group_id, source.c.item_id])
    query = query.where(*_reached(source, (outlet_id,), external))
    first: dict[int, int] = {}
    for group, item in database.execute(query.order_by(source.c.day, source.c.item_id)).fetchall():
        first.setdefault(group, item)
    return tuple(first.values())


def _reach(outlet_ids: Collection[int], external: ItemFilter) -> Any:
    """Placements in reprint groups, for each outlet that they count for; a server asks its rows."""
    if is_sqlite(database):
        return Table(reach.TABLE)
    item = CoverageItem
    mine = item.alias()
    own: Any = mine.outlet == item.outlet
    query: Any = item.select(
        mine.outlet.alias("outlet_id"),
        item.day.alias("day"),
        item.id.alias("item_id"),
        item.group.alias("group_id"),
        own.alias("own"),
    )
    both = (mine.group == item.group) & mine.removed_at.is_null() & mine.outlet.in_(outlet_ids)
    return (
        query.join(mine, on=both).where(where(external), item.group.is_null(False)).distinct().alias("reach")
    )


def _reached(source: Any, outlet_ids: Collection[int], external: ItemFilter) -> list[Any]:
    """Conditions for `_reach`: on a server they hold already, and cost nothing."""
    asked = [source.c.outlet_id.in_(outlet_ids)]
    if external.since is not None:
        asked.append(source.c.day >= external.since.isoformat())
    if external.until is not None:
        asked.append(source.c.day <= external.until.isoformat())
    return asked


def last_days(before: dt.date) -> Mapping[int, dt.date]:
    """The last day before ``before`` on which each outlet has run something."""
    table = _tally(ItemFilter(until=before), (TallyKey.OUTLET, TallyKey.DAY))
    if table is None:
        item = CoverageItem
        latest = item.select(fn.MAX(item.day)).where(
            (item.outlet == Outlet.id) & (item.day < before) & item.removed_at.is_null()
        )
        found: Any = Outlet.select(Outlet.id, latest).tuples()
        return {outlet: day for outlet, day in found if day is not None}
    query = table.select(table.outlet_id, fn.MAX(table.day)).where(table.day < before.isoformat())
    return {row[0]: dt.date.fromisoformat(row[1]) for row in query.group_by(table.outlet_id).tuples()}


def _tally(chosen: ItemFilter, keys: Sequence[TallyKey]) -> Any:
    """The tally that knows the answer; None if the rows have to be asked."""
    rest = replace(chosen, since=None, until=None, outlet_ids=(), unit_ids=(), forms=(), tiers=())
    if not is_sqlite(database) or rest != EVERYTHING or TallyKey.THEME in keys:
        return None
    needed = {_COLUMNS[key] for key in keys if key in _COLUMNS}
    needed |= {column for name, column in _LISTS.items() if getattr(chosen, name)}
    fine = TallyKey.DAY in keys or TallyKey.WEEK in keys or not _whole_months(chosen)
    for tally in TALLIES if fine else reversed(TALLIES):  # that of whole months is the shortest, and the last
        if needed <= set(tally.keys) and ("day" in tally.keys or not fine):
            return Table(tally.table, (*tally.keys, "placements")).bind(database)
    return None


def _whole_months(chosen: ItemFilter) -> bool:
    """Whether the filter's stretch begins and ends with a month."""
    begins = chosen.since is None or chosen.since == clock.month_of(chosen.since)[0]
    return begins and (chosen.until is None or chosen.until == clock.month_of(chosen.until)[1])


def _conditions(chosen: ItemFilter, table: Any) -> list[Any]:
    time, length = (table.day, 10) if "day" in table._columns else (table.month, 7)
    asked = [time.is_null(False)]
    if chosen.since is not None:
        asked.append(time >= chosen.since.isoformat()[:length])
    if chosen.until is not None:
        asked.append(time <= chosen.until.isoformat()[:length])
    for name, column in _LISTS.items():
        values = getattr(chosen, name)
        if values:
            known = [
                _WITHOUT[column] if value is None else str(value) if name == "tiers" else value
                for value in values
            ]
            asked.append(getattr(table, column).in_(known))
    return asked


def _kept_column(key: TallyKey, table: Any) -> Any:
    """What a key groups by in a tally; rows without are null as they are in the log."""
    if key == TallyKey.MONTH and "month" in table._columns:
        return table.month
    name = _COLUMNS.get(key, "day")
    column = getattr(table, name)
    return fn.NULLIF(column, _WITHOUT[name]) if name in _WITHOUT else _column(key, column)


def _column(key: TallyKey, column: Any) -> Any:
    """What a key groups by; PostgreSQL would take two parameters, though equal, for two expressions."""
    if key not in _SQLITE_FORMATS:
        return column
    if is_sqlite(database):
        return fn.STRFTIME(SQL(_SQLITE_FORMATS[key]), column)
    # peewee 4.5 reads the answer as its first argument would be: Python takes 2019-W10 for a Monday.
    return fn.TO_CHAR(column, SQL(_SERVER_FORMATS[key])).coerce(False)


def _by_key(keys: Sequence[TallyKey], query: Any) -> Mapping[Key, int]:
    """What a query counted by its keys, the same whichever table and engine it asked."""
    rows = database.execute(query).fetchall()  # without peewee's conversions: they take longer than the query
    readers = [Tier if key == TallyKey.TIER else _iso if key == TallyKey.DAY else None for key in keys]
    if any(readers):
        rows = [
            (
                *(value if read is None else read(value) for read, value in zip(readers, row, strict=False)),
                row[-1],
            )
            for row in rows
        ]
    return {tuple(row[:-1]): int(row[-1]) for row in rows if row[-1]}


def _iso(day: dt.date | str) -> str:
    """A day as ISO text, which a file holds it as."""
    return str(day)
