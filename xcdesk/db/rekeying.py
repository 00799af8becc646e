"""A file written anew under another key: encrypted, with another passphrase, or no more encrypted."""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk.db import keying
from xcdesk.db.backups import copies
from xcdesk.db.base import APPLICATION_ID
from xcdesk.db.faults import BusyStoreError
from xcdesk.errors import DeskError
from xcdesk.files import to_disk
from xcdesk.progress import Operation

WAIT_SECONDS = 5.0
"""How long others are given to let go of the file."""


class RekeyError(DeskError):
    """The file could not be written anew; it is as it was."""

    code = "store.not_rekeyed"


def rewrite(path: Path, old: str, new: str, operation: Operation | None = None) -> None:
    """Put a copy with another key in the place of a file that nobody has open.

    The file is held for itself alone while it is copied, so that nothing written meanwhile is lost, and it is
    replaced in one step by a copy that has passed every check and holds as many rows in each table.

    Args:
        path: the closed file.
        old: the key that it has, as `xcdesk.db.keying` makes it; `keying.PLAIN` for none.
        new: the key that it is to have.
        operation: progress and cancel.

    Raises:
        BusyStoreError: somebody has the file open.
        RekeyError: the disk is full, or the copy is not whole; the file is as it was.
        Cancelled: somebody asked to stop; the file is as it was.
    """
    operation = operation or Operation()
    part = path.with_name(f"{path.name}.rekeyed.part")
    part.unlink(missing_ok=True)
    source = keying.connect(path, old, mode="rw")
    source.execute(f"PRAGMA busy_timeout = {int(WAIT_SECONDS * 1000)}")
    try:
        with copies.stoppable(source, operation):
            _hold(source, path)
            rows = copies.table_rows(source)
            _export(source, part, new)
        with copies.opened(part, new) as copy, copies.stoppable(copy, operation):
            copies.require_sound(copy)
            _require_all(copies.table_rows(copy), rows)
        to_disk(part)
        source.close()
        part.replace(path)
        to_disk(path)
    except (sqlcipher.Error, copies.DamagedCopyError, OSError) as error:
        raise RekeyError(path=path) from error
    finally:
        source.close()
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _require_all(found: Mapping[str, int], wanted: Mapping[str, int]) -> None:
    if found != wanted:
        raise copies.DamagedCopyError("rows")


def _hold(source: Any, path: Path) -> None:
    """Have the file alone, its log copied into it and gone."""
    source.execute("PRAGMA locking_mode = exclusive")
    try:
        source.execute("PRAGMA journal_mode = delete")
        source.execute("BEGIN EXCLUSIVE")
        source.execute("COMMIT")  # in this mode the lock is kept
    except sqlcipher.OperationalError as error:
        if "locked" in str(error):
            raise BusyStoreError(path=path) from error
        raise


def _export(source: Any, part: Path, key: str) -> None:
    source.execute("ATTACH ? AS rekeyed KEY ?", (str(part), key))
    # Each table would wait for the disk several times; a copy that is not ended is thrown away, and one that
    # is goes to the disk as a whole before it takes the place of the file.
    source.execute("PRAGMA rekeyed.synchronous = off")
    source.execute("PRAGMA rekeyed.journal_mode = off")
    source.execute("SELECT sqlcipher_export('rekeyed')")
    source.execute(f"PRAGMA rekeyed.application_id = {APPLICATION_ID}")
    source.execute("DETACH rekeyed")
