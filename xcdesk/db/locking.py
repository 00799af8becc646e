"""A lock of a file's own: an exclusive transaction on it, which every platform and a ``kill -9`` releases."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher


def hold(path: Path, wait_seconds: float = 0) -> Any:
    """Hold the lock until what is returned is closed; None when another holds it all the time.

    Raises:
        sqlcipher.OperationalError: the file cannot be made.
    """
    lock = sqlcipher.connect(str(path), isolation_level=None, timeout=wait_seconds)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlcipher.OperationalError as error:
        lock.close()
        if "locked" in str(error):
            return None
        raise
    return lock


@contextlib.contextmanager
def held(path: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the lock within; raises ``sqlcipher.OperationalError`` when another holds it too long."""
    lock = hold(path, wait_seconds)
    if lock is None:
        raise sqlcipher.OperationalError("database is locked")
    with contextlib.closing(lock):
        yield
