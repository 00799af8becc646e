"""Verified copies of a database: taken in one step, checked, named after the act they precede."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from peewee import Database, DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk import clock
from xcdesk.db import keying
from xcdesk.db.backups import copies, manifest
from xcdesk.db.backups.copies import BackupRow
from xcdesk.db.copying import copy_to_file
from xcdesk.db.engine import is_sqlite, key_of
from xcdesk.errors import DeskError
from xcdesk.files import FileInUseError, put_in_place, to_disk
from xcdesk.progress import Operation

PART = ".part"
ENDING = ".db"


class BackupError(DeskError):
    """The copy could not be taken; nothing else was changed."""

    code = "backup.failed"


class DamagedSourceError(BackupError):
    """The copy, which is the file page by page, did not pass its check: the data themselves are damaged."""

    code = "backup.damaged"


def back_up(handle: Database, folder: Path, reason: str, operation: Operation | None = None) -> BackupRow:
    """Copy an open database into ``folder`` as ``<UTC time>-<reason>.db`` and check the copy.

    A server's database is copied into a file as well; that of an encrypted file is encrypted with the same
    key. The copy carries another name until it has passed, lies on the disk, and its manifest beside it.

    Raises:
        BackupError: the disk is full, the folder cannot be written, the copy is not whole, or a server does
            not hand everything out.
        Cancelled: somebody asked to stop; nothing is left of the copy.
    """
    operation = operation or Operation()
    now = clock.utc_now()
    target = folder / f"{now:%Y%m%d-%H%M%S-%f}-{reason}{ENDING}"
    part, key = target.with_suffix(PART), keying.PLAIN
    with _or_nothing(folder, part, manifest.path_of(target)):
        folder.mkdir(parents=True, exist_ok=True)
        if is_sqlite(handle):
            key = key_of(handle)
            _copy(handle, key, part, operation)
        else:
            copy_to_file(handle, part, operation)
        told = copies.examined(part, key, reason, now, operation)
        to_disk(part)
        manifest.write(target, told)
        put_in_place(part, target)
        to_disk(target)
    return BackupRow(str(target), told.sha256, told.rows, ok=True)


def _copy(handle: Database, key: str, part: Path, operation: Operation) -> None:
    """Copy page by page, in one step that no writer makes begin anew, on connections of its own.

    ``VACUUM INTO`` would make the indexes anew from the rows, and with them a damaged file look whole.
    """
    operation.check()
    source = keying.connect_to(handle.database, key)
    with contextlib.closing(source), contextlib.closing(keying.connect_new(part, key)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = delete").fetchone()  # a copy needs no log beside it


@contextlib.contextmanager
def _or_nothing(folder: Path, *started: Path) -> Iterator[None]:
    """Take away what was begun when it cannot be ended, and say so by name."""
    done = False
    try:
        yield
        done = True
    except copies.DamagedCopyError as error:
        raise DamagedSourceError(folder=folder) from error
    except (
        FileInUseError,
        DatabaseError,
        sqlcipher.Error,
        OSError,
    ) as error:
        raise BackupError(folder=folder) from error
    finally:
        if not done:
            for path in started:
                with contextlib.suppress(OSError):  # in a folder that cannot be written nothing was begun
                    path.unlink(missing_ok=True)
