"""The contract of every command: exit codes, one JSON object, refusals by code."""

import os
import subprocess
import sys

import pytest

from xcdesk import clock, store
from xcdesk.codes import ContactRole
from xcdesk.db import upgrade
from xcdesk.services.office import people
from xcdesk.services.roster import outlets
from xcdesk.services.roster.tenure_changes import NewTenure, change_holder

LAST = max(path.stem for path in upgrade.MIGRATIONS.glob("[0-9]*.py"))


def test_a_new_database_is_made_once(console, tmp_path):
    path = tmp_path / "办公室" / "desk.db"
    made = console("--database", path, "init", "--sample", "--json")
    assert (made.code, made.json) == (0, {"database": str(path), "schema": LAST})
    again = console("--database", path, "init", "--json")
    assert again.code == 1
    assert again.json["error"]["code"] == "store.exists"


def test_a_missing_database_is_refused_in_both_languages(console, tmp_path, monkeypatch):
    words = ("--database", tmp_path / "no.db", "backup", "now", "--json")
    refused = console(*words)
    assert refused.code == 1
    assert refused.json["error"]["facts"] == {"path": str(tmp_path / "no.db")}
    assert refused.err.strip() == refused.json["error"]["message"]
    monkeypatch.setenv("XCDESK_LANG", "en")
    assert "there is no database" in console(*words).json["error"]["message"]
    assert not (tmp_path / "no.db").exists()


@pytest.mark.parametrize("words", [[], ["nonsense"], ["init", "--nonsense"]])
def test_wrong_usage_leaves_with_2(console, words):
    assert console(*words).code == 2


def test_a_backup_is_taken_and_verified(console, db):
    made = console("--database", db, "backup", "now", "--json").json
    assert made["ok"]
    assert made["rows"] > 100
    checked = console("backup", "verify", made["file"], "--json")
    assert (checked.code, checked.json) == (0, made)


def test_a_reader_that_goes_away_is_no_fault(sqlite_place):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "xcdesk", "--database", sqlite_place, "batch", "list", "--json"]
    try:
        ran = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, "")


def test_a_console_in_gbk_shows_what_it_can_and_the_code_of_what_it_cannot(sqlite_place):
    store.open_store(sqlite_place)
    outlet = outlets.outlets()[0]
    new = NewTenure(outlet.id, ContactRole.LIAISON, "示例·𬱖某😀", clock.today(), "要闻部主任")
    change_holder(people.actor("guo"), new)
    store.close_store()
    command = [sys.executable, "-m", "xcdesk", "--database", sqlite_place, "roster", "book"]
    gbk = {**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    told = [
        subprocess.run([*command, *more], env=gbk, capture_output=True, check=True).stdout
        for more in ((), ("--json",))
    ]
    lines = told[0].decode("gbk")
    assert outlet.name in lines
    assert "示例·\\U0002cc56某\\U0001f600" in lines
    assert "?" not in lines
    assert "示例·𬱖某😀" in told[1].decode("utf-8")
