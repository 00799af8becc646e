"""Verified copies of a database: taken in one step, checked, named after the act they precede."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from peewee import Database
from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk import clock
from xcdesk.errors import DeskError


class BackupError(DeskError):
    """The copy could not be taken or did not pass its check; nothing else was changed."""

    code = "backup.failed"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup: the file, its SHA-256, how many rows it holds, and whether it passed its check."""

    file: str
    sha256: str
    rows: int
    ok: bool


def back_up(handle: Database, folder: Path, reason: str) -> BackupRow:
    """Copy an open SQLite database into ``folder`` as ``<UTC time>-<reason>.db`` and check the copy.

    The copy carries another name until it has passed; a manifest ``.json`` lies beside it.

    Raises:
        BackupError: the disk is full, the folder cannot be written, or the copy is not whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{clock.utc_now():%Y%m%d-%H%M%S-%f}-{reason}.db"
    part = target.with_suffix(".part")
    try:
        handle.execute_sql("VACUUM INTO ?", (str(part),))
        rows = _checked_rows(part)
        digest = sha256(part)
    except (BackupError, sqlcipher.Error) as error:
        part.unlink(missing_ok=True)
        raise BackupError(folder=folder) from error
    part.replace(target)
    made = BackupRow(str(target), digest, rows, ok=True)
    target.with_suffix(".json").write_text(json.dumps(asdict(made), ensure_ascii=False), encoding="utf-8")
    return made


def sha256(path: Path) -> str:
    """SHA-256 of a file, hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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
