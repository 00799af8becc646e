"""Backups on the console: an office goes to a new machine with nothing but a backup."""

import datetime as dt

import pytest

from xcdesk import store
from xcdesk.services import trash
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem
from xcdesk.services.trash import TrashKey

pytestmark = pytest.mark.file_engine


@pytest.fixture
def log(clerk):
    """Logs one report."""
    return lambda title: coverage.log_item(clerk, NewItem(dt.date(2019, 3, 5), "许昌日报", title))


def test_an_office_moves_to_a_new_machine_from_a_backup_alone(console, db, tmp_path, monkeypatch):
    made = console("--database", db, "backup", "now", "--json").json
    assert console("backup", "verify", made["file"], "--json").json == made
    listed = console("--database", db, "backup", "list", "--json").json
    assert [each["reason"] for each in listed["backups"]] == ["by-hand"]
    assert "手动备份" in console("--database", db, "backup", "list").out
    looked = console("--database", db, "backup", "look", made["file"], "--json").json
    assert looked["tables"] == looked["now"]
    assert console("--database", db, "backup", "rehearse", "--json").json["ok"] is True

    stick = tmp_path / "stick"
    stick.mkdir()
    carried = console("--database", db, "backup", "carry", "--to", stick, "--json").json["file"]
    monkeypatch.setenv("XCDESK_HOME", str(tmp_path / "new machine"))
    new = tmp_path / "new machine" / "xcdesk.db"
    assert console("backup", "restore", carried, "--to", new, "--json").json["rows"] == made["rows"]
    assert console("backup", "restore", carried, "--to", new, "--json").json["error"]["code"] == (
        "backup.place_taken"
    )
    assert console("check", "--json").json["ok"] is True
    acts = console("record", "list", "--json").json["entries"]
    assert acts[0]["action"] == "office.restored"


def test_one_record_is_brought_back(console, db, log):
    item = log("要找回的一篇")
    store.close_store()
    made = console("--database", db, "backup", "now", "--json").json["file"]
    store.open_store(db)
    removed = coverage.remove_items(people.actor("guo"), [ItemVersion(item, 1)])
    trash.purge(people.actor("chen"), [TrashKey("coverage_item", item, removed[0].version)])
    rows = console("--database", db, "backup", "rows", made, "coverage_item", "--json").json["rows"]
    assert rows == [{"kind": "coverage_item", "id": item, "title": "要找回的一篇", "state": "gone"}]
    assert "已不存在" in console("--database", db, "backup", "rows", made, "coverage_item").out
    words = ("--database", db, "--user", "guo", "backup", "take-back", made, "coverage_item", item, "--json")
    assert console(*words).json == {"kind": "coverage_item", "id": item}
    assert console(*words).json["error"]["code"] == "take_back.place_taken"


def test_a_backup_that_is_none_is_refused_by_name(console, db, tmp_path):
    (tmp_path / "note.db").write_text("no database")
    refused = console("backup", "restore", tmp_path / "note.db", "--to", tmp_path / "new.db", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "backup.changed")
    assert console("--database", db, "backup", "rehearse", "--json").json["error"]["code"] == "backup.none"
