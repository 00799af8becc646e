"""Lists of findings, complaints and commitments: read, planned, written in one go, taken back."""

import datetime as dt
from pathlib import Path

import pytest

from xcdesk.codes import BatchState, CaseKind, CaseSource
from xcdesk.db.base import database
from xcdesk.importers import apply, batches, caselists, redo, undo
from xcdesk.importers.caselists import CaseField, CaseSaid, ListKind
from xcdesk.importers.records import Chosen
from xcdesk.importers.session import Fate
from xcdesk.importers.undo import Undone
from xcdesk.models import AuditEntry, CasePrivate, ImportBatch, ImportCase
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseFilter, Private, case_check, private

FINDINGS = ("序号", "检查日期", "责任单位", "发现的问题", "具体情况", "发现方式")
COMPLAINTS = ("日期", "反映人", "联系电话", "住址", "责任单位", "诉求", "诉求内容")
COMMITMENTS = ("序号", "承诺单位", "承诺事项", "承诺内容", "承诺期限", "采访日期")


def fates(plan):
    return [line.fate for line in plan.lines]


def codes(line):
    return [problem.code for problem in line.problems]


@pytest.fixture
def findings(book):
    return book(
        "2019年3月作风建设暗访问题清单",
        FINDINGS,
        (1, "3月5日", "市教育局", "窗口无人值守", "上午九点仍未开门", "暗访"),
        (2, "3月5日", "同上", "群众等候一小时", "", "暗访"),
        (3, "3月6日", "许昌日报", "报道失实", "", "暗访"),
        (4, "3月6日", "张三", "态度恶劣", "", "暗访"),
        (5, "2月30日", "市公安局", "证照超期", "", "暗访"),
        (6, "3月7日", "市公安局", "窗口无人值守", "", "不知道"),
        (None, None, "合计", 6),
        (7, "3月7日", "市公安局", "无人接听热线", "", "督查组移交"),
        (8, "3月8日", "市公安局", "无人接听热线", "", "督查组移交"),
        name="暗访清单.xlsx",
    )


@pytest.mark.usefixtures("today")
def test_a_list_of_findings_is_understood_judged_and_written_in_one_go(findings, look, clerk):
    plan = look(findings)
    assert (plan.kind, plan.unit, plan.refusal) == (ListKind.FINDING, None, None)
    new, twin, wrong = Fate.NEW, Fate.TWIN, Fate.WRONG
    assert fates(plan) == [new, new, wrong, wrong, wrong, wrong, Fate.LEFT_OUT, new, twin]
    assert [codes(line) for line in plan.lines if line.fate == wrong] == [
        ["case.outlet_subject"],
        ["case.unknown_subject"],
        ["case_list.cell"],
        ["case_list.unknown_source"],
    ]
    assert codes(plan.lines[-1]) == ["case_list.twice"]
    done = caselists.apply(plan, clerk)
    assert (done.added, done.updated) == (3, 0)
    rows = cases.page(CaseFilter(kinds=(CaseKind.FINDING,)))
    assert {(row.unit, row.title, row.received_on) for row in rows} == {
        ("市教育局", "窗口无人值守", dt.date(2019, 3, 5)),
        ("市教育局", "群众等候一小时", dt.date(2019, 3, 5)),
        ("市公安局", "无人接听热线", dt.date(2019, 3, 7)),
    }
    assert {row.source for row in rows} == {CaseSource.VISIT, CaseSource.REPORT}
    assert case_check.wrong() == ()
    (batch,) = batches.listed()
    assert (batch.written, batch.counts["error"], batch.state) == (3, 4, BatchState.APPLIED)
    again = look(findings)
    assert again.earlier
    assert [again.lines[at].fate for at in (0, 1, 7, 8)] == [Fate.SAME] * 4
    assert caselists.apply(again, clerk).batch is None


@pytest.mark.usefixtures("today")
def test_a_batch_is_taken_back_but_for_what_was_acted_on_and_brought_back(findings, look, clerk):
    done = caselists.apply(look(findings), clerk)
    first, *_ = (row.case_id for row in ImportCase.select().order_by(ImportCase.id))
    cases.act(clerk, first, Action.FILE)
    undone = undo.undo(done.batch, clerk)
    assert undone == Undone(2, 0, (), (cases.number(cases.row(first), "zh"),))
    assert cases.count() == 1
    assert case_check.wrong() == ()
    with pytest.raises(undo.UndoneError):
        undo.undo(done.batch, clerk)
    other = redo.redo(done.batch, clerk)
    assert cases.count() == 3
    assert ImportBatch.get_by_id(other).kind == "cases"
    assert undo.undo(other, clerk).removed == 2


