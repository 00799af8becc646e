"""What the office prints on plain pages: lists from its roster, what is to be done today, one record."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from xcdesk import clock, settings
from xcdesk.codes import MaterialState
from xcdesk.files import write_file
from xcdesk.services import approvals, cases
from xcdesk.services.due import today_list
from xcdesk.services.issuing import live_figures
from xcdesk.services.log import item_sheet
from xcdesk.services.office import office_settings, people
from xcdesk.services.office.printed import label
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import contact_book, roster_prints
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.services.trackers import programme_prints
from xcdesk.texts.documents import Block, BlockKind, Document, from_text

if TYPE_CHECKING:  # printing is loaded when something is printed: start-up time
    from xcdesk.reports.pdf.issue import Printed


class SheetKind(StrEnum):
    """What can be printed."""

    BOOK = "book"
    CHECK = "check"
    LINKS = "links"
    PROGRAMMES = "programmes"
    TODAY = "today"


_MAKERS: Mapping[SheetKind, Callable[[], Printout]] = {
    SheetKind.BOOK: roster_prints.book,
    SheetKind.CHECK: roster_prints.check_list,
    SheetKind.LINKS: roster_prints.link_list,
    SheetKind.PROGRAMMES: programme_prints.programme_sheet,
}

_ROOM = ("　" * 40, "　" * 8, "　" * 7)
"""Blanks that make the columns as wide as what is written there by hand."""


def made(kind: SheetKind, actor: Actor | None = None) -> Printout:
    """A list as it stands now; that of today as ``actor`` sees it, the office's own account for None."""
    if kind == SheetKind.TODAY:
        return today_list.today_list(actor or people.program())
    return _MAKERS[kind]()


def printed(kind: SheetKind, actor: Actor | None = None) -> "Printed":
    """The pages of a list as it stands now."""
    return pages_of(made(kind, actor))


def item(item_id: int) -> "Printed":
    """One report with its evidence and its history; raises `NotFoundError`."""
    return pages_of(item_sheet.item_sheet(item_id))


def case(actor: Actor, case_id: int) -> "Printed":
    """One case without its private details; raises `NotFoundError`."""
    from xcdesk.services.cases.case_sheet import case_sheet  # start-up time

    return pages_of(case_sheet(cases.detail(actor, case_id)))


def material(actor: Actor, material_id: int) -> "Printed":
    """One text as it stands, with its figures counted now, under its kind, its state and its revision.

    While it is in review there is room below for the opinion and the name of whoever signs on paper.

    Raises:
        NotFoundError: there is no such text.
    """
    seen = approvals.detail(actor, material_id)
    under = label(
        "material_sheet.subtitle",
        kind=label(f"material.kind.{seen.row.kind}"),
        state=label(f"material.state.{seen.row.state}"),
        revision=seen.row.revision,
        id=seen.row.id,
    )
    issuer = office_settings.load().issuer
    document = from_text(live_figures.frozen(seen.text))
    if seen.row.state is MaterialState.IN_REVIEW:
        document = Document((*document.blocks, _room_to_sign()))
    return pages_of(Printout(seen.row.title, under, issuer, clock.today(), document))


def _room_to_sign() -> Block:
    """A table of blank cells under their heads, to be written into by hand."""
    heads = tuple(label(f"material_sheet.{head}") for head in ("opinion", "signature", "signed_on"))
    return Block(BlockKind.TABLE, rows=(heads, _ROOM, _ROOM))


def review(actor: Actor, material_id: int) -> "Printed":
    """The review record of one text: steps, opinions, versions and acts; raises `NotFoundError`."""
    from xcdesk.services.approvals.review_sheet import review_sheet  # start-up time

    return pages_of(review_sheet(actor, material_id))


def name(kind: SheetKind, actor: Actor | None = None) -> str:
    """Name of a list's file without its ending."""
    found = made(kind, actor)
    return f"{found.title}{found.day.isoformat()}"


def write_pdf(kind: SheetKind, path: Path, actor: Actor | None = None) -> int:
    """Write the pages of a list and return how many they are.

    Raises:
        FileInUseError: the file cannot be written.
    """
    return write_pages_of(made(kind, actor), path)


def pages_of(sheet: Printout) -> "Printed":
    """The pages of a list that a service has made."""
    from xcdesk.reports.pdf.sheet import print_sheet  # start-up time

    return print_sheet(sheet, settings.own_fonts())


def write_pages_of(sheet: Printout, path: Path) -> int:
    """Write the pages of a list that a service has made and return how many they are.

    Raises:
        FileInUseError: the file cannot be written.
    """
    pages = pages_of(sheet)
    write_file(path, pages.pdf)
    return pages.pages


def write_book_of(sheet: Printout, path: Path) -> None:
    """Write a list that a service has made as a workbook.

    Raises:
        FileInUseError: the file cannot be written.
    """
    from xcdesk.reports.xlsx import printout  # start-up time

    write_file(path, printout.content(sheet))


def write_book_as(kind: SheetKind, actor: Actor | None, path: Path) -> None:
    """Write a list as a workbook, as it stands now for ``actor``.

    Raises:
        FileInUseError: the file cannot be written.
    """
    if kind == SheetKind.BOOK:
        write_book(path)
    else:
        write_book_of(made(kind, actor), path)


def write_recovery(by: Actor, code: str, path: Path) -> None:
    """Write the page with a recovery code.

    Raises:
        FileInUseError: the file cannot be written.
    """
    write_file(path, printed_recovery(by, code).pdf)


def printed_recovery(by: Actor, code: str) -> "Printed":
    """The page with a recovery code."""
    from xcdesk.services.accounts.recovery_page import recovery_page  # start-up time

    return pages_of(recovery_page(by, code))


def printed_case_key(by: Actor, recovery: str) -> "Printed":
    """The page with the recovery key of private details."""
    from xcdesk.services.cases.key_page import key_page  # start-up time

    return pages_of(key_page(by, recovery))


def write_book(path: Path) -> int:
    """Write the contact book as a workbook and return how many outlets it holds.

    Raises:
        FileInUseError: the file cannot be written.
    """
    from xcdesk.reports.xlsx.contacts import write_contacts  # start-up time

    found = contact_book.contact_book()
    write_file(path, write_contacts(found))
    return len(found.entries)
