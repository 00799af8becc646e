"""What a person must give with an act; asked only when it is done, so that a button need not know it yet."""

from functools import cache

from xcdesk.codes import CaseKind, CaseResult
from xcdesk.errors import DeskError
from xcdesk.services.cases import refusals
from xcdesk.services.cases.guards import Guard
from xcdesk.services.cases.rows import Action
from xcdesk.services.cases.situation import Situation
from xcdesk.services.cases.words import action_label, kind_label, number
from xcdesk.wording import Label, Listed

_OF_CASES = (CaseResult.SOLVED, CaseResult.PARTLY, CaseResult.IMPOSSIBLE)
RESULTS = {
    CaseKind.FINDING: _OF_CASES,
    CaseKind.COMPLAINT: _OF_CASES,
    CaseKind.COMMITMENT: (CaseResult.KEPT, CaseResult.KEPT_LATE, CaseResult.BROKEN, CaseResult.ADJUSTED),
}
"""How cases of each kind end."""


@cache
def with_words(action: Action) -> Guard:
    """Why, or what, is not left empty."""

    def guard(now: Situation) -> DeskError | None:
        if now.request is None or now.request.words:
            return None
        words = Label(f"case.words.{action.value}")
        return refusals.WordsNeededError(action=action_label(action), words=words)

    return guard


def with_a_receiver(now: Situation) -> DeskError | None:
    """Who signed for it is named."""
    return None if now.request is None or now.request.person else refusals.ReceiverNeededError()


def with_a_person(now: Situation) -> DeskError | None:
    """Who was spoken to is named."""
    return None if now.request is None or now.request.person else refusals.PersonNeededError()


def not_a_future_day(now: Situation) -> DeskError | None:
    """What is written down has happened."""
    day = now.given.day
    return refusals.FutureDayError(day=day) if day is not None and day > now.today else None


def due_ahead(now: Situation) -> DeskError | None:
    """The day until which is not past."""
    due = now.given.due
    return refusals.PastDueError(due=due) if due is not None and due < now.today else None


def due_as_it_runs(now: Situation) -> DeskError | None:
    """A case that was dispatched before keeps its day: the clock does not stop on a return."""
    due, running = now.given.due, now.row.due
    if running is None or due in {None, running}:
        return None
    return refusals.ClockRunsError(since=now.row.dispatched_on, due=running)


def later_than_due(now: Situation) -> DeskError | None:
    """The day asked for lies after the one that holds."""
    if now.request is None or now.row.due is None:
        return None
    wanted = now.request.due
    if wanted is not None and wanted > now.row.due:
        return None
    return refusals.NotLaterError(due=now.row.due)


def granted_later(now: Situation) -> DeskError | None:
    """The day that a leader grants, where he gives another than was asked for, is later too."""
    return None if now.given.due is None else later_than_due(now)


def with_a_result(now: Situation) -> DeskError | None:
    """What came of it is said, and fits the kind."""
    if now.request is None:
        return None
    result, fitting = now.request.result, RESULTS[now.kind]
    if result is None:
        return refusals.ResultNeededError()
    if result in fitting:
        return None
    known = Listed(tuple(each.value for each in fitting))
    return refusals.ResultOfKindError(
        kind=kind_label(now.kind), result=Label(f"case.result.{result.value}"), known=known
    )


def with_evidence(now: Situation) -> DeskError | None:
    """A finding or a commitment is answered with evidence, given now or before."""
    if now.request is None or now.kind == CaseKind.COMPLAINT:
        return None
    if now.evidence or now.request.files:
        return None
    return refusals.EvidenceNeededError(kind=kind_label(now.kind))


def with_what_was_said(now: Situation) -> DeskError | None:
    """What somebody who was called back said is chosen."""
    return None if now.request is None or now.request.said else refusals.SaidNeededError()


def with_files(now: Situation) -> DeskError | None:
    """There is a file."""
    return None if now.request is None or now.request.files else refusals.FilesNeededError()


def into_another(now: Situation) -> DeskError | None:
    """The case that it becomes part of is there, is another, and is not itself gone."""
    if now.request is None:
        return None
    into = now.into
    if into is None:
        return refusals.MergeTargetError(name=now.request.into or "")
    if into.id == now.row.id:
        return refusals.MergeItselfError(number=number(now.row))
    return refusals.MergeTargetError(name=number(into)) if into.state in {"merged", "declined"} else None


def not_linked_yet(now: Situation) -> DeskError | None:
    """The report does not belong to the case yet."""
    if now.request is None:
        return None
    if now.request.item is None:
        return refusals.ItemNeededError(item="")
    return refusals.LinkedAlreadyError() if now.request.item in now.links else None


def linked(now: Situation) -> DeskError | None:
    """The report belongs to the case."""
    return refusals.NotLinkedError() if now.request and now.request.item not in now.links else None
