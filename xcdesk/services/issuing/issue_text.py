"""Puts an issue together from its pieces, as a plain document: sections, titles, texts, tables, notes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from xcdesk.codes import FigureTable, PieceKind
from xcdesk.models import BulletinSection
from xcdesk.services.issuing import figure_tables, figures
from xcdesk.services.issuing.figure_tables import Count
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.office.counting_rules import CountingRules
from xcdesk.services.office.printed import Period, label
from xcdesk.services.targets import contributions
from xcdesk.texts.documents import Block, BlockKind, Document, from_text, plain_line

_HEADS = frozenset((BlockKind.TITLE, BlockKind.SECTION))


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks of one piece, by its key; a heading of a section belongs to the first piece under it."""

    key: str
    blocks: tuple[Block, ...]


Heading = Callable[[int, str], Block]
"""Makes the heading of a section of its number, from 1, and its name."""


def section_heading(_number: int, name: str) -> Block:
    """``【name】``."""
    return Block(BlockKind.SECTION, name)


def parts(
    period: Period,
    sections: Sequence[str],
    pieces: Sequence[PieceRow],
    worded: CountingRules,
    heading: Heading = section_heading,
) -> tuple[Part, ...]:
    """An issue over ``period``: what stands before all sections, then its pieces by section in their order.

    Args:
        period: what its tables are counted over, once for all of them.
        sections: names in order; those without pieces are not printed.
        pieces: in their order, of all sections.
        worded: how the rules under its tables are told.
        heading: makes the heading of each section.
    """
    count = cache(figures.of_month)
    found: list[Part] = []
    number = 0
    for name in ("", *sections):
        head: tuple[Block, ...] = (heading(number + 1, name),) if name else ()
        for piece in pieces:
            blocks = piece_blocks(piece, period, worded, count) if piece.section == name else []
            if blocks:
                found.append(Part(piece.key, (*head, *blocks)))
                number += len(head)
                head = ()
    return tuple(found)


def whole(found: Iterable[Part]) -> Document:
    """The parts as one document."""
    return Document(tuple(block for part in found for block in part.blocks))


def stored_sections(bulletin: int) -> tuple[str, ...]:
    """Sections that somebody arranged, in their order; none where nobody has."""
    query = BulletinSection.select().where(BulletinSection.bulletin == bulletin)
    return tuple(row.name for row in query.order_by(BulletinSection.position))


def sections_of(stored: Sequence[str], pieces: Iterable[PieceRow]) -> tuple[str, ...]:
    """Sections of an issue: those arranged, then the usual ones that have pieces, then others as they appear.

    Figures come last where nobody has put them elsewhere. What has no section stands in front of them all and
    is not among them.
    """
    used = dict.fromkeys(piece.section for piece in pieces if piece.section)
    last = label("bulletin.section_figures")
    usual = [name for name in contributions.sections() if name in used]
    others = sorted(used, key=lambda name: name == last)
    return tuple(dict.fromkeys([*stored, *usual, *others]))


def piece_blocks(
    piece: PieceRow, period: Period, worded: CountingRules, count: Count = figures.of_month
) -> list[Block]:
    """One piece as it is printed."""
    if piece.kind == PieceKind.NOTE:
        return _note(piece.body)
    if piece.sentence:
        return _structured(piece.body or figure_tables.words(FigureTable(piece.figure), period, count))
    if piece.kind == PieceKind.FIGURE:
        return figure_tables.blocks(FigureTable(piece.figure), period, worded, piece.title, count)
    if piece.kind == PieceKind.TEXT:
        return _structured(piece.body)
    head = [Block(BlockKind.TITLE, piece.title)]
    source = source_line(piece)
    if source:
        head.append(Block(BlockKind.SOURCE, source))
    sent_in = piece.kind == PieceKind.CONTRIBUTION
    return head + (plain_blocks(piece.body) if sent_in else _structured(piece.body))


def source_line(piece: PieceRow) -> str:
    """Source and author as printed under a title; "" where neither is known."""
    if piece.source and piece.author:
        return label("bulletin.source_author", source=piece.source, author=piece.author)
    return piece.source or piece.author


def plain_blocks(body: str) -> list[Block]:
    """A contribution's text as paragraphs and headings; what looks like our marks is only text."""
    lines = (plain_line(raw) for raw in body.splitlines())
    return [block for line in lines for block in from_text(line).blocks]


def _note(body: str) -> list[Block]:
    """The editor's note: its first paragraph with the printed word, the others as they are."""
    paragraphs = [line.strip() for line in body.splitlines() if line.strip()]
    head = label("bulletin.note_head")
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in paragraphs]
    if paragraphs:
        blocks[0] = Block(BlockKind.NOTE, head + paragraphs[0].removeprefix(head))
    return blocks


def _structured(body: str) -> list[Block]:
    """A text of our own with its tables; its titles become text, for the contents name the pieces alone."""
    return [
        Block(BlockKind.PARAGRAPH, block.text) if block.kind in _HEADS else block
        for block in from_text(body).blocks
    ]
