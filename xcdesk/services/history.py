"""What became of one report: every act on it, by hand or by import, oldest first."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xcdesk.models import AuditEntry, ImportRow, Merge, Outlet, Programme, Unit


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as words; "" where it was empty."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One act: when (UTC), by whom, which (``coverage.changed``, ``import.applied``…), and what changed."""

    at: dt.datetime
    who: str
    action: str
    changes: tuple[FieldChange, ...]


def history(item_id: int) -> tuple[HistoryEntry, ...]:
    """Every act on a report, oldest first."""
    return tuple(sorted([*_by_hand(item_id), *_by_import(item_id)], key=lambda entry: entry.at))


def _by_hand(item_id: int) -> Iterator[HistoryEntry]:
    query = AuditEntry.select().where(AuditEntry.subject.in_((f"coverage_item:{item_id}", "coverage_items")))
    for entry in query.order_by(AuditEntry.id):
        facts = json.loads(entry.facts)
        if entry.subject == "coverage_items" and item_id not in facts.get("ids", ()):
            continue
        pairs = facts.get("changes") or _of_many(facts, item_id)
        changes = tuple(_change(field, before, after) for field, (before, after) in pairs.items())
        yield HistoryEntry(entry.at, entry.who_name, entry.action, changes)


def _of_many(facts: Mapping[str, Any], item_id: int) -> Mapping[str, Any]:
    """What an act on many rows changed in this one."""
    for part in facts.get("parts", ()):
        if item_id in part["ids"]:
            changes: Mapping[str, Any] = part["changes"]
            return changes
    return {}


def _by_import(item_id: int) -> Iterator[HistoryEntry]:
    """An import's own entry tells who and when, its batch what the row was before and after."""
    rows = {
        f"import_batch:{row.batch_id}": row for row in ImportRow.select().where(ImportRow.item == item_id)
    }
    for entry in AuditEntry.select().where(AuditEntry.subject.in_(list(rows))).order_by(AuditEntry.id):
        row = rows[entry.subject]
        before = json.loads(row.before) if row.before else None
        after = json.loads(row.after)
        if entry.action == "import.applied":
            yield HistoryEntry(entry.at, entry.who_name, entry.action, _differences(before, after))
        elif item_id not in json.loads(entry.facts).get("kept", ()):
            yield HistoryEntry(entry.at, entry.who_name, entry.action, _differences(after, before or after))


def _differences(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    if before is None:  # the import made the row: there is nothing to compare
        return ()
    return tuple(
        _change(field, before.get(field), after[field])
        for field in after
        if field not in {"title_key", "version"} and before.get(field) != after[field]
    )


def _change(field: str, before: object, after: object) -> FieldChange:
    return FieldChange(field, _words(field, before), _words(field, after))


def _words(field: str, value: object) -> str:
    """A value for reading: a reference by its name, nothing as ""."""
    tables: Mapping[str, Any] = {"outlet": Outlet, "unit": Unit, "programme": Programme}
    if value is None:
        return ""
    if field in tables and isinstance(value, int):
        row = tables[field].get_or_none(tables[field].id == value)
        return row.name if row is not None else _merged(field, value)
    return str(value)


def _merged(field: str, gone: int) -> str:
    """Name of an outlet or unit that has become part of another."""
    row = Merge.select().where((Merge.kind == field) & (Merge.gone == gone)).order_by(Merge.id.desc()).first()
    return row.gone_name if row is not None else str(gone)
