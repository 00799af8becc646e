"""What can be done to a case in which state, and under which conditions: the one transition table."""

from xcdesk.codes import CallBack, CaseKind, CaseState
from xcdesk.errors import DeskError
from xcdesk.services.cases import guards, inputs, refusals
from xcdesk.services.cases.guards import Guard
from xcdesk.services.cases.rows import ANSWERABLE, OPEN, OVER, RUNNING, Action
from xcdesk.services.cases.situation import Situation
from xcdesk.services.cases.words import action_label, state_label
from xcdesk.wording import Label
from xcdesk.workflow import Machine, Transition


def _not_now(action: Action, state: CaseState) -> DeskError:
    way_out = Label(f"case.way_out.{state.value}")
    return refusals.NotNowError(action=action_label(action), state=state_label(state), way_out=way_out)


def _after_return(now: Situation) -> CaseState:
    """The first return is the clerk's; the second waits for a leader where the case stands."""
    return CaseState.FILED if not now.row.returns else now.state


def _after_passing(now: Situation) -> CaseState:
    """Somebody who complained is called back, a promise is looked into, a finding by sample."""
    looked_into = now.kind != CaseKind.FINDING or now.given.verify
    return CaseState.VERIFYING if looked_into else CaseState.CLOSED


def _after_calling(now: Situation) -> CaseState:
    """Whoever is not satisfied gets it done again once; then a leader decides."""
    again = now.given.said == CallBack.DISSATISFIED and not now.row.dissatisfied
    return CaseState.REOPENED if again else CaseState.VERIFYING


def _after_reopening(now: Situation) -> CaseState:
    """A case that no department has, because it was taken back before, is dispatched first."""
    return CaseState.REOPENED if now.row.sent_on is not None else CaseState.FILED


_REGISTERED, _FILED, _DISPATCHED = CaseState.REGISTERED, CaseState.FILED, CaseState.DISPATCHED
_ACCEPTED, _WORKING, _ANSWERED = CaseState.ACCEPTED, CaseState.WORKING, CaseState.ANSWERED
_VERIFYING, _CLOSED, _REOPENED = CaseState.VERIFYING, CaseState.CLOSED, CaseState.REOPENED
_MERGED, _DECLINED = CaseState.MERGED, CaseState.DECLINED
_Row = Transition[CaseState, Action, Situation]
_HANDED_OUT = (*RUNNING, _ANSWERED, _VERIFYING, _CLOSED)
_THERE = (*OPEN, _CLOSED)


def _of(action: Action, sources: tuple[CaseState, ...], target: CaseState, *conditions: Guard) -> _Row:
    """An act that leads to one state and looks at the version on the screen besides its own conditions."""
    return Transition(action, sources, (target,), (*conditions, guards.unchanged(action)))


def _aside(action: Action, states: tuple[CaseState, ...], *conditions: Guard) -> tuple[_Row, ...]:
    """An act that is written down and leaves the case in its state."""
    return tuple(_of(action, (state,), state, *conditions) for state in states)


_BEGINNING: tuple[_Row, ...] = (
    *_aside(Action.EDIT, (_REGISTERED, _FILED)),
    _of(Action.FILE, (_REGISTERED,), _FILED),
    _of(
        Action.DECLINE,
        (_REGISTERED,),
        _DECLINED,
        guards.by_the_head(Action.DECLINE),
        inputs.with_words(Action.DECLINE),
    ),
    _of(Action.MERGE, (_REGISTERED, _FILED), _MERGED, inputs.with_words(Action.MERGE), inputs.into_another),
    _of(
        Action.DISPATCH,
        (_FILED,),
        _DISPATCHED,
        guards.head_if_important(Action.DISPATCH),
        inputs.due_as_it_runs,
        inputs.due_ahead,
    ),
)

_WITH_THE_DEPARTMENT: tuple[_Row, ...] = (
    _of(
        Action.ACCEPT,
        (_DISPATCHED,),
        _ACCEPTED,
        guards.no_return_pending(Action.ACCEPT),
        inputs.with_a_receiver,
        inputs.not_a_future_day,
    ),
    *(
        Transition(
            Action.RETURN,
            (source,),
            (_FILED, source),
            (
                guards.no_return_pending(Action.RETURN),
                guards.not_returned_twice,
                guards.within_return_days,
                inputs.with_words(Action.RETURN),
                guards.unchanged(Action.RETURN),
            ),
            rule=_after_return,
        )
        for source in (_DISPATCHED, _ACCEPTED)
    ),
    _of(
        Action.GRANT_RETURN,
        (_DISPATCHED, _ACCEPTED),
        _FILED,
        guards.by_the_head(Action.GRANT_RETURN),
        guards.return_pending,
    ),
    *_aside(
        Action.REFUSE_RETURN,
        (_DISPATCHED, _ACCEPTED),
        guards.by_the_head(Action.REFUSE_RETURN),
        guards.return_pending,
        inputs.with_words(Action.REFUSE_RETURN),
    ),
    _of(
        Action.REPORT,
        ANSWERABLE,
        _WORKING,
        guards.no_return_pending(Action.REPORT),
        inputs.with_words(Action.REPORT),
    ),
    *_aside(
        Action.ASK_EXTENSION,
        ANSWERABLE,
        guards.no_extension_pending,
        guards.before_the_due_day_ends,
        inputs.with_words(Action.ASK_EXTENSION),
        inputs.later_than_due,
    ),
    *_aside(
        Action.EXTEND,
        ANSWERABLE,
        guards.by_the_head(Action.EXTEND),
        guards.extension_pending,
        inputs.granted_later,
    ),
    *_aside(
        Action.REFUSE_EXTENSION,
        ANSWERABLE,
        guards.by_the_head(Action.REFUSE_EXTENSION),
        guards.extension_pending,
        inputs.with_words(Action.REFUSE_EXTENSION),
    ),
    *_aside(Action.CHASE, RUNNING, inputs.with_a_person),
    *_aside(Action.NOTICE, RUNNING, guards.level_fits, inputs.with_words(Action.NOTICE)),
)

