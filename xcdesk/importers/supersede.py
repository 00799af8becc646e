"""A corrected file in the place of the one that came before it: proposed, never done unasked; both linked."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.codes import BatchState
from xcdesk.db import bulk
from xcdesk.importers import logbook
from xcdesk.importers.plan import FilePlan
from xcdesk.models import CoverageItem, ImportBatch, ImportMonth, ImportRow, Outlet, Unit
from xcdesk.services import rows


@dataclass(frozen=True, slots=True)
class Dropped:
    """An item that the earlier file reported and the corrected one no longer does."""

    id: int
    day: dt.date
    outlet: str
    title: str


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The batch in whose place a file may have come.

    Attributes:
        day: on which it was imported.
        kept: how many of its items this file reports too.
        dropped: those that it no longer reports; they stay in the log until somebody removes them.
    """

    batch: int
    file: str
    day: dt.date
    kept: int
    dropped: tuple[Dropped, ...]


def predecessor(plan: FilePlan) -> Predecessor | None:
    """The sender's latest import about one of the file's months, if the file reports some of it again."""
    batch = _latest(plan)
    if batch is None:
        return None
    items = {row["item"] for row in logbook.plain(_made(batch.id))}
    again = {match.item.id for match in plan.matches} | {
        one.item for one in plan.alike if one.item is not None
    }
    if not items & again:
        return None
    day = clock.local(batch.imported_at).date()
    return Predecessor(batch.id, batch.file_name, day, len(items & again), tuple(_named(items - again)))


def _latest(plan: FilePlan) -> ImportBatch | None:
    days = {
        row.record.date for sheet in plan.book.sheets for row in sheet.rows if row.record.date is not None
    }
    months = {day.replace(day=1) for day in days}
    if plan.book.sender is None or not months:
        return None
    about = ImportMonth.select(ImportMonth.batch).where(ImportMonth.month.in_(months))
    found: ImportBatch | None = (
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
    return found


def _made(batch: int) -> object:
    """Rows of a batch that made or changed an item of its own, reprints that only joined a group left out."""
    return ImportRow.select(ImportRow.item).where((ImportRow.batch == batch) & (ImportRow.row > 0))


def _named(items: Iterable[int]) -> list[Dropped]:
    named: list[Dropped] = []
    for some in bulk.chunks(sorted(items)):
        found = (
            CoverageItem.select(CoverageItem, Outlet)
            .join(Outlet)
            .where(CoverageItem.id.in_(some) & CoverageItem.removed_at.is_null())
            .order_by(CoverageItem.day, CoverageItem.id)
        )
        named += [Dropped(item.id, item.day, item.outlet.name, item.title) for item in found]
    return named


def link(earlier: int, batch: ImportBatch) -> None:
    """Set the earlier batch aside for ``batch``, inside the caller's transaction.

    Raises:
        StaleRowError: it has been taken back or set aside meanwhile.
    """
    row = ImportBatch.get_by_id(earlier)
    version = row.version if row.state == BatchState.APPLIED else -1
    rows.save_versioned(row, version, {"state": BatchState.SUPERSEDED, "superseded_by": batch.id})


def unlink(batch: int) -> None:
    """Let the batches that ``batch`` came in place of stand again, inside the caller's transaction."""
    for row in ImportBatch.select().where(ImportBatch.superseded_by == batch):
        rows.save_versioned(row, row.version, {"state": BatchState.APPLIED, "superseded_by": None})
