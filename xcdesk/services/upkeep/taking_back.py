"""Single records brought back from a backup: rows that are gone, lie in the trash, or were changed since."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from peewee import ForeignKeyField, IntegrityError

from xcdesk.db import bulk
from xcdesk.db.backups import copies
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import (
    AuditEntry,
    Case,
    Contribution,
    CoverageItem,
    Material,
    Outlet,
    Programme,
    Quota,
    QuotaMember,
    RemovedRow,
    SiteLink,
    Tenure,
    Unit,
)
from xcdesk.progress import Operation
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor

MOST = 500
"""Rows that are listed at most; more are found by searching."""
_TEXTS = frozenset({"title", "body", "promise", "reply"})
"""Columns of a case that are brought back; where it stands follows from its acts alone."""


class PlaceTakenError(DeskError):
    """Something stands where the row would come back to; fact ``title``."""

    code = "take_back.place_taken"


class ParentGoneError(DeskError):
    """What the row belongs to is gone as well and has to come back first; facts ``what`` and ``id``."""

    code = "take_back.parent_gone"


class InTrashError(DeskError):
    """The row lies whole in the trash and is put back from there; fact ``title``."""

    code = "take_back.in_trash"


class NeverGoneError(DeskError):
    """The row differs in nothing from the backup."""

    code = "take_back.same"


class PastState(StrEnum):
    """What has become of a row since the backup."""

    GONE = "gone"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class PastRow:
    """A row of a backup that is no longer as it was there."""

    kind: str
    id: int
    title: str
    state: PastState


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind: its table, the column that names a row, its area of the record, what may be brought back.

    ``parts`` are rows that belong to it, by the column that refers to it; ``only`` columns are written where
    not all of them may be.
    """

    model: Any
    title: str
    area: str
    only: frozenset[str] = frozenset()
    parts: Mapping[Any, str] = field(default_factory=dict)


_KINDS: Mapping[str, _Kind] = {
    "coverage_item": _Kind(CoverageItem, "title", "coverage"),
    "outlet": _Kind(Outlet, "name", "roster"),
    "unit": _Kind(Unit, "name", "roster"),
    "tenure": _Kind(Tenure, "name", "roster"),
    "programme": _Kind(Programme, "name", "roster"),
    "site_link": _Kind(SiteLink, "name", "roster"),
    "quota": _Kind(Quota, "label", "quota", parts={QuotaMember: "quota_id"}),
    "contribution": _Kind(Contribution, "title", "contribution"),
    "followup_case": _Kind(Case, "title", "case", only=_TEXTS),
    "material": _Kind(Material, "title", "material"),
}
KINDS = tuple(_KINDS)
"""Kinds of rows that can be brought back, by their tables. A material comes back as a new draft."""


def rows(
    backup: Path, key: str, kind: str, words: str = "", operation: Operation | None = None
) -> tuple[PastRow, ...]:
    """Rows of a backup that are gone, lie in the trash or were changed since, the latest first.

    Args:
        backup: a backup that has been verified.
        key: its key.
        kind: one of `KINDS`.
        words: a part of the title; "" for any.
        operation: progress and cancel.
    """
    operation = operation or Operation()
    known, model = _KINDS[kind], _KINDS[kind].model
    now = _now(model)
    found: list[PastRow] = []
    with copies.opened(backup, key) as copy:
        for freed in _purged(copy, kind):
            now.pop(freed, None)
        removed = "removed_at" if _has(copy, kind, "removed_at") else "NULL"
        query = f'SELECT id, version, "{known.title}", {removed} FROM "{kind}" ORDER BY id DESC'  # noqa: S608
        for row, version, title, gone in operation.each(copy.execute(query), 0, every=1000):
            state = _state(now.get(row), version, gone)
            if state is not None and words in title:
                found.append(PastRow(kind, row, title, state))
                if len(found) == MOST:
                    break
    return tuple(found)


def take_back(actor: Actor, backup: Path, key: str, kind: str, row: int) -> int:
    """Bring a row back as it stood in a backup, and return its id.

    What is gone comes back under its own number, what is there is written as it was, with the next version.
    A material comes back as a new draft: what was signed is never written over.

    Raises:
        NotFoundError: the backup has no such row.
        NeverGoneError: it differs in nothing.
        ParentGoneError, PlaceTakenError: it cannot be there again; nothing was written.
        NotAllowedError: the actor's role does not have it.
    """
    known = _KINDS[kind]
    with copies.opened(backup, key) as copy:
        past = _past(copy, kind, "id", row)
        freed = row in _purged(copy, kind)
        parts = {model: _past(copy, _table(model), column, row) for model, column in known.parts.items()}
    if not past:
        raise NotFoundError(what=kind, name=row)
    values = _values(known.model, past[0])
    if kind == "material":
        return approvals.create(actor, NewMaterial(values["kind"], values["title"], values["body"])).id
    with database.atomic():
        there = known.model.get_or_none(known.model.id == row)
        if freed and there is not None:  # something else was given the number meanwhile
            row, there = _new_number(known.model), None
        changed = _write(known, row, there, values | {"version": past[0]["version"] + 1})
        for model, several in parts.items():
            _write_parts(model, known.parts[model], row, [_values(model, each) for each in several])
        facts = {"title": values[known.title], "backup": backup.name, "changes": changed}
        audit.record(actor, f"{known.area}.taken_back", f"{kind}:{row}", **facts)
    return row


