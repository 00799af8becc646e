"""Seeing a merging before it is done, doing it, and taking it back."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, IntegrityError

from xcdesk import clock
from xcdesk.codes import MergeKind
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError, StaleRowError
from xcdesk.models import CoverageItem, Merge, User
from xcdesk.services.record import audit
from xcdesk.services.record import rows as stored
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster.merging import rows
from xcdesk.services.roster.merging.clashes import Clash, clashes
from xcdesk.services.roster.merging.plan import MergePlan, Moved
from xcdesk.services.roster.merging.sides import Sides, give_name_back, owner_table, side


class MergeItselfError(DeskError):
    """A row cannot be merged with itself, nor with an entry of another list."""

    code = "merge.itself"


class MergedBackError(DeskError):
    """The merging was taken back before."""

    code = "merge.taken_back"


class MergedFurtherError(DeskError):
    """The survivor was merged into a third; that is taken back first."""

    code = "merge.merged_further"


class MergeNameTakenError(DeskError):
    """The name of the one that would come back stands for another by now."""

    code = "merge.name_taken"


@dataclass(frozen=True, slots=True)
class Merged:
    """A merging that was done: what takes it back, and the survivor's new version."""

    id: int
    kept_version: int


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merging in the list of those done."""

    id: int
    kind: MergeKind
    kept: int
    gone: int
    gone_name: str
    who: str
    at: dt.datetime
    undone: bool


def preview(kind: MergeKind, kept: int, gone: int) -> MergePlan:
    """What merging ``gone`` into ``kept`` would do now.

    Raises:
        MergeItselfError: the two are one row, or entries of two lists.
        NotFoundError: one of them is not there.
    """
    return _plan(_sides(kind, kept, gone), clashes(kind, kept, gone))


def merge(actor: Actor, seen: MergePlan) -> Merged:
    """Do what the plan says.

    Raises:
        StaleRowError: something has changed since the plan was made; nothing was written.
        SpellingTakenError: the name of the one that goes stands for a third.
    """
    with database.atomic():
        sides = _sides(seen.kind, seen.kept, seen.gone)
        version = stored.save_versioned(sides.kept, seen.kept_version, {})
        found = clashes(seen.kind, seen.kept, seen.gone)
        if _plan(sides, found) != seen:
            raise StaleRowError(table=seen.kind.value, id=seen.gone)
        facts = _carry_out(sides, found)
        made = Merge.create(
            kind=seen.kind,
            kept=seen.kept,
            gone=seen.gone,
            gone_name=seen.gone_name,
            facts=json.dumps(facts, ensure_ascii=False),
            merged_by=actor.id,
        )
        audit.record(
            actor,
            "roster.merged",
            f"{seen.kind.value}:{seen.kept}",
            merge=made.id,
            gone=seen.gone,
            name=seen.gone_name,
            moved={one.table: one.count for one in seen.moves},
            conflicts=len(seen.conflicts),
        )
    return Merged(int(made.id), version)


def take_back(actor: Actor, merge_id: int) -> int:
    """Make two again of what was merged; returns the survivor's new version.

    Rows go back that still belong to the survivor, with whatever was edited in them since; rows that came
    later stay with it.

    Raises:
        NotFoundError: there is no such merging.
        MergedBackError: it was taken back before.
        MergedFurtherError: the survivor is part of a third by now.
        MergeNameTakenError: another row bears the name that would come back.
    """
    with database.atomic():
        done = Merge.get_or_none(Merge.id == merge_id)
        if done is None:
            raise NotFoundError(what="merge", name=merge_id)
        if done.undone_at is not None:
            raise MergedBackError(name=done.gone_name)
        kept = _survivor(done)
        stored.save_versioned(done, done.version, {"undone_at": clock.utc_now()})
        _bring_back(done, kept, json.loads(done.facts))
        version = stored.save_versioned(kept, kept.version, {})
        audit.record(
            actor, "roster.merge_taken_back", f"{done.kind.value}:{done.kept}", merge=merge_id, gone=done.gone
        )
    return version


def merges(kind: MergeKind) -> tuple[MergeRow, ...]:
    """Mergings of one kind so far, the latest first."""
    query = Merge.select(Merge, User).join(User, JOIN.LEFT_OUTER).where(Merge.kind == kind)
    return tuple(
        MergeRow(
            row.id,
            row.kind,
            row.kept,
            row.gone,
            row.gone_name,
            "" if row.merged_by is None else row.merged_by.name,
            row.merged_at,
            row.undone_at is not None,
        )
        for row in query.order_by(Merge.id.desc())
    )


def _sides(kind: MergeKind, kept: int, gone: int) -> Sides:
    sides = Sides(kind, side(kind, kept), side(kind, gone))
    lists = kind == MergeKind.TERM and sides.kept.vocabulary != sides.gone.vocabulary
    if kept == gone or lists:
        raise MergeItselfError(name=sides.names()[1])
    return sides


def _plan(sides: Sides, found: Sequence[Clash]) -> MergePlan:
    _, owner = sides.owners()
    aside = {(rows.name_of(type(row)), row.id) for clash in found for row in clash.aside}
    moves = []
    for table, field in sides.references():
        name = rows.name_of(table)
        ids = [row for row in rows.held(table, field, owner) if (name, row) not in aside]
        if ids and not name.endswith("_spelling"):
            moves.append(Moved(name, len(ids)))
    kept_name, gone_name = sides.names()
    return MergePlan(
        sides.kind,
        sides.kept.id,
        sides.gone.id,
        kept_name,
        gone_name,
        sides.kept.version,
        sides.gone.version,
        tuple(moves),
        sides.spellings(),
        tuple(clash.conflict for clash in found),
    )


def _carry_out(sides: Sides, found: Sequence[Clash]) -> Mapping[str, Any]:
    """Do it, and return what takes it back."""
    kept, gone = sides.owners()
    trashed = [clash.trash for clash in found if clash.trash is not None]
    for item in trashed:
        _trash(item)
    replaced = [_replace(*clash.stands_for) for clash in found if clash.stands_for is not None]
    aside = [[rows.name_of(type(row)), rows.dumped(row)] for clash in found for row in clash.aside]
    for clash in found:
        for row in reversed(clash.aside):
            rows.remove(type(row), row.id)
    instead = [clash.instead for clash in found if clash.instead is not None]
    for row in instead:
        row.save(force_insert=True)
    moved = {}
    for table, field in sides.references():
        ids = rows.held(table, field, gone)
        rows.move((table, field), ids, (gone, kept))
        moved[f"{rows.name_of(table)}.{field}"] = ids
    spellings = list(sides.spellings())
    sides.take_name()
    rows.remove(type(sides.gone), sides.gone.id)
    return {
        "gone": rows.dumped(sides.gone),
        "owners": [kept, gone],
        "moved": moved,
        "aside": aside,
        "instead": [[rows.name_of(type(row)), row.id] for row in instead],
        "trashed": _versions(trashed),
        "replaced": replaced,
        "spellings": spellings,
    }


def _trash(item: int) -> None:
    row = CoverageItem.get_by_id(item)
    stored.save_versioned(row, row.version, {"removed_at": clock.utc_now()})


def _versions(items: Sequence[int]) -> list[list[int]]:
    """Each report of ``items`` that is still there, with the version it has now."""
    query = CoverageItem.select().where(CoverageItem.id.in_(items)).order_by(CoverageItem.id)
    return [[row.id, row.version] for row in query]


def _replace(gone: int, kept: int) -> list[Any]:
    """Let the reports of one programme belong to another."""
    ids = rows.held(CoverageItem, "programme", gone)
    rows.move((CoverageItem, "programme"), ids, (gone, kept))
    return [gone, kept, ids]


def _survivor(done: Merge) -> Any:
    try:
        return side(done.kind, done.kept)
    except NotFoundError as error:
        raise MergedFurtherError(name=done.gone_name) from error


def _bring_back(done: Merge, kept: Any, facts: Mapping[str, Any]) -> None:
    """Undo what `_carry_out` did, the last of it first."""
    try:
        with database.atomic():
            rows.put(owner_table(done.kind), facts["gone"])
    except IntegrityError as error:
        raise MergeNameTakenError(name=done.gone_name) from error
    # A report that somebody has touched since, or emptied out of the trash, is decided about already.
    untouched = [
        each for each in _versions([item for item, _ in facts["trashed"]]) if each in facts["trashed"]
    ]
    owners = tuple(facts["owners"])
    for reference, ids in facts["moved"].items():
        table, _, field = reference.partition(".")
        rows.move((rows.table_of(table), field), ids, (owners[0], owners[1]))
    give_name_back(done.kind, kept, facts["gone"], facts["spellings"])
    for table, row_id in facts["instead"]:
        rows.remove(rows.table_of(table), row_id)
    for table, data in facts["aside"]:
        _put_aside_back(table, data)
    for gone, other, ids in facts["replaced"]:
        rows.move((CoverageItem, "programme"), ids, (other, gone))
    for item, _ in untouched:
        row = CoverageItem.get_by_id(item)
        stored.save_versioned(row, row.version, {"removed_at": None})


def _put_aside_back(table: str, data: Mapping[str, Any]) -> None:
    """A row that was set aside; where something else has taken its place meanwhile, that stays."""
    try:
        with database.atomic():
            rows.put(rows.table_of(table), data)
    except IntegrityError:
        return
