"""The write-ahead log is copied into the file beside the writing, and commits are left as they were."""

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


def test_a_job_that_fails_leaves_the_usual_measure(db):
    with pytest.raises(ZeroDivisionError), write_ahead.copied_beside():
        raise ZeroDivisionError
    assert measure() == 1000
