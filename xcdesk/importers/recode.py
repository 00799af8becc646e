"""A file of text read in the encoding that a person chose, where the one that was found is wrong."""

import tempfile
from dataclasses import replace
from pathlib import Path

from xcdesk.errors import DeskError
from xcdesk.importers import worker
from xcdesk.importers.limits import FILE_BYTES
from xcdesk.importers.raw import RawBook
from xcdesk.importers.refusals import NotOpenedError, TooLargeFileError, UnreadableFileError
from xcdesk.progress import Operation

ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16", "shift_jis", "euc-kr", "windows-1252")
"""What a person may choose from."""
TEXT_FORMATS = frozenset({"csv", "text", "html"})
"""Formats, by `RawBook.format`, whose encoding can be chosen."""


class WrongEncodingError(DeskError):
    """The file is no text in the encoding that was chosen."""

    code = "import.wrong_encoding"


def read(path: Path, encoding: str | None, operation: Operation | None = None) -> RawBook:
    """Read a file, in ``encoding`` if one is given; the reading process sees it as UTF-8 then.

    Raises:
        RefusedFileError: it cannot be read.
        WrongEncodingError: it does not read as text of a table in that encoding.
        Cancelled: the user stopped it.
    """
    if encoding is None:
        return worker.read_book(path, operation)
    with tempfile.TemporaryDirectory(prefix="xcdesk-recode-") as folder:
        copy = Path(folder) / path.name
        copy.write_text(_decoded(path, encoding), encoding="utf-8-sig", newline="")
        try:
            book = worker.read_book(copy, operation)
        except UnreadableFileError as error:
            raise WrongEncodingError(name=path.name, encoding=encoding) from error
    if book.format not in TEXT_FORMATS:
        raise WrongEncodingError(name=path.name, encoding=encoding)
    return replace(book, encoding=encoding)


def _decoded(path: Path, encoding: str) -> str:
    try:
        if path.stat().st_size > FILE_BYTES:
            raise TooLargeFileError(name=path.name, reason=f"{path.stat().st_size} bytes")
        data = path.read_bytes()
    except OSError as error:
        raise NotOpenedError(name=path.name, reason=error.strerror or type(error).__name__) from error
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        raise WrongEncodingError(name=path.name, encoding=encoding) from error
