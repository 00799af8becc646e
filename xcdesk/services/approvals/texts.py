"""Drafting and editing: every saved text is a revision, and the same text again is none."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from xcdesk import clock, normalise
from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.db.base import database
from xcdesk.models import Material, MaterialVersion
from xcdesk.services.approvals import facts, listing, refusals, seating
from xcdesk.services.approvals.rows import CREATED, Action, MaterialRow, NewMaterial, TextChange
from xcdesk.services.approvals.situation import Request
from xcdesk.services.approvals.writing import Act, begin, move, note, rank_of
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.texts.documents import content_hash, from_text, to_text
from xcdesk.wording import Listed

_LONGEST_TITLE = 200
_LONGEST_TEXT = 500_000


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


def create(actor: Actor, new: NewMaterial, *, corrects: int | None = None) -> MaterialRow:
    """Draft a material; its text becomes revision 1.

    Args:
        actor: its author.
        new: its text.
        corrects: the issue that it is to take the place of, as `correct` makes it.

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
            rank=rank_of(MaterialState.DRAFT, new.needed_by),
            author=actor.id,
            corrects=corrects,
        )
        _keep_text(actor, material, text, revision=1)
        note(actor, material, Act(CREATED, MaterialState.DRAFT, MaterialState.DRAFT))
        return listing.row(material.id)


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
        material, now, target = begin(actor, material_id, Action.EDIT, Request(version=version))
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
            first = now.steps[0].position
            changes |= {"step": first, "resume_step": 0, "round": material.round + 1, "claimed_by": None}
            changes["entered_at"] = clock.utc_now()
        # the versioned save comes first: of two desks at once the second is refused there
        moved = move(actor, material, Act(Action.EDIT, now.state, target), changes)
        _keep_text(actor, material, text, revision=moved.revision)
        if target == MaterialState.IN_REVIEW:
            seating.reseat(material.id, now.steps[0].position, facts.barred_from(material.id))
        return moved


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
        rank = rank_of(MaterialState(material.state), needed_by)
        rows.save_versioned(material, material.version, {"needed_by": needed_by, "rank": rank})
        audit.record(actor, "material.planned", f"material:{material.id}", needed_by=needed_by)
    return listing.row(material.id)
