"""What the coverage log holds about the days and outlets of a return, as a sheet would state it."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from peewee import fn

from xcdesk.db import bulk
from xcdesk.importers.records import Record
from xcdesk.models import CoverageItem, ImportRow, Outlet, Programme, Unit
from xcdesk.wording import text


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two placements one: outlet by row, day, normalised title."""

    outlet: int
    day: dt.date
    title: str


@dataclass(frozen=True, slots=True)
class Brief:
    """An item of the log, just enough to find it by: its row, key and title."""

    id: int
    key: Key
    title: str


@dataclass(frozen=True, slots=True)
class Logged:
    """An item of the log; ``imported`` says that nobody has edited it since a return wrote it."""

    id: int
    version: int
    record: Record
    imported: bool


def plain(query: Any) -> Iterator[dict[str, Any]]:
    """Rows of a query as columns by name (the stubs of peewee 4.5.3 call them models)."""
    return iter(query.dicts())


def briefs(outlets: Collection[int], days: Collection[dt.date]) -> Iterator[Brief]:
    """Items of these outlets on these days, trash left out."""
    columns = (
        CoverageItem.id,
        CoverageItem.outlet,
        CoverageItem.day,
        CoverageItem.title_key,
        CoverageItem.title,
    )
    for some in bulk.chunks(sorted(days)):
        within = CoverageItem.outlet.in_(list(outlets)) & CoverageItem.day.in_(some)
        found: Any = CoverageItem.select(*columns).where(CoverageItem.removed_at.is_null() & within)
        for item, outlet, day, key, title in found.tuples().iterator():
            yield Brief(item, Key(outlet, day, key), title)


def items(ids: Collection[int]) -> dict[int, Logged]:
    """Items in full, by row."""
    names = {model: _names(model) for model in (Outlet, Unit, Programme)}
    found: dict[int, Logged] = {}
    for some in bulk.chunks(sorted(ids)):
        versions = _imported_versions(some)
        for row in plain(CoverageItem.select().where(CoverageItem.id.in_(some))):
            found[row["id"]] = Logged(
                id=row["id"],
                version=row["version"],
                record=_record(row, names),
                imported=versions.get(row["id"]) == row["version"],
            )
    return found


@dataclass(frozen=True, slots=True)
class Column:
    """A programme's place: the outlet's row and the programme's name."""

    outlet: int
    name: str


def programmes() -> dict[Column, int]:
    """Every programme on the roster by outlet and name."""
    found = Programme.select(Programme.id, Programme.outlet, Programme.name)
    return {Column(row["outlet"], row["name"]): row["id"] for row in plain(found)}


def loggable(record: Record, outlet: int, known: Mapping[Column, int]) -> Record:
    """``record`` as the log can hold it: a programme that is not on the roster goes into the note."""
    if record.programme is None or Column(outlet, record.programme) in known:
        return record
    key = "import.programme_and_note" if record.note else "import.programme_noted"
    note = text(key, "zh", programme=record.programme, note=record.note)  # kept: one language for all desks
    return replace(record, programme=None, note=note)


def _names(model: type[Outlet] | type[Unit] | type[Programme]) -> dict[int, str]:
    return {row["id"]: row["name"] for row in plain(model.select(model.id, model.name))}


def _imported_versions(ids: Collection[int]) -> dict[int, int]:
    """Version that the last import gave to each item."""
    rows = (
        ImportRow.select(ImportRow.item, fn.MAX(ImportRow.item_version).alias("last"))
        .where(ImportRow.item.in_(list(ids)))
        .group_by(ImportRow.item)
    )
    return {row["item"]: row["last"] for row in plain(rows)}


def _record(row: dict[str, Any], names: dict[Any, dict[int, str]]) -> Record:
    return Record(
        date=row["day"],
        outlet=names[Outlet].get(row["outlet"]),
        title=row["title"],
        form=row["form"],
        theme=row["theme"],
        tier=row["tier"].value,
        unit=names[Unit].get(row["unit"]),
        programme=names[Programme].get(row["programme"]),
        slot=row["slot"] or None,
        author=row["author"] or None,
        url=row["url"] or None,
        note=row["note"] or None,
    )
