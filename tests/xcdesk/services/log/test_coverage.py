"""Writing the log: what is taken, what is refused, and that every act can be undone and is on record."""

import datetime as dt
import threading

import pytest

from xcdesk import wording
from xcdesk.errors import BadTextError, Cancelled, NotFoundError, StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.progress import Operation
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import DuplicateItemError, ItemVersion
from xcdesk.services.record import entries
from xcdesk.services.record.entries import ItemChange, NewItem
from xcdesk.services.roster import outlet_changes, outlets

DAY = dt.date(2019, 3, 5)


def version(item_id):
    return ItemVersion(item_id, coverage_log.item(item_id).version)


def test_names_are_taken_as_returns_write_them(log):
    row = coverage_log.item(
        log(outlet="《市电视台》", form="新闻", theme="举措成效经验", unit="禹州", programme="焦点３０分")
    )
    assert (row.outlet, row.form, row.theme, row.unit) == ("许昌电视台", "news", "results", "禹州市")
    assert (row.programme, row.form_label, row.tier.value) == ("焦点30分", "消息", "municipal")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"outlet": "许昌日"}, "coverage.unknown_outlet"),
        ({"form": "打油诗"}, "coverage.unknown_term"),
        ({"theme": "无此"}, "coverage.unknown_term"),
        ({"tier": "宇宙级"}, "coverage.unknown_term"),
        ({"unit": "北京市"}, "coverage.unknown_unit"),
        ({"programme": "新闻联播"}, "coverage.unknown_programme"),
        ({"url": "javascript:alert(1)"}, "coverage.bad_link"),
        ({"url": "http://"}, "coverage.bad_link"),
        ({"url": "http://[1"}, "coverage.bad_link"),
        ({"title": "字" * 201}, "desk.bad_text"),
        ({"title": "a\x00b"}, "desk.bad_text"),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name_and_nothing_is_written(log, words, code):
    with pytest.raises(coverage.DeskError) as refused:
        log(**words)
    assert refused.value.code == code
    assert wording.sentence(refused.value, "zh") != wording.sentence(refused.value, "en")
    assert coverage_log.count().placements == 0


def test_an_unknown_outlet_is_answered_with_names_near_it(log):
    with pytest.raises(entries.UnknownOutletError) as refused:
        log(outlet="许昌广播台")
    assert "许昌人民广播电台、许昌" in wording.sentence(refused.value, "zh")
    assert "许昌人民广播电台, 许昌" in wording.sentence(refused.value, "en")
    with pytest.raises(entries.UnknownOutletError) as refused:
        log(outlet="XYZ")
    assert "相近" not in wording.sentence(refused.value, "zh")
    assert "near" not in wording.sentence(refused.value, "en")


def test_a_retired_outlet_is_named_as_retired(log, clerk):
    row = outlets.outlets()[0]
    outlet_changes.retire_outlet(clerk, row.id, row.version)
    with pytest.raises(entries.InactiveOutletError):
        log(outlet="日报")


def test_a_day_more_than_a_year_ahead_is_refused(log, on_day):
    on_day(dt.date(2019, 3, 5))
    assert log(day=dt.date(2020, 3, 5))
    with pytest.raises(entries.FarFutureError):
        log(day=dt.date(2020, 3, 6))


def test_the_same_title_on_the_same_day_is_refused_with_the_facts_of_the_first(log):
    first = log(unit="禹州市")
    with pytest.raises(DuplicateItemError) as refused:
        log(title="“我市公布 承诺事项！”")
    assert (refused.value.facts["id"], refused.value.facts["unit"]) == (first, "禹州市")
    assert log(outlet="许昌晨报") != first


def test_the_same_key_writes_once_and_answers_the_same_row(log):
    assert log(key="desk-1") == log(key="desk-1")
    assert coverage_log.count().placements == 1
    assert AuditEntry.select().where(AuditEntry.action == "coverage.logged").count() == 1


