"""The trace copy of a text on plain pages: what was taken out is struck through, what came in underlined."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from xcdesk.reports.pdf.breaker import Cell, Line, break_lines
from xcdesk.reports.pdf.flowables import INDENT, Composer
from xcdesk.reports.pdf.fonts import Faces
from xcdesk.reports.pdf.issue import Printed, draw_pages, printing
from xcdesk.reports.pdf.measures import BODY, CELL, WIDTH, Pitch
from xcdesk.reports.pdf.page import Piece, paginate
from xcdesk.reports.pdf.pen import Ink, Metadata, Pen
from xcdesk.reports.pdf.typeset import BODY_STYLE, KAI_STYLE, Typesetter, centred, clean
from xcdesk.services.approvals.diff import Change, DiffLine
from xcdesk.services.approvals.trace import TraceCopy
from xcdesk.texts.documents import Block, BlockKind, Document

if TYPE_CHECKING:
    from collections.abc import Sequence

_STRUCK, _UNDER = 0.52, 1.14
"""Depth of both marks below the top of a line, in em."""
_THICK = 0.9


class TracedCell(Cell):
    """A character, and what became of it."""

    change = Change.SAME

    @classmethod
    def of(cls, cell: Cell, change: Change) -> "TracedCell":
        """The same character with what became of it."""
        made = cls(*cell)
        made.change = change
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedLine(Piece):
    """A line of text with its marks: a stroke through what is gone, one below what is new."""

    line: Line

    @override
    def draw(self, pen: Pen, top: float) -> None:
        pen.line(self.line, top)
        for change, start, end in _runs(self.line):
            depth = top + (_STRUCK if change == Change.REMOVED else _UNDER) * BODY
            pen.stroke((start, depth), (end, depth), _THICK, Ink.RED)


def print_trace(copy: TraceCopy, fonts: Path | None = None) -> Printed:
    """Print a trace copy; the same input gives the same bytes.

    Args:
        copy: what stands in it, drawn literally.
        fonts: folder with the office's own faces, asked before those of the system and the bundled ones.

    Raises:
        FontError: a font file of that folder or of the system cannot be used.
    """
    with printing:
        faces = Faces(fonts)
        typesetter = Typesetter(faces)
        head = Document((Block(BlockKind.TITLE, copy.title), *copy.head))
        composer = Composer(typesetter, Pitch.EXACT)
        pages = paginate([*_head(composer, copy, head), *_body(typesetter, copy.lines)], Pitch.EXACT)
        pen = Pen(faces, Metadata(clean(copy.title), clean(copy.issuer), f"{copy.day:%Y%m%d}"))
        draw_pages(pages, pen, head, typesetter)
        used = faces.names()
        return Printed(pen.finish(used), len(pages), used, tuple(faces.missing))


def _head(composer: Composer, copy: TraceCopy, head: Document) -> list[Piece]:
    """Title, which text it is, the versions and the marks."""
    under = f"{copy.issuer}　{copy.subtitle}" if copy.issuer else copy.subtitle
    line = centred(composer.typesetter.fitted(under, KAI_STYLE, WIDTH - 2 * CELL), WIDTH)
    *title, _ = composer.pieces(Document(head.blocks[:1]))
    below = composer.text_lines([line])
    return [*title, *below, *composer.pieces(Document(head.blocks[1:]))]


def _body(typesetter: Typesetter, lines: "Sequence[DiffLine]") -> Iterator[Piece]:
    for each in lines:
        cells = [
            TracedCell.of(cell, piece.change)
            for piece in each.pieces
            for cell in typesetter.cells(piece.text, BODY_STYLE)
        ]
        for line in break_lines(cells, WIDTH, INDENT):
            yield TracedLine(ink=BODY, step=Pitch.EXACT.value, line=line)


def _runs(line: Line) -> Iterator[tuple[Change, float, float]]:
    """Stretches of a line that were changed: what became of them, and from where to where, in pt."""
    marked = [
        (cell.change if isinstance(cell, TracedCell) else Change.SAME, place, place + cell.natural)
        for cell, place in zip(line.cells, line.places, strict=True)
    ]
    for change, run in groupby(marked, key=lambda each: each[0]):
        if change != Change.SAME:
            ends = list(run)
            yield change, ends[0][1], ends[-1][2]
