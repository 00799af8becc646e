"""Numbered copies of an issue: printed one by one, counted, and the list on which receivers sign for them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xcdesk import office, settings
from xcdesk.errors import DeskError
from xcdesk.services.issuing import bulletins, numbering
from xcdesk.services.issuing.numbering import PDF, NewFile, RegisterRow
from xcdesk.services.office import office_settings, page_setup, practising
from xcdesk.services.office.printed import label
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document, from_text

if TYPE_CHECKING:  # printing is loaded when something is printed: start-up time
    from xcdesk.reports.pdf.issue import Issue, Printed


class NotIssuedError(DeskError):
    """The bulletin was not issued, so its copies have nothing to be numbered by."""

    code = "bulletin.not_issued"


class NoCopiesError(DeskError):
    """The issue kept no page set-up or no print run, so its copies cannot be numbered."""

    code = "bulletin.no_copies"


@dataclass(frozen=True, slots=True)
class NumberedCopies:
    """Numbered copies of an issue as files.

    ``as_issued`` tells whether this machine prints the issue itself byte for byte as it went out; otherwise
    faces or program differ from then, and the copies should be looked at.
    """

    files: tuple[NewFile, ...]
    copies: int
    as_issued: bool


def numbered_copies(bulletin: RegisterRow, *, each: bool = False) -> NumberedCopies:
    """The copies of an issue with their numbers: one file with all, or one for ``each`` receiver.

    Raises:
        NotIssuedError: it has no number yet.
        NoCopiesError: it was issued before the program kept what stood around the text, or has no print run.
        FontError: a font file of this machine cannot be used.
    """
    from xcdesk.reports.pdf.copies import print_copies  # start-up time
    from xcdesk.reports.pdf.issue import print_issue

    issue, document = _kept(bulletin), from_text(bulletins.get(bulletin.id).text)
    allotted = issue.distribution.allotted
    name = office.file_name(issue)
    files = []
    for part in [(one,) for one in allotted] if each else [allotted]:
        receiver = f"_{part[0].receiver}" if each and part[0].receiver else ""
        words = label("copies.file", name=name, first=part[0].first, last=part[-1].last, receiver=receiver)
        made = print_copies(issue, document, part, settings.own_fonts())
        files.append(NewFile(PDF, f"{practising.file_name(words)}.pdf", made.pdf))
    again = print_issue(issue, document, settings.own_fonts()).pdf
    as_issued = again == numbering.content(bulletin.id, PDF)
    return NumberedCopies(tuple(files), sum(one.last - one.first + 1 for one in allotted), as_issued)


def copies_register(bulletin: RegisterRow) -> "Printed":
    """The list on which receivers sign for their numbered copies; raises as `numbered_copies` does."""
    from xcdesk.reports.pdf.masthead import day_text, number_text  # start-up time
    from xcdesk.reports.pdf.sheet import print_sheet

    issue = _kept(bulletin)
    heads = tuple(label(f"copies.head_{name}") for name in ("numbers", "receiver", "copies", "signed", "day"))
    rows = [heads]
    for one in issue.distribution.allotted:
        key = "copies.number" if one.first == one.last else "copies.numbers"
        numbers = label(key, first=one.first, last=one.last)
        rows.append((numbers, one.receiver or label("copies.run"), str(one.last - one.first + 1), "", ""))
    title = label("copies.title", masthead=issue.masthead, number=number_text(issue))
    under = label("copies.subtitle", day=day_text(issue.day), copies=issue.distribution.copies)
    table, rule = Block(BlockKind.TABLE, rows=tuple(rows)), Block(BlockKind.RULE, label("copies.rule"))
    sheet = Printout(title, under, issue.issuer, issue.day, Document((table, rule)))
    return print_sheet(sheet, settings.own_fonts())


def print_run(bulletin: RegisterRow) -> int:
    """Copies that an issue went out with, or that the settings give it now; 0 where it kept no number."""
    if bulletin.number is None:
        page = page_setup.load().of(bulletin.series)
        return page.copies if page.receivers else office_settings.load().copies
    from xcdesk.reports.pdf.particulars import from_json  # start-up time

    kept = numbering.around(bulletin.id)
    return from_json(kept).distribution.copies if kept else 0


def _kept(bulletin: RegisterRow) -> "Issue":
    """What stood around the text of an issue, its copies allotted."""
    from xcdesk.reports.pdf.particulars import from_json  # start-up time

    if bulletin.number is None:
        raise NotIssuedError(title=bulletin.title)
    kept = numbering.around(bulletin.id)
    issue = from_json(kept) if kept else None
    if issue is None or not issue.distribution.allotted:
        raise NoCopiesError(title=bulletin.title)
    return issue
