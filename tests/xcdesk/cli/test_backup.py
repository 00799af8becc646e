"""Backups on the console: an office goes to a new machine with nothing but a backup."""

import pytest

pytestmark = pytest.mark.file_engine


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


def test_a_backup_that_is_none_is_refused_by_name(console, db, tmp_path):
    (tmp_path / "note.db").write_text("no database")
    refused = console("backup", "restore", tmp_path / "note.db", "--to", tmp_path / "new.db", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "backup.changed")
    assert console("--database", db, "backup", "rehearse", "--json").json["error"]["code"] == "backup.none"
