"""Reading the coverage log: rows as tables show them, in pages cut by key, and how many there are."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from peewee import JOIN, Case, fn

from xcdesk.codes import Tier, Vocabulary
from xcdesk.errors import NotFoundError
from xcdesk.models import CoverageItem, Outlet, Programme, Unit, User
from xcdesk.services import terms
from xcdesk.services.counting import ItemCount as ItemCount
from xcdesk.services.counting import count as count
from xcdesk.services.item_filter import EVERYTHING, ItemFilter, where

SortValue = str | int | dt.date | dt.datetime


class SortColumn(StrEnum):
    """Columns by which the log can be sorted; lists sort in their own order, rows without last going down."""

    DAY = "day"
    OUTLET = "outlet"
    TITLE = "title"
    FORM = "form"
    THEME = "theme"
    TIER = "tier"
    UNIT = "unit"
    LOGGED = "logged"


@dataclass(frozen=True, slots=True)
class Order:
    """How rows follow each other; equal ones follow in the order logged, in the same direction."""

    column: SortColumn = SortColumn.DAY
    descending: bool = True


NEWEST_FIRST = Order()
"""The order in which the log opens."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Last row of a page: its sort value and id."""

    value: SortValue
    id: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One placement as tables show it.

    Attributes:
        form, theme: codes, or None; their labels are "" then.
        programme, slot, author, url, note, unit: "" where there is none.
        group: reprint group or None; ``group_size`` placements of the piece are in the log, at least 1.
        logged_at: instant in UTC; ``removed_at`` is set for a row in the trash.
    """

    id: int
    day: dt.date
    outlet_id: int
    outlet: str
    title: str
    form: str | None
    form_label: str
    theme: str | None
    theme_label: str
    tier: Tier
    unit_id: int | None
    unit: str
    programme: str
    slot: str
    author: str
    url: str
    note: str
    group: int | None
    group_size: int
    logged_by: str
    logged_at: dt.datetime
    removed_at: dt.datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class ItemPage:
    """Rows in display order; ``after`` leads to the next page and is None on the last."""

    rows: tuple[ItemRow, ...]
    after: Cursor | None


def page(
    chosen: ItemFilter = EVERYTHING,
    order: Order = NEWEST_FIRST,
    after: Cursor | None = None,
    limit: int = 200,
) -> ItemPage:
    """Read one page of the log.

    Pages are cut by key, not by offset, so a row logged meanwhile neither repeats nor hides another.

    Args:
        chosen: which rows.
        order: how they follow each other.
        after: ``ItemPage.after`` of the page before; None for the first page.
        limit: rows per page, at least 1.
    """
    by = _sort_key(order.column)
    query = _rows(by.alias("sort_value")).where(where(chosen))
    if after is not None:
        query = query.where(_beyond(by, after, order))
    keys = (by.desc(), CoverageItem.id.desc()) if order.descending else (by.asc(), CoverageItem.id.asc())
    found = list(query.order_by(*keys).limit(limit + 1))
    shown = found[:limit]
    more = Cursor(shown[-1].sort_value, shown[-1].id) if len(found) > limit else None
    return ItemPage(_finish(shown), more)


def item(item_id: int) -> ItemRow:
    """One row, in the log or in the trash.

    Raises:
        NotFoundError: there is none.
    """
    found = list(_rows().where(CoverageItem.id == item_id))
    if not found:
        raise NotFoundError(what="coverage_item", name=item_id)
    return _finish(found)[0]


_NAMES = (Outlet.id, Outlet.name, Unit.id, Unit.name, Programme.id, Programme.name, User.id, User.name)


def _rows(*more: Any) -> Any:
    return (
        CoverageItem.select(CoverageItem, *_NAMES, *more)
        .join(Outlet)
        .switch(CoverageItem)
        .join(Unit, JOIN.LEFT_OUTER)
        .switch(CoverageItem)
        .join(Programme, JOIN.LEFT_OUTER)
        .switch(CoverageItem)
        .join(User, JOIN.LEFT_OUTER)
    )


def _beyond(by: Any, after: Cursor, order: Order) -> Any:
    if order.descending:
        return (by < after.value) | ((by == after.value) & (CoverageItem.id < after.id))
    return (by > after.value) | ((by == after.value) & (CoverageItem.id > after.id))


def _sort_key(column: SortColumn) -> Any:
    """What a column sorts by; never null, since the engines place nulls at different ends."""
    lists = {SortColumn.FORM: Vocabulary.FORM, SortColumn.THEME: Vocabulary.THEME}
    if column in lists:
        ranks = [(code, rank) for rank, code in enumerate(terms.labels(lists[column]), start=1)]
        return Case(getattr(CoverageItem, column.value), ranks, 0)
    if column == SortColumn.TIER:
        return Case(CoverageItem.tier, [(tier.value, rank) for rank, tier in enumerate(Tier)], 0)
    keys: Mapping[SortColumn, Any] = {
        SortColumn.DAY: CoverageItem.day,
        SortColumn.OUTLET: fn.COALESCE(Outlet.position, 0),
        SortColumn.TITLE: CoverageItem.title,
        SortColumn.UNIT: fn.COALESCE(Unit.position, 0),
        SortColumn.LOGGED: CoverageItem.logged_at,
    }
    return keys[column]


def _finish(found: list[Any]) -> tuple[ItemRow, ...]:
    forms, themes = terms.labels(Vocabulary.FORM), terms.labels(Vocabulary.THEME)
    sizes = _group_sizes({row.group_id for row in found if row.group_id is not None})
    return tuple(_row(row, forms, themes, sizes.get(row.group_id, 1)) for row in found)


def _group_sizes(groups: set[int]) -> Mapping[int, int]:
    if not groups:
        return {}
    query: Any = (
        CoverageItem.select(CoverageItem.group, fn.COUNT(CoverageItem.id))
        .where(CoverageItem.group.in_(groups), CoverageItem.removed_at.is_null())
        .group_by(CoverageItem.group)
    )
    return {group: max(1, size) for group, size in query.tuples()}


def _row(row: Any, forms: Mapping[str, str], themes: Mapping[str, str], size: int) -> ItemRow:
    return ItemRow(
        id=row.id,
        day=row.day,
        outlet_id=row.outlet_id,
        outlet=row.outlet.name,
        title=row.title,
        form=row.form,
        form_label=forms.get(row.form, row.form or ""),
        theme=row.theme,
        theme_label=themes.get(row.theme, row.theme or ""),
        tier=row.tier,
        unit_id=row.unit_id,
        unit=row.unit.name if row.unit else "",
        programme=row.programme.name if row.programme else "",
        slot=row.slot,
        author=row.author,
        url=row.url,
        note=row.note,
        group=row.group_id,
        group_size=size,
        logged_by=row.logged_by.name if row.logged_by else "",
        logged_at=row.logged_at,
        removed_at=row.removed_at,
        version=row.version,
    )
