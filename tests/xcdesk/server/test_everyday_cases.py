"""Follow-up goes on under the roles of a server: every act of a case, each by the person whose it is."""

import datetime as dt
import io

import pytest

from xcdesk.codes import CallBack, CaseKind, CaseResult, CaseState, NoticeLevel
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseChange, NewCase, Petitioner, Request, case_check, keys, private
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.cases.refusals import OwnAnswerError
from xcdesk.services.log import coverage
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.record import audit
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 5)
PICTURE = NewFile("现场.png", lambda: io.BytesIO(b"picture"))
ANSWER = Request(words="已经整改", result=CaseResult.SOLVED, files=(PICTURE,))
RECEIVED = Request(person="示例·签某")


def _handed_out(actor, kind, **more):
    """A case that a department has signed for."""
    case = cases.register(actor, NewCase(kind, "窗口无人值守", "市教育局", **more))
    cases.act(actor, case.id, Action.FILE)
    cases.act(actor, case.id, Action.DISPATCH)
    cases.act(actor, case.id, Action.ACCEPT, RECEIVED)
    return case.id


def test_a_finding_comes_back_twice_and_is_judged_by_who_has_not_answered(sit_down):
    guo = sit_down("guo")
    case = _handed_out(guo, CaseKind.FINDING)
    cases.act(guo, case, Action.RETURN, Request(words="不属本局职责"))
    cases.act(guo, case, Action.DISPATCH, Request(helpers=("市公安局",)))
    cases.act(guo, case, Action.RETURN, Request(words="仍不属本局职责"))
    twin = cases.register(guo, NewCase(CaseKind.FINDING, "同一件事", "市教育局")).id
    cases.change(guo, twin, CaseChange(important=True))
    cases.act(guo, twin, Action.MERGE, Request(words="同一件事", into=case))
    other = cases.register(guo, NewCase(CaseKind.FINDING, "不属范围", "市教育局")).id
    chen = sit_down("chen")
    cases.act(chen, case, Action.REFUSE_RETURN, Request(words="由你局办理"))
    cases.act(chen, other, Action.DECLINE, Request(words="不属范围"))
    guo = sit_down("guo")
    cases.act(guo, case, Action.ACCEPT, RECEIVED)
    cases.act(guo, case, Action.CHASE, RECEIVED)
    cases.act(guo, case, Action.NOTICE, Request(words="请按期办理", level=NoticeLevel.YELLOW))
    cases.act(guo, case, Action.REPORT, Request(words="正在整改"))
    cases.act(guo, case, Action.ANSWER, ANSWER)
    with pytest.raises(OwnAnswerError):
        cases.act(guo, case, Action.PASS)
    lin = sit_down("lin")
    cases.act(lin, case, Action.SEND_BACK, Request(words="证据不足"))
    cases.act(lin, case, Action.ANSWER, ANSWER)
    cases.act(lin, case, Action.REPLY, Request(words="已整改"))
    assert cases.act(sit_down("guo"), case, Action.PASS).state == CaseState.CLOSED
    assert case_check.wrong() == ()
    assert audit.verify().ok


def test_a_complaint_is_called_back_reopened_and_withdrawn(sit_down):
    keys.make(sit_down("office"), KeyPlace.FILE)
    guo = sit_down("guo")
    case = _handed_out(guo, CaseKind.COMPLAINT, petitioner=Petitioner("示例·来某", "", "", "", ""))
    later = cases.row(case).due + dt.timedelta(days=20)
    cases.act(guo, case, Action.ASK_EXTENSION, Request(words="取证", due=later))
    assert cases.act(sit_down("chen"), case, Action.EXTEND).due == later
    cases.act(sit_down("guo"), case, Action.ANSWER, ANSWER)
    lin = sit_down("lin")
    cases.act(lin, case, Action.PASS)
    cases.act(lin, case, Action.CALL_BACK, Request(said=CallBack.DISSATISFIED))
    cases.act(lin, case, Action.ANSWER, ANSWER)
    guo = sit_down("guo")
    cases.act(guo, case, Action.PASS)
    cases.act(guo, case, Action.CALL_BACK, Request(said=CallBack.NOT_REACHED))
    cases.act(guo, case, Action.CALL_BACK, Request(said=CallBack.SATISFIED))
    cases.act(guo, case, Action.EVIDENCE, Request(files=(PICTURE,)))
    assert cases.act(guo, case, Action.CLOSE).state == CaseState.CLOSED
    chen = sit_down("chen")
    cases.act(chen, case, Action.REOPEN, Request(words="又有反映"))
    assert cases.act(chen, case, Action.WITHDRAW, Request(words="本人撤回")).state == CaseState.CLOSED
    private.forget(chen, case, "本人要求")
    assert case_check.wrong() == ()


def test_a_commitment_is_interviewed_about_and_goes_to_another_department(sit_down):
    guo = sit_down("guo")
    until = dt.date(2099, 6, 30)
    case = _handed_out(guo, CaseKind.COMMITMENT, promise="三日内办结", promised_on=until)
    item = coverage.log_item(guo, NewItem(DAY, "许昌日报", "专访"))
    cases.act(guo, case, Action.INTERVIEW)
    cases.act(guo, case, Action.LINK, Request(item=item))
    cases.act(guo, case, Action.UNLINK, Request(item=item))
    asked = Request(words="取证", due=until + dt.timedelta(days=1))
    cases.act(guo, case, Action.ASK_EXTENSION, asked)
    chen = sit_down("chen")
    cases.act(chen, case, Action.REFUSE_EXTENSION, Request(words="按期办理"))
    moved = cases.act(chen, case, Action.TRANSFER, Request(words="职责调整", unit="市公安局"))
    assert (moved.state, moved.due) == (CaseState.DISPATCHED, until)
    guo = sit_down("guo")
    cases.act(guo, case, Action.RETURN, Request(words="不属本局职责"))
    mistaken = cases.register(guo, NewCase(CaseKind.FINDING, "登记有误", "市教育局"))
    cases.remove(guo, mistaken.id, mistaken.version)
    assert case_check.wrong() == ()
