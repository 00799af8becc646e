"""Registering a case, changing it before it is dispatched, and taking back what was registered by mistake."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from peewee import fn

from xcdesk import clock
from xcdesk.codes import CaseKind, CaseState
from xcdesk.db.base import database
from xcdesk.errors import NotFoundError
from xcdesk.lexicon import Lexicon
from xcdesk.models import Case
from xcdesk.services.cases import facts, plain, private, refusals, subjects
from xcdesk.services.cases.rows import (
    REGISTERED,
    Action,
    CaseChange,
    CaseRow,
    NewCase,
    Petitioner,
    Request,
)
from xcdesk.services.cases.words import number
from xcdesk.services.cases.writing import Act, begin, move, note, numbers_alone
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import lexicon
from xcdesk.wording import text

_SHOWN = {"body": "text"}
"""Fields whose word stands under another name."""


def register(actor: Actor, new: NewCase) -> CaseRow:
    """Write down a case; it is given the next number of its kind and year.

    Args:
        actor: who registers it.
        new: what it is. Private details of a complaint are encrypted before they are written.

    Raises:
        OutletSubjectError, UnknownSubjectError: its subject is no unit of the roster.
        SourceOfKindError, NoPetitionerError, NoPromiseError, OnlyCommitmentsError: it does not fit its kind.
        PrivateInTextError: title or text name who complained.
        NoCaseKeyError, KeyringError: private details cannot be kept on this machine.
        MissingTextError, BadTextError, FutureDayError: nothing was written.
    """
    with database.atomic():
        return facts.row(enter(actor, new, lexicon.load()))


def enter(actor: Actor, new: NewCase, words: Lexicon) -> int:
    """Register one of many cases: the same by names that were read once; answers the id of version 1."""
    fields, kept = _checked(new, words)
    with database.atomic():
        made = Case.create(**fields, **_number(new.kind), kind=new.kind, registered_by=actor.id)
        if kept:
            private.keep(made.id, kept)
        note(actor, made, Act(REGISTERED, CaseState.REGISTERED, CaseState.REGISTERED, detail=made.kind.value))
    return int(made.id)


def check(new: NewCase, words: Lexicon) -> None:
    """Raise what `register` would raise, but for a key that is not here; nothing is written."""
    _checked(new, words)


def change(actor: Actor, case_id: int, wanted: CaseChange, *, version: int | None = None) -> CaseRow:
    """Change a case that was not dispatched yet; what is the same again is no event.

    Raises:
        NotNowError: the department has it already: what it was given stays as it was.
        CaseChangedError: somebody did something to it meanwhile; and what `register` raises.
    """
    with database.atomic():
        case, now, target = begin(actor, case_id, Action.EDIT, Request(version=version))
        fields = _changed(case, wanted)
        plain.require_plain(now.kind, [str(fields.get(name, "")) for name in ("title", "body")])
        changes = audit.differences(case, fields, untold=("body", "promise"))
        if not changes:
            return now.row
        names = "、".join(text(f"field.{_SHOWN.get(name, name)}", "zh") for name in sorted(changes))
        act = Act(Action.EDIT, now.state, target, concerning=names)
        return move(actor, case, act, fields, {"changes": changes})


def remove(actor: Actor, case_id: int, version: int) -> int:
    """Lay a case into the trash that was registered by mistake; returns its new version.

    Raises:
        NotRemovableError: something has been done about it; it is declined or merged instead.
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        case = facts.find(case_id)
        if case.state != CaseState.REGISTERED:
            raise refusals.NotRemovableError(number=number(case))
        stepped = rows.save_versioned(case, version, {"removed_at": clock.utc_now()})
        audit.record(actor, "case.removed", f"followup_case:{case_id}", title=case.title)
    return stepped


def restore(actor: Actor, case_id: int, version: int) -> int:
    """Put a case back from the trash; returns its new version.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        case = Case.get_or_none(Case.id == case_id)
        if case is None:
            raise NotFoundError(what="followup_case", name=case_id)
        stepped = rows.save_versioned(case, version, {"removed_at": None})
        audit.record(actor, "case.restored", f"followup_case:{case_id}", title=case.title)
    return stepped


def blank(ids: Sequence[int]) -> None:
    """Empty cases that lie in the trash for good, inside the caller's transaction.

    Number and first event stay, so that the register has no gap that nobody can explain.
    """
    private.drop(ids)
    emptied = Case.update(title="", body="", promise="", version=Case.version + 1)
    emptied.where(Case.id.in_(list(ids)) & Case.removed_at.is_null(False)).execute()


def _checked(new: NewCase, words: Lexicon) -> tuple[dict[str, Any], Petitioner]:
    fields = _fields(new, words)
    kept = private.cleaned(new.petitioner)
    if kept and new.kind != CaseKind.COMPLAINT:
        raise refusals.NoPetitionerError(field="petitioner")
    plain.require_plain(new.kind, (fields["title"], fields["body"]), kept)
    return fields, kept


def _fields(new: NewCase, words: Lexicon) -> dict[str, Any]:
    return {
        "title": plain.title(new.title),
        "body": rows.clean_text("text", new.body),
        "source": subjects.source_of(new.kind, new.source),
        "unit": subjects.subject(new.unit, words),
        "important": new.important,
        "received_on": _past(new.received_on or clock.today()),
        **_promised(new.kind, new.promise, new.promised_on, new.interviewed_on),
    }


def _promised(
    kind: CaseKind, promise: str, until: dt.date | None, interviewed: dt.date | None
) -> dict[str, Any]:
    said = rows.clean_text("promise", promise)
    if kind != CaseKind.COMMITMENT:
        if said or until or interviewed:
            raise refusals.OnlyCommitmentsError(action="promise", kind=kind.value)
        return {}
    if not said or until is None:
        raise refusals.NoPromiseError(field="promise" if not said else "promised_on")
    return {"promise": said, "promised_on": until, "interviewed_on": interviewed and _past(interviewed)}


def _changed(case: Case, wanted: CaseChange) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if wanted.title is not None:
        fields["title"] = plain.title(wanted.title)
    if wanted.body is not None:
        fields["body"] = rows.clean_text("text", wanted.body)
    if wanted.unit is not None:
        fields["unit"] = subjects.subject(wanted.unit, lexicon.load())
    if wanted.source is not None:
        fields["source"] = subjects.source_of(case.kind, wanted.source)
    if wanted.important is not None:
        fields["important"] = wanted.important
    if wanted.received_on is not None:
        fields["received_on"] = _past(wanted.received_on)
    if wanted.promise is not None or wanted.promised_on is not None:
        promise = case.promise if wanted.promise is None else wanted.promise
        until = wanted.promised_on or case.promised_on
        fields |= _promised(case.kind, promise, until, case.interviewed_on)
    return fields


def _past(day: dt.date) -> dt.date:
    if day > clock.today():
        raise refusals.FutureDayError(day=day)
    return day


def _number(kind: CaseKind) -> dict[str, int]:
    """The next number of a kind in this year; the trash keeps the numbers of what lies there."""
    numbers_alone()
    year = clock.today().year
    used = Case.select(fn.MAX(Case.number)).where((Case.kind == kind) & (Case.year == year))
    return {"year": year, "number": int(used.scalar() or 0) + 1}
