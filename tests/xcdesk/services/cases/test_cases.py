"""Follow-up cases: who may do what when, the clock, and what is written down."""

import datetime as dt

import pytest

from tests.xcdesk.services.cases.conftest import (
    MONDAY,
    OTHER_UNIT,
    PICTURE,
    UNIT,
    accepted,
    answer,
    dispatched,
    new,
    refused,
)
from xcdesk.codes import CallBack, CaseKind, CaseResult, CaseState, MaterialKind, NoticeLevel
from xcdesk.models import AuditEntry
from xcdesk.services import approvals, cases, trash
from xcdesk.services.approvals import NewMaterial
from xcdesk.services.approvals.refusals import UnheardError
from xcdesk.services.cases import Action, CaseChange, CaseFilter, Light, Request, case_check, refusals
from xcdesk.services.record import history

DAY = dt.timedelta(days=1)


def entries(case):
    query = AuditEntry.select().where(AuditEntry.subject == f"followup_case:{case}")
    return [entry.action for entry in query.order_by(AuditEntry.id)]


@pytest.mark.usefixtures("monday")
def test_a_finding_goes_from_registering_to_closing(clerk, colleague):
    case = accepted(clerk)
    assert (case.year, case.number, case.state, case.due) == (2019, 1, "accepted", dt.date(2019, 3, 18))
    case = cases.act(clerk, case.id, Action.REPORT, Request(words="正在整改"))
    case = answer(clerk, case)
    refused("case.own_answer", clerk, case, Action.PASS)
    case = cases.act(colleague, case.id, Action.PASS)
    assert (case.state, case.timely, case.late_days, case.light) == ("closed", True, 0, Light.IN_TIME)
    events = cases.log(case.id)
    assert [event.action for event in events] == [
        "register", "file", "dispatch", "accept", "report", "answer", "pass",
    ]  # fmt: skip
    assert entries(case.id) == [
        f"case.{act}"
        for act in ["registered", "filed", "dispatched", "accepted", "reported", "answered", "passed"]
    ]
    assert [(event.sheet, event.sheet_number) for event in events if event.sheet] == [
        ("dispatch", 1), ("closing", 1),
    ]  # fmt: skip


@pytest.mark.usefixtures("monday")
def test_the_subject_is_a_unit_of_the_roster_and_nobody_else(clerk):
    for unit, error in (
        ("许昌日报", refusals.OutletSubjectError),
        ("示例·张某", refusals.UnknownSubjectError),
    ):
        with pytest.raises(error):
            cases.register(clerk, new(unit=unit))
    for kind in ("report", "article", "journalist"):
        with pytest.raises(refusals.UnknownCaseKindError):
            cases.kind_of(kind)
    assert cases.count() == 0


def test_a_return_needs_a_basis_in_two_working_days_and_does_not_stop_the_clock(clerk, leader, monday):
    case = dispatched(clerk)
    refused("case.words_needed", clerk, case, Action.RETURN)
    back = cases.act(clerk, case.id, Action.RETURN, Request(words="三定方案第四条"))
    assert (back.state, back.returns, back.due, back.dispatched_on) == ("filed", 1, case.due, MONDAY)
    monday(MONDAY + 2 * DAY)
    refused("case.clock_runs", clerk, back, Action.DISPATCH, Request(due=case.due + DAY))
    again = cases.act(clerk, case.id, Action.DISPATCH)
    assert (again.due, again.dispatched_on, again.sent_on) == (case.due, MONDAY, MONDAY + 2 * DAY)
    asked = cases.act(clerk, case.id, Action.RETURN, Request(words="仍不属本局职责"))
    assert (asked.state, asked.return_asked) == ("dispatched", True)
    refused("case.return_pending", clerk, asked, Action.ACCEPT, Request(person="某"))
    refused("case.head_only", clerk, asked, Action.GRANT_RETURN)
    assert cases.page(CaseFilter(waiting_for_head=True)) == (asked,)
    kept = cases.act(leader, case.id, Action.REFUSE_RETURN, Request(words="属本局职责"))
    assert (kept.state, kept.returns) == ("dispatched", 2)
    refused("case.returned_twice", clerk, kept, Action.RETURN, Request(words="再退"))
    other = dispatched(clerk)
    monday(MONDAY + 7 * DAY)
    refused("case.late_return", clerk, other, Action.RETURN, Request(words="迟了"))


