"""Verified copies of a database: taken in one step, checked, named after the act they precede."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from peewee import Database, DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk import clock
from xcdesk.db.base import is_sqlite
from xcdesk.db.copying import copy_to_file
from xcdesk.db.upgrade import schema_name
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


@dataclass(frozen=True, slots=True)
class RecordEnd:
    """The record as a backup holds it: how many entries, and the digests of the first and the last.

    The first tells of which office it is, the last and the count betray a record that was cut afterwards.
    """

    count: int
    first: str
    last: str


def back_up(handle: Database, folder: Path, reason: str) -> BackupRow:
    """Copy an open database into ``folder`` as ``<UTC time>-<reason>.db`` and check the copy.

    A server's database is copied into a file as well. The copy carries another name until it has passed
    and its manifest ``.json`` lies beside it: SHA-256, rows, schema, time (UTC) and the end of the record.

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
        made = BackupRow(str(target), sha256(part), _checked_rows(part), ok=True)
        manifest = json.dumps({**asdict(made), **_contents(handle, part)}, ensure_ascii=False)
        write_file(target.with_suffix(".json"), manifest.encode())
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


def record_ends(folder: Path) -> Iterator[tuple[str, RecordEnd]]:
    """What the manifests in a folder say of the record, by the name of the backup, the oldest first.

    A manifest of an earlier version says nothing of it; what is none any more is passed over, since
    `verify` refuses its backup.
    """
    for path in sorted(folder.glob("*.json")):
        try:
            end = RecordEnd(**json.loads(path.read_text(encoding="utf-8"))["record"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
        yield path.with_suffix(".db").name, end


def _contents(handle: Database, path: Path) -> dict[str, Any]:
    """Schema and end of the record of a copy, and the time."""
    copy = sqlcipher.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        (count,) = copy.execute("SELECT count(*) FROM audit_entry").fetchone()
        ends = "SELECT coalesce((SELECT digest FROM audit_entry ORDER BY id {} LIMIT 1), '')"
        first, last = (copy.execute(ends.format(way)).fetchone()[0] for way in ("ASC", "DESC"))
    finally:
        copy.close()
    record = asdict(RecordEnd(count, first, last))
    return {
        "schema": schema_name(handle),
        "at": clock.utc_now().isoformat(timespec="seconds"),
        "record": record,
    }


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
