"""One act on many cases: what may go goes, the rest is named, and each has its own entry."""

import datetime as dt

import pytest

from tests.xcdesk.services.cases.conftest import OTHER_UNIT, UNIT, new
from xcdesk.codes import CaseKind, CaseState
from xcdesk.errors import Cancelled
from xcdesk.models import AuditEntry
from xcdesk.progress import Operation
from xcdesk.services import cases
from xcdesk.services.cases import Action, Request, case_check, many
from xcdesk.services.cases.many import DueRule


@pytest.fixture
def filed(clerk, monday):
    """Three filed cases, one of them important, and one that is only registered."""
    made = [
        cases.register(clerk, new(title="窗口无人值守")),
        cases.register(clerk, new(CaseKind.COMPLAINT, title="热线占线", unit=OTHER_UNIT)),
        cases.register(clerk, new(title="重要事项", important=True)),
    ]
    filed = [cases.act(clerk, case.id, Action.FILE) for case in made]
    return [*filed, cases.register(clerk, new(title="刚登记"))]


def codes(left):
    return [(row.title, refusal.code) for row, refusal in left]


def test_what_may_go_goes_by_one_rule_and_the_rest_is_named(clerk, leader, filed):
    asking = DueRule(days=4).asking("限期办理")
    seen = many.look(clerk, filed, Action.DISPATCH, asking)
    told = [one.refusal and one.refusal.code for one in seen]
    assert told == [None, None, "case.head_only", "case.not_now"]
    assert {one.due for one in seen[:3]} == {dt.date(2019, 3, 8)}
    gone = many.act(clerk, filed, Action.DISPATCH, asking)
    assert [(row.state, row.due) for row in gone.done] == [("dispatched", dt.date(2019, 3, 8))] * 2
    assert codes(gone.left) == [("重要事项", "case.head_only"), ("刚登记", "case.not_now")]
    record = AuditEntry.select().where(AuditEntry.action == "case.dispatched")
    assert record.count() == 2
    assert case_check.wrong() == ()
    usual = many.look(leader, [filed[2]], Action.DISPATCH, DueRule().asking())
    assert usual[0].due == dt.date(2019, 3, 18)
    assert many.act(leader, [filed[2]], Action.DISPATCH, DueRule().asking()).left == ()


def test_a_case_that_somebody_changed_meanwhile_is_left_and_a_stop_writes_nothing(clerk, colleague, filed):
    cases.act(colleague, filed[0].id, Action.DISPATCH)
    before = cases.row(filed[1].id)
    gone = many.act(clerk, filed[:2], Action.DISPATCH, DueRule().asking())
    assert [code for _, code in codes(gone.left)] == ["case.not_now"]
    assert gone.done[0].version == before.version + 1
    stopped = Operation()
    stopped.cancelled.set()
    with pytest.raises(Cancelled):
        many.act(clerk, filed[3:], Action.FILE, lambda _: Request(), stopped)
    assert cases.row(filed[3].id).state == CaseState.REGISTERED


def test_a_case_returned_before_keeps_its_day_and_chasing_names_who_signed(clerk, filed):
    first = cases.act(clerk, filed[0].id, Action.DISPATCH)
    cases.act(clerk, first.id, Action.RETURN, Request(words="不属职责"))
    again = cases.row(first.id)
    gone = many.act(clerk, [again, filed[1]], Action.DISPATCH, DueRule(day=dt.date(2019, 4, 1)).asking())
    assert [row.due for row in gone.done] == [first.due, dt.date(2019, 4, 1)]
    signed = many.act(clerk, gone.done[:1], Action.ACCEPT, lambda _: Request(person="示例·签某"))
    both = (*signed.done, gone.done[1])
    chased = many.act(clerk, both, Action.CHASE, lambda _: Request(channel="电话"))
    assert cases.log(first.id)[-1].concerning == "示例·签某 电话"
    assert codes(chased.left) == [("热线占线", "case.person_needed")]
    assert {row.unit for row in gone.done} == {UNIT, OTHER_UNIT}
