"""Who has sent: batches keep their months, files sent back count as received, corrected ones answer them."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from tests.sheets import sheet
from xcdesk import clock
from xcdesk.importers import apply, marks, receipts, undo
from xcdesk.importers.plan import consider
from xcdesk.importers.raw import RawBook
from xcdesk.importers.said import Said
from xcdesk.models import ImportBatch
from xcdesk.services.due import today
from xcdesk.services.office.workdays import Workdays
from xcdesk.services.returns import chasing, returns_rules, returns_status
from xcdesk.services.returns.returns_status import ReturnState

MARCH, FEBRUARY = dt.date(2019, 3, 1), dt.date(2019, 2, 1)
GOOD = ("2019-03-05", "许昌日报", "甲镇推行首问负责制", "消息", "3版")
EARLY = ("2019-02-20", "许昌日报", "二月里的一篇稿件", "消息", None)
BAD = ("2019-03-06", "天外来客报", "乙局压缩审批时限过半", "通讯", None)
UNDATED = ("2019-03-32", "许昌电视台", "丙乡的一篇稿件", "通讯", None)


@pytest.fixture(autouse=True)
def april(monkeypatch):
    """3 April 2019, two days before the returns for March are due."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-04-03")
    monkeypatch.setattr(clock, "utc_now", lambda: dt.datetime(2019, 4, 3, 2))


def of(name, month=MARCH):
    """Where a unit stands."""
    state = returns_status.status(month)
    return next(one for one in (*state.units, *state.others) if one.unit.name == name)


def test_all_counties_owe_until_the_deadline_and_are_missing_after_it(db, monkeypatch):
    state = returns_status.status(MARCH)
    assert state.deadline == dt.date(2019, 4, 8)  # the 5th begins the holiday of Qingming
    assert len(state.missing) == len(state.units) == 9
    assert {one.state for one in state.units} == {ReturnState.DUE}
    monkeypatch.setenv("XCDESK_TODAY", "2019-04-09")
    assert {one.state for one in returns_status.status(MARCH).units} == {ReturnState.MISSING}


def test_a_file_counts_for_each_month_of_its_rows(prepare, clerk):
    apply.apply(prepare(GOOD, EARLY, BAD), clerk)
    march, february = of("鄢陵县"), of("鄢陵县", FEBRUARY)
    assert (march.state, march.accepted, march.turned_down) == (ReturnState.ON_TIME, 1, 1)
    assert (february.accepted, february.turned_down) == (1, 0)
    assert february.state == ReturnState.LATE


def test_several_files_of_a_unit_are_added_up(prepare, clerk):
    apply.apply(prepare(GOOD), clerk)
    apply.apply(prepare(("2019-03-09", *GOOD[1:]), name="鄢陵县3月补报.xlsx"), clerk)
    found = of("鄢陵县")
    assert (len(found.files), found.accepted) == (2, 2)


def test_without_a_sender_the_unit_of_each_row_has_sent(prepare, clerk):
    head = ("日期", "媒体", "标题", "报送单位")
    rows = ((*GOOD[:3], "禹州市"), (*BAD[:3], "长葛市"), ("2019-03-08", *GOOD[1:3], "市教育局"))
    apply.apply(prepare(*rows, head=head, name="汇总.xlsx"), clerk)
    assert (of("禹州市").accepted, of("长葛市").turned_down) == (1, 1)
    assert of("长葛市").state == ReturnState.SENT_BACK
    assert [one.unit.name for one in returns_status.status(MARCH).others] == ["市教育局"]


def test_a_file_turned_down_whole_has_come_and_was_sent_back(prepare, clerk):
    plan = prepare(BAD, UNDATED)
    batch = receipts.send_back(plan, clerk)
    found = of("鄢陵县")
    assert (found.state, found.accepted, found.turned_down, found.open) == (ReturnState.SENT_BACK, 0, 2, 2)
    assert found.unit in returns_status.status(MARCH).owed
    assert receipts.send_back(plan, clerk) == batch
    undo.undo(batch, clerk)
    assert of("鄢陵县").state == ReturnState.DUE


def test_rows_without_any_day_belong_to_the_month_of_the_title_or_else_to_the_one_due(prepare, clerk):
    receipts.send_back(prepare(UNDATED, name="鄢陵县2019年2月.xlsx"), clerk)
    assert of("鄢陵县", FEBRUARY).turned_down == 1
    receipts.send_back(prepare(("第5期", *UNDATED[1:]), name="禹州市.xlsx"), clerk)
    assert of("禹州市", MARCH).turned_down == 1


def test_the_month_of_december_belongs_to_last_year(prepare, clerk):
    receipts.send_back(prepare(UNDATED, name="鄢陵县12月.xlsx"), clerk)
    assert of("鄢陵县", dt.date(2018, 12, 1)).turned_down == 1


