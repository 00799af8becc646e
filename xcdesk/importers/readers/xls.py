"""Binary workbooks: .xls of every age and WPS .et, read by xlrd, and by calamine where xlrd gives up."""

import datetime as dt
import os
import re
import struct
from collections.abc import Iterator

import xlrd

from xcdesk.importers import grid
from xcdesk.importers.raw import Merge, RawBook, RawSheet, Value
from xcdesk.importers.refusals import (
    DamagedFileError,
    EncryptedFileError,
    RefusedFileError,
    UnreadableFileError,
)

_GIVES_UP = (
    xlrd.XLRDError,
    xlrd.formula.FormulaError,
    struct.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    TypeError,
    ValueError,
)
"""What xlrd 2.0.2 was seen to raise on damaged files, besides its own errors."""
_GARBLED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_AS_THEY_ARE = frozenset({xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER})


def _entry(name: str) -> bytes:
    """How the directory of an OLE file stores the name of a stream."""
    raw = name.encode("utf-16-le")
    return raw + bytes(64 - len(raw)) + struct.pack("<H", len(raw) + 2)


_ENCRYPTED_PACKAGE = _entry("EncryptedPackage")


def read(data: bytes) -> RawBook:
    """Every worksheet of a binary workbook with merges, hidden rows, columns and sheets, and error cells.

    Raises:
        EncryptedFileError: protected by a password, also an .xlsx wrapped for encryption.
        UnreadableFileError: an OLE file of another program.
        DamagedFileError: neither library can read it, or only garbled.
    """
    if _ENCRYPTED_PACKAGE in data:
        raise EncryptedFileError(reason="EncryptedPackage")
    try:
        return RawBook("xls", "", tuple(_sheets(data)))
    except xlrd.compdoc.CompDocError as exc:
        # calamine 0.9.1 follows sectors that run in a circle until memory ends
        raise DamagedFileError(reason=f"xlrd: {exc}") from exc
    except _GIVES_UP as exc:
        if "encrypted" in str(exc):
            raise EncryptedFileError(reason="FILEPASS") from exc
        if "Can't find workbook" in str(exc):
            raise UnreadableFileError(reason="OLE without a workbook") from exc
        return _second_reading(data, f"xlrd: {exc!r}")


def _second_reading(data: bytes, reason: str) -> RawBook:
    from xcdesk.importers.readers import zipped  # start-up time: seldom needed

    try:
        sheets = tuple(zipped.sheets(data, {}))
    except RefusedFileError as exc:
        raise DamagedFileError(reason=f"{reason}; {exc.facts['reason']}") from exc
    # calamine 0.9.1 takes some UTF-16 text for 8-bit text and says nothing
    if any(isinstance(value, str) and _GARBLED.search(value) for value in _values(sheets)):
        raise DamagedFileError(reason=f"{reason}; garbled text")
    return RawBook("xls", "", sheets)


def _values(sheets: tuple[RawSheet, ...]) -> Iterator[Value]:
    for sheet in sheets:
        yield sheet.name
        for row in sheet.cells:
            yield from row


def _sheets(data: bytes) -> Iterator[RawSheet]:
    with (
        open(os.devnull, "w") as nowhere,  # noqa: PTH123  # xlrd writes warnings to its log
        xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, on_demand=True, logfile=nowhere
        ) as book,
    ):
        for index in range(book.nsheets):
            yield _sheet(book.sheet_by_index(index), book.datemode)
            book.unload_sheet(index)


def _sheet(source: xlrd.sheet.Sheet, datemode: int) -> RawSheet:
    facts = grid.Builder(name=source.name, hidden=source.visibility != 0)
    facts.merges = [
        Merge(top, left, below - 1, beside - 1) for top, below, left, beside in source.merged_cells
    ]
    facts.hidden_rows = {row for row, info in source.rowinfo_map.items() if info.hidden}
    facts.hidden_columns = {column for column, info in source.colinfo_map.items() if info.hidden}
    for link in source.hyperlink_list:
        address = link.url_or_path
        shown = address.decode("utf-8", "replace") if isinstance(address, bytes) else address or ""
        grid.add_link(facts.links, link.frowx, link.fcolx, shown)
    cells = grid.tidy(_row(source, row, datemode, facts) for row in range(source.nrows))
    return grid.sheet(facts, cells)


def _row(source: xlrd.sheet.Sheet, row: int, datemode: int, facts: grid.Builder) -> list[object]:
    values: list[object] = source.row_values(row)
    for column, kind in enumerate(source.row_types(row)):
        if kind in _AS_THEY_ARE:
            continue
        if kind == xlrd.XL_CELL_DATE:
            values[column] = _moment(source.cell_value(row, column), datemode)
        elif kind == xlrd.XL_CELL_BOOLEAN:
            values[column] = bool(values[column])
        else:
            code = source.cell_value(row, column)
            facts.errors.append((row, column, xlrd.error_text_from_code.get(code, f"#{code}")))
            values[column] = None
    return values


def _moment(serial: float, datemode: int) -> object:
    """A date, a time of day for serials below one day, the number itself where it is no date."""
    try:
        moment: dt.datetime = xlrd.xldate_as_datetime(serial, datemode)
    except (ValueError, OverflowError):
        return serial
    return moment.time() if 0 <= serial < 1 else moment
