"""What stands in an issue or may: contributions and candidates read as one kind of row."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from xcdesk import clock
from xcdesk.codes import OF_ONE_ISSUE, SENTENCES, ContributionState, PieceKind, Series
from xcdesk.errors import NotFoundError
from xcdesk.models import Bulletin, Candidate, Contribution, CoverageItem, Outlet
from xcdesk.services.office.printed import label
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import IssuedError

NOTE_SHOWN = 24
"""Characters of a text without a title that stand for one in lists."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A contribution or a candidate as the window read it."""

    id: int
    version: int
    kind: PieceKind = PieceKind.CONTRIBUTION

    @property
    def key(self) -> str:
        """Its table and id, which name it among all pieces."""
        return key_of(self.kind, self.id)


@dataclass(frozen=True, slots=True)
class PieceRow:
    """One piece as lists show it and an issue prints it.

    Attributes:
        title: "" for a figure that keeps its usual caption; a note has none.
        source: the source line without the author, as printed.
        source_line: what was written over the usual one, "" where nothing was.
        sender: the outlet or unit that it came from, "" for what was made here.
        bulletin: the issue it stands in; ``issue`` and ``series`` are that one's once it is out.
        day: received or marked on.
        origin: the report or the material that it was marked from.
        figure: code of the `FigureTable` that it is, "" for any other; a sentence prints ``body`` instead
            where somebody wrote it anew.
    """

    kind: PieceKind
    id: int
    title: str
    body: str
    source: str
    source_line: str
    sender: str
    author: str
    section: str
    state: ContributionState
    bulletin: int | None
    position: int
    issue: int | None
    series: Series | None
    day: dt.date
    version: int
    origin: int | None = None
    figure: str = ""

    @property
    def key(self) -> str:
        """Its table and id."""
        return key_of(self.kind, self.id)

    @property
    def piece(self) -> Piece:
        """What a write to it takes."""
        return Piece(self.id, self.version, self.kind)

    @property
    def sentence(self) -> bool:
        """Whether it is counted from the log and put in words."""
        return self.kind == PieceKind.FIGURE and self.figure in SENTENCES

    @property
    def name(self) -> str:
        """What lists call it."""
        start = " ".join(self.body.split())[:NOTE_SHOWN]
        if self.kind == PieceKind.NOTE:
            return label("bulletin.note_named", start=start) if start else label("bulletin.note")
        if self.kind == PieceKind.TEXT:
            return start or label("bulletin.new_text")
        if self.kind == PieceKind.FIGURE and not self.title:
            return label(f"bulletin.inset_{self.figure}")
        return self.title


def key_of(kind: PieceKind, number: int) -> str:
    """Table and id of a piece; ids of contributions and of candidates are counted apart."""
    table = "contribution" if kind == PieceKind.CONTRIBUTION else "candidate"
    return f"{table}:{number}"


def get(kind: PieceKind, number: int) -> PieceRow:
    """One piece; raises `NotFoundError`."""
    if kind == PieceKind.CONTRIBUTION:
        found = _contributions(Contribution.id == number)
    else:
        found = _candidates(Candidate.id == number)
    if not found:
        raise NotFoundError(what="contribution", name=number)
    return found[0]


def in_bulletin(bulletin: int) -> tuple[PieceRow, ...]:
    """Pieces of one issue, in its order."""
    held = [*_contributions(Contribution.bulletin == bulletin), *_candidates(Candidate.bulletin == bulletin)]
    return tuple(sorted(held, key=lambda row: (row.position, row.kind != PieceKind.CONTRIBUTION, row.id)))


def to_choose_from(until: dt.date, bulletin: int | None) -> tuple[PieceRow, ...]:
    """The tray of an issue: what is unused up to ``until``, what stands in it, and the others of the week."""
    monday, _ = clock.week_of(until)
    found: list[PieceRow] = []
    for model, day, read in (
        (Contribution, Contribution.received_on, _contributions),
        (Candidate, Candidate.marked_on, _candidates),
    ):
        recent = day.between(monday, until)
        if model is Candidate:
            recent &= Candidate.kind != PieceKind.OWN
        wanted = ((model.state == ContributionState.RECEIVED) & (day <= until)) | recent
        if bulletin is not None:
            wanted |= model.bulletin == bulletin
        if model is Candidate:
            waiting = Candidate.state == ContributionState.RECEIVED  # taken out by an earlier version
            wanted &= Candidate.kind.not_in(OF_ONE_ISSUE) | waiting
        found += read(wanted)
    return tuple(sorted(found, key=lambda row: (row.day, row.kind != PieceKind.CONTRIBUTION, row.id)))


def require(piece: Piece) -> Contribution | Candidate:
    """The row of a piece, unless it went out already.

    Raises:
        NotFoundError: there is none.
        IssuedError: what went out does not change.
    """
    if piece.kind == PieceKind.CONTRIBUTION:
        return contributions.require(piece.id)
    row: Candidate | None = (
        Candidate.select(Candidate, Bulletin)
        .join(Bulletin, JOIN.LEFT_OUTER)
        .where(Candidate.id == piece.id)
        .get_or_none()
    )
    if row is None:
        raise NotFoundError(what="contribution", name=piece.id)
    if row.bulletin is not None and row.bulletin.number is not None:
        raise IssuedError(title=row.title, number=row.bulletin.number)
    return row


def bulletin_of(row: Contribution | Candidate) -> int | None:
    """Id of the bulletin a piece stands in, without reading that bulletin."""
    bulletin: int | None = row.__data__["bulletin"]
    return bulletin


def report_source(item: CoverageItem) -> str:
    """Where and when a report ran, as its source line."""
    outlet = label("bulletin.report_source", outlet=item.outlet.name, month=item.day.month, day=item.day.day)
    return outlet + item.slot


def _contributions(condition: object) -> list[PieceRow]:
    return [_of_contribution(found) for found in contributions.with_sources().where(condition)]


def _candidates(condition: object) -> list[PieceRow]:
    query = (
        Candidate.select(Candidate, CoverageItem, Outlet, Bulletin)
        .join(CoverageItem, JOIN.LEFT_OUTER)
        .join(Outlet, JOIN.LEFT_OUTER)
        .switch(Candidate)
        .join(Bulletin, JOIN.LEFT_OUTER)
        .where(condition)
    )
    return [_of_candidate(found) for found in query]


def _of_contribution(found: Contribution) -> PieceRow:
    outlet = found.outlet.name if found.outlet is not None else ""
    unit = found.unit.name if found.unit is not None else ""
    return PieceRow(
        kind=PieceKind.CONTRIBUTION,
        source=found.source_line or outlet or unit,
        sender=outlet or unit,
        day=found.received_on,
        **_shared(found),
    )


def _of_candidate(found: Candidate) -> PieceRow:
    item = found.item
    return PieceRow(
        kind=found.kind,
        source=found.source_line or (report_source(item) if item is not None else ""),
        sender=item.outlet.name if item is not None else "",
        day=found.marked_on,
        origin=found.__data__["item"] or found.__data__["material"],
        figure=found.figure,
        **_shared(found),
    )


def _shared(found: Contribution | Candidate) -> dict[str, Any]:
    """What both tables hold alike."""
    out = found.bulletin if found.bulletin is not None and found.bulletin.number is not None else None
    return {
        "id": found.id,
        "title": found.title,
        "body": found.body,
        "source_line": found.source_line,
        "author": found.author,
        "section": found.section,
        "state": found.state,
        "bulletin": bulletin_of(found),
        "position": found.position,
        "issue": out.number if out is not None else None,
        "series": out.series if out is not None else None,
        "version": found.version,
    }
