"""The write-ahead log of a file, kept by a thread of its own while much is written.

Usually each commit waits until its log is on the disk, and the one that makes the log long copies it into the
file as well. In a job of many commits that thread does both, and the job waits once, before it says anything.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peewee import PeeweeException

from xcdesk import files
from xcdesk.db.base import SQLITE_PRAGMAS, database, is_sqlite

log = logging.getLogger(__name__)
_USUAL_PAGES = 1000
"""The engine's own measure of a long log."""
_PAUSE = 0.2


@contextmanager
def copied_beside() -> Iterator[None]:
    """Have what this thread commits in the block copied into the file by another; nothing on a server.

    All of it is on the disk when the block ends; before that, nobody is told that anything is saved. A kill
    loses no commit at any time. A power cut within the block may lose the newest ones, each of them whole.

    Raises:
        OSError: the disk did not take it.
    """
    if not is_sqlite(database):
        yield
        return
    ended = threading.Event()
    beside = threading.Thread(target=_copy_until, args=(ended,), name="write-ahead")
    database.execute_sql("PRAGMA wal_autocheckpoint = 0")
    database.execute_sql("PRAGMA synchronous = NORMAL")
    beside.start()
    try:
        yield
    finally:
        ended.set()
        beside.join()
        database.execute_sql(f"PRAGMA wal_autocheckpoint = {_USUAL_PAGES}")
        database.execute_sql(f"PRAGMA synchronous = {SQLITE_PRAGMAS['synchronous']}")
        path = Path(f"{database.execute_sql('PRAGMA database_list').fetchone()[2]}-wal")
        if path.exists():
            files.to_disk(path)


def _copy_until(ended: threading.Event) -> None:
    """Copy what is committed, again and again; it waits for nobody and nobody waits for it."""
    try:
        with database.connection_context():
            while not ended.wait(_PAUSE):
                database.execute_sql("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    except PeeweeException:
        log.warning("the log is left to the commits", exc_info=True)
