"""Decisions on paper (代录签批): a signed sheet, recorded as such and never taken for one made in here."""

from dataclasses import replace
from pathlib import Path

from xcdesk.codes import MaterialState
from xcdesk.db.base import database
from xcdesk.errors import NotFoundError
from xcdesk.files import safe_name
from xcdesk.models import MaterialEvent, PaperSheet
from xcdesk.progress import Operation
from xcdesk.services.approvals import facts, refusals, seating
from xcdesk.services.approvals.rows import Action, MaterialRow, PaperSigned
from xcdesk.services.approvals.rules import paper_completes
from xcdesk.services.approvals.situation import Request, Situation
from xcdesk.services.approvals.verbs import onward
from xcdesk.services.approvals.writing import begin, decided, move, settled
from xcdesk.services.record import rows
from xcdesk.services.record.actor import Actor
from xcdesk.wording import Listed

_NAME, _LABEL = 40, 120
SCANS = ("pdf", "ofd", "png", "jpg", "jpeg", "bmp", "tif", "tiff")
"""Endings of files that are taken as the scan of a signed sheet."""


def sign_on_paper(
    recorder: Actor,
    material_id: int,
    signed: PaperSigned,
    *,
    seen_hash: str,
    version: int | None = None,
    operation: Operation | None = None,
) -> MaterialRow:
    """Record that somebody signed the step in hand on paper.

    It is written down as recorded by one person for another, with the sheet, and never counts as an agreement
    that the signatory gave in here. An office of one person works this way.

    Args:
        recorder: somebody without a part in the text, unless the office has nobody else.
        material_id: which one.
        signed: the sheet: who signed it, when, and the scan; the name of an account stands for that account.
        seen_hash: hash of the text that was printed and signed.
        version: of the material as it was on the screen.
        operation: progress and cancel of keeping the file.

    Raises:
        OwnPaperError, OwnSheetError, WritersSheetError, LaterSheetError, NotSignatoryError, ScanFormatError,
        MaterialChangedError, OtherTextError, and what keeping the file refuses: nothing was written.
    """
    from xcdesk.services.log import stored_files  # start-up time

    label, sheet = _label(signed), _of_account(signed)
    request = Request(version, seen_hash, rows.clean_text("opinion", signed.opinion), paper=sheet)
    with database.atomic():
        material, now, target = begin(recorder, material_id, Action.PAPER, request)
        file = stored_files.store(label, signed.scan.opened, operation)
        moved = _sign(recorder, now, target, material_id)
        event = facts.events_of(material.id)[-1]
        _keep(event, sheet, file, label)
        return moved


def void_on_paper(
    recorder: Actor,
    material_id: int,
    signed: PaperSigned,
    *,
    reason: str,
    version: int | None = None,
    operation: Operation | None = None,
) -> MaterialRow:
    """Void a text as a leader without an account decided on paper, in an office that has no leader in here.

    The state only, as `verbs.void`: a number stays in its register.

    Args:
        recorder: who keeps the office; he records the decision, and nobody takes it for his own.
        material_id: which one.
        signed: the sheet: who decided, when, and the scan.
        reason: why it is void.
        version: of the material as it was on the screen.
        operation: progress and cancel of keeping the file.

    Raises:
        NotFoundError, NotNowError, NotLeaderError, MaterialChangedError, ReasonNeededError,
        NoLeadersSheetError, LaterSheetError, ScanFormatError, BadTextError, and what keeping the file
        refuses: nothing was written.
    """
    from xcdesk.services.log import stored_files  # start-up time

    label, sheet = _label(signed), _of_account(signed)
    request = Request(version, opinion=rows.clean_text("reason", reason), paper=sheet)
    with database.atomic():
        material, now, target = begin(recorder, material_id, Action.VOID, request)
        file = stored_files.store(label, signed.scan.opened, operation)
        act = decided(Action.VOID, now, target, concerning=sheet.signatory)
        moved = move(recorder, material, act, settled(material))
        _keep(facts.events_of(material.id)[-1], sheet, file, label)
        return moved


def _label(signed: PaperSigned) -> str:
    """What the scan is called."""
    label = safe_name(signed.scan.name)[-_LABEL:]
    if label.rpartition(".")[2].casefold() not in SCANS:
        raise refusals.ScanFormatError(name=label, known=Listed(SCANS))
    return label


def _of_account(signed: PaperSigned) -> PaperSigned:
    """The sheet with the account of its signatory: whoever has one signs as himself, not as a stranger."""
    name = rows.required_text("signatory", signed.signatory, _NAME)
    sheet = replace(signed, signatory=name, post=rows.clean_text("post", signed.post, _NAME))
    for person in facts.people():
        if person.id == sheet.person or (sheet.person is None and person.name == sheet.signatory):
            return replace(sheet, signatory=person.name, person=person.id)
    return sheet


def write_scan(sheet: int, path: Path) -> None:
    """Write the scan of a signed sheet to ``path``, whole and verified or not at all.

    Raises:
        NotFoundError: there is no such sheet.
        DamagedFileError, FileInUseError: nothing was written.
    """
    from xcdesk.services.log import stored_files  # start-up time

    kept = PaperSheet.get_or_none(PaperSheet.id == sheet)
    if kept is None:
        raise NotFoundError(what="material", name=sheet)
    stored_files.write_to(kept.file_id, kept.label, path)


def _sign(recorder: Actor, now: Situation, target: MaterialState, material_id: int) -> MaterialRow:
    """Seat and state, as an agreement of the signatory would leave them."""
    sheet, bench = now.request.paper, now.bench
    if sheet is None or bench is None:
        raise RuntimeError("only what is in review is signed")
    seat = bench.seat_of(sheet.person) if sheet.person is not None else None
    if seat is not None:
        seating.agreed(material_id, bench.step.position, seat)
    person = None if sheet.person is None else now.person(sheet.person)
    act = decided(Action.PAPER, now, target, person, sheet.signatory)
    material = facts.find(material_id)
    return move(recorder, material, act, onward(now, target, done=paper_completes(now)))


def _keep(event: MaterialEvent, sheet: PaperSigned, file: int, label: str) -> None:
    PaperSheet.create(
        event=event,
        signatory=sheet.signatory,
        post=sheet.post,
        person=sheet.person,
        signed_on=sheet.signed_on,
        file=file,
        label=label,
    )
