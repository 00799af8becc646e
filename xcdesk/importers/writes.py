"""Rows of a return on their way into the log: their columns, and what stood there before."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk.codes import Tier
from xcdesk.importers.compare import differences
from xcdesk.importers.logbook import Column, Key, Logged, chunks, plain
from xcdesk.importers.records import Correction, Record
from xcdesk.models import CoverageItem, NoneToday
from xcdesk.normalise import title_key

COLUMNS = (
    "outlet", "day", "title", "title_key", "form", "theme", "tier", "unit", "programme", "slot", "author",
    "url", "note", "group",
)  # fmt: skip
"""What a batch keeps of an item."""


@dataclass(frozen=True, slots=True)
class Write:
    """One row on its way: where it stands, what it says, and the item it changes (None for a new one).

    ``corrections`` are the cells of the row that a person typed anew.
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


def columns(write: Write, ids: Ids) -> dict[str, Any]:
    """A record as columns of a coverage item."""
    record, key = write.record, write.key
    programme = ids.programmes.get(Column(key.outlet, record.programme)) if record.programme else None
    return {
        "outlet": key.outlet,
        "day": key.day,
        "title": record.title,
        "title_key": key.title,
        "form": record.form,
        "theme": record.theme,
        "tier": Tier(record.tier or ""),
        "unit": ids.units[record.unit] if record.unit else None,
        "programme": programme,
        "slot": record.slot or "",
        "author": record.author or "",
        "url": record.url or "",
        "note": record.note or "",
    }


def changes(write: Write, ids: Ids) -> dict[str, Any]:
    """Columns that the sheet states otherwise than the logged item."""
    if write.item is None:
        return {}
    wanted = columns(write, ids)
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
    found = corrections(write) if write is not None else []
    return json.dumps(found, ensure_ascii=False) if found else None


def snapshots(items: Iterable[int]) -> dict[int, str]:
    """What a batch keeps of each item, as JSON, by the item's row."""
    found: dict[int, str] = {}
    for chunk in chunks(list(items)):
        for row in plain(CoverageItem.select().where(CoverageItem.id.in_(chunk))):
            kept = {name: _plain(row[name]) for name in COLUMNS}
            found[row["id"]] = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return found


def restored(snapshot: str) -> dict[str, Any]:
    """Columns that a snapshot stands for."""
    kept: dict[str, Any] = json.loads(snapshot)
    return {**kept, "day": dt.date.fromisoformat(kept["day"]), "tier": Tier(kept["tier"])}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def insert(rows: Sequence[dict[str, Any]]) -> dict[Key, int]:
    """Add items and return their rows by key; a "none today" of their outlet and day is taken back."""
    if not rows:
        return {}
    for chunk in chunks(rows):
        CoverageItem.insert_many(chunk).execute()
    keys = {Key(row["outlet"], row["day"], row["title_key"]) for row in rows}
    days = [key.day for key in keys]
    for outlet in {key.outlet for key in keys}:
        ran = {key.day for key in keys if key.outlet == outlet}
        NoneToday.delete().where((NoneToday.outlet == outlet) & NoneToday.day.in_(ran)).execute()
    found = CoverageItem.select(
        CoverageItem.id, CoverageItem.outlet, CoverageItem.day, CoverageItem.title_key
    ).where(
        CoverageItem.removed_at.is_null()
        & CoverageItem.day.between(min(days), max(days))
        & CoverageItem.outlet.in_({key.outlet for key in keys})
    )
    placed = {Key(row["outlet"], row["day"], row["title_key"]): row["id"] for row in plain(found)}
    return {key: placed[key] for key in keys}
