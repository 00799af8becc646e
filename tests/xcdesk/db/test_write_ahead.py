"""The write-ahead log is copied into the file beside the writing, and commits are left as they were."""

import os
import threading
from pathlib import Path

import pytest

from xcdesk.db import write_ahead
from xcdesk.db.base import database
from xcdesk.models import ReprintGroup

pytestmark = pytest.mark.file_engine


def measure():
    return database.execute_sql("PRAGMA wal_autocheckpoint").fetchone()[0]


def write(count):
    with database.atomic():
        for number in range(count):
            ReprintGroup.create(title=f"{number}" * 40)


def test_what_is_committed_gets_into_the_file_without_any_commit_copying_it(db, sqlite_place):
    before = Path(sqlite_place).read_bytes()
    with write_ahead.copied_beside():
        assert measure() == 0
        write(50)
        for _ in range(300):
            if Path(sqlite_place).read_bytes() != before:
                break
            threading.Event().wait(0.01)
        assert Path(sqlite_place).read_bytes() != before
        write(50)
    assert (measure(), ReprintGroup.select().count()) == (1000, 100)
    assert not [each for each in threading.enumerate() if each.name == "write-ahead"]


def synchronous():
    return database.execute_sql("PRAGMA synchronous").fetchone()[0]


def test_commits_wait_for_nothing_and_the_end_of_the_block_for_the_disk(db, sqlite_place, monkeypatch):
    synced, fsync = [], os.fsync

    def recorded(file):
        synced.append(os.fstat(file).st_ino)
        fsync(file)

    log = Path(f"{sqlite_place}-wal")
    monkeypatch.setattr(os, "fsync", recorded)
    with write_ahead.copied_beside():
        write(50)
        assert (synchronous(), synced) == (1, [])
    assert synchronous() == 2
    assert synced[0] == log.stat().st_ino


def test_a_job_that_fails_leaves_the_usual_measure(db):
    with pytest.raises(ZeroDivisionError), write_ahead.copied_beside():
        raise ZeroDivisionError
    assert measure() == 1000