def test_many_reports_are_all_written_or_none(clerk):
    good = [NewItem(DAY, "许昌日报", f"稿件{number}") for number in range(3)]
    with pytest.raises(entries.UnknownOutletError):
        coverage.log_items(clerk, [*good, NewItem(DAY, "无此报", "稿件")])
    assert coverage_log.count().placements == 0
    made = coverage.log_items(clerk, good)
    assert [coverage_log.item(each).title for each in made] == ["稿件0", "稿件1", "稿件2"]
    assert AuditEntry.select().where(AuditEntry.action == "coverage.logged").count() == 1


def test_a_stopped_batch_leaves_nothing(clerk):
    stop = threading.Event()
    operation = Operation(lambda done, total, note: stop.set() if done >= 50 else None, stop)
    with pytest.raises(Cancelled):
        coverage.log_items(clerk, [NewItem(DAY, "许昌日报", f"稿件{n}") for n in range(60)], operation)
    assert coverage_log.count().placements == 0


def test_a_change_writes_what_differs_and_steps_the_version(log, clerk):
    item = log(form="消息", unit="禹州市")
    change = ItemChange(title="新题", form="", unit="长葛市", url="https://example.cn/1", day=DAY)
    assert coverage.change_item(clerk, version(item), change) == 2
    row = coverage_log.item(item)
    assert (row.title, row.form, row.unit, row.day) == ("新题", None, "长葛市", DAY)
    assert coverage.change_item(clerk, version(item), ItemChange(title="新题")) == 2


def test_moving_a_report_to_another_outlet_keeps_its_tier_unless_told(log, clerk):
    item = log()
    coverage.change_item(clerk, version(item), ItemChange(outlet="河南日报", tier=""))
    row = coverage_log.item(item)
    assert (row.outlet, row.tier.value) == ("河南日报", "provincial")


def test_a_report_that_is_not_there_cannot_be_changed(clerk):
    with pytest.raises(NotFoundError):
        coverage.change_item(clerk, ItemVersion(999, 1), ItemChange(slot="3版"))


def test_a_stale_change_is_refused(log, clerk):
    item = log()
    seen = version(item)
    coverage.change_item(clerk, seen, ItemChange(slot="3版"))
    with pytest.raises(StaleRowError):
        coverage.change_item(clerk, seen, ItemChange(slot="4版"))
    with pytest.raises(StaleRowError):
        coverage.change_item(clerk, seen, ItemChange(slot="3版"))
    assert coverage_log.item(item).slot == "3版"


def test_a_change_into_a_duplicate_is_refused(log, clerk):
    log(title="甲")
    other = log(title="乙")
    with pytest.raises(DuplicateItemError):
        coverage.change_item(clerk, version(other), ItemChange(title="甲"))
    assert coverage_log.item(other).title == "乙"


def test_a_change_checks_its_words_too(log, clerk):
    item = log()
    with pytest.raises(entries.BadLinkError):
        coverage.change_item(clerk, version(item), ItemChange(url="ftp://x"))
    with pytest.raises(BadTextError):
        coverage.change_item(clerk, version(item), ItemChange(author="人" * 81))
    with pytest.raises(entries.UnknownProgrammeError):
        coverage.change_item(clerk, version(item), ItemChange(programme="行风热线"))


def test_removed_reports_lie_in_the_trash_and_come_back(log, clerk):
    item = log()
    gone = coverage.remove_items(clerk, [version(item)])
    assert coverage_log.count().placements == 0
    assert [row.id for row in coverage_log.page(ItemFilter(removed=True)).rows] == [item]
    coverage.restore_items(clerk, gone)
    assert coverage_log.count().placements == 1


def test_the_trash_does_not_give_back_what_was_logged_again(log, clerk):
    gone = coverage.remove_items(clerk, [version(log())])
    log()
    with pytest.raises(DuplicateItemError):
        coverage.restore_items(clerk, gone)


def test_undo_does_not_reverse_anothers_edit(log, clerk, leader):
    item = log()
    seen = version(item)
    coverage.change_item(leader, seen, ItemChange(slot="1版"))
    with pytest.raises(StaleRowError):
        coverage.remove_items(clerk, [seen])


def test_a_title_of_wide_forms_still_fits(log):
    assert coverage_log.item(log(title="㎏" * 200)).title == "㎏" * 200
