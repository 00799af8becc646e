"""What tests of follow-up share: a colleague, a key in a file, cases of each kind, one act by another."""

import datetime as dt
import io
from collections.abc import Callable

import pytest

from xcdesk.codes import CaseKind, CaseResult, Role
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseRow, NewCase, Petitioner, Request, keys
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.record.actor import Actor

MONDAY = dt.date(2019, 3, 4)
UNIT, OTHER_UNIT = "市教育局", "市公安局"
PICTURE = NewFile("现场.png", lambda: io.BytesIO(b"picture"))
SOMEBODY = Petitioner("示例·来某", "13812345678", "示例路1号", "410000199001010000", "晚上在家")


@pytest.fixture
def colleague(hire) -> Actor:
    """A second clerk, who judges what the first has entered."""
    return hire("lin", "示例·林某", "宣传干事", Role.CLERK)


@pytest.fixture
def key(administrator) -> str:
    """The office has a key, kept in a file of this machine; gives its recovery key."""
    return keys.make(administrator, KeyPlace.FILE)


@pytest.fixture
def monday(on_day) -> Callable[[dt.date], None]:
    """Today is Monday, 4 March 2019; gives what moves it."""
    on_day(MONDAY)
    return on_day


def new(kind: CaseKind = CaseKind.FINDING, **words) -> NewCase:
    """A case to register."""
    promised = {"promise": "三日内办结", "promised_on": dt.date(2019, 6, 28)}
    more = promised if kind == CaseKind.COMMITMENT else {}
    return NewCase(kind, words.pop("title", "窗口无人值守"), words.pop("unit", UNIT), **more, **words)


def dispatched(actor: Actor, kind: CaseKind = CaseKind.FINDING, due: dt.date | None = None) -> CaseRow:
    """A case that the department has."""
    case = cases.register(actor, new(kind))
    cases.act(actor, case.id, Action.FILE)
    return cases.act(actor, case.id, Action.DISPATCH, Request(due=due))


def accepted(actor: Actor, kind: CaseKind = CaseKind.FINDING, due: dt.date | None = None) -> CaseRow:
    """A case that the department has signed for."""
    case = dispatched(actor, kind, due)
    return cases.act(actor, case.id, Action.ACCEPT, Request(person="示例·签某"))


def answer(actor: Actor, case: CaseRow, **more) -> CaseRow:
    """The department's answer, with evidence."""
    result = CaseResult.KEPT if case.kind == CaseKind.COMMITMENT else CaseResult.SOLVED
    request = Request(words="已经整改", result=result, files=(PICTURE,), **more)
    return cases.act(actor, case.id, Action.ANSWER, request)


def refused(code: str, actor: Actor, case: CaseRow, action: Action, request: Request | None = None) -> None:
    """An act is refused with this code, and nothing of it is written."""
    before = cases.row(case.id), len(cases.log(case.id))
    with pytest.raises(Exception) as caught:  # noqa: PT011  # the code is what counts
        cases.act(actor, case.id, action, request)
    assert getattr(caught.value, "code", caught.value) == code
    assert (cases.row(case.id), len(cases.log(case.id))) == before
