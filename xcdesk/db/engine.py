"""The handles of both engines: their transactions end with the word index in step, unless that is put off."""

from peewee import Database, DatabaseProxy, PostgresqlDatabase
from playhouse.sqlcipher_ext import SqlCipherDatabase
from typing_extensions import override

from xcdesk.db import word_index


class FileHandle(SqlCipherDatabase):  # type: ignore[misc]  # untyped in playhouse
    """Handle of a file; ``word_index_made`` is set once the database is known to have the index."""

    on_file = True
    word_index_made = False

    @override
    def commit(self) -> None:
        """Index what the transaction wrote, then commit it."""
        word_index.settle(self)
        super().commit()


class ServerHandle(PostgresqlDatabase):
    """Handle of a database on a server; ``word_index_made`` as for a file."""

    on_file = False
    word_index_made = False

    @override
    def commit(self) -> None:
        """Index what the transaction wrote, then commit it."""
        word_index.settle(self)
        super().commit()


def is_sqlite(handle: Database | DatabaseProxy) -> bool:
    """Whether ``handle`` (or what the proxy is bound to) is the file engine."""
    return isinstance(getattr(handle, "obj", handle), SqlCipherDatabase)
