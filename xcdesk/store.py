"""The office's database: opening and refusing it, a connection for a thread, closing it."""

import contextlib
import datetime as dt
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peewee import Database, DatabaseError, OperationalError, PeeweeException
from sqlcipher3 import dbapi2 as sqlcipher
from typing_extensions import override

from xcdesk import settings
from xcdesk.db import base, faults, places, upgrade
from xcdesk.db.base import APPLICATION_ID, SQLITE_PRAGMAS, database
from xcdesk.db.faults import DamagedStoreError, ReadOnlyStoreError
from xcdesk.errors import DeskError

if TYPE_CHECKING:  # start-up time
    from xcdesk.db.backup import BackupRow

_HEADER = b"SQLite format 3\x00"
_SAFE_SQLITE = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""Versions from which, within their minor series, the WAL-reset bug is mended (sqlite.org/wal.html)."""


class MissingStoreError(DeskError):
    """There is no database at this place."""

    code = "store.missing"


class StoreExistsError(DeskError):
    """There is something at this place already."""

    code = "store.exists"


class EmptyStoreError(DeskError):
    """The file is empty; it is not taken for a new office."""

    code = "store.empty"


class ForeignStoreError(DeskError):
    """The file is not an xcdesk database."""

    code = "store.foreign"


class UnsafeEngineError(DeskError):
    """The SQLite library is one that can lose commits, or refused a setting that data safety rests on."""

    code = "store.unsafe_engine"


class SharedFolderError(DeskError):
    """The place is on a network share."""

    code = "store.share"


class SyncFolderError(DeskError):
    """The place is in a folder that another program copies to a cloud."""

    code = "store.sync_folder"


class UnreadableStoreError(DeskError):
    """The file cannot be reached: no permission, a name too long, a drive that is gone."""

    code = "store.unreadable"


class BadAddressError(DeskError):
    """The address is neither a path nor that of a PostgreSQL database."""

    code = "store.bad_address"


class UncheckedStoreError(DeskError):
    """The file has been opened and not been looked through yet; until then it is only read."""

    code = "store.unchecked"


class UnsoundStoreError(DeskError):
    """The file has not passed its check; it is only read."""

    code = "store.unsound"


class UnreachableStoreError(DeskError):
    """The database server does not answer, or refuses the sign-in."""

    code = "store.unreachable"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a database is: a file, or a server; exactly one of the two is set."""

    path: Path | None = None
    url: str | None = None

    @classmethod
    def parse(cls, text: str | Path) -> "Location":
        """Read a path or a ``postgresql://`` address.

        Raises:
            BadAddressError: it is an address of some other kind.
        """
        if isinstance(text, str) and re.match(r"^postgres(ql)?://", text):
            return cls(url=text)
        if isinstance(text, str) and re.match(r"^\w{2,}://", text):
            raise BadAddressError(address=text)
        try:
            return cls(path=Path(text).expanduser())
        except RuntimeError:  # ~somebody who is unknown here: a name like any other
            return cls(path=Path(text))

    @override
    def __str__(self) -> str:
        """Path, or address without its password."""
        if self.path is not None:
            return str(self.path)
        return re.sub(r"(//[^:/@]+):[^@/]*@", r"\1@", self.url or "")


@dataclass(slots=True)
class _Bound:
    location: Location | None = None
    read_only: type[DeskError] | None = None
    """Why nothing may be written just now."""


_bound = _Bound()


def open_store(
    where: str | Path | Location, *, create: bool = False, guarded: bool = True, unchecked: bool = False
) -> Location:
    """Bind the process to a database, upgraded and checked; the calling thread has a connection afterwards.

    Args:
        where: a file or a ``postgresql://`` address.
        create: make a new database; a place that already holds one is then refused.
        guarded: refuse a database whose protection against rewriting is missing; only the check that
            reports it does without.
        unchecked: only read a file until `check_file` has passed and `allow_writes` was called.

    Raises:
        DeskError: a code of area ``store``; nothing was changed.
    """
    location = where if isinstance(where, Location) else Location.parse(where)
    try:
        handle = _file(location.path, create=create) if location.path else _server(location, create=create)
    except OSError as error:
        raise UnreadableStoreError(path=str(location), reason=error.strerror or "") from error
    database.initialize(handle)
    _bound.location = location
    try:
        if location.path:
            _assert_pragmas(handle)
        upgrade.upgrade(handle, before=lambda schema: _before_upgrade(location, schema))
        if guarded:
            upgrade.require_triggers(handle)
        if unchecked and location.path:
            _hold(handle, UncheckedStoreError)
    except PeeweeException as error:
        close_store()
        refusal = fault_of(error, str(location))
        if isinstance(refusal, faults.StoreFaultError):  # a migration that fails is a fault of ours
            raise
        raise refusal or error from error
    except BaseException:
        close_store()
        raise
    return location


def fault_of(error: BaseException, place: object = "") -> DeskError | None:
    """What an engine's error means to a person; None for an exception that is none of an engine's."""
    refusal = faults.named(error, place)
    if isinstance(refusal, ReadOnlyStoreError) and _bound.read_only is not None:
        return _bound.read_only(path=place or _bound.location)
    return refusal


def is_unchecked() -> bool:
    """Whether the open file has not been looked through yet, or did not pass."""
    return _bound.read_only is not None


def check_file() -> None:
    """Look a file through for damage, on a connection of the calling thread; a server looks after itself.

    Raises:
        UnsoundStoreError: it is damaged. It stays read-only.
    """
    if not base.is_sqlite(database):
        return
    try:
        said = _damage()
    except (PeeweeException, sqlcipher.Error) as error:  # a fetch raises the driver's own
        said = type(error).__name__
    if said != "ok":
        _bound.read_only = UnsoundStoreError
        raise UnsoundStoreError(path=_bound.location)


