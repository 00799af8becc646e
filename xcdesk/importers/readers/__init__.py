"""One reader per family of formats; each takes the bytes of a file and gives a `RawBook`."""

from dataclasses import replace

from xcdesk.importers import limits
from xcdesk.importers.looks import BookLook
from xcdesk.importers.raw import RawBook
from xcdesk.importers.refusals import NoRowsError, TooLargeFileError
from xcdesk.importers.sniff import Kind, kind_of, recoded


def read(data: bytes, encoding: str = "") -> RawBook:
    """Read a file by what it holds; ``encoding`` is that of its text, where a person has chosen one.

    Only the reader that is needed is imported: a process is started for every file.

    Raises:
        RefusedFileError: by name, when the file cannot be read into rows.
    """
    if len(data) > limits.FILE_BYTES:
        raise TooLargeFileError(reason=f"{len(data)} bytes")
    if encoding:
        data = recoded(data, encoding)
    book = _read_as(kind_of(data), data)
    if encoding:
        book = replace(book, encoding=encoding)
    if not any(sheet.cells or sheet.errors or sheet.uncomputed for sheet in book.sheets):
        raise NoRowsError(reason=f"{len(book.sheets)} sheets")
    return book


def read_looks(data: bytes) -> BookLook:
    """How a file's sheets look, as far as its format tells; raises what its parsers raise.

    Of .xlsx nothing is told: whoever wants its looks takes the file itself.
    """
    kind = kind_of(data)
    if kind in {Kind.OLE, Kind.BIFF}:
        from xcdesk.importers.readers.xls_looks import read as read_xls

        return read_xls(data)
    if kind is Kind.ZIP:
        from xcdesk.importers.readers.odf_looks import read as read_odf

        return read_odf(data)
    return {}


def _read_as(kind: Kind, data: bytes) -> RawBook:
    if kind is Kind.ZIP:
        from xcdesk.importers.readers.zipped import read as read_zipped

        return read_zipped(data)
    if kind in {Kind.OLE, Kind.BIFF}:
        from xcdesk.importers.readers.xls import read as read_xls

        return read_xls(data)
    if kind is Kind.HTML:
        from xcdesk.importers.readers.html import read as read_html

        return read_html(data)
    if kind is Kind.MHT:
        from xcdesk.importers.readers.mht import read as read_mht

        return read_mht(data)
    if kind is Kind.XML2003:
        from xcdesk.importers.readers.xml2003 import read as read_xml2003

        return read_xml2003(data)
    from xcdesk.importers.readers.text import read as read_text

    return read_text(data)
