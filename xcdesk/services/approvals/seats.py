"""Who sits at a review step, whose turn it is, and when the step is done; nothing here asks the database."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from xcdesk.codes import Role, SeatSource, SeatState, StepMode


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in."""

    id: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Step:
    """One review step: its target in working ``hours`` is 0 for none.

    ``by_role``: whoever has the role on the day may decide; otherwise its seats name everybody. ``people``
    are the ids of those whom a template names, in their order.
    """

    position: int
    name: str
    role: Role
    mode: StepMode = StepMode.ANY
    hours: int = 0
    by_role: bool = True
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at a step.

    Attributes:
        extra: he was added, and must agree besides the others.
        given_by: name of who added him or handed over to him.
    """

    person: Person
    place: int
    source: SeatSource = SeatSource.ROLE
    state: SeatState = SeatState.OPEN
    extra: bool = False
    given_by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Bench:
    """Everybody at one step, in order, those added last."""

    step: Step
    seats: tuple[Seat, ...]

    @property
    def turn(self) -> tuple[Seat, ...]:
        """Seats that may decide now."""
        waiting = [seat for seat in self.seats if seat.state == SeatState.OPEN]
        if self.step.mode == StepMode.IN_TURN:
            return tuple(waiting[:1])
        if self.step.mode == StepMode.ANY and self.agreed:
            return tuple(seat for seat in waiting if seat.extra)
        return tuple(waiting)

    @property
    def agreed(self) -> bool:
        """Whether one of those who were not added has agreed."""
        return any(seat.state == SeatState.AGREED and not seat.extra for seat in self.seats)

    def seat_of(self, person: int) -> Seat | None:
        """The seat of a person, whatever has become of it; None for somebody who has none here."""
        return next((seat for seat in self.seats if seat.person.id == person), None)

    def done_with(self, agreeing: Seat) -> bool:
        """Whether the step is done once this seat agrees; those who were added never decide it alone."""
        seats = tuple(
            replace(seat, state=SeatState.AGREED) if seat.person.id == agreeing.person.id else seat
            for seat in self.seats
        )
        then = Bench(self.step, seats)
        return then.agreed and not then.turn


def bench(step: Step, kept: Iterable[Seat], people: Iterable[Person], barred: frozenset[int]) -> Bench:
    """Who sits at ``step`` today.

    Args:
        step: the step.
        kept: the seats that are written down.
        people: everybody who may sign in; nobody else counts, nor does whoever is administrator by now.
        barred: ids of those who wrote or submitted the text.
    """
    here = tuple(people)
    active = {person.id for person in here if person.role != Role.ADMINISTRATOR}
    seats = [seat for seat in kept if seat.person.id in active]
    if step.by_role or not seats:  # of those who were named nobody is here any more
        known = {seat.person.id for seat in seats}
        seats += [
            Seat(person, place=0) for person in here if person.role == step.role and person.id not in known
        ]
    settled = (_barred(seat, barred) for seat in seats)
    return Bench(step, tuple(sorted(settled, key=lambda seat: (seat.extra, seat.place, seat.person.id))))


def expand(step: Step, people: Iterable[Person]) -> tuple[Seat, ...]:
    """The seats of a step that is not decided by any one of a role: those named, or all of the role."""
    if step.by_role:
        return ()
    here = {person.id: person for person in people}
    named = [here[person] for person in step.people if person in here]
    source = SeatSource.NAMED if named else SeatSource.ROLE
    sitting = named or [person for person in here.values() if person.role == step.role]
    return tuple(Seat(person, place, source) for place, person in enumerate(sitting, start=1))


def _barred(seat: Seat, barred: frozenset[int]) -> Seat:
    if seat.state == SeatState.OPEN and seat.person.id in barred:
        return replace(seat, state=SeatState.BARRED)
    return seat
