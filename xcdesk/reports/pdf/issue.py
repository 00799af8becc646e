"""One issue of the internal reference or the circular, printed."""

import threading
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from xcdesk.reports.pdf.contents import contents
from xcdesk.reports.pdf.flow import flowed
from xcdesk.reports.pdf.flowables import Composer
from xcdesk.reports.pdf.fonts import Role, stroke_centre
from xcdesk.reports.pdf.masthead import masthead, number_text
from xcdesk.reports.pdf.measures import HEIGHT, MM, TOP, WIDTH, Pitch
from xcdesk.reports.pdf.page import Page, Piece, paginate
from xcdesk.reports.pdf.particulars import Distribution, Issue
from xcdesk.reports.pdf.pen import Ink, Metadata, Pen, page_number_depth
from xcdesk.reports.pdf.record import place_record
from xcdesk.reports.pdf.typeset import Style, Typesetter, centred, clean, flush_right
from xcdesk.services.office import practising
from xcdesk.texts.documents import Document

__all__ = ["Distribution", "Issue", "Pitch", "Printed", "draw_pages", "print_issue", "printing"]

_PAGE_NUMBER = Style(Role.SONG, 14.0, 0.0)  # 4号
_STAMP = Style(Role.HEI, 14.0, 0.0)
_STAMP_DEPTH = -22 * MM
"""Upper edge of the stamp of practice, from the type area: 15 mm below the edge of the paper."""
# A loaded font keeps a reading position while its subset is cut, so two printings must not overlap.
printing = threading.Lock()


class Place(NamedTuple):
    """Where a block of the document begins: page from 0, pt below the upper edge of the paper."""

    block: int
    page: int
    top: float


class Printed(NamedTuple):
    """The file, its page count, the faces that drew it, and characters that no face has (printed 〓).

    ``places`` tell where each block of the document begins, ``ends`` how far down each page is printed; all
    of a turned page counts as one.
    """

    pdf: bytes
    pages: int
    faces: tuple[str, ...]
    missing: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    ends: tuple[float, ...] = ()


def print_issue(issue: Issue, document: Document, fonts: Path | None = None) -> Printed:
    """Print ``document`` as an issue; the same input gives the same bytes.

    Args:
        issue: what stands around the text.
        document: the text, drawn literally.
        fonts: folder with the office's own faces, asked before those of the system and the bundled ones.

    Raises:
        FontError: a font file of that folder or of the system cannot be used.
    """
    with printing:
        faces = issue.loaded(fonts)
        typesetter = Typesetter(faces)
        pages = set_pages(issue, document, typesetter).pages
        pen = Pen(faces, about(issue))
        draw_pages(pages, pen, document, typesetter)
        used = faces.names()
        pdf = pen.finish(used)
        ends = tuple(TOP + (HEIGHT if page.turned else page.ink_end) for page in pages)
        return Printed(pdf, len(pages), used, tuple(faces.missing), _places(pages), ends)


def _places(pages: Sequence[Page]) -> tuple[Place, ...]:
    return tuple(
        Place(placed.piece.block, number, TOP + (0.0 if page.turned else placed.top))
        for number, page in enumerate(pages)
        for placed in page.placed
        if placed.piece.block is not None
    )


class Laid(NamedTuple):
    """The pages of an issue, and its document in the order in which they print it.

    ``turned`` are the numbers of the blocks of that document that stand on turned pages.
    """

    pages: list[Page]
    document: Document
    turned: frozenset[int]


def set_pages(issue: Issue, document: Document, typesetter: Typesetter) -> Laid:
    """The pages of an issue with its head; with a record block they are an even number."""
    composer = Composer(typesetter, issue.pitch)
    head: list[Piece] = [masthead(issue, typesetter), *composer.correction(issue.corrects)]
    listed = contents(composer, document) if issue.contents else []
    head += listed

    def lay(order: Sequence[int]) -> list[Page]:
        body = composer.pieces(document, order)
        apart = [composer.blank()] if body and not body[0].loose and (listed or not issue.corrects) else []
        return paginate([*head, *apart, *body], issue.pitch)

    pages, order = flowed(document.blocks, lay, issue.pitch)
    if issue.recorded:
        place_record(pages, issue, typesetter)
    blocks = tuple(document.blocks[number] for number in order)
    return Laid(pages, Document(blocks), composer.turned_blocks(blocks))


def about(issue: Issue) -> Metadata:
    """What the file of an issue says about itself."""
    title = clean(f"{issue.masthead}　{number_text(issue)}")
    return Metadata(title=title, author=clean(issue.issuer), day=f"{issue.day:%Y%m%d}", red=issue.red)


def draw_pages(pages: Sequence[Page], pen: Pen, document: Document, typesetter: Typesetter) -> None:
    """Draw every page with its number, and enter the titles of ``document`` into the outline."""
    titles = [title for title in map(clean, document.titles) if title]
    pen.entry_pages = entry_pages(pages)
    for number, page in enumerate(pages, 1):
        draw_page(page, number, pen, typesetter)
        for placed in page.placed:
            if placed.piece.entry is not None:
                top = 0.0 if page.turned else placed.top
                pen.outline(titles[placed.piece.entry], placed.piece.entry, top)
        pen.turn()


def draw_page(page: Page, number: int, pen: Pen, typesetter: Typesetter) -> None:
    """Draw what stands on one page, and its number, which is never turned."""
    with pen.aside() if page.turned else nullcontext():
        for placed in page.placed:
            placed.piece.draw(pen, placed.top)
    if page.numbered:
        _page_number(number, pen, typesetter)
    stamp = practising.stamp()
    if stamp:
        _stamp(stamp, pen, typesetter)


def _stamp(words: str, pen: Pen, typesetter: Typesetter) -> None:
    """Words in a frame in the upper margin of a page that is nothing official."""
    line = centred(typesetter.line(words, _STAMP), WIDTH)
    left, right = line.places[0] - _STAMP.size, WIDTH - line.places[0] + _STAMP.size
    top, bottom = _STAMP_DEPTH, _STAMP_DEPTH + 2 * _STAMP.size
    for start, end in (
        ((left, top), (right, top)),
        ((right, top), (right, bottom)),
        ((right, bottom), (left, bottom)),
        ((left, bottom), (left, top)),
    ):
        pen.stroke(start, end, 1.0, Ink.RED)
    pen.line(line, top + _STAMP.size / 2, ink=Ink.RED)


def entry_pages(pages: Sequence[Page]) -> list[int]:
    """Number of the page on which each title begins, in their order."""
    return [
        number
        for number, page in enumerate(pages, 1)
        for placed in page.placed
        if placed.piece.entry is not None
    ]


def _page_number(number: int, pen: Pen, typesetter: Typesetter) -> None:
    """— n — on the outer side, one character in."""
    line = typesetter.line(f"— {number} —", _PAGE_NUMBER)
    odd = number % 2
    line = flush_right(line, WIDTH - _PAGE_NUMBER.size) if odd else line.moved(_PAGE_NUMBER.size)
    centre = stroke_centre(typesetter.faces.font(Role.SONG), "—")
    pen.baseline(line, page_number_depth(centre, _PAGE_NUMBER.size))
