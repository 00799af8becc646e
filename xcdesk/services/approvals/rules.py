"""Who may do what to a material and when: its transition table and the guards on it."""

from collections.abc import Callable
from dataclasses import dataclass

from xcdesk.codes import MaterialState, Role
from xcdesk.errors import DeskError
from xcdesk.services.approvals import refusals
from xcdesk.services.approvals.rows import Action
from xcdesk.services.record.actor import Actor
from xcdesk.wording import Label, Listed
from xcdesk.workflow import Machine, Transition


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in."""

    id: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Step:
    """One review step of a kind of material."""

    position: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Request:
    """What the person gave with the act; None for what has not been asked of him yet."""

    version: int | None = None
    seen_hash: str | None = None
    opinion: str | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything the guards look at.

    Attributes:
        actor: who wants to act.
        request: what he gave with it.
        state, version, revision: of the material now.
        text_hash: content hash, computed from the text itself.
        is_empty: whether it has no text.
        author: name of who drafted it.
        submitter: who sent it to review; None before.
        last_actor: name of who acted last.
        authors: id of everybody who ever wrote a revision.
        writers: those who wrote one since the last sign-off, with the last revision of each.
        signed_hash: hash of the last sign-off; empty before.
        step: review step in hand; None outside review.
        is_last_step: whether no step follows it.
        people: everybody who may sign in.
    """

    actor: Actor
    request: Request
    state: MaterialState
    version: int
    revision: int
    text_hash: str
    is_empty: bool
    author: str
    submitter: Person | None
    last_actor: str
    authors: frozenset[int]
    writers: dict[int, int]
    signed_hash: str
    step: Step | None
    is_last_step: bool
    people: tuple[Person, ...]

    @property
    def signatories(self) -> tuple[Person, ...]:
        """Those of the role of the step in hand who neither wrote nor submitted what is in review."""
        wanted = self.step.role if self.step else None
        barred = {*self.writers, self.submitter.id if self.submitter else 0}
        return tuple(each for each in self.people if each.role == wanted and each.id not in barred)


Guard = Callable[[Situation], DeskError | None]


def names(people: tuple[Person, ...]) -> Listed | Label:
    """Their names in a row; words for "somebody still to be entered" when there is nobody."""
    return Listed(tuple(person.name for person in people)) or Label("material.nobody")


def role_label(role: Role) -> Label:
    """Word for a role."""
    return Label(f"role.{role.value}")


def action_label(action: str) -> Label:
    """Word for an action of an event."""
    return Label(f"material.action.{action}")


def state_label(state: MaterialState) -> Label:
    """Word for a state."""
    return Label(f"material.state.{state.value}")


def _not_now(action: Action, state: MaterialState) -> DeskError:
    way_out = Label(f"material.way_out.{state.value}")
    return refusals.NotNowError(action=action_label(action), state=state_label(state), way_out=way_out)


def _unchanged_since_seen(action: Action) -> Guard:
    def guard(now: Situation) -> DeskError | None:
        if now.request.version in {None, now.version}:
            return None
        return refusals.MaterialChangedError(
            action=action_label(action),
            who=now.last_actor,
            revision=now.revision,
            state=state_label(now.state),
        )

    return guard


def _of_the_step(action: Action) -> Guard:
    def guard(now: Situation) -> DeskError | None:
        step = now.step
        if step is None or now.actor.role == step.role:
            return None
        kind = (
            refusals.AdministratorError if now.actor.role == Role.ADMINISTRATOR else refusals.NotYourStepError
        )
        return kind(
            action=action_label(action),
            step=step.name,
            role=role_label(step.role),
            people=names(now.signatories),
        )

    return guard


def _not_the_submitter(action: Action) -> Guard:
    def guard(now: Situation) -> DeskError | None:
        if now.submitter is None or now.submitter.id != now.actor.id:
            return None
        return refusals.OwnSubmissionError(action=action_label(action), people=names(now.signatories))

    return guard


def _not_a_writer(action: Action) -> Guard:
    def guard(now: Situation) -> DeskError | None:
        revision = now.writers.get(now.actor.id)
        if revision is None:
            return None
        return refusals.OwnTextError(
            action=action_label(action), revision=revision, people=names(now.signatories)
        )

    return guard


