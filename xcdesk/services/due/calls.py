"""Calls to outlets that owe something (催报): who phoned whom when, and what was answered; kept as rows."""

import datetime as dt
from dataclasses import dataclass, replace

from xcdesk import clock
from xcdesk.codes import CallAnswer, QuotaSubject, Vocabulary
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import CallNote, Outlet
from xcdesk.services.grid import cells, none_days
from xcdesk.services.grid.none_days import Cell, NoneRow
from xcdesk.services.office import terms
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor

_PERSON_LIMIT = 40


class NoReasonError(DeskError):
    """Whoever answers "none today" says why."""

    code = "call.no_reason"


@dataclass(frozen=True, slots=True)
class NewCall:
    """A call about what an outlet owes for ``day``; ``reason`` goes with the answer "none today" alone."""

    outlet_id: int
    day: dt.date
    subject: QuotaSubject
    answer: CallAnswer
    person: str = ""
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CallDone:
    """What noting a call did: the row at its version, and what was said for the day before."""

    id: int
    version: int
    new: NewCall
    none_before: NoneRow | None


def log_call(actor: Actor, new: NewCall) -> CallDone:
    """Note a call; the answer "none today" is entered for the day as well.

    Raises:
        NotFoundError: there is no such outlet.
        NoReasonError: none today, but no reason.
        NoneWithItemsError: something is logged for that day.
    """
    with database.atomic():
        if Outlet.get_or_none(Outlet.id == new.outlet_id) is None:
            raise NotFoundError(what="outlet", name=new.outlet_id)
        before = _none_of(new)
        made = CallNote.create(
            outlet=new.outlet_id,
            day=new.day,
            subject=new.subject,
            answer=new.answer,
            reason=_reason_code(new),
            person=rows.clean_text("person", new.person, _PERSON_LIMIT),
            note=rows.clean_text("note", new.note),
            called_by=actor.id,
        )
        _say_none(actor, new)
        audit.record(
            actor, "call.noted", f"call_note:{made.id}", outlet=new.outlet_id, answer=new.answer.value
        )
    return CallDone(int(made.id), 1, new, before)


def take_back_call(actor: Actor, done: CallDone) -> CallDone:
    """Take a call back that was noted by mistake, with what it said for the day.

    Raises:
        StaleRowError: somebody changed the note meanwhile; nothing was written.
    """
    with database.atomic():
        stepped = rows.save_versioned(_get(done.id), done.version, {"removed_at": clock.utc_now()})
        if done.new.answer == CallAnswer.NONE_TODAY:
            _restore_none(actor, done)
        audit.record(actor, "call.taken_back", f"call_note:{done.id}")
    return replace(done, version=stepped)


def put_back_call(actor: Actor, done: CallDone) -> CallDone:
    """Note a call again that was taken back."""
    with database.atomic():
        stepped = rows.save_versioned(_get(done.id), done.version, {"removed_at": None})
        _say_none(actor, done.new)
        audit.record(actor, "call.noted", f"call_note:{done.id}")
    return replace(done, version=stepped)


def _reason_code(new: NewCall) -> str:
    if new.answer != CallAnswer.NONE_TODAY:
        return ""
    term = terms.find(Vocabulary.REASON, new.reason)
    if term is None:
        raise NoReasonError(field="reason")
    return term.code


def _none_of(new: NewCall) -> NoneRow | None:
    there = none_days.none_rows(new.day, new.day)
    return next((none for none in there if none.cell.outlet_id == new.outlet_id), None)


def _say_none(actor: Actor, new: NewCall) -> None:
    if new.answer == CallAnswer.NONE_TODAY:
        cells.set_none_today(actor, Cell(new.outlet_id, new.day), new.reason, new.note)


def _restore_none(actor: Actor, done: CallDone) -> None:
    cell = Cell(done.new.outlet_id, done.new.day)
    before = done.none_before
    if before is None:
        cells.clear_none_today(actor, cell)
    else:
        cells.set_none_today(actor, cell, before.reason, before.note)


def _get(call: int) -> CallNote:
    row = CallNote.get_or_none(CallNote.id == call)
    if row is None:
        raise NotFoundError(what="call", name=call)
    return row
