"""The trace copy of a text on plain pages: what was taken out is struck through, what came in underlined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from typing_extensions import override

from xcdesk.reports.pdf.breaker import Cell, Line, break_lines
from xcdesk.reports.pdf.flowables import INDENT, Composer
from xcdesk.reports.pdf.fonts import Faces
from xcdesk.reports.pdf.issue import Printed, printing
from xcdesk.reports.pdf.measures import BODY, WIDTH, Pitch
from xcdesk.reports.pdf.page import Piece
from xcdesk.reports.pdf.pen import Ink, Pen
from xcdesk.reports.pdf.sheet import print_plain
from xcdesk.reports.pdf.typeset import BODY_STYLE, Typesetter
from xcdesk.services.approvals.diff import Change, DiffLine
from xcdesk.services.approvals.trace import TraceCopy
from xcdesk.texts.documents import Document

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
        typesetter = Typesetter(Faces(fonts))
        composer = Composer(typesetter, Pitch.EXACT)
        versions = composer.pieces(Document(copy.head))  # and what the marks mean
        return print_plain(copy, composer, [*versions, *_body(typesetter, copy.lines)])


def _body(typesetter: Typesetter, lines: Sequence[DiffLine]) -> Iterator[Piece]:
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
