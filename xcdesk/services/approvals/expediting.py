"""Issue first and check later (先发后审): with a reason, somebody who owes the check, and a day."""

from typing import Any

from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.services.approvals import correcting
from xcdesk.services.approvals.rows import Action, Expediting, MaterialRow
from xcdesk.services.approvals.situation import Request
from xcdesk.services.approvals.writing import begin, decided, move
from xcdesk.services.office import workdays
from xcdesk.services.record import rows
from xcdesk.services.record.actor import Actor


def expedite(
    actor: Actor, material_id: int, terms: Expediting, *, seen_hash: str, version: int | None = None
) -> MaterialRow:
    """Issue a text that nobody has signed off yet; it stays on Today until somebody else has checked it.

    The state only: whoever numbers and prints it calls this inside his own transaction.

    Args:
        actor: a leader who neither wrote nor submitted it.
        material_id: which one.
        terms: the reason, and who owes the check by when.
        seen_hash: `MaterialRow.text_hash` of the text that was on the screen.
        version: of the material as it was on the screen.

    Raises:
        NotFoundError, NotNowError, NotLeaderError, OwnTextError, OwnSubmissionError, EmptyMaterialError,
        UnfitPersonError, PartialPersonError, PastDueError, WordsNeededError, MaterialChangedError,
        OtherTextError: nothing was written.
    """
    reason = rows.clean_text("reason", terms.reason)
    due = terms.due or workdays.load().after(clock.today(), 1)
    request = Request(version, seen_hash, reason, person=terms.owner, due=due)
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.EXPEDITE, request)
        owner = now.person(terms.owner)
        changes: dict[str, Any] = {
            "step": 0,
            "resume_step": 0,
            "claimed_by": None,
            "entered_at": None,
            "expedited": True,
            "check_owner": terms.owner,
            "check_due": due,
        }
        act = decided(Action.EXPEDITE, now, target, concerning=owner.name if owner else "")
        row = move(actor, material, act, changes)
        correcting.take_its_place(actor, material)
        return row


def check(
    actor: Actor, material_id: int, *, seen_hash: str, opinion: str = "", version: int | None = None
) -> MaterialRow:
    """Check what was issued first (补审) and find it right; what is wrong is corrected or voided instead.

    Args:
        actor: who owes the check, or a leader; neither the one who issued it nor anybody who wrote in it.
        material_id: which one.
        seen_hash: of the text that was on the screen.
        opinion: may be empty.
        version: of the material as it was on the screen.

    Raises:
        NotFoundError, NotNowError, NothingToCheckError, OwnIssueError, NotCheckerError, OwnTextError,
        MaterialChangedError, OtherTextError.
    """
    request = Request(version, seen_hash, rows.clean_text("opinion", opinion))
    with database.atomic():
        material, now, target = begin(actor, material_id, Action.CHECK, request)
        return move(actor, material, decided(Action.CHECK, now, target), {"checked_at": clock.utc_now()})
