"""Which rows of the log are meant: one filter for tables, counts, tallies and their drill-down."""

import datetime as dt
import functools
import operator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from peewee import Field, fn

from xcdesk import clock
from xcdesk.codes import Tier
from xcdesk.models import CoverageItem

PIECE: Any = fn.COALESCE(CoverageItem.group, CoverageItem.id * -1)
"""What makes rows one piece (篇): their reprint group, or the row itself, whose id never meets a group's."""


class ItemField(StrEnum):
    """What a row of the log says, column by column."""

    DAY = "day"
    OUTLET = "outlet"
    TITLE = "title"
    FORM = "form"
    THEME = "theme"
    TIER = "tier"
    UNIT = "unit"
    PROGRAMME = "programme"
    SLOT = "slot"
    AUTHOR = "author"
    URL = "url"
    NOTE = "note"
    MARK = "mark"
    REPRINTS = "group"
    EVIDENCE = "evidence"
    LOGGED_BY = "logged_by"
    LOGGED_AT = "logged_at"


TEXTS = (ItemField.TITLE, ItemField.SLOT, ItemField.AUTHOR, ItemField.URL, ItemField.NOTE)
"""Columns of free text; "" in them is blank."""


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """Rows that meet every condition; an empty condition asks nothing.

    Attributes:
        since, until: first and last day, both included.
        unit_ids, forms, themes, programme_ids, logged_by_ids: None among them stands for rows without.
        logged_since, logged_until: first and last day at this desk on which rows were logged.
        search: words that the title, author, link or note holds, and prefixes, as in the one box.
        holds: columns of `TEXTS` and what each must hold, letter case aside.
        blank: columns that must be empty; a row outside any reprint group is blank in ``REPRINTS``, one
            without a file in ``EVIDENCE``, one that is no candidate for an issue in ``MARK``.
        filled: columns that must not be empty.
        group_id: members of one reprint group.
        ids: rows by their numbers, where another list has chosen them.
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
    programme_ids: tuple[int | None, ...] = ()
    logged_by_ids: tuple[int | None, ...] = ()
    logged_since: dt.date | None = None
    logged_until: dt.date | None = None
    search: str = ""
    holds: tuple[tuple[ItemField, str], ...] = ()
    blank: tuple[ItemField, ...] = ()
    filled: tuple[ItemField, ...] = ()
    group_id: int | None = None
    ids: tuple[int, ...] = ()
    ungrouped: bool = False
    untitled: bool = False
    removed: bool = False


EVERYTHING = ItemFilter()
"""The whole log."""

_LONGEST_SEARCH = 500
_LISTS = ("outlet_ids", "unit_ids", "forms", "themes", "tiers", "programme_ids", "logged_by_ids")


def both(one: ItemFilter, other: ItemFilter) -> ItemFilter:
    """The rows that meet both filters."""
    found: dict[str, Any] = {}
    never = False
    for name in _LISTS:
        first, second = getattr(one, name), getattr(other, name)
        common = tuple(value for value in first if value in second)
        never = never or bool(first and second and not common)
        found[name] = common or first or second
    for name in ("holds", "blank", "filled"):
        found[name] = tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))
    for name, narrower in (("since", max), ("logged_since", max), ("until", min), ("logged_until", min)):
        ends = [end for end in (getattr(one, name), getattr(other, name)) if end is not None]
        found[name] = narrower(ends) if ends else None
    for name in ("ungrouped", "untitled", "removed"):
        found[name] = getattr(one, name) or getattr(other, name)
    found["search"] = f"{one.search} {other.search}".strip()
    found["group_id"] = one.group_id if one.group_id is not None else other.group_id
    if never or (None not in (one.group_id, other.group_id) and one.group_id != other.group_id):
        found["until"] = dt.date.min  # no report is as old
    return ItemFilter(**found)


def where(chosen: ItemFilter) -> Any:
    """The filter as a condition on `CoverageItem`."""
    item = CoverageItem
    asked = [item.removed_at.is_null(not chosen.removed)]
    lists: tuple[tuple[Field, tuple[Any, ...]], ...] = (
        (item.id, chosen.ids),
        (item.outlet, chosen.outlet_ids),
        (item.unit, chosen.unit_ids),
        (item.form, chosen.forms),
        (item.theme, chosen.themes),
        (item.tier, chosen.tiers),
        (item.programme, chosen.programme_ids),
        (item.logged_by, chosen.logged_by_ids),
    )
    asked += _times(chosen)
    asked += [_one_of(column, values) for column, values in lists if values]
    asked += _words(chosen)
    asked += [_is_blank(field) for field in chosen.blank]
    asked += [~_is_blank(field) for field in chosen.filled]
    return functools.reduce(operator.and_, asked)


def _times(chosen: ItemFilter) -> list[Any]:
    item = CoverageItem
    asked: list[Any] = []
    if chosen.since is not None:
        asked.append(item.day >= chosen.since)
    if chosen.until is not None:
        asked.append(item.day <= chosen.until)
    if chosen.logged_since is not None:
        asked.append(item.logged_at >= clock.midnight(chosen.logged_since))
    if chosen.logged_until is not None:
        asked.append(item.logged_at < clock.midnight(chosen.logged_until + dt.timedelta(days=1)))
    return asked


def _words(chosen: ItemFilter) -> list[Any]:
    item = CoverageItem
    asked: list[Any] = []
    if chosen.search:
        from xcdesk.services.search import texts  # start-up time

        asked += texts.items(chosen.search, removed=chosen.removed)
    if chosen.group_id is not None:
        asked.append(item.group == chosen.group_id)
    if chosen.ungrouped:
        asked.append(item.group.is_null())
    if chosen.untitled:
        asked.append(item.title_key == "")
    asked += [_holds(getattr(item, field), text) for field, text in chosen.holds if text.strip()]
    return asked


def _holds(column: Field, text: str) -> Any:
    # contains() escapes % and _; SQLite refuses a pattern much longer than any title
    return column.contains(text.strip()[:_LONGEST_SEARCH])


def _is_blank(field: ItemField) -> Any:
    if field == ItemField.EVIDENCE:
        from xcdesk.models import Evidence  # start-up time

        there = (Evidence.item == CoverageItem.id) & Evidence.removed_at.is_null()
        return ~fn.EXISTS(Evidence.select(Evidence.id).where(there))
    if field == ItemField.MARK:
        from xcdesk.models import Candidate  # start-up time

        return ~fn.EXISTS(Candidate.select(Candidate.id).where(Candidate.item == CoverageItem.id))
    column = getattr(CoverageItem, field)
    return column == "" if field in TEXTS else column.is_null()


def _one_of(column: Field, values: tuple[Any, ...]) -> Any:
    known = tuple(value for value in values if value is not None)
    if len(known) == len(values):
        return column.in_(known)
    return column.in_(known) | column.is_null() if known else column.is_null()
