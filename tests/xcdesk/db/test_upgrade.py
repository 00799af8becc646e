"""Migrations: whole or not at all, once however many desks start, never by an older program."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from xcdesk import store
from xcdesk.db import triggers, upgrade
from xcdesk.db.backups import copies
from xcdesk.db.base import database
from xcdesk.models import Outlet

LAST = max(path.stem for path in upgrade.MIGRATIONS.glob("[0-9]*.py"))
"""The last migration that ships."""
LATER = "9000_later"
"""One that a later version brings."""
REBUILD = """
from peewee import CharField
def up(migrator, db):
    migrator.migrate(migrator.alter_column_type("audit_entry", "who", CharField(max_length=60)))
    db.execute_sql("CREATE TABLE later (id INTEGER PRIMARY KEY)")
"""
FAILS = """
def up(migrator, db):
    db.execute_sql("CREATE TABLE later (id INTEGER PRIMARY KEY)")
    db.execute_sql("DROP TABLE import_row")
    db.execute_sql("SELECT * FROM nowhere")
"""
OPEN = """
import sys
from pathlib import Path
from xcdesk import store
from xcdesk.db import upgrade
upgrade.MIGRATIONS = Path(sys.argv[2])
store.open_store(sys.argv[1])
store.close_store()
"""


@pytest.fixture
def migrations(tmp_path, monkeypatch) -> Path:
    """A copy of the migrations folder, to which a test adds a later one."""
    folder = tmp_path / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, folder)
    monkeypatch.setattr(upgrade, "MIGRATIONS", folder)
    return folder


def reopened(place):
    store.close_store()
    store.open_store(place)


def test_triggers_outlive_the_rebuild_of_a_table(db, migrations):
    (migrations / f"{LATER}.py").write_text(REBUILD)
    reopened(db)
    assert upgrade.schema_name(database) == LATER
    assert triggers.missing(database.obj) == ()


def test_a_migration_is_preceded_by_a_verified_backup(db, migrations):
    (migrations / f"{LATER}.py").write_text(REBUILD)
    reopened(db)
    (kept,) = store.backup_folder(store.Location.parse(db)).glob(f"*before-{LAST}.db")
    row = copies.verify(kept)
    assert row.ok
    assert row.rows > 100


def test_a_failed_migration_changes_nothing(db, migrations):
    (migrations / f"{LATER}.py").write_text(FAILS)
    store.close_store()
    with pytest.raises(Exception, match="nowhere"):
        store.open_store(db)
    (migrations / f"{LATER}.py").unlink()
    store.open_store(db)
    assert "later" not in database.get_tables()
    assert "import_row" in database.get_tables()
    assert upgrade.schema_name(database) == LAST


def test_an_older_program_refuses_a_newer_database(db, migrations):
    later = migrations / f"{LATER}.py"
    later.write_text(REBUILD)
    reopened(db)
    store.close_store()
    later.unlink()
    with pytest.raises(upgrade.NewerSchemaError) as refused:
        store.open_store(db)
    assert refused.value.facts["schema"] == LATER


def test_three_desks_that_start_at_once_upgrade_once(db, migrations):
    (migrations / f"{LATER}.py").write_text(REBUILD)
    store.close_store()
    root = Path(upgrade.__file__).parents[2]
    desks = [
        subprocess.Popen([sys.executable, "-c", OPEN, db, str(migrations)], cwd=root, env=dict(os.environ))
        for _ in range(3)
    ]
    assert [desk.wait(60) for desk in desks] == [0, 0, 0]
    store.open_store(db)
    assert upgrade.schema_name(database) == LATER
    assert Outlet.select().count() == 18


def test_a_backup_that_was_touched_is_refused(db):
    made = Path(store.back_up_now(store.Location.parse(db), "by-hand").file)
    whole = made.read_bytes()
    assert json.loads(made.with_suffix(".json").read_text())["ok"] is True
    for damage in (whole[:-4096], whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:], b""):
        made.write_bytes(damage)
        with pytest.raises(copies.ChangedBackupError):
            copies.verify(made)


def test_a_backup_opens_as_an_office(db, tmp_path):
    made = store.back_up_now(store.Location.parse(db), "by-hand")
    store.close_store()
    store.open_store(shutil.copy(made.file, tmp_path / "restored.db"))
    assert Outlet.select().count() == 18
