"""What the guards ask about one material, read from the tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk import clock
from xcdesk.codes import MaterialKind, MaterialState, Role, SeatSource, SeatState, StepMode
from xcdesk.db.locks import held
from xcdesk.errors import NotFoundError
from xcdesk.models import (
    Case,
    Consultation,
    Delegation,
    Material,
    MaterialEvent,
    MaterialSeat,
    MaterialStep,
    MaterialVersion,
    User,
)
from xcdesk.services.approvals import templates
from xcdesk.services.approvals.rows import ASIDE, Action
from xcdesk.services.approvals.seats import Bench, Person, Seat, Step, bench
from xcdesk.services.approvals.situation import Request, Situation
from xcdesk.services.record.actor import Actor
from xcdesk.texts.documents import content_hash

SIGNED = (Action.AGREE, Action.PAPER)
"""Acts that agree to a text."""
GONE = (MaterialState.VOIDED, MaterialState.DISCARDED)
"""States of a text that came to nothing."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One material with what is written down of it, read once.

    ``steps`` are those it was submitted with, or, while there are none (``submitted``), those of its kind;
    ``seats`` stand by the position of their step, ``versions`` are without their texts; ``people`` may sign
    in, ``known`` is whoever has an account, by its id.
    """

    material: Material
    versions: Sequence[MaterialVersion]
    events: Sequence[MaterialEvent]
    steps: tuple[Step, ...]
    submitted: bool
    seats: Mapping[int, tuple[Seat, ...]]
    people: tuple[Person, ...]
    known: Mapping[int, Person]


def dossier(material: Material) -> Dossier:
    """Everything written down of ``material``."""
    kept = steps_by_material((material.id,)).get(material.id)
    here, known = everybody()
    return Dossier(
        material,
        versions_of(material.id),
        events_of(material.id),
        kept or templates.steps_of(MaterialKind(material.kind)),
        kept is not None,
        seats_of((material.id,), known).get(material.id, {}) if kept else {},
        here,
        known,
    )


def find(material_id: int) -> Material:
    """The material with this id.

    Raises:
        NotFoundError: there is none.
    """
    found: Material | None = Material.get_or_none(Material.id == material_id)
    if found is None:
        raise NotFoundError(what="material", name=material_id)
    return found


def hold(material_id: int) -> None:
    """Let no other desk act on the material until the transaction ends."""
    held(Material.select(Material.id).where(Material.id == material_id)).first()


def steps_by_material(ids: Sequence[int]) -> dict[int, tuple[Step, ...]]:
    """The steps that materials were submitted with."""
    step = MaterialStep
    fields = (step.material, step.position, step.name, step.role, step.mode, step.hours, step.by_role)
    query: Any = step.select(*fields).where(step.material.in_(list(ids))).order_by(step.position)
    found: dict[int, tuple[Step, ...]] = {}
    for material, position, name, role, mode, hours, by_role in query.tuples():
        made = Step(position, name, Role(role), StepMode(mode), hours, bool(by_role))
        found[material] = (*found.get(material, ()), made)
    return found


def current_step(steps: Sequence[Step], position: int) -> Step:
    """The step at ``position``, or the nearest after it should it be gone."""
    return next((step for step in steps if step.position >= position), steps[-1])


def people() -> tuple[Person, ...]:
    """Everybody who may sign in."""
    return everybody()[0]


def everybody() -> tuple[tuple[Person, ...], dict[int, Person]]:
    """Everybody who may sign in; and whoever has an account by its id, disabled ones included."""
    query: Any = User.select(User.id, User.name, User.role, User.active).order_by(User.id)
    rows = [(Person(number, name, Role(role)), active) for number, name, role, active in query.tuples()]
    here = tuple(person for person, active in rows if active)
    return here, {person.id: person for person, _ in rows}


def seats_of(ids: Sequence[int], known: Mapping[int, Person]) -> dict[int, dict[int, tuple[Seat, ...]]]:
    """Seats that are written down, by material and position; ``known`` are the people by their ids."""
    seat = MaterialSeat
    fields = (seat.material, seat.position, seat.person, seat.place, seat.source, seat.state, seat.extra)
    query: Any = seat.select(*fields, seat.given_by, seat.why).where(seat.material.in_(list(ids)))
    found: dict[int, dict[int, tuple[Seat, ...]]] = {}
    for material, position, person, *rest in query.order_by(seat.place, seat.id).tuples():
        place, source, state, extra, given_by, why = rest
        giver = known[given_by].name if given_by is not None else ""
        made = Seat(known[person], place, SeatSource(source), SeatState(state), bool(extra), giver, why)
        here = found.setdefault(material, {})
        here[position] = (*here.get(position, ()), made)
    return found


def delegating_to(person: int) -> frozenset[int]:
    """Ids of those for whom somebody stands in today."""
    return delegations_today().get(person, frozenset())


def delegations_today() -> dict[int, frozenset[int]]:
    """For each delegate, the ids of those for whom he stands in today; an administrator signs for nobody."""
    today = clock.today()
    query: Any = (
        Delegation.select(Delegation.delegate, Delegation.principal)
        .join(User, on=(Delegation.delegate == User.id))
        .where((Delegation.since <= today) & (Delegation.until >= today) & (User.role != Role.ADMINISTRATOR))
    )
    found: dict[int, frozenset[int]] = {}
    for delegate, principal in query.tuples():
        found[delegate] = found.get(delegate, frozenset()) | {principal}
    return found


def events_of(material_id: int) -> list[MaterialEvent]:
    """Everything that happened to a material, oldest first."""
    query = MaterialEvent.select().where(MaterialEvent.material == material_id)
    return list(query.order_by(MaterialEvent.id))


def versions_of(material_id: int) -> list[MaterialVersion]:
    """Its revisions without their texts, oldest first."""
    fields = (MaterialVersion.revision, MaterialVersion.title, MaterialVersion.text_hash)
    query = MaterialVersion.select(*fields, MaterialVersion.written_at, MaterialVersion.written_by)
    return list(query.where(MaterialVersion.material == material_id).order_by(MaterialVersion.revision))


def writers_of(versions: Iterable[MaterialVersion], events: Sequence[MaterialEvent]) -> dict[int, int]:
    """Who wrote a revision since the last sign-off, or the present text at any time; the last one of each."""
    known, last = list(versions), sign_off(events)
    signed, present = last.revision if last else 0, known[-1].text_hash
    return {
        each.written_by_id: each.revision
        for each in known
        if each.revision > signed or each.text_hash == present
    }


def sign_off(events: Sequence[MaterialEvent]) -> MaterialEvent | None:
    """The act by which it was signed off last."""
    return next(
        (
            event
            for event in reversed(events)
            if event.action in SIGNED and event.to_state == MaterialState.APPROVED
        ),
        None,
    )


def standing(events: Sequence[MaterialEvent]) -> dict[int, list[MaterialEvent]]:
    """Verdicts of this round by step: a text sent to review again at a step loses those from there on."""
    verdicts: dict[int, list[MaterialEvent]] = {}
    for event in events:
        if event.action in {*SIGNED, Action.RETURN}:
            verdicts.setdefault(event.step, []).append(event)
        elif event.action in {Action.SUBMIT, Action.EDIT} and event.to_state == MaterialState.IN_REVIEW:
            verdicts = {step: given for step, given in verdicts.items() if step < event.step}
    return verdicts


def situation(actor: Actor, read: Dossier, request: Request) -> Situation:
    """Everything the guards ask about a material, as it is now."""
    material, versions, events, here = read.material, read.versions, read.events, read.people
    writers, last = writers_of(versions, events), sign_off(events)
    submitter = read.known.get(material.submitted_by_id)
    given = [each for some in standing(events).values() for each in some if each.action == Action.AGREE]
    barred = frozenset(writers) | ({submitter.id} if submitter else set())
    return Situation(
        actor=actor,
        request=request,
        state=MaterialState(material.state),
        version=material.version,
        revision=material.revision,
        text_hash=content_hash(material.title, material.body),
        is_empty=not material.body.strip(),
        author=read.known[material.author_id],
        submitter=submitter,
        last_actor=next(event.who_name for event in reversed(events) if event.action not in ASIDE),
        authors=frozenset(each.written_by_id for each in versions),
        writers=writers,
        barred_names=frozenset(read.known[each].name for each in barred),
        signed_hash=last.text_hash if last else "",
        bench=_bench(read, barred),
        steps=read.steps,
        people=here,
        principals=delegating_to(actor.id),
        hands=frozenset(event.who_id for event in given),
        helped=frozenset(event.who_id for event in given if event.behalf_of_id is not None),
        asked=_asked(material),
        claimed=next((each for each in here if each.id == material.claimed_by_id), None),
        chased_at=_chased_at(events),
        now=clock.local(clock.utc_now()),
        unchecked=is_unchecked(material),
        issuer=_issuer(events),
        check_owner=read.known.get(material.check_owner_id),
        succeeded=_corrections_of(material.id).exists(),
        rivalled=_is_rivalled(material),
        submitted_ever=any(event.action == Action.SUBMIT for event in events),
        unheard=_is_unheard(material),
    )


def is_unchecked(material: Material) -> bool:
    """Whether it was issued first and the check is still owed."""
    return bool(material.expedited) and material.checked_at is None


def _is_unheard(material: Material) -> bool:
    """Whether it makes a finding public of which no case has the unit's answer and its reply."""
    if material.kind != MaterialKind.FINDING:
        return False
    heard = (Case.published == material.id) & Case.replied_on.is_null(False) & Case.removed_at.is_null()
    return not Case.select().where(heard).exists()


