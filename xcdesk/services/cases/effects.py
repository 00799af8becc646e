"""What each act on a case writes besides the state: the second half of the transition table, as data too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from xcdesk.codes import CallBack, CaseResult, CaseSheet, CaseState, MaterialKind
from xcdesk.models import CoverageItem, Material, Unit
from xcdesk.services.cases import refusals, subjects
from xcdesk.services.cases.rows import Action
from xcdesk.services.cases.situation import Situation
from xcdesk.services.cases.words import number
from xcdesk.services.roster import lexicon


@dataclass(frozen=True, slots=True)
class Effect:
    """What an act writes besides the state: fields of the case, and what its event tells."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    detail: str = ""
    concerning: str = ""
    day: Any = None
    sheet: CaseSheet | None = None


def _nothing(_: Situation) -> Effect:
    return Effect()


def _merge(now: Situation) -> Effect:
    into = now.into
    return Effect({"merged_into": into.id}, concerning=number(into, "zh")) if into else Effect()


def _dispatch(now: Situation) -> Effect:
    row, today = now.row, now.today
    due = row.due or now.given.due or now.default_due
    fields = {
        "dispatched_on": row.dispatched_on or today,
        "sent_on": today,
        "due": due,
        "original_due": row.original_due or due,
    }
    return Effect(fields, concerning="、".join(now.given.helpers), day=due, sheet=CaseSheet.DISPATCH)


def _accept(now: Situation) -> Effect:
    day = now.given.day or now.today
    return Effect({"receiver": now.given.person, "accepted_on": day}, concerning=now.given.person, day=day)


def _return(now: Situation) -> Effect:
    if now.row.returns:
        return Effect({"return_asked": True}, detail="asked")
    return Effect({"returns": 1, **_TAKEN_BACK})


_TAKEN_BACK: Mapping[str, Any] = {"sent_on": None, "receiver": "", "accepted_on": None}
"""What a case loses with the department; its clock runs on."""


def _grant_return(now: Situation) -> Effect:
    returns = now.row.returns + 1
    return Effect({"returns": returns, "return_asked": False, **_TAKEN_BACK})


def _refuse_return(now: Situation) -> Effect:
    return Effect({"returns": now.row.returns + 1, "return_asked": False})


def _ask_extension(now: Situation) -> Effect:
    return Effect({"asked_due": now.given.due}, day=now.given.due)


def _extend(now: Situation) -> Effect:
    due = now.given.due or now.row.asked_due
    return Effect({"due": due, "asked_due": None, "extensions": now.row.extensions + 1}, day=due)


def _refuse_extension(_: Situation) -> Effect:
    return Effect({"asked_due": None})


def _chase(now: Situation) -> Effect:
    return Effect(concerning=" ".join(filter(None, (now.given.person, now.given.channel))))


def _notice(now: Situation) -> Effect:
    level = now.given.level
    detail = level.value if level else ""
    return Effect({"notice": level}, detail=detail, concerning=now.row.unit, sheet=CaseSheet.NOTICE)


def _answer(now: Situation) -> Effect:
    day, result = now.given.day or now.today, now.given.result
    fields = {
        "answer": now.given.words,
        "result": result,
        "answered_on": day,
        "answered_by": now.actor.id,
        "asked_due": None,
    }
    return Effect(fields, detail=result.value if result else "", day=day)


def _again(now: Situation) -> dict[str, Any]:
    """A further round: what was answered stands in the events alone."""
    fresh = dict.fromkeys(("result", "answered_on", "answered_by", "called_back"))
    return {**fresh, "attempts": 0, "round": now.row.round + 1}


def _send_back(now: Situation) -> Effect:
    return Effect(_again(now))


def _call_back(now: Situation) -> Effect:
    said, row = now.given.said, now.row
    detail = said.value if said else ""
    fields: dict[str, Any] = {"called_back": said, "attempts": row.attempts + 1}
    if said == CallBack.DISSATISFIED:
        fields["dissatisfied"] = row.dissatisfied + 1
        if not row.dissatisfied:
            again = now.days.after(now.today, now.rules.redo_days)
            due = max(row.due or again, again)
            return Effect({**fields, **_again(now), "called_back": said, "due": due}, detail, day=due)
    return Effect(fields, detail)


