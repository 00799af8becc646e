"""Lines of the trackers in the one box: advertisement plan, units' manuscripts, other activities."""

import functools
import operator
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from peewee import JOIN

from xcdesk.models import Activity, AdvertPlan, Manuscript, Outlet, Unit
from xcdesk.normalise import title_key
from xcdesk.services.search.hits import Hit, HitKind
from xcdesk.services.search.names import outlet_ids, unit_ids
from xcdesk.services.search.query import Prefix, Query


def adverts(query: Query) -> list[Hit]:
    """Lines of the plan by slot, outlet or note, the latest begun first."""
    table = AdvertPlan
    rows = table.select(table.id, table.since, table.slot, Outlet.name, Outlet.id).join(Outlet)
    columns = (table.slot, Outlet.name, table.note, table.wording)
    met = [table.removed_at.is_null(), *_words(query, _held(columns))]
    met += _of(table.outlet, outlet_ids, query.values(Prefix.OUTLET))
    return _hits(HitKind.ADVERT, rows, met, (table.since.desc(), table.id.desc()))


def manuscripts(query: Query) -> list[Hit]:
    """Manuscripts by title, whatever its marks, by unit or note, the latest first."""
    table = Manuscript
    rows = table.select(table.id, table.sent_on, table.title, Unit.name).join(Unit)
    held = _held((Unit.name, table.note))

    def holds(word: str) -> Any:
        return held(word) | table.title_key.contains(title_key(word))

    met = [table.removed_at.is_null(), *_words(query, holds)]
    met += _of(table.unit, unit_ids, query.values(Prefix.UNIT))
    return _hits(HitKind.MANUSCRIPT, rows, met, (table.sent_on.desc(), table.id.desc()))


def activities(query: Query) -> list[Hit]:
    """Activities by title, unit or note, the latest first."""
    table = Activity
    rows = table.select(table.id, table.day, table.title, Unit.name).join(Unit, JOIN.LEFT_OUTER)
    met = [table.removed_at.is_null(), *_words(query, _held((table.title, Unit.name, table.note)))]
    met += _of(table.unit, unit_ids, query.values(Prefix.UNIT))
    return _hits(HitKind.ACTIVITY, rows, met, (table.day.desc(), table.id.desc()))


def _held(columns: Sequence[Any]) -> Callable[[str], Any]:
    """Whether one of the columns holds a word, letter case aside."""

    def holds(word: str) -> Any:
        return functools.reduce(operator.or_, (column.contains(word) for column in columns))

    return holds


def _words(query: Query, holds: Callable[[str], Any]) -> list[Any]:
    return [holds(word) for word in query.words]


def _of(column: Any, known: Callable[[Sequence[str]], list[int]], values: Sequence[str]) -> list[Any]:
    return [column.in_(known(values))] if values else []


def _hits(kind: HitKind, rows: Any, met: Iterable[Any], order: Sequence[Any]) -> list[Hit]:
    found = rows.where(functools.reduce(operator.and_, met)).order_by(*order).tuples()
    return [Hit(kind, row, day, title, place or "", *rest) for row, day, title, place, *rest in found]
