"""Brings an import back that was taken back, from what its batch keeps; the file is not needed."""

import json
from collections.abc import Collection
from typing import Any

from peewee import IntegrityError

from xcdesk import clock
from xcdesk.codes import BatchKind, BatchState
from xcdesk.db import bulk
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError, StaleRowError
from xcdesk.importers import supersede, writes
from xcdesk.importers.caselists import undoing
from xcdesk.models import AuditEntry, CoverageItem, ImportBatch, ImportMonth, ImportRow
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor


class ChangedSinceError(DeskError):
    """Something that the undo had put back has been changed since."""

    code = "import.changed_since"


def redo(batch_id: int, actor: Actor, kept: Collection[int] = ()) -> int:
    """Write once more what an undo took back, whole or not at all; returns the new batch.

    How the sender's columns were understood is learnt again from the next file.

    Args:
        batch_id: the batch that was taken back.
        actor: who asks for it.
        kept: items that the undo left as they were, by row; they are left once more.

    Raises:
        NotFoundError: there is no such batch.
        ChangedSinceError: the batch stands, or an item is not as the undo left it.
    """
    old = ImportBatch.get_or_none(ImportBatch.id == batch_id)
    if old is None:
        raise NotFoundError(what="import_batch", name=batch_id)
    try:
        with database.atomic():
            if old.state != BatchState.UNDONE:
                raise ChangedSinceError(name=old.file_name)
            batch = _copy(old, actor)
            facts = {"file": old.file_name, **_facts(batch_id)}
            if facts.get("supersedes") is not None:
                supersede.link(facts["supersedes"], batch)
            if old.kind == BatchKind.COVERAGE:
                _write(old, batch, kept)
            else:
                undoing.bring_back(actor, old, batch)
            audit.record(actor, "import.applied", f"import_batch:{batch.id}", **{**facts, "learnt": []})
    except (IntegrityError, StaleRowError) as error:
        raise ChangedSinceError(name=old.file_name) from error
    return int(batch.id)


def _copy(old: ImportBatch, actor: Actor) -> ImportBatch:
    """A batch that says of the file and its months what ``old`` says."""
    sent_back = old.returned_at is not None and not ImportRow.select().where(ImportRow.batch == old).exists()
    batch = ImportBatch.create(
        kind=old.kind,
        sender=old.sender_id,
        file_name=old.file_name,
        sha256=old.sha256,
        state=BatchState.RETURNED if sent_back else BatchState.APPLIED,
        counts=old.counts,
        imported_by=actor.id,
        received_on=old.received_on,
        returned_at=old.returned_at,
        corrects=old.corrects_id,
    )
    for month in ImportMonth.select().where(ImportMonth.batch == old):
        ImportMonth.create(
            batch=batch,
            unit=month.unit_id,
            month=month.month,
            accepted=month.accepted,
            turned_down=month.turned_down,
        )
    return batch


def _facts(batch_id: int) -> dict[str, Any]:
    """What the record says of the import."""
    entry = (
        AuditEntry.select(AuditEntry.facts)
        .where((AuditEntry.subject == f"import_batch:{batch_id}") & (AuditEntry.action == "import.applied"))
        .order_by(AuditEntry.id.desc())
        .first()
    )
    found: dict[str, Any] = json.loads(entry.facts) if entry is not None else {}
    return found


def _write(old: ImportBatch, batch: ImportBatch, kept: Collection[int]) -> None:
    """Write every item of ``old`` as it stood after the import."""
    done: dict[int, ImportRow] = {}
    for row in ImportRow.select().where(ImportRow.batch == old).order_by(ImportRow.id):
        if row.item not in kept:
            done.setdefault(row.item, row)  # what follows of an item is the work of the undo
    items: dict[int, CoverageItem] = {}
    for some in bulk.chunks(list(done)):
        items |= {item.id: item for item in CoverageItem.select().where(CoverageItem.id.in_(some))}
    now = writes.snapshots(done)
    for number, row in done.items():
        item = items.get(number)
        if item is None or not _as_undone(item, row, now[number]):
            raise ChangedSinceError(name=old.file_name)
        ImportRow.create(
            batch=batch,
            sheet=row.sheet,
            row=row.row,
            item=number,
            before=row.before,
            after=row.after,
            item_version=rows.save_versioned(item, item.version, _columns(row)),
            corrected=row.corrected,
        )
    ran = {(items[number].outlet_id, items[number].day) for number, row in done.items() if row.before is None}
    writes.take_back_none_days(ran)


def _as_undone(item: CoverageItem, row: ImportRow, now: str) -> bool:
    """Whether an item says what it said when the undo had been at it."""
    if row.before is None:
        return item.removed_at is not None and now == row.after
    return item.removed_at is None and now == row.before


def _columns(row: ImportRow) -> dict[str, Any]:
    """What the import made of an item: a new one, one in the trash, or one that says something else."""
    if row.before is None:
        return {"removed_at": None}
    return {"removed_at": clock.utc_now()} if row.before == row.after else writes.restored(row.after)