def test_the_rest_of_a_file_sent_back_is_written_into_the_batch_that_it_has(prepare, clerk):
    plan = prepare(GOOD, BAD)
    batch = receipts.send_back(plan, clerk)
    assert apply.apply(plan, clerk).batch == batch
    found = of("鄢陵县")
    assert (found.state, found.returned) == (ReturnState.ON_TIME, True)
    assert (found.accepted, found.turned_down) == (1, 1)


def test_a_file_imported_first_is_sent_back_in_the_same_batch(prepare, clerk):
    plan = prepare(GOOD, BAD)
    batch = apply.apply(plan, clerk).batch
    assert receipts.send_back(plan, clerk) == batch
    assert of("鄢陵县").returned
    assert of("鄢陵县").unit in returns_status.status(MARCH).owed


def test_the_corrected_file_answers_by_its_number(prepare, clerk):
    plan = prepare(GOOD, BAD)
    batch = receipts.send_back(plan, clerk)
    apply.apply(plan, clerk)
    mended = prepare(GOOD, ("2019-03-06", "许昌晨报", *BAD[2:]), name="改好了.xlsx")
    raw = replace(mended.raw, answers=marks.number(plan.sha256))
    answer = apply.apply(consider(mended.path, raw, Said()), clerk).batch
    assert ImportBatch.get_by_id(answer).corrects_id == batch
    found = of("鄢陵县")
    assert (found.accepted, found.turned_down, found.open) == (2, 1, 0)
    assert found.unit not in returns_status.status(MARCH).owed


def test_a_file_whose_rows_are_all_logged_has_come_once(prepare, clerk):
    apply.apply(prepare(GOOD, EARLY, name="办公室代录.xlsx", sender="鄢陵县"), clerk)
    again = prepare(EARLY, GOOD)
    receipt = apply.apply(again, clerk)
    assert (receipt.added, receipt.updated) == (0, 0)
    for month in (MARCH, FEBRUARY):
        assert [file.file for file in of("鄢陵县", month).files] == ["办公室代录.xlsx", "鄢陵县3月.xlsx"]
        assert of("鄢陵县", month).accepted == 1
    assert apply.apply(again, clerk).batch is None
    undo.undo(receipt.batch, clerk)
    assert len(of("鄢陵县").files) == 1


@pytest.fixture
def table(tmp_path):
    """Plan a file that holds nothing but a table of counts of the sender."""

    def planned(title, *rows, sender="鄢陵县"):
        path = tmp_path / f"{title}.xlsx"
        path.write_bytes(json.dumps(rows, default=str).encode())
        book = RawBook("xlsx", "", (sheet((title, *[None] * (len(rows[0]) - 1)), *rows),))
        return consider(path, book, Said(sender=sender))

    return planned


def test_a_table_of_counts_has_come_once_and_can_be_taken_back(table, clerk):
    plan = table("2019年3月发稿统计", ("媒体", "篇数"), ("许昌日报", 2))
    batch = apply.apply(plan, clerk).batch
    found = of("鄢陵县")
    assert (found.state, found.accepted, found.turned_down) == (ReturnState.ON_TIME, 0, 0)
    assert of("鄢陵县", FEBRUARY).files == ()
    assert apply.apply(plan, clerk).batch is None
    undo.undo(batch, clerk)
    assert of("鄢陵县").state == ReturnState.DUE
    assert apply.apply(plan, clerk).batch not in {None, batch}


@pytest.mark.parametrize(
    ("title", "rows", "months"),
    [
        ("2019年发稿统计", [("媒体", "2月", "3月", "累计"), ("许昌日报", 1, 2, 3)], [2, 3]),
        ("2019年一季度发稿统计", [("媒体", "篇数"), ("某某号", 3)], [1, 2, 3]),
        ("2019年度发稿统计", [("媒体", "篇数"), ("许昌日报", 3)], [3]),
        ("2018年度发稿统计", [("媒体", "篇数"), ("许昌日报", 3)], []),
        (
            "2019年发稿统计",
            [("媒体", *(f"{n}月" for n in range(1, 13))), ("许昌日报", 1, None, 2, *[0] * 9)],
            [1, 3],
        ),
        ("2019年发稿统计", [("月份", "篇数"), ("1月", 0), ("2月", 2), ("3月", 0), ("4月", None)], [1, 2]),
        ("2019年发稿统计", [("媒体", "1月", "2月", "3月", "4月"), ("许昌日报", 0, 0, None, None)], [1, 2]),
        ("2月发稿统计", [("媒体", "篇数"), ("许昌日报", 3)], [2]),
        ("发稿统计", [("媒体", "篇数"), ("许昌日报", 3)], [3]),
    ],
)
def test_a_table_of_counts_has_come_for_the_months_that_it_names(table, clerk, title, rows, months):
    apply.apply(table(title, *rows), clerk)
    assert [month for month in range(1, 13) if of("鄢陵县", dt.date(2019, month, 1)).files] == months


