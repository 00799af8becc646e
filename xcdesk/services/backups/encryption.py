"""The whole file encrypted with a passphrase: set, changed, taken off, and what it means for the backups."""

from dataclasses import dataclass, replace
from pathlib import Path

from xcdesk import store
from xcdesk.db import keying, rekeying
from xcdesk.db.backups import shelf
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.backups import keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.record import audit, permissions
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import Permission

SHORTEST = keying.SHORTEST
"""Characters of a passphrase at least."""
ENCRYPTED, CHANGED, DECRYPTED = "office.encrypted", "office.passphrase_changed", "office.decrypted"
"""Acts of the record."""


class NoFileError(DeskError):
    """The data lie on a server; it is the server's disk that is encrypted there."""

    code = "store.no_file"


class WrongNowError(DeskError):
    """What was typed is not the passphrase that the file has now."""

    code = "store.wrong_now"


class NotEncryptedError(DeskError):
    """The file is not encrypted."""

    code = "store.not_encrypted"


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What was done: the key of the file now, the backup taken under it, how many readable ones are gone."""

    key: str
    backup: str
    removed: int


def readable_backups() -> int:
    """How many backups beside the data anybody can read who gets at the disk."""
    return len(shelf.readable_by_anybody(store.backup_folder(store.where())))


def encrypt(
    actor: Actor, passphrase: str, *, drop_readable: bool = False, operation: Operation | None = None
) -> Rekeyed:
    """Encrypt the open file or change its passphrase; the file is closed and opened meanwhile.

    No other thread or process may have it open. A backup is taken before and after; those of before keep
    the key that they have.

    Args:
        actor: who does it.
        passphrase: the new one.
        drop_readable: remove the backups that are not encrypted, once one that is has passed its check.
        operation: progress and cancel.

    Raises:
        NotAllowedError: his role does not have it.
        NoFileError: the data lie on a server.
        WeakPassphraseError: the passphrase is too short.
        BusyStoreError: somebody else has the file open.
        BackupError, RekeyError: nothing was changed.
        Cancelled: somebody asked to stop; nothing was changed.
    """
    done = _rewrite(actor, keying.new_key(passphrase), operation)
    if not drop_readable:
        return done
    return replace(done, removed=_drop(Path(done.backup).parent))


def decrypt(actor: Actor, operation: Operation | None = None) -> Rekeyed:
    """Take the encryption off; raises as `encrypt` does, and `NotEncryptedError` where there is none."""
    if not store.key():
        raise NotEncryptedError
    return _rewrite(actor, keying.PLAIN, operation)


def _rewrite(actor: Actor, new: str, operation: Operation | None) -> Rekeyed:
    permissions.require(actor, Permission.SETTINGS)
    path, old = store.where().path, store.key()
    if path is None:
        raise NoFileError
    keeping.before(Reason.BEFORE_KEY, operation)
    store.close_store()
    try:
        rekeying.rewrite(path, old, new, operation)
    except BaseException:
        store.open_store(path, key=old)
        raise
    store.open_store(path, key=new)
    with database.atomic():
        audit.record(actor, DECRYPTED if not new else CHANGED if old else ENCRYPTED, "setting:office")
    return Rekeyed(new, keeping.back_up(Reason.AFTER_KEY).file, 0)


def _drop(folder: Path) -> int:
    """Remove the readable backups and count them; one that another program holds stays and is told of."""
    return sum(map(shelf.remove, shelf.readable_by_anybody(folder)))