_ANSWERING: tuple[_Row, ...] = (
    _of(
        Action.ANSWER,
        ANSWERABLE,
        _ANSWERED,
        guards.no_return_pending(Action.ANSWER),
        inputs.with_a_result,
        inputs.with_words(Action.ANSWER),
        inputs.with_evidence,
        inputs.not_a_future_day,
    ),
    _of(
        Action.SEND_BACK,
        (_ANSWERED, _VERIFYING),
        _WORKING,
        guards.not_the_entrant(Action.SEND_BACK),
        inputs.with_words(Action.SEND_BACK),
    ),
    Transition(
        Action.PASS,
        (_ANSWERED,),
        (_VERIFYING, _CLOSED),
        (
            guards.not_the_entrant(Action.PASS),
            guards.head_if_important(Action.PASS),
            guards.unchanged(Action.PASS),
        ),
        rule=_after_passing,
    ),
    Transition(
        Action.CALL_BACK,
        (_VERIFYING,),
        (_VERIFYING, _REOPENED),
        (
            guards.of_kind(refusals.OnlyComplaintsError, CaseKind.COMPLAINT, Action.CALL_BACK),
            guards.not_the_entrant(Action.CALL_BACK),
            inputs.with_what_was_said,
            inputs.not_a_future_day,
            guards.unchanged(Action.CALL_BACK),
        ),
        rule=_after_calling,
    ),
    _of(
        Action.CLOSE,
        (_VERIFYING,),
        _CLOSED,
        guards.not_the_entrant(Action.CLOSE),
        guards.head_if_important(Action.CLOSE),
        guards.called_back_enough,
    ),
    Transition(
        Action.REOPEN,
        (_CLOSED,),
        (_REOPENED, _FILED),
        (
            guards.by_the_head(Action.REOPEN),
            inputs.with_words(Action.REOPEN),
            inputs.due_ahead,
            guards.unchanged(Action.REOPEN),
        ),
        rule=_after_reopening,
    ),
    _of(
        Action.WITHDRAW,
        OPEN,
        _CLOSED,
        guards.of_kind(refusals.OnlyComplaintsError, CaseKind.COMPLAINT, Action.WITHDRAW),
        guards.by_the_head(Action.WITHDRAW),
        inputs.with_words(Action.WITHDRAW),
    ),
    _of(
        Action.TRANSFER,
        RUNNING,
        _DISPATCHED,
        guards.by_the_head(Action.TRANSFER),
        guards.no_return_pending(Action.TRANSFER),
        inputs.with_words(Action.TRANSFER),
        inputs.due_ahead,
    ),
)

_FINDING = CaseKind.FINDING

_BESIDES: tuple[_Row, ...] = (
    *_aside(
        Action.INTERVIEW,
        _THERE,
        guards.of_kind(refusals.OnlyCommitmentsError, CaseKind.COMMITMENT, Action.INTERVIEW),
        inputs.not_a_future_day,
    ),
    *_aside(Action.LINK, _THERE, inputs.not_linked_yet),
    *_aside(Action.UNLINK, _THERE, inputs.linked),
    *_aside(Action.EVIDENCE, _THERE, inputs.with_files),
    *_aside(
        Action.REPLY,
        _HANDED_OUT,
        guards.of_kind(refusals.OnlyFindingsError, _FINDING, Action.REPLY),
        guards.answered_before,
        inputs.with_words(Action.REPLY),
        inputs.not_a_future_day,
    ),
    *_aside(
        Action.PUBLISH,
        _HANDED_OUT,
        guards.of_kind(refusals.OnlyFindingsError, _FINDING, Action.PUBLISH),
        guards.reply_on_record,
    ),
    *_aside(Action.UNMASK, (*OPEN, *OVER), guards.private_there, inputs.with_words(Action.UNMASK)),
    *_aside(
        Action.AMEND,
        OPEN,
        guards.of_kind(refusals.OnlyComplaintsError, CaseKind.COMPLAINT, Action.AMEND),
        inputs.with_words(Action.AMEND),
    ),
    *_aside(
        Action.FORGET,
        (*OPEN, *OVER),
        guards.private_there,
        guards.by_the_head(Action.FORGET),
        inputs.with_words(Action.FORGET),
    ),
    *_aside(Action.ERASE, OVER, guards.private_there),
)

MACHINE: Machine[CaseState, Action, Situation] = Machine(
    initial=_REGISTERED,
    states=tuple(CaseState),
    not_now=_not_now,
    table=(*_BEGINNING, *_WITH_THE_DEPARTMENT, *_ANSWERING, *_BESIDES),
)
"""Follow-up."""
