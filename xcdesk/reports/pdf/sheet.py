"""A list of the office on plain pages: title, the day under it, tables with their heads on every page.

One whose tables are too wide stands on turned pages from its title on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from xcdesk.reports.pdf.flowables import Composer
from xcdesk.reports.pdf.fonts import Faces
from xcdesk.reports.pdf.issue import Printed, draw_pages, printing
from xcdesk.reports.pdf.measures import CELL, Pitch
from xcdesk.reports.pdf.page import Piece, paginate
from xcdesk.reports.pdf.pen import Metadata, Pen
from xcdesk.reports.pdf.tables import Row, wants_turning
from xcdesk.reports.pdf.typeset import KAI_STYLE, Typesetter, centred, clean
from xcdesk.services.approvals.trace import TraceCopy
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document


def print_sheet(sheet: Printout, fonts: Path | None = None) -> Printed:
    """Print a list; the same input gives the same bytes.

    Args:
        sheet: what stands in it, drawn literally.
        fonts: folder with the office's own faces, asked before those of the system and the bundled ones.

    Raises:
        FontError: a font file of that folder or of the system cannot be used.
    """
    with printing:
        faces = Faces(fonts)
        typesetter = Typesetter(faces)
        tables = [block.rows for block in sheet.document.blocks if block.rows]
        alike = tuple(row for rows in tables for row in rows)
        turned = any(wants_turning(typesetter, rows, alike) for rows in tables)
        composer = Composer(typesetter, Pitch.EXACT, alike, turned)
        body = [
            # the title of the sheet is 0
            piece if piece.entry is None else replace(piece, entry=piece.entry + 1)
            for piece in composer.pieces(sheet.document)
        ]
        return print_plain(sheet, composer, _joined(body), sheet.document.titles)


def print_plain(
    above: Printout | TraceCopy, composer: Composer, body: Iterable[Piece], titles: Sequence[str] = ()
) -> Printed:
    """Print a title, the line under it and a text on plain pages; `printing` is held.

    Args:
        above: the title and what stands under it.
        composer: has set the text, and sets these.
        body: the text.
        titles: the outline leads to these too; a piece of the text where the first stands has the entry 1.
    """
    typesetter, faces = composer.typesetter, composer.typesetter.faces
    under = f"{above.issuer}　{above.subtitle}" if above.issuer else above.subtitle
    line = centred(typesetter.fitted(under, KAI_STYLE, composer.room - 2 * CELL), composer.room)
    *title, _ = composer.pieces(Document((Block(BlockKind.TITLE, above.title),)))
    below = [replace(piece, tied=True, turned=composer.turned) for piece in composer.text_lines([line])]
    pages = paginate([*title, *below, *body], Pitch.EXACT)
    pen = Pen(faces, Metadata(clean(above.title), clean(above.issuer), f"{above.day:%Y%m%d}"))
    outline = Document(tuple(Block(BlockKind.TITLE, words) for words in (above.title, *titles)))
    draw_pages(pages, pen, outline, typesetter)
    used = faces.names()
    return Printed(pen.finish(used), len(pages), used, tuple(faces.missing))


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Keep a row whose first cell is empty with the row above, without rules between their empty cells."""
    made = list(pieces)
    for at in range(1, len(made)):
        above, row = made[at - 1], made[at]
        if isinstance(above, Row) and isinstance(row, Row) and not row.cells[0]:
            open_cells = _going_on(row)
            made[at - 1] = replace(above, tied=True, open_below=open_cells)
            made[at] = replace(row, open_above=open_cells)
    return made


def _going_on(row: Row) -> frozenset[int]:
    """The empty cells at both ends of a row: they go on from the row above."""
    filled = [number for number, lines in enumerate(row.cells) if lines]
    first, last = (filled[0], filled[-1]) if filled else (len(row.cells), len(row.cells))
    ends = {len(row.cells) - 1} if last < len(row.cells) - 1 else set()
    return frozenset({*range(first), *ends})
