"""What can be done to a material: each verb is one transaction with one event and one audit row.

Bulletins add a number and a printed file to an issue: `issue` (and `void`) change the state only and may run
inside a caller's transaction, which then holds the number, the file and the state together.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xcdesk import clock, normalise
from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.db.base import database
from xcdesk.documents import content_hash, from_text, to_text
from xcdesk.models import Material, MaterialEvent, MaterialVersion
from xcdesk.services.approvals import reading, refusals
from xcdesk.services.approvals.rows import (
    CREATED,
    Action,
    MaterialRow,
    NewMaterial,
    ReturnTo,
    TextChange,
)
from xcdesk.services.approvals.rules import MACHINE, Request, Situation
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.wording import Listed

_LONGEST_TITLE = 200
_LONGEST_TEXT = 500_000
_PAST = {
    CREATED: "material.created",
    Action.EDIT: "material.edited",
    Action.SUBMIT: "material.submitted",
    Action.RECALL: "material.recalled",
    Action.AGREE: "material.agreed",
    Action.RETURN: "material.returned",
    Action.ISSUE: "material.issued",
    Action.VOID: "material.voided",
}


@dataclass(frozen=True, slots=True)
class _Text:
    title: str
    body: str
    text_hash: str


def kind_of(code: str) -> MaterialKind:
    """The kind with this code.

    Raises:
        UnknownKindError: the office does not issue such a thing; an outlet's reporting is never material.
    """
    if code not in set(MaterialKind):
        raise refusals.UnknownKindError(kind=code, known=Listed(tuple(MaterialKind)))
    return MaterialKind(code)


def create(actor: Actor, new: NewMaterial) -> MaterialRow:
    """Draft a material; its text becomes revision 1.

    Raises:
        UntitledError, BadTextError: nothing was written.
    """
    text = _clean(new.title, new.text)
    with database.atomic():
        material = Material.create(
            kind=new.kind,
            title=text.title,
            body=text.body,
            text_hash=text.text_hash,
            needed_by=new.needed_by,
            author=actor.id,
        )
        _keep_text(actor, material, text, revision=1)
        _note(actor, material, _Act(CREATED, MaterialState.DRAFT, MaterialState.DRAFT))
        return reading.row(material.id)


def edit(actor: Actor, material_id: int, change: TextChange, *, version: int | None = None) -> MaterialRow:
    """Save a new text as the next revision; the same text again is no revision and no event.

    In review or signed off, a changed text loses the agreements given on the older one and is reviewed from
    the first step again. Day needed may change at any time without touching a sign-off.

    Args:
        actor: who wrote it; he cannot sign it off afterwards.
        material_id: which one.
        change: the whole text as it stands in the editor.
        version: `MaterialRow.version` that the editor was opened with; None takes it as it is now.

    Raises:
        NotFoundError, UntitledError, BadTextError, NotNowError, MaterialChangedError, StaleRowError: nothing
            was written; the text is still the caller's.
    """
    text = _clean(change.title, change.text)
    with database.atomic():
        material = reading.find(material_id)
        now = reading.situation(actor, material, Request(version=version))
        target = MACHINE.fire(Action.EDIT, now.state, now)
        if text.text_hash == material.text_hash:
            return _plan(actor, material, change.needed_by)
        changes: dict[str, Any] = {
            "title": text.title,
            "body": text.body,
            "text_hash": text.text_hash,
            "needed_by": change.needed_by,
            "revision": material.revision + 1,
        }
        if target == MaterialState.IN_REVIEW:
            first = reading.steps_of(material.kind)[0].position
            changes |= {"step": first, "resume_step": 0, "round": material.round + 1}
        # the versioned save comes first: of two desks at once the second is refused there
        moved = _move(actor, material, _Act(Action.EDIT, now.state, target), changes)
        _keep_text(actor, material, text, revision=moved.revision)
        return moved


def submit(actor: Actor, material_id: int, *, version: int | None = None) -> MaterialRow:
    """Send a draft to review, at the step that returned it "to here" or at the first.

    Raises:
        NotFoundError, NotNowError, NotWriterError, EmptyMaterialError, MaterialChangedError.
    """
    with database.atomic():
        material, now = _situation(actor, material_id, Request(version=version))
        target = MACHINE.fire(Action.SUBMIT, now.state, now)
        step = reading.current_step(reading.steps_of(material.kind), material.resume_step)
        changes = {"submitted_by": actor.id, "step": step.position}
        return _move(actor, material, _Act(Action.SUBMIT, now.state, target, step_name=step.name), changes)


def recall(actor: Actor, material_id: int, *, version: int | None = None) -> MaterialRow:
    """Take a text back from review before the step in hand has decided; only its submitter can.

    Raises:
        NotFoundError, NotNowError, NotSubmitterError, MaterialChangedError.
    """
    with database.atomic():
        material, now = _situation(actor, material_id, Request(version=version))
        target = MACHINE.fire(Action.RECALL, now.state, now)
        return _move(actor, material, _decided(Action.RECALL, now, target), {"step": 0})


def agree(
    actor: Actor, material_id: int, *, seen_hash: str, opinion: str = "", version: int | None = None
) -> MaterialRow:
    """Agree to the text with hash ``seen_hash`` at the step in hand; the last step signs it off.

    Args:
        actor: of the step's role; neither its submitter nor a writer of it since the last sign-off.
        material_id: which one.
        seen_hash: `MaterialRow.text_hash` of the text that was on the screen.
        opinion: what he wrote; may be empty.
        version: `MaterialRow.version` that was on the screen; a second click is refused by it.

    Raises:
        NotFoundError, NotNowError, NotYourStepError, AdministratorError, OwnSubmissionError, OwnTextError,
        MaterialChangedError, OtherTextError, BadTextError: nothing was written.
    """
    request = Request(version, seen_hash, rows.clean_text("opinion", opinion))
    with database.atomic():
        material, now = _situation(actor, material_id, request)
        target = MACHINE.fire(Action.AGREE, now.state, now)
        following = [step.position for step in reading.steps_of(material.kind) if step.position > _step(now)]
        changes = {"step": following[0] if target == MaterialState.IN_REVIEW else 0, "resume_step": 0}
        return _move(actor, material, _decided(Action.AGREE, now, target), changes)


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
        material, now = _situation(actor, material_id, request)
        target = MACHINE.fire(Action.RETURN, now.state, now)
        resume = _step(now) if to == ReturnTo.HERE else 0
        changes = {"step": 0, "resume_step": resume, "round": material.round + 1}
        return _move(actor, material, _decided(Action.RETURN, now, target), changes)


def issue(actor: Actor, material_id: int, *, version: int | None = None) -> MaterialRow:
    """Mark a signed-off text as issued, if it is still the text that was signed.

    The state only: whoever numbers and prints it calls this inside his own transaction.

    Raises:
        NotFoundError, NotNowError, MaterialChangedError, SignOffBrokenError.
    """
    with database.atomic():
        material, now = _situation(actor, material_id, Request(version=version))
        target = MACHINE.fire(Action.ISSUE, now.state, now)
        return _move(actor, material, _decided(Action.ISSUE, now, target), {})


def void(actor: Actor, material_id: int, *, reason: str, version: int | None = None) -> MaterialRow:
    """Void a signed-off or issued text for good; a leader decides and says why.

    The state only: a number stays in its register, which the caller keeps in the same transaction.

    Raises:
        NotFoundError, NotNowError, NotLeaderError, MaterialChangedError, ReasonNeededError, BadTextError.
    """
    request = Request(version=version, opinion=rows.clean_text("reason", reason))
    with database.atomic():
        material, now = _situation(actor, material_id, request)
        target = MACHINE.fire(Action.VOID, now.state, now)
        return _move(actor, material, _decided(Action.VOID, now, target), {})


@dataclass(frozen=True, slots=True)
class _Act:
    """What is written down of one act."""

    action: str
    source: MaterialState
    target: MaterialState
    step: int | None = None
    step_name: str = ""
    opinion: str = ""


def _decided(action: Action, now: Situation, target: MaterialState) -> _Act:
    """An act at the step in hand."""
    step_name = now.step.name if now.step else ""
    return _Act(action, now.state, target, _step(now), step_name, now.request.opinion or "")


def _step(now: Situation) -> int:
    return now.step.position if now.step else 0


def _situation(actor: Actor, material_id: int, request: Request) -> tuple[Material, Situation]:
    material = reading.find(material_id)
    return material, reading.situation(actor, material, request)


def _clean(title: str, text: str) -> _Text:
    name = normalise.clean(rows.clean_text("title", title, _LONGEST_TITLE))
    if not name:
        raise refusals.UntitledError
    body = to_text(from_text(rows.clean_text("text", text, _LONGEST_TEXT)))
    return _Text(name, body, content_hash(name, body))


def _keep_text(actor: Actor, material: Material, text: _Text, *, revision: int) -> None:
    MaterialVersion.create(
        material=material,
        revision=revision,
        title=text.title,
        body=text.body,
        text_hash=text.text_hash,
        written_by=actor.id,
    )


def _plan(actor: Actor, material: Material, needed_by: dt.date | None) -> MaterialRow:
    """Change the day needed alone: no new text, so no event and no lost agreement."""
    if needed_by != material.needed_by:
        rows.save_versioned(material, material.version, {"needed_by": needed_by})
        audit.record(actor, "material.planned", f"material:{material.id}", needed_by=needed_by)
    return reading.row(material.id)


def _move(actor: Actor, material: Material, act: _Act, changes: Mapping[str, Any]) -> MaterialRow:
    """Write a transition: the material, its event and its audit row."""
    changes = {**changes, "state": act.target, "changed_at": clock.utc_now()}
    rows.save_versioned(material, material.version, changes)
    _note(actor, reading.find(material.id), act)
    return reading.row(material.id)


def _note(actor: Actor, material: Material, act: _Act) -> None:
    MaterialEvent.create(
        material=material,
        who=actor.id,
        who_name=actor.name,
        who_post=actor.post,
        action=act.action,
        from_state=act.source,
        to_state=act.target,
        step=material.step if act.step is None else act.step,
        step_name=act.step_name,
        revision=material.revision,
        text_hash=material.text_hash,
        opinion=act.opinion,
    )
    audit.record(
        actor,
        _PAST[act.action],
        f"material:{material.id}",
        **{"from": act.source, "to": act.target, "revision": material.revision, "hash": material.text_hash},
    )
