"""The database handle and the parent of every table."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from peewee import AutoField, DatabaseProxy, Model
from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk.db import driver
from xcdesk.db.engine import FileHandle, ServerHandle, is_sqlite

__all__ = ["APPLICATION_ID", "BaseModel", "create_sqlite", "database", "is_sqlite", "postgresql", "sqlite"]

database = DatabaseProxy()
"""The one process-wide handle; bound once, in `xcdesk.store.open_store`."""

APPLICATION_ID = 0x7863646B
"""``xcdk``: marks a SQLite file as ours; a foreign or mistyped file is never taken for an empty office."""

BUSY_SECONDS = 10.0
"""How long a desk waits for another one's save."""

SQLITE_PRAGMAS: dict[str, Any] = {
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


def create_sqlite(path: Path) -> None:
    """Make an empty database file that bears our mark.

    The mark is written before the file turns to WAL: later writes may lie in the log alone when a desk dies,
    and a file whose head does not bear the mark is refused.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = sqlcipher.connect(str(path), isolation_level=None)
    try:
        fresh.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        fresh.execute("PRAGMA journal_mode = wal")
    finally:
        fresh.close()


def sqlite(path: Path) -> FileHandle:
    """Handle of an existing file whose write transactions take the lock at BEGIN, not at first write."""
    return FileHandle(  # sqlcipher3 carries a current SQLite, keyed or not
        f"{path.resolve().as_uri()}?mode=rw",
        passphrase="",
        pragmas=SQLITE_PRAGMAS,
        timeout=BUSY_SECONDS,
        lock_type="IMMEDIATE",
        autoconnect=False,
        uri=True,
    )


def postgresql(url: str) -> ServerHandle:
    """Handle of a PostgreSQL database; ``url`` is a libpq connection URI."""
    driver.load()
    return ServerHandle(url, autoconnect=False, prefer_psycopg3=True)
