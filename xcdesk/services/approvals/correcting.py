"""Corrections (更正): an issued text stays as it is; a new one takes its place, and each names the other."""

from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.db.base import database
from xcdesk.models import Material
from xcdesk.services.approvals import facts, texts
from xcdesk.services.approvals.rows import Action, MaterialRow, NewMaterial
from xcdesk.services.approvals.situation import Request
from xcdesk.services.approvals.writing import begin, decided, move, settled
from xcdesk.services.record import rows
from xcdesk.services.record.actor import Actor


def correct(actor: Actor, material_id: int, *, reason: str, version: int | None = None) -> MaterialRow:
    """Draft the correction of an issued text, which stands until this one has passed review and is issued.

    Args:
        actor: author of the correction.
        material_id: what was issued.
        reason: what is wrong.
        version: of the material as it was on the screen.

    Returns:
        The new draft; its ``corrects`` names the issue, whose ``corrected_by`` names the draft.

    Raises:
        NotFoundError, NotNowError, CorrectedAlreadyError, WordsNeededError, MaterialChangedError,
        BadTextError: nothing was written.
    """
    request = Request(version, opinion=rows.clean_text("reason", reason))
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.CORRECT, request)
        move(actor, material, decided(Action.CORRECT, now, target), {})
        new = NewMaterial(MaterialKind(material.kind), material.title, material.body)
        return texts.create(actor, new, corrects=material.id)


def take_its_place(actor: Actor, issued: Material) -> None:
    """Mark as corrected what ``issued``, going out in this transaction, corrects; what is voided stays so."""
    if issued.corrects_id is None:
        return
    facts.hold(issued.corrects_id)
    if facts.find(issued.corrects_id).state == MaterialState.VOIDED:
        return
    older, now, target = begin(actor, issued.corrects_id, Action.CORRECT, Request(replacing=True))
    move(actor, older, decided(Action.CORRECT, now, target), settled(older))
