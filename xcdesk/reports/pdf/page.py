"""How pieces of text and tables are shared out over pages.

Every line of body text stands on one of the 22 lines of the grid; a table does not, and what follows it goes
on at the next free line. What is turned has pages of its own, on which the type area lies on its side (GB/T
9704, 8).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from xcdesk.reports.pdf.measures import HEIGHT, WIDTH, Pitch

if TYPE_CHECKING:
    from xcdesk.reports.pdf.pen import Pen

HOLE = 4
"""Lines at the foot of a page that may stay empty before what had better stay whole."""
_SLACK = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something that no page break may part.

    Attributes:
        ink: height that must fit on the page.
        step: height to the piece that follows.
        tied: stands on the same page as the piece that follows.
        eased: tied, but parted from what follows rather than leave more than `HOLE` lines empty.
        loose: blank that vanishes at the top of a page.
        turned: stands on a page turned by a quarter.
        on_grid: begins on a line of the grid.
        head: drawn again above this piece when it begins a page (the head of its table).
        entry: number of the title that begins here, for the outline and the contents.
        block: number of the block of the document that begins here.
    """

    ink: float
    step: float
    tied: bool = False
    eased: bool = False
    loose: bool = False
    turned: bool = False
    on_grid: bool = True
    head: "Piece | None" = None
    entry: int | None = None
    block: int | None = None

    def draw(self, pen: "Pen", top: float) -> None:
        """Draw it with its upper edge at ``top``; a blank draws nothing."""


class Placed(NamedTuple):
    """A piece and where it stands on its page."""

    piece: Piece
    top: float


@dataclass(slots=True)
class Page:
    """Pieces of one page; the next would begin at ``end``, the last one reaches down to ``ink_end``.

    On a turned page both count from the edge at which heads of tables stand, the left one of the paper.
    """

    placed: list[Placed] = field(default_factory=list)
    end: float = 0.0
    ink_end: float = 0.0
    numbered: bool = True
    turned: bool = False

    @property
    def height(self) -> float:
        """How far down its pieces may reach, in pt."""
        return WIDTH if self.turned else HEIGHT


def paginate(pieces: Sequence[Piece], pitch: Pitch) -> list[Page]:
    """Share pieces out over pages; a run of tied pieces stays together unless it is taller than a page.

    One that may be parted is, when it would leave a hole that its beginning can fill; but not the last one of
    all, whose end would make a page of its own.
    """
    pages = [Page()]
    groups = list(_groups(pieces, eased=True))
    last = max((at for at, group in enumerate(groups) if not group[0].loose), default=0)
    for at, group in enumerate(groups):
        for part in [group] if at == last else _parts(group, pages[-1], pitch):
            if pages[-1].placed and not _takes(pages[-1], part, pitch):
                pages.append(Page())
            if not pages[-1].placed:
                pages[-1].turned = part[0].turned
            for piece in part:
                _put(piece, pages, pitch)
    if len(pages) > 1 and not pages[-1].placed:  # begun for a blank
        pages.pop()
    return pages


def _groups(pieces: Sequence[Piece], *, eased: bool) -> Iterator[Sequence[Piece]]:
    """Runs of tied pieces of one direction; ``eased``: whether those that may be parted count as tied."""
    start = 0
    for stop, piece in enumerate(pieces, start=1):
        turns = stop < len(pieces) and pieces[stop].turned != piece.turned
        if turns or not piece.tied or (piece.eased and not eased):
            yield pieces[start:stop]
            start = stop
    if start < len(pieces):
        yield pieces[start:]


def _parts(group: Sequence[Piece], page: Page, pitch: Pitch) -> list[Sequence[Piece]]:
    """The group whole, or where it may be parted if the next page would begin with it behind a hole."""
    parts = list(_groups(group, eased=False))
    if (
        _takes(page, group, pitch)
        or page.height - page.ink_end <= HOLE * pitch.value
        or not _takes(page, parts[0], pitch)
    ):
        return [group]
    return parts


def _takes(page: Page, group: Sequence[Piece], pitch: Pitch) -> bool:
    """Whether there is room for a group on a page of its direction."""
    end = page.end
    for piece in group:
        top = _top(piece, end, pitch)
        bottom, end = top + piece.ink, top + piece.step
    return group[0].turned == page.turned and bottom <= page.height + _SLACK


def _top(piece: Piece, end: float, pitch: Pitch) -> float:
    return math.ceil((end - _SLACK) / pitch.value) * pitch.value if piece.on_grid else end


def _put(piece: Piece, pages: list[Page], pitch: Pitch) -> None:
    page = pages[-1]
    if page.placed and not _takes(page, (piece,), pitch):
        page = Page(turned=piece.turned)
        pages.append(page)
    if piece.loose and not page.placed:
        return
    if piece.head is not None and not page.placed:
        _set(piece.head, page, pitch)
    _set(piece, page, pitch)


def _set(piece: Piece, page: Page, pitch: Pitch) -> None:
    top = _top(piece, page.end, pitch)
    page.placed.append(Placed(piece, top))
    page.end = top + piece.step
    if not piece.loose:
        page.ink_end = top + piece.ink
