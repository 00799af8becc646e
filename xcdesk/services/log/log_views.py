"""Views of the log: which columns, which rows, in which order; kept as text under a name."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from xcdesk.codes import Tier
from xcdesk.services.counts.item_filter import EVERYTHING, ItemField, ItemFilter
from xcdesk.services.log.arrangement import NEWEST_FIRST, Order


@dataclass(frozen=True, slots=True)
class LogView:
    """A way to look at the log.

    Attributes:
        columns: those shown, from left to right; empty for the usual ones.
        frozen: how many of them stay when the rest is scrolled.
        chosen: which rows.
        order: how the rows follow each other.
    """

    columns: tuple[ItemField, ...] = ()
    frozen: int = 0
    chosen: ItemFilter = EVERYTHING
    order: Order = field(default_factory=lambda: NEWEST_FIRST)


def written(view: LogView) -> str:
    """The view as text; conditions that ask nothing are left out."""
    asked = {
        one.name: getattr(view.chosen, one.name)
        for one in fields(ItemFilter)
        if getattr(view.chosen, one.name) != getattr(EVERYTHING, one.name)
    }
    whole = {
        "columns": view.columns,
        "frozen": view.frozen,
        "chosen": asked,
        "order": [view.order.column, view.order.descending],
    }
    return json.dumps(whole, ensure_ascii=False, default=str)


def read(text: str) -> LogView:
    """The view that a text holds; what this version does not know is left out."""
    try:
        whole = json.loads(text)
    except ValueError:
        return LogView()
    if not isinstance(whole, dict):
        return LogView()
    column, descending = (*whole.get("order", ()), "", True)[:2]
    order = Order(ItemField(column), bool(descending)) if column in set(ItemField) else NEWEST_FIRST
    frozen = whole.get("frozen", 0)
    return LogView(
        _columns(whole.get("columns", ())),
        frozen if isinstance(frozen, int) else 0,
        _filter(whole.get("chosen", {})),
        order,
    )


def _columns(given: Any) -> tuple[ItemField, ...]:
    return tuple(ItemField(each) for each in given if each in set(ItemField))


def _filter(asked: Mapping[str, Any]) -> ItemFilter:
    known = {name: _READERS.get(name, _as_it_is)(value) for name, value in asked.items() if name in _NAMES}
    return ItemFilter(**known)


def _as_it_is(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _holds(value: Any) -> tuple[tuple[ItemField, str], ...]:
    return tuple((ItemField(name), words) for name, words in value if name in set(ItemField))


_NAMES = frozenset(one.name for one in fields(ItemFilter))
_READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("since", "until", "logged_since", "logged_until"), dt.date.fromisoformat),
    **dict.fromkeys(("blank", "filled"), _columns),
    "tiers": lambda value: tuple(Tier(each) for each in value if each in set(Tier)),
    "holds": _holds,
}
