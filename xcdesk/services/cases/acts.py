"""What is done to a case: each act is one transaction, one event and one audit row."""

from dataclasses import replace

from xcdesk.codes import CaseState
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import Case, CaseLink, CaseUnit
from xcdesk.services.cases import case_files, facts, plain, refusals, subjects
from xcdesk.services.cases.effects import EFFECTS, over
from xcdesk.services.cases.rows import OVER, TOOK_IN, Action, ActionRow, CaseRow, Request
from xcdesk.services.cases.rules import MACHINE
from xcdesk.services.cases.situation import Situation
from xcdesk.services.cases.words import number
from xcdesk.services.cases.writing import Act, begin, move, note
from xcdesk.services.record import rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import lexicon


def act(actor: Actor, case_id: int, action: Action, request: Request | None = None) -> CaseRow:
    """Do something to a case.

    Args:
        actor: who does it.
        case_id: which case.
        action: one of `ACTS`.
        request: what the act takes; `Request` tells which.

    Raises:
        NotFoundError, CaseChangedError: the case is not what was on the screen.
        DeskError: a code of area ``case``, the one that `refusal` gives; nothing was written.
    """
    request = _cleaned(request or Request())
    with database.atomic():
        case, now, target = begin(actor, case_id, action, request)
        plain.require_plain(now.kind, (request.words, request.person, *(file.name for file in request.files)))
        done = EFFECTS[action](now)
        if target in OVER and now.state not in OVER:
            done = over(now, target, done)
        _beside(actor, case, action, now)
        event = Act(
            action,
            now.state,
            target,
            words=request.words,
            day=done.day or request.day,
            detail=done.detail,
            concerning=done.concerning,
            sheet=done.sheet,
        )
        return move(actor, case, event, done.fields)


def refusal(actor: Actor, case_id: int, action: Action) -> DeskError | None:
    """Why this person cannot do something to a case now; None when he can."""
    case = facts.find(case_id)
    now = facts.situation(actor, case, None)
    return MACHINE.refusal(action, now.state, now)


def refusal_of(
    actor: Actor, case_id: int, action: Action, request: Request, state: CaseState | None = None
) -> DeskError | None:
    """Why an act with all that is given would be refused; None when it would go through.

    ``state`` takes the case as if an act before had brought it there.
    """
    now = facts.situation(actor, facts.find(case_id), _cleaned(request), action)
    refused = MACHINE.refusal(action, state or now.state, now)
    if refused is None:
        refused = plain.refusal(now.kind, (request.words, request.person))
    return refused


def actions(actor: Actor, case_id: int) -> tuple[ActionRow, ...]:
    """Every act there is and why this person cannot do it now; what he can do has no refusal."""
    case = facts.find(case_id)
    now = facts.situation(actor, case, None)
    return tuple(ActionRow(action, MACHINE.refusal(action, now.state, now)) for action in Action)


def _cleaned(request: Request) -> Request:
    return replace(
        request,
        words=rows.clean_text("words", request.words, 5000),
        person=rows.clean_text("person", request.person, plain.PERSON),
        channel=rows.clean_text("channel", request.channel, plain.PERSON),
    )


def _beside(actor: Actor, case: Case, action: Action, now: Situation) -> None:
    """What an act writes in other tables."""
    request = now.given
    if request.files and action in {Action.EVIDENCE, Action.ANSWER, Action.REPORT}:
        case_files.attach(actor, case, request.files)
    if action == Action.LINK:
        CaseLink.create(case=case.id, item=request.item)
    elif action == Action.UNLINK:
        CaseLink.delete().where((CaseLink.case == case.id) & (CaseLink.item == request.item)).execute()
    elif action in {Action.DISPATCH, Action.TRANSFER} and request.helpers:
        _help(case, request.helpers)
    elif action == Action.MERGE and request.into is not None:
        into = facts.find(request.into)
        told = number(case, "zh")
        note(actor, into, Act(TOOK_IN, into.state, into.state, words=request.words, concerning=told))


def _help(case: Case, names: tuple[str, ...]) -> None:
    words = lexicon.load()
    units = list(dict.fromkeys(subjects.subject(name, words) for name in names))
    if case.unit.id in units:
        raise refusals.HelpsItselfError(unit=case.unit.name)
    CaseUnit.delete().where(CaseUnit.case == case.id).execute()
    for unit in units:
        CaseUnit.create(case=case.id, unit=unit)


ACTS = tuple(EFFECTS)
"""Acts that `act` does; changing, and all about private details, have functions of their own."""