def test_an_extension_is_asked_in_time_and_granted_by_a_leader(clerk, leader, monday):
    case = accepted(clerk, due=dt.date(2019, 3, 15))
    refused("case.not_later", clerk, case, Action.ASK_EXTENSION, Request(words="招标", due=case.due))
    monday(dt.date(2019, 3, 15))
    ask = Request(words="招标需时", due=dt.date(2019, 3, 29))
    asked = cases.act(clerk, case.id, Action.ASK_EXTENSION, ask)
    refused("case.extension_pending", clerk, asked, Action.ASK_EXTENSION, ask)
    refused("case.head_only", clerk, asked, Action.EXTEND)
    longer = cases.act(leader, case.id, Action.EXTEND)
    assert (longer.due, longer.original_due, longer.extensions) == (ask.due, case.due, 1)
    monday(dt.date(2019, 3, 30))
    refused(
        "case.late_extension",
        clerk,
        longer,
        Action.ASK_EXTENSION,
        Request(words="再延", due=dt.date(2019, 4, 30)),
    )


def test_graded_notices_follow_the_day_due(clerk, leader, monday):
    case = accepted(clerk, due=dt.date(2019, 3, 15))
    refused(
        "case.too_early_notice", clerk, case, Action.NOTICE, Request(words="提醒", level=NoticeLevel.BLUE)
    )
    refused("case.not_overdue", leader, case, Action.NOTICE, Request(words="严重", level=NoticeLevel.RED))
    monday(dt.date(2019, 3, 12))
    cases.act(clerk, case.id, Action.NOTICE, Request(words="临期", level=NoticeLevel.BLUE))
    monday(dt.date(2019, 3, 18))
    refused("case.head_only", clerk, case, Action.NOTICE, Request(words="逾期", level=NoticeLevel.RED))
    red = cases.act(leader, case.id, Action.NOTICE, Request(words="逾期", level=NoticeLevel.RED))
    assert (red.notice, red.light, red.light.shape) == (NoticeLevel.RED, Light.RED, "■")
    assert [event.sheet_number for event in cases.log(case.id) if event.sheet == "notice"] == [1, 2]


def called(actor, case, said):
    return cases.act(actor, case.id, Action.CALL_BACK, Request(said=said))


def test_a_complaint_is_called_back_and_done_again_once(clerk, colleague, leader, monday):
    case = answer(clerk, accepted(clerk, CaseKind.COMPLAINT))
    case = cases.act(colleague, case.id, Action.PASS)
    assert case.state == CaseState.VERIFYING
    refused("case.not_called_back", colleague, case, Action.CLOSE)
    refused("case.own_answer", clerk, case, Action.CALL_BACK, Request(said=CallBack.SATISFIED))
    again = called(colleague, case, CallBack.DISSATISFIED)
    assert (again.state, again.round, again.dissatisfied) == ("reopened", 2, 1)
    monday(MONDAY + DAY)
    case = cases.act(colleague, answer(clerk, again).id, Action.PASS)
    case = called(colleague, case, CallBack.DISSATISFIED)
    assert (case.state, case.dissatisfied) == ("verifying", 2)
    refused("case.head_only", colleague, case, Action.CLOSE)
    assert cases.act(leader, case.id, Action.CLOSE).state == "closed"


