"""What only repeats the rows is made anew from them, after a backup; rows in doubt are left alone."""

import pytest

from tests.xcdesk.services.approvals.review_hands import agree, in_review
from xcdesk import store
from xcdesk.codes import MaterialState
from xcdesk.db import tallies, word_index
from xcdesk.db.backups import copies
from xcdesk.db.base import database, is_sqlite
from xcdesk.models import AuditEntry, CoverageItem, Material
from xcdesk.services import approvals
from xcdesk.services.approvals import Action
from xcdesk.services.approvals.writing import Act, move
from xcdesk.services.office import people
from xcdesk.services.upkeep import checks, repair


@pytest.fixture
def office(db, clerk):
    """A few reports, in step with everything that is kept of them."""
    with database.atomic():
        for outlet in (1, 1, 2):
            CoverageItem.create(outlet=outlet, day="2019-03-05", tier="municipal", form="news", title="窗口")
    return clerk


@pytest.fixture
def keeper(db):
    """Whose desk may take the backup that comes first, of a server too."""
    return people.actor("office")


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


def test_the_search_index_is_made_anew(office, keeper):
    with database.atomic():
        database.execute_sql("DELETE FROM search_due")
        index = next(source.index for source in word_index.SOURCES if source.table == "coverage_item")
        emptied = "INSERT INTO {0} ({0}) VALUES ('delete-all')" if is_sqlite(database) else "DELETE FROM {0}"
        database.execute_sql(emptied.format(index))
    assert wrong() == ["search"]
    repair.repair(keeper)
    assert wrong() == []


def test_a_text_marked_as_corrected_by_what_was_discarded_is_named_and_put_back(office, leader, keeper):
    rows = [agree(leader, in_review(office, f"第{each}份。")) for each in range(3)]
    plain, put_away, replaced = (approvals.issue(office, row.id) for row in rows)
    approvals.archive(office, put_away.id)
    for row in (plain, put_away):
        made = approvals.correct(office, row.id, reason="数字有误")
        older = Material.get_by_id(row.id)
        act = Act(Action.CORRECT, older.state, MaterialState.CORRECTED)
        with database.atomic():  # as an earlier version marked it at once
            move(office, older, act, {})
        approvals.discard(office, made.id)
    new = approvals.submit(office, approvals.correct(office, replaced.id, reason="日期有误").id)
    approvals.issue(office, agree(leader, new).id)
    assert wrong() == ["corrections"]
    found = {check.name: check for check in checks.run()}["corrections"]
    assert found.detail.endswith("：通知、通知")
    assert repair.can_mend([found])
    assert repair.repair(keeper) is not None
    assert wrong() == []
    states = [approvals.row(row.id).state for row in (plain, put_away, replaced)]
    assert states == [MaterialState.ISSUED, MaterialState.ARCHIVED, MaterialState.CORRECTED]
    assert approvals.log(plain.id)[-1].opinion == "更正稿没有印发，改回原来的状态"


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
