"""Placements by keys, and how often a piece comes back among them: what counting is made of.

Placements come from a tally of `xcdesk.db.tallies` where one knows the answer, else from the rows. A piece
comes back only within its reprint group, and rows in groups are few and have an index of their own: pieces
are placements less repeats.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from peewee import SQL, Table, fn

from xcdesk import clock
from xcdesk.codes import Tier
from xcdesk.db.base import database, is_sqlite
from xcdesk.db.tallies import NO_FORM, NO_UNIT, TALLIES
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


@dataclass(frozen=True, slots=True)
class Repeats:
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
    query: Any = CoverageItem.select(*columns, again).where(grouped).group_by(*columns)
    return Repeats(_by_key(keys, query.having(again > 0)), total)


def with_reprints_of(outlet_id: int, chosen: ItemFilter) -> Iterator[tuple[int, int, str]]:
    """Group, outlet and day of the chosen rows that share a reprint group with a report of the outlet."""
    item = CoverageItem
    mine = item.alias()
    ours = mine.select(SQL("1")).where(
        (mine.outlet == outlet_id) & (mine.group == item.group) & mine.removed_at.is_null()
    )
    query: Any = item.select(item.group, item.outlet, item.day).where(
        where(chosen), item.group.is_null(False), fn.EXISTS(ours)
    )
    for group, outlet, day in database.execute(query).fetchall():
        yield group, outlet, str(day)


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
    for tally in TALLIES:
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
