"""Single records brought back from a backup: gone, changed, refused, each with its entry in the record."""

import datetime as dt
import json
from pathlib import Path

import pytest

from xcdesk import store
from xcdesk.codes import MaterialKind
from xcdesk.models import AuditEntry, CoverageItem, Material, Outlet, Programme, Quota, QuotaMember
from xcdesk.services import approvals, trash
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.entries import ItemChange, NewItem
from xcdesk.services.record.permissions import NotAllowedError
from xcdesk.services.trash import TrashKey
from xcdesk.services.upkeep import checks, taking_back
from xcdesk.services.upkeep.taking_back import PastState


def backed_up() -> Path:
    return Path(store.back_up_now(store.where(), "by-hand").file)


def listed(backup: Path, kind: str, words: str = "") -> list[tuple[int, str, PastState]]:
    return [(row.id, row.title, row.state) for row in taking_back.rows(backup, "", kind, words)]


def test_a_report_that_was_purged_or_changed_comes_back_under_its_number(db, log, clerk, leader):
    purged, changed, kept = log("删掉的一篇"), log("改坏的一篇", author="示例·作者"), log("没动的一篇")
    backup = backed_up()
    coverage.change_item(clerk, ItemVersion(changed, 1), ItemChange(title="错了", author=""))
    removed = coverage.remove_items(clerk, [ItemVersion(purged, 1)])
    trash.purge(leader, [TrashKey("coverage_item", purged, removed[0].version)])
    assert listed(backup, "coverage_item") == [
        (changed, "改坏的一篇", PastState.CHANGED),
        (purged, "删掉的一篇", PastState.GONE),
    ]
    assert [row[0] for row in listed(backup, "coverage_item", "改坏")] == [changed]
    for item in (purged, changed):
        assert taking_back.take_back(clerk, backup, "", "coverage_item", item) == item
    rows = {row.id: row for row in CoverageItem.select()}
    assert (rows[changed].title, rows[changed].author, rows[changed].version) == (
        "改坏的一篇",
        "示例·作者",
        3,
    )
    assert (rows[purged].title, rows[purged].removed_at) == ("删掉的一篇", None)
    last = AuditEntry.select().order_by(AuditEntry.id.desc()).first()
    assert (last.action, last.subject) == ("coverage.taken_back", f"coverage_item:{changed}")
    assert json.loads(last.facts)["changes"]["title"] == ["错了", "改坏的一篇"]
    with pytest.raises(taking_back.NeverGoneError):
        taking_back.take_back(clerk, backup, "", "coverage_item", kept)
    assert [check.name for check in checks.run() if not check.ok] == []


def test_what_stands_in_its_place_or_lies_in_the_trash_is_named(db, log, clerk, leader):
    item = log("同一标题")
    backup = backed_up()
    removed = coverage.remove_items(clerk, [ItemVersion(item, 1)])
    trash.purge(leader, [TrashKey("coverage_item", item, removed[0].version)])
    again = coverage.log_item(clerk, NewItem(dt.date(2019, 3, 5), "许昌日报", "同一标题"))
    with pytest.raises(taking_back.PlaceTakenError):
        taking_back.take_back(clerk, backup, "", "coverage_item", item)
    assert [row.id for row in CoverageItem.select()] == [again]
    coverage.change_item(clerk, ItemVersion(again, 1), ItemChange(title="别的标题"))
    assert listed(backup, "coverage_item") == [(item, "同一标题", PastState.GONE)]
    back = taking_back.take_back(clerk, backup, "", "coverage_item", item)  # its number may be another's now
    titles = {row.id: row.title for row in CoverageItem.select()}
    assert titles == {again: "别的标题", back: "同一标题"}


def test_outlets_quotas_with_members_and_texts(db, clerk, leader):
    outlet, quota = Outlet.get(Outlet.name == "许昌晨报"), Quota.select().join(QuotaMember).first()
    members = QuotaMember.select().where(QuotaMember.quota == quota).count()
    written = approvals.create(clerk, approvals.NewMaterial(MaterialKind.NOTICE, "通知", "第一稿"))
    backup = backed_up()
    Outlet.update(name="改错的名字", version=outlet.version + 1).where(Outlet.id == outlet.id).execute()
    QuotaMember.delete().where(QuotaMember.quota == quota).execute()
    Quota.update(minimum=99, version=quota.version + 1).where(Quota.id == quota.id).execute()
    assert (outlet.id, "许昌晨报", PastState.CHANGED) in listed(backup, "outlet")
    taking_back.take_back(clerk, backup, "", "outlet", outlet.id)
    assert Outlet.get_by_id(outlet.id).name == "许昌晨报"
    with pytest.raises(NotAllowedError):
        taking_back.take_back(clerk, backup, "", "quota", quota.id)
    assert QuotaMember.select().where(QuotaMember.quota == quota).count() == 0
    taking_back.take_back(leader, backup, "", "quota", quota.id)
    assert Quota.get_by_id(quota.id).minimum == quota.minimum
    assert QuotaMember.select().where(QuotaMember.quota == quota).count() == members
    fresh = taking_back.take_back(clerk, backup, "", "material", written.id)
    assert fresh != written.id
    assert Material.get_by_id(fresh).title == "通知"
    assert Programme.select().count() == 9
