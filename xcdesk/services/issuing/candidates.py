"""Candidates for an issue beside contributions: marked in the log or the queue, or written in this office."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from xcdesk import clock
from xcdesk.codes import ContributionState, FigureTable, MaterialState, PieceKind, UnitKind
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError, StaleRowError
from xcdesk.models import Bulletin, Candidate, CoverageItem, Material, Outlet, Unit
from xcdesk.services.issuing import pieces, tray
from xcdesk.services.issuing.pieces import Piece
from xcdesk.services.issuing.tray import PieceText
from xcdesk.services.office.printed import label
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import TakenError

SIGNED = frozenset((MaterialState.APPROVED, MaterialState.ISSUED, MaterialState.ARCHIVED))
"""States of material that may be printed in an issue."""


class AlreadyMarkedError(DeskError):
    """The report or material is a candidate already; facts ``title`` and ``issue``, "" while unused."""

    code = "candidate.already_marked"


class NothingToMarkError(DeskError):
    """A counted item without a title has nothing to print."""

    code = "candidate.untitled"


class NotSignedError(DeskError):
    """Only signed material may be printed in an issue."""

    code = "candidate.not_signed"


@dataclass(frozen=True, slots=True)
class NewPiece:
    """Something written in this office for an issue: an item of its own, an editor's note, or a table."""

    kind: PieceKind
    text: PieceText
    section: str = ""
    figure: FigureTable | None = None


def mark_reports(actor: Actor, items: Sequence[int]) -> tuple[Piece, ...]:
    """Mark reports of the log as candidates, each once, however often its piece ran.

    Raises:
        NothingToMarkError: one has no title.
        AlreadyMarkedError: one is marked already, or used.
    """
    with database.atomic():
        return tuple(_mark_report(actor, item) for item in items)


def mark_material(actor: Actor, material: int) -> Piece:
    """Mark signed material as a candidate, with its text as it was signed.

    Raises:
        NotSignedError: it is not signed off.
        AlreadyMarkedError: it is marked already, or used.
    """
    with database.atomic():
        row = Material.get_or_none(Material.id == material)
        if row is None:
            raise NotFoundError(what="material", name=material)
        if row.state not in SIGNED or Bulletin.select().where(Bulletin.material == material).exists():
            raise NotSignedError(title=row.title)
        _require_unmarked(Candidate.material == material, row.title)
        return _create(
            actor, PieceKind.MATERIAL, material=material, title=row.title, body=row.body, section=_usual(None)
        )


def write(actor: Actor, new: NewPiece) -> Piece:
    """Add something written in this office; it waits in the tray until it is included."""
    section = rows.clean_text("section", new.section, tray.SECTION_LIMIT)
    figure = new.figure.value if new.figure is not None else ""
    with database.atomic():
        fields = tray.text_fields(new.kind, new.text)
        return _create(actor, new.kind, figure=figure, section=section, **fields)


def unmark(actor: Actor, piece: Piece) -> dict[str, Any]:
    """Take a mark off again; returns what `mark_again` needs.

    Raises:
        TakenError, IssuedError: it stands in an issue.
        StaleRowError: somebody has changed it meanwhile.
    """
    with database.atomic():
        row = pieces.require(piece)
        if pieces.bulletin_of(row) is not None:
            raise TakenError(title=row.title)
        kept = dict(row.__data__)
        chosen = (Candidate.id == piece.id) & (Candidate.version == piece.version)
        if Candidate.delete().where(chosen).execute() != 1:
            raise StaleRowError(table="candidate", id=piece.id)
        audit.record(actor, "candidate.unmarked", piece.key, title=row.title)
    return kept


def mark_again(actor: Actor, kept: dict[str, Any]) -> Piece:
    """Put back a candidate whose mark was taken off, under its own number."""
    with database.atomic():
        Candidate.insert(kept).execute()
        made = Piece(kept["id"], kept["version"], kept["kind"])
        audit.record(actor, "candidate.marked", made.key, title=kept["title"])
    return made


def decline(actor: Actor, piece: Piece) -> int:
    """Leave a candidate unused until it is put back; return its new version."""
    return _turn(actor, piece, ContributionState.DECLINED)


def put_back(actor: Actor, piece: Piece) -> int:
    """Lay a declined candidate back among those to choose from; return its new version."""
    return _turn(actor, piece, ContributionState.RECEIVED)


def marked_reports(items: Sequence[int]) -> dict[int, Piece]:
    """Which of some reports are candidates, by the report."""
    found = Candidate.select().where(Candidate.item.in_(list(items)))
    return {row.__data__["item"]: Piece(row.id, row.version, row.kind) for row in found}


def _mark_report(actor: Actor, item: int) -> Piece:
    row = (
        CoverageItem.select(CoverageItem, Outlet, Unit)
        .join(Outlet)
        .switch(CoverageItem)
        .join(Unit, JOIN.LEFT_OUTER)
        .where(CoverageItem.id == item, CoverageItem.removed_at.is_null())
        .get_or_none()
    )
    if row is None:
        raise NotFoundError(what="item", name=item)
    if not row.title:
        raise NothingToMarkError(outlet=row.outlet.name)
    _require_unmarked(Candidate.item == item, row.title)
    facts = {"title": row.title, "author": row.author, "section": _usual(row.unit)}
    return _create(actor, PieceKind.REPORT, item=item, **facts)


def _usual(unit: Unit | None) -> str:
    """Section for what is about a unit."""
    departments, counties, _ = contributions.sections()
    return counties if unit is not None and unit.kind == UnitKind.COUNTY else departments


def _require_unmarked(condition: object, title: str) -> None:
    found = (
        Candidate.select(Candidate, Bulletin)
        .join(Bulletin, JOIN.LEFT_OUTER)
        .where(condition)
        .order_by(Candidate.id.desc())
        .first()
    )
    if found is not None:
        number = found.bulletin.number if found.bulletin is not None else None
        where = label("bulletin.used_in", number=number) if number is not None else ""
        raise AlreadyMarkedError(title=title, issue=where)


def _create(actor: Actor, kind: PieceKind, **fields: Any) -> Piece:
    made = Candidate.create(kind=kind, marked_by=actor.id, marked_on=clock.today(), **fields)
    piece = Piece(made.id, made.version, kind)
    audit.record(actor, "candidate.marked", piece.key, title=made.title, kind=kind.value)
    return piece


def _turn(actor: Actor, piece: Piece, state: ContributionState) -> int:
    with database.atomic():
        row = pieces.require(piece)
        if pieces.bulletin_of(row) is not None:
            raise TakenError(title=row.title)
        stepped = rows.save_versioned(row, piece.version, {"state": state})
        audit.record(actor, f"candidate.{state.value}", piece.key)
    return stepped
