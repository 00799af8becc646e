"""Corrections of what went out (更正): drafted with the pieces of the issue they correct, which they name."""

from xcdesk.codes import OF_ONE_ISSUE, ContributionState, PieceKind
from xcdesk.db.base import database
from xcdesk.models import Bulletin, BulletinSection, Candidate, Material
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialRow
from xcdesk.services.issuing import issue_text, pieces, register
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.issuing.register import Entry
from xcdesk.services.office.printed import label
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.texts.documents import Document, to_text


def correct(actor: Actor, material: int, *, reason: str, version: int | None = None) -> MaterialRow:
    """Draft the correction of an issued text; that of a bulletin is the next issue of its series and period.

    It begins with the text and the pieces of the issue, as copies that are edited in place of those that went
    out; a contribution goes on counting once, for the issue that accepted it.

    Raises:
        DeskError: the approval queue refuses; nothing was written.
    """
    with database.atomic():
        made = approvals.correct(actor, material, reason=reason, version=version)
        older = Bulletin.get_or_none(Bulletin.material == material)
        if older is not None:
            row = Bulletin.create(
                series=older.series,
                period_start=older.period_start,
                period_end=older.period_end,
                material=made.id,
                composed_hash=older.composed_hash,
                wording=older.wording,
            )
            _copy(actor, older.id, row.id)
            audit.record(
                actor,
                "bulletin.drafted",
                f"bulletin:{row.id}",
                series=older.series.value,
                corrects=f"bulletin:{older.id}",
            )
        return made


def corrected(material: int) -> Entry | None:
    """What a material corrects, as it stands in the register; None for one that corrects nothing."""
    older = Material.get_by_id(material).corrects_id
    return None if older is None else register.of_material(older)


def correction(material: int) -> Entry | None:
    """The issue that took the place of a material; None as long as none has gone out."""
    found = Material.select(Material.id).where(Material.corrects == material).order_by(Material.id.desc())
    issued = (register.of_material(row.id) for row in found)
    return next((entry for entry in issued if entry is not None), None)


def printed(material: int) -> str:
    """What the first page of a correction says of the issue that it corrects; "" for any other text."""
    older = corrected(material)
    if older is None:
        return ""
    key = "print.corrects" if older.bulletin is not None else "print.corrects_paper"
    return label(key, year=older.year, number=older.number, running=older.running or "", day=older.issued_on)


def _copy(actor: Actor, older: int, newer: int) -> None:
    """Sections and pieces of one issue as pieces of another."""
    for position, name in enumerate(issue_text.stored_sections(older), start=1):
        BulletinSection.create(bulletin=newer, name=name, position=position)
    for position, piece in enumerate(pieces.in_bulletin(older), start=1):
        Candidate.create(
            kind=piece.kind if piece.kind in OF_ONE_ISSUE else PieceKind.OWN,
            figure=piece.figure,
            title=piece.title,
            body=_body(piece),
            source_line=piece.source,
            author=piece.author,
            section=piece.section,
            state=ContributionState.ACCEPTED,
            bulletin=newer,
            position=position,
            marked_by=actor.id,
        )


def _body(piece: PieceRow) -> str:
    """The text of a piece in the marks of our own texts; what was sent in has none."""
    if piece.kind != PieceKind.CONTRIBUTION:
        return piece.body
    return to_text(Document(tuple(issue_text.plain_blocks(piece.body)))).strip()
