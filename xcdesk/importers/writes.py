"""Rows of a return on their way into the log: their columns, and what stood there before."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from xcdesk.codes import Tier
from xcdesk.db import bulk
from xcdesk.importers.compare import differences
from xcdesk.importers.logbook import Column, Key, Logged, plain
from xcdesk.importers.records import Correction, Record
from xcdesk.models import CoverageItem, NoneToday
from xcdesk.normalise import title_key

COLUMNS = (
    "outlet", "day", "title", "title_key", "form", "theme", "tier", "unit", "programme", "slot", "author",
    "url", "note", "group",
)  # fmt: skip
"""What a batch keeps of an item."""
_TEXTS = frozenset({"title", "title_key", "slot", "author", "url", "note"})
"""Columns that always hold text, of which much is met once."""
_TIERS: Mapping[str | None, str] = {tier.value: tier.value for tier in Tier}


class Write(NamedTuple):
    """One row on its way: where it stands, what it says, and the item it changes (None for a new one).

    ``corrections`` are the cells of the row that a person typed anew. Made for every row.
    """

    sheet: str
    row: int
    record: Record
    key: Key
    item: Logged | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Ids:
    """Rows of the roster by name."""

    units: Mapping[str, int]
    programmes: Mapping[Column, int]


def _values(write: Write, ids: Ids, group: int | None = None) -> tuple[Any, ...]:
    """A record as a coverage item holds it, in the order of `COLUMNS`."""
    record, key = write.record, write.key
    return (
        key.outlet,
        key.day,
        record.title,
        key.title,
        record.form,
        record.theme,
        _TIERS[record.tier],
        ids.units[record.unit] if record.unit else None,
        ids.programmes.get(Column(key.outlet, record.programme)) if record.programme else None,
        record.slot or "",
        record.author or "",
        record.url or "",
        record.note or "",
        group,
    )


def changes(write: Write, ids: Ids) -> dict[str, Any]:
    """Columns that the sheet states otherwise than the logged item."""
    if write.item is None:
        return {}
    wanted = dict(zip(COLUMNS, _values(write, ids), strict=True))
    wanted["tier"] = Tier(wanted["tier"])
    return {str(field): wanted[field] for field in differences(write.record, write.item.record)}


def moved(write: Write) -> dict[str, Any]:
    """Day and title of an item that a person called the same as a row that states them otherwise."""
    record, key = write.record, write.key
    if write.item is None or (record.date, record.title) == (write.item.record.date, write.item.record.title):
        return {}
    if key.day == write.item.record.date and key.title == title_key(write.item.record.title or ""):
        return {}  # the same words with other spaces or marks: what was logged first stays
    return {"day": key.day, "title": record.title, "title_key": key.title}


def corrections(write: Write) -> list[dict[str, object]]:
    """Cells that a person typed anew, for the record: where, what the sheet said and what was typed."""
    place = {"sheet": write.sheet, "row": write.row}
    return [
        {**place, "field": str(one.field), "said": one.said, "typed": one.typed} for one in write.corrections
    ]


def corrected(write: Write | None) -> str | None:
    """The same as JSON, for the batch's own row; None where nothing was typed anew."""
    if write is None or not write.corrections:
        return None
    return json.dumps(corrections(write), ensure_ascii=False)


def snapshots(items: Iterable[int]) -> dict[int, str]:
    """What a batch keeps of each item, as JSON, by the item's row."""
    found: dict[int, str] = {}
    for chunk in bulk.chunks(list(items)):
        rows = list(plain(CoverageItem.select().where(CoverageItem.id.in_(chunk))))
        spelt = _spelt([[row[name] for name in COLUMNS] for row in rows])
        found.update(zip((row["id"] for row in rows), spelt, strict=True))
    return found


def restored(snapshot: str) -> dict[str, Any]:
    """Columns that a snapshot stands for."""
    kept: dict[str, Any] = json.loads(snapshot)
    return {**kept, "day": dt.date.fromisoformat(kept["day"]), "tier": Tier(kept["tier"])}


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=str).encode
_SNAPSHOT = "{" + ", ".join(f'"{name}": %s' for name in COLUMNS) + "}"


class _Words(dict[Any, str]):
    """Values as JSON, days as ISO text, each spelt once: the rows of a return repeat their words."""

    def __missing__(self, value: Any) -> str:
        spelt = self[value] = _encode(value)
        return spelt


def _spelt(rows: Sequence[Sequence[Any]]) -> list[str]:
    """An object of JSON for each row of values in the order of `COLUMNS`, made column by column."""
    word = _Words().__getitem__
    columns = (
        map(encode_basestring if name in _TEXTS else word, values)
        for name, values in zip(COLUMNS, zip(*rows, strict=True), strict=False)  # of no rows there are none
    )
    return list(map(_SNAPSHOT.__mod__, zip(*columns, strict=True)))


class Added(NamedTuple):
    """A new item by its row, and what a batch keeps of it. Made for every row."""

    item: int
    after: str


def insert(
    writes: Sequence[Write], ids: Ids, groups: Mapping[Key, int], common: Mapping[str, Any]
) -> list[Added]:
    """Add an item for each write, in the same order; a "none today" of its outlet and day is taken back.

    ``common`` are columns that all of them share.
    """
    if not writes:
        return []
    numbers = bulk.reserve(CoverageItem, len(writes))
    values = [_values(write, ids, groups.get(write.key)) for write in writes]
    days = {day: day.isoformat() for day in {write.key.day for write in writes}}
    shared = tuple(common.values())
    rows = [
        (number, value[0], days[value[1]], *value[2:], *shared)
        for number, value in zip(numbers, values, strict=True)
    ]
    bulk.insert(CoverageItem, ("id", *COLUMNS, *common), rows)
    take_back_none_days({(write.key.outlet, write.key.day) for write in writes})
    return list(map(Added, numbers, _spelt(values)))


def take_back_none_days(ran: set[tuple[int, dt.date]]) -> None:
    """Remove the "none today" of each outlet and day on which something has run."""
    if not ran:
        return
    days = [day for _, day in ran]
    within = NoneToday.day.between(min(days), max(days))
    noted = NoneToday.select(NoneToday.id, NoneToday.outlet, NoneToday.day).where(within)
    wrong = [row["id"] for row in plain(noted) if (row["outlet"], row["day"]) in ran]
    for some in bulk.chunks(wrong):
        NoneToday.delete().where(NoneToday.id.in_(some)).execute()
