"""Pages of follow-up: each numbered sheet and the monthly ledger as PDF and as an editable document."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xcdesk import paper_pages, settings
from xcdesk.codes import CaseKind, NoticeLevel
from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.services import cases
from xcdesk.services.cases import CaseRow, papers
from xcdesk.services.cases.papers import CasePaper
from xcdesk.services.office import office_settings, page_setup, practising
from xcdesk.services.record.actor import Actor

if TYPE_CHECKING:  # printing is loaded when something is printed: start-up time
    from xcdesk.reports.pdf.issue import Issue, Printed

_COLOURS = {NoticeLevel.BLUE: "#1F4E9E", NoticeLevel.YELLOW: "#B07400"}
"""Colours of the head of notices; a red one, as all other paper, has the office's own red."""


class NoSheetsError(DeskError):
    """None of the cases chosen has a sheet yet."""

    code = "case.no_sheets"


def sheet(actor: Actor, case_id: int, event_id: int) -> CasePaper:
    """The sheet that belongs to an act of a case; raises `NotFoundError`."""
    seen = cases.detail(actor, case_id)
    return papers.sheet(seen, next(event for event in seen.events if event.id == event_id))


def ledger(day: dt.date | None = None, kinds: Iterable[CaseKind] = ()) -> CasePaper:
    """The ledger of the month that holds ``day``."""
    return papers.ledger_paper(cases.month(day, kinds))


def printed(paper: CasePaper) -> "Printed":
    """The pages of a sheet; the same sheet gives the same bytes."""
    from xcdesk.reports.pdf.issue import print_issue  # start-up time

    return print_issue(_around(paper), paper.document, settings.own_fonts())


def latest_sheets(actor: Actor, rows: Iterable[CaseRow]) -> tuple[CasePaper, ...]:
    """The latest sheet of each case, in their order; cases without one are left out.

    Raises:
        NoSheetsError: none of them has a sheet.
    """
    found = (cases.detail(actor, row.id) for row in rows)
    made = tuple(papers.sheet(seen, papers.sheets(seen)[0]) for seen in found if papers.sheets(seen))
    if not made:
        raise NoSheetsError
    return made


def printed_together(sheets: Sequence[CasePaper]) -> "Printed":
    """Sheets in one file, each with its own head and pages; the outline leads to each."""
    from xcdesk.reports.pdf.together import print_together  # start-up time

    parts = [(_around(paper), paper.document, paper.file) for paper in sheets]
    return print_together(parts, settings.own_fonts())


def write_docx(paper: CasePaper, path: Path) -> None:
    """Write a sheet as a document that can be edited.

    Raises:
        FileInUseError: the file cannot be written.
    """
    from xcdesk.reports.docx.issue import write_docx as made  # start-up time

    write_file(path, made(_around(paper), paper.document, settings.own_fonts()))


def file_name(paper: CasePaper) -> str:
    """Name of the file of a sheet, without its ending."""
    return practising.file_name(paper.file)


def _around(paper: CasePaper) -> "Issue":
    office, setup = office_settings.load(), page_setup.load()
    issue = paper_pages.around(paper.masthead, paper.number, paper.day, office, setup)
    red = _COLOURS.get(paper.level, issue.red) if paper.level else issue.red
    return replace(issue, red=red, year=paper.year, recorded=False, mark=paper.mark)
