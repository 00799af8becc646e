"""Takes an import back, leaves what was edited since, and names it."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import IntegrityError

from xcdesk import clock
from xcdesk.codes import BatchKind, BatchState
from xcdesk.db import bulk
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.importers import memory, supersede, writes
from xcdesk.importers.caselists import undoing
from xcdesk.models import AuditEntry, CaseColumns, CoverageItem, ImportBatch, ImportRow, Outlet
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor


class UndoneError(DeskError):
    """This batch has been taken back already."""

    code = "import.undone"


class SupersededError(DeskError):
    """A corrected file came in the place of this batch and relies on its rows."""

    code = "import.superseded"


@dataclass(frozen=True, slots=True)
class Undone:
    """How many items were removed (into the trash) and restored, and which were kept, by row.

    ``cases`` are the numbers of cases of a list that stay, because something has been done to them since.
    """

    removed: int
    restored: int
    kept: tuple[int, ...]
    cases: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """How many stay."""
        return len(self.kept) + len(self.cases)


@dataclass(frozen=True, slots=True)
class KeptItem:
    """An item that an undo left: somebody has changed or removed it since, or logged the same piece anew."""

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
        AnswersStandError: it entered departments' answers, which are acts.
    """
    with database.atomic():
        batch = ImportBatch.get_or_none(ImportBatch.id == batch_id)
        if batch is None:
            raise NotFoundError(what="import_batch", name=batch_id)
        if batch.state == BatchState.UNDONE:
            raise UndoneError(batch=batch_id)
        if batch.state == BatchState.SUPERSEDED:
            raise SupersededError(batch=batch_id, later=_later(batch_id))
        if batch.kind == BatchKind.COVERAGE:
            imported = ImportRow.select().where(ImportRow.batch == batch).order_by(ImportRow.id)
            undone = _undo_rows(list(imported))
            supersede.unlink(batch)
            memory.forget(_learnt(batch_id))
        else:
            removed, cases = undoing.take_back(actor, batch)
            undone = Undone(removed, 0, (), cases)
            memory.forget(_learnt(batch_id), CaseColumns)
        now = clock.utc_now()
        rows.save_versioned(batch, batch.version, {"state": BatchState.UNDONE, "undone_at": now})
        audit.record(
            actor,
            "import.undone",
            f"import_batch:{batch_id}",
            removed=undone.removed,
            restored=undone.restored,
            kept=list(undone.kept or undone.cases),
        )
    return undone


def _later(batch_id: int) -> int | None:
    later = supersede.successor(batch_id)
    return None if later is None else int(later.id)


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


class _Hands:
    """Which versions of items are the work of imports: what a person has edited since is told apart."""

    def __init__(self, imported: Sequence[ImportRow]) -> None:
        self._versions: dict[int, set[int]] = defaultdict(set)
        self._undone: dict[int, int] = {}
        for some in bulk.chunks([row.item for row in imported]):
            query: Any = ImportRow.select(ImportRow.item, ImportRow.item_version, ImportBatch.state)
            found = query.join(ImportBatch).where(ImportRow.item.in_(some)).tuples()
            for item, version, state in found:
                self._versions[item].add(version)
                if state == BatchState.UNDONE:
                    self._undone[item] = max(version, self._undone.get(item, 0))

    def untouched(self, item: CoverageItem, row: ImportRow) -> bool:
        """Whether an item stands as the import left it, or as the undo of a later one has put it back."""
        return bool(item.version == max(row.item_version, self._undone.get(item.id, 0)))

    def followed(self, row: ImportRow) -> bool:
        """Whether what the import found was the work of an import, too."""
        return row.item_version - 1 in self._versions[row.item]


def _undo_rows(imported: Sequence[ImportRow]) -> Undone:
    items: dict[int, CoverageItem] = {}
    for some in bulk.chunks([row.item for row in imported]):
        items |= {item.id: item for item in CoverageItem.select().where(CoverageItem.id.in_(some))}
    hands = _Hands(imported)
    removed, restored, kept = 0, 0, []
    for row in imported:
        item = items.get(row.item)
        if item is None or not hands.untouched(item, row):
            kept.append(row.item)
        elif row.before is None:
            rows.save_versioned(item, item.version, {"removed_at": clock.utc_now()})
            removed += 1
        elif _put_back(item, row, row.before, followed=hands.followed(row)):
            restored += 1
        else:
            kept.append(row.item)
    return Undone(removed, restored, tuple(kept))


def _put_back(item: CoverageItem, row: ImportRow, before: str, *, followed: bool) -> bool:
    """Let an item say again what it said ``before``, out of the trash too.

    False where the same piece was logged since. What an earlier import had written last is then kept as its
    work, not taken for somebody's edit.
    """
    columns = {**writes.restored(before), "removed_at": None}
    try:
        with database.atomic():
            version = rows.save_versioned(item, item.version, columns)
    except IntegrityError:
        return False
    if followed:
        ImportRow.create(
            batch=row.batch_id, row=0, item=item.id, before=row.after, after=before, item_version=version
        )
    return True
