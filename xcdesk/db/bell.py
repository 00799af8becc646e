"""Hearing that somebody else has written, on either engine; what was written is read by whoever hears it."""

import contextlib
import threading
from typing import Any

from peewee import Database

from xcdesk.db.base import database, is_sqlite

CHANNEL = "xcdesk"
"""Channel of a server on which each entry of the record is announced when it is committed."""
PRESENCE = "presence"
"""What is announced there when somebody begins or ends to edit something; an entry has no words."""
_POLL_SECONDS = 0.2


def announce(handle: Database) -> None:
    """Say at this transaction's commit that something was written; a file tells by itself."""
    if not is_sqlite(handle):
        handle.execute_sql(f"NOTIFY {CHANNEL}")


def tell_of_presence(handle: Database) -> None:
    """Say at a server that somebody has begun or ended to edit something."""
    handle.execute_sql("SELECT pg_notify(%s, %s)", (CHANNEL, PRESENCE))


class Bell:
    """Rings when another connection has written; made and asked by one thread, on its own connection.

    ``words`` are those of the last ring, such as `PRESENCE`; an entry of the record has none.
    """

    def __init__(self) -> None:
        self._handle: Any = database.obj
        self.words: tuple[str, ...] = ()
        self._quiet = threading.Event()
        self._seen = self._version()
        self._heard_on: Any = None
        self._listen_here()

    def wait(self, seconds: float) -> bool:
        """Whether it rings within some seconds.

        Raises:
            PeeweeException: the server has gone away; a new bell is needed once it is back.
        """
        return self._poll(seconds) if is_sqlite(self._handle) else self._listen(seconds)

    def _listen_here(self) -> bool:
        """Listen on this thread's connection; whether it is a new one, and something may have been missed."""
        if is_sqlite(self._handle) or self._handle.connection() is self._heard_on:
            return False
        self._handle.execute_sql(f"LISTEN {CHANNEL}")
        self._heard_on = self._handle.connection()
        return True

    def _listen(self, seconds: float) -> bool:
        self.words = ()
        if self._listen_here():
            return True
        self.words = self._handle.heard(seconds)
        return bool(self.words)

    def _poll(self, seconds: float) -> bool:
        for _ in range(max(1, round(seconds / _POLL_SECONDS))):
            version = self._version()
            if version != self._seen:
                self._seen = version
                return True
            self._quiet.wait(_POLL_SECONDS)
        return False

    def _version(self) -> int:
        """What SQLite counts up when another connection has written; 0 at a server."""
        if not is_sqlite(self._handle):
            return 0
        with contextlib.closing(self._handle.execute_sql("PRAGMA data_version")) as found:
            return int(found.fetchone()[0])
