"""Calling others in at a step: added reviewers, seats handed over, advice, a claim, a reminder."""

from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.models import Consultation, Material
from xcdesk.services.approvals import listing, seating
from xcdesk.services.approvals.rows import Action, MaterialRow
from xcdesk.services.approvals.seats import Person
from xcdesk.services.approvals.situation import Request, Situation
from xcdesk.services.approvals.words import names
from xcdesk.services.approvals.writing import begin, decided, move, note
from xcdesk.services.record import rows
from xcdesk.services.record.actor import Actor


def add(actor: Actor, material_id: int, person: int, *, why: str, version: int | None = None) -> MaterialRow:
    """Add a reviewer to the step in hand (加签), who must agree besides the others.

    Raises:
        NotFoundError, NotNowError, UnfitPersonError, PartialPersonError, ThereAlreadyError,
        WordsNeededError, and what forbids the actor to decide.
    """
    request = Request(version, opinion=rows.clean_text("why", why), person=person)
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.ADD, request)
        chosen, step = _chosen(now), now.step
        position = step.position if step else 0
        seating.add(material.id, position, chosen, actor.id, request.opinion or "")
        act = decided(Action.ADD, now, target, now.behalf_of, chosen.name)
        return move(actor, material, act, {})


def hand_over(
    actor: Actor, material_id: int, person: int, *, why: str, version: int | None = None
) -> MaterialRow:
    """Give one's own seat at the step in hand to somebody of the same role or above (转办).

    Raises:
        NotFoundError, NotNowError, LentSeatError, UnfitPersonError, PartialPersonError, LowerRankError,
        CannotTakeOverError, WordsNeededError, and what forbids the actor to decide.
    """
    request = Request(version, opinion=rows.clean_text("why", why), person=person)
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.HAND_OVER, request)
        chosen, bench = _chosen(now), now.bench
        giver = bench.seat_of(actor.id) if bench else None
        if bench is None or giver is None:
            raise RuntimeError("nobody hands over what he does not have")
        seating.hand_over(material.id, bench, giver, chosen, request.opinion or "")
        act = decided(Action.HAND_OVER, now, target, concerning=chosen.name)
        return move(actor, material, act, {"claimed_by": None})


def consult(
    actor: Actor, material_id: int, person: int, *, question: str, version: int | None = None
) -> MaterialRow:
    """Ask somebody for advice (征求意见); he decides nothing, and nothing waits for him.

    Raises:
        NotFoundError, NotNowError, UnfitPersonError, AskedAlreadyError, WordsNeededError, and what forbids
        the actor to decide.
    """
    request = Request(version, opinion=rows.clean_text("question", question), person=person)
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.CONSULT, request)
        chosen, step = _chosen(now), now.step
        Consultation.create(
            material=material.id,
            position=step.position if step else 0,
            person=chosen.id,
            asked_by=actor.id,
            question=request.opinion,
        )
        note(actor, material, decided(Action.CONSULT, now, target, concerning=chosen.name))
        return listing.row(material.id)


def advise(actor: Actor, material_id: int, *, reply: str) -> MaterialRow:
    """Answer when asked for advice.

    Raises:
        NotFoundError, NotNowError, NotAskedError, WordsNeededError, BadTextError.
    """
    request = Request(opinion=rows.clean_text("reply", reply))
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.ADVISE, request)
        awaited = (Consultation.material == material.id) & (Consultation.person == actor.id)
        Consultation.update(reply=request.opinion, replied_at=clock.utc_now()).where(
            awaited & Consultation.replied_at.is_null()
        ).execute()
        note(actor, material, decided(Action.ADVISE, now, target))
        return listing.row(material.id)


def claim(actor: Actor, material_id: int, *, version: int | None = None) -> MaterialRow:
    """Say that one is at it, so that the others see it; said again it is taken back. Nobody is barred by it.

    Raises:
        NotFoundError, NotNowError, and what forbids the actor to decide.
    """
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.CLAIM, Request(version))
        mine = now.claimed is not None and now.claimed.id == actor.id
        Material.update(claimed_by=None if mine else actor.id).where(Material.id == material.id).execute()
        note(actor, material, decided(Action.CLAIM, now, target))
        return listing.row(material.id)


def chase(actor: Actor, material_id: int) -> MaterialRow:
    """Remind those whose turn it is (催办), once in half a day at most.

    Raises:
        NotFoundError, NotNowError, NotChaserError, ChasedAlreadyError.
    """
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.CHASE, Request())
        waiting = str(names(now.signatories)) if now.signatories else ""
        note(actor, material, decided(Action.CHASE, now, target, concerning=waiting))
        return listing.row(material.id)


def _chosen(now: Situation) -> Person:
    person = None if now.request.person is None else now.person(now.request.person)
    if person is None:
        raise RuntimeError("whoever is named was looked at before")
    return person
