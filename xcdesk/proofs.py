"""An issue in the making as it will be printed: its pages, where each piece stands, and what to look at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from xcdesk import clock, office, settings
from xcdesk.codes import COLLECTED, LAID_OUT, PieceKind, Series
from xcdesk.errors import DeskError
from xcdesk.services.issuing import attention, bulletins, issue_text, live_figures, numbering, pieces
from xcdesk.services.issuing.attention import Concern, PieceField, Remark
from xcdesk.services.issuing.bulletins import DraftRow
from xcdesk.services.issuing.issue_text import Part
from xcdesk.services.issuing.numbering import Numbers
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.office import page_setup
from xcdesk.services.office.office_settings import OfficeSettings
from xcdesk.services.office.page_setup import PageSetup
from xcdesk.services.office.printed import label
from xcdesk.texts.documents import Block, BlockKind, Document, content_hash, from_text, to_text

if TYPE_CHECKING:  # printing is loaded when something is printed: start-up time
    from xcdesk.reports.pdf.concerns import Concern as Fault

_FIELDS: Mapping[str, tuple[Concern, PieceField]] = {
    "long_title": (Concern.LONG_TITLE, PieceField.TITLE),
    "no_source": (Concern.NO_SOURCE, PieceField.SOURCE),
    "no_rule": (Concern.NO_RULE, PieceField.BODY),
    "rare": (Concern.RARE, PieceField.BODY),
    "missing": (Concern.MISSING, PieceField.BODY),
}
_LEADING = 6.0
"""Room in pt above the letters of a line; the place of a block is where its letters begin."""
_SOURCED = frozenset((PieceKind.CONTRIBUTION, PieceKind.REPORT))


class SpoiltPieceError(DeskError):
    """One piece cannot be printed; fact ``title``. The others can."""

    code = "bulletin.spoilt_piece"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a page, from its upper edge to its lower one, in pt below the upper edge of the paper."""

    page: int
    top: float
    bottom: float


Places = Mapping[str, tuple[Stretch, ...]]
"""Where each piece stands, by its key."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Printed pages of a bulletin.

    Attributes:
        bulletin: which one.
        pdf: the file; of an issued bulletin the one that went out.
        places: where its pieces stand; empty for what is not made of pieces.
        remarks: what to look at before it is printed.
        up_to_date: whether its text is the one that log and pieces give now.
        issued: whether it went out, so that these are the pages that did.
    """

    bulletin: int
    pdf: bytes
    places: Places = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    up_to_date: bool = True
    issued: bool = False


def proof(bulletin: int, typed: PieceRow | None = None) -> Proof:
    """Pages as they went out, or as they would go out now.

    Args:
        bulletin: which one.
        typed: one of its pieces as somebody has typed it and not saved it yet.

    Raises:
        SpoiltPieceError: one piece cannot be printed.
        FontError: a face cannot be used.
    """
    if numbering.row(bulletin).number is not None:
        return Proof(bulletin, numbering.content(bulletin, office.PDF), issued=True)
    draft = bulletins.get(bulletin)
    if draft.series not in LAID_OUT:
        pdf = office.proof_pdf(draft).pdf
        return Proof(bulletin, pdf, up_to_date=not draft.open or bulletins.is_up_to_date(bulletin))
    return _of_pieces(draft, typed)


def sample(series: Series, chosen: OfficeSettings, setup: PageSetup, fonts: str = "") -> bytes:
    """Pages with settings that are not saved yet: the last text of a series, or a sample.

    Raises:
        DeskError: a part of the set-up cannot be printed, or a face cannot be used.
    """
    from xcdesk.reports.pdf.issue import print_issue  # start-up time

    setup = page_setup.checked(setup)
    last = next((row for row in bulletins.in_the_making() if row.series == series), None)
    text = live_figures.frozen(last.text) if last is not None else label("bulletin.sample_text")
    issue = office.settled(
        series, Numbers(clock.today().year, 1, 1, clock.today()), clock.today(), chosen, setup
    )
    return print_issue(issue, from_text(text), Path(fonts) if fonts else None).pdf


def spoilt(parts: Sequence[Part], prints: Callable[[Document], object]) -> str | None:
    """Key of the first piece that cannot be printed alone; None when each can."""
    for part in parts:
        try:
            prints(Document(part.blocks))
        except Exception:  # noqa: BLE001  # whatever it is: the question is which piece brings it
            return part.key
    return None


