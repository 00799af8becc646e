"""What the coverage log holds about the days and outlets of a return, as a sheet would state it."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from peewee import fn

from xcdesk.db import bulk
from xcdesk.db.base import database, is_sqlite
from xcdesk.importers.likeness import NEAR_DAYS
from xcdesk.importers.records import Record
from xcdesk.models import CoverageItem, ImportRow, Outlet, Programme, Unit
from xcdesk.wording import text

_APART = dt.timedelta(days=30)
"""Days further apart than this are asked for apart."""
_SAME_KEY = """
    SELECT wanted.place, item.id, item.title FROM wanted CROSS JOIN coverage_item AS item
    WHERE item.outlet_id = wanted.outlet AND item.day = wanted.day AND item.title_key = wanted.title
    AND item.removed_at IS NULL AND item.title_key != ''
"""
_WANTED = ("outlet", "day", "title")
_TITLES = """
    SELECT item.day, STRING_AGG(item.title_key, {mark}) FROM coverage_item AS item {index}
    WHERE item.outlet_id = {mark} AND item.day BETWEEN {mark} AND {mark}
    AND item.removed_at IS NULL AND item.title_key != '' GROUP BY item.day
"""
_HINT = "INDEXED BY coverage_item_once"
"""Without it the file engine takes an index without titles, and looks up every row."""


class Key(NamedTuple):
    """What makes two placements one: outlet by row, day, normalised title. Made for every row."""

    outlet: int
    day: dt.date
    title: str


@dataclass(frozen=True, slots=True)
class Brief:
    """An item of the log, just enough to name it by: its row and title."""

    id: int
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


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last."""

    first: dt.date
    last: dt.date


def titles(outlet: int, span: Span) -> dict[dt.date, list[str]]:
    """Keys of the titles that an outlet has under the days of a span, trash left out.

    The engine joins the keys of a day: a million of them come as some thousand rows.
    """
    on_file = is_sqlite(database)
    query = _TITLES.format(mark="?" if on_file else "%s", index=_HINT if on_file else "")
    asked = ("\n", outlet, span.first, span.last)  # a key holds letters and digits only
    found = database.execute_sql(query, asked).fetchall()
    return {as_day(day): joined.split("\n") for day, joined in found}


def as_day(stored: dt.date | str) -> dt.date:
    """A day as an engine answers it."""
    return dt.date.fromisoformat(stored) if isinstance(stored, str) else stored


def briefs(keys: Collection[Key]) -> dict[Key, Brief]:
    """Items of these very keys, trash left out."""
    found: dict[Key, Brief] = {}
    for some in bulk.chunks(list(keys)):
        for place, item, title in bulk.matching(
            _SAME_KEY, _WANTED, [(key.outlet, key.day, key.title) for key in some]
        ):
            found[some[place]] = Brief(item, title)
    return found


def spans(days: Collection[dt.date]) -> Iterator[Span]:
    """Spans that hold all days, each with the days around it; days far apart lie in spans of their own."""
    around = dt.timedelta(days=NEAR_DAYS)
    first = last = None
    for day in sorted(days):
        if first is not None and last is not None and day - last > _APART:
            yield Span(first - around, last + around)
            first = None
        first, last = first or day, day
    if first is not None and last is not None:
        yield Span(first - around, last + around)


def items(ids: Collection[int]) -> dict[int, Logged]:
    """Items in full, by row."""
    names = {model: _names(model) for model in (Outlet, Unit, Programme)}
    found: dict[int, Logged] = {}
    for some in bulk.chunks(sorted(ids)):
        versions = imported_versions(some)
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
    return record._replace(programme=None, note=note)


def _names(model: type[Outlet] | type[Unit] | type[Programme]) -> dict[int, str]:
    return {row["id"]: row["name"] for row in plain(model.select(model.id, model.name))}


def imported_versions(ids: Collection[int]) -> dict[int, int]:
    """Version that the last import gave to each item."""
    found: dict[int, int] = {}
    for some in bulk.chunks(list(ids)):
        rows = (
            ImportRow.select(ImportRow.item, fn.MAX(ImportRow.item_version).alias("last"))
            .where(ImportRow.item.in_(some))
            .group_by(ImportRow.item)
        )
        found |= {row["item"]: row["last"] for row in plain(rows)}
    return found


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