@pytest.mark.usefixtures("today", "key")
def test_who_complained_goes_into_the_encrypted_table_alone(book, look, clerk, db):
    name, phone, place = "示例·邱某", "13812345678", "示例路9号"
    path = book(
        "来信来电登记",
        COMPLAINTS,
        ("2019-03-04", name, phone, place, "市教育局", "补课收费", "校外补课收费过高"),
        ("2019-03-04", "示例·吴某", "13912345678", "", "市教育局", "食堂卫生", f"请回电{phone}"),
        ("2019-03-05", None, None, None, "市公安局", "窗口排队", "排队过长"),
    )
    plan = look(path)
    assert plan.kind == ListKind.COMPLAINT
    assert fates(plan) == [Fate.NEW, Fate.WRONG, Fate.NEW]
    assert codes(plan.lines[1]) == ["case.private_in_text"]
    assert [line.private for line in plan.lines] == [True, True, False]
    shown = [(line.title, line.unit, line.said, line.problems, repr(line.new)) for line in plan.lines]
    samples = [table.samples for table in plan.tables]
    caselists.apply(plan, clerk)
    row = next(row for row in cases.page() if row.title == "补课收费")
    assert row.private == Private.KEPT
    assert private.unmask(clerk, row.id, "回访").phone == phone
    told = [str(shown), str(samples), *(entry.facts for entry in AuditEntry.select())]
    told += [str(one.__data__) for table in (ImportBatch, ImportCase) for one in table.select()]
    if not db.startswith("postgresql"):
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        told.append(Path(db).read_bytes().decode("utf-8", "replace"))
    assert [word for word in (name, phone, place) if any(word in each for each in told)] == []
    assert CasePrivate.select().count() == 1


@pytest.mark.usefixtures("today")
def test_without_a_key_rows_with_private_details_are_wrong_and_the_others_go(book, look, clerk):
    path = book(
        "",
        COMPLAINTS,
        ("2019-03-04", "示例·邱某", "", "", "市教育局", "补课收费", ""),
        ("2019-03-05", None, None, None, "市公安局", "窗口排队", "排队过长"),
    )
    plan = look(path)
    assert [codes(line) for line in plan.lines] == [["case.no_key"], []]
    assert caselists.apply(plan, clerk).added == 1


@pytest.mark.usefixtures("today")
def test_commitments_stand_on_the_wall_with_promise_day_and_interview(book, look, clerk):
    path = book(
        "公开承诺事项一览表",
        COMMITMENTS,
        (1, "市教育局", "入学登记", "入学登记全程网上办理", "2019年6月底", "3月2日"),
        (2, "市公安局", "证照办理", "证照办理三日办结", "2019-06-30", "2019年3月2日"),
        (3, "市民政局", "低保审批", "低保审批十日办结", "2019-06-30", None),
        name="2019年承诺.xlsx",
    )
    plan = look(path)
    assert (plan.kind, fates(plan)) == (ListKind.COMMITMENT, [Fate.WRONG, Fate.NEW, Fate.NEW])
    caselists.apply(plan, clerk)
    found = {one.row.unit: one.row for one in cases.wall(95).rows}
    assert found["市公安局"].promise == "证照办理三日办结"
    assert found["市公安局"].promised_on == dt.date(2019, 6, 30)
    assert found["市公安局"].interviewed_on == dt.date(2019, 3, 2)
    assert found["市民政局"].interviewed_on is None


@pytest.mark.usefixtures("today")
def test_columns_that_a_person_names_are_remembered_with_the_headings(book, look, clerk):
    head = ("甲", "乙", "丙")
    rows = [("市教育局", "窗口无人值守", "上午九点"), ("市公安局", "热线占线", "")]
    path = book("市教育局自查问题", head, *rows, name="一.xlsx")
    plan = look(path)
    assert plan.refusal.code == "case_list.no_table"
    said = CaseSaid(heading_rows={"Sheet": 2})
    plan = caselists.again(plan, said, actor=clerk)
    for column, field in enumerate((CaseField.UNIT, CaseField.TITLE, CaseField.BODY)):
        said = said.with_field(plan.tables[0], column, field)
        plan = caselists.again(plan, said, actor=clerk)
    assert fates(plan) == [Fate.NEW, Fate.NEW]
    done = caselists.apply(plan, clerk)
    later = look(
        book("市教育局自查问题", head, ("市财政局", "审批超时", ""), name="二.xlsx"),
        heading_rows={"Sheet": 2},
    )
    assert (later.refusal, fates(later)) == (None, [Fate.NEW])
    undo.undo(done.batch, clerk)
    forgotten = caselists.again(later, later.said, actor=clerk)
    assert forgotten.refusal is not None


@pytest.mark.usefixtures("today")
def test_a_list_that_is_much_like_a_case_waits_for_a_word_and_a_stale_plan_is_refused(book, look, clerk):
    path = book("暗访", FINDINGS, (1, "3月5日", "市教育局", "办事窗口长时间无人值守", "", "暗访"))
    plan = look(path, year=2019)
    cases.register(clerk, cases.NewCase(CaseKind.FINDING, "办事窗口长时间无人值班", "市教育局"))
    with pytest.raises(apply.StalePlanError):
        caselists.apply(plan, clerk)
    plan = caselists.again(plan, plan.said, actor=clerk)
    (line,) = plan.lines
    assert (line.fate, line.case.title) == (Fate.TWIN, "办事窗口长时间无人值班")
    assert caselists.apply(plan, clerk).batch is None
    assert caselists.apply(plan, clerk, {Chosen(0, 3)}).added == 1


@pytest.mark.usefixtures("today")
def test_rows_without_a_unit_are_about_the_unit_that_was_said(book, look, clerk):
    path = book("问题台账", ("日期", "问题", "来源"), ("2019-03-04", "窗口排队", "暗访"))
    assert look(path).refusal is not None
    plan = look(path, unit="教育局")
    assert [line.unit for line in plan.lines] == ["市教育局"]
    assert caselists.apply(plan, clerk).added == 1
