"""A light pass over the binary sheets of an .xlsb for what calamine does not tell: hidden, errors, links.

A part is a run of records: number and length, each in bytes of seven bits and a sign that more follow, then
the content ([MS-XLSB] 2.1.4). Records that tell nothing here are stepped over.
"""

import posixpath
import struct
from collections.abc import Callable, Iterator, Mapping

from xcdesk.importers import grid
from xcdesk.importers.readers.facts import SheetFacts

_ROW, _CELL_ERROR, _FORMULA_ERROR, _COLUMN, _SHEET, _LINK = 0, 3, 11, 60, 156, 494
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x10, 0x01
_LAST_COLUMN = 16_384
_MOST_BYTES = 4
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def facts_of(content: bytes, targets: Mapping[str, str]) -> SheetFacts:
    """Facts of one sheet, as far as its part goes; ``targets`` are where its relations lead."""
    facts, row = SheetFacts(), 0
    for number, start, end in _records(content):
        if number == _ROW and end - start >= struct.calcsize("<3I"):
            row = int.from_bytes(content[start : start + 4], "little")
            if content[start + 11] & _ROW_HIDDEN:
                facts.hidden_rows.add(row)
        elif number in _READ:
            _READ[number](facts, row, content[start:end], targets)
    return facts


def _take_error(facts: SheetFacts, row: int, record: bytes, _targets: Mapping[str, str]) -> None:
    if len(record) > 8:  # noqa: PLR2004  # column, style, code
        column = int.from_bytes(record[:4], "little")
        facts.errors.append((row, column, _ERRORS.get(record[8], f"#{record[8]}")))


def _take_columns(facts: SheetFacts, _row: int, record: bytes, _targets: Mapping[str, str]) -> None:
    if len(record) > 16 and record[16] & _COLUMN_HIDDEN:  # noqa: PLR2004  # first, last, width, style, flags
        first, last = struct.unpack_from("<2I", record)
        facts.hidden_columns.update(range(first, min(last + 1, _LAST_COLUMN)))


def _take_link(facts: SheetFacts, _row: int, record: bytes, targets: Mapping[str, str]) -> None:
    if len(record) >= 20:  # noqa: PLR2004  # four bounds, length of the text
        top, _, left, _, length = struct.unpack_from("<5I", record)
        relation = record[20 : 20 + 2 * length].decode("utf-16-le", "replace")
        grid.add_link(facts.links, top, left, targets.get(relation, ""))


_READ: dict[int, Callable[[SheetFacts, int, bytes, Mapping[str, str]], None]] = {
    _CELL_ERROR: _take_error,
    _FORMULA_ERROR: _take_error,
    _COLUMN: _take_columns,
    _LINK: _take_link,
}


def sheets_of(book: bytes, targets: Mapping[str, str], folder: str) -> dict[str, str]:
    """Path of the part, in lower case, that holds each sheet, by the sheet's name."""
    found = {}
    for number, start, end in _records(book):
        if number == _SHEET:
            relation, after = _text(book[start + 8 : end])
            name, _ = _text(after)
            target = posixpath.normpath(posixpath.join("/", folder, targets.get(relation, "")))
            found[name] = target.lstrip("/").lower()
    return found


def _text(content: bytes) -> tuple[str, bytes]:
    """A text with its length before it, and what follows."""
    end = 4 + 2 * int.from_bytes(content[:4], "little")
    return content[4:end].decode("utf-16-le", "replace"), content[end:]


def _records(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of each record."""
    at, size = 0, len(content)
    while at < size:
        number = content[at]
        at += 1
        if number & 0x80 and at < size:
            number = (number & 0x7F) | content[at] << 7
            at += 1
        length = shift = 0
        for _ in range(_MOST_BYTES):
            if at >= size:
                return
            byte = content[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield number, at, min(at + length, size)
        at += length
