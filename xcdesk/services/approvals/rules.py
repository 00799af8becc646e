"""What can be done to a material in which state, and under which conditions: the one transition table."""

from xcdesk.codes import MaterialState
from xcdesk.errors import DeskError
from xcdesk.services.approvals import deciding, guards, refusals
from xcdesk.services.approvals.guards import Guard
from xcdesk.services.approvals.rows import Action
from xcdesk.services.approvals.situation import Situation
from xcdesk.services.approvals.words import action_label, state_label
from xcdesk.wording import Label
from xcdesk.workflow import Machine, Transition


def _not_now(action: Action, state: MaterialState) -> DeskError:
    way_out = Label(f"material.way_out.{state.value}")
    return refusals.NotNowError(action=action_label(action), state=state_label(state), way_out=way_out)


def _after_agreeing(now: Situation) -> MaterialState:
    seat = now.seat
    done = now.bench is not None and seat is not None and now.bench.done_with(seat)
    return MaterialState.APPROVED if done and now.is_last_step else MaterialState.IN_REVIEW


def _after_paper(now: Situation) -> MaterialState:
    return MaterialState.APPROVED if paper_completes(now) and now.is_last_step else MaterialState.IN_REVIEW


def _after_correcting(now: Situation) -> MaterialState:
    return MaterialState.CORRECTED if now.request.replacing else now.state


def paper_completes(now: Situation) -> bool:
    """Whether the sheet in hand completes the step: the signatory's seat, or the role's one signature."""
    sheet, bench = now.request.paper, now.bench
    if bench is None or sheet is None:
        return False
    if sheet.person is None:
        return True
    seat = bench.seat_of(sheet.person)
    return seat is not None and bench.done_with(seat)


def _decides(action: Action) -> tuple[Guard, ...]:
    """Somebody whose turn it is at the step in hand, on a text that is not his own."""
    return (
        deciding.at_the_step(action),
        deciding.not_a_writer(action),
        deciding.not_the_submitter(action),
        deciding.in_turn(action),
        guards.unchanged_since_seen(action),
    )


_DRAFT, _IN_REVIEW, _RETURNED = MaterialState.DRAFT, MaterialState.IN_REVIEW, MaterialState.RETURNED
_APPROVED, _ISSUED, _VOIDED = MaterialState.APPROVED, MaterialState.ISSUED, MaterialState.VOIDED
_CORRECTED, _ARCHIVED, _DISCARDED = MaterialState.CORRECTED, MaterialState.ARCHIVED, MaterialState.DISCARDED
_Row = Transition[MaterialState, Action, Situation]


def _of(
    action: Action, sources: tuple[MaterialState, ...], target: MaterialState, *conditions: Guard
) -> _Row:
    """An act that leads to one state and looks at the version on the screen besides its own conditions."""
    return Transition(action, sources, (target,), (*conditions, guards.unchanged_since_seen(action)))


_WRITING: tuple[_Row, ...] = (
    _of(Action.EDIT, (_DRAFT,), _DRAFT),
    _of(Action.EDIT, (_RETURNED,), _RETURNED),
    # a changed text loses the agreements given on the older one and is reviewed again
    _of(Action.EDIT, (_IN_REVIEW, _APPROVED), _IN_REVIEW),
    Transition(
        Action.SUBMIT,
        (_DRAFT, _RETURNED),
        (_IN_REVIEW,),
        (
            guards.by_a_writer,
            guards.unchanged_since_seen(Action.SUBMIT),
            guards.with_text(Action.SUBMIT),
            guards.with_everything_checked,
        ),
    ),
    _of(Action.RECALL, (_IN_REVIEW,), _DRAFT, guards.by_the_submitter, guards.undecided),
)