def _damage() -> str:
    """What the engine says of the first damaged table, or "ok".

    The word index is looked at as the tables it lies in, not as what it means: that takes three times as long
    as all the rest, and it can be made again from the rows.
    """
    plain = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'"
    for (name,) in database.execute_sql(f"{plain} UNION ALL SELECT 'sqlite_schema'").fetchall():
        said: str = database.execute_sql(f'PRAGMA quick_check("{name}")').fetchone()[0]
        if said != "ok":
            return said
    return "ok"


def allow_writes() -> None:
    """Let a file that has passed its check be written; this thread's connection and all that come after."""
    if _bound.read_only is not None:
        _hold(database.obj, None)


def close_store() -> None:
    """Close this thread's connection and unbind the process from its database."""
    handle = database.obj
    if handle is not None:
        handle.close()
    database.initialize(None)
    _bound.location = _bound.read_only = None


@contextlib.contextmanager
def connection() -> Iterator[None]:
    """A connection of the calling thread's own, closed afterwards; none of another thread's is touched."""
    with database.connection_context():
        yield


def _hold(handle: Any, reason: type[DeskError] | None) -> None:
    """Let every connection from now on only read, and say why; None lets it write again."""
    handle.pragma("query_only", int(reason is not None), permanent=True)
    _bound.read_only = reason


def _before_upgrade(location: Location, schema: str) -> None:
    """Back up before a migration; a failure stops the migration."""
    back_up_now(location, f"before-{schema}")


def is_open() -> bool:
    """Whether the process is bound to a database."""
    return database.obj is not None


def where() -> Location:
    """Where the open database is; raises `RuntimeError` when none is open."""
    if _bound.location is None:
        raise RuntimeError("no database is open")
    return _bound.location


def back_up_now(location: Location, reason: str) -> "BackupRow":
    """Take a verified backup of the open database into its backup folder; raises `BackupError`."""
    from xcdesk.db.backup import back_up  # start-up time

    return back_up(database.obj, backup_folder(location), reason)


def backup_folder(location: Location) -> Path:
    """Folder ``backups`` beside a file; in this person's data folder for a database on a server."""
    return (location.path.parent if location.path else settings.home()) / "backups"


def last_backup(location: Location) -> dt.datetime | None:
    """When the newest backup was taken (UTC), None while there is none."""
    taken = [path.stat().st_mtime for path in backup_folder(location).glob("*.db")]
    return dt.datetime.fromtimestamp(max(taken), dt.UTC).replace(tzinfo=None) if taken else None


def _file(path: Path, *, create: bool) -> Database:
    _require_safe_library()
    require_fit(path)
    if create:
        if path.exists():
            raise StoreExistsError(path=path)
        base.create_sqlite(path)
    _require_ours(path)
    if not os.access(path, os.W_OK):  # SQLite would open it for reading and fail at the first save
        raise ReadOnlyStoreError(path=path)
    handle: Database = base.sqlite(path)
    try:
        handle.connect()
    except OperationalError as error:
        if "readonly" in str(error):
            raise ReadOnlyStoreError(path=path) from error
        raise fault_of(error, path) or error from error
    except DatabaseError as error:
        raise DamagedStoreError(path=path) from error
    return handle


def require_fit(path: Path) -> None:
    """A file database on a share or in a sync folder is ruined sooner or later.

    Raises:
        SharedFolderError, SyncFolderError: it would lie there.
    """
    if places.is_shared(path):
        raise SharedFolderError(path=path)
    folder = places.sync_folder(path)
    if folder:
        raise SyncFolderError(path=path, folder=folder)


def _require_ours(path: Path) -> None:
    if not path.is_file():
        raise MissingStoreError(path=path)
    with path.open("rb") as file:
        head = file.read(100)
    if not head:
        raise EmptyStoreError(path=path)
    if not head.startswith(_HEADER) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise ForeignStoreError(path=path)
    pages, size = int.from_bytes(head[28:32], "big"), int.from_bytes(head[16:18], "big")
    if pages * (size if size > 1 else 65536) > path.stat().st_size:
        raise DamagedStoreError(path=path)


def _require_safe_library() -> None:
    version = tuple(sqlcipher.sqlite_version_info)
    same_series = [known for known in _SAFE_SQLITE if known[:2] == version[:2]]
    if not (version >= _SAFE_SQLITE[0] or (same_series and version >= same_series[0])):
        raise UnsafeEngineError(detail=f"SQLite {sqlcipher.sqlite_version}")


def _assert_pragmas(handle: Database) -> None:
    """SQLite says only in its answer that it refused a setting."""
    for name, wanted in SQLITE_PRAGMAS.items():
        found = handle.execute_sql(f"PRAGMA {name}").fetchone()[0]
        if found != wanted:
            raise UnsafeEngineError(detail=f"{name} = {found}")


def _server(location: Location, *, create: bool) -> Database:
    handle: Database = base.postgresql(location.url or "")
    try:
        handle.connect()
    except OperationalError as error:
        raise UnreachableStoreError(address=str(location)) from error
    ours = handle.table_exists("schema_migration")
    if create and ours:
        handle.close()
        raise StoreExistsError(path=str(location))
    if not create and not ours:
        empty = not handle.get_tables()
        handle.close()
        raise MissingStoreError(path=str(location)) if empty else ForeignStoreError(path=str(location))
    return handle
