"""That a file came: its batch, the months it is about, whether it was sent back, and what it corrects."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from xcdesk import clock
from xcdesk.codes import STANDING, BatchState
from xcdesk.db import bulk
from xcdesk.db.base import database
from xcdesk.importers import logbook, supersede, tallies
from xcdesk.importers.cells import as_text
from xcdesk.importers.dates import find_context
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.records import CheckedSheet, RowStatus
from xcdesk.models import ImportBatch, ImportMonth, ImportRow, Unit
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.returns import returns_status

Place = tuple[int | None, dt.date]
"""A unit by row, None where nothing names one, and the first day of a month."""
LOGGED = (RowStatus.CHANGED, RowStatus.SAME, RowStatus.DUPLICATE, RowStatus.CONFLICT)
"""Rows of pieces that the log, or the file itself, holds already."""


def open_batch(plan: FilePlan, sender: int | None, actor: Actor) -> ImportBatch:
    """The batch that is to be written, inside the caller's transaction.

    A file of which no row has been written so far keeps the batch it has.
    """
    known = _latest(plan.sha256)
    facts = {
        "sender": sender,
        "file_name": plan.path.name[:255],
        "counts": json.dumps({str(status): count for status, count in plan.counts().items()}),
        "corrects": supersede.corrected(plan),
    }
    if known is not None and _wrote_nothing(known):
        now = clock.utc_now()
        stamp = {"imported_by": actor.id, "imported_at": now, "state": BatchState.APPLIED}
        rows.save_versioned(known, known.version, {**facts, **stamp})
        return ImportBatch.get_by_id(known.id)
    returned_at = known.returned_at if known is not None else None
    return ImportBatch.create(
        sha256=plan.sha256,
        imported_by=actor.id,
        received_on=clock.today(),
        returned_at=returned_at,
        **facts,
    )


def keep_months(batch: ImportBatch, plan: FilePlan, accepted: Iterable[Place]) -> None:
    """Keep how many rows a batch wrote (by unit and day) and turned down, in place of what was kept.

    A month whose every row is logged already has come too, with none of them; so has one of which the file
    only states counts.
    """
    written: Counter[Place] = Counter()
    for (unit, day), count in Counter(accepted).items():
        written[unit, _month(day)] += count
    turned_down = Counter(_turned_down(plan))
    written.update(dict.fromkeys([*_logged_already(plan), *_counted(plan)], 0))
    ImportMonth.delete().where(ImportMonth.batch == batch.id).execute()
    kept = [
        {
            "batch": batch.id,
            "unit": unit,
            "month": month,
            "accepted": written[unit, month],
            "turned_down": turned_down[unit, month],
        }
        for unit, month in written.keys() | turned_down.keys()
    ]
    for chunk in bulk.chunks(kept):
        ImportMonth.insert_many(chunk).execute()


def send_back(plan: FilePlan, actor: Actor) -> int:
    """Note that a returned workbook was made of a file, and return its batch.

    A file of which nothing was written gets a batch of its own, so that it counts as received.
    """
    turned_down = plan.counts()[RowStatus.ERROR]
    with database.atomic():
        batch = _latest(plan.sha256)
        if batch is not None and batch.state in STANDING:
            rows.save_versioned(batch, batch.version, {"returned_at": clock.utc_now()})
        else:
            sender = _unit_ids().get(plan.book.sender or "")
            batch = open_batch(plan, sender, actor)
            stamp = {"state": BatchState.RETURNED, "returned_at": clock.utc_now()}
            rows.save_versioned(batch, batch.version, stamp)
            keep_months(batch, plan, ())
        audit.record(
            actor,
            "import.returned",
            f"import_batch:{batch.id}",
            file=plan.path.name,
            sender=plan.book.sender,
            turned_down=turned_down,
        )
    return int(batch.id)


def has_come(plan: FilePlan) -> bool:
    """Whether the very file has a batch that stands."""
    batch = _latest(plan.sha256)
    return batch is not None and batch.state in STANDING


def only_counts(plan: FilePlan) -> bool:
    """Whether a file of a known sender says how much was reported without the pieces; it has come."""
    return plan.refusal is None and plan.book.sender is not None and tallies.alone(plan)


def _wrote_nothing(batch: ImportBatch) -> bool:
    """Whether a batch only tells that its file came."""
    if batch.state == BatchState.RETURNED:
        return True
    written = ImportRow.select().where(ImportRow.batch == batch.id)
    return batch.state == BatchState.APPLIED and not written.exists()


def _latest(sha256: str) -> ImportBatch | None:
    query = ImportBatch.select().where(ImportBatch.sha256 == sha256).order_by(ImportBatch.id.desc())
    found: ImportBatch | None = query.first()
    return found


def _turned_down(plan: FilePlan) -> Iterator[Place]:
    """Unit and month of every row in error; one without a readable day belongs to the file's main month."""
    ids = _unit_ids()
    main: dt.date | None = None
    for sheet in plan.book.sheets:
        for row in sheet.rows:
            if row.status == RowStatus.ERROR:
                day = row.record.date or main
                if day is None:
                    day = main = _main_month(plan)
                yield ids.get(plan.book.sender or row.record.unit or ""), _month(day)


def _main_month(plan: FilePlan) -> dt.date:
    """Month of most rows of a file, or that which it names."""
    rows = (row for sheet in plan.book.sheets for row in sheet.rows if row.status != RowStatus.EXCLUDED)
    months = Counter(_month(row.record.date) for row in rows if row.record.date is not None)
    return months.most_common(1)[0][0] if months else _named_month(plan)


def _logged_already(plan: FilePlan) -> Iterator[Place]:
    """Unit and month of every row that the log holds already."""
    ids = _unit_ids()
    for sheet in plan.book.sheets:
        for row in sheet.rows:
            if row.status in LOGGED and row.record.date is not None:
                yield ids.get(plan.book.sender or row.record.unit or ""), _month(row.record.date)


def _counted(plan: FilePlan) -> Iterator[Place]:
    """The sender and every month up to now of which a file that has only counts speaks."""
    if not only_counts(plan):
        return
    unit, now = _unit_ids().get(plan.book.sender or ""), _month(clock.today())
    for month in tallies.months(plan) or {_named_month(plan)}:
        if month <= now:
            yield unit, month


def _named_month(plan: FilePlan) -> dt.date:
    """Month that title lines or names state; the one whose returns are due now where nothing does."""
    lines = [
        as_text(value)
        for raw, sheet in zip(plan.raw.sheets, plan.book.sheets, strict=True)
        for cells in raw.cells[: _title_rows(sheet)]
        for value in cells
    ]
    names = [sheet.name for sheet in plan.book.sheets]
    context = find_context([*lines, *names, plan.path.stem])
    if context.month is None:
        return returns_status.due_month()
    today = clock.today()
    year = context.year or today.year - (context.month > today.month)
    return dt.date(year, context.month, 1)


def _title_rows(sheet: CheckedSheet) -> int:
    return (sheet.header_row or 1) - 1


def _month(day: dt.date) -> dt.date:
    return day.replace(day=1)


def _unit_ids() -> Mapping[str, int]:
    return {row["name"]: row["id"] for row in logbook.plain(Unit.select(Unit.id, Unit.name))}
