"""The whole file encrypted: set, changed, taken off, wrong passphrases, backups under the key, damage."""

import sqlite3
import threading
import time
from pathlib import Path

import pytest

from xcdesk import store
from xcdesk.db import keying, rekeying
from xcdesk.db.backups import copies
from xcdesk.db.base import database
from xcdesk.db.faults import BusyStoreError
from xcdesk.models import AuditEntry, Outlet
from xcdesk.services.backups import encryption, keeping, looking, restoring
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.record import permissions
from xcdesk.services.upkeep import checks

pytestmark = pytest.mark.file_engine
PHRASE, OTHER = "春风又绿江南岸，明月", "何时照我还？示例口令"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """No test waits for a passphrase to be turned into a key."""
    monkeypatch.setattr(keying, "COST", keying.Cost(memory=8, passes=1, lanes=1))


def contents() -> dict[str, list]:
    """Every row of every table."""
    names = [name for name in database.get_tables() if not name.startswith("sqlite_")]
    asked = {name: f'SELECT * FROM "{name}"' for name in names}  # noqa: S608  # names from the schema
    return {name: database.execute_sql(query).fetchall() for name, query in asked.items()}


def test_an_encrypted_file_holds_the_same_row_by_row_and_nobody_reads_it_without_its_key(db, leader, capfd):
    before = contents()
    done = encryption.encrypt(leader, PHRASE)
    after = contents()
    written = {"audit_entry", "sqlite_stat1"}
    assert {name: after[name] for name in before if name not in written} == {
        name: before[name] for name in before if name not in written
    }
    assert Outlet.select().first().name.encode() not in Path(db).read_bytes()
    assert all(check.ok for check in checks.run())
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(db).execute("SELECT * FROM outlet")
    with pytest.raises(keying.WrongPassphraseError):
        copies.verify(Path(done.backup), store.key_from(done.backup, OTHER))
    assert copies.verify(Path(done.backup), store.key()).ok
    assert looking.look(Path(done.backup), restoring.key_for(Path(done.backup))).entries[0].action == (
        "office.encrypted"
    )
    assert "ERROR" not in capfd.readouterr().err  # the engine keeps its own words to itself


def test_a_passphrase_is_set_changed_and_taken_off_and_backups_keep_their_own(db, leader):
    plain = keeping.back_up(Reason.BY_HAND).file
    done = encryption.encrypt(leader, PHRASE)
    assert encryption.readable_backups() == 1  # the one of before
    assert Path(plain).exists()
    held = Path(plain).with_name("20190101-000000-000000-by-hand.db")
    held.mkdir()  # a file that another program has open cannot be removed either
    held.with_suffix(".json").write_bytes(Path(plain).with_suffix(".json").read_bytes())
    changed = encryption.encrypt(leader, OTHER, drop_readable=True)
    assert (changed.removed, encryption.readable_backups(), Path(plain).exists()) == (1, 1, False)
    with pytest.raises(keying.LockedStoreError):  # the backup of before keeps its own key
        restoring.key_for(Path(done.backup))
    store.close_store()
    for key, refusal in (
        ("", keying.LockedStoreError),
        (store.key_from(db, PHRASE), keying.WrongPassphraseError),
    ):
        with pytest.raises(refusal):
            store.open_store(db, key=key)
    store.open_store(db, key=store.key_from(db, OTHER), unchecked=True)
    store.check_file()
    store.allow_writes()
    encryption.decrypt(leader)
    with pytest.raises(encryption.NotEncryptedError):
        encryption.decrypt(leader)
    store.close_store()
    store.open_store(db)
    acts = [entry.action for entry in AuditEntry.select().order_by(AuditEntry.id.desc()).limit(3)]
    assert acts == ["office.decrypted", "office.passphrase_changed", "office.encrypted"]


def test_an_encrypted_backup_moves_to_a_new_machine_with_its_passphrase(db, leader, tmp_path):
    made = Path(encryption.encrypt(leader, PHRASE).backup)
    store.close_store()
    target = tmp_path / "new" / "desk.db"
    with pytest.raises(keying.LockedStoreError):
        restoring.restore(made, target)
    with pytest.raises(copies.DeskError):
        restoring.restore(made, target, OTHER)
    assert not target.exists()
    restoring.restore(made, target, PHRASE)
    store.open_store(target, key=store.key_from(target, PHRASE))
    assert Outlet.select().count() == 18


def test_every_connection_of_an_encrypted_file_is_as_quick_as_of_a_plain_one(db, leader, monkeypatch):
    monkeypatch.setattr(keying, "COST", keying.Cost())
    encryption.encrypt(leader, PHRASE)
    began = time.perf_counter()
    done = []

    def work():
        with store.connection():
            done.append(Outlet.select().count())

    for _ in range(20):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert done == [18] * 20
    assert time.perf_counter() - began < 1.0  # the key of SQLCipher's own making would take 20 x 150 ms


def test_one_flipped_bit_is_found(db, leader):
    encryption.encrypt(leader, PHRASE)
    key = store.key()
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    (page,) = database.execute_sql(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'bulletin_file'"
    ).fetchone()
    store.close_store()
    with Path(db).open("r+b") as file:
        file.seek((page - 1) * 4096 + 77)
        byte = file.read(1)[0]
        file.seek(-1, 1)
        file.write(bytes([byte ^ 1]))
    store.open_store(db, key=key, unchecked=True)
    with pytest.raises(store.UnsoundStoreError):
        store.check_file()


def test_a_file_somebody_else_has_open_is_left_as_it_is(db, leader, monkeypatch):
    other = keying.connect(Path(db), "", mode="rw")
    other.execute("SELECT count(*) FROM outlet").fetchone()
    other.execute("PRAGMA busy_timeout = 0")
    monkeypatch.setattr(rekeying, "WAIT_SECONDS", 0.1)
    with pytest.raises(BusyStoreError):
        encryption.encrypt(leader, PHRASE)
    other.close()
    assert store.is_open()
    assert not store.key()
    assert not list(Path(db).parent.glob("*.part"))


def test_who_may_not_change_settings_may_not_encrypt_and_a_short_phrase_is_none(db, clerk, leader):
    with pytest.raises(permissions.NotAllowedError):
        encryption.encrypt(clerk, PHRASE)
    for weak in ("", "1234567"):
        with pytest.raises(keying.WeakPassphraseError):
            encryption.encrypt(leader, weak)
    assert not store.key()


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj " * 400, "公文".encode() * 4096, b"\0" * 8192]
)
def test_what_only_looks_odd_is_foreign_not_encrypted(tmp_path, content):
    path = tmp_path / "odd.db"
    path.write_bytes(content[: len(content) // 4096 * 4096])
    assert not store.is_keyed(path)
    with pytest.raises(store.ForeignStoreError):
        store.open_store(path)
