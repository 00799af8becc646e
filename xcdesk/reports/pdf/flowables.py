"""The blocks of a document as pieces of the page: paragraphs, headings, titles, captions, tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from typing_extensions import override

from xcdesk import wording
from xcdesk.reports.pdf.breaker import Line, break_lines
from xcdesk.reports.pdf.charts import chart_rows
from xcdesk.reports.pdf.fonts import Role
from xcdesk.reports.pdf.leads import lead_of
from xcdesk.reports.pdf.measures import BODY, CELL, HEIGHT, WIDTH, Pitch
from xcdesk.reports.pdf.official import SIGNED, Official, Place, official, official_lines
from xcdesk.reports.pdf.page import Piece
from xcdesk.reports.pdf.tables import table_rows, wants_turning
from xcdesk.reports.pdf.titles import title_lines
from xcdesk.reports.pdf.typeset import (
    BODY_STYLE,
    HEI_STYLE,
    KAI_STYLE,
    Style,
    Typesetter,
    centred,
    flush_right,
)
from xcdesk.texts.documents import NAMED_BELOW, Block, BlockKind, Document

if TYPE_CHECKING:
    from xcdesk.reports.pdf.pen import Pen

INDENT = 2 * CELL
TITLE_STYLE = Style(Role.TITLE, 22.0, 0.0)  # 2号
RULE_STYLE = Style(Role.FANG, 12.0, 0.0)  # 小4
STYLES = {
    BlockKind.TITLE: TITLE_STYLE,
    BlockKind.SECTION: HEI_STYLE,
    BlockKind.HEADING_1: HEI_STYLE,
    BlockKind.HEADING_2: KAI_STYLE,
    BlockKind.SOURCE: KAI_STYLE,
    BlockKind.NOTE: KAI_STYLE,
    BlockKind.CAPTION: HEI_STYLE,
    BlockKind.TABLE: RULE_STYLE,
    BlockKind.RULE: RULE_STYLE,
    BlockKind.PARAGRAPH: BODY_STYLE,
}
"""Face, size and tracking of each kind of block; a table chooses its size by its width."""

TITLE_ROOM = 18 * TITLE_STYLE.size
_CAPTION_ROOM = 26 * BODY
_RULE_LEADING = 18.0
TABLE_GAP = 6.0
"""Empty pt below a table, below its counting rule, and between a title and the table under it."""
_OPENERS = frozenset({
    BlockKind.TITLE, BlockKind.SECTION, BlockKind.HEADING_1, BlockKind.HEADING_2,
    BlockKind.SOURCE, BlockKind.CAPTION,
})  # fmt: skip
_ALONG = frozenset({BlockKind.TITLE, BlockKind.SECTION, BlockKind.SOURCE, BlockKind.CAPTION})
"""Kinds that turn with the table that they are directly above."""
_HEADS = frozenset({BlockKind.TITLE, BlockKind.SECTION, BlockKind.SOURCE})  # keep two lines of what follows


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine(Piece):
    """One line of text."""

    line: Line

    @override
    def draw(self, pen: "Pen", top: float) -> None:
        pen.line(self.line, top)


class _Around(NamedTuple):
    """Kinds of the blocks before and after one; whether it names a chart, or is a chart named below.

    ``told`` is what an official text makes of it, ``follower`` of the block after it.
    """

    before: BlockKind | None
    after: BlockKind | None
    names: bool
    named: bool
    told: Official | None
    follower: Place | None


@dataclass(frozen=True, slots=True)
class Composer:
    """Turns blocks into pieces with the faces and the line pitch of one printing.

    ``alike`` are rows that every table is set to match, so that tables of one shape get the same columns.
    With ``turned`` all of it stands on turned pages; else only tables that are too wide for others.
    """

    typesetter: Typesetter
    pitch: Pitch
    alike: tuple[tuple[str, ...], ...] = ()
    turned: bool = False
    _set: dict[tuple[Block, Official | None, bool], list[Piece]] = field(default_factory=dict)
    _wide: dict[Block, bool] = field(default_factory=dict)

    @property
    def room(self) -> float:
        """Width of the pages on which all of it stands, in pt."""
        return HEIGHT if self.turned else WIDTH

    def pieces(self, document: Document, order: Sequence[int] | None = None) -> list[Piece]:
        """Pieces of the whole document, tied where a page must not part them.

        Args:
            document: the text.
            order: numbers of its blocks as they are to stand; None leaves them as they are.
        """
        numbers = range(len(document.blocks)) if order is None else order
        blocks = [document.blocks[number] for number in numbers]
        captions, told = figure_captions(blocks), official(blocks)
        turned = self.turned_blocks(blocks)
        made: list[Piece] = []
        titles = 0
        for index, block in enumerate(blocks):
            around = _Around(
                blocks[index - 1].kind if index else None,
                blocks[index + 1].kind if index + 1 < len(blocks) else None,
                names=index in captions,
                named=index + 1 in captions,
                told=told.get(index),
                follower=told[index + 1].place if index + 1 in told else None,
            )
            pieces = self._pieces_of(block, around.told, turned=index in turned)
            if block.kind == BlockKind.TITLE and pieces:
                pieces[0] = replace(pieces[0], entry=titles)
                titles += 1
            if pieces:
                pieces[0] = replace(pieces[0], block=numbers[index])
            joined = self._joined(pieces, block.kind, around)
            made += [replace(piece, turned=True) for piece in joined] if index in turned else joined
        return made

    def turned_blocks(self, blocks: Sequence[Block]) -> frozenset[int]:
        """Numbers of the blocks on turned pages: tables that are too wide for others, with what names them.

        A title at the beginning of the text stays upright, so that the page with the head is not left bare.
        """
        if self.turned:
            return frozenset(range(len(blocks)))
        captions = figure_captions(blocks)
        found: set[int] = set()
        for at, block in enumerate(blocks):
            if block.kind != BlockKind.TABLE or block.drawn is not None or not self._is_wide(block):
                continue
            start, stop = at, at + 1
            while start and blocks[start - 1].kind in _ALONG and start - 1 not in captions:
                start -= 1
            while start < at and start == 0 and blocks[start].kind != BlockKind.CAPTION:
                start += 1
            while stop < len(blocks) and blocks[stop].kind == BlockKind.RULE:
                stop += 1
            found.update(range(start, stop))
        return frozenset(found)

    def _is_wide(self, block: Block) -> bool:
        if block not in self._wide:
            self._wide[block] = wants_turning(self.typesetter, block.rows, self.alike)
        return self._wide[block]

    def text_lines(self, lines: Sequence[Line], size: float = BODY) -> list[Piece]:
        """Lines on the grid."""
        return [TextLine(ink=size, step=self.pitch.value, line=line) for line in lines]

    def blank(self) -> Piece:
        """One empty line, dropped at the top of a page."""
        return Piece(ink=0.0, step=self.pitch.value, loose=True)

    def correction(self, words: str) -> list[Piece]:
        """The line under the head that names the issue corrected, set as an editor's note; none for ""."""
        return [self.blank(), *self._note(Block(BlockKind.NOTE, words), WIDTH)] if words else []

    def _joined(self, pieces: list[Piece], kind: BlockKind, around: "_Around") -> list[Piece]:
        """Tie a block to its neighbours and add the blanks around it."""
        if not pieces:
            return []
        ruled = around.after == BlockKind.RULE
        if around.names:
            pieces = [replace(piece, tied=ruled) for piece in pieces]
        elif kind in _OPENERS:
            pieces = [replace(piece, tied=True) for piece in pieces]
        elif around.before in _HEADS and len(pieces) > 1:
            pieces[0] = replace(pieces[0], tied=True)
        if around.follower in SIGNED:  # no page holds a signature alone
            pieces[-2:] = [replace(piece, tied=True) for piece in pieces[-2:]]
        if kind == BlockKind.TABLE:
            tied = ruled or around.named
            pieces[-1] = replace(pieces[-1], tied=tied)
            pieces.append(Piece(ink=TABLE_GAP, step=TABLE_GAP, on_grid=False, loose=True, tied=tied))
        if kind == BlockKind.RULE and not ruled:
            pieces[-1] = replace(pieces[-1], step=_RULE_LEADING + TABLE_GAP)
        return self._spaced(pieces, kind, around)

    def _spaced(self, pieces: list[Piece], kind: BlockKind, around: "_Around") -> list[Piece]:
        """Blank lines before a section and around a title."""
        if kind == BlockKind.SECTION or (kind == BlockKind.TITLE and around.before != BlockKind.SECTION):
            pieces.insert(0, self.blank())
        if kind == BlockKind.TITLE and around.after == BlockKind.TABLE:
            pieces.append(Piece(ink=TABLE_GAP, step=TABLE_GAP, on_grid=False, tied=True))
        elif kind == BlockKind.TITLE and around.after != BlockKind.SOURCE:
            pieces.append(replace(self.blank(), tied=True))
        return [*[replace(self.blank(), tied=True)] * _blanks_above(around.told), *pieces]

    def _pieces_of(self, block: Block, told: Official | None, *, turned: bool) -> list[Piece]:
        """Lines are broken once, however often a document is laid out."""
        key = (block, told, turned)
        if key not in self._set:
            self._set[key] = self._block(block, told, HEIGHT if turned else WIDTH)
        return list(self._set[key])

    def _block(self, block: Block, told: Official | None, room: float) -> list[Piece]:
        if told is not None:
            return self.text_lines(official_lines(self.typesetter, block.text, told))
        makers: Mapping[BlockKind, Callable[[Block, float], list[Piece]]] = {
            BlockKind.TITLE: self._title,
            BlockKind.SECTION: self._section,
            BlockKind.HEADING_1: self._paragraph,
            BlockKind.HEADING_2: self._paragraph,
            BlockKind.SOURCE: self._source,
            BlockKind.NOTE: self._note,
            BlockKind.CAPTION: self._caption,
            BlockKind.TABLE: self._table,
            BlockKind.RULE: self._rule,
            BlockKind.PARAGRAPH: self._paragraph,
        }
        return makers[block.kind](block, room)

    def _table(self, block: Block, room: float) -> list[Piece]:
        if block.drawn is None:
            return table_rows(self.typesetter, block.rows, self.alike, turned=room > WIDTH)
        return chart_rows(self.typesetter, block.rows, block.drawn, self.alike)

    def _paragraph(self, block: Block, room: float) -> list[Piece]:
        lead, own = lead_of(block), STYLES[block.kind]
        if lead is None:
            return self.text_lines(self.typesetter.lines(block.text, own, room, INDENT))
        head = self.typesetter.cells(lead.words, STYLES[lead.kind])
        cells = head + self.typesetter.cells(block.text[len(lead.words) :], own)
        return self.text_lines(break_lines(cells, room, INDENT))

    def _title(self, block: Block, room: float) -> list[Piece]:
        cells = self.typesetter.cells(block.text, TITLE_STYLE)
        if not cells:
            return []
        return self.text_lines(
            [centred(line, room) for line in title_lines(cells, TITLE_ROOM)], TITLE_STYLE.size
        )

    def _section(self, block: Block, room: float) -> list[Piece]:
        label = wording.text("print.section", "zh", section=block.text)
        return self.text_lines(self.typesetter.lines(label, HEI_STYLE, room))

    def _source(self, block: Block, room: float) -> list[Piece]:
        label = wording.text("print.source", "zh", source=block.text)
        lines = self.typesetter.lines(label, KAI_STYLE, room - 2 * CELL)
        return self.text_lines([flush_right(line, room) if len(lines) == 1 else line for line in lines])

    def _note(self, block: Block, room: float) -> list[Piece]:
        label, colon, rest = block.text.partition("：")
        cells = self.typesetter.cells(label + colon, HEI_STYLE) + self.typesetter.cells(rest, KAI_STYLE)
        return self.text_lines(break_lines(cells, room, INDENT))

    def _caption(self, block: Block, room: float) -> list[Piece]:
        cells = self.typesetter.cells(block.text, HEI_STYLE)
        lines = title_lines(cells, _CAPTION_ROOM) if cells else []
        return self.text_lines([centred(line, room) for line in lines])

    def _rule(self, block: Block, room: float) -> list[Piece]:
        lines = self.typesetter.lines(block.text, RULE_STYLE, room)
        return [
            TextLine(
                ink=RULE_STYLE.size, step=_RULE_LEADING, on_grid=False, line=line, tied=line is not lines[-1]
            )
            for line in lines
        ]


def _blanks_above(told: Official | None) -> int:
    """Empty lines above what is attached, and above whoever signs."""
    if told is None or (told.place is Place.DAY and told.beside):
        return 0
    return {Place.ATTACHED: 1, Place.SIGNATURE: 2, Place.DAY: 2}.get(told.place, 0)


def figure_captions(blocks: Sequence[Block]) -> frozenset[int]:
    """Numbers of the captions that belong to the chart before them: 图 are named below, 表 above.

    One that is called neither names the table behind it, if there is one.
    """
    return frozenset(
        at
        for at, (before, block) in enumerate(pairwise(blocks), start=1)
        if block.kind == BlockKind.CAPTION
        and before.drawn in NAMED_BELOW
        and (block.text.startswith("图") or not _is_table(blocks[at + 1 : at + 2]))
    )


def _is_table(following: Sequence[Block]) -> bool:
    return any(block.kind == BlockKind.TABLE for block in following)
