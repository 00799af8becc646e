"""Import batches as a list: what was imported when, by whom, and whether it still stands."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from peewee import JOIN, fn

from xcdesk.codes import BatchState
from xcdesk.importers.logbook import plain
from xcdesk.models import ImportBatch, ImportCase, ImportRow, Unit, User


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch; ``at`` is in UTC, ``counts`` the rows of the file by state, ``written`` those it wrote."""

    id: int
    file: str
    sender: str | None
    at: dt.datetime
    by: str
    state: BatchState
    counts: Mapping[str, int]
    written: int


def listed() -> tuple[BatchRow, ...]:
    """Every batch, the latest first."""
    written = _written()
    found = (
        ImportBatch.select(ImportBatch, Unit, User)
        .join(Unit, JOIN.LEFT_OUTER)
        .switch(ImportBatch)
        .join(User, JOIN.LEFT_OUTER)
        .order_by(ImportBatch.id.desc())
    )
    return tuple(
        BatchRow(
            id=batch.id,
            file=batch.file_name,
            sender=batch.sender.name if batch.sender else None,
            at=batch.imported_at,
            by=batch.imported_by.name if batch.imported_by else "",
            state=batch.state,
            counts=json.loads(batch.counts),
            written=written.get(batch.id, 0),
        )
        for batch in found
    )


def _written() -> Mapping[int, int]:
    """Rows of the sheets that each batch wrote; items that only joined a reprint group have row 0."""
    found: dict[int, int] = {}
    for table in (ImportRow, ImportCase):
        counted = table.select(table.batch, fn.COUNT(table.id).alias("rows")).where(table.row > 0)
        found |= {row["batch"]: row["rows"] for row in plain(counted.group_by(table.batch))}
    return found
