"""The office's database: opening and refusing it, a connection for a thread, closing it."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peewee import PeeweeException
from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk import settings
from xcdesk.db import base, faults, keying, locking, opening, practice, upgrade
from xcdesk.db.base import database
from xcdesk.db.engine import key_of
from xcdesk.db.faults import DamagedStoreError, ReadOnlyStoreError
from xcdesk.db.location import Location
from xcdesk.db.opening import (
    EmptyStoreError,
    ForeignStoreError,
    MissingStoreError,
    SharedFolderError,
    StoreExistsError,
    SyncFolderError,
    require_fit,
    require_ours,
)
from xcdesk.errors import DeskError

if TYPE_CHECKING:
    from xcdesk.db.backups.copies import BackupRow
    from xcdesk.progress import Operation

__all__ = [
    "DamagedStoreError",
    "EmptyStoreError",
    "ForeignStoreError",
    "Location",
    "MissingStoreError",
    "ReadOnlyStoreError",
    "SharedFolderError",
    "StoreExistsError",
    "SyncFolderError",
    "require_fit",
    "require_ours",
]

_WINDOW = ".window"
"""Ending of the file that is locked while a window shows the database."""


class UnreadableStoreError(DeskError):
    """The file cannot be reached: no permission, a name too long, a drive that is gone."""

    code = "store.unreadable"


class UncheckedStoreError(DeskError):
    """The file has been opened and not been looked through yet; until then it is only read."""

    code = "store.unchecked"


class UnsoundStoreError(DeskError):
    """The file has not passed its check; it is only read."""

    code = "store.unsound"


class OldReadOnlyError(DeskError):
    """The file is of an earlier version and may not be written, so that it cannot be upgraded."""

    code = "store.read_only_old"


class OpenElsewhereError(DeskError):
    """Another window of this machine shows the database already."""

    code = "store.open_elsewhere"


@dataclass(slots=True)
class _Bound:
    location: Location | None = None
    read_only: type[DeskError] | None = None
    """Why nothing may be written just now."""
    window: Any = None
    """The lock of the window that shows the database."""
    practice: bool = False
    """Whether the data are those of a practice office."""


_bound = _Bound()


def open_store(
    where: str | Path | Location,
    *,
    create: bool = False,
    guarded: bool = True,
    unchecked: bool = False,
    key: str = keying.PLAIN,
) -> Location:
    """Bind the process to a database, upgraded and checked; the calling thread has a connection afterwards.

    A file that may not be written is opened for reading; `held_back` says so.

    Args:
        where: a file or a ``postgresql://`` address.
        create: make a new database; a place that already holds one is then refused.
        guarded: refuse a database whose protection against rewriting is missing; only the check that
            reports it does without.
        unchecked: only read a file until `check_file` has passed and `allow_writes` was called.
        key: of an encrypted file, as `key_from` makes it.

    Raises:
        DeskError: a code of area ``store``; nothing was changed.
    """
    location = where if isinstance(where, Location) else Location.parse(where)
    handle = _connected(location, create=create, key=key)
    database.initialize(handle)
    _bound.location = location
    try:
        _make_ready(handle, location, guarded=guarded, unchecked=unchecked)
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


def _connected(location: Location, *, create: bool, key: str) -> Any:
    try:
        if location.path is None:
            return _open_office(location, create=create)
        return opening.open_file(location.path, create=create, key=key)
    except OSError as error:
        raise UnreadableStoreError(path=str(location), reason=error.strerror or "") from error


def _make_ready(handle: Any, location: Location, *, guarded: bool, unchecked: bool) -> None:
    _upgrade(handle, location)
    if guarded:
        upgrade.require_triggers(handle)
    look_for_practice()
    if location.path and not handle.writable:
        _bound.read_only = ReadOnlyStoreError
    elif unchecked and location.path:
        _hold(handle, UncheckedStoreError)


def _open_office(location: Location, *, create: bool) -> Any:
    from xcdesk.db import server_opening  # start-up time: most desks have a file

    return server_opening.open_office(location, create=create)


def _upgrade(handle: Any, location: Location) -> None:
    if location.path and not handle.writable:
        if upgrade.due(handle):
            raise OldReadOnlyError(path=location.path)
        return
    upgrade.upgrade(handle, before=lambda schema: _before_upgrade(location, schema))


def key_from(where: str | Path, passphrase: str) -> str:
    """The key of the file at ``where`` if it is encrypted with this passphrase; of any other file none.

    Raises:
        LockedStoreError: it is encrypted, and the passphrase is empty.
    """
    location = Location.parse(where)
    if location.path is None or not keying.is_keyed(location.path):
        return keying.PLAIN
    if not passphrase:
        raise keying.LockedStoreError(path=location.path)
    try:
        return keying.key_of(location.path, passphrase)
    except OSError as error:
        raise UnreadableStoreError(path=str(location), reason=error.strerror or "") from error


def is_keyed(where: str | Path) -> bool:
    """Whether the file at ``where`` is encrypted, so that a passphrase must be asked for."""
    path = Location.parse(where).path
    return path is not None and keying.is_keyed(path)


def key() -> str:
    """The key of the open database, `keying.PLAIN` for none."""
    return key_of(database) if base.is_sqlite(database) else keying.PLAIN


def fits_key(path: Path) -> bool:
    """Whether an encrypted file has the key of the open database."""
    return keying.has_salt_of(path, key())


def take_window() -> None:
    """Let no second window of this machine show the open file, until it is closed.

    Raises:
        OpenElsewhereError: another one shows it already.
    """
    path = where().path
    if path is None or _bound.window is not None or isinstance(held_back(), ReadOnlyStoreError):
        return
    try:
        _bound.window = locking.hold(path.with_name(path.name + _WINDOW))
    except sqlcipher.OperationalError as error:
        raise UnreadableStoreError(path=str(path), reason=type(error).__name__) from error
    if _bound.window is None:
        raise OpenElsewhereError(path=path)


def fault_of(error: BaseException, place: object = "") -> DeskError | None:
    """What an engine's error means to a person; None for an exception that is none of an engine's."""
    refusal = faults.named(error, place)
    if isinstance(refusal, ReadOnlyStoreError) and _bound.read_only is not None:
        return _bound.read_only(path=place or _bound.location)
    return refusal


def refusal_of(error: BaseException) -> DeskError | None:
    """The refusal that an error is, or that an engine's error means; None for a mistake of ours."""
    return error if isinstance(error, DeskError) else fault_of(error)


