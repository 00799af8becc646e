"""Opening a file: what is accepted, what is refused and by which name, what is only read."""

import os
from pathlib import Path

from peewee import DatabaseError, OperationalError
from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk.db import base, faults, keying, places
from xcdesk.db.base import APPLICATION_ID
from xcdesk.db.engine import FileHandle, UnsafeEngineError
from xcdesk.db.faults import DamagedStoreError
from xcdesk.errors import DeskError

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


class SharedFolderError(DeskError):
    """The place is on a network share."""

    code = "store.share"


class SyncFolderError(DeskError):
    """The place is in a folder that another program copies to a cloud."""

    code = "store.sync_folder"


def open_file(path: Path, *, create: bool, key: str) -> FileHandle:
    """A connected handle of a file; one that may not be written is opened for reading alone.

    Raises:
        DeskError: a code of area ``store``; nothing was changed.
        OSError: the place cannot be reached.
    """
    require_safe_library(tuple(sqlcipher.sqlite_version_info))
    require_fit(path)
    if create:
        if path.exists():
            raise StoreExistsError(path=path)
        base.create_sqlite(path, key)
    require_ours(path, key)
    if not _may_write(path):
        return _connected(path, base.sqlite(path, key, writable=False))
    try:
        return _connected(path, base.sqlite(path, key))
    except faults.ReadOnlyStoreError:  # what an access list forbids is not to be seen beforehand on Windows
        return _connected(path, base.sqlite(path, key, writable=False))


def _connected(path: Path, handle: FileHandle) -> FileHandle:
    try:
        handle.connect()
    except OperationalError as error:
        raise faults.named(error, path) or error from error
    except DatabaseError as error:
        raise DamagedStoreError(path=path) from error
    return handle


def _may_write(path: Path) -> bool:
    """Whether file and folder may be written; SQLite would open the file all the same and fail at a save."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


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


def require_ours(path: Path, key: str) -> None:
    """Refuse by name what is not a whole database of ours.

    Raises:
        MissingStoreError, EmptyStoreError, ForeignStoreError, DamagedStoreError: so it is.
        LockedStoreError, WrongPassphraseError: it is encrypted, and this is not its key.
    """
    if not path.is_file():
        raise MissingStoreError(path=path)
    with path.open("rb") as file:
        head = file.read(100)
    if not head:
        raise EmptyStoreError(path=path)
    if keying.is_keyed(path):
        _require_key(path, key)
        return
    if not head.startswith(keying.HEADER) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise ForeignStoreError(path=path)
    pages, size = int.from_bytes(head[28:32], "big"), int.from_bytes(head[16:18], "big")
    if pages * (size if size > 1 else 65536) > path.stat().st_size:
        raise DamagedStoreError(path=path)


def _require_key(path: Path, key: str) -> None:
    if not key:
        raise keying.LockedStoreError(path=path)
    connection = keying.connect(path, key, mode="rw" if _may_write(path) else "ro&immutable=1")
    try:
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    except sqlcipher.DatabaseError as error:
        raise keying.WrongPassphraseError(path=path, field="passphrase") from error
    finally:
        connection.close()
    if mark != APPLICATION_ID:
        raise ForeignStoreError(path=path)
    if pages * int(size) > path.stat().st_size:  # SQLCipher answers in letters
        raise DamagedStoreError(path=path)


def require_safe_library(version: tuple[int, ...]) -> None:
    """Raise `UnsafeEngineError` for a version of SQLite that can lose commits of several connections."""
    same_series = [known for known in _SAFE_SQLITE if known[:2] == version[:2]]
    if not (version >= _SAFE_SQLITE[0] or (same_series and version >= same_series[0])):
        raise UnsafeEngineError(detail=f"SQLite {'.'.join(map(str, version))}")
