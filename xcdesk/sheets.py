"""Lists that the office prints and sends round from its roster, as files."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from xcdesk import settings
from xcdesk.files import write_file
from xcdesk.services import contact_book, roster_prints
from xcdesk.services.roster_prints import Printout

if TYPE_CHECKING:  # printing is loaded when something is printed: start-up time
    from xcdesk.reports.pdf.issue import Printed


class SheetKind(StrEnum):
    """What can be printed from the roster."""

    BOOK = "book"
    CHECK = "check"
    LINKS = "links"


_MAKERS: Mapping[SheetKind, Callable[[], Printout]] = {
    SheetKind.BOOK: roster_prints.book,
    SheetKind.CHECK: roster_prints.check_list,
    SheetKind.LINKS: roster_prints.link_list,
}


def printed(kind: SheetKind) -> "Printed":
    """The pages of a list as it stands now."""
    from xcdesk.reports.pdf.sheet import print_sheet  # start-up time

    folder = settings.load().fonts
    return print_sheet(_MAKERS[kind](), Path(folder) if folder else None)


def name(kind: SheetKind) -> str:
    """Name of a list's file without its ending."""
    made = _MAKERS[kind]()
    return f"{made.title}{made.day.isoformat()}"


def write_pdf(kind: SheetKind, path: Path) -> int:
    """Write the pages of a list and return how many they are.

    Raises:
        FileInUseError: the file cannot be written.
    """
    made = printed(kind)
    write_file(path, made.pdf)
    return made.pages


def write_book(path: Path) -> int:
    """Write the contact book as a workbook and return how many outlets it holds.

    Raises:
        FileInUseError: the file cannot be written.
    """
    from xcdesk.reports.xlsx.contacts import write_contacts  # start-up time

    found = contact_book.contact_book()
    write_file(path, write_contacts(found))
    return len(found.entries)