def _reopen(now: Situation) -> Effect:
    fields = {**_again(now), "closed_on": None, "reopened": now.row.reopened + 1, "notice": None}
    if now.row.sent_on is None:
        return Effect(fields)
    due = now.given.due or now.days.after(now.today, now.rules.days(now.kind))
    return Effect({**fields, "due": due}, day=due)


def _withdraw(_: Situation) -> Effect:
    return Effect({"result": CaseResult.WITHDRAWN, "asked_due": None, "return_asked": False})


def _transfer(now: Situation) -> Effect:
    unit = subjects.subject(now.given.unit, lexicon.load())
    if unit == now.row.unit_id:
        raise refusals.SameUnitError(unit=now.row.unit)
    due = now.given.due or now.row.due
    fields = {
        "unit": unit,
        "due": due,
        "sent_on": now.today,
        "receiver": "",
        "accepted_on": None,
        "asked_due": None,
    }
    moved = f"{now.row.unit} → {Unit.get_by_id(unit).name}"
    return Effect(fields, concerning=moved, day=due, sheet=CaseSheet.DISPATCH)


def _interview(now: Situation) -> Effect:
    day = now.given.day or now.today
    return Effect({"interviewed_on": day}, day=day)


def _reply(now: Situation) -> Effect:
    day = now.given.day or now.today
    return Effect({"reply": now.given.words, "replied_on": day}, day=day)


def _link(now: Situation) -> Effect:
    item = CoverageItem.get_or_none((CoverageItem.id == now.given.item) & CoverageItem.removed_at.is_null())
    if item is None:
        raise refusals.ItemNeededError(item=now.given.item)
    return Effect(concerning=item.title, detail=str(item.id), day=item.day)


def _unlink(now: Situation) -> Effect:
    return Effect(detail=str(now.given.item))


def _evidence(now: Situation) -> Effect:
    return Effect(concerning="、".join(file.name for file in now.given.files))


def _publish(now: Situation) -> Effect:
    material = Material.get_or_none(
        (Material.id == now.given.material) & (Material.kind == MaterialKind.FINDING)
    )
    if material is None:
        raise refusals.NotFindingTextError()
    return Effect({"published": material.id}, concerning=material.title, detail=str(material.id))


def over(now: Situation, target: CaseState, done: Effect) -> Effect:
    """The end of a case: its day, and the sheet of one that was closed."""
    if target != CaseState.CLOSED:
        return replace(done, fields={**done.fields, "closed_on": now.today})
    fields = {**done.fields, "closed_on": now.today, **_frozen(now)}
    return replace(done, fields=fields, sheet=CaseSheet.CLOSING)


def _frozen(now: Situation) -> dict[str, Any]:
    """Whether the answer came in time, and after how many rounds: frozen at the first closing for good."""
    row = now.row
    if row.timely is not None or row.answered_on is None or row.due is None:
        return {}
    late = row.answered_on > row.due
    days = max(1, now.days.passed(row.due, row.answered_on)) if late else 0
    return {"timely": not late, "late_days": days, "closing_round": row.round}


EFFECTS: Mapping[Action, Callable[[Situation], Effect]] = {
    Action.FILE: _nothing,
    Action.DECLINE: _nothing,
    Action.MERGE: _merge,
    Action.DISPATCH: _dispatch,
    Action.ACCEPT: _accept,
    Action.RETURN: _return,
    Action.GRANT_RETURN: _grant_return,
    Action.REFUSE_RETURN: _refuse_return,
    Action.REPORT: _nothing,
    Action.ASK_EXTENSION: _ask_extension,
    Action.EXTEND: _extend,
    Action.REFUSE_EXTENSION: _refuse_extension,
    Action.CHASE: _chase,
    Action.NOTICE: _notice,
    Action.ANSWER: _answer,
    Action.SEND_BACK: _send_back,
    Action.PASS: _nothing,
    Action.CALL_BACK: _call_back,
    Action.CLOSE: _nothing,
    Action.REOPEN: _reopen,
    Action.WITHDRAW: _withdraw,
    Action.TRANSFER: _transfer,
    Action.INTERVIEW: _interview,
    Action.LINK: _link,
    Action.UNLINK: _unlink,
    Action.EVIDENCE: _evidence,
    Action.REPLY: _reply,
    Action.PUBLISH: _publish,
}
