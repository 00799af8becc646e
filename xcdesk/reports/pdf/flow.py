"""Charts and wide tables where they leave no hole: one that does not fit any more waits for the text after.

A chart cannot be parted, so that it would take a third of a page with it, and a table on a turned page ends
the page before it. Both may stand behind the paragraphs after them, also under the next heading, but never
behind another chart or table, a title or a section.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from xcdesk.reports.pdf.flowables import figure_captions
from xcdesk.reports.pdf.measures import HEIGHT, Pitch
from xcdesk.reports.pdf.page import HOLE, Page
from xcdesk.texts.documents import Block, BlockKind

Order = list[int]
"""Numbers of the blocks of a document in the order in which they are printed."""

_HEADINGS = frozenset((BlockKind.HEADING_1, BlockKind.HEADING_2))


def flowed(
    blocks: Sequence[Block], lay: Callable[[Order], list[Page]], pitch: Pitch
) -> tuple[list[Page], Order]:
    """Pages and the order of the blocks on them.

    Args:
        blocks: the document.
        lay: pages with the blocks in an order.
        pitch: distance of the lines.
    """
    order = list(range(len(blocks)))
    pages = lay(order)
    turned = frozenset(_pages_of(pages, turned=True))
    for chart in _waiting(blocks, turned):
        while _leaves_hole(pages, chart[0], pitch):
            behind = _behind(blocks, order, chart)
            if behind == order:
                break
            laid = lay(behind)
            if turned.intersection(chart) and _pages_of(laid)[chart[0]] > _pages_of(pages)[chart[0]]:
                break  # the text before it would go on past the page
            order, pages = behind, laid
    return pages, order


def _pages_of(pages: Sequence[Page], *, turned: bool = False) -> dict[int, int]:
    """The page on which each block begins; of turned pages only, if so wanted."""
    return {
        placed.piece.block: number
        for number, page in enumerate(pages)
        for placed in page.placed
        if placed.piece.block is not None and page.turned >= turned
    }


def _waiting(blocks: Sequence[Block], turned: frozenset[int]) -> Iterator[range]:
    """Every chart, and every table on a turned page, with its name above or below and its counting rule."""
    captions = figure_captions(blocks)
    for at, block in enumerate(blocks):
        if block.kind != BlockKind.TABLE or (block.drawn is None and at not in turned):
            continue
        start, stop = at, at + 1
        if stop in captions:
            stop += 1
        elif at and blocks[at - 1].kind == BlockKind.CAPTION:
            start -= 1
        while stop < len(blocks) and blocks[stop].kind == BlockKind.RULE:
            stop += 1
        yield range(start, stop)


def _leaves_hole(pages: Sequence[Page], block: int, pitch: Pitch) -> bool:
    """Whether a block begins a page because the page before had no room for it, though a good deal left."""
    for before, page in pairwise(pages):
        if page.placed and page.placed[0].piece.block == block:
            allowed = 1 if page.turned else HOLE  # text can always go before a turned page, however little
            return not before.turned and HEIGHT - before.ink_end > allowed * pitch.value
    return False


def _behind(blocks: Sequence[Block], order: Order, chart: range) -> Order:
    """The order with a chart behind the next paragraph, headings before that included; the same if none."""
    at = order.index(chart[0])
    stop = at + len(chart)
    text = stop
    while text < len(order) and blocks[order[text]].kind in _HEADINGS:
        text += 1
    if text == len(order) or blocks[order[text]].kind != BlockKind.PARAGRAPH:
        return order
    return [*order[:at], *order[stop : text + 1], *chart, *order[text + 1 :]]
