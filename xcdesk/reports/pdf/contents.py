"""The list of titles (本期要目) under the masthead, with the pages they stand on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from xcdesk import wording
from xcdesk.reports.pdf.breaker import Line
from xcdesk.reports.pdf.flowables import Composer, TextLine
from xcdesk.reports.pdf.measures import BASELINE, BODY, CELL, WIDTH
from xcdesk.reports.pdf.page import Piece
from xcdesk.reports.pdf.titles import list_lines
from xcdesk.reports.pdf.typeset import HEI_STYLE, KAI_STYLE, Typesetter, flush_right
from xcdesk.texts.documents import Document

if TYPE_CHECKING:
    from xcdesk.reports.pdf.pen import Pen

_ROOM = WIDTH - CELL - 3 * CELL  # for a title; the rest is for dots and a page number
_SHORT = 4 * CELL  # of the last line of a title at least
_DOTS_ABOVE_BASELINE = 0.3  # em


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsLine(TextLine):
    """Last line of a title in the list; the page number is known only when it is drawn."""

    title: int
    typesetter: Typesetter

    @override
    def draw(self, pen: "Pen", top: float) -> None:
        TextLine.draw(self, pen, top)
        number = flush_right(self.typesetter.line(str(pen.entry_pages[self.title]), KAI_STYLE), WIDTH)
        pen.line(number, top)
        depth = top + (BASELINE - _DOTS_ABOVE_BASELINE) * BODY
        pen.leader(self.line.width + CELL / 2, number.places[0] - CELL / 2, depth)


def contents(composer: Composer, document: Document) -> list[Piece]:
    """Pieces of the list; nothing for a document without titles."""
    titles = [title for title in document.titles if composer.typesetter.cells(title, KAI_STYLE)]
    if not titles:
        return []
    label = wording.text("print.contents", "zh")
    head = composer.text_lines([composer.typesetter.line(label, HEI_STYLE)])
    pieces: list[Piece] = [composer.blank(), *head]
    for number, title in enumerate(titles):
        pieces += _entry(composer, number, title)
    return pieces


def _entry(composer: Composer, number: int, title: str) -> list[Piece]:
    cells = composer.typesetter.cells(title, KAI_STYLE)
    lines = [line.moved(CELL) for line in list_lines(cells, _ROOM, _SHORT)]
    return [*composer.text_lines(lines[:-1]), _last(composer, number, lines[-1])]


def _last(composer: Composer, number: int, line: Line) -> Piece:
    return ContentsLine(
        ink=BODY, step=composer.pitch.value, line=line, title=number, typesetter=composer.typesetter
    )
