"""A whole office moved from a file to a server or back, compared row by row before it counts.

The open database is only read. Whatever fails or is stopped, the new place is as empty as before.
"""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from peewee import Database, PeeweeException

from xcdesk import store
from xcdesk.db import base, server_opening, triggers, upgrade, whole_tables
from xcdesk.db.base import database, is_sqlite
from xcdesk.db.location import Location
from xcdesk.errors import DeskError
from xcdesk.files import put_in_place
from xcdesk.models.tables import BY_NAME
from xcdesk.progress import Operation, Steps
from xcdesk.services.backups import looking
from xcdesk.services.office import practising
from xcdesk.services.record import audit, permissions
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import Permission

_PASSES = 3
"""How often each row passes: it is copied, and read again in both places."""


class TargetInUseError(DeskError):
    """The new place holds something already."""

    code = "move.in_use"


class SameEngineError(DeskError):
    """Both places are files, or both are servers: a backup and a restore do that."""

    code = "move.same_engine"


class BrokenRecordError(DeskError):
    """The record does not verify; such data is not carried on. Fact ``id``."""

    code = "move.broken_record"


class DifferentError(DeskError):
    """A table came out differently; nothing was kept. Fact ``table``."""

    code = "move.different"


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved: rows by table, all compared, and entries of the record that fit."""

    tables: Mapping[str, int]
    entries: int

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(self.tables.values())


def move(actor: Actor, target: Location, operation: Operation | None = None) -> Moved:
    """Copy the open office to ``target`` and go on there; the calling thread has a connection to it.

    Args:
        actor: who may change what holds for everybody.
        target: a file that does not exist yet, or a database of a server that is empty.
        operation: told how many rows are copied and compared, of twice as many as there are.

    Raises:
        NotAllowedError: his role does not have this.
        PracticeStaysError: it is a practice office.
        SameEngineError, TargetInUseError: the new place will not do.
        BrokenRecordError: the record was tampered with.
        DifferentError: a table did not come out as it was.
        Cancelled: the operation was stopped.
        DeskError: a code of area ``store`` about the new place.
    """
    permissions.require(actor, Permission.SETTINGS)
    practising.require_real()
    origin = store.where()
    if (origin.path is None) == (target.path is None):
        raise SameEngineError(origin=origin, target=target)
    report = audit.verify()
    if report.broken_at is not None:
        raise BrokenRecordError(id=report.broken_at)
    moved = Moved(_copied(target, operation or Operation()), report.count)
    store.close_store()
    store.open_store(target)
    with database.atomic():
        audit.record(actor, "office.moved", "office", origin=str(origin), target=str(target), rows=moved.rows)
    return moved


def require_empty(target: Location) -> None:
    """Look whether an office can move to a database of a server.

    Raises:
        TargetInUseError: it holds something already.
        DeskError: a code of area ``store``: it cannot be reached, or lets nobody in.
    """
    fresh = server_opening.connected(target)
    try:
        if fresh.get_tables():
            raise TargetInUseError(target=target)
    finally:
        fresh.close()


def _copied(target: Location, operation: Operation) -> Mapping[str, int]:
    source = database.obj
    try:
        # whoever would write to the file meanwhile waits
        held = source.atomic() if is_sqlite(source) else whole_tables.one_moment(source)
        with _new_place(target, upgrade.schema_name(source)) as fresh, held:
            steps = Steps(operation, _PASSES * sum(looking.rows_now().values()))
            return {name: _carry(name, source, fresh, steps) for name in BY_NAME}
    except PeeweeException as error:
        raise store.fault_of(error, str(target)) or error from error


def _carry(table: str, source: Database, target: Database, steps: Steps) -> int:
    """Copy one table and compare it; how many rows it has."""
    kinds = whole_tables.kinds(target if is_sqlite(source) else source, table)
    columns = whole_tables.columns(kinds)

    def rows(handle: Database) -> Iterator[whole_tables.Row]:
        found = whole_tables.read(handle, table, columns)
        return steps.each(whole_tables.plain(found, columns, kinds))

    whole_tables.write(target, table, columns, rows(source))
    held, came_out = whole_tables.digest(rows(source)), whole_tables.digest(rows(target))
    if held != came_out:
        raise DifferentError(table=table)
    if not is_sqlite(target):
        whole_tables.set_sequence(target, table)
    return held[0]


@contextlib.contextmanager
def _new_place(target: Location, schema: str) -> Iterator[Database]:
    """An empty office of this schema whose rows are kept if the block ends well, and nothing otherwise."""
    with _new_file(target.path, schema) if target.path else _new_database(target, schema) as fresh:
        yield fresh


@contextlib.contextmanager
def _new_file(path: Path, schema: str) -> Iterator[Database]:
    store.require_fit(path)
    if path.exists():
        raise TargetInUseError(target=path)
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    base.create_sqlite(part)
    fresh = base.sqlite(part)
    fresh.connect()
    try:
        upgrade.runner(fresh).up(schema)
        with fresh.atomic():
            yield fresh
            triggers.create(fresh)
        upgrade.require_triggers(fresh)
        fresh.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        fresh.close()
        put_in_place(part, path)
    finally:
        fresh.close()
        base.discard(part)


@contextlib.contextmanager
def _new_database(target: Location, schema: str) -> Iterator[Database]:
    fresh = server_opening.connected(target)
    try:
        if fresh.get_tables():
            raise TargetInUseError(target=target)
        with fresh.atomic():
            upgrade.runner(fresh).up(schema)
            yield fresh
            triggers.create(fresh)
            upgrade.require_triggers(fresh)
    finally:
        fresh.close()
