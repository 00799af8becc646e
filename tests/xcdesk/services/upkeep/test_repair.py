"""What only repeats the rows is made anew from them, after a backup; rows in doubt are left alone."""

import pytest

from xcdesk import store
from xcdesk.db import tallies, word_index
from xcdesk.db.backups import copies
from xcdesk.db.base import database, is_sqlite
from xcdesk.models import AuditEntry, CoverageItem
from xcdesk.services.upkeep import checks, repair


@pytest.fixture
def office(db, clerk):
    """A few reports, in step with everything that is kept of them."""
    with database.atomic():
        for outlet in (1, 1, 2):
            CoverageItem.create(outlet=outlet, day="2019-03-05", tier="municipal", form="news", title="窗口")
    return clerk


def wrong():
    return [check.name for check in checks.run() if not check.ok]


def backups():
    return sorted(store.backup_folder(store.where()).glob("*.db"))


def test_nothing_is_done_while_nothing_differs(office):
    before = AuditEntry.select().count()
    assert repair.repair(office) is None
    assert (backups(), AuditEntry.select().count()) == ([], before)


@pytest.mark.file_engine
def test_figures_are_made_anew_after_a_backup_and_recorded(office):
    database.execute_sql("UPDATE unit_tally SET placements = placements + 1")
    database.execute_sql("DELETE FROM month_tally")
    assert wrong() == ["tallies"]
    taken = repair.repair(office)
    assert wrong() == []
    assert copies.verify(backups()[0]).sha256 == taken.sha256
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).get()
    assert (entry.action, entry.who) == ("office.counts_made_anew", office.login)


@pytest.mark.file_engine
def test_a_lost_trigger_of_a_tally_comes_back_with_it(office):
    database.execute_sql(f"DROP TRIGGER {tallies.TRIGGERS[0]}")
    CoverageItem.create(outlet=1, day="2019-03-06", tier="municipal")
    assert set(wrong()) == {"triggers", "tallies"}
    repair.repair(office)
    assert wrong() == []


def test_the_search_index_is_made_anew(office):
    with database.atomic():
        database.execute_sql("DELETE FROM search_due")
        index = next(source.index for source in word_index.SOURCES if source.table == "coverage_item")
        emptied = "INSERT INTO {0} ({0}) VALUES ('delete-all')" if is_sqlite(database) else "DELETE FROM {0}"
        database.execute_sql(emptied.format(index))
    assert wrong() == ["search"]
    repair.repair(office)
    assert wrong() == []


@pytest.mark.file_engine
def test_rows_in_doubt_are_left_alone(office):
    database.execute_sql("DELETE FROM month_tally")
    assert repair.can_mend(checks.run())
    database.execute_sql("PRAGMA foreign_keys = 0")
    CoverageItem.create(outlet=999, day="2019-03-06", tier="municipal")
    assert not repair.can_mend(checks.run())
    with pytest.raises(repair.UnrepairableError):
        repair.repair(office)
    assert backups() == []
