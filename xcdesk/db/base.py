"""The database handle and the parent of every table."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peewee import AutoField, DatabaseProxy, Model

from xcdesk.db import driver, keying
from xcdesk.db.engine import FileHandle, is_guarded, is_sqlite

if TYPE_CHECKING:
    from xcdesk.db.server_handle import ServerHandle

__all__ = [
    "APPLICATION_ID",
    "BaseModel",
    "create_sqlite",
    "database",
    "is_guarded",
    "is_sqlite",
    "postgresql",
    "sqlite",
]

database = DatabaseProxy()
"""The one process-wide handle; bound once, in `xcdesk.store.open_store`."""

APPLICATION_ID = 0x7863646B
"""``xcdk``: marks a SQLite file as ours; a foreign or mistyped file is never taken for an empty office."""

_BUSY_MS = 10_000
"""How long a desk waits for another one's save."""

SQLITE_PRAGMAS: dict[str, Any] = {
    "busy_timeout": _BUSY_MS,  # peewee 4.5 does not hand its own ``timeout`` on to sqlcipher3
    "journal_mode": "wal",  # readers do not wait for the writer
    "synchronous": 2,  # FULL: an acknowledged save survives a power cut; costs 1.6 ms
    "foreign_keys": 1,
    "recursive_triggers": 1,  # or INSERT OR REPLACE slips past the append-only triggers
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "cache_size": -32_000,  # KiB
}


class BaseModel(Model):
    """Parent of every table: binds it to the process-wide handle."""

    id = AutoField()

    if TYPE_CHECKING:  # peewee's stubs know neither ``outlet_id`` nor the aliases of a query

        def __getattr__(self, name: str) -> Any: ...

    class Meta:
        database = database
        legacy_table_names = False


def create_sqlite(path: Path, key: str = keying.PLAIN) -> None:
    """Make an empty database file that bears our mark, encrypted if there is a key.

    The mark is written before the file turns to WAL: later writes may lie in the log alone when a desk dies,
    and a file whose head does not bear the mark is refused.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(keying.connect_new(path, key)) as fresh:
        fresh.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        fresh.execute("PRAGMA journal_mode = wal")


def discard(path: Path) -> None:
    """Take a closed file away, with what lies beside it."""
    for beside in ("", "-wal", "-shm"):
        path.with_name(f"{path.name}{beside}").unlink(missing_ok=True)


def sqlite(path: Path, key: str = keying.PLAIN, *, writable: bool = True) -> FileHandle:
    """Handle of an existing file whose write transactions take the lock at BEGIN, not at first write.

    A file that may not be written is read as it stands, where no log lies beside it that somebody else is
    writing: then nothing is made beside it either.
    """
    pragmas = dict(SQLITE_PRAGMAS)
    mode = "rw"
    if not writable:
        del pragmas["journal_mode"]
        pragmas["query_only"] = 1
        in_use = path.with_name(f"{path.name}-wal").exists()
        mode = "ro" if in_use else "ro&immutable=1"
    handle = FileHandle(  # sqlcipher3 carries a current SQLite, keyed or not
        f"{path.resolve().as_uri()}?mode={mode}",
        passphrase=key,
        pragmas=pragmas,
        lock_type="IMMEDIATE",
        autoconnect=False,
        uri=True,
    )
    handle.writable = writable
    handle.required = pragmas
    return handle


def postgresql(url: str, password: str = "") -> "ServerHandle":
    """Handle of a PostgreSQL database; ``url`` is a libpq connection URI."""
    driver.load()
    from xcdesk.db.server_handle import ServerHandle  # start-up time: most desks have a file

    return ServerHandle(url.replace("postgres://", "postgresql://", 1), password)
