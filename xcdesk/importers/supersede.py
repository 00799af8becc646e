"""A corrected file and the one before it: found in one way, told by one relation (`ImportBatch.corrects`).

A file that bears the number of a returned workbook, or the name of a returned file, is its correction. One
that reports again what its sender has sent about the same months may be: a person says so. Whether the
earlier import is then set aside, with what it alone reported, is a person's word in every case.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from xcdesk import clock
from xcdesk.codes import STANDING, BatchState
from xcdesk.db import bulk
from xcdesk.importers import logbook, marks
from xcdesk.importers.plan import FilePlan
from xcdesk.models import CoverageItem, ImportBatch, ImportMonth, ImportRow, Outlet, Unit
from xcdesk.normalise import folded
from xcdesk.services.record import rows


class Tie(StrEnum):
    """What tells a corrected file: its number, the name of a returned file, or what it reports again."""

    NUMBER = "number"
    NAME = "name"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Dropped:
    """An item that the earlier file brought and the corrected one no longer reports."""

    id: int
    version: int
    day: dt.date
    outlet: str
    title: str


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The import that a file corrects, or may correct.

    Attributes:
        day: on which it came.
        tie: what tells so.
        kept: how many of its items this file reports too.
        dropped: those that only it reported: a replacement takes them into the trash.
        edited: those of them that somebody has edited since: they stay.
        replaceable: whether the earlier import can be set aside for this file.
    """

    batch: int
    file: str
    day: dt.date
    tie: Tie
    kept: int
    dropped: tuple[Dropped, ...]
    edited: tuple[Dropped, ...] = ()
    replaceable: bool = True

    @property
    def sure(self) -> bool:
        """Whether the file is the correction without anybody's word."""
        return self.tie != Tie.ROWS


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A batch, and what ties a file to it."""

    batch: ImportBatch
    tie: Tie


def predecessor(plan: FilePlan) -> Predecessor | None:
    """The import that a file corrects or may correct, with what a replacement would do; None without one."""
    months = _months(plan)
    found = _told(plan) or _repeated(plan, months)
    if found is None:
        return None
    batch = found.batch
    chain = list(_chain(batch))
    touched = _items(chain)
    again = _again(plan)
    if found.tie == Tie.ROWS and not touched & again:
        return None
    left = [one for one in _living(_items(chain, made=True) - again) if one.day.replace(day=1) in months]
    last = logbook.imported_versions([one.id for one in left])
    return Predecessor(
        batch=batch.id,
        file=batch.file_name,
        day=batch.received_on or clock.local(batch.imported_at).date(),
        tie=found.tie,
        kept=len(touched & again),
        dropped=tuple(one for one in left if last.get(one.id) == one.version),
        edited=tuple(one for one in left if last.get(one.id) != one.version),
        replaceable=batch.state == BatchState.APPLIED and bool(touched & again),
    )


def corrected(plan: FilePlan) -> int | None:
    """The batch that a file certainly corrects, by its number or its name."""
    found = _told(plan)
    return None if found is None else int(found.batch.id)


def _told(plan: FilePlan) -> _Earlier | None:
    """The file of which this one bears the number or, without a number, the name."""
    others = ImportBatch.state.in_(STANDING) & (ImportBatch.sha256 != plan.sha256)
    query = ImportBatch.select().where(others).order_by(ImportBatch.id.desc())
    if plan.raw.answers:
        low, high = marks.between(plan.raw.answers)
        batch = query.where((ImportBatch.sha256 >= low) & (ImportBatch.sha256 < high)).first()
        return None if batch is None else _Earlier(_latest(batch), Tie.NUMBER)
    if plan.book.sender is None:
        return None
    name = _bare(plan.path.name)
    returned = ImportBatch.returned_at.is_null(is_null=False) & (Unit.name == plan.book.sender)
    of_sender = query.join(Unit).where(returned)
    batch = next((one for one in of_sender if _bare(one.file_name) == name), None)
    return None if batch is None else _Earlier(_latest(batch), Tie.NAME)


def _latest(batch: ImportBatch) -> ImportBatch:
    """The batch, or the one that came in its place, or in the place of that."""
    while batch.state == BatchState.SUPERSEDED:
        batch = successor(batch.id) or batch
    return batch


def successor(batch: int) -> ImportBatch | None:
    """The batch that came in the place of a superseded one."""
    query = ImportBatch.select().where(
        (ImportBatch.corrects == batch) & ImportBatch.state.in_((BatchState.APPLIED, BatchState.SUPERSEDED))
    )
    found: ImportBatch | None = query.order_by(ImportBatch.id.desc()).first()
    return found


def _bare(name: str) -> str:
    """A file's name without its ending and without what the returned workbook put before it."""
    return folded(PurePath(name).stem).removeprefix(folded(marks.PREFIX))


