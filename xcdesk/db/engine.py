"""The handle of a file, whose transactions end with the word index in step, and what is asked of any."""

from collections.abc import Mapping
from typing import Any

from peewee import Database, DatabaseProxy
from playhouse.sqlcipher_ext import SqlCipherDatabase
from typing_extensions import override

from xcdesk.db import word_index
from xcdesk.errors import DeskError


class UnsafeEngineError(DeskError):
    """The SQLite library is one that can lose commits, or refused a setting that data safety rests on."""

    code = "store.unsafe_engine"


class FileHandle(SqlCipherDatabase):  # type: ignore[misc]  # untyped in playhouse
    """Handle of a file; ``word_index_made`` is set once the database is known to have the index.

    ``writable`` is False for one that is opened for reading alone; ``required`` are settings that every
    connection must turn out to have.
    """

    on_file = True
    guarded = False
    word_index_made = False
    writable = True
    required: Mapping[str, Any] = {}

    @override
    def _add_conn_hooks(self, conn: Any) -> None:
        super()._add_conn_hooks(conn)
        for name, wanted in self.required.items():  # SQLite says only in its answer that it refused one
            found = conn.execute(f"PRAGMA {name}").fetchone()[0]
            if found != wanted:
                raise UnsafeEngineError(detail=f"{name} = {found}")

    @override
    def commit(self) -> None:
        """Index what the transaction wrote, then commit it."""
        word_index.settle(self)
        super().commit()


def is_guarded(handle: Database | DatabaseProxy) -> bool:
    """Whether this is a person's own session at a server that keeps the rules of the office itself."""
    return bool(getattr(getattr(handle, "obj", handle), "guarded", False))


def is_sqlite(handle: Database | DatabaseProxy) -> bool:
    """Whether ``handle`` (or what the proxy is bound to) is the file engine."""
    return isinstance(getattr(handle, "obj", handle), SqlCipherDatabase)


def key_of(handle: Database | DatabaseProxy) -> str:
    """The raw key of an encrypted file, as `xcdesk.db.keying` made it; "" for a file without one."""
    found: str = getattr(handle, "obj", handle).connect_params.get("passphrase", "")
    return found
