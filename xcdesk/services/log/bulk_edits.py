"""Changing many reports in one act: the same words into each, in one transaction, taken back as one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from peewee import IntegrityError

from xcdesk.db.base import database
from xcdesk.errors import DeskError, StaleRowError
from xcdesk.models import CoverageItem
from xcdesk.progress import Operation
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record import audit, entries, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.entries import ItemChange
from xcdesk.services.roster import lexicon

MOST = 10_000
"""Reports that one act changes at most; taking it back holds the window up for a second or two."""

_TOGETHER = 500
"""Rows that one statement writes; SQLite takes no more than some thousand parameters."""

_ONCE = frozenset({"outlet", "day", "title_key"})
"""Columns that together may stand only once, so that each row is tried by itself."""


class TooManyToChangeError(DeskError):
    """More reports were chosen than one act changes; facts ``count`` and ``most``."""

    code = "coverage.too_many_to_change"


@dataclass(frozen=True, slots=True)
class Edit:
    """What a row is to hold, at the version that it has: columns as they are stored."""

    id: int
    version: int
    values: Mapping[str, Any]


def versions(item_ids: Sequence[int]) -> tuple[ItemVersion, ...]:
    """The rows of these ids that lie in the log, at their versions of now, in no particular order."""
    item = CoverageItem
    found: list[ItemVersion] = []
    for some in _stretches(item_ids):
        query = item.select(item.id, item.version).where(item.id.in_(some), item.removed_at.is_null())
        found += [ItemVersion(*row) for row in database.execute(query).fetchall()]
    return tuple(found)


def change_items(
    actor: Actor, items: Sequence[ItemVersion], change: ItemChange, operation: Operation | None = None
) -> tuple[Edit, ...]:
    """Write the same change into many reports, all of them or none.

    Returns:
        What the rows that were really changed held before, at their new versions: `put_back` undoes the act.

    Raises:
        TooManyToChangeError: there are more than `MOST`.
        StaleRowError: one of them was changed or removed meanwhile; nothing was written.
        Cancelled: the user stopped it; nothing was written.
        DeskError: a code of area ``coverage``; nothing was written.
    """
    if len(items) > MOST:
        raise TooManyToChangeError(count=len(items), most=MOST)
    with database.atomic():
        return _write(actor, _edits(items, change), len(items), operation or Operation())


def put_back(actor: Actor, edits: Sequence[Edit], operation: Operation | None = None) -> tuple[Edit, ...]:
    """Give rows the values named; takes and returns what `change_items` returns.

    Raises:
        StaleRowError: one of the rows was changed meanwhile; nothing was written.
        DuplicateItemError: a title has been logged again in the meantime; nothing was written.
    """
    with database.atomic():
        return _write(actor, edits, len(edits), operation or Operation())


def _edits(items: Sequence[ItemVersion], change: ItemChange) -> Iterator[Edit]:
    """The columns that the change writes; they depend on the outlet of the row, and on nothing else of it."""
    words, known = lexicon.load(), dict[int, Mapping[str, Any]]()
    for some in _stretches(items):
        item = CoverageItem
        query = item.select(item.id, item.outlet).where(item.id.in_([one.id for one in some]))
        outlets = dict(database.execute(query).fetchall())
        for one in some:
            if one.id not in outlets:
                raise StaleRowError(table="coverage_item", id=one.id)
            outlet = outlets[one.id]
            if outlet not in known:
                known[outlet] = entries.changed(change, words, outlet)
            yield Edit(one.id, one.version, known[outlet])


def _write(actor: Actor, edits: Iterable[Edit], total: int, operation: Operation) -> tuple[Edit, ...]:
    before: list[Edit] = []
    parts: dict[str, dict[str, Any]] = {}
    for done, some in enumerate(_stretches(edits)):
        operation.check()
        operation.report(done * _TOGETHER, total, "")
        for old, new in _write_some(some):
            before.append(old)
            _note(parts, old, new)
    operation.report(total, total, "")
    if before:
        subject = f"coverage_item:{before[0].id}" if len(before) == 1 else "coverage_items"
        ids = [one.id for one in before]
        audit.record(actor, "coverage.changed", subject, ids=ids, parts=list(parts.values()))
    return tuple(before)


def _write_some(edits: Sequence[Edit]) -> Iterator[tuple[Edit, Edit]]:
    """Write some rows; yields what each held, at its new version, and what it was given."""
    held = _held(edits)
    wanted: list[Edit] = []
    for edit in edits:
        row = held.get(edit.id)
        if row is None or row.version != edit.version or row.removed_at is not None:
            raise StaleRowError(table="coverage_item", id=edit.id)
        values = {name: value for name, value in edit.values.items() if value != row.__data__[name]}
        if values:
            wanted.append(Edit(edit.id, edit.version, values))
    _put(wanted, held)
    for edit in wanted:
        old = {name: held[edit.id].__data__[name] for name in edit.values}
        yield Edit(edit.id, edit.version + 1, old), edit


def _held(edits: Sequence[Edit]) -> Mapping[int, CoverageItem]:
    query = CoverageItem.select().where(CoverageItem.id.in_([edit.id for edit in edits]))
    return {row.id: row for row in query}


def _put(edits: Sequence[Edit], held: Mapping[int, CoverageItem]) -> None:
    """Write rows of one version and the same values by one statement, those that may clash one by one."""
    for edit in edits:
        if _ONCE & edit.values.keys():
            _put_one(edit, held[edit.id])
    alike = [edit for edit in edits if not _ONCE & edit.values.keys()]
    for _, some in groupby(sorted(alike, key=_likeness), key=_likeness):
        same = list(some)
        item = CoverageItem
        ours = item.id.in_([edit.id for edit in same]) & (item.version == same[0].version)
        written = item.update(**same[0].values, version=same[0].version + 1).where(ours).execute()
        if written != len(same):
            raise StaleRowError(table="coverage_item", id=same[0].id)


def _put_one(edit: Edit, row: CoverageItem) -> None:
    try:
        with database.atomic():
            rows.save_versioned(row, edit.version, edit.values)
    except IntegrityError as error:
        raise coverage.duplicate_of(row, edit.values) from error


def _likeness(edit: Edit) -> str:
    return repr((edit.version, sorted(edit.values.items(), key=lambda pair: pair[0])))


def _note(parts: dict[str, dict[str, Any]], old: Edit, new: Edit) -> None:
    """Add a row to the part of the record whose rows changed alike."""
    changes = {name: [old.values[name], value] for name, value in new.values.items() if name != "title_key"}
    part = parts.setdefault(repr(changes), {"ids": [], "changes": changes})
    part["ids"].append(old.id)


def _stretches(found: Iterable[Any]) -> Iterator[list[Any]]:
    some: list[Any] = []
    for one in found:
        some.append(one)
        if len(some) == _TOGETHER:
            yield some
            some = []
    if some:
        yield some
