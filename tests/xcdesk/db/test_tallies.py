"""Counts kept by triggers: right at once, right after a table is rebuilt, and missed when they are not."""

import shutil

import pytest

from xcdesk import store
from xcdesk.db import reach, tallies, triggers, upgrade
from xcdesk.db.base import database
from xcdesk.models import CoverageItem, ReprintGroup
from xcdesk.services.upkeep import checks

REBUILDS = """
from peewee import CharField
def up(migrator, db):
    migrator.migrate(migrator.alter_column_type("coverage_item", "slot", CharField(max_length=60)))
    db.execute_sql("UPDATE coverage_item SET tier = 'national'")
"""

pytestmark = pytest.mark.file_engine


@pytest.fixture
def filled(db):
    for outlet in (1, 1, 2):
        CoverageItem.create(outlet=outlet, day="2019-03-05", tier="municipal", form="news", unit=1)
    return db


def kept(table):
    return sorted(database.execute_sql(f"SELECT * FROM {table}").fetchall())  # noqa: S608


def test_every_write_moves_the_counts(filled):
    assert kept("outlet_tally") == [("2019-03-05", 1, "municipal", 2), ("2019-03-05", 2, "municipal", 1)]
    CoverageItem.update(outlet=2, unit=None).where(CoverageItem.id == 1).execute()
    assert kept("month_tally") == [
        ("2019-03", 0, 2, "municipal", 1),
        ("2019-03", 1, 1, "municipal", 1),
        ("2019-03", 1, 2, "municipal", 1),
    ]
    CoverageItem.update(removed_at="2019-03-06").where(CoverageItem.id == 2).execute()
    CoverageItem.delete().where(CoverageItem.id == 3).execute()
    assert kept("form_tally") == [("2019-03-05", "news", "municipal", 1)]
    CoverageItem.update(removed_at=None).where(CoverageItem.id == 2).execute()
    assert kept("unit_tally") == [("2019-03-05", 0, "municipal", 1), ("2019-03-05", 1, "municipal", 1)]


@pytest.fixture
def reprinted(filled):
    """One group: a municipal report, a national placement and an own provincial one."""
    ReprintGroup.create(title="甲")
    CoverageItem.update(group=1).where(CoverageItem.id == 1).execute()
    for outlet, tier in ((9, "national"), (1, "provincial")):
        CoverageItem.create(outlet=outlet, day="2019-03-06", tier=tier, group=1)
    return filled


CHANGES = (
    {"outlet": 2},
    {"outlet": 9},
    {"day": "2019-04-01"},
    {"tier": "national"},
    {"tier": "municipal"},
    {"group": None},
    {"removed_at": "2019-03-07"},
)


@pytest.mark.parametrize("item", [1, 4, 5])
def test_a_placement_reaches_the_outlets_of_its_group_whatever_is_changed(reprinted, item):
    def agrees():
        assert kept(reach.TABLE) == sorted(database.execute_sql(reach.RECOUNT).fetchall())
        assert kept("group_tally") == sorted(database.execute_sql(tallies.GROUP_TALLY.recount).fetchall())

    assert len(kept(reach.TABLE)) == 4
    for change in CHANGES:
        row = CoverageItem.get_by_id(item)
        before = {name: row.__data__[name] for name in change}
        for fields in (change, before):
            CoverageItem.update(**fields).where(CoverageItem.id == item).execute()
            agrees()
    CoverageItem.delete().where(CoverageItem.id == item).execute()
    agrees()


def test_counts_are_made_anew_when_a_migration_rebuilds_the_log(filled, tmp_path, monkeypatch):
    folder = tmp_path / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, folder)
    (folder / "9999_later.py").write_text(REBUILDS)
    monkeypatch.setattr(upgrade, "MIGRATIONS", folder)
    store.close_store()
    store.open_store(filled)
    assert triggers.missing(database.obj) == ()
    assert kept("outlet_tally") == [("2019-03-05", 1, "national", 2), ("2019-03-05", 2, "national", 1)]
    CoverageItem.create(outlet=3, day="2019-03-05", tier="national")
    assert len(kept("outlet_tally")) == 3


def test_a_count_that_was_touched_is_reported(filled):
    assert all(check.ok for check in checks.run())
    database.execute_sql("UPDATE unit_tally SET placements = placements + 1")
    assert [check.name for check in checks.run() if not check.ok] == ["tallies"]


def test_a_missing_trigger_stops_the_start(filled):
    database.execute_sql(f"DROP TRIGGER {tallies.TRIGGERS[0]}")
    store.close_store()
    with pytest.raises(upgrade.TriggerError):
        store.open_store(filled)
