"""Which rows of the log are meant: one filter for tables, counts, tallies and their drill-down."""

import datetime as dt
import functools
import operator
from dataclasses import dataclass
from typing import Any

from peewee import Field, fn

from xcdesk.codes import Tier
from xcdesk.models import CoverageItem

PIECE: Any = fn.COALESCE(CoverageItem.group, CoverageItem.id * -1)
"""What makes rows one piece (篇): their reprint group, or the row itself, whose id never meets a group's."""


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """Rows that meet every condition; an empty condition asks nothing.

    Attributes:
        since, until: first and last day, both included.
        unit_ids, forms, themes: None among them stands for rows without.
        search: text that the title holds, letter case aside.
        group_id: members of one reprint group.
        ungrouped: only rows outside any reprint group.
        untitled: only counted rows without a title.
        removed: the rows in the trash, instead of the log.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    outlet_ids: tuple[int, ...] = ()
    unit_ids: tuple[int | None, ...] = ()
    forms: tuple[str | None, ...] = ()
    themes: tuple[str | None, ...] = ()
    tiers: tuple[Tier, ...] = ()
    search: str = ""
    group_id: int | None = None
    ungrouped: bool = False
    untitled: bool = False
    removed: bool = False


EVERYTHING = ItemFilter()
"""The whole log."""

_LONGEST_SEARCH = 500


def where(chosen: ItemFilter) -> Any:
    """The filter as a condition on `CoverageItem`."""
    item = CoverageItem
    asked = [item.removed_at.is_null(not chosen.removed)]
    if chosen.since is not None:
        asked.append(item.day >= chosen.since)
    if chosen.until is not None:
        asked.append(item.day <= chosen.until)
    lists: tuple[tuple[Field, tuple[Any, ...]], ...] = (
        (item.outlet, chosen.outlet_ids),
        (item.unit, chosen.unit_ids),
        (item.form, chosen.forms),
        (item.theme, chosen.themes),
        (item.tier, chosen.tiers),
    )
    asked += [_one_of(column, values) for column, values in lists if values]
    asked += _words(chosen)
    return functools.reduce(operator.and_, asked)


def _words(chosen: ItemFilter) -> list[Any]:
    item = CoverageItem
    asked: list[Any] = []
    if chosen.search.strip():
        # contains() escapes % and _; SQLite refuses a pattern much longer than any title
        asked.append(item.title.contains(chosen.search.strip()[:_LONGEST_SEARCH]))
    if chosen.group_id is not None:
        asked.append(item.group == chosen.group_id)
    if chosen.ungrouped:
        asked.append(item.group.is_null())
    if chosen.untitled:
        asked.append(item.title_key == "")
    return asked


def _one_of(column: Field, values: tuple[Any, ...]) -> Any:
    known = tuple(value for value in values if value is not None)
    if len(known) == len(values):
        return column.in_(known)
    return column.in_(known) | column.is_null() if known else column.is_null()
