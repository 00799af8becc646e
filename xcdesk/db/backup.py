"""Verified copies of a database: taken in one step, checked, named after the act they precede."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from peewee import Database, DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk import clock
from xcdesk.db.base import is_sqlite
from xcdesk.db.copying import copy_to_file
from xcdesk.errors import DeskError
from xcdesk.files import FileInUseError, sha256, write_file


class BackupError(DeskError):
    """The copy could not be taken or did not pass its check; nothing else was changed."""

    code = "backup.failed"


class ChangedBackupError(DeskError):
    """The backup is not what its manifest says."""

    code = "backup.changed"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup: the file, its SHA-256, how many rows it holds, and whether it passed its check."""

    file: str
    sha256: str
    rows: int
    ok: bool


def back_up(handle: Database, folder: Path, reason: str) -> BackupRow:
    """Copy an open database into ``folder`` as ``<UTC time>-<reason>.db`` and check the copy.

    A server's database is copied into a file as well. The copy carries another name until it has passed
    and its manifest ``.json`` lies beside it.

    Raises:
        BackupError: the disk is full, the folder cannot be written, or the copy is not whole.
    """
    target = folder / f"{clock.utc_now():%Y%m%d-%H%M%S-%f}-{reason}.db"
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BackupError(folder=folder) from error
    try:
        if is_sqlite(handle):
            handle.execute_sql("VACUUM INTO ?", (str(part),))
        else:
            copy_to_file(handle, part)
        rows = _checked_rows(part)
        made = BackupRow(str(target), sha256(part), rows, ok=True)
        write_file(target.with_suffix(".json"), json.dumps(asdict(made), ensure_ascii=False).encode())
        part.replace(target)
    except (BackupError, FileInUseError, DatabaseError, sqlcipher.Error, OSError) as error:
        for started in (part, target.with_suffix(".json")):
            started.unlink(missing_ok=True)
        raise BackupError(folder=folder) from error
    return made


def verify(path: Path) -> BackupRow:
    """Check that a backup is whole and is what its manifest says.

    Raises:
        ChangedBackupError: there is no such file or manifest, or the file is damaged or another.
    """
    try:
        rows, digest = _checked_rows(path), sha256(path)
        manifest = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    except (BackupError, OSError, ValueError, sqlcipher.Error) as error:
        raise ChangedBackupError(file=path) from error
    if manifest["sha256"] != digest or manifest["rows"] != rows:
        raise ChangedBackupError(file=path)
    return BackupRow(str(path), digest, rows, ok=True)


def _checked_rows(path: Path) -> int:
    """Number of rows in all tables of a copy that passes ``integrity_check``."""
    copy = sqlcipher.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise BackupError(folder=path.parent)
        tables = copy.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
        )
        return sum(
            copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  # names from the schema
            for (name,) in tables.fetchall()
        )
    finally:
        copy.close()
