"""Whether cases are what their events say, and private details can be read and belong to complaints."""

from typing import Any

from peewee import fn

from xcdesk.codes import CaseKind, CaseState
from xcdesk.errors import DeskError
from xcdesk.models import AuditEntry, Case, CaseEvent, CasePrivate
from xcdesk.services.cases import keys, private
from xcdesk.services.cases.rows import OVER
from xcdesk.services.cases.words import number


def wrong() -> tuple[str, ...]:
    """Numbers of cases with which something is wrong, in their order."""
    found = {case.id: number(case) for case in _unlike_their_events()}
    found |= {case.id: number(case) for case in _unfrozen()}
    bare = Case.select().join(CasePrivate).where(Case.kind != CaseKind.COMPLAINT)
    found |= {case.id: number(case) for case in bare}
    told = [found[case] for case in sorted(found)]
    return tuple(dict.fromkeys([*told, *_unreadable()]))


def key_state() -> str:
    """``none`` while the office has no key, ``here`` or ``elsewhere`` for this machine."""
    if not keys.office_key():
        return "none"
    return "here" if keys.is_here() else "elsewhere"


def _unlike_their_events() -> list[Case]:
    """Cases whose state is not that of their last act, or of which the record tells more or fewer acts."""
    last: Any = CaseEvent.alias()
    ids = last.select(fn.MAX(last.id)).where(last.action != "took_in").group_by(last.case)
    query: Any = CaseEvent.select(CaseEvent.case, CaseEvent.to_state).where(CaseEvent.id.in_(ids))
    states = dict(query.tuples())
    noted: Any = CaseEvent.select(CaseEvent.case, fn.COUNT(CaseEvent.id)).group_by(CaseEvent.case).tuples()
    events = {f"followup_case:{case}": count for case, count in noted}
    acts = AuditEntry.subject.startswith("followup_case:")
    acts &= AuditEntry.action.not_in(("case.removed", "case.restored"))
    told: Any = AuditEntry.select(AuditEntry.subject, fn.COUNT(AuditEntry.id)).where(acts)
    record = dict(told.group_by(AuditEntry.subject).tuples())
    return [
        case
        for case in Case.select()
        if CaseState(states.get(case.id, case.state)) != case.state
        or events.get(f"followup_case:{case.id}", 0) != record.get(f"followup_case:{case.id}", 0)
    ]


def _unfrozen() -> list[Case]:
    """Cases that are over without a day, or not over with one."""
    over = Case.state.in_(OVER)
    query = Case.select().where((over & Case.closed_on.is_null()) | (~over & Case.closed_on.is_null(False)))
    return list(query)


def _unreadable() -> tuple[str, ...]:
    """Private details that the key of this machine does not open; nothing where it is not here."""
    try:
        return private.unreadable()
    except DeskError:
        return ()
