"""Import batches as a list: what was imported when, by whom, and whether it still stands."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from peewee import JOIN

from xcdesk.codes import BatchState
from xcdesk.models import ImportBatch, Unit, User


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch; ``at`` is in UTC, ``counts`` are the rows of the file by state."""

    id: int
    file: str
    sender: str | None
    at: dt.datetime
    by: str
    state: BatchState
    counts: Mapping[str, int]


def listed() -> tuple[BatchRow, ...]:
    """Every batch, the latest first."""
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
        )
        for batch in found
    )
