"""Carries out a plan: one transaction, one entry in the record, before and after of every row kept."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from peewee import IntegrityError

from xcdesk import collecting
from xcdesk.db import bulk
from xcdesk.db.base import database
from xcdesk.errors import DeskError, StaleRowError
from xcdesk.importers import compare, groups, logbook, memory, receipts, supersede, writes
from xcdesk.importers.compare import Alike
from xcdesk.importers.kept_titles import KeptTitles
from xcdesk.importers.logbook import Key, Logged
from xcdesk.importers.plan import FilePlan, UnknownUnitError
from xcdesk.importers.records import CheckedRow, Chosen, RowStatus
from xcdesk.importers.supersede import Dropped, Predecessor
from xcdesk.importers.writes import Ids, Write
from xcdesk.models import CoverageItem, ImportBatch, ImportRow, Unit
from xcdesk.progress import Operation, Stage, Steps
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.audit import Anchor
from xcdesk.services.roster import lexicon as words


class Duplicates(StrEnum):
    """What to do with pieces logged already: leave them, bring them up to date, or refuse the file."""

    SKIP = "skip"
    UPDATE = "update"
    STOP = "stop"


class Decision(StrEnum):
    """What becomes of one row: written as an item of its own, written as a reprint, or left.

    ``UPDATE`` brings the logged item that it speaks of, or is much like, up to date.
    """

    IMPORT = "import"
    SAME_PIECE = "same_piece"
    UPDATE = "update"
    LEAVE = "leave"


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
class Applied:
    """What an import wrote, and what it took into the trash; ``batch`` is None when it came to nothing."""

    batch: int | None
    added: int = 0
    updated: int = 0
    removed: int = 0


_USUAL = {
    Duplicates.SKIP: {RowStatus.NEW: Decision.SAME_PIECE},
    Duplicates.UPDATE: {RowStatus.NEW: Decision.SAME_PIECE, RowStatus.CHANGED: Decision.UPDATE},
    Duplicates.STOP: {RowStatus.NEW: Decision.SAME_PIECE},
}
"""What becomes of rows that nobody has looked at; what is much like another piece is one of its own."""
_AT_ONCE = 2_000
"""New items between two looks at whether the user has stopped the import."""
_TICKABLE = {RowStatus.NEW, RowStatus.CHANGED, RowStatus.CONFLICT}


@collecting.paused()
def apply(
    plan: FilePlan,
    actor: Actor,
    duplicates: Duplicates = Duplicates.SKIP,
    decided: Mapping[Chosen, Decision] | None = None,
    operation: Operation | None = None,
    supersedes: Predecessor | None = None,
) -> Applied:
    """Write the rows of a plan, and leave its batch.

    A file whose rows are all in the log, or that only states counts, has come and leaves one as well.

    Args:
        plan: as shown to the person who decides.
        actor: who imports.
        duplicates: which rows besides new ones are written.
        decided: what a person decided on each row, others are left; None for what ``duplicates`` says.
        operation: stops the import until its last moment; then nothing is written.
        supersedes: the import in whose place the file comes, as a person was shown it and confirmed.

    Raises:
        StalePlanError: the log has changed since the plan was made.
        DuplicatesError: there are logged pieces and ``duplicates`` says stop.
        MissingUnitError, UnknownUnitError: a row to write has no unit of the roster.
        Cancelled: the user stopped it.
    """
    operation = operation or Operation()
    operation.begin(Stage.WRITING)
    if duplicates == Duplicates.STOP:
        stop_at_duplicates(plan)
    choices = _usual(plan, duplicates) if decided is None else decided
    with _one_act(plan):
        _refuse_if_stale(plan, operation)
        applied = _carry_out(plan, actor, choices, supersedes, operation)
        operation.check()
        end = audit.anchor()
    if plan.titles is not None:
        _keep_titles(plan.titles, applied, end)
    return applied


@contextmanager
def _one_act(plan: FilePlan) -> Iterator[None]:
    """A transaction; where a rule of the log refuses a row, the log is not as the plan saw it any more."""
    try:
        with database.atomic():
            yield
    except (IntegrityError, StaleRowError) as error:
        raise StalePlanError(name=plan.path.name) from error


def _carry_out(
    plan: FilePlan,
    actor: Actor,
    choices: Mapping[Chosen, Decision],
    supersedes: Predecessor | None,
    operation: Operation,
) -> Applied:
    """Write what was decided; of a file that has come before and brings nothing there is nothing to keep."""
    wanted = list(Steps(operation, 0).each(_wanted(plan, choices)))
    operation.check()
    if not wanted and supersedes is None and not _has_come_anew(plan):
        return Applied(None)
    return _write(plan, actor, wanted, choices, supersedes, operation)


def _keep_titles(titles: KeptTitles, applied: Applied, end: Anchor) -> None:
    """Tell what a job keeps of the log how the log stands now."""
    if applied.updated or applied.removed:
        titles.forget()
    elif applied.batch is not None:
        titles.written(end, applied.added)


def stop_at_duplicates(plan: FilePlan) -> None:
    """Raise `DuplicatesError` when a file holds pieces that are logged already."""
    counts = plan.counts()
    logged = sum(counts[status] for status in receipts.LOGGED)
    if logged:
        raise DuplicatesError(name=plan.path.name, count=logged)


def _has_come_anew(plan: FilePlan) -> bool:
    """Whether the log holds all of it, or it has only counts, and the very file has not come before."""
    logged = any(row.status in receipts.LOGGED for _, row in _rows(plan))
    return (logged or receipts.only_counts(plan)) and not receipts.has_come(plan)


def _refuse_if_stale(plan: FilePlan, operation: Operation) -> None:
    """What was shown is written, or nothing: if anything was recorded since, the log is read again."""
    if audit.anchor() == plan.anchor:
        return
    fresh = compare.compare(plan.checked, words.load(), operation)
    if (fresh.book, fresh.matches, fresh.keys) != (plan.book, plan.matches, plan.keys):
        raise StalePlanError(name=plan.path.name)


def _usual(plan: FilePlan, duplicates: Duplicates) -> dict[Chosen, Decision]:
    """What becomes of every row when nobody has looked at them."""
    usual = _USUAL[duplicates]
    alike = {Chosen(one.sheet, one.row) for one in plan.alike}
    return {
        here: Decision.IMPORT if here in alike else usual[row.status]
        for here, row in _rows(plan)
        if row.status in usual
    }


def _wanted(plan: FilePlan, choices: Mapping[Chosen, Decision]) -> Iterator[Write]:
    known = logbook.programmes()
    items = _spoken_of(plan, choices)
    keys = itertools.chain.from_iterable(plan.keys)
    for (here, row), key in zip(_rows(plan), keys, strict=True):
        writes = choices.get(here, Decision.LEAVE) != Decision.LEAVE
        if writes and row.status in _TICKABLE and key is not None:
            if row.record.unit is None:
                raise _no_unit(plan)
            record = logbook.loggable(row.record, key.outlet, known)
            sheet = plan.book.sheets[here.sheet].name
            yield Write(sheet, row.row, record, key, items.get(here), row.corrections)


def _spoken_of(plan: FilePlan, choices: Mapping[Chosen, Decision]) -> dict[Chosen, Logged]:
    """The logged item that each row changes: the one it names, or the one a person called the same."""
    called = {
        Chosen(one.sheet, one.row): one.item
        for one in plan.alike
        if one.item is not None and choices.get(Chosen(one.sheet, one.row)) == Decision.UPDATE
    }
    found = logbook.items(set(called.values()))
    items = {Chosen(match.sheet, match.row): match.item for match in plan.matches}
    return items | {here: found[item] for here, item in called.items()}


def _no_unit(plan: FilePlan) -> DeskError:
    if plan.book.stranger:
        return UnknownUnitError(name=plan.book.stranger)
    return MissingUnitError(name=plan.path.name)


def _rows(plan: FilePlan) -> Iterator[tuple[Chosen, CheckedRow]]:
    for place, sheet in enumerate(plan.book.sheets):
        for row in sheet.rows:
            yield Chosen(place, row.row), row


def _write(
    plan: FilePlan,
    actor: Actor,
    wanted: list[Write],
    choices: Mapping[Chosen, Decision],
    supersedes: Predecessor | None,
    operation: Operation,
) -> Applied:
    units = {row["name"]: row["id"] for row in logbook.plain(Unit.select(Unit.id, Unit.name))}
    ids = Ids(units, logbook.programmes())
    sender = units[plan.book.sender] if plan.book.sender else None
    batch = receipts.open_batch(plan, sender, actor)
    added = [write for write in wanted if write.item is None]
    changed = [write for write in wanted if write.item is not None]
    grouped = _grouped(plan, added, ids, choices)
    steps = Steps(operation, len(added) + len(changed))
    _add(batch, actor, added, ids, grouped, steps)
    _change(batch, changed, ids, grouped, steps)
    receipts.keep_months(batch, plan, (_place(write, sender, units) for write in wanted))
    learnt = memory.keep(plan.book, sender) if sender is not None else []
    dropped = supersedes.dropped if supersedes is not None else ()
    if supersedes is not None:
        supersede.link(supersedes.batch, batch)
        _take_out(batch, dropped)
    audit.record(
        actor,
        "import.applied",
        f"import_batch:{batch.id}",
        file=plan.path.name,
        sender=plan.book.sender,
        sha256=plan.sha256,
        added=len(added),
        updated=len(changed),
        supersedes=supersedes.batch if supersedes is not None else None,
        removed=[one.id for one in dropped],
        learnt=learnt,
        corrected=[one for write in wanted for one in writes.corrections(write)],
    )
    return Applied(batch.id, len(added), len(changed), len(dropped))


def _grouped(
    plan: FilePlan, added: list[Write], ids: Ids, choices: Mapping[Chosen, Decision]
) -> groups.Groups:
    """Reprint groups of new items; none where the plan saw no reprint and nothing was recorded since."""
    alike = _alike(plan, added, choices)
    if not alike and not plan.reprints and audit.anchor() == plan.anchor:
        return groups.Groups({}, {})
    return groups.find(added, ids, alike, _alone(plan, added, choices))


def _take_out(batch: ImportBatch, dropped: Sequence[Dropped]) -> None:
    """Move what only the earlier file reported into the trash; an undo of the batch brings it back."""
    before = writes.snapshots(one.id for one in dropped)
    for one in dropped:
        item = CoverageItem.get_by_id(one.id)
        version = rows.save_versioned(item, one.version, {"removed_at": batch.imported_at})
        kept = before[one.id]
        ImportRow.create(batch=batch, row=0, item=one.id, before=kept, after=kept, item_version=version)


def _place(write: Write, sender: int | None, units: Mapping[str, int]) -> receipts.Place:
    """Unit and day for which a row counts as sent."""
    return sender or units.get(write.record.unit or ""), write.key.day


def _alike(plan: FilePlan, added: list[Write], choices: Mapping[Chosen, Decision]) -> dict[Key, Alike]:
    """What the rows that a person calls repetitions repeat, by the key of what is written."""
    keys = _keys(plan, added) if plan.alike else {}
    named = {Chosen(one.sheet, one.row): one for one in plan.alike}
    return {
        keys[here]: one
        for here, one in named.items()
        if here in keys and choices.get(here) == Decision.SAME_PIECE
    }


def _alone(plan: FilePlan, added: list[Write], choices: Mapping[Chosen, Decision]) -> set[Key]:
    """Keys of rows that repeat a title of another outlet and were called pieces of their own all the same."""
    keys = _keys(plan, added) if plan.reprints else {}
    named = (Chosen(one.sheet, one.row) for one in plan.reprints)
    return {keys[here] for here in named if here in keys and choices.get(here) == Decision.IMPORT}


def _keys(plan: FilePlan, added: list[Write]) -> dict[Chosen, Key]:
    """Keys of what is written by the rows that it comes from."""
    places = {sheet.name: place for place, sheet in enumerate(plan.book.sheets)}
    return {Chosen(places[write.sheet], write.row): write.key for write in added}


def _add(
    batch: ImportBatch, actor: Actor, added: list[Write], ids: Ids, grouped: groups.Groups, steps: Steps
) -> None:
    """Add new items some at a time, so that a stop is heard between them."""
    for some in bulk.chunks(added, _AT_ONCE):
        steps.step(len(some))
        _add_some(batch, actor, some, ids, grouped)


def _add_some(
    batch: ImportBatch, actor: Actor, added: Sequence[Write], ids: Ids, grouped: groups.Groups
) -> None:
    common = {"logged_by": actor.id, "logged_at": str(batch.imported_at)}
    made = writes.insert(added, ids, grouped.new, common)
    kept = [
        (batch.id, write.sheet[:80], write.row, one.item, one.after, 1, writes.corrected(write))
        for write, one in zip(added, made, strict=True)
    ]
    names = ("batch", "sheet", "row", "item", "after", "item_version", "corrected")
    bulk.insert(ImportRow, names, kept)


def _change(batch: ImportBatch, changed: list[Write], ids: Ids, grouped: groups.Groups, steps: Steps) -> None:
    """Bring logged items up to date, and put reprints that stood alone into their group."""
    written = {write.item.id: write for write in changed if write.item is not None}
    touched = sorted(written.keys() | grouped.logged.keys())
    before = writes.snapshots(touched)
    versions = {
        item: _save(item, written.get(item), ids, grouped.logged.get(item)) for item in steps.each(touched)
    }
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
            corrected=writes.corrected(write),
        )


def _save(item: int, write: Write | None, ids: Ids, group: int | None) -> int:
    """Change one logged item as the plan saw it, and return its new version."""
    row = CoverageItem.get_by_id(item)
    seen = write.item.version if write is not None and write.item is not None else row.version
    columns = writes.changes(write, ids) if write is not None else {}
    if write is not None:
        columns |= writes.moved(write)
    return rows.save_versioned(row, seen, columns if group is None else {**columns, "group": group})