@pytest.mark.usefixtures("monday")
def test_not_to_be_reached_is_an_answer_of_its_own(clerk, colleague):
    case = cases.act(colleague, answer(clerk, accepted(clerk, CaseKind.COMPLAINT)).id, Action.PASS)
    for attempt in (1, 2):
        case = called(colleague, case, CallBack.NOT_REACHED)
        assert case.attempts == attempt
        refused("case.not_reached", colleague, case, Action.CLOSE)
    called(colleague, case, CallBack.NOT_REACHED)
    assert cases.act(colleague, case.id, Action.CLOSE).called_back == CallBack.NOT_REACHED


def test_timeliness_is_frozen_at_the_first_closing(clerk, colleague, leader, monday):
    case = accepted(clerk, due=dt.date(2019, 3, 8))
    monday(dt.date(2019, 3, 12))
    late = cases.act(colleague, answer(clerk, case).id, Action.PASS)
    assert (late.timely, late.late_days, late.light) == (False, 2, Light.LATE)
    refused("case.head_only", clerk, late, Action.REOPEN, Request(words="回头看"))
    again = cases.act(leader, late.id, Action.REOPEN, Request(words="回头看未落实"))
    assert (again.state, again.round, again.reopened, again.light) == ("reopened", 2, 1, Light.GREEN)
    done = cases.act(colleague, answer(clerk, again).id, Action.PASS)
    assert (done.state, done.timely, done.late_days) == ("closed", False, 2)


@pytest.mark.usefixtures("monday")
def test_a_commitment_is_verified_with_evidence(clerk, colleague):
    case = accepted(clerk, CaseKind.COMMITMENT)
    assert case.due == dt.date(2019, 6, 28)
    bare = Request(words="已兑现", result=CaseResult.KEPT)
    refused("case.evidence_needed", clerk, case, Action.ANSWER, bare)
    refused(
        "case.result_of_kind", clerk, case, Action.ANSWER, Request(words="已办", result=CaseResult.SOLVED)
    )
    case = cases.act(colleague, answer(clerk, case).id, Action.PASS)
    assert case.state == CaseState.VERIFYING
    refused("case.only_complaints", colleague, case, Action.CALL_BACK, Request(said=CallBack.SATISFIED))
    assert cases.act(colleague, case.id, Action.CLOSE).result == CaseResult.KEPT


@pytest.mark.usefixtures("monday")
def test_a_finding_is_made_public_after_answer_and_reply(clerk, leader):
    material = approvals.create(clerk, NewMaterial(MaterialKind.FINDING, "暗访公布", "窗口无人值守。"))
    notice = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "通知", "文字"))
    approvals.submit(clerk, material.id)
    approvals.agree(leader, material.id, seen_hash=material.text_hash)
    case = accepted(clerk)
    refused("case.no_reply", clerk, case, Action.PUBLISH, Request(material=material.id))
    case = answer(clerk, case)
    refused("case.no_reply", clerk, case, Action.PUBLISH, Request(material=material.id))
    with pytest.raises(UnheardError):
        approvals.issue(clerk, material.id)
    cases.act(clerk, case.id, Action.REPLY, Request(words="无异议"))
    refused("case.not_finding_text", clerk, cases.row(case.id), Action.PUBLISH, Request(material=notice.id))
    assert cases.act(clerk, case.id, Action.PUBLISH, Request(material=material.id)).published == material.id
    assert approvals.issue(clerk, material.id).state == "issued"


@pytest.mark.usefixtures("monday")
def test_a_case_emptied_from_the_trash_leaves_its_number(clerk, leader):
    case = cases.register(clerk, new())
    cases.remove(clerk, case.id, case.version)
    (row,) = trash.page().rows
    assert (row.title, row.place) == (case.title, f"{UNIT} 督查〔2019〕1号")
    trash.purge(leader, [row.key])
    assert trash.page().total == 0
    assert cases.register(clerk, new()).number == 2
    assert case_check.wrong() == ()


