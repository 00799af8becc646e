"""Many reports changed in one act: all or none, another desk's edit never lost, taken back as one."""

import datetime as dt

import pytest

from xcdesk.errors import Cancelled, StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.progress import Operation
from xcdesk.services.log import bulk_edits, coverage, coverage_log
from xcdesk.services.log.bulk_edits import TooManyToChangeError
from xcdesk.services.log.coverage import DuplicateItemError, ItemVersion
from xcdesk.services.record import history
from xcdesk.services.record.entries import ItemChange, UnknownUnitError

DAY = dt.date(2019, 3, 5)


@pytest.fixture
def three(log):
    return [log(title=f"稿件{number}", form="news" if number else "") for number in range(3)]


def rows(ids):
    return [coverage_log.item(item_id) for item_id in ids]


def test_one_change_goes_into_all_and_comes_back_as_one(clerk, three):
    before = rows(three)
    done = bulk_edits.change_items(clerk, bulk_edits.versions(three), ItemChange(form="评论", unit="禹州"))
    assert {(row.form, row.unit, row.version) for row in rows(three)} == {("commentary", "禹州市", 2)}
    again = bulk_edits.put_back(clerk, done)
    assert [(row.form, row.unit) for row in rows(three)] == [(row.form, row.unit) for row in before]
    bulk_edits.put_back(clerk, again)
    assert {row.form for row in rows(three)} == {"commentary"}


def test_rows_that_hold_it_already_are_left_alone(clerk, three):
    done = bulk_edits.change_items(clerk, bulk_edits.versions(three), ItemChange(form="news"))
    assert [edit.id for edit in done] == three[:1]
    assert [row.version for row in rows(three)] == [2, 1, 1]


def test_the_record_has_one_entry_and_each_row_its_history(clerk, three):
    start = AuditEntry.select().count()
    bulk_edits.change_items(clerk, bulk_edits.versions(three), ItemChange(form="评论"))
    assert AuditEntry.select().count() == start + 1
    told = [history.history(item_id)[-1].changes[0] for item_id in three]
    assert [(one.field, one.before, one.after) for one in told] == [
        ("form", "", "评论"),
        ("form", "消息", "评论"),
        ("form", "消息", "评论"),
    ]


def test_another_desks_edit_stops_all_of_it(clerk, leader, three):
    seen = bulk_edits.versions(three)
    coverage.change_item(leader, ItemVersion(three[2], 1), ItemChange(note="别人的"))
    with pytest.raises(StaleRowError) as refused:
        bulk_edits.change_items(clerk, seen, ItemChange(form="评论"))
    assert refused.value.facts["id"] == three[2]
    assert [row.version for row in rows(three)] == [1, 1, 2]


def test_undo_never_takes_back_another_desks_edit(clerk, leader, three):
    done = bulk_edits.change_items(clerk, bulk_edits.versions(three), ItemChange(note="甲"))
    coverage.change_item(leader, ItemVersion(three[1], 2), ItemChange(note="乙"))
    with pytest.raises(StaleRowError):
        bulk_edits.put_back(clerk, done)
    assert [row.note for row in rows(three)] == ["甲", "乙", "甲"]


def test_a_day_that_makes_two_of_a_kind_is_refused_whole(clerk, log, three):
    twin = log(title="稿件0", day=DAY + dt.timedelta(days=1))
    with pytest.raises(DuplicateItemError) as refused:
        bulk_edits.change_items(clerk, bulk_edits.versions([three[1], twin]), ItemChange(day=DAY))
    assert refused.value.facts["title"] == "稿件0"
    assert [row.day for row in rows([three[1], twin])] == [DAY, DAY + dt.timedelta(days=1)]


def test_an_emptied_tier_is_that_of_each_outlet(clerk, log):
    ids = [log(outlet="河南日报", tier="county"), log(outlet="许昌日报", title="别", tier="county")]
    bulk_edits.change_items(clerk, bulk_edits.versions(ids), ItemChange(tier=""))
    assert [row.tier.value for row in rows(ids)] == ["provincial", "municipal"]


def test_words_that_nobody_knows_are_refused(clerk, three):
    with pytest.raises(UnknownUnitError):
        bulk_edits.change_items(clerk, bulk_edits.versions(three), ItemChange(unit="没有这个单位"))


def test_rows_in_the_trash_are_not_changed(clerk, three):
    seen = bulk_edits.versions(three)
    coverage.remove_items(clerk, [seen[0]])
    assert len(bulk_edits.versions(three)) == 2
    with pytest.raises(StaleRowError):
        bulk_edits.change_items(clerk, seen, ItemChange(form="评论"))


def test_cancel_writes_nothing_and_too_many_are_refused(clerk, three, monkeypatch):
    operation = Operation()
    operation.cancelled.set()
    with pytest.raises(Cancelled):
        bulk_edits.change_items(clerk, bulk_edits.versions(three), ItemChange(form="评论"), operation)
    monkeypatch.setattr(bulk_edits, "MOST", 2)
    with pytest.raises(TooManyToChangeError):
        bulk_edits.change_items(clerk, bulk_edits.versions(three), ItemChange(form="评论"))
    assert {row.version for row in rows(three)} == {1}