def _now(model: Any) -> dict[int, tuple[int, bool]]:
    """Version of each row there is, and whether it lies in the trash."""
    removed = getattr(model, "removed_at", None)
    columns = (model.id, model.version) if removed is None else (model.id, model.version, removed)
    query = model.select(*columns).tuples().iterator()
    found = {row[0]: (row[1], bool(row[2:]) and row[2] is not None) for row in query}
    left: Any = RemovedRow.select(RemovedRow.row, RemovedRow.version)
    left = left.where(RemovedRow.kind == _table(model)).tuples()
    return found | {row: (version, True) for row, version in left}


def _purged(copy: Any, kind: str) -> frozenset[int]:
    """Numbers that were freed since the backup; a file gives them out again, to rows of another meaning."""
    (last,) = copy.execute("SELECT coalesce(max(id), 0) FROM audit_entry").fetchone()
    purges = AuditEntry.action.in_(("trash.purged", "trash.purged_old")) & (AuditEntry.id > last)
    told = (json.loads(entry.facts)["rows"] for entry in AuditEntry.select().where(purges))
    return frozenset(row for rows_of in told for row in rows_of.get(kind, ()))


def _state(now: tuple[int, bool] | None, version: int, was_removed: object) -> PastState | None:
    if was_removed is not None:
        return None  # it lay in the trash then already
    if now is None:
        return PastState.GONE
    if now[1]:
        return PastState.REMOVED
    return PastState.CHANGED if now[0] != version else None


def _has(copy: Any, table: str, column: str) -> bool:
    return column in {row[1] for row in copy.execute(f'PRAGMA table_info("{table}")').fetchall()}


def _past(copy: Any, table: str, column: str, value: int) -> list[dict[str, Any]]:
    query = f'SELECT * FROM "{table}" WHERE "{column}" = ? ORDER BY id'  # noqa: S608  # own words
    cursor = copy.execute(query, (value,))
    names = [each[0] for each in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _values(model: Any, past: Mapping[str, Any]) -> dict[str, Any]:
    """What a row of a backup holds for the columns that its table has today; their parents are there."""
    values: dict[str, Any] = {}
    for column in model._meta.sorted_fields:
        if column.column_name in past and column.name not in {"id", "version"}:
            value = column.python_value(past[column.column_name])
            values[column.name] = _parent(column, value) if isinstance(column, ForeignKeyField) else value
    return values


def _parent(column: Any, value: int | None) -> int | None:
    there = value is None or column.rel_model.select().where(column.rel_model.id == value).exists()
    if there:
        return value
    if column.null:
        return None
    raise ParentGoneError(what=_table(column.rel_model), id=value)


def _new_number(model: Any) -> int:
    (row,) = bulk.reserve(model, 1)
    return row


def _write(known: _Kind, row: int, there: Any, values: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Write the row in place of ``there``, or under its number; returns what that changed."""
    model = known.model
    if there is None and known.only:
        raise NotFoundError(what=_table(model), name=row)
    wanted = {name: value for name, value in values.items() if not known.only or name in known.only}
    version = wanted.pop("version", 0)
    left = (RemovedRow.kind == _table(model)) & (RemovedRow.row == row)
    if there is None and RemovedRow.select().where(left).exists():
        raise InTrashError(title=values[known.title])
    changed = {} if there is None else audit.differences(there, wanted)
    if there is not None and not changed:
        raise NeverGoneError()
    try:
        with database.atomic():
            if there is None:
                model.insert(id=row, version=version, **wanted).execute()
            else:
                model.update(version=model.version + 1, **wanted).where(model.id == row).execute()
    except IntegrityError as error:
        raise PlaceTakenError(title=values[known.title]) from error
    return changed


def _write_parts(model: Any, column: str, owner: int, several: Sequence[Mapping[str, Any]]) -> None:
    model.delete().where(model._meta.columns[column] == owner).execute()
    for values in several:
        model.insert(**values).execute()


def _table(model: Any) -> str:
    found: str = model._meta.table_name
    return found
