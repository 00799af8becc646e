"""The pages of notices, releases and other material that is no bulletin: kind, number and text."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from xcdesk import clock, settings
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialRow
from xcdesk.services.issuing import corrections, live_figures
from xcdesk.services.issuing.numbering import DOCX, PDF, IssueFiles, NewFile
from xcdesk.services.issuing.papers import PaperNumber
from xcdesk.services.office import office_settings, page_setup, practising
from xcdesk.services.office.office_settings import OfficeSettings
from xcdesk.services.office.page_setup import PageSetup
from xcdesk.services.office.printed import label
from xcdesk.services.record import audit
from xcdesk.texts.documents import Block, BlockKind, Document, from_text

if TYPE_CHECKING:  # printing is loaded when something is printed: start-up time
    from xcdesk.reports.pdf.issue import Issue


def paper_files(material: int, number: PaperNumber | None) -> IssueFiles:
    """PDF and Word of a text that is no bulletin, under its number or, without one, as a draft.

    Args:
        material: which one.
        number: what it is called; None prints the mark of a draft.

    Raises:
        FontError: a font file of this machine cannot be used.
    """
    from xcdesk.reports.docx.issue import write_docx  # start-up time
    from xcdesk.reports.pdf.issue import print_issue
    from xcdesk.reports.pdf.particulars import to_json

    row = approvals.row(material)
    document = from_text(live_figures.frozen(approvals.text_of(material)))
    if not document.titles:
        document = Document((Block(BlockKind.TITLE, row.title), *document.blocks))
    issue = _around_paper(row, number)
    fonts = settings.own_fonts()
    printed = print_issue(issue, document, fonts)
    kind = label(f"material.kind.{row.kind.value}")
    if number is None:
        name = label("bulletin.draft_name", title=row.title)
    else:
        name = label("paper.file_name", kind=kind, year=number.year, number=number.number, title=row.title)
    name = practising.file_name(name)
    files = (
        NewFile(PDF, f"{name}.pdf", printed.pdf),
        NewFile(DOCX, f"{name}.docx", write_docx(issue, document, fonts)),
    )
    return IssueFiles(files, printed.pages, printed.faces, to_json(issue))


def _around_paper(row: MaterialRow, number: PaperNumber | None) -> "Issue":
    """What stands around a text that is no bulletin: its kind in red, its number, the office."""
    day = number.issued_on if number else clock.today()
    kind = label(f"material.kind.{row.kind.value}")
    office, setup = office_settings.load(), page_setup.load()
    issue = around(kind, number.number if number else None, day, office, setup)
    return replace(
        issue,
        audit_anchor=audit.anchor().short if number else "",
        year=day.year,
        corrects=corrections.printed(row.id),
    )


def around(
    masthead: str, number: int | None, day: dt.date, office: OfficeSettings, setup: PageSetup
) -> "Issue":
    """What stands around any paper that goes to nobody's list: its name in red, its number, the office."""
    from xcdesk.reports.pdf.issue import Distribution, Issue, Pitch  # start-up time

    return Issue(
        masthead=masthead,
        number=number,
        running=None,
        issuer=office.issuer,
        day=day,
        classification="",
        copy_number=None,
        distribution=Distribution("", "", "", 0),
        imprint=office.imprint,
        contents=False,
        pitch=Pitch.EXACT if office.exact_pitch else Pitch.WORD,
        red=setup.red,
        faces=setup.faces,
    )
