"""Numbered migrations: which are there, which are due, and carrying them out once for all desks."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from peewee import Database, DatabaseProxy

from xcdesk.db import locking, triggers
from xcdesk.db.base import is_guarded, is_sqlite
from xcdesk.errors import DeskError

if TYPE_CHECKING:
    from playhouse.migrations import Runner

MIGRATIONS = Path(__file__).parent / "migrations"
_HISTORY = "schema_migration"
_ADVISORY_LOCK = 0x7863646B
_LOCK_WAIT_SECONDS = 60


class NewerSchemaError(DeskError):
    """A later version of the program has upgraded this database."""

    code = "store.newer"


class UpgradeNeededError(DeskError):
    """The database is of an earlier version, and this session may not change that."""

    code = "store.upgrade_needed"


class TriggerError(DeskError):
    """Append-only triggers are missing; somebody changed the database by hand."""

    code = "store.triggers"


def runner(handle: Database | DatabaseProxy) -> "Runner":
    """Migration runner over the shipped migrations."""
    from playhouse.migrations import Runner  # start-up time; it brings the driver of a server along

    return Runner(handle, str(MIGRATIONS), _HISTORY)


def _applied(handle: Database | DatabaseProxy) -> frozenset[str]:
    """Names of the migrations that ``handle`` has; what the runner reads, without loading it."""
    if not handle.table_exists(_HISTORY):
        return frozenset()
    return frozenset(name for (name,) in handle.execute_sql(f"SELECT name FROM {_HISTORY}").fetchall())  # noqa: S608


def schema_name(handle: Database | DatabaseProxy) -> str:
    """Name of the last migration that ``handle`` has, for example ``0001_initial``; "" for none."""
    return max(_applied(handle), default="")


def due(handle: Database) -> tuple[str, ...]:
    """Names of the migrations still to be applied; raises `NewerSchemaError` if some are unknown to us."""
    shipped = sorted(path.stem for path in MIGRATIONS.glob("[0-9]*.py"))
    applied = _applied(handle)
    unknown = applied.difference(shipped)
    if unknown:
        raise NewerSchemaError(schema=max(unknown))
    return tuple(name for name in shipped if name not in applied)


def upgrade(handle: Database, before: Callable[[str], None]) -> tuple[str, ...]:
    """Apply what is due, under a lock over all processes, and make the triggers anew.

    Args:
        handle: an open connection.
        before: called with the present schema's name before the first change of a database that holds data.

    Returns:
        Names of the migrations applied here; empty when another process did it, or nothing was due.

    Raises:
        NewerSchemaError: a later version of the program was here.
        UpgradeNeededError: something is due, and a person's session at a server may not do it.
    """
    waiting = due(handle)
    if not waiting:
        return ()
    if is_guarded(handle):
        raise UpgradeNeededError(schema=waiting[-1])
    with _only_one(handle):
        waiting = due(handle)
        if not waiting:
            return ()
        present = schema_name(handle)
        if present:
            before(present)
        applied = tuple(runner(handle).up())
        with handle.atomic():
            triggers.create(handle)
        return applied


def require_triggers(handle: Database) -> None:
    """Raise `TriggerError` unless every append-only trigger is in force."""
    gone = triggers.missing(handle)
    if gone:
        raise TriggerError(names=", ".join(gone))


@contextlib.contextmanager
def _only_one(handle: Database) -> Iterator[None]:
    """Hold the upgrade lock: an advisory lock of the server, or a locked file beside the database."""
    if not is_sqlite(handle):
        handle.execute_sql("SELECT pg_advisory_lock(%s)", (_ADVISORY_LOCK,))
        try:
            yield
        finally:
            handle.execute_sql("SELECT pg_advisory_unlock(%s)", (_ADVISORY_LOCK,))
        return
    path = handle.execute_sql("PRAGMA database_list").fetchone()[2]
    with locking.held(Path(f"{path}.upgrading"), _LOCK_WAIT_SECONDS):
        yield
