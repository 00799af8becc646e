"""Carries out a plan: one transaction, one entry in the record, before and after of every row kept."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from peewee import IntegrityError

from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.errors import DeskError, StaleRowError
from xcdesk.importers import compare, groups, logbook, mapping, receipts, writes
from xcdesk.importers.compare import Alike
from xcdesk.importers.logbook import Key
from xcdesk.importers.plan import FilePlan, UnknownUnitError
from xcdesk.importers.records import CheckedRow, CheckedSheet, RowStatus, SheetKind
from xcdesk.importers.writes import Ids, Write
from xcdesk.lexicon import Lexicon
from xcdesk.models import CoverageItem, ImportBatch, ImportRow, RememberedMapping, Unit
from xcdesk.progress import Operation
from xcdesk.services import audit, rows
from xcdesk.services import lexicon as words
from xcdesk.services.actor import Actor


class Duplicates(StrEnum):
    """What to do with pieces logged already: leave them, bring them up to date, or refuse the file."""

    SKIP = "skip"
    UPDATE = "update"
    STOP = "stop"


class StalePlanError(DeskError):
    """The log has changed since the plan was made; nothing was written."""

    code = "import.stale"


class DuplicatesError(DeskError):
    """The file holds pieces that are logged already, and the user asked to stop then."""

    code = "import.duplicates"


class MissingUnitError(DeskError):
    """Nothing tells which unit sent the file."""

    code = "unit.missing"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One row to write: sheet by index from 0, row by number from 1."""

    sheet: int
    row: int


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import wrote; ``batch`` is None when there was nothing to write."""

    batch: int | None
    added: int = 0
    updated: int = 0


_WRITTEN = {
    Duplicates.SKIP: {RowStatus.NEW},
    Duplicates.UPDATE: {RowStatus.NEW, RowStatus.CHANGED},
    Duplicates.STOP: {RowStatus.NEW},
}
_TICKABLE = {RowStatus.NEW, RowStatus.CHANGED, RowStatus.CONFLICT}
_LOGGED = (RowStatus.CHANGED, RowStatus.SAME, RowStatus.DUPLICATE, RowStatus.CONFLICT)


def apply(
    plan: FilePlan,
    actor: Actor,
    duplicates: Duplicates = Duplicates.SKIP,
    ticked: Collection[Chosen] | None = None,
    same_piece: Collection[Chosen] = (),
    operation: Operation | None = None,
) -> Applied:
    """Write the rows of a plan.

    Args:
        plan: as shown to the person who decides.
        actor: who imports.
        duplicates: which rows besides new ones are written.
        ticked: the rows left ticked in the preview; None for all that ``duplicates`` allows.
        same_piece: rows that a person calls one piece with what they are much like.
        operation: stops the import until its last moment; then nothing is written.

    Raises:
        StalePlanError: the log has changed since the plan was made.
        DuplicatesError: there are logged pieces and ``duplicates`` says stop.
        MissingUnitError, UnknownUnitError: a row to write has no unit of the roster.
        Cancelled: the user stopped it.
    """
    operation = operation or Operation()
    if duplicates == Duplicates.STOP:
        _stop_at_duplicates(plan)
    try:
        with database.atomic():
            lexicon = words.load()
            _refuse_if_stale(plan, lexicon)
            wanted = list(_wanted(plan, lexicon, duplicates, ticked))
            operation.check()
            applied = _write(plan, actor, wanted, same_piece) if wanted else Applied(None)
            operation.check()
            return applied
    except (IntegrityError, StaleRowError) as error:
        raise StalePlanError(name=plan.path.name) from error


def _stop_at_duplicates(plan: FilePlan) -> None:
    counts = plan.counts()
    logged = sum(counts[status] for status in _LOGGED)
    if logged:
        raise DuplicatesError(name=plan.path.name, count=logged)


def _refuse_if_stale(plan: FilePlan, lexicon: Lexicon) -> None:
    """What was shown is written, or nothing: if anything was recorded since, the log is read again."""
    if audit.anchor() == plan.anchor:
        return
    fresh = compare.compare(plan.checked, lexicon)
    if fresh.book != plan.book or fresh.matches != plan.matches:
        raise StalePlanError(name=plan.path.name)


def _wanted(
    plan: FilePlan, lexicon: Lexicon, duplicates: Duplicates, ticked: Collection[Chosen] | None
) -> Iterator[Write]:
    outlets = {outlet.name: outlet.id for outlet in lexicon.outlets}
    known = logbook.programmes()
    items = {Chosen(match.sheet, match.row): match.item for match in plan.matches}
    allowed = _WRITTEN[duplicates] if ticked is None else _TICKABLE
    for place, row in _rows(plan):
        here = Chosen(place, row.row)
        key = compare.key_of(row.record, outlets)
        if row.status in allowed and (ticked is None or here in ticked) and key is not None:
            if row.record.unit is None:
                raise _no_unit(plan)
            record = logbook.loggable(row.record, key.outlet, known)
            yield Write(plan.book.sheets[place].name, row.row, record, key, items.get(here))


def _no_unit(plan: FilePlan) -> DeskError:
    if plan.book.stranger:
        return UnknownUnitError(name=plan.book.stranger)
    return MissingUnitError(name=plan.path.name)


def _rows(plan: FilePlan) -> Iterator[tuple[int, CheckedRow]]:
    for place, sheet in enumerate(plan.book.sheets):
        for row in sheet.rows:
            yield place, row


def _write(plan: FilePlan, actor: Actor, wanted: list[Write], same_piece: Collection[Chosen]) -> Applied:
    units = {row["name"]: row["id"] for row in logbook.plain(Unit.select(Unit.id, Unit.name))}
    ids = Ids(units, logbook.programmes())
    sender = units[plan.book.sender] if plan.book.sender else None
    batch = receipts.open_batch(plan, sender, actor)
    added = [write for write in wanted if write.item is None]
    changed = [write for write in wanted if write.item is not None]
    grouped = groups.find(added, ids, _alike(plan, added, same_piece))
    _add(batch, actor, added, ids, grouped)
    _change(batch, changed, ids, grouped)
    receipts.keep_months(batch, plan, (_place(write, sender, units) for write in wanted))
    if sender is not None:
        _remember(plan, sender)
    audit.record(
        actor,
        "import.applied",
        f"import_batch:{batch.id}",
        file=plan.path.name,
        sender=plan.book.sender,
        sha256=plan.sha256,
        added=len(added),
        updated=len(changed),
    )
    return Applied(batch.id, len(added), len(changed))


def _place(write: Write, sender: int | None, units: Mapping[str, int]) -> receipts.Place:
    """Unit and month for which a row counts as sent."""
    return sender or units.get(write.record.unit or ""), write.key.day.replace(day=1)


def _alike(plan: FilePlan, added: list[Write], same_piece: Collection[Chosen]) -> dict[Key, Alike]:
    """What the rows that a person calls repetitions repeat, by the key of what is written."""
    keys = {(write.sheet, write.row): write.key for write in added}
    called = [one for one in plan.alike if Chosen(one.sheet, one.row) in same_piece]
    named = {(plan.book.sheets[one.sheet].name, one.row): one for one in called}
    return {keys[place]: one for place, one in named.items() if place in keys}


def _add(batch: ImportBatch, actor: Actor, added: list[Write], ids: Ids, grouped: groups.Groups) -> None:
    common = {"logged_by": actor.id, "logged_at": batch.imported_at}
    made = writes.insert(
        [{**writes.columns(write, ids), "group": grouped.new.get(write.key), **common} for write in added]
    )
    after = writes.snapshots(made.values())
    kept = [
        {
            "batch": batch.id,
            "sheet": write.sheet[:80],
            "row": write.row,
            "item": made[write.key],
            "before": None,
            "after": after[made[write.key]],
            "item_version": 1,
        }
        for write in added
    ]
    for chunk in logbook.chunks(kept):
        ImportRow.insert_many(chunk).execute()


def _change(batch: ImportBatch, changed: list[Write], ids: Ids, grouped: groups.Groups) -> None:
    """Bring logged items up to date, and put reprints that stood alone into their group."""
    written = {write.item.id: write for write in changed if write.item is not None}
    touched = sorted(written.keys() | grouped.logged.keys())
    before = writes.snapshots(touched)
    versions = {item: _save(item, written.get(item), ids, grouped.logged.get(item)) for item in touched}
    after = writes.snapshots(touched)
    for item in touched:
        write = written.get(item)
        ImportRow.create(
            batch=batch,
            sheet=write.sheet[:80] if write else "",
            row=write.row if write else 0,
            item=item,
            before=before[item],
            after=after[item],
            item_version=versions[item],
        )


def _save(item: int, write: Write | None, ids: Ids, group: int | None) -> int:
    """Change one logged item as the plan saw it, and return its new version."""
    row = CoverageItem.get_by_id(item)
    seen = write.item.version if write is not None and write.item is not None else row.version
    columns = writes.changes(write, ids) if write is not None else {}
    return rows.save_versioned(row, seen, columns if group is None else {**columns, "group": group})


def _remember(plan: FilePlan, sender: int) -> None:
    """Keep how the columns were understood, for the sender's next sheet with the same headings."""
    for sheet in plan.book.sheets:
        if sheet.kind != SheetKind.COVERAGE or sheet.hidden:
            continue
        fields = json.dumps(_by_heading(sheet), ensure_ascii=False)
        signature = mapping.signature(sheet.names)
        known = RememberedMapping.get_or_none(
            (RememberedMapping.sender == sender) & (RememberedMapping.signature == signature)
        )
        if known is None:
            RememberedMapping.create(sender=sender, signature=signature, mapping=fields)
        else:
            stamp = {"mapping": fields, "used_at": clock.utc_now()}
            rows.save_versioned(known, known.version, stamp)


def _by_heading(sheet: CheckedSheet) -> Mapping[str, str]:
    return {sheet.names[place]: str(field) for place, field in sheet.mapping if sheet.names[place]}