def _on_the_text_in_review(action: Action) -> Guard:
    def guard(now: Situation) -> DeskError | None:
        if now.request.seen_hash in {None, now.text_hash}:
            return None
        return refusals.OtherTextError(action=action_label(action), revision=now.revision)

    return guard


def _with_an_opinion(now: Situation) -> DeskError | None:
    return refusals.OpinionNeededError() if now.request.opinion == "" else None


def _with_a_reason(now: Situation) -> DeskError | None:
    return refusals.ReasonNeededError() if now.request.opinion == "" else None


def _by_a_writer(now: Situation) -> DeskError | None:
    return None if now.actor.id in now.authors else refusals.NotWriterError(author=now.author)


def _with_text(now: Situation) -> DeskError | None:
    return refusals.EmptyMaterialError() if now.is_empty else None


def _by_the_submitter(now: Situation) -> DeskError | None:
    if now.submitter is None or now.submitter.id == now.actor.id:
        return None
    return refusals.NotSubmitterError(submitter=now.submitter.name)


def _by_a_leader(now: Situation) -> DeskError | None:
    if now.actor.role == Role.LEADER:
        return None
    leaders = tuple(person for person in now.people if person.role == Role.LEADER)
    return refusals.NotLeaderError(people=names(leaders))


def _text_as_signed(now: Situation) -> DeskError | None:
    return None if now.text_hash == now.signed_hash else refusals.SignOffBrokenError()


def _after_agreeing(now: Situation) -> MaterialState:
    return MaterialState.APPROVED if now.is_last_step else MaterialState.IN_REVIEW


def _verdict(action: Action) -> tuple[Guard, ...]:
    """What holds for every verdict: of the step's role, not on his own text, on the text in review."""
    return (
        _of_the_step(action),
        _not_a_writer(action),
        _not_the_submitter(action),
        _unchanged_since_seen(action),
        _on_the_text_in_review(action),
    )


_DRAFT, _IN_REVIEW, _RETURNED = MaterialState.DRAFT, MaterialState.IN_REVIEW, MaterialState.RETURNED
_APPROVED, _ISSUED, _VOIDED = MaterialState.APPROVED, MaterialState.ISSUED, MaterialState.VOIDED

MACHINE: Machine[MaterialState, Action, Situation] = Machine(
    initial=_DRAFT,
    states=(_DRAFT, _IN_REVIEW, _RETURNED, _APPROVED, _ISSUED, _VOIDED),
    not_now=_not_now,
    table=(
        Transition(Action.EDIT, (_DRAFT,), (_DRAFT,), (_unchanged_since_seen(Action.EDIT),)),
        Transition(Action.EDIT, (_RETURNED,), (_RETURNED,), (_unchanged_since_seen(Action.EDIT),)),
        # a changed text loses the agreements given on the older one and is reviewed again
        Transition(
            Action.EDIT, (_IN_REVIEW, _APPROVED), (_IN_REVIEW,), (_unchanged_since_seen(Action.EDIT),)
        ),
        Transition(
            Action.SUBMIT,
            (_DRAFT, _RETURNED),
            (_IN_REVIEW,),
            (_by_a_writer, _unchanged_since_seen(Action.SUBMIT), _with_text),
        ),
        Transition(
            Action.RECALL,
            (_IN_REVIEW,),
            (_DRAFT,),
            (_by_the_submitter, _unchanged_since_seen(Action.RECALL)),
        ),
        Transition(
            Action.AGREE,
            (_IN_REVIEW,),
            (_IN_REVIEW, _APPROVED),
            _verdict(Action.AGREE),
            rule=_after_agreeing,
        ),
        Transition(Action.RETURN, (_IN_REVIEW,), (_RETURNED,), (*_verdict(Action.RETURN), _with_an_opinion)),
        Transition(
            Action.ISSUE, (_APPROVED,), (_ISSUED,), (_unchanged_since_seen(Action.ISSUE), _text_as_signed)
        ),
        Transition(
            Action.VOID,
            (_APPROVED, _ISSUED),
            (_VOIDED,),
            (_by_a_leader, _unchanged_since_seen(Action.VOID), _with_a_reason),
        ),
    ),
)
"""The approval queue. Correction and archiving join it with their own issue."""
