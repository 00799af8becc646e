"""Workbooks of ours say whether they were made while practising, and go back there or nowhere."""

from xcdesk import store
from xcdesk.importers import marks
from xcdesk.importers.raw import RawBook
from xcdesk.importers.refusals import OfficeFileError, PracticeFileError


def stamped(number: str) -> str:
    """A number as it is printed: one that is given while practising says so."""
    return f"{marks.PRACTICE}{number}" if store.is_practice() else number


def require(book: RawBook, name: str) -> None:
    """Refuse a workbook of the practice office among real data, and one of real work while practising.

    Args:
        book: as read, our pages taken out.
        name: of the file, for the refusal.

    Raises:
        PracticeFileError, OfficeFileError: it is of the other kind.
    """
    if book.made_in == "practice" and not store.is_practice():
        raise PracticeFileError(name=name)
    if book.made_in == "office" and store.is_practice():
        raise OfficeFileError(name=name)
