"""Encryption on the console: the passphrase comes from the environment or a file, never from the words."""

import pytest

from xcdesk.db import keying

pytestmark = pytest.mark.file_engine


def test_a_file_is_encrypted_and_every_command_asks_for_its_passphrase(console, db, tmp_path, monkeypatch):
    monkeypatch.setattr(keying, "COST", keying.Cost(memory=8, passes=1, lanes=1))
    at = ("--database", db, "--user", "chen")
    assert console(*at, "key", "state", "--json").json == {"encrypted": False, "readable_backups": 0}
    assert console(*at, "key", "remove", "--json").json["error"]["code"] == "store.not_encrypted"
    monkeypatch.setenv("XCDESK_NEW_PASSPHRASE", "a sentence to keep")
    made = console(*at, "key", "set", "--drop-readable", "--json").json
    assert (made["encrypted"], made["removed"], made["readable_backups"]) == (True, 1, 0)
    refused = console(*at, "quotas", "--json")
    assert refused.json["error"]["code"] == "user.password_asked"
    monkeypatch.setenv("XCDESK_PASSPHRASE", "another sentence")
    assert console(*at, "quotas", "--json").json["error"]["code"] == "store.wrong_passphrase"
    monkeypatch.delenv("XCDESK_PASSPHRASE")
    monkeypatch.setenv("XCDESK_PASSPHRASE_FILE", str(tmp_path / "phrase.txt"))
    assert console(*at, "quotas", "--json").json["error"]["code"] == "store.no_key_file"
    (tmp_path / "phrase.txt").write_text("a sentence to keep\n", encoding="utf-8")
    assert console(*at, "check", "--json").json["ok"] is True
    new = tmp_path / "new.db"
    assert console("backup", "restore", made["backup"], "--to", new).code == 0
    assert console("--database", new, "--user", "chen", "key", "remove", "--json").json["encrypted"] is False
    monkeypatch.delenv("XCDESK_PASSPHRASE_FILE")
    assert console("--database", new, "quotas", "--on", "2019-03-05").code == 0
