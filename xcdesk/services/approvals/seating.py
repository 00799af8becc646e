"""Writes down the steps of a material and who sits at them."""

from peewee import fn

from xcdesk.codes import MaterialKind, SeatSource, SeatState
from xcdesk.models import Material, MaterialSeat, MaterialStep
from xcdesk.services.approvals import facts, templates
from xcdesk.services.approvals.seats import Bench, Person, Seat, Step, expand


def lay_out(material: Material) -> tuple[Step, ...]:
    """Give a material the steps that its kind has now, in the place of any that it had; in a transaction."""
    MaterialSeat.delete().where(MaterialSeat.material == material.id).execute()
    MaterialStep.delete().where(MaterialStep.material == material.id).execute()
    here = facts.people()
    steps = templates.steps_of(MaterialKind(material.kind))
    for step in steps:
        MaterialStep.create(
            material=material.id,
            position=step.position,
            name=step.name,
            role=step.role,
            mode=step.mode,
            hours=step.hours,
            by_role=step.by_role,
        )
        for seat in expand(step, here):
            _create(material.id, step.position, seat)
    return steps


def reseat(material_id: int, position: int, barred: frozenset[int]) -> None:
    """Let everybody from a step on decide anew, except those who have a part in the text.

    Whoever was added or was handed a seat keeps it.
    """
    here = (MaterialSeat.material == material_id) & (MaterialSeat.position >= position)
    by_role = MaterialStep.select(MaterialStep.position).where(
        (MaterialStep.material == material_id) & MaterialStep.by_role
    )
    of_role = (MaterialSeat.source == SeatSource.ROLE) & MaterialSeat.position.in_(by_role)
    MaterialSeat.delete().where(here & of_role & (MaterialSeat.state == SeatState.AGREED)).execute()
    kept = here & (MaterialSeat.state != SeatState.GIVEN_AWAY)
    MaterialSeat.update(state=SeatState.OPEN).where(kept).execute()
    bar(material_id, barred)


def bar(material_id: int, barred: frozenset[int]) -> None:
    """Mark the seats of those who have a part in the text."""
    waiting = (MaterialSeat.material == material_id) & (MaterialSeat.state == SeatState.OPEN)
    of_them = MaterialSeat.person.in_(list(barred))
    MaterialSeat.update(state=SeatState.BARRED).where(waiting & of_them).execute()


def agreed(material_id: int, position: int, seat: Seat) -> None:
    """Write down that a seat has agreed."""
    _set(material_id, position, seat, SeatState.AGREED)


def add(material_id: int, position: int, person: Person, by: int, why: str) -> None:
    """Seat somebody who must agree besides the others."""
    fields = {
        "place": _last_place(material_id, position) + 1,
        "source": SeatSource.ADDED,
        "state": SeatState.OPEN,
        "extra": True,
        "given_by": by,
        "why": why,
    }
    _put(material_id, position, person.id, fields)


def hand_over(material_id: int, bench: Bench, giver: Seat, person: Person, why: str) -> None:
    """Give one's seat to somebody else, who takes its place."""
    position = bench.step.position
    _set(material_id, position, giver, SeatState.GIVEN_AWAY)
    fields = {
        "place": giver.place,
        "source": SeatSource.HANDED_OVER,
        "state": SeatState.OPEN,
        "extra": giver.extra,
        "given_by": giver.person.id,
        "why": why,
    }
    _put(material_id, position, person.id, fields)


def _set(material_id: int, position: int, seat: Seat, state: SeatState) -> None:
    there = _of(material_id, position, seat.person.id)
    if not MaterialSeat.update(state=state).where(there).execute():
        _create(material_id, position, seat, state)


def _put(material_id: int, position: int, person: int, fields: dict[str, object]) -> None:
    if not MaterialSeat.update(**fields).where(_of(material_id, position, person)).execute():
        MaterialSeat.create(material=material_id, position=position, person=person, **fields)


def _create(material_id: int, position: int, seat: Seat, state: SeatState = SeatState.OPEN) -> None:
    MaterialSeat.create(
        material=material_id,
        position=position,
        person=seat.person.id,
        place=seat.place,
        source=seat.source,
        state=state,
        extra=seat.extra,
        why=seat.why,
    )


def _of(material_id: int, position: int, person: int) -> object:
    return (
        (MaterialSeat.material == material_id)
        & (MaterialSeat.position == position)
        & (MaterialSeat.person == person)
    )


def _last_place(material_id: int, position: int) -> int:
    here = (MaterialSeat.material == material_id) & (MaterialSeat.position == position)
    return int(MaterialSeat.select(fn.MAX(MaterialSeat.place)).where(here).scalar() or 0)
