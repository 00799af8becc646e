"""What a column of the log that holds a list can be filtered by: its values, and how many rows have each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from peewee import fn

from xcdesk.codes import Vocabulary
from xcdesk.db.base import database
from xcdesk.models import CoverageItem, Outlet, Programme, Unit, User
from xcdesk.progress import Operation
from xcdesk.services.counts import sums
from xcdesk.services.counts.item_filter import ItemField, ItemFilter, where
from xcdesk.services.counts.sums import TallyKey
from xcdesk.services.log import arrangement
from xcdesk.services.office import terms
from xcdesk.wording import text

LISTS: Mapping[ItemField, str] = {
    ItemField.OUTLET: "outlet_ids",
    ItemField.UNIT: "unit_ids",
    ItemField.FORM: "forms",
    ItemField.THEME: "themes",
    ItemField.TIER: "tiers",
    ItemField.PROGRAMME: "programme_ids",
    ItemField.LOGGED_BY: "logged_by_ids",
}
"""Columns that hold a value of a list, with the condition of `ItemFilter` that asks for some of them."""

_TALLIED = frozenset(key.value for key in TallyKey)


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a column: its name, "" for rows without, and how many placements have it."""

    value: int | str | None
    label: str
    count: int


def facets(chosen: ItemFilter, field: ItemField, operation: Operation | None = None) -> tuple[Facet, ...]:
    """The values that rows of the filter have in a column of `LISTS`, in the order of the list.

    The filter's own condition on this column does not count, or the other values could not be chosen.
    """
    (operation or Operation()).check()
    counts = _counts(_without(chosen, field), field)
    names = labels(field)
    known = [value for value in arrangement.ranked(field) if value in counts]
    rest = [value for value in counts if value is not None and value not in set(known)]
    found = [Facet(value, names.get(value, str(value)), counts[value]) for value in (*known, *rest)]
    if None in counts:
        found.append(Facet(None, "", counts[None]))
    return tuple(found)


def labels(field: ItemField) -> Mapping[Any, str]:
    """The names of all values of a column of `LISTS`."""
    if field in {ItemField.FORM, ItemField.THEME}:
        return terms.labels(Vocabulary(field.value))
    if field == ItemField.TIER:
        return {tier: text(f"tier.{tier}") for tier in arrangement.ranked(field)}
    tables: Mapping[ItemField, Any] = {
        ItemField.OUTLET: Outlet,
        ItemField.UNIT: Unit,
        ItemField.PROGRAMME: Programme,
        ItemField.LOGGED_BY: User,
    }
    table = tables[field]
    return dict(table.select(table.id, table.name).tuples())


def _without(chosen: ItemFilter, field: ItemField) -> ItemFilter:
    nothing: dict[str, Any] = {LISTS[field]: ()}
    return replace(chosen, **nothing)


def _counts(chosen: ItemFilter, field: ItemField) -> dict[Any, int]:
    if field in _TALLIED:
        found = sums.placements(chosen, (TallyKey(field.value),))
        return {value: count for (value,), count in found.items() if count}
    column = getattr(CoverageItem, field)
    query = CoverageItem.select(column, fn.COUNT(CoverageItem.id)).where(where(chosen)).group_by(column)
    return dict(database.execute(query).fetchall())
