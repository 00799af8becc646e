"""The way of a material from draft to issue: each verb is one transaction, one event and one audit row.

Bulletins add a number and a printed file to an issue: `issue` (and `void`) change the state only and may run
inside a caller's transaction, which then holds the number, the file and the state together.
"""

from collections.abc import Mapping
from typing import Any

from xcdesk import clock
from xcdesk.codes import MaterialState
from xcdesk.db.base import database
from xcdesk.services.approvals import correcting, facts, seating
from xcdesk.services.approvals.rows import Action, MaterialRow, ReturnTo, Sending
from xcdesk.services.approvals.situation import Request, Situation
from xcdesk.services.approvals.writing import Act, begin, decided, move, settled
from xcdesk.services.record import rows
from xcdesk.services.record.actor import Actor

_LEFT: Mapping[str, Any] = {"step": 0, "claimed_by": None, "entered_at": None}
"""What a material loses when it leaves review."""


def submit(
    actor: Actor, material_id: int, *, sending: Sending | None = None, version: int | None = None
) -> MaterialRow:
    """Send a draft to review, at the step that returned it "to here" or at the first.

    It takes the steps along that its kind has now, and keeps them.

    Args:
        actor: somebody who wrote in it.
        material_id: which one.
        sending: his note, and the points that he has ticked; None where he was not asked.
        version: `MaterialRow.version` that was on the screen; None takes it as it is now.

    Raises:
        NotFoundError, NotNowError, NotWriterError, EmptyMaterialError, UncheckedPointsError,
        MaterialChangedError.
    """
    note = rows.clean_text("note", sending.note) if sending else ""
    request = Request(version, opinion=note, checked=sending.checked if sending else None)
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.SUBMIT, request)
        resumed = material.resume_step > 0 and bool(facts.steps_by_material((material.id,)))
        steps = now.steps if resumed else seating.lay_out(material)
        step = facts.current_step(steps, material.resume_step)
        changes = {"submitted_by": actor.id, "step": step.position, "entered_at": clock.utc_now()}
        checked = (sending.checked if sending else None) or ()
        act = Act(Action.SUBMIT, now.state, target, step_name=step.name, opinion=note, checked=checked)
        moved = move(actor, material, act, changes)
        seating.reseat(material.id, step.position, facts.barred_from(material.id))
        return moved


def recall(actor: Actor, material_id: int, *, reason: str = "", version: int | None = None) -> MaterialRow:
    """Take a text back from review before the step in hand has decided; only its submitter can.

    Args:
        actor: who submitted it.
        material_id: which one.
        reason: why, for those who were to review it; may be empty.
        version: `MaterialRow.version` that was on the screen; None takes it as it is now.

    Raises:
        NotFoundError, NotNowError, NotSubmitterError, DecidedError, MaterialChangedError, BadTextError.
    """
    request = Request(version, opinion=rows.clean_text("reason", reason))
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.RECALL, request)
        return move(actor, material, decided(Action.RECALL, now, target), _LEFT)


def agree(
    actor: Actor, material_id: int, *, seen_hash: str, opinion: str = "", version: int | None = None
) -> MaterialRow:
    """Agree to the text with hash ``seen_hash`` at the step in hand; the last agreement signs it off.

    Args:
        actor: somebody who sits at the step, or stands in for one who does; neither the submitter nor a
            writer of it since the last sign-off.
        material_id: which one.
        seen_hash: `MaterialRow.text_hash` of the text that was on the screen.
        opinion: what he wrote; may be empty.
        version: `MaterialRow.version` that was on the screen; a second click is refused by it.

    Raises:
        NotFoundError, NotNowError, NotYourStepError, AdministratorError, OwnSubmissionError, OwnTextError,
        PrincipalsTextError, NotYourTurnError, AgreedAlreadyError, GivenAwayError, MeetsHimselfError,
        MaterialChangedError, OtherTextError, BadTextError: nothing was written.
    """
    request = Request(version, seen_hash, rows.clean_text("opinion", opinion))
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.AGREE, request)
        bench, seat = now.bench, now.seat
        if bench is None or seat is None:
            raise RuntimeError("nobody agrees without a seat")
        seating.agreed(material.id, bench.step.position, seat)
        act = decided(Action.AGREE, now, target, now.behalf_of)
        return move(actor, material, act, onward(now, target, done=bench.done_with(seat)))