def _months(plan: FilePlan) -> set[dt.date]:
    days = (row.record.date for sheet in plan.book.sheets for row in sheet.rows)
    return {day.replace(day=1) for day in days if day is not None}


def _repeated(plan: FilePlan, months: set[dt.date]) -> _Earlier | None:
    """The sender's latest import about one of the months."""
    if plan.book.sender is None or not months:
        return None
    about = ImportMonth.select(ImportMonth.batch).where(ImportMonth.month.in_(months))
    batch = (
        ImportBatch.select()
        .join(Unit)
        .where(
            (Unit.name == plan.book.sender)
            & (ImportBatch.state == BatchState.APPLIED)
            & (ImportBatch.sha256 != plan.sha256)
            & ImportBatch.id.in_(about)
        )
        .order_by(ImportBatch.id.desc())
        .first()
    )
    return None if batch is None else _Earlier(batch, Tie.ROWS)


def _again(plan: FilePlan) -> set[int]:
    """Logged items that the rows of a file speak of, or may."""
    return {match.item.id for match in plan.matches} | {
        one.item for one in plan.alike if one.item is not None
    }


def _chain(batch: ImportBatch) -> Iterator[int]:
    """The batch and those that were set aside for it, one for another."""
    yield batch.id
    before = ImportBatch.get_or_none(
        (ImportBatch.id == batch.corrects_id) & (ImportBatch.state == BatchState.SUPERSEDED)
    )
    if before is not None:
        yield from _chain(before)


def _items(chain: list[int], *, made: bool = False) -> set[int]:
    """Items that the rows of these batches made or changed, or only those that they made.

    Reprints that only joined a group, and what a batch took into the trash, are none of them.
    """
    query = ImportRow.select(ImportRow.item).where(ImportRow.batch.in_(chain) & (ImportRow.row > 0))
    if made:
        query = query.where(ImportRow.before.is_null())
    return {row["item"] for row in logbook.plain(query)}


def _living(items: Iterable[int]) -> list[Dropped]:
    named: list[Dropped] = []
    for some in bulk.chunks(sorted(items)):
        found = (
            CoverageItem.select(CoverageItem, Outlet)
            .join(Outlet)
            .where(CoverageItem.id.in_(some) & CoverageItem.removed_at.is_null())
        )
        named += [Dropped(item.id, item.version, item.day, item.outlet.name, item.title) for item in found]
    return sorted(named, key=lambda one: (one.day, one.id))


def link(earlier: int, batch: ImportBatch) -> None:
    """Set the earlier batch aside for ``batch``, inside the caller's transaction.

    Raises:
        StaleRowError: it has been taken back or set aside meanwhile.
    """
    row = ImportBatch.get_by_id(earlier)
    version = row.version if row.state == BatchState.APPLIED else -1
    rows.save_versioned(row, version, {"state": BatchState.SUPERSEDED})
    rows.save_versioned(batch, batch.version, {"corrects": earlier})


def unlink(batch: ImportBatch) -> None:
    """Let the batch that ``batch`` came in the place of stand again, inside the caller's transaction."""
    row = ImportBatch.get_or_none(ImportBatch.id == batch.corrects_id)
    if row is not None and row.state == BatchState.SUPERSEDED:
        rows.save_versioned(row, row.version, {"state": BatchState.APPLIED})
