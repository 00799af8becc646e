"""A backup becomes a database again: always a new file, never over another; and the rehearsal of it."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk.db import keying
from xcdesk.db.backups import copies, manifest
from xcdesk.db.backups.copies import BackupRow, ChangedBackupError
from xcdesk.errors import DeskError
from xcdesk.files import put_in_place, scratch_folder, sha256, to_disk
from xcdesk.progress import Operation

_BLOCK = 4 << 20
"""Bytes that are copied between two looks at whether somebody has asked to stop."""


class TakenPlaceError(DeskError):
    """There is something at the place of the new file; nothing is ever restored over it."""

    code = "backup.place_taken"


class RestoreFailedError(DeskError):
    """The new file cannot be written: the disk is full, or the place may not be written to."""

    code = "backup.restore_failed"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A backup restored into a scratch file and thrown away again: what was counted, and what should be."""

    file: str
    rows: int
    tables: Mapping[str, int]
    told: Mapping[str, int]

    @property
    def ok(self) -> bool:
        """Whether every table has as many rows as when the backup was taken."""
        return self.tables == self.told


def restore(
    backup: Path, target: Path, key: str = keying.PLAIN, operation: Operation | None = None
) -> BackupRow:
    """Make a new file of a backup that passes every check; the backup stays as it is.

    Raises:
        ChangedBackupError: it is damaged, torn, or not what its manifest says.
        LockedStoreError, WrongPassphraseError: it is encrypted, and this is not its key.
        TakenPlaceError: there is something at ``target``.
        RestoreFailedError: the disk is full, or the place may not be written to; nothing is left there.
        Cancelled: somebody asked to stop; nothing is left there.
    """
    operation = operation or Operation()
    if target.exists():
        raise TakenPlaceError(path=target)
    row = copies.verify(backup, key, operation)
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(backup, part, operation)
        if sha256(part) != row.sha256:
            raise ChangedBackupError(file=backup)
        to_disk(part)
        put_in_place(part, target)
        to_disk(target)
    except OSError as error:
        raise RestoreFailedError(path=target) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return BackupRow(str(target), row.sha256, row.rows, ok=True)


def rehearse(backup: Path, key: str = keying.PLAIN, operation: Operation | None = None) -> Rehearsal:
    """Restore a backup into a scratch file, count its rows, and throw the file away.

    Raises:
        ChangedBackupError, LockedStoreError, WrongPassphraseError, RestoreFailedError, Cancelled: as
            `restore`.
    """
    operation = operation or Operation()
    with scratch_folder() as folder:
        scratch = folder / backup.name
        row = restore(backup, scratch, key, operation)
        try:
            with copies.opened(scratch, key) as copy, copies.stoppable(copy, operation):
                tables = copies.table_rows(copy)
            told = manifest.read(backup)
        except (OSError, ValueError, sqlcipher.Error) as error:
            raise ChangedBackupError(file=backup) from error
    return Rehearsal(str(backup), row.rows, tables, told.tables or tables)


def _copy(source: Path, target: Path, operation: Operation) -> None:
    total, done = source.stat().st_size, 0
    with source.open("rb") as given, target.open("wb") as taken:
        while block := given.read(_BLOCK):
            operation.check()
            operation.report(done, total, "")
            taken.write(block)
            done += len(block)