def test_a_table_of_counts_of_nobody_has_not_come(table, clerk):
    plan = table("2019年3月统计", ("媒体", "篇数"), ("许昌日报", 2), sender=None)
    assert apply.apply(plan, clerk).batch is None


@pytest.mark.parametrize(("name", "answers"), [("退回_鄢陵县3月.xls", True), ("鄢陵县3月第二份.xlsx", False)])
def test_without_a_number_the_same_name_answers(prepare, clerk, name, answers):
    receipts.send_back(prepare(BAD), clerk)
    apply.apply(prepare(("2019-03-06", "许昌晨报", *BAD[2:]), name=name), clerk)
    assert (of("鄢陵县").open == 0) is answers


def test_the_day_of_receipt_can_be_corrected_and_tells_whether_it_was_in_time(prepare, clerk, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-04-20")
    monkeypatch.setattr(clock, "utc_now", lambda: dt.datetime(2019, 4, 20, 2))
    batch = apply.apply(prepare(GOOD), clerk).batch
    assert of("鄢陵县").state == ReturnState.LATE
    version = of("鄢陵县").files[0].version
    returns_status.set_received(clerk, batch, version, dt.date(2019, 4, 4))
    assert of("鄢陵县").state == ReturnState.ON_TIME
    with pytest.raises(returns_status.NotYetReceivedError):
        returns_status.set_received(clerk, batch, version + 1, dt.date(2019, 4, 21))


def test_an_import_taken_back_has_not_come(prepare, clerk):
    undo.undo(apply.apply(prepare(GOOD), clerk).batch, clerk)
    assert of("鄢陵县").state == ReturnState.DUE


def test_a_unit_that_has_nothing_to_report_has_answered(clerk):
    unit = of("鄢陵县").unit
    batch = returns_status.note_nil(clerk, unit.id, MARCH)
    found = of("鄢陵县")
    assert (found.state, found.accepted, found.files[0].file) == (ReturnState.ON_TIME, 0, "零报告")
    assert unit not in returns_status.status(MARCH).owed
    undo.undo(batch, clerk)
    assert of("鄢陵县").state == ReturnState.DUE


def test_the_office_says_who_owes_and_until_when(db, clerk, leader):
    education = next(unit for unit in returns_status.units.units() if unit.name == "市教育局")
    rules = replace(returns_rules.load(), units=(education.id,), due_day=10, contact="示例·郭某")
    returns_rules.save(leader, rules)
    assert returns_rules.load() == rules
    state = returns_status.status(MARCH)
    assert ([one.unit.name for one in state.units], state.deadline) == (["市教育局"], dt.date(2019, 4, 10))


@pytest.mark.parametrize("bad", [{"due_day": 29}, {"due_day": 0}, {"days_to_mend": 31}])
def test_a_due_day_that_not_every_month_has_is_refused(db, clerk, bad, leader):
    with pytest.raises(returns_rules.BadReturnsRulesError):
        returns_rules.save(leader, replace(returns_rules.load(), **bad))


def test_days_to_mend_are_working_days():
    rules, days = returns_rules.ReturnsRules(days_to_mend=3), Workdays()
    assert rules.mend_by(dt.date(2019, 4, 3), days) == dt.date(2019, 4, 9)  # over a holiday and a weekend


def test_today_asks_for_the_month_before(clerk, prepare):
    apply.apply(prepare(GOOD), clerk)
    returns = today.today(clerk).returns
    assert (returns.month, len(returns.units), len(returns.missing)) == (MARCH, 9, 8)


def test_the_chase_text_names_who_owes_what_and_whom_to_ask(prepare, clerk, monkeypatch, leader):
    rules = replace(returns_rules.load(), contact="示例·郭某", phone="0374-0000001")
    returns_rules.save(leader, rules)
    receipts.send_back(prepare(BAD), clerk)
    apply.apply(prepare(GOOD, name="禹州市3月.xlsx"), clerk)
    state = returns_status.status(MARCH)
    said = chasing.chase_text(state)
    assert "2019年3月宣传报道报送表应于4月8日前报送" in said
    assert "长葛市、襄城县、魏都区" in said
    assert "鄢陵县2019年3月报送表《鄢陵县3月.xlsx》有 1 行已退回" in said
    assert "禹州市" not in said
    assert "联系人：示例·郭某，电话：0374-0000001" in said
    one = next(one for one in state.units if one.unit.name == "长葛市")
    assert "襄城县" not in chasing.chase_text(state, [one])
    done = next(one for one in state.units if one.unit.name == "禹州市")
    assert chasing.chase_text(state, [done]) == ""
    monkeypatch.setenv("XCDESK_TODAY", "2019-04-09")
    assert "至今未报" in chasing.chase_text(returns_status.status(MARCH))
