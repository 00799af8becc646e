"""Everything that the guards of the approval queue look at, as frozen facts."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from xcdesk.codes import MaterialState, Role, SeatState
from xcdesk.services.approvals.rows import PaperSigned, Point
from xcdesk.services.approvals.seats import Bench, Person, Seat, Step
from xcdesk.services.record.actor import Actor


@dataclass(frozen=True, slots=True)
class Request:
    """What the person gave with the act; None for what has not been asked of him yet.

    Attributes:
        version: of the material as it was on the screen.
        seen_hash: of the text that was on the screen.
        opinion: his opinion, reason or question.
        person: id of whom the act concerns.
        checked: points that he has ticked.
        paper: what a signed sheet says.
        due: day by which something is to be done.
        replacing: whether the correction of it goes out in this very transaction.
    """

    version: int | None = None
    seen_hash: str | None = None
    opinion: str | None = None
    person: int | None = None
    checked: frozenset[Point] | None = None
    paper: PaperSigned | None = None
    due: dt.date | None = None
    replacing: bool = False


@dataclass(frozen=True)
class Situation:
    """Everything the guards look at.

    Attributes:
        actor: who wants to act.
        request: what he gave with it.
        state, version, revision: of the material now.
        text_hash: content hash, computed from the text itself.
        is_empty: whether it has no text.
        author: who drafted it.
        submitter: who sent it to review; None before.
        last_actor: name of who acted last.
        authors: id of everybody who ever wrote a revision.
        writers: those who wrote one since the last sign-off, or the text as it is now at any time, with the
            last revision of each.
        barred_names: names of those who have a part in the text, also of those who may not sign in any more.
        signed_hash: hash of the last sign-off; empty before.
        bench: who sits at the review step in hand; None outside review.
        steps: the steps of the material.
        people: everybody who may sign in.
        principals: ids of those for whom the actor stands in today.
        hands: who agreed to this text in this round, and ``helped`` those who did so for somebody else.
        asked: ids of those whose advice is still awaited.
        claimed: who has claimed it; None for nobody.
        chased_at: when it was chased last in this step, in local time.
        now: this moment, in local time.
        unchecked: whether it was issued first, by ``issuer``, and the check is still owed by ``check_owner``.
        succeeded: whether a correction of it is on its way or out.
        rivalled: whether it is a correction, and another one of the same text is on its way or out.
        submitted_ever: whether it was ever in review.
        unheard: whether it would make a finding public before the unit has answered and replied.
    """

    actor: Actor
    request: Request
    state: MaterialState
    version: int
    revision: int
    text_hash: str
    is_empty: bool
    author: Person
    submitter: Person | None
    last_actor: str
    authors: frozenset[int]
    writers: Mapping[int, int]
    barred_names: frozenset[str]
    signed_hash: str
    bench: Bench | None
    steps: tuple[Step, ...]
    people: tuple[Person, ...]
    principals: frozenset[int]
    hands: frozenset[int]
    helped: frozenset[int]
    asked: frozenset[int]
    claimed: Person | None
    chased_at: dt.datetime | None
    now: dt.datetime
    unchecked: bool
    issuer: Person | None
    check_owner: Person | None
    succeeded: bool
    rivalled: bool
    submitted_ever: bool
    unheard: bool = False

    @property
    def step(self) -> Step | None:
        """The review step in hand; None outside review."""
        return self.bench.step if self.bench else None

    @property
    def is_last_step(self) -> bool:
        """Whether no step follows the one in hand."""
        return self.step is None or not any(each.position > self.step.position for each in self.steps)

    @cached_property
    def barred(self) -> frozenset[int]:
        """Those who wrote since the last sign-off, and who submitted it: they decide nothing about it."""
        submitter = {self.submitter.id} if self.submitter else set()
        return frozenset(self.writers) | submitter

    @cached_property
    def seat(self) -> Seat | None:
        """The seat on which the actor would decide now: his own first, else one he stands in for."""
        turn = self.bench.turn if self.bench else ()
        own = next((seat for seat in turn if seat.person.id == self.actor.id), None)
        return own or next((seat for seat in turn if seat.person.id in self.principals), None)

    @property
    def behalf_of(self) -> Person | None:
        """For whom the actor would decide; None for himself."""
        if self.seat is None or self.seat.person.id == self.actor.id:
            return None
        return self.seat.person

    @property
    def signatories(self) -> tuple[Person, ...]:
        """Those who can decide the step in hand now."""
        turn = self.bench.turn if self.bench else ()
        return tuple(seat.person for seat in turn if seat.state == SeatState.OPEN)

    def person(self, person: int) -> Person | None:
        """Somebody who may sign in, by his id."""
        return next((each for each in self.people if each.id == person), None)

    def of_role(self, *roles: Role) -> tuple[Person, ...]:
        """Everybody of these roles who is not barred."""
        return tuple(each for each in self.people if each.role in roles and each.id not in self.barred)
