"""How a book travels from the reading process to the program: JSON, some hundred rows a line.

The reading process has handled hostile data, so the program takes nothing from it that could run: no pickle.
Dates and times, which JSON lacks, travel as ``["d", "2019-03-05"]``.
"""

import datetime as dt
import functools
import itertools
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import Any, TextIO, overload

from typing_extensions import override

from xcdesk.importers import limits
from xcdesk.importers.looks import BookLook, CellLook, SheetLook
from xcdesk.importers.raw import Merge, RawBook, RawSheet, Value
from xcdesk.importers.refusals import BY_CODE, DamagedFileError, RefusedFileError, TooLargeFileError


def _tagged(value: dt.date | dt.time) -> list[str]:
    if isinstance(value, dt.datetime):
        return ["m", value.isoformat()]
    return ["d" if isinstance(value, dt.date) else "t", value.isoformat()]


_AT_ONCE = 200
"""Rows of a line: each line takes as long to begin as a row to write."""

_encode = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_tagged
).encode


def _untagged(cell: list[str]) -> Value:
    tag, text = cell
    if tag == "m":
        return dt.datetime.fromisoformat(text)
    return dt.date.fromisoformat(text) if tag == "d" else dt.time.fromisoformat(text)


def write_book(book: RawBook, stream: TextIO) -> None:
    """Send ``book`` in full.

    Raises:
        TooLargeFileError: more values or text than the program takes; what was sent is no whole book.
    """
    stream.write(_encode([book.format, book.encoding, book.answers, book.made_in, len(book.sheets)]) + "\n")
    values = characters = 0
    for sheet in book.sheets:
        head = _encode(_head(sheet))
        stream.write(head + "\n")
        characters += len(head)
        for start in range(0, len(sheet.cells), _AT_ONCE):
            rows = sheet.cells[start : start + _AT_ONCE]
            line = _encode(rows)
            stream.write(line + "\n")
            values, characters = values + sum(map(len, rows)), characters + len(line)
            if values > limits.CELLS or characters > limits.TEXT_CHARACTERS:
                raise TooLargeFileError(reason=f"{values} values, {characters} characters")


def _head(sheet: RawSheet) -> dict[str, object]:
    return {
        "name": sheet.name,
        "rows": len(sheet.cells),
        "hidden": sheet.hidden,
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
        "merges": [(merge.top, merge.left, merge.bottom, merge.right) for merge in sheet.merges],
        "errors": sheet.errors,
        "uncomputed": sheet.uncomputed,
        "links": sheet.links,
    }


def write_refusal(refusal: RefusedFileError, stream: TextIO) -> None:
    """Send the name of a refusal instead of a book."""
    stream.write(_encode({"code": refusal.code, "reason": str(refusal.facts.get("reason", ""))}) + "\n")


def write_looks(book: BookLook, stream: TextIO) -> None:
    """Send the looks of a book, one sheet a line."""
    for name, sheet in book.items():
        looks = [astuple(look) for look in sheet.looks]
        parts = (list(sheet.widths.items()), list(sheet.heights.items()), looks, sheet.cells)
        stream.write(_encode((name, *parts)) + "\n")


def read_looks(stream: TextIO) -> BookLook:
    """Receive the looks of a book; raises ``ValueError``, ``TypeError`` or ``KeyError`` for anything else."""
    found: BookLook = {}
    for line in stream:
        name, widths, heights, looks, cells = json.loads(line)
        sheet = SheetLook(dict(widths), dict(heights), [CellLook(*look) for look in looks])
        sheet.cells = [(row, column, place) for row, column, place in cells]
        found[name] = sheet
    return found


def read_book(stream: TextIO) -> RawBook:
    """Receive a book.

    Raises:
        RefusedFileError: the reading process refused the file, by the name it gave.
        ValueError: the message is cut off or not one of ours.
    """
    first: Any = json.loads(stream.readline())
    if isinstance(first, dict):
        raise BY_CODE[first["code"]](reason=first["reason"])
    form, encoding, answers, made_in, count = first
    return RawBook(form, encoding, tuple(_read_sheet(stream) for _ in range(count)), answers, made_in)


def _read_sheet(stream: TextIO) -> RawSheet:
    head = json.loads(stream.readline())
    return RawSheet(
        name=head["name"],
        cells=SentRows(_lines(stream, math.ceil(head["rows"] / _AT_ONCE)), head["rows"]),
        hidden=head["hidden"],
        hidden_rows=frozenset(head["hidden_rows"]),
        hidden_columns=frozenset(head["hidden_columns"]),
        merges=tuple(Merge(*bounds) for bounds in head["merges"]),
        errors=tuple((row, column, text) for row, column, text in head["errors"]),
        uncomputed=tuple((row, column) for row, column in head["uncomputed"]),
        links=tuple((row, column, address) for row, column, address in head["links"]),
    )


def _lines(stream: TextIO, count: int) -> list[str]:
    """The next lines; a message may be cut off, and then is none."""
    lines = list(itertools.islice(stream, count))
    if len(lines) != count or not (not lines or lines[-1].endswith("]\n")):
        raise ValueError("rows are lacking")
    return lines


class SentRows(Sequence[tuple[Value, ...]]):
    """Rows of a sheet as they were sent, made into values when the first of them is looked at.

    A book that the reading process has understood may never be looked at again; then its text is all that
    was taken over.
    """

    def __init__(self, lines: list[str], count: int) -> None:
        self._lines, self._count = lines, count

    @functools.cached_property
    def _rows(self) -> tuple[tuple[Value, ...], ...]:
        sent = itertools.chain.from_iterable(map(json.loads, self._lines))
        try:
            rows = tuple(
                tuple([_untagged(cell) if type(cell) is list else cell for cell in row]) for row in sent
            )
        except (ValueError, LookupError, TypeError) as exc:
            raise DamagedFileError(reason=f"answer: {exc!r}") from exc
        if len(rows) != self._count:
            raise DamagedFileError(reason=f"answer: {len(rows)} rows of {self._count}")
        self._lines = []
        return rows

    @override
    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> tuple[Value, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[tuple[Value, ...], ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> tuple[Value, ...] | tuple[tuple[Value, ...], ...]:
        return self._rows[index]

    @override
    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return iter(self._rows)

    @override
    def __eq__(self, other: object) -> bool:
        return self._rows == (other._rows if isinstance(other, SentRows) else other)

    @override
    def __hash__(self) -> int:
        return hash(self._rows)

    @override
    def __repr__(self) -> str:
        return repr(self._rows)
