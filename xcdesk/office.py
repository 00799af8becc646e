"""What the office does with several parts at once: print, issue and reprint bulletins, write their files."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from xcdesk import clock, paper_pages, settings, traces
from xcdesk.codes import COLLECTED, ContributionState, Series
from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.services import approvals
from xcdesk.services.approvals import Expediting, MaterialRow, Sending, TextChange
from xcdesk.services.counts import placements
from xcdesk.services.issuing import (
    bulletins,
    composing,
    corrections,
    figures,
    live_figures,
    numbering,
    papers,
)
from xcdesk.services.issuing.bulletins import DraftRow
from xcdesk.services.issuing.numbering import IssueFiles, NewFile, Numbers, RegisterRow
from xcdesk.services.office import office_settings, page_setup, practising
from xcdesk.services.office.office_settings import OfficeSettings
from xcdesk.services.office.page_setup import PageSetup, ReceiverList, SeriesSetup
from xcdesk.services.office.printed import label
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import ContributionRow
from xcdesk.texts.documents import Document, from_text
from xcdesk.texts.live_fields import fields_in

if TYPE_CHECKING:  # printing is loaded when something is printed: start-up time
    from xcdesk.reports.pdf.issue import Distribution, Issue, Printed

PDF, DOCX, XLSX = numbering.PDF, numbering.DOCX, numbering.XLSX


class LiveFiguresError(DeskError):
    """The text to be issued first holds figures that still follow the log."""

    code = "paper.live_figures"


@dataclass(frozen=True, slots=True)
class Built:
    """A bulletin and its files: frozen ones when it is issued, otherwise printed as its text stands now."""

    row: RegisterRow
    files: IssueFiles


def build(actor: Actor, series: Series, day: dt.date) -> Built:
    """The bulletin of the period that holds ``day``: drafted or brought up to date while it is open.

    One that is under review or signed off is printed as it stands; an issued one comes as it went out.
    """
    draft = bulletins.current(series, day)
    if draft is None or draft.open:
        draft = bulletins.draft(actor, series, day)
    return as_it_stands(draft.id)


def as_it_stands(bulletin: int) -> Built:
    """A bulletin as it went out, or printed with its present text and no number; changes nothing."""
    row = numbering.row(bulletin)
    if row.number is None:
        return Built(row, proof(bulletins.get(bulletin)))
    frozen = tuple(NewFile(file.kind, file.name, numbering.content(row.id, file.kind)) for file in row.files)
    return Built(row, IssueFiles(frozen, row.pages or 0))


def of_kind(built: Built, kind: str) -> NewFile:
    """The file of one kind; raises `NoSuchFileError` for a kind the bulletin is not made in."""
    for file in built.files.files:
        if file.kind == kind:
            return file
    raise numbering.NoSuchFileError(title=built.row.title, kind=kind.upper())


def proof(draft: DraftRow) -> IssueFiles:
    """Every file of a bulletin with its present text, without a number."""
    return _files(draft, None, clock.today())


def proof_pdf(draft: DraftRow) -> "Printed":
    """The pages alone, for a preview of what is in the text now."""
    return print_text(draft, from_text(live_figures.frozen(draft.text)))


def print_text(draft: DraftRow, document: Document) -> "Printed":
    """The pages of a bulletin with another text, as while somebody still writes it."""
    from xcdesk.reports.pdf.issue import print_issue  # start-up time

    return print_issue(_particulars(draft, None, clock.today()), document, settings.own_fonts())


def submit_material(
    actor: Actor, material: int, *, sending: Sending | None = None, version: int | None = None
) -> MaterialRow:
    """Send a material to review, its live figures counted for good.

    The draft of a bulletin is brought up to date with log and pieces first.

    Raises:
        DeskError: the approval queue refuses; nothing was written.
    """
    draft = bulletins.of_material(material)
    unseen = version is not None and draft is not None and version != draft.material_version
    if draft is not None and draft.open and not unseen:
        return bulletins.submit(actor, draft.id, sending)

    def send(expected: int | None) -> MaterialRow:
        return approvals.submit(actor, material, sending=sending, version=expected)

    return live_figures.submit(actor, material, version=version, send=send)


def edit_material(
    actor: Actor, material: int, change: TextChange, *, version: int | None = None
) -> MaterialRow:
    """Save a text; one that somebody may be reading for sign-off gets its live figures counted for good.

    Raises:
        DeskError: what `approvals.edit` raises; nothing was written.
    """
    if approvals.row(material).state not in bulletins.OPEN_STATES:
        change = replace(change, text=live_figures.frozen(change.text))
    return approvals.edit(actor, material, change, version=version)


def issue_material(
    actor: Actor, material: int, *, version: int | None = None, on: dt.date | None = None
) -> MaterialRow:
    """Issue a signed-off material with its number and its frozen files, in one transaction.

    Args:
        actor: who issues.
        material: which one.
        version: its version as it was on the screen; None takes it as it is now.
        on: day of issue; today unless named.

    Raises:
        DeskError: the approval queue, the figures or the printing refuse; nothing was written.
    """
    return _out(actor, material, on, lambda: approvals.issue(actor, material, version=version))


def expedite_material(
    actor: Actor, material: int, terms: Expediting, *, seen_hash: str, version: int | None = None
) -> MaterialRow:
    """Issue first and check later: number, frozen files and state in one transaction.

    Raises:
        LiveFiguresError: its figures still follow the log; nothing was written.
        DeskError: the approval queue, the figures or the printing refuse; nothing was written.
    """
    if fields_in(approvals.text_of(material)):
        raise LiveFiguresError
    act = partial(approvals.expedite, actor, material, terms, seen_hash=seen_hash, version=version)
    return _out(actor, material, None, act)


def correct_material(actor: Actor, material: int, *, reason: str, version: int | None = None) -> MaterialRow:
    """Draft the correction of an issued text; that of a bulletin is the next issue of its series and period.

    Raises:
        DeskError: the approval queue refuses; nothing was written.
    """
    return corrections.correct(actor, material, reason=reason, version=version)


def _out(actor: Actor, material: int, on: dt.date | None, act: Callable[[], object]) -> MaterialRow:
    """Send a text out by ``act``, under its number and with its files."""
    day, draft = on or clock.today(), bulletins.of_material(material)
    if draft is not None:
        numbering.under_number(
            actor, material, on=day, freeze=lambda one: _filed(material, _files(draft, one, day)), act=act
        )
    else:
        papers.under_number(
            actor,
            material,
            on=day,
            freeze=lambda one: _filed(material, paper_pages.paper_files(material, one)),
            act=act,
        )
    return approvals.row(material)


def _filed(material: int, made: IssueFiles) -> IssueFiles:
    """The files of an issue with the trace copy beside them, where its text was changed on the way."""
    name = made.files[0].name.removesuffix(f".{PDF}")
    return replace(made, files=(*made.files, *traces.filed(material, name)))


def reprint(bulletin: RegisterRow, path: Path) -> str:
    """Write the frozen file of an issue, byte for byte; the kind follows the name. Returns the kind.

    Raises:
        NoSuchFileError: the issue was not made in this format.
        FileInUseError: the file cannot be written.
    """
    kind = path.suffix.lower().lstrip(".") or PDF
    write_file(path, numbering.content(bulletin.id, kind))
    return kind


def _files(draft: DraftRow, numbers: Numbers | None, day: dt.date) -> IssueFiles:
    """PDF and Word of any bulletin, and the workbook of a circular."""
    from xcdesk.reports.docx.issue import write_docx  # start-up time
    from xcdesk.reports.pdf.issue import print_issue
    from xcdesk.reports.pdf.particulars import to_json

    issue = _particulars(draft, numbers, day)
    document = from_text(live_figures.frozen(draft.text))
    printed = print_issue(issue, document, settings.own_fonts())
    name = _name(draft, issue)
    files = [
        NewFile(PDF, f"{name}.pdf", printed.pdf),
        NewFile(DOCX, f"{name}.docx", write_docx(issue, document, settings.own_fonts())),
    ]
    if draft.series == Series.CIRCULAR:
        files.append(NewFile(XLSX, f"{name}.xlsx", _workbook(draft, issue)))
    return IssueFiles(tuple(files), printed.pages, printed.faces, to_json(issue))


def _workbook(draft: DraftRow, issue: "Issue") -> bytes:
    from xcdesk.reports.pdf.masthead import number_text  # start-up time
    from xcdesk.reports.xlsx.circular import CircularBook, write_circular

    found = figures.of_month(draft.period)
    return write_circular(
        CircularBook(
            title=draft.title,
            number=number_text(issue) if issue.number is not None else "",
            day=issue.day,
            figures=found,
            rows=placements.between(draft.period.since, draft.period.until),
            rules=composing.rules(found, bulletins.wording_of(draft.id)),
            forms=figures.form_labels(),
            contributions=_accepted(found),
        )
    )


def _accepted(found: figures.CircularFigures) -> tuple[ContributionRow, ...]:
    """The contributions behind the weeks of a circular."""
    mondays = [count.monday for count in found.weeks]
    if not mondays:
        return ()
    sunday = max(mondays) + dt.timedelta(days=6)
    return contributions.listed(min(mondays), sunday, ContributionState.ACCEPTED)


def _particulars(draft: DraftRow, numbers: Numbers | None, day: dt.date) -> "Issue":
    """Everything around the text, from the settings of the office."""
    around = settled(draft.series, numbers, day, office_settings.load(), page_setup.load())
    return replace(around, corrects=corrections.printed(draft.material))


def settled(
    series: Series, numbers: Numbers | None, day: dt.date, office: OfficeSettings, setup: PageSetup
) -> "Issue":
    """Everything around the text, from settings that need not be saved yet."""
    page, masthead = setup.of(series), page_setup.named(series, office, setup)
    return replace(
        paper_pages.around(masthead, numbers.number if numbers else None, day, office, setup),
        running=numbers.running if numbers else None,
        classification=page.classification or (office.classification if series in COLLECTED else ""),
        distribution=_distribution(page, office),
        contents=page.contents,
        audit_anchor=audit.anchor().short if numbers else "",
    )


def _distribution(page: SeriesSetup, office: OfficeSettings) -> "Distribution":
    """The receivers of a series with the sum of their copies, or the lists in words and the usual run."""
    from xcdesk.reports.pdf.particulars import Copies, Distribution  # start-up time

    if not page.receivers:
        all_of_them = (Copies("", 1, office.copies),) if office.copies else ()
        return Distribution(office.report_to, office.send_to, office.issue_to, office.copies, all_of_them)
    report, send, issue = (page_setup.names(page, on) for on in ReceiverList)
    allotted = tuple(
        Copies(one.name if one.on else label("copies.kept"), one.first, one.last)
        for one in page_setup.allotted(page)
    )
    return Distribution(report, send, issue, page.copies, allotted)


def _name(draft: DraftRow, issue: "Issue") -> str:
    """Name of the files without their ending."""
    if issue.number is None:
        return practising.file_name(label("bulletin.draft_name", title=draft.title))
    return file_name(issue)


def file_name(issue: "Issue") -> str:
    """Name of the files of an issue that has its number, without their ending."""
    name = label("bulletin.file_name", masthead=issue.masthead, year=issue.day.year, number=issue.number)
    return practising.file_name(name)
