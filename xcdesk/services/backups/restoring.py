"""Going back to a backup: a new file beside the old one, and the entry with which its record goes on."""

from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk import clock, store
from xcdesk.db import base, keying, practice
from xcdesk.db.backups import copies, manifest, memory, restoring
from xcdesk.db.backups.copies import BackupRow
from xcdesk.db.backups.restoring import Rehearsal as Rehearsal  # for the windows
from xcdesk.db.base import database
from xcdesk.files import free_path
from xcdesk.progress import Operation
from xcdesk.services.office import people, practising
from xcdesk.services.record import audit
from xcdesk.services.record.anchors import RESTORED

_MARK = "-restored-"


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
    """A free name beside a file for what is restored, such as ``desk-restored-20190328-101500.db``."""
    stem = f"{beside.stem.partition(_MARK)[0]}{_MARK}{clock.local(clock.utc_now()):%Y%m%d-%H%M%S}"
    return free_path(beside.with_name(f"{stem}.db"))


def make_file(
    backup: Path, target: Path, passphrase: str = "", operation: Operation | None = None
) -> BackupRow:
    """Make a new file of a backup, for `enter` to open; whatever database is open stays as it is.

    Raises:
        PracticeBackupError, OfficeBackupError: it is of practice and the open data are not, or the reverse.
        ChangedBackupError, LockedStoreError, WrongPassphraseError, TakenPlaceError, RestoreFailedError:
            nothing is left at ``target``.
        Cancelled: somebody asked to stop; nothing is left at ``target``.
    """
    store.require_fit(target)
    key = key_for(backup, passphrase)
    if store.is_open():
        require_own_kind(backup, key)
    return restoring.restore(backup, target, key, operation)


def require_own_kind(backup: Path, key: str) -> None:
    """Refuse a backup of practice among real data, and one of real data while practising.

    Raises:
        PracticeBackupError, OfficeBackupError: it is of the other kind.
        WrongPassphraseError: it is encrypted with another key.
    """
    try:
        with copies.opened(backup, key) as copy:
            marked = practice.is_marked(copy)
    except sqlcipher.Error:  # no backup of ours; whoever restores it is told what it lacks
        return
    practising.require_own_kind(backup, marked=marked)


def enter(target: Path, key: str, backup: Path, before: Left, by: str) -> None:
    """Open the new file once and let its record go on; no database may be open, and none is afterwards.

    The first entry after those of the backup tells that it was restored, from which file, by whom and what
    was left behind: a record that says so of itself is not one that was cut.

    Args:
        target: what `make_file` made.
        key: of the new file, which is that of the backup.
        backup: what it was made of.
        before: what the office leaves behind.
        by: name of the person who does it, as he is known outside the backup.

    Raises:
        DeskError: a code of area ``store``; the new file is taken away again.
    """
    count = _length(backup)
    try:
        store.open_store(target, key=key)
        left = {"left": before.place, "left_count": before.count, "left_digest": before.digest}
        with database.atomic():
            program = people.program()
            audit.record(program, RESTORED, "setting:office", backup=backup.name, count=count, by=by, **left)
    except BaseException:
        store.close_store()
        base.discard(target)
        raise
    store.close_store()


def restore(
    backup: Path, target: Path, passphrase: str = "", operation: Operation | None = None
) -> BackupRow:
    """`make_file` and `enter` in one, where there is nothing to leave behind, as on a new machine."""
    row = make_file(backup, target, passphrase, operation)
    enter(target, key_for(target, passphrase), backup, Left(), "")
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


def verify(backup: Path, passphrase: str = "", operation: Operation | None = None) -> BackupRow:
    """Check again that a backup is whole; raises as `copies.verify` does."""
    return copies.verify(backup, key_for(backup, passphrase), operation)


def needs_passphrase(backup: Path) -> bool:
    """Whether a backup is encrypted with another key than the open database."""
    return keying.is_keyed(backup) and not (store.is_open() and store.fits_key(backup))


def key_for(backup: Path, passphrase: str = "") -> str:
    """The key of a backup: that of the open database if it fits, otherwise made of a passphrase.

    Raises:
        LockedStoreError: it is encrypted with another key and no passphrase was given.
    """
    if not keying.is_keyed(backup):
        return keying.PLAIN
    if passphrase:
        return keying.key_of(backup, passphrase)
    if store.is_open() and store.fits_key(backup):
        return store.key()
    raise keying.LockedStoreError(path=backup)


def _length(backup: Path) -> int:
    """How many entries the record of a backup holds; raises `ChangedBackupError`."""
    try:
        return manifest.read(backup).record.count
    except (OSError, ValueError) as error:
        raise copies.ChangedBackupError(file=backup) from error
