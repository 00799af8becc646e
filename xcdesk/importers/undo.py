"""Takes an import back, leaves what was edited since, and names it."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk import clock
from xcdesk.codes import BatchState
from xcdesk.db import bulk
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.importers import memory, supersede, writes
from xcdesk.models import AuditEntry, CoverageItem, ImportBatch, ImportRow, Outlet
from xcdesk.services import audit, rows
from xcdesk.services.actor import Actor


class UndoneError(DeskError):
    """This batch has been taken back already."""

    code = "import.undone"


class SupersededError(DeskError):
    """A corrected file came in the place of this batch and relies on its rows."""

    code = "import.superseded"


@dataclass(frozen=True, slots=True)
class Undone:
    """How many items were removed (into the trash) and restored, and which were kept, by row."""

    removed: int
    restored: int
    kept: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KeptItem:
    """An item that an undo left, because somebody has changed or removed it since."""

    day: dt.date
    outlet: str
    title: str


def kept_items(undone: Undone) -> tuple[KeptItem, ...]:
    """What an undo left, by name, in the order of their rows."""
    found = (
        CoverageItem.select(CoverageItem, Outlet)
        .join(Outlet)
        .where(CoverageItem.id.in_(undone.kept))
        .order_by(CoverageItem.id)
    )
    return tuple(KeptItem(item.day, item.outlet.name, item.title) for item in found)


def undo(batch_id: int, actor: Actor) -> Undone:
    """Take a batch back in one transaction.

    Raises:
        NotFoundError: there is no such batch.
        UndoneError: it has been taken back already.
        SupersededError: a later one came in its place; that one is taken back first.
    """
    with database.atomic():
        batch = ImportBatch.get_or_none(ImportBatch.id == batch_id)
        if batch is None:
            raise NotFoundError(what="import_batch", name=batch_id)
        if batch.state == BatchState.UNDONE:
            raise UndoneError(batch=batch_id)
        if batch.state == BatchState.SUPERSEDED:
            raise SupersededError(batch=batch_id, later=batch.superseded_by_id)
        imported = ImportRow.select().where(ImportRow.batch == batch).order_by(ImportRow.id)
        undone = _undo_rows(list(imported))
        supersede.unlink(batch_id)
        memory.forget(_learnt(batch_id))
        now = clock.utc_now()
        rows.save_versioned(batch, batch.version, {"state": BatchState.UNDONE, "undone_at": now})
        audit.record(
            actor,
            "import.undone",
            f"import_batch:{batch_id}",
            removed=undone.removed,
            restored=undone.restored,
            kept=list(undone.kept),
        )
    return undone


def _learnt(batch_id: int) -> list[dict[str, Any]]:
    """What the import remembered of columns, by its entry in the record."""
    entry = (
        AuditEntry.select(AuditEntry.facts)
        .where((AuditEntry.subject == f"import_batch:{batch_id}") & (AuditEntry.action == "import.applied"))
        .order_by(AuditEntry.id.desc())
        .first()
    )
    found: list[dict[str, Any]] = json.loads(entry.facts).get("learnt", []) if entry is not None else []
    return found


def _undo_rows(imported: Sequence[ImportRow]) -> Undone:
    items: dict[int, CoverageItem] = {}
    for some in bulk.chunks([row.item for row in imported]):
        items |= {item.id: item for item in CoverageItem.select().where(CoverageItem.id.in_(some))}
    removed, restored, kept = 0, 0, []
    for row in imported:
        item = items.get(row.item)
        if item is None or item.version != row.item_version or item.removed_at is not None:
            kept.append(row.item)
        elif row.before is None:
            rows.save_versioned(item, item.version, {"removed_at": clock.utc_now()})
            removed += 1
        else:
            rows.save_versioned(item, item.version, writes.restored(row.before))
            restored += 1
    return Undone(removed, restored, tuple(kept))