def _bench(read: Dossier, barred: frozenset[int]) -> Bench | None:
    if read.material.state != MaterialState.IN_REVIEW:
        return None
    step = current_step(read.steps, read.material.step)
    return bench(step, read.seats.get(step.position, ()), read.people, barred)


def _asked(material: Material) -> frozenset[int]:
    query: Any = Consultation.select(Consultation.person).where(
        (Consultation.material == material.id) & Consultation.replied_at.is_null()
    )
    return frozenset(person for (person,) in query.tuples())


def _chased_at(events: Sequence[MaterialEvent]) -> "Any":
    last = next((event for event in reversed(events) if event.action == Action.CHASE), None)
    return clock.local(last.at) if last else None


def _issuer(events: Sequence[MaterialEvent]) -> Person | None:
    found = next((event for event in reversed(events) if event.action == Action.EXPEDITE), None)
    return Person(found.who_id, found.who_name, Role.LEADER) if found else None


def _corrections_of(material_id: int) -> "Any":
    """Corrections of a text that are on their way or out."""
    return Material.select().where((Material.corrects == material_id) & Material.state.not_in(GONE))


def _is_rivalled(material: Material) -> bool:
    if material.corrects_id is None:
        return False
    return bool(_corrections_of(material.corrects_id).where(Material.id != material.id).exists())


def barred_from(material_id: int) -> frozenset[int]:
    """Those who wrote since the last sign-off, and who submitted it."""
    writers = writers_of(versions_of(material_id), events_of(material_id))
    submitter: Any = Material.select(Material.submitted_by).where(Material.id == material_id).scalar()
    return frozenset(writers) | ({submitter} if submitter else set())
