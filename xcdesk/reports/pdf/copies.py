"""Numbered copies (份号) of an issue in one file: the pages are drawn once, only the number differs."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from xcdesk import wording
from xcdesk.reports.pdf.issue import Printed, about, draw_page, entry_pages, printing, set_pages
from xcdesk.reports.pdf.masthead import Masthead, copy_line
from xcdesk.reports.pdf.page import Page, Piece
from xcdesk.reports.pdf.particulars import Copies, Issue
from xcdesk.reports.pdf.pen import Pen
from xcdesk.reports.pdf.typeset import Typesetter, clean
from xcdesk.texts.documents import Document


def print_copies(
    issue: Issue, document: Document, wanted: Sequence[Copies], fonts: Path | None = None
) -> Printed:
    """Print the copies in their order, each as `print_issue` prints one with its number.

    The outline leads to the first page of each copy. The same input gives the same bytes.

    Raises:
        FontError: a font file of that folder or of the system cannot be used.
    """
    numbers = [(one.receiver, number) for one in wanted for number in range(one.first, one.last + 1)]
    with printing:
        faces = issue.loaded(fonts)
        typesetter = Typesetter(faces)
        first = numbers[0][1] if numbers else None
        pages = set_pages(replace(issue, copy_number=first), document, typesetter).pages
        pen = Pen(faces, about(issue))
        pen.entry_pages = entry_pages(pages)
        _draw_once(pages, pen, typesetter)
        for receiver, number in numbers:
            label = wording.text("print.copy_number", "zh", number=number)
            pen.mark(clean(f"{label}　{receiver}"), f"copy{number}")
            pen.line(copy_line(number, typesetter), 0.0)
            for at in range(len(pages)):
                pen.show(f"page{at}")
                pen.turn()
        used = faces.names()
        return Printed(pen.finish(used), len(pages) * len(numbers), used, tuple(faces.missing))


def _draw_once(pages: Sequence[Page], pen: Pen, typesetter: Typesetter) -> None:
    for at, page in enumerate(pages):
        placed = [one._replace(piece=_unnumbered(one.piece)) for one in page.placed]
        bare = replace(page, placed=placed)
        with pen.kept(f"page{at}"):
            draw_page(bare, at + 1, pen, typesetter)


def _unnumbered(piece: Piece) -> Piece:
    """The head without its number; whatever else as it is."""
    return replace(piece, copy=None) if isinstance(piece, Masthead) else piece
