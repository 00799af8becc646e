"""Looking at a copy of the database that nobody works on: whether it is whole, and what it holds."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk.db import keying
from xcdesk.db.backups import manifest
from xcdesk.db.backups.manifest import Manifest, RecordEnd
from xcdesk.errors import DeskError
from xcdesk.files import sha256
from xcdesk.progress import Operation

_STEPS = 200_000
"""Instructions of the engine between two looks at whether somebody has asked to stop: some milliseconds."""
_RECORD = (
    "SELECT count(*), coalesce((SELECT digest FROM audit_entry ORDER BY id LIMIT 1), ''), "
    "coalesce((SELECT digest FROM audit_entry ORDER BY id DESC LIMIT 1), '') FROM audit_entry"
)
_DRAFTS = "SELECT count(*) || '/' || coalesce(max(kept_at), '') FROM text_draft"


class ChangedBackupError(DeskError):
    """The backup is not what its manifest says."""

    code = "backup.changed"


class DamagedCopyError(Exception):
    """A copy that did not pass its check."""


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup: the file, its SHA-256, how many rows it holds, and whether it passed its check."""

    file: str
    sha256: str
    rows: int
    ok: bool


@contextlib.contextmanager
def opened(path: Path, key: str = keying.PLAIN) -> Iterator[Any]:
    """A connection that can only read, closed afterwards.

    Raises:
        WrongPassphraseError: the file is encrypted and this is not its key.
    """
    connection = keying.connect(path, key)
    try:
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlcipher.DatabaseError as error:
            if key and keying.is_keyed(path):
                raise keying.WrongPassphraseError(path=path, field="passphrase") from error
            raise
        yield connection
    finally:
        connection.close()


@contextlib.contextmanager
def stoppable(connection: Any, operation: Operation) -> Iterator[None]:
    """Let statements of a connection end when somebody asks to stop, with `Cancelled`."""
    operation.check()
    connection.set_progress_handler(operation.cancelled.is_set, _STEPS)
    try:
        yield
    except Exception:  # of whatever kind the caller's library makes of an interrupted statement
        operation.check()
        raise
    else:
        operation.check()
    finally:
        connection.set_progress_handler(None, 0)


def examined(path: Path, key: str, reason: str, at: dt.datetime, operation: Operation) -> Manifest:
    """What a manifest is to say of a copy that passes every check of the engine.

    Raises:
        DamagedCopyError: it does not pass.
        Cancelled: somebody asked to stop.
    """
    with opened(path, key) as copy, stoppable(copy, operation):
        require_sound(copy)
        tables = table_rows(copy)
        (schema,) = copy.execute("SELECT coalesce(max(name), '') FROM schema_migration").fetchone()
        return Manifest(
            sha256=sha256(path),
            rows=sum(tables.values()),
            schema=schema,
            at=at,
            record=record_end(copy),
            reason=reason,
            keyed=bool(key),
            drafts=drafts(copy),
            tables=tables,
        )


def require_sound(copy: Any) -> None:
    """Raise `DamagedCopyError` unless pages, indexes and references of a copy hold together."""
    if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise DamagedCopyError("integrity_check")
    if copy.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DamagedCopyError("foreign_key_check")


def table_rows(copy: Any) -> dict[str, int]:
    """How many rows each table holds, by name."""
    names = copy.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name"
    ).fetchall()
    counts = {}
    for (name,) in names:
        (counts[name],) = copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608  # own names
    return counts


def record_end(copy: Any) -> RecordEnd:
    """The end of the record, of a copy or of the open database."""
    return RecordEnd(*_one(copy, _RECORD))


def drafts(copy: Any) -> str:
    """How many texts are kept while they are typed, and when the last was."""
    if not _one(copy, "SELECT count(*) FROM sqlite_schema WHERE name = 'text_draft'")[0]:
        return ""  # a copy made before the migration that brings it
    found: str = _one(copy, _DRAFTS)[0]
    return found


def verify(path: Path, key: str = keying.PLAIN, operation: Operation | None = None) -> BackupRow:
    """Check that a backup is whole and is what its manifest says.

    Raises:
        ChangedBackupError: there is no such file or manifest, or the file is damaged or another.
        LockedStoreError, WrongPassphraseError: it is encrypted, and this is not its key.
        Cancelled: somebody asked to stop.
    """
    operation = operation or Operation()
    try:
        said, digest = manifest.read(path), sha256(path)
        if said.sha256 != digest:
            raise ChangedBackupError(file=path)
        if said.keyed and not key:
            raise keying.LockedStoreError(path=path)
        with opened(path, key) as copy, stoppable(copy, operation):
            require_sound(copy)
            rows = sum(table_rows(copy).values())
    except (OSError, ValueError, sqlcipher.Error, DamagedCopyError) as error:
        raise ChangedBackupError(file=path) from error
    if said.rows != rows:
        raise ChangedBackupError(file=path)
    return BackupRow(str(path), digest, rows, ok=True)


def _one(copy: Any, query: str) -> Any:
    ask = getattr(copy, "execute_sql", None) or copy.execute  # a handle of peewee's, or a plain connection
    return ask(query).fetchone()
