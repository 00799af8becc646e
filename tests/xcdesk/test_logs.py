"""The log tells what went wrong and quotes nobody, whatever an engine or a library puts into its words."""

import logging
import sys

import pytest
from peewee import IntegrityError

from xcdesk import logs
from xcdesk.codes import Role
from xcdesk.db.base import database
from xcdesk.logs import LogFormatter
from xcdesk.models import User

PHONE, NAME = "13800000000", "示例·某"
QUOTED = f"duplicate key value: Key (phone)=({PHONE}) already exists"


@pytest.fixture
def log(tmp_path, monkeypatch):
    """The log file at its most talkative, with peewee's own log in it."""
    root, peewee = logging.getLogger(), logging.getLogger("peewee")
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    monkeypatch.setattr(peewee, "level", logging.DEBUG)
    monkeypatch.setattr(peewee, "_cache", {})
    path = tmp_path / "xcdesk.log"
    handler = logs.to_file(path, logging.DEBUG)
    yield path
    handler.close()


def violate():
    """Let the engine refuse a telephone number that is there already, in its own words."""
    with database.atomic():
        User.create(login=PHONE, name=NAME, post="", role=Role.CLERK)
    with database.atomic():
        User.create(login=PHONE, name=NAME, post="", role=Role.CLERK)


def test_a_unique_violation_leaves_no_telephone_number_in_the_log(db, log):
    with pytest.raises(IntegrityError) as refused:
        violate()
    error = refused.value
    ours = logging.getLogger("xcdesk.test")
    ours.error("as an exception", exc_info=error)
    ours.error("as a value: %s", error)
    ours.error("as text: %s", str(error))
    ours.error(error)
    ours.error("in a mapping: %(login)s", {"login": PHONE})
    told = log.read_text(encoding="utf-8")
    assert "INSERT INTO" in told  # peewee's own log was on
    assert "as an exception" in told
    assert "IntegrityError" in told
    assert "test_logs.py" in told
    assert PHONE not in told
    assert NAME not in told


def test_a_chain_of_exceptions_keeps_kinds_and_ways_and_none_of_their_words():
    try:
        raise RuntimeError(f"of {QUOTED}") from IntegrityError(QUOTED)  # noqa: TRY301
    except RuntimeError:
        record = logging.LogRecord("desk", logging.ERROR, __file__, 1, "unexpected", None, sys.exc_info())
    line = LogFormatter("%(message)s").format(record)
    assert "138" not in line
    assert "RuntimeError" in line
    assert "IntegrityError" in line
    assert "test_logs.py" in line


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (QUOTED, "duplicate key value: Key (phone)=(•••) already exists"),
        ("Failing row contains (7, 示例, 0374-1234567).", "Failing row contains (•••)."),
        ("phone 138 0000 0000 or +86-13800000000", "phone ••• or •••"),
        ("office 0374-1234567", "office •••"),
        ("20190328-101500-138000-by-hand.db", "20190328-101500-138000-by-hand.db"),
        ("2019-03-28 10:15:00,138 digest 07c2a59ad52c", "2019-03-28 10:15:00,138 digest 07c2a59ad52c"),
        ("row 1380000000012345", "row 1380000000012345"),
    ],
)
def test_rows_and_telephone_numbers_are_struck_out_and_nothing_else(line, kept):
    assert logs.struck_out(line) == kept
