"""One box over everything: outlets, people, units, programmes, reports, materials, bulletins and the rest."""

import datetime as dt
from collections.abc import Collection

from xcdesk.services.search import names, texts, trackers, waiting
from xcdesk.services.search.hits import Found, Group, Hit, HitKind
from xcdesk.services.search.query import Chip, Prefix, Query, parse

__all__ = ["Chip", "Found", "Group", "Hit", "HitKind", "Prefix", "Query", "count", "look", "parse", "search"]

_NAMES = {
    HitKind.OUTLET: (names.outlets, {Prefix.OUTLET}),
    HitKind.PERSON: (names.people, {Prefix.OUTLET}),
    HitKind.UNIT: (names.units, {Prefix.UNIT}),
    HitKind.PROGRAMME: (names.programmes, {Prefix.OUTLET, Prefix.PROGRAMME}),
    HitKind.ADVERT: (trackers.adverts, {Prefix.OUTLET}),
    HitKind.MANUSCRIPT: (trackers.manuscripts, {Prefix.UNIT}),
    HitKind.ACTIVITY: (trackers.activities, {Prefix.UNIT}),
}
"""Names and short lists, with the prefixes that ask something of them."""

EVERY_KIND = tuple(HitKind)


def search(typed: str, limit: int = 50, kinds: Collection[HitKind] = EVERY_KIND) -> Found:
    """Everything that holds the words typed and meets the chips; a single Chinese character will do.

    Args:
        typed: words and prefixes as `parse` reads them; nothing is found for blanks.
        limit: most hits to return.
        kinds: only these kinds of things.

    Returns:
        Hits newest first; things without a date come last, in the order of their lists.
    """
    query = parse(typed)
    hits = [hit for group in look(query, limit, kinds) for hit in group.hits]
    hits.sort(key=lambda hit: hit.date or dt.date.min, reverse=True)
    return Found(tuple(hits[:limit]), sum(count(query, kind) for kind in kinds))


def look(query: Query, each: int, kinds: Collection[HitKind] = EVERY_KIND) -> tuple[Group, ...]:
    """The newest ``each`` hits of each kind that has any, in the order of the kinds."""
    if not query:
        return ()
    waiting.catch_up()
    found = ((kind, _hits(query, kind, each)) for kind in HitKind if kind in kinds)
    return tuple(Group(kind, hits) for kind, hits in found if hits)


def count(query: Query, kind: HitKind) -> int:
    """How many hits of a kind there are in all."""
    if not query:
        return 0
    waiting.catch_up()
    return texts.SOURCES[kind].count(query) if kind in texts.SOURCES else len(_named(query, kind))


def _hits(query: Query, kind: HitKind, most: int) -> tuple[Hit, ...]:
    if kind in texts.SOURCES:
        return tuple(texts.SOURCES[kind].hits(query, most))
    return tuple(_named(query, kind)[:most])


def _named(query: Query, kind: HitKind) -> list[Hit]:
    look_up, taken = _NAMES[kind]
    return look_up(query) if query.prefixes <= taken else []
