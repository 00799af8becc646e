"""The trash: what lies in it, put back one by one, removed for good by those who may, and by time."""

import datetime as dt

import pytest

from xcdesk import clock
from xcdesk.codes import BatchState
from xcdesk.db.base import database
from xcdesk.errors import StaleRowError
from xcdesk.importers import undo
from xcdesk.models import AuditEntry, CoverageItem, ImportBatch, ImportRow
from xcdesk.services import trash
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import DuplicateItemError, ItemVersion
from xcdesk.services.office import office_settings
from xcdesk.services.office.office_settings import BadTrashDaysError, OfficeSettings
from xcdesk.services.record import audit, history
from xcdesk.services.record.permissions import NotAllowedError
from xcdesk.services.targets import in_force, quota_versions
from xcdesk.services.trash import TrashKey
from xcdesk.services.upkeep import checks

TODAY = clock.today()


@pytest.fixture
def gone(log, clerk):
    """Ids of three reports in the trash."""
    ids = [log("一号稿"), log("二号稿"), log("三号稿", outlet="许昌晨报")]
    for item in ids:
        coverage.remove_items(clerk, [ItemVersion(item, 1)])
    return ids


def key(item: int, version: int = 2) -> TrashKey:
    return TrashKey("coverage_item", item, version)


def in_trash() -> int:
    return coverage_log.count(ItemFilter(removed=True)).placements


def test_what_was_removed_is_listed_with_who_when_and_from_where(gone, clerk):
    found = trash.page()
    assert [row.key.id for row in found.rows] == gone[::-1]
    first = found.rows[0]
    assert (first.title, first.place, first.removed_by) == ("三号稿", "许昌晨报 2019-03-05", clerk.name)
    assert first.leaves_on == clock.local(first.removed_at).date() + dt.timedelta(days=30)


def test_the_trash_is_searched_and_listed_by_kind(gone, leader):
    quota = in_force.versions()[0]
    quota_versions.remove_quota(leader, quota.id, quota.version)
    assert [row.title for row in trash.page("二号").rows] == ["二号稿"]
    (row,) = trash.page(kind="quota").rows
    assert (row.title, row.removed_by) == (quota.terms.label, leader.name)
    assert row.place.startswith("许昌日报、许昌晨报")
    assert (trash.page(limit=2).total, len(trash.page(limit=2).rows)) == (4, 2)


def test_reports_of_an_import_taken_back_name_who_took_it_back(log, clerk, leader):
    item = log("导入的")
    batch = ImportBatch.create(file_name="示例.xlsx", sha256="0" * 64, state=BatchState.APPLIED)
    ImportRow.create(batch=batch, row=4, item=item, after="{}", item_version=1)
    undo.undo(batch.id, leader)
    (row,) = trash.page().rows
    assert (row.title, row.removed_by) == ("导入的", leader.name)


def test_what_can_be_put_back_is_and_the_rest_is_refused_with_its_reason(gone, log, clerk):
    log("二号稿")
    done = trash.restore(clerk, [key(item) for item in gone])
    assert [one.id for one in done.back] == [gone[0], gone[2]]
    (refused,) = done.refused
    assert isinstance(refused.error, DuplicateItemError)
    assert refused.key.id == gone[1]
    assert [row.key.id for row in trash.page().rows] == [gone[1]]
    assert history.history(gone[0])[-1].action == "coverage.restored"
    assert audit.verify().broken_at is None


def test_putting_back_is_taken_back(gone, clerk):
    done = trash.restore(clerk, [key(gone[0])])
    away = trash.put_away(clerk, done.back)
    assert away == (key(gone[0], 4),)
    assert in_trash() == 3
    with pytest.raises(StaleRowError):
        trash.put_away(clerk, done.back)


def test_only_leaders_and_administrators_remove_for_good(gone, clerk, leader):
    with pytest.raises(NotAllowedError):
        trash.purge(clerk, [key(gone[0])])
    assert trash.purge(leader, [key(gone[0]), key(gone[1])]) == 2
    assert [row.key.id for row in trash.page().rows] == [gone[2]]
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).first()
    assert (entry.action, "一号稿" in entry.facts) == ("trash.purged", True)
    assert all(check.ok for check in checks.run())


def test_what_is_in_the_log_is_never_removed_for_good(log, leader):
    item = log()
    with pytest.raises(StaleRowError):
        trash.purge(leader, [key(item, 1)])
    assert CoverageItem.select().where(CoverageItem.id == item).exists()


def lain(item: int, days: int) -> None:
    at = clock.utc_now() - dt.timedelta(days=days)
    CoverageItem.update(removed_at=at).where(CoverageItem.id == item).execute()


def test_what_has_lain_thirty_days_is_removed_in_one_act(gone):
    lain(gone[0], 32)
    lain(gone[1], 29)
    before = AuditEntry.select().count()
    assert trash.purge_old() == 1
    assert AuditEntry.select().count() == before + 1
    assert [row.key.id for row in trash.page().rows] == [gone[2], gone[1]]
    assert trash.purge_old() == 0


def test_the_office_may_keep_the_trash_longer_or_for_ever(gone, leader):
    for days in (60, 0):
        office_settings.save(leader, OfficeSettings(trash_days=days))
        lain(gone[0], 45)
        assert trash.purge_old() == 0
    assert trash.page().rows[0].leaves_on is None
    with pytest.raises(BadTrashDaysError):
        office_settings.save(leader, OfficeSettings(trash_days=2))


def test_a_clock_that_has_jumped_ahead_empties_nothing(gone, on_day, clerk, log):
    on_day(TODAY + dt.timedelta(days=400))
    assert trash.purge_old() == 0
    assert in_trash() == 3


def test_a_purge_is_whole_or_not_at_all(gone, leader):
    with pytest.raises(StaleRowError), database.atomic():
        trash.purge(leader, [key(gone[0]), key(gone[1], 7)])
    assert in_trash() == 3
