"""Trace copies as pages: of any two versions of a text, and for filing beside the clean copy of an issue."""

from xcdesk import settings
from xcdesk.services.approvals import trace
from xcdesk.services.approvals.trace import Span
from xcdesk.services.issuing.numbering import TRACE, NewFile
from xcdesk.services.office import practising
from xcdesk.services.office.printed import label


def printed(material: int, span: Span | None = None) -> bytes:
    """The trace copy as a PDF, as the versions stand.

    Raises:
        NotFoundError: there is no such material, or no such version of it.
        FontError: a font file of this machine cannot be used.
    """
    from xcdesk.reports.pdf.trace import print_trace  # start-up time

    return print_trace(trace.trace(material, span), settings.own_fonts()).pdf


def filed(material: int, name: str) -> tuple[NewFile, ...]:
    """What is filed beside the clean copy called ``name``: nothing where the text was not changed.

    Raises:
        FontError: a font file of this machine cannot be used.
    """
    if not any(line.changed for line in trace.trace(material).lines):
        return ()
    stem = practising.file_name(label("trace.file", name=name))
    return (NewFile(TRACE, f"{stem}.pdf", printed(material)),)
