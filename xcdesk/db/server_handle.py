"""The handle of a server's database: what was on its way when a connection broke is found out, not guessed.

Each transaction that writes has a number of the server's own (``xid8``). Where the reply to a commit is lost,
the server is asked afterwards what became of that number: so nothing is written twice, and nothing that was
acknowledged is missing. A connection that died while nobody used it is made anew before it is used again.
"""

import contextlib
import threading
import time
from typing import Any

import peewee
from peewee import InterfaceError, OperationalError, PostgresqlDatabase
from typing_extensions import override

from xcdesk.db import word_index
from xcdesk.db.faults import UnsureStoreError

PATIENCE = 12.0
"""Seconds for which an answer about a lost commit is sought; a server that was killed is back in six."""
_PAUSE = 0.1
_WAYS: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 10,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
    "options": "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3",
    "application_name": "xcdesk",
}
"""A pulled cable is noticed within twenty seconds, on both ends."""
_WRAPPED = getattr(peewee, "__exception_wrapper__")  # noqa: B009  # its stubs leave it out
"""Turns the driver's exceptions into those of peewee."""
_BROKEN = (OperationalError, InterfaceError)


class ServerHandle(PostgresqlDatabase):
    """Handle of a database on a server; ``word_index_made`` is set once it is known to have the index.

    ``guarded``: the session is a person's own, and the server keeps the rules (`xcdesk.server`).
    """

    on_file = False
    guarded = False
    word_index_made = False

    def __init__(self, url: str, password: str = "") -> None:
        ways: dict[str, Any] = {**_WAYS, "autoconnect": False, "prefer_psycopg3": True}
        if password:
            ways["password"] = password
        super().__init__(url, **ways)
        # peewee takes a transaction for over before it commits; a statement repeated then would be alone
        self._here = threading.local()

    @override
    def begin(self, isolation_level: Any = None) -> None:
        """Begin a transaction, on a new connection where the old one died meanwhile."""
        try:
            super().begin(isolation_level)
        except _BROKEN:
            if self.is_connection_usable():
                raise
            self._reopen()
            super().begin(isolation_level)
        self._here.open = True

    @override
    def execute_sql(self, sql: Any, params: Any = None) -> Any:
        """Execute a statement; outside a transaction once more where the connection had died."""
        try:
            return self._plainly(sql, params)
        except _BROKEN:
            if getattr(self._here, "open", False) or self.is_connection_usable():
                raise
            self._reopen()
            return self._plainly(sql, params)

    def _plainly(self, sql: Any, params: Any) -> Any:
        return super().execute_sql(sql, params)  # type: ignore[no-untyped-call]

    @override
    def commit(self) -> None:
        """Index what the transaction wrote, then commit it.

        Raises:
            UnsureStoreError: the connection broke and the server could not be asked whether it was written.
        """
        try:
            self._commit()
        finally:
            self._here.open = False

    def _commit(self) -> None:
        with _WRAPPED:  # many rows at once go past peewee
            word_index.settle(self)
        unit, process = self.execute_sql(
            "SELECT pg_current_xact_id_if_assigned()::text, pg_backend_pid()"
        ).fetchone()
        try:
            super().commit()
        except _BROKEN:
            if unit is None or self.is_connection_usable() or not self._was_committed(unit, process):
                raise

    @override
    def rollback(self) -> None:
        """Roll back; a connection that is gone has nothing to take back."""
        self._here.open = False
        if not self._is_dead():
            super().rollback()

    def heard(self, seconds: float) -> tuple[str, ...]:
        """What is announced on a channel that this thread listens to, as soon as it is; empty for nothing."""
        with _WRAPPED:
            heard = self._handle._state.conn.notifies(timeout=seconds, stop_after=1)
            return tuple(str(notice.payload) for notice in heard)

    @override
    def get_tables(self, schema: str | None = None) -> list[str]:
        """Names of the tables; a person's session has views of its own in front of them."""
        return super().get_tables(schema or "public")

    def _is_dead(self) -> bool:
        connection = self._handle._state.conn
        return connection is None or bool(connection.closed)

    def _reopen(self) -> None:
        """A new connection for this thread in the place of the dead one."""
        stale = self._handle._state.conn
        self._handle._state.reset()
        if stale is not None:
            stale.close()
        self.connect()

    def _was_committed(self, unit: str, process: int) -> bool:
        """Ask the server what became of a transaction; a session that hangs in it is ended first."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with contextlib.suppress(*_BROKEN), _WRAPPED:
                if self._is_dead():
                    self._handle._state.conn = self._handle._connect()  # callbacks stay as they are
                status = self._asked("SELECT pg_xact_status(%s::text::xid8)", unit)
                if status != "in progress":
                    return bool(status == "committed")
                self._asked("SELECT pg_terminate_backend(%s)", process)
            time.sleep(_PAUSE)
        raise UnsureStoreError()

    def _asked(self, question: str, about: object) -> Any:
        return self._handle._state.conn.execute(question, (about,)).fetchone()[0]

    @property
    def _handle(self) -> Any:
        """This handle as peewee keeps it; its stubs leave out what is below the surface."""
        return self
