"""Reprint groups (同稿多发) that an import finds: one title of one unit in several outlets."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xcdesk.db.base import database
from xcdesk.importers import logbook
from xcdesk.importers.compare import Alike, Keys
from xcdesk.importers.logbook import Key
from xcdesk.importers.records import CheckedBook, Chosen, RowStatus
from xcdesk.importers.writes import Ids, Write
from xcdesk.lexicon import Lexicon
from xcdesk.models import CoverageItem, ReprintGroup

REPRINT_DAYS = 15
"""How far apart the placements of one piece may lie."""
_SHORTEST_TITLE = 6


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of new items by key, and of logged items by row that had none."""

    new: Mapping[Key, int]
    logged: Mapping[int, int]


class _Piece(NamedTuple):
    """What the placements of one piece share. Made for every row."""

    title: str
    unit: int


class _Placement(NamedTuple):
    """One placement; ``item`` is None while it is not logged yet. Made for every row."""

    key: Key
    item: int | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Reprint:
    """Another placement, in another outlet, of what row ``row`` (from 1) of sheet ``sheet`` (from 0) reports.

    ``item`` is its row in the log, None if this very file holds it.
    """

    sheet: int
    row: int
    key: Key
    item: int | None


def propose(book: CheckedBook, keys: Keys, lexicon: Lexicon) -> tuple[Reprint, ...]:
    """Rows of a return that repeat what ran in another outlet: these join its group unless somebody objects.

    The first placement of a piece, be it logged or in the file, is what the others repeat.
    """
    units = {unit.name: unit.id for unit in lexicon.units}
    placed: list[tuple[_Piece, Key]] = []
    places: list[tuple[int, int]] = []
    for sheet, checked in enumerate(book.sheets):
        for row, key in zip(checked.rows, keys[sheet], strict=True):
            new = key if row.status == RowStatus.NEW else None
            if new is not None and len(new.title) >= _SHORTEST_TITLE and row.record.unit in units:
                placed.append((_Piece(new.title, units[row.record.unit]), new))
                places.append((sheet, row.row))
    several = _together(placed)
    rows = {
        key: Chosen(*place) for (piece, key), place in zip(placed, places, strict=True) if piece in several
    }
    return tuple(sorted(_repeating(several.values(), rows), key=lambda one: (one.sheet, one.row)))


def _repeating(groups: Iterable[list[_Placement]], rows: Mapping[Key, Chosen]) -> Iterator[Reprint]:
    for placed in groups:
        near = _near(placed)
        if len({one.key.outlet for one in near}) > 1:
            first = next((one for one in near if one.item is not None), near[0])
            for one in near:
                if one.item is None and one is not first:
                    place = rows[one.key]
                    yield Reprint(place.sheet, place.row, first.key, first.item)


def find(
    writes: Sequence[Write],
    ids: Ids,
    alike: Mapping[Key, Alike] | None = None,
    alone: Collection[Key] = (),
) -> Groups:
    """Groups for what is about to be written; groups that are needed are made, no item is touched.

    Args:
        writes: new items.
        ids: rows of the roster.
        alike: pieces, by the key of what is written, that a person has called the same.
        alone: what a person has called a piece of its own, though its title has run elsewhere.
    """
    found = _by_title([write for write in writes if write.key not in alone], ids)
    titles = {write.key: write.record.title or "" for write in writes}
    for key, other in (alike or {}).items():
        if other.item is not None or other.key in titles:
            found = _joined(found, key, other, titles[key])
    return found


def _joined(found: Groups, key: Key, other: Alike, title: str) -> Groups:
    """The same groups with ``key`` and the piece it repeats in one."""
    item = other.item
    if item is None:
        there = found.new.get(other.key)
    else:
        there = found.logged.get(item) or CoverageItem.get_by_id(item).group_id
    group = there or found.new.get(key) or int(ReprintGroup.create(title=title).id)
    new, logged = {**found.new, key: group}, dict(found.logged)
    if item is None:
        new[other.key] = group
    elif there is None:
        logged[item] = group
    return Groups(new, logged)


def _by_title(writes: Iterable[Write], ids: Ids) -> Groups:
    placed: list[tuple[_Piece, Key]] = []
    titles: dict[Key, str] = {}
    for write in writes:
        key, unit = write.key, write.record.unit
        if write.item is None and len(key.title) >= _SHORTEST_TITLE and unit:
            placed.append((_Piece(key.title, ids.units[unit]), key))
            titles[key] = write.record.title or ""
    new: dict[Key, int] = {}
    logged: dict[int, int] = {}
    for one_piece in _together(placed).values():
        near = _near(one_piece)
        if len({one.key.outlet for one in near}) > 1:
            group = _group(next(titles[one.key] for one in reversed(near) if one.item is None), near)
            new.update((one.key, group) for one in near if one.item is None)
            logged.update((one.item, group) for one in near if one.item is not None and one.group is None)
    return Groups(new, logged)


def _together(placed: Sequence[tuple[_Piece, Key]]) -> dict[_Piece, list[_Placement]]:
    """Placements of each piece that has several, those that the log already holds among them.

    Few pieces have, so only these are put together.
    """
    times = Counter(piece for piece, _ in placed)
    logged = list(_logged(times, [key.day for _, key in placed]))
    several = {piece for piece, count in times.items() if count > 1}.union(piece for piece, _ in logged)
    found: dict[_Piece, list[_Placement]] = defaultdict(list)
    for piece, key in placed:
        if piece in several:
            found[piece].append(_Placement(key))
    for piece, one in logged:
        found[piece].append(one)
    return found


def _logged(pieces: Mapping[_Piece, int], days: Sequence[dt.date]) -> Iterator[tuple[_Piece, _Placement]]:
    """What the log already holds of these pieces: one pass over the days of their units."""
    if not days:
        return
    margin = dt.timedelta(days=REPRINT_DAYS)
    columns = (
        CoverageItem.id,
        CoverageItem.outlet,
        CoverageItem.day,
        CoverageItem.title_key,
        CoverageItem.unit,
        CoverageItem.group,
    )
    near = CoverageItem.day.between(min(days) - margin, max(days) + margin)
    near &= CoverageItem.unit.in_({piece.unit for piece in pieces})
    query = CoverageItem.select(*columns).where(CoverageItem.removed_at.is_null() & near)
    for item, outlet, day, title, unit, group in database.execute(query):  # most are none of these pieces
        piece = _Piece(title, unit)
        if piece in pieces:
            yield piece, _Placement(Key(outlet, logbook.as_day(day), title), item, group)


def _near(placed: Sequence[_Placement]) -> list[_Placement]:
    """Placements within some days of the first that is not logged yet."""
    first = min(one.key.day for one in placed if one.item is None)
    return [one for one in placed if abs((one.key.day - first).days) <= REPRINT_DAYS]


def _group(title: str, placed: Iterable[_Placement]) -> int:
    known = next((one.group for one in placed if one.group is not None), None)
    return known if known is not None else int(ReprintGroup.create(title=title).id)
