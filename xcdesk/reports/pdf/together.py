"""Several sheets in one file, each with its own head and its own pages counted from 1."""

from collections.abc import Sequence
from pathlib import Path

from xcdesk.reports.pdf.issue import Printed, about, draw_page, printing, set_pages
from xcdesk.reports.pdf.particulars import Issue
from xcdesk.reports.pdf.pen import Pen
from xcdesk.reports.pdf.typeset import Typesetter, clean
from xcdesk.texts.documents import Document

Part = tuple[Issue, Document, str]
"""What stands around a text, the text, and its name in the outline."""


def print_together(parts: Sequence[Part], fonts: Path | None = None) -> Printed:
    """Print sheets one after the other, each as `print_issue` prints it; the outline leads to each.

    All of them have the faces of the first. The same input gives the same bytes.

    Raises:
        FontError: a font file of that folder or of the system cannot be used.
    """
    first, _, _ = parts[0]
    with printing:
        faces = first.loaded(fonts)
        typesetter = Typesetter(faces)
        pen = Pen(faces, about(first))
        count = 0
        for issue, document, name in parts:
            pen.dip(issue.red)
            pen.mark(clean(name), f"sheet{count}")
            pages = set_pages(issue, document, typesetter).pages
            for number, page in enumerate(pages, 1):
                draw_page(page, number, pen, typesetter)
                pen.turn()
            count += len(pages)
        used = faces.names()
        return Printed(pen.finish(used), count, used, tuple(faces.missing))
