"""Opening a database: what is accepted, what is refused and by which name."""

import shutil

import pytest
from playhouse.schema_diff import diff_models

from tests import elsewhere
from tests.tampering import drop_trigger
from xcdesk import store
from xcdesk.db import triggers
from xcdesk.db.base import database
from xcdesk.models import AuditEntry
from xcdesk.models.tables import TABLES


def test_models_match_migrations(db):
    assert not diff_models(database.obj, TABLES)


def test_a_database_that_is_not_there_is_refused_and_not_made(tmp_path):
    with pytest.raises(store.MissingStoreError):
        store.open_store(tmp_path / "typo.db")
    assert not (tmp_path / "typo.db").exists()


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "empty.db").touch()
    with pytest.raises(store.EmptyStoreError):
        store.open_store(tmp_path / "empty.db")


@pytest.mark.parametrize("content", [b"hello, this is text" * 20, b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_foreign_file_is_refused(tmp_path, content):
    (tmp_path / "foreign.db").write_bytes(content)
    with pytest.raises(store.ForeignStoreError):
        store.open_store(tmp_path / "foreign.db")


def test_half_a_file_is_refused_as_damaged(tmp_path, founded_file):
    whole = founded_file.read_bytes()
    (tmp_path / "half.db").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(store.DamagedStoreError):
        store.open_store(tmp_path / "half.db")


def test_a_new_database_never_covers_an_old_one(tmp_path, founded_file):
    taken = shutil.copy(founded_file, tmp_path / "desk.db")
    with pytest.raises(store.StoreExistsError):
        store.open_store(taken, create=True)
    assert (tmp_path / "desk.db").read_bytes() == founded_file.read_bytes()


def begin_and_die(path):
    store.open_store(path, create=True)
    return 9


def test_a_file_from_a_desk_that_died_is_still_ours(tmp_path):
    """Whatever still lies in the write-ahead log, the head of the file bears the mark from the start."""
    path = tmp_path / "desk.db"
    assert elsewhere.exit_code(begin_and_die, path) == 9
    store.open_store(path)
    assert AuditEntry.select().count() == 0
    store.close_store()


def test_missing_triggers_are_found_at_start(db):
    drop_trigger("audit_entry", "update")
    assert triggers.missing(database.obj) == ("audit_entry_no_update",)
    store.close_store()
    with pytest.raises(store.upgrade.TriggerError):
        store.open_store(db)


def test_the_password_of_a_server_is_never_shown():
    assert "geheim" not in str(store.Location.parse("postgresql://guo:geheim@db.example/desk"))
