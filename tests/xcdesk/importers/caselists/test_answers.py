"""Answers of departments: a form made, filled in, read back; matched by number, and never taken twice."""

import datetime as dt
import io

import openpyxl
import pytest

from xcdesk.codes import CaseKind, CaseResult, CaseState
from xcdesk.importers import caselists, undo
from xcdesk.importers.caselists import ListKind, forms
from xcdesk.importers.caselists.refusals import AnswersStandError
from xcdesk.importers.session import Fate
from xcdesk.services import cases
from xcdesk.services.cases import Action, NewCase, Request, case_check, refusals
from xcdesk.services.log.evidence import NewFile

PICTURE = NewFile("现场.png", lambda: io.BytesIO(b"picture"))
EDUCATION, POLICE = "市教育局", "市公安局"


@pytest.fixture
def opened(clerk, today):
    """Four cases that departments have: id by title."""
    found = {}
    for kind, title, unit in (
        (CaseKind.COMPLAINT, "补课收费", EDUCATION),
        (CaseKind.FINDING, "窗口无人", EDUCATION),
        (CaseKind.COMPLAINT, "食堂卫生", EDUCATION),
        (CaseKind.COMPLAINT, "窗口排队", POLICE),
    ):
        case = cases.register(clerk, NewCase(kind, title, unit))
        cases.act(clerk, case.id, Action.FILE)
        cases.act(clerk, case.id, Action.DISPATCH)
        found[title] = case.id
    cases.act(clerk, found["补课收费"], Action.ACCEPT, Request(person="示例·签某"))
    return found


@pytest.fixture
def form(opened, tmp_path):
    """The form of the education bureau, and what fills it in: cells by title and heading."""
    (mine, _) = forms.forms()
    (path,) = forms.write_all([mine], tmp_path)

    def fill(**cells):
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        heads = {cell.value: cell.column for cell in sheet[3]}
        for row in range(4, sheet.max_row + 1):
            for heading, value in cells.get(sheet.cell(row, heads["事项"]).value, {}).items():
                sheet.cell(row, heads[heading]).value = value
        target = tmp_path / f"回_{path.name}"
        book.save(target)
        return target

    return fill


def by_title(plan):
    return {line.title: line for line in plan.lines}


SOLVED = {"办理结果": "已解决", "办理情况": "已责令退费", "答复日期": "2019-03-27", "经办人": "示例·经某"}


def test_a_form_lists_what_is_open_with_locked_facts_and_reads_back(opened, form, look, clerk, colleague):
    assert [(one.unit, len(one.rows)) for one in forms.forms()] == [(EDUCATION, 3), (POLICE, 1)]
    plan = look(form(补课收费=SOLVED, 窗口无人=SOLVED, 食堂卫生={"办理结果": "部分解决"}))
    assert (plan.kind, plan.unit, plan.refusal) == (ListKind.ANSWERS, EDUCATION, None)
    lines = by_title(plan)
    assert {title: line.fate for title, line in lines.items()} == {
        "补课收费": Fate.NEW,
        "窗口无人": Fate.WRONG,  # without evidence
        "食堂卫生": Fate.LEFT_OUT,  # half filled in
    }
    assert [problem.code for problem in lines["窗口无人"].problems] == ["case.evidence_needed"]
    assert lines["食堂卫生"].left_out == "row.half"
    assert caselists.apply(plan, clerk).updated == 1
    row = cases.row(opened["补课收费"])
    assert (row.state, row.result, row.answered_on) == ("answered", "solved", dt.date(2019, 3, 27))
    with pytest.raises(refusals.OwnAnswerError):  # whoever imports has entered the answer
        cases.act(clerk, row.id, Action.PASS)
    assert cases.act(colleague, row.id, Action.PASS).state == CaseState.VERIFYING
    assert case_check.wrong() == ()


def test_the_same_file_once_more_changes_nothing_and_what_waited_goes_on(opened, form, look, clerk):
    path = form(补课收费=SOLVED, 窗口无人=SOLVED)
    caselists.apply(look(path), clerk)
    cases.act(clerk, opened["窗口无人"], Action.EVIDENCE, Request(files=(PICTURE,)))
    plan = look(path)
    lines = by_title(plan)
    assert (lines["补课收费"].fate, lines["窗口无人"].fate) == (Fate.SAME, Fate.NEW)
    assert lines["窗口无人"].reply.sign  # its unit signs for it by the contact that it names
    assert caselists.apply(plan, clerk).updated == 1
    assert cases.row(opened["窗口无人"]).receiver == "示例·经某"
    again = look(path)
    assert caselists.apply(again, clerk).batch is None
    assert len(cases.log(opened["补课收费"])) == 5
    batch = 1
    with pytest.raises(AnswersStandError):
        undo.undo(batch, clerk)


def test_changed_facts_and_earlier_forms_are_refused(opened, form, look, clerk, colleague):
    plan = look(form(补课收费={**SOLVED, "办理期限": "2019-12-31"}, 食堂卫生=SOLVED))
    (problem,) = by_title(plan)["补课收费"].problems
    assert problem.code == "case_list.changed_fact"
    assert problem.facts["said"] == "2019-12-31"
    path = form(补课收费=SOLVED)
    caselists.apply(look(path), clerk)
    cases.act(colleague, opened["补课收费"], Action.SEND_BACK, Request(words="未附凭证"))
    (problem,) = by_title(look(path))["补课收费"].problems
    assert problem.code == "case_list.old_form"


def test_an_ordinary_list_of_answers_is_matched_by_number(opened, book, look, clerk):
    cases.act(clerk, opened["窗口排队"], Action.ACCEPT, Request(person="示例·签某"))
    path = book(
        "办理情况反馈表",
        ("编号", "责任单位", "办理结果", "办理情况"),
        ("群意[2019] 3号", POLICE, "已办结", "已增设窗口"),
        ("群意〔2019〕1号", POLICE, "已办结", "已增设窗口"),
        ("群意〔2019〕99号", EDUCATION, "已办结", "已整改"),
        ("群意〔2019〕2号", EDUCATION, "很好", "已整改"),
        (None, EDUCATION, "已办结", "已整改"),
        ("群意〔2019〕2号", EDUCATION, None, None),
        name="反馈.xlsx",
    )
    plan = look(path)
    assert plan.kind == ListKind.ANSWERS
    told = [[problem.code for problem in line.problems] for line in plan.lines]
    assert told == [
        [],
        ["case_list.other_unit"],
        ["case_list.unknown_number"],
        ["case_list.unknown_result"],
        ["case_list.no_number"],
        [],
    ]
    assert [line.fate for line in plan.lines][::5] == [Fate.NEW, Fate.LEFT_OUT]
    assert caselists.apply(plan, clerk).updated == 1
    assert cases.row(opened["窗口排队"]).result == CaseResult.SOLVED


def test_an_answer_that_names_a_telephone_is_refused_before_anything_is_written(opened, form, look):
    plan = look(form(补课收费={**SOLVED, "办理情况": "已回复来电人13812345678"}))
    (problem,) = by_title(plan)["补课收费"].problems
    assert problem.code == "case.private_in_text"


def test_nothing_open_makes_no_form(db, tmp_path):
    with pytest.raises(forms.NothingOpenError):
        forms.write_all(forms.forms(), tmp_path)