def is_unchecked() -> bool:
    """Whether nothing may be written: not looked through yet, not passed, or not ours to write."""
    return _bound.read_only is not None


def held_back() -> DeskError | None:
    """Why nothing may be written as long as this file is open; None for one that is only being checked."""
    reason = _bound.read_only
    if reason is None or reason is UncheckedStoreError:
        return None
    return reason(path=_bound.location)


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
    """Let a file that has passed its check be written; this thread's connection and all that come after.

    A file that may not be written stays as it is.
    """
    if _bound.read_only is UncheckedStoreError:
        _hold(database.obj, None)


def close_store() -> None:
    """Close this thread's connection and unbind the process from its database."""
    _bound.location = None  # first: a thread that fails for want of the database is to see why
    handle = database.obj
    if handle is not None:
        handle.close()
    database.initialize(None)
    if _bound.window is not None:
        _bound.window.close()
    _bound.read_only = _bound.window = None
    _bound.practice = False


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


def look_for_practice() -> None:
    """See whether the open data are marked as those of a practice office."""
    _bound.practice = practice.is_marked(database.obj)


def is_practice() -> bool:
    """Whether the open data are marked as those of a practice office; False where none are open."""
    return _bound.practice


def where() -> Location:
    """Where the open database is; raises `RuntimeError` when none is open."""
    if _bound.location is None:
        raise RuntimeError("no database is open")
    return _bound.location


def is_still(opened: Location) -> bool:
    """Whether the database for which `where` said ``opened`` has not been closed since."""
    return _bound.location is opened


def back_up_now(location: Location, reason: str, operation: "Operation | None" = None) -> "BackupRow":
    """Take a verified backup of the open database into its backup folder; raises `BackupError`."""
    from xcdesk.db.backups import keeping  # start-up time

    return keeping.keep(database.obj, str(location), backup_folder(location), reason, operation)


def backup_folder(location: Location) -> Path:
    """Folder ``backups`` beside a file; in this person's data folder for a database on a server."""
    return (location.path.parent if location.path else settings.home()) / "backups"


def last_backup(location: Location) -> dt.datetime | None:
    """When the newest backup of anybody in the folder was taken (UTC), None while there is none."""
    taken = [path.stat().st_mtime for path in backup_folder(location).glob("*.db")]
    return dt.datetime.fromtimestamp(max(taken), dt.UTC).replace(tzinfo=None) if taken else None