_REVIEWING: tuple[_Row, ...] = (
    Transition(Action.CLAIM, (_IN_REVIEW,), (_IN_REVIEW,), _decides(Action.CLAIM)),
    Transition(
        Action.AGREE,
        (_IN_REVIEW,),
        (_IN_REVIEW, _APPROVED),
        (*_decides(Action.AGREE), guards.on_the_text_seen(Action.AGREE), deciding.not_meeting_himself),
        rule=_after_agreeing,
    ),
    Transition(
        Action.RETURN,
        (_IN_REVIEW,),
        (_RETURNED,),
        (*_decides(Action.RETURN), guards.on_the_text_seen(Action.RETURN), guards.with_an_opinion),
    ),
    Transition(
        Action.ADD,
        (_IN_REVIEW,),
        (_IN_REVIEW,),
        (
            *_decides(Action.ADD),
            deciding.somebody_fit(Action.ADD),
            deciding.not_there_yet,
            guards.with_words(Action.ADD),
        ),
    ),
    Transition(
        Action.HAND_OVER,
        (_IN_REVIEW,),
        (_IN_REVIEW,),
        (
            deciding.at_the_step(Action.HAND_OVER),
            deciding.on_his_own_seat,
            guards.unchanged_since_seen(Action.HAND_OVER),
            deciding.somebody_fit(Action.HAND_OVER),
            deciding.still_to_decide,
            deciding.of_no_lower_rank,
            guards.with_words(Action.HAND_OVER),
        ),
    ),
    Transition(
        Action.CONSULT,
        (_IN_REVIEW,),
        (_IN_REVIEW,),
        (
            *_decides(Action.CONSULT),
            deciding.somebody_else(Action.CONSULT),
            deciding.not_asked_yet,
            guards.with_words(Action.CONSULT),
        ),
    ),
    Transition(
        Action.ADVISE, (_IN_REVIEW,), (_IN_REVIEW,), (deciding.asked, guards.with_words(Action.ADVISE))
    ),
    Transition(
        Action.CHASE,
        (_IN_REVIEW,),
        (_IN_REVIEW,),
        (guards.by_the_submitter_or_a_leader, guards.once_in_half_a_day),
    ),
    Transition(
        Action.PAPER,
        (_IN_REVIEW,),
        (_IN_REVIEW, _APPROVED),
        (
            deciding.by_somebody_apart,
            guards.unchanged_since_seen(Action.PAPER),
            guards.on_the_text_seen(Action.PAPER),
            deciding.signed_by_somebody_else,
            deciding.signed_by_now,
            deciding.signed_by_a_signatory,
        ),
        rule=_after_paper,
    ),
)

_ISSUING: tuple[_Row, ...] = (
    Transition(
        Action.EXPEDITE,
        (_DRAFT, _RETURNED, _IN_REVIEW),
        (_ISSUED,),
        (
            guards.by_a_leader(Action.EXPEDITE),
            guards.unit_heard,
            guards.not_of_his_own(Action.EXPEDITE),
            guards.unchanged_since_seen(Action.EXPEDITE),
            guards.on_the_text_seen(Action.EXPEDITE),
            guards.with_text(Action.EXPEDITE),
            deciding.somebody_fit(Action.EXPEDITE),
            deciding.due_from_today,
            guards.with_words(Action.EXPEDITE),
        ),
    ),
    Transition(
        Action.CHECK,
        (_ISSUED,),
        (_ISSUED,),
        (
            deciding.check_owed,
            deciding.by_the_owner_or_a_leader,
            guards.not_of_his_own(Action.CHECK),
            guards.unchanged_since_seen(Action.CHECK),
            guards.on_the_text_seen(Action.CHECK),
        ),
    ),
    Transition(
        Action.ISSUE,
        (_APPROVED,),
        (_ISSUED,),
        (guards.unchanged_since_seen(Action.ISSUE), guards.text_as_signed, guards.unit_heard),
    ),
    # a text stands until its correction goes out, which is when this is fired once more
    *(
        Transition(
            Action.CORRECT,
            (standing,),
            (standing, _CORRECTED),
            (
                guards.not_corrected_yet,
                guards.unchanged_since_seen(Action.CORRECT),
                guards.with_words(Action.CORRECT),
            ),
            rule=_after_correcting,
        )
        for standing in (_ISSUED, _CORRECTED, _ARCHIVED)
    ),
    Transition(
        Action.VOID,
        (_APPROVED, _ISSUED, _CORRECTED, _ARCHIVED),
        (_VOIDED,),
        (
            guards.by_a_leader_or_for_him,
            guards.unchanged_since_seen(Action.VOID),
            guards.with_a_reason,
            deciding.decided_on_paper,
        ),
    ),
    _of(Action.ARCHIVE, (_ISSUED, _CORRECTED), _ARCHIVED, guards.nothing_owed),
)

_ENDING: tuple[_Row, ...] = (
    _of(
        Action.DISCARD,
        (_DRAFT,),
        _DISCARDED,
        guards.by_the_author_or_a_leader(Action.DISCARD),
        guards.never_submitted,
    ),
    _of(
        Action.RESTORE,
        (_DISCARDED,),
        _DRAFT,
        guards.by_the_author_or_a_leader(Action.RESTORE),
        guards.the_only_correction,
    ),
    Transition(
        Action.TERMINATE,
        (_DRAFT, _RETURNED),
        (_VOIDED,),
        (
            guards.by_the_author_or_a_leader(Action.TERMINATE),
            guards.submitted_before,
            guards.unchanged_since_seen(Action.TERMINATE),
            guards.with_words(Action.TERMINATE),
        ),
    ),
)

MACHINE: Machine[MaterialState, Action, Situation] = Machine(
    initial=_DRAFT,
    states=tuple(MaterialState),
    not_now=_not_now,
    table=(*_WRITING, *_REVIEWING, *_ISSUING, *_ENDING),
)
"""The approval queue."""
