"""The record of acts on the console: listed, verified, exported."""

from xcdesk.db.base import database
from xcdesk.services.record import audit


def test_the_record_is_listed_and_filtered(console, db, clerk):
    with database.atomic():
        audit.record(clerk, "coverage.noted", "desk_user:1", login="示例")
    told = console("--database", db, "record", "list", "--who", clerk.login, "--json")
    assert (told.json["total"], told.json["entries"][0]["action"]) == (1, "coverage.noted")
    assert told.json["entries"][0]["facts"] == {"login": "示例"}
    assert console("--database", db, "record", "list", "--since", "gestern").code == 2


def test_the_record_is_verified(console, db):
    told = console("--database", db, "record", "verify", "--json")
    assert (told.code, told.json["ok"], told.json["count"]) == (0, True, 1)
    told = console("--database", db, "record", "list", "--action", "record.verified", "--json")
    assert told.json["total"] == 1


def test_the_record_is_exported(console, db, tmp_path):
    path = tmp_path / "record.xlsx"
    told = console("--database", db, "record", "export", path, "--json")
    assert (told.json["entries"], path.exists()) == (1, True)
    assert console("--database", db, "record", "export", tmp_path / "record.txt").code == 1
