"""What people type by mistake and what a machine can do: answered by name, never a traceback."""

import json
import sys
import threading

import pytest
from sqlcipher3 import dbapi2 as sqlite  # one library a process: another one would not see its locks

from tests.tampering import drop_trigger
from xcdesk.db.base import SQLITE_PRAGMAS, database
from xcdesk.services.grid import cells
from xcdesk.services.log import coverage_log

pytestmark = pytest.mark.file_engine


@pytest.mark.parametrize(
    ("place", "code"),
    [
        # Windows says of a name that no system takes that there is no such file.
        ("长" * 300 + "/desk.db", "store.missing" if sys.platform == "win32" else "store.unreadable"),
        ("~nobody-of-this-name/desk.db", "store.missing"),
        ("mysql://host/desk", "store.bad_address"),
        ("postgresql://:::bad//", "store.unreachable"),
    ],
)
def test_a_place_that_cannot_be_a_database_is_refused_by_name(console, place, code):
    refused = console("--database", place, "check", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, code)


@pytest.mark.parametrize(
    "words",
    [
        ("search", "x", "--limit", "-1"),
        ("search", "x", "--limit", "9" * 20),
        ("search", "\udcff"),
        ("coverage", "list", "--limit", "-1"),
        ("coverage", "list", "--outlet", "\udcff"),
        ("material", "log", "9" * 20),
        ("batch", "undo", "-1"),
        ("import", "x.xlsx", "--year", "-5"),
        ("tally", "--from", "2019-03-05", "--to", "2019-03-04", "--by", "unit"),
        ("tally", "--from", "2019-03-05", "--to", "2019-03-05", "--by", "colour"),
        ("matrix", "--month", "9999-12"),
        ("bulletin", "build", "circular", "--month", "1019-12"),
        ("bulletin", "build", "internal-reference", "--week", "2019-W53"),
    ],
)
def test_arguments_that_mean_nothing_are_wrong_usage(console, sqlite_place, words):
    assert console("--database", sqlite_place, *words, "--json").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("quotas", "--on", "9999-12-31"),
        ("tally", "--from", "0001-01-01", "--to", "9999-12-31", "--by", "week,month"),
        ("search", "长" * 60_000),
        ("coverage", "list", "--search", "长" * 60_000),
    ],
)
def test_the_ends_of_the_calendar_and_endless_words_are_answered(console, sqlite_place, words):
    assert console("--database", sqlite_place, *words, "--json").code == 0


def test_a_proof_in_a_place_that_is_no_folder_is_refused(console, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert console("selftest", tmp_path / "file", "--json").json["error"]["code"] == "file.in_use"


def test_a_day_in_the_environment_that_is_none_is_refused(console, sqlite_place, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "5.3.2019")
    refused = console("--database", sqlite_place, "quotas", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "desk.bad_today")


def test_settings_and_a_data_folder_that_cannot_be_used_are_refused(console, tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text("database = [", encoding="utf-8")
    assert console("check", "--json").json["error"]["code"] == "settings.damaged"
    monkeypatch.setenv("XCDESK_HOME", str(home / "settings.toml"))
    assert console("check", "--json").json["error"]["code"] == "settings.no_home"


def test_a_check_that_finds_something_leaves_with_1_and_says_what(console, db):
    drop_trigger("audit_entry", "update")
    database.execute_sql("UPDATE audit_entry SET action = 'office.other' WHERE id = 1")
    checked = console("--database", db, "check", "--json")
    assert checked.code == 1
    found = {check["name"]: check["ok"] for check in checked.json["checks"]}
    assert checked.json["ok"] is False
    assert [name for name, ok in found.items() if not ok] == ["triggers", "audit"]
    refused = console("--database", db, "quotas", "--json")
    assert refused.json["error"]["code"] == "store.triggers"


def test_a_database_that_stays_locked_is_refused_by_name(console, sqlite_place, monkeypatch):
    monkeypatch.setitem(SQLITE_PRAGMAS, "busy_timeout", 200)
    other = sqlite.connect(sqlite_place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    words = ("none-today", "--date", "2019-03-05", "--outlet", "晨报", "--reason", "无刊期", "--json")
    refused = console("--database", sqlite_place, *words)
    other.close()
    assert (refused.code, refused.json["error"]["code"]) == (1, "store.busy")


def test_a_database_locked_for_a_moment_is_waited_for(console, sqlite_place):
    other = sqlite.connect(sqlite_place, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    freed = threading.Timer(0.5, other.execute, ("ROLLBACK",))
    freed.start()
    words = ("none-today", "--date", "2019-03-05", "--outlet", "晨报", "--reason", "无刊期", "--json")
    assert console("--database", sqlite_place, *words).code == 0
    freed.join()
    other.close()


def test_a_damaged_page_is_named_and_nothing_of_it_is_shown(console, sqlite_place, tmp_path):
    content = bytearray((tmp_path / "desk.db").read_bytes())
    content[4096:-4096] = b"\x5a" * (len(content) - 8192)
    (tmp_path / "desk.db").write_bytes(content)
    refused = console("--database", sqlite_place, "quotas", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "store.damaged")


def test_what_an_engine_says_of_a_row_is_never_answered(console, db, monkeypatch):
    def clash(*_words):
        database.execute_sql("INSERT INTO user_account (login) VALUES ('13800000000')")

    monkeypatch.setattr(cells, "set_none_today", clash)
    words = ("none-today", "--date", "2019-03-05", "--outlet", "晨报", "--reason", "无刊期", "--json")
    refused = console("--database", db, *words)
    assert refused.json["error"]["code"] == "store.fault"
    assert "13800000000" not in refused.out + refused.err


def test_a_line_without_outlet_or_title_and_a_day_long_past_are_refused(console, sqlite_place, monkeypatch):
    import io  # a stand-in for a pipe
    import sys

    lines = [
        {"date": "2019-03-05", "title": "甲"},
        {"date": "2019-03-05", "outlet": "晨报", "title": " "},
        {"date": "0219-03-05", "outlet": "晨报", "title": "甲"},
    ]
    given = "\n".join(json.dumps(line) for line in lines).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    answered = console("--database", sqlite_place, "coverage", "add", "--stdin").out.splitlines()
    codes = [json.loads(line)["error"]["code"] for line in answered]
    assert codes == ["desk.missing_text", "desk.missing_text", "coverage.long_past"]


def test_ctrl_c_ends_a_command_without_a_traceback(console, sqlite_place, monkeypatch):
    def stop(*_words):
        raise KeyboardInterrupt

    monkeypatch.setattr(coverage_log, "count", stop)
    stopped = console("--database", sqlite_place, "coverage", "list")
    assert stopped.code == 130
    assert "Traceback" not in stopped.err
    assert "已中止" in stopped.err
