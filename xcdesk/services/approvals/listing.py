"""The queue: which materials there are, in which order, which of them wait for somebody, and why."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SQL, fn

from xcdesk import clock
from xcdesk.codes import MaterialKind, MaterialState, Role, SeatSource, SeatState, StepMode
from xcdesk.models import Consultation, Material, MaterialSeat, MaterialStep, User
from xcdesk.services.approvals import facts, templates
from xcdesk.services.approvals.rows import MaterialRow, QueueFilter, QueueOrder, Why, WhyMe
from xcdesk.services.approvals.seats import Person, Seat, Step, bench
from xcdesk.services.office import workdays
from xcdesk.services.record.actor import Actor

PAGE = 24
"""Materials that are read at once: a screen full of them."""
_CORRECTABLE = (MaterialState.ISSUED, MaterialState.CORRECTED, MaterialState.ARCHIVED)
"""States in which a text may have a correction, on its way or out."""
_Submitter = User.alias()
_SHOWN = tuple(field for field in Material._meta.sorted_fields if field.name != "body")
"""What the queue needs of a material: everything but its text."""
_MINE = {
    SeatSource.ROLE: WhyMe.ROLE,
    SeatSource.NAMED: WhyMe.NAMED,
    SeatSource.ADDED: WhyMe.ADDED,
    SeatSource.HANDED_OVER: WhyMe.HANDED_OVER,
}
_ORDERS = {
    QueueOrder.NEEDED: (Material.rank.desc(), Material.changed_at.desc(), Material.id.desc()),
    QueueOrder.WAITING: (Material.entered_at.asc(nulls="last"), Material.id),
    QueueOrder.CHANGED: (Material.changed_at.desc(), Material.id.desc()),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which materials are wanted, and in which order.

    Attributes:
        which: all, those that wait for the person, those he submitted, or those whose check is owed.
        search: part of a title, or of the name of author or submitter.
        kind, state: only those of one kind, only those in one state.
    """

    which: QueueFilter = QueueFilter.ALL
    search: str = ""
    kind: MaterialKind | None = None
    state: MaterialState | None = None
    order: QueueOrder = QueueOrder.NEEDED


@dataclass(frozen=True, slots=True)
class _Around:
    """What the rows of one page need besides their own."""

    actor: Actor | None
    principals: frozenset[int]
    people: tuple[Person, ...]
    names: dict[int, str]
    steps: dict[int, tuple[Step, ...]]
    templates: dict[MaterialKind, tuple[Step, ...]]
    seats: dict[int, dict[int, tuple[Seat, ...]]]
    consulted: dict[int, Consultation]
    successors: dict[int, int]


def row(material_id: int, actor: Actor | None = None) -> MaterialRow:
    """One material as the queue shows it, with the reason why it waits for ``actor``.

    Raises:
        NotFoundError: there is none with this id.
    """
    return rows_of([facts.find(material_id)], actor)[0]


def page(actor: Actor, asked: Asked, *, after: int = 0, limit: int = PAGE) -> tuple[MaterialRow, ...]:
    """The materials asked for, from line ``after`` on.

    By the day needed: those without a day follow, what is over closes. Discarded drafts lie in the trash and
    are shown only when that state is asked for.
    """
    query = _asked(Material.select(*_SHOWN), actor, asked).order_by(*_ORDERS[asked.order])
    return rows_of(list(query.limit(limit).offset(after)), actor)


def count(actor: Actor, asked: Asked) -> int:
    """How many materials are asked for."""
    return int(_asked(Material.select(fn.COUNT(Material.id)), actor, asked).scalar())


def queue(
    actor: Actor, which: QueueFilter = QueueFilter.ALL, search: str = "", limit: int = 500
) -> tuple[MaterialRow, ...]:
    """The first ``limit`` materials of a filter by the day needed, as `page` gives them."""
    return page(actor, Asked(which, search), limit=limit)


def waiting_for(actor: Actor) -> tuple[MaterialRow, ...]:
    """Materials that wait for this person, the first needed first, each with the reason.

    One that he may not sign because he wrote in it stays in the list while his whole role may decide: its
    page says who can.
    """
    return queue(actor, QueueFilter.WAITING_FOR_ME)


def count_waiting(actor: Actor) -> int:
    """How many materials wait for this person."""
    return count(actor, Asked(QueueFilter.WAITING_FOR_ME))


def unchecked() -> tuple[MaterialRow, ...]:
    """What was issued first and is not checked yet, the first due first."""
    query = Material.select(*_SHOWN).where(_owed()).order_by(Material.check_due, Material.id)
    return rows_of(list(query), None)


