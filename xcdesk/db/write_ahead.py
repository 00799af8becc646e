"""The write-ahead log of a file, copied into the file on a thread of its own while much is written.

Usually the commit that makes the log long copies it as well, and waits for the disk twice. In a job of many
commits each waits for the log alone, which is what makes it safe.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from peewee import PeeweeException

from xcdesk.db.base import database, is_sqlite

log = logging.getLogger(__name__)
_USUAL_PAGES = 1000
"""The engine's own measure of a long log."""
_PAUSE = 0.2


@contextmanager
def copied_beside() -> Iterator[None]:
    """Have what this thread commits in the block copied into the file by another; nothing on a server."""
    if not is_sqlite(database):
        yield
        return
    ended = threading.Event()
    beside = threading.Thread(target=_copy_until, args=(ended,), name="write-ahead")
    database.execute_sql("PRAGMA wal_autocheckpoint = 0")
    beside.start()
    try:
        yield
    finally:
        ended.set()
        beside.join()
        database.execute_sql(f"PRAGMA wal_autocheckpoint = {_USUAL_PAGES}")


def _copy_until(ended: threading.Event) -> None:
    """Copy what is committed, again and again; it waits for nobody and nobody waits for it."""
    try:
        with database.connection_context():
            while not ended.wait(_PAUSE):
                database.execute_sql("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    except PeeweeException:
        log.warning("the log is left to the commits", exc_info=True)
