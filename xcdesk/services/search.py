"""One box over everything: outlets, people, units, reports, materials, bulletins, contributions."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from xcdesk import clock
from xcdesk.models import Bulletin, Contribution, CoverageItem, Material, Outlet, Tenure, Unit

LONGEST = 500
"""Characters that are looked for; SQLite refuses a pattern of some thousands, and no name is as long."""


class HitKind(StrEnum):
    """What was found."""

    OUTLET = "outlet"
    PERSON = "person"
    UNIT = "unit"
    ITEM = "item"
    MATERIAL = "material"
    BULLETIN = "bulletin"
    CONTRIBUTION = "contribution"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found.

    Attributes:
        id: its row; for a person that of the tenure.
        date: day to which it belongs; None for things without.
        place: outlet or unit it belongs to, "" for none; ``place_id`` is that outlet's row for a person.
    """

    kind: HitKind
    id: int
    date: dt.date | None
    title: str
    place: str = ""
    place_id: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The newest hits, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


def search(words: str, limit: int = 50, kinds: Collection[HitKind] = tuple(HitKind)) -> Found:
    """Everything whose name or title holds ``words``; a single Chinese character will do.

    Args:
        words: what was typed; nothing is found for blanks.
        limit: most hits to return.
        kinds: only these kinds of things.

    Returns:
        Hits newest first; things without a date come last, in the order of their lists.
    """
    asked = words.strip()[:LONGEST]
    if not asked:
        return Found((), 0)
    hits: list[Hit] = []
    total = 0
    for kind in HitKind:
        if kind in kinds:
            source = _SOURCES[kind]
            query = source.query(asked)
            total += query.count()
            hits += [source.hit(row) for row in query.limit(limit)]
    hits.sort(key=lambda hit: hit.date or dt.date.min, reverse=True)
    return Found(tuple(hits[:limit]), total)


def _outlets(asked: str) -> Any:
    return Outlet.select().where(Outlet.name.contains(asked)).order_by(Outlet.position, Outlet.id)


def _units(asked: str) -> Any:
    return Unit.select().where(Unit.name.contains(asked)).order_by(Unit.position, Unit.id)


def _people(asked: str) -> Any:
    query = Tenure.select(Tenure, Outlet.id, Outlet.name).join(Outlet).where(Tenure.name.contains(asked))
    return query.order_by(Tenure.since.desc(nulls="LAST"), Tenure.id.desc())


def _items(asked: str) -> Any:
    query = CoverageItem.select(CoverageItem, Outlet.id, Outlet.name).join(Outlet)
    return query.where(CoverageItem.title.contains(asked) & CoverageItem.removed_at.is_null()).order_by(
        CoverageItem.day.desc(), CoverageItem.id.desc()
    )


def _materials(asked: str) -> Any:
    asked_for = Material.title.contains(asked) | Material.body.contains(asked)
    return Material.select().where(asked_for).order_by(Material.created_at.desc(), Material.id.desc())


def _bulletins(asked: str) -> Any:
    query = Bulletin.select(Bulletin, Material.id, Material.title).join(Material)
    return query.where(Material.title.contains(asked)).order_by(
        Bulletin.period_start.desc(), Bulletin.id.desc()
    )


def _contributions(asked: str) -> Any:
    query = Contribution.select().where(Contribution.title.contains(asked))
    return query.order_by(Contribution.received_on.desc(), Contribution.id.desc())


def _outlet(row: Any) -> Hit:
    return Hit(HitKind.OUTLET, row.id, None, row.name)


def _person(row: Any) -> Hit:
    return Hit(HitKind.PERSON, row.id, row.since, row.name, row.outlet.name, row.outlet.id)


def _unit(row: Any) -> Hit:
    return Hit(HitKind.UNIT, row.id, None, row.name)


def _item(row: Any) -> Hit:
    return Hit(HitKind.ITEM, row.id, row.day, row.title, row.outlet.name, row.outlet.id)


def _material(row: Any) -> Hit:
    return Hit(HitKind.MATERIAL, row.id, clock.local(row.created_at).date(), row.title)


def _bulletin(row: Any) -> Hit:
    return Hit(HitKind.BULLETIN, row.id, row.issued_on or row.period_start, row.material.title)


def _contribution(row: Any) -> Hit:
    return Hit(HitKind.CONTRIBUTION, row.id, row.received_on, row.title)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where one kind of thing is looked for (contains() escapes % and _), and the shape of its hits."""

    query: Callable[[str], Any]
    hit: Callable[[Any], Hit]


_SOURCES = {
    HitKind.OUTLET: _Source(_outlets, _outlet),
    HitKind.PERSON: _Source(_people, _person),
    HitKind.UNIT: _Source(_units, _unit),
    HitKind.ITEM: _Source(_items, _item),
    HitKind.MATERIAL: _Source(_materials, _material),
    HitKind.BULLETIN: _Source(_bulletins, _bulletin),
    HitKind.CONTRIBUTION: _Source(_contributions, _contribution),
}