def rows_of(found: Sequence[Material], actor: Actor | None) -> tuple[MaterialRow, ...]:
    """What the queue shows of materials, all read at once."""
    around = _around(found, actor)
    return tuple(_row(material, around) for material in found)


def _asked(query: Any, actor: Actor, asked: Asked) -> Any:
    """``query`` narrowed to what is asked for; names of people are looked at only where words are."""
    if asked.search.strip():
        query = query.join(User, on=(Material.author == User.id)).switch(Material)
        query = query.left_outer_join(_Submitter, on=(Material.submitted_by == _Submitter.id))
    return query.where(_wanted(actor, asked))


def _wanted(actor: Actor, asked: Asked) -> Any:
    state = asked.state
    wanted: Any = (Material.state != MaterialState.DISCARDED) if state is None else (Material.state == state)
    if asked.which == QueueFilter.WAITING_FOR_ME:
        wanted &= _waits_for(actor)
    elif asked.which == QueueFilter.SUBMITTED_BY_ME:
        wanted &= Material.submitted_by == actor.id
    elif asked.which == QueueFilter.UNCHECKED:
        wanted &= _owed()
    if asked.kind is not None:
        wanted &= Material.kind == asked.kind
    words = asked.search.strip()
    if words:
        wanted &= Material.title.contains(words) | User.name.contains(words) | _Submitter.name.contains(words)
    return wanted


def _owed() -> Any:
    """Issued first, and nobody has checked it yet."""
    return Material.check_due.is_null(False) & Material.checked_at.is_null()


def _waits_for(actor: Actor) -> Any:
    """A step where he, or somebody he stands in for, has still to decide; advice or a check that he owes."""
    standing = {actor.id, *facts.delegating_to(actor.id)}
    roles: Any = User.select(User.id, User.role).where(User.active & User.id.in_(list(standing))).tuples()
    asked = Consultation.select(Consultation.material).where(
        (Consultation.person == actor.id) & Consultation.replied_at.is_null()
    )
    sitting = [(person, Role(role)) for person, role in roles if role != Role.ADMINISTRATOR]
    decides = Material.id.in_(_seated([person for person, _ in sitting])) | Material.id.in_(asked)
    for person, role in sitting:
        decides |= _of_role(person, role)
    in_review = (Material.state == MaterialState.IN_REVIEW) & decides
    return in_review | (_owed() & (Material.check_owner == actor.id))


def _seated(persons: Collection[int]) -> Any:
    """Materials at a step where one of them has a seat whose turn it is: `seats.Bench.turn` in SQL."""
    seat, step, material = MaterialSeat, MaterialStep, Material.alias()
    other, sitter = MaterialSeat.alias(), User.alias()
    earlier = (
        other.select(SQL("1"))
        .join(sitter, on=(other.person == sitter.id))
        .where(
            (other.material == seat.material)
            & (other.position == seat.position)
            & (other.state == SeatState.OPEN)
            & _may_sit(sitter)
            & ((other.extra < seat.extra) | ((other.extra == seat.extra) & (other.place < seat.place)))
        )
    )
    turn = (
        (step.mode == StepMode.ALL)
        | ((step.mode == StepMode.ANY) & (seat.extra | ~_agreed(seat.material, seat.position)))
        | ((step.mode == StepMode.IN_TURN) & ~fn.EXISTS(earlier))
    )
    return (
        seat.select(seat.material)
        .join(material, on=((material.id == seat.material) & (material.step == seat.position)))
        .join(step, on=((step.material == seat.material) & (step.position == seat.position)))
        .where(seat.person.in_(list(persons)) & (seat.state == SeatState.OPEN) & turn)
    )


def _of_role(person: int, role: Role) -> Any:
    """The step in hand is his whole role's, nobody has agreed yet, and he has not given his part away.

    It is the role's as well when of those who had seats at it nobody may sign in any more.
    """
    own, other, sitter = MaterialSeat.alias(), MaterialSeat.alias(), User.alias()
    seated = own.select(SQL("1")).where(
        (own.material == Material.id) & (own.position == Material.step) & (own.person == person)
    )
    there = (
        other.select(SQL("1"))
        .join(sitter, on=(other.person == sitter.id))
        .where((other.material == Material.id) & (other.position == Material.step) & _may_sit(sitter))
    )
    step = MaterialStep.select(SQL("1")).where(
        (MaterialStep.material == Material.id)
        & (MaterialStep.position == Material.step)
        & (MaterialStep.by_role | ~fn.EXISTS(there))
        & (MaterialStep.role == role)
    )
    return fn.EXISTS(step) & ~fn.EXISTS(seated) & ~_agreed(Material.id, Material.step)


