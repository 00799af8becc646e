"""Going back to a backup: a new file beside the old one, and the entry with which its record goes on."""

from dataclasses import dataclass
from pathlib import Path

from xcdesk import clock, store
from xcdesk.db import keying
from xcdesk.db.backups import copies, manifest, memory, restoring
from xcdesk.db.backups.copies import BackupRow
from xcdesk.db.backups.restoring import Rehearsal
from xcdesk.db.base import database
from xcdesk.progress import Operation
from xcdesk.services.office import people
from xcdesk.services.record import audit
from xcdesk.services.record.anchors import RESTORED


@dataclass(frozen=True, slots=True)
class Left:
    """What the office leaves behind when it goes back: the place of the data, and the end of their record."""

    place: str = ""
    count: int = 0
    digest: str = ""


def left() -> Left:
    """What is left behind if the open database is left now."""
    end = copies.record_end(database)
    return Left(Path(str(store.where())).name, end.count, end.last)


def new_place(beside: Path) -> Path:
    """A free name beside a file for what is restored: ``desk-还原-20190328-1015.db`` or the like."""
    stem = f"{beside.stem.split('-restored-')[0]}-restored-{clock.local(clock.utc_now()):%Y%m%d-%H%M%S}"
    return beside.with_name(f"{stem}.db")


def restore(
    backup: Path,
    target: Path,
    passphrase: str = "",
    *,
    before: Left | None = None,
    by: str = "",
    operation: Operation | None = None,
) -> BackupRow:
    """Make a new database of a backup; no database may be open, and none is afterwards.

    The first entry after those of the backup tells that it was restored, from which file, by whom and what
    was left behind; a cut record that says so of itself is no forged one.

    Args:
        backup: the file; its manifest lies beside it.
        target: the new file, where there is nothing yet.
        passphrase: opens an encrypted backup, and the new file afterwards.
        before: what the office leaves behind; None where there was nothing, or it cannot be read any more.
        by: name of the person who does it, as he is known outside the backup.
        operation: progress and cancel.

    Raises:
        DeskError: a code of area ``backup`` or ``store``; nothing is left at ``target``.
    """
    key = key_for(backup, passphrase)
    end = manifest_end(backup)
    row = restoring.restore(backup, target, key, operation)
    gone = before or Left()
    try:
        store.open_store(target, key=key)
        with database.atomic():
            audit.record(
                people.program(),
                RESTORED,
                "setting:office",
                backup=backup.name,
                count=end,
                by=by,
                left=gone.place,
                left_count=gone.count,
                left_digest=gone.digest,
            )
    except BaseException:
        store.close_store()
        for path in (target, *(target.with_name(target.name + ending) for ending in ("-wal", "-shm"))):
            path.unlink(missing_ok=True)
        raise
    store.close_store()
    return row


def rehearse(backup: Path, passphrase: str = "", operation: Operation | None = None) -> Rehearsal:
    """Restore a backup into a scratch file, and remember how it went.

    Raises:
        DeskError: it could not be restored; that is remembered as well.
        Cancelled: somebody asked to stop.
    """
    place = str(store.where())
    try:
        done = restoring.rehearse(backup, key_for(backup, passphrase), operation)
    except copies.ChangedBackupError:
        memory.remember(place, rehearsed_at=clock.utc_now(), rehearsed_ok=False, rehearsed_rows=0)
        raise
    memory.remember(place, rehearsed_at=clock.utc_now(), rehearsed_ok=done.ok, rehearsed_rows=done.rows)
    return done


def key_for(backup: Path, passphrase: str = "") -> str:
    """The key of a backup: that of the open database if it fits, otherwise made of a passphrase.

    Raises:
        LockedStoreError: it is encrypted with another key and no passphrase was given.
    """
    if not keying.is_keyed(backup):
        return keying.PLAIN
    if passphrase:
        return keying.key_of(backup, passphrase)
    if store.fits_key(backup):
        return store.key()
    raise keying.LockedStoreError(path=backup)


def manifest_end(backup: Path) -> int:
    """How many entries the record of a backup holds; raises `ChangedBackupError`."""
    try:
        return manifest.read(backup).record.count
    except (OSError, ValueError) as error:
        raise copies.ChangedBackupError(file=backup) from error