@pytest.mark.usefixtures("monday")
def test_merging_is_seen_on_both_sides(clerk):
    first, second = (cases.register(clerk, new(title=f"窗口无人值守{each}")) for each in "一二")
    (found,) = cases.similar("窗口无人值守", unit=UNIT, leave=second.id)
    assert found.row.id == first.id
    refused("case.merge_itself", clerk, first, Action.MERGE, Request(words="同一件", into=first.id))
    merged = cases.act(clerk, second.id, Action.MERGE, Request(words="同一件", into=first.id))
    assert (merged.state, merged.merged_into) == ("merged", first.id)
    assert [event.action for event in cases.log(first.id)] == ["register", "took_in"]
    assert cases.detail(clerk, first.id).merged == (second.id,)


@pytest.mark.usefixtures("monday")
def test_transfer_keeps_the_clock_and_names_both_units(clerk, leader):
    case = accepted(clerk)
    refused("case.head_only", clerk, case, Action.TRANSFER, Request(words="职责调整", unit=OTHER_UNIT))
    moved = cases.act(leader, case.id, Action.TRANSFER, Request(words="职责调整", unit=OTHER_UNIT))
    assert (moved.unit, moved.state, moved.due) == (OTHER_UNIT, "dispatched", case.due)
    assert cases.log(case.id)[-1].concerning == f"{UNIT} → {OTHER_UNIT}"


@pytest.mark.usefixtures("monday")
def test_a_stale_screen_is_refused_and_a_case_registered_by_mistake_goes_into_the_trash(clerk):
    case = cases.register(clerk, new())
    cases.change(clerk, case.id, CaseChange(title="窗口两次无人值守"), version=case.version)
    assert cases.log(case.id)[-1].concerning == "标题"
    (told,) = history.of("followup_case", case.id)[-1].changes
    assert (told.before, told.after) == ("窗口无人值守", "窗口两次无人值守")
    refused("case.changed", clerk, cases.row(case.id), Action.FILE, Request(version=case.version))
    stepped = cases.remove(clerk, case.id, case.version + 1)
    assert cases.count() == 0
    cases.restore(clerk, case.id, stepped)
    assert cases.register(clerk, new()).number == 2
    filed = cases.act(clerk, case.id, Action.FILE)
    with pytest.raises(refusals.NotRemovableError):
        cases.remove(clerk, case.id, filed.version)


@pytest.mark.usefixtures("monday")
def test_evidence_is_kept_with_its_case(clerk, tmp_path):
    case = cases.register(clerk, new())
    cases.act(clerk, case.id, Action.EVIDENCE, Request(files=(PICTURE,)))
    (file,) = cases.detail(clerk, case.id).files
    assert (file.label, file.size) == ("现场.png", 7)
    assert cases.save_copy(file.id, tmp_path).read_bytes() == b"picture"


@pytest.mark.usefixtures("monday")
def test_words_are_found_in_every_text_and_in_the_name_of_the_unit(clerk):
    finding = cases.register(clerk, new(title="窗口无人值守", body="上午九点仍未开门"))
    other = cases.register(clerk, new(title="热线无人接听", unit=OTHER_UNIT))

    def found(words):
        return {row.id for row in cases.page(CaseFilter(search=words))}

    assert found("无人") == {finding.id, other.id}
    assert found("未开门 窗口") == {finding.id}
    assert found("公安") == {other.id}
    assert found("2 热线") == {other.id}
    assert found("没有的词") == set()
    assert {one.state: (one.count, one.red) for one in cases.by_state(CaseFilter(search="无人"))} == {
        state: (2 if state == CaseState.REGISTERED else 0, 0) for state in CaseState
    }


@pytest.mark.usefixtures("monday")
def test_like_cases_are_told_by_title_text_and_unit(clerk):
    same = cases.register(clerk, new(title="办事窗口长时间无人值守"))
    other = cases.register(clerk, new(title="办事窗口长时间无人值守", unit=OTHER_UNIT))
    cases.register(clerk, new(title="热线占线", body="电话一直打不通"))
    assert [one.row.id for one in cases.similar("办事窗口无人值守", unit=UNIT)] == [same.id, other.id]
    (by_text,) = cases.similar("群众来信反映", "热线电话一直打不通，无人接听")
    assert by_text.row.title == "热线占线"