def _may_sit(person: Any) -> Any:
    """He may sign in and is no administrator: `seats.bench` in SQL."""
    return person.active & (person.role != Role.ADMINISTRATOR)


def _agreed(material: Any, position: Any) -> Any:
    """Somebody who was not added has agreed at this step."""
    seat = MaterialSeat.alias()
    here = (seat.material == material) & (seat.position == position)
    return fn.EXISTS(seat.select(SQL("1")).where(here & (seat.state == SeatState.AGREED) & ~seat.extra))


def _around(found: Sequence[Material], actor: Actor | None) -> _Around:
    ids = [material.id for material in found]
    under_review = [each.id for each in found if each.state == MaterialState.IN_REVIEW]
    steps = facts.steps_by_material(ids)
    kinds = {MaterialKind(each.kind) for each in found if each.id not in steps}
    people, known = facts.everybody()
    return _Around(
        actor,
        facts.delegating_to(actor.id) if actor else frozenset(),
        people,
        {number: person.name for number, person in known.items()},
        steps,
        {kind: templates.steps_of(kind) for kind in kinds},
        facts.seats_of(under_review, known) if under_review else {},
        _asked_of(actor, under_review) if actor and under_review else {},
        _successors([each.id for each in found if each.state in _CORRECTABLE]),
    )


def _asked_of(actor: Actor, under_review: Sequence[int]) -> dict[int, Consultation]:
    """Questions that wait for his advice, by material."""
    query = Consultation.select().where(
        (Consultation.person == actor.id)
        & Consultation.replied_at.is_null()
        & Consultation.material.in_(list(under_review))
    )
    return {each.material_id: each for each in query}


def _successors(ids: Sequence[int]) -> dict[int, int]:
    """The correction of each material that has one."""
    if not ids:
        return {}
    query: Any = (
        Material.select(Material.corrects, fn.MAX(Material.id))
        .where(Material.corrects.in_(list(ids)) & Material.state.not_in(facts.GONE))
        .group_by(Material.corrects)
    )
    return dict(query.tuples())


def _row(material: Material, around: _Around) -> MaterialRow:
    steps = around.steps.get(material.id) or around.templates[MaterialKind(material.kind)]
    reviewed = material.state == MaterialState.IN_REVIEW
    step = facts.current_step(steps, material.step) if reviewed else None
    names = around.names
    owed = facts.is_unchecked(material)
    return MaterialRow(
        id=material.id,
        kind=material.kind,
        title=material.title,
        state=material.state,
        version=material.version,
        revision=material.revision,
        text_hash=material.text_hash,
        step=material.step,
        step_name=step.name if step else "",
        step_count=len(steps),
        round=material.round,
        needed_by=material.needed_by,
        author=names[material.author_id],
        submitter=names.get(material.submitted_by_id, ""),
        changed_at=material.changed_at,
        waiting_since=material.entered_at if reviewed else None,
        hours=step.hours if step else 0,
        why=_why(material, step, around),
        claimed_by=names.get(material.claimed_by_id, "") if reviewed else "",
        expedited=material.expedited,
        check_owner=names.get(material.check_owner_id, "") if owed else "",
        check_due=material.check_due if owed else None,
        corrects=material.corrects_id,
        corrected_by=around.successors.get(material.id),
    )


def _why(material: Material, step: Step | None, around: _Around) -> Why | None:
    """Why it waits for the person in front of the queue."""
    actor = around.actor
    if actor is None:
        return None
    if step is None:
        owed = facts.is_unchecked(material) and material.check_owner_id == actor.id
        return Why(WhyMe.CHECK) if owed else None
    kept = around.seats.get(material.id, {}).get(step.position, ())
    turn = bench(step, kept, around.people, frozenset()).turn
    for person in (actor.id, *sorted(around.principals)):
        seat = next((each for each in turn if each.person.id == person), None)
        if seat is not None:
            lent = seat.person.name if person != actor.id else ""
            return Why(_MINE[seat.source], lent, seat.given_by, seat.why)
    asked = around.consulted.get(material.id)
    if asked is None:
        return None
    return Why(WhyMe.CONSULTED, "", around.names[asked.asked_by_id], asked.question)


def hours_waited(row: MaterialRow, now: dt.datetime | None = None) -> float:
    """Working hours for which the step in hand has been waiting; 0 outside review."""
    if row.waiting_since is None:
        return 0.0
    return workdays.load().hours(clock.local(row.waiting_since), now or clock.local(clock.utc_now()))
