"""The way every backup is made: taken, remembered, and the old ones thinned out."""

from pathlib import Path

from peewee import Database

from xcdesk import clock
from xcdesk.db.backups import manifest, memory, shelf, taking
from xcdesk.db.backups.copies import BackupRow
from xcdesk.db.backups.taking import BackupError
from xcdesk.progress import Operation


def keep(
    handle: Database, place: str, folder: Path, reason: str, operation: Operation | None = None
) -> BackupRow:
    """Back the open database up into ``folder`` and thin out what has become too much there.

    Raises:
        BackupError: it could not be taken; that is remembered until one can be.
        Cancelled: somebody asked to stop.
    """
    try:
        made = taking.back_up(handle, folder, reason, operation)
    except BackupError as error:
        memory.remember(place, failed_at=clock.utc_now(), failed_reason=reason, failed_code=error.code)
        raise
    if memory.recall(place).failed_at is not None:
        memory.remember(place, failed_at=None, failed_reason="", failed_code="")
    shelf.thin(folder, manifest.read(Path(made.file)).record)
    return made
