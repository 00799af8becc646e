"""How an act on a case is written down: the case, one event, one entry of the record, in one transaction."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peewee import fn

from xcdesk import clock
from xcdesk.codes import CaseSheet, CaseState
from xcdesk.db import locks
from xcdesk.models import Case, CaseEvent
from xcdesk.services.cases import facts
from xcdesk.services.cases.rows import REGISTERED, TOOK_IN, Action, CaseRow, Request
from xcdesk.services.cases.rules import MACHINE
from xcdesk.services.cases.situation import Situation
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor

_NUMBERS_LOCK = 0x78636373
_PAST = {
    REGISTERED: "case.registered",
    TOOK_IN: "case.took_in",
    Action.EDIT: "case.changed",
    Action.FILE: "case.filed",
    Action.DECLINE: "case.declined",
    Action.MERGE: "case.merged",
    Action.DISPATCH: "case.dispatched",
    Action.ACCEPT: "case.accepted",
    Action.RETURN: "case.returned",
    Action.GRANT_RETURN: "case.return_granted",
    Action.REFUSE_RETURN: "case.return_refused",
    Action.REPORT: "case.reported",
    Action.ASK_EXTENSION: "case.extension_asked",
    Action.EXTEND: "case.extended",
    Action.REFUSE_EXTENSION: "case.extension_refused",
    Action.CHASE: "case.chased",
    Action.NOTICE: "case.notice_given",
    Action.ANSWER: "case.answered",
    Action.SEND_BACK: "case.sent_back",
    Action.PASS: "case.passed",
    Action.CALL_BACK: "case.called_back",
    Action.CLOSE: "case.closed",
    Action.REOPEN: "case.reopened",
    Action.WITHDRAW: "case.withdrawn",
    Action.TRANSFER: "case.transferred",
    Action.INTERVIEW: "case.interviewed",
    Action.LINK: "case.linked",
    Action.UNLINK: "case.unlinked",
    Action.EVIDENCE: "case.evidence_added",
    Action.REPLY: "case.reply_recorded",
    Action.PUBLISH: "case.made_public",
    Action.UNMASK: "case.unmasked",
    Action.AMEND: "case.private_changed",
    Action.FORGET: "case.private_forgotten",
    Action.ERASE: "case.private_erased",
}


@dataclass(frozen=True, slots=True)
class Act:
    """What is written down of one act: see `CaseEvent`."""

    action: str
    source: CaseState
    target: CaseState
    words: str = ""
    day: dt.date | None = None
    detail: str = ""
    concerning: str = ""
    sheet: CaseSheet | None = None


def begin(actor: Actor, case_id: int, action: Action, request: Request) -> tuple[Case, Situation, CaseState]:
    """Hold the case, and fire an act on it: the case, the situation, and the state it leads to.

    Raises:
        DeskError: the act is refused, for the reason that its button gave.
    """
    facts.hold(case_id)
    case = facts.find(case_id)
    now = facts.situation(actor, case, request, action)
    return case, now, MACHINE.fire(action, now.state, now)


def move(
    actor: Actor,
    case: Case,
    act: Act,
    changes: Mapping[str, Any],
    told: Mapping[str, object] | None = None,
) -> CaseRow:
    """Write a transition: the case, its event and its audit row, with what it ``told`` besides."""
    changed = {**changes, "state": act.target, "changed_at": clock.utc_now()}
    rows.save_versioned(case, case.version, changed)
    note(actor, facts.find(case.id), act, told)
    return facts.row(case.id)


def note(actor: Actor, case: Case, act: Act, told: Mapping[str, object] | None = None) -> None:
    """Write down an act: its event and its audit row, with what it ``told`` besides."""
    year = clock.today().year if act.sheet else None
    CaseEvent.create(
        case=case.id,
        who=actor.id,
        who_name=actor.name,
        who_post=actor.post,
        action=act.action,
        from_state=act.source,
        to_state=act.target,
        round=case.round,
        words=act.words,
        day=act.day,
        detail=act.detail,
        concerning=act.concerning[:200],
        sheet=act.sheet,
        sheet_year=year,
        sheet_number=_next_sheet(act.sheet, year) if act.sheet and year else None,
    )
    given = {"detail": act.detail, "concerning": act.concerning, "day": act.day, "due": case.due}
    audit.record(
        actor,
        _PAST[act.action],
        f"followup_case:{case.id}",
        **{"from": act.source, "to": act.target, "title": case.title, "round": case.round},
        **{name: value for name, value in given.items() if value not in (None, "")},
        **(told or {}),
    )


def numbers_alone() -> None:
    """Let no other desk take a number until the transaction ends."""
    locks.alone(_NUMBERS_LOCK)


def _next_sheet(sheet: CaseSheet, year: int) -> int:
    numbers_alone()
    used = CaseEvent.select(fn.MAX(CaseEvent.sheet_number)).where(
        (CaseEvent.sheet == sheet) & (CaseEvent.sheet_year == year)
    )
    return int(used.scalar() or 0) + 1
