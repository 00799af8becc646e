"""Why a file on a share is refused: where locks do nothing, four writers ruin it; here they do not."""

import multiprocessing
import sqlite3
import time
from pathlib import Path

import pytest

SECONDS = 4.0
WRITERS = 4


def write(path: Path, vfs: str, answers) -> None:
    """Add rows for some seconds, each in its own transaction; how many were acknowledged, the first fault."""
    written, fault = 0, ""
    until = time.monotonic() + SECONDS
    file = sqlite3.connect(f"file:{path}?vfs={vfs}", uri=True, timeout=10, isolation_level=None)
    while time.monotonic() < until and not fault:
        try:
            file.execute("INSERT INTO row (words) VALUES (hex(randomblob(400)))")
        except sqlite3.DatabaseError as error:
            fault = str(error)
        else:
            written += 1
    answers.put((written, fault))


def filled(path: Path, vfs: str) -> tuple[int, int, str]:
    """Rows acknowledged, rows there, and what the check of the file says after all have written at once."""
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA journal_mode = delete")
        file.execute("PRAGMA synchronous = off")  # this is about locks, not about the disk
        file.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, words TEXT)")
    file.close()
    answers: multiprocessing.Queue[tuple[int, str]] = multiprocessing.Queue()
    writers = [multiprocessing.Process(target=write, args=(path, vfs, answers)) for _ in range(WRITERS)]
    for one in writers:
        one.start()
    told = [answers.get(timeout=60) for _ in writers]
    for one in writers:
        one.join()
    try:
        file = sqlite3.connect(path)
        (there,) = file.execute("SELECT count(*) FROM row NOT INDEXED").fetchone()
        (said,) = file.execute("PRAGMA integrity_check(1)").fetchone()
        file.close()
    except sqlite3.DatabaseError as error:
        there, said = -1, str(error)
    return sum(written for written, _ in told), there, said


@pytest.mark.posix
@pytest.mark.slow
def test_without_locks_rows_are_lost_and_with_them_none(tmp_path):
    acknowledged, there, said = filled(tmp_path / "local.db", "unix")
    assert (there, said) == (acknowledged, "ok")
    assert acknowledged > 100
    acknowledged, there, said = filled(tmp_path / "share.db", "unix-none")
    assert (there, said) != (acknowledged, "ok")