def _of_pieces(draft: DraftRow, typed: PieceRow | None) -> Proof:
    parts = bulletins.laid_out(draft.id, typed)
    now = issue_text.whole(parts)
    current = content_hash(draft.title, to_text(now)) == content_hash(draft.title, draft.text)
    shown = typed is not None and draft.open and not draft.by_hand
    document = now if shown else from_text(live_figures.frozen(draft.text))
    rows = [typed if typed and typed.key == row.key else row for row in pieces.in_bulletin(draft.id)]
    try:
        printed = office.print_text(draft, document)
    except DeskError:
        raise
    except Exception as error:
        key = spoilt(parts, lambda one: office.print_text(draft, one))
        name = next((row.name for row in rows if row.key == key), None)
        if name is None:
            raise
        raise SpoiltPieceError(title=name) from error
    owners = tuple(_owners(parts, document))
    starts = [
        (place.page, place.top - _LEADING, _standing(document, owners, place.block))
        for place in printed.places
    ]
    order = {row.key: at for at, row in enumerate(rows)}
    remarks = (*attention.remarks(rows), *_concerns(draft, document, owners, rows))
    return Proof(
        bulletin=draft.id,
        pdf=printed.pdf,
        places=_stretches(starts, printed.ends),
        remarks=tuple(sorted(remarks, key=lambda one: order[one.key])),
        up_to_date=current or shown or not draft.open or draft.by_hand,
    )


def _standing(document: Document, owners: Sequence[str], block: int) -> str:
    """Which piece stands where a block is printed; the heading of a section is nobody's place."""
    return "" if document.blocks[block].kind == BlockKind.SECTION else owners[block]


def _owners(parts: Sequence[Part], document: Document) -> Iterator[str]:
    """Key of the piece that each block of the document comes from, "" where it comes from none.

    A text that was edited by hand, or counted before the log changed, is still followed piece by piece.
    """
    composed = issue_text.whole(parts).blocks
    if [block.kind for block in composed] == [block.kind for block in document.blocks]:
        yield from (part.key for part in parts for _ in part.blocks)
        return
    firsts = [(_known(part.blocks[0]), part.key) for part in parts]
    owner, at = "", 0
    for block in document.blocks:
        ahead = next((to for to in range(at, len(firsts)) if firsts[to][0] == _known(block)), None)
        if ahead is not None:
            owner, at = firsts[ahead][1], ahead + 1
        yield owner


def _known(block: Block) -> tuple[str, str]:
    """What a block is known again by; a table by its head, for its figures move."""
    return block.kind, block.text or "|".join(block.rows[0] if block.rows else ())


def _stretches(starts: Sequence[tuple[int, float, str]], ends: Sequence[float]) -> Places:
    """Where each piece stands, from the beginning of its first block to that of the next piece."""
    if not starts:
        return {}
    found: dict[str, dict[int, Stretch]] = {}
    last = (len(ends) - 1, ends[-1], "")
    for start, following in zip(starts, (*starts[1:], last), strict=True):
        on = found.setdefault(start[2], {})
        for run in _run(start[:2], following[:2], ends):
            before = on.get(run.page, run)
            on[run.page] = Stretch(run.page, min(before.top, run.top), max(before.bottom, run.bottom))
    return {key: tuple(on.values()) for key, on in found.items() if key}


def _run(start: tuple[int, float], stop: tuple[int, float], ends: Sequence[float]) -> Iterator[Stretch]:
    """What lies between two places, page by page."""
    from xcdesk.reports.pdf.measures import TOP  # start-up time

    for page in range(start[0], stop[0] + 1):
        top = start[1] if page == start[0] else TOP
        bottom = stop[1] if page == stop[0] else ends[page]
        if bottom > top:
            yield Stretch(page, top, bottom)


def _concerns(
    draft: DraftRow, document: Document, owners: Sequence[str], rows: Sequence[PieceRow]
) -> Iterator[Remark]:
    """What the faces and the page say of the text, each told of the piece that it stands in."""
    named = {row.key: row for row in rows}
    for found in _faults(draft.series, document):
        row = named.get(owners[found.block])
        concern, where = _FIELDS[found.kind]
        if row is None or (concern == Concern.NO_SOURCE and row.kind not in _SOURCED):
            continue
        block = document.blocks[found.block]
        in_title = concern in {Concern.RARE, Concern.MISSING} and block.text == row.title
        detail = str(found.lines) if concern == Concern.LONG_TITLE else found.text
        yield Remark(concern, row.key, row.name, PieceField.TITLE if in_title else where, detail)


def _faults(series: Series, document: Document) -> "tuple[Fault, ...]":
    """What faces and page say of a text in a series."""
    from xcdesk.reports.pdf.concerns import concerns  # start-up time
    from xcdesk.reports.pdf.fonts import Role

    wanted = {Role(role): file for role, file in page_setup.load().faces.items()}
    return concerns(document, settings.own_fonts(), wanted, sources=series in COLLECTED)