def onward(now: Situation, target: MaterialState, *, done: bool) -> dict[str, Any]:
    """What an agreement changes: nothing until the step is done, then the next step or the sign-off."""
    if target == MaterialState.APPROVED:
        return {**_LEFT, "resume_step": 0}
    if not done or now.step is None:
        return {"claimed_by": None}
    following = [step.position for step in now.steps if step.position > now.step.position]
    return {
        "step": following[0],
        "resume_step": 0,
        "claimed_by": None,
        "entered_at": clock.utc_now(),
    }


def send_back(
    actor: Actor,
    material_id: int,
    *,
    seen_hash: str,
    opinion: str,
    to: ReturnTo = ReturnTo.START,
    version: int | None = None,
) -> MaterialRow:
    """Return a text for changes with an opinion; bound to the text seen and barred like `agree`.

    Args:
        actor: as in `agree`.
        material_id: which one.
        seen_hash: `MaterialRow.text_hash` of the text that was on the screen.
        opinion: what is to be changed; compulsory.
        to: whether it passes every step again afterwards, or comes straight back to this one.
        version: as in `agree`.

    Raises:
        OpinionNeededError, and what `agree` raises.
    """
    request = Request(version, seen_hash, rows.clean_text("opinion", opinion))
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.RETURN, request)
        resume = now.step.position if now.step and to == ReturnTo.HERE else 0
        changes = {**_LEFT, "resume_step": resume, "round": material.round + 1}
        return move(actor, material, decided(Action.RETURN, now, target, now.behalf_of), changes)


def issue(actor: Actor, material_id: int, *, version: int | None = None) -> MaterialRow:
    """Mark a text as issued, if it is still the one that was signed off, and mark what it corrects.

    The state only: whoever numbers and prints it calls this inside his own transaction.

    Raises:
        NotFoundError, NotNowError, MaterialChangedError, SignOffBrokenError.
    """
    with database.atomic():
        row = _simple(actor, material_id, Action.ISSUE, Request(version))
        correcting.take_its_place(actor, facts.find(material_id))
        return row


def void(actor: Actor, material_id: int, *, reason: str, version: int | None = None) -> MaterialRow:
    """Void a signed-off or issued text for good; a leader decides and says why.

    The state only: a number stays in its register, which the caller keeps in the same transaction.

    Raises:
        NotFoundError, NotNowError, NotLeaderError, MaterialChangedError, ReasonNeededError, BadTextError.
    """
    request = Request(version, opinion=rows.clean_text("reason", reason))
    return _simple(actor, material_id, Action.VOID, request, settles_check=True)


def archive(actor: Actor, material_id: int, *, version: int | None = None) -> MaterialRow:
    """Put away what was issued; what was issued first is checked before.

    Raises:
        NotFoundError, NotNowError, CheckOwedError, MaterialChangedError.
    """
    return _simple(actor, material_id, Action.ARCHIVE, Request(version))


def discard(actor: Actor, material_id: int, *, version: int | None = None) -> MaterialRow:
    """Put a draft that was never submitted into the trash.

    Raises:
        NotFoundError, NotNowError, NotAuthorError, SubmittedBeforeError, MaterialChangedError.
    """
    return _simple(actor, material_id, Action.DISCARD, Request(version))


def restore(actor: Actor, material_id: int, *, version: int | None = None) -> MaterialRow:
    """Take a draft out of the trash; a correction only while nobody has begun another.

    Raises:
        NotFoundError, NotNowError, NotAuthorError, RivalCorrectionError, MaterialChangedError.
    """
    with database.atomic():
        corrects = facts.find(material_id).corrects_id
        if corrects is not None:
            facts.hold(corrects)  # a correction that another desk begins comes before this or after
        return _simple(actor, material_id, Action.RESTORE, Request(version))


def terminate(actor: Actor, material_id: int, *, reason: str, version: int | None = None) -> MaterialRow:
    """End a text that was submitted once and will not be issued, with the reason.

    Raises:
        NotFoundError, NotNowError, NotAuthorError, NeverSubmittedError, WordsNeededError,
        MaterialChangedError, BadTextError.
    """
    request = Request(version, opinion=rows.clean_text("reason", reason))
    return _simple(actor, material_id, Action.TERMINATE, request)


def _simple(
    actor: Actor, material_id: int, action: Action, request: Request, *, settles_check: bool = False
) -> MaterialRow:
    """An act that changes the state and nothing else."""
    with database.atomic():
        material, now, target = begin(actor, material_id, action, request)
        changes = settled(material) if settles_check else {}
        return move(actor, material, decided(action, now, target), changes)
