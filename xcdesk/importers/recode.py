"""A file of text read in the encoding that a person chose, where the one that was found is wrong."""

from xcdesk.errors import DeskError
from xcdesk.importers.raw import RawBook
from xcdesk.importers.refusals import UnreadableFileError
from xcdesk.importers.worker import Reading
from xcdesk.progress import Operation

ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16", "shift_jis", "euc-kr", "windows-1252")
"""What a person may choose from."""
TEXT_FORMATS = frozenset({"csv", "text", "html"})
"""Formats, by `RawBook.format`, whose encoding can be chosen."""


class WrongEncodingError(DeskError):
    """The file is no text in the encoding that was chosen."""

    code = "import.wrong_encoding"


def book_of(begun: Reading, encoding: str | None, operation: Operation | None = None) -> RawBook:
    """The book of a reading that was begun in ``encoding``, if one was given.

    Raises:
        RefusedFileError: the file cannot be read.
        WrongEncodingError: it does not read as text of a table in that encoding.
        Cancelled: the user stopped it.
    """
    if encoding is None:
        return begun.book(operation)
    try:
        book = begun.book(operation)
    except UnreadableFileError as error:
        raise WrongEncodingError(name=begun.path.name, encoding=encoding) from error
    if book.format not in TEXT_FORMATS:
        raise WrongEncodingError(name=begun.path.name, encoding=encoding)
    return book
