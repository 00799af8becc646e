"""One plain table as a workbook: text stays text, numbers stay numbers, nothing is a formula."""

import datetime as dt
import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from xcdesk.errors import DeskError
from xcdesk.files import in_place_of
from xcdesk.services.office import practising
from xcdesk.wording import text

Value = str | int | float | dt.date | None
"""What a cell may hold; a day is written as a date; None and "" leave the cell empty."""

MOST_ROWS = 1_000_000
"""Rows of a sheet; Excel itself ends some way further down."""

_WIDEST = 60
_LONGEST_TEXT, _ROOM_TO_SAY_SO = 32_767, 100
"""UTF-16 units of a cell, as Excel counts them."""
_NOT_IN_CELLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MEASURED = 500
"""Rows at the head of a table by which its columns get their widths."""


class TooManyRowsError(DeskError):
    """A sheet cannot hold so many rows; fact ``most``."""

    code = "file.too_many_rows"


def write_table(
    path: Path,
    heading: Sequence[Sequence[str]],
    rows: Iterable[Sequence[Value]],
    notes: Sequence[str] = (),
) -> None:
    """Write a workbook of one sheet; rows are written as they come, so that a million take little memory.

    Args:
        path: where; a file there is replaced once the new one is whole.
        heading: one or more lines; the last names the columns, lines before it are titles. They stay in view.
        rows: the body, in order; lines of notes may follow as rows of one cell.
        notes: lines under the body, with an empty one between.

    Raises:
        FileInUseError: the file is open elsewhere or the folder cannot be written; what was there stays.
        TooManyRowsError: there are more rows than a sheet takes; what was there stays.
    """
    import xlsxwriter  # start-up time
    from xlsxwriter.exceptions import FileCreateError

    coming = iter(rows)
    first = list(itertools.islice(coming, _MEASURED))
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with in_place_of(path) as part:
        book = xlsxwriter.Workbook(str(part), options)
        sheet = book.add_worksheet()
        sheet.freeze_panes(len(heading), 0)
        stamp_sheet(sheet)
        for column, width in enumerate(_widths(heading[-1], first)):
            sheet.set_column(column, column, width)
        try:
            _fill(book, sheet, heading, itertools.chain(first, coming), notes)
        finally:
            try:
                book.close()
            except FileCreateError as error:
                raise OSError(str(error)) from error


def _fill(
    book: Any,
    sheet: Any,
    heading: Sequence[Sequence[str]],
    rows: Iterable[Sequence[Value]],
    notes: Sequence[str],
) -> None:
    title = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    date = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for number, line in enumerate(heading):
        for column, words in enumerate(line):
            sheet.write_string(
                number, column, cell_text(words), head if number == len(heading) - 1 else title
            )
    number = len(heading)
    for number, values in enumerate(rows, start=len(heading)):
        if number >= MOST_ROWS + len(heading):
            raise TooManyRowsError(most=MOST_ROWS)
        for column, value in enumerate(values):
            _write(sheet, number, column, value, date)
    for below, note in enumerate(notes, start=2):
        sheet.write_string(number + below, 0, cell_text(note))


def _write(sheet: Any, row: int, column: int, value: Value, date: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        sheet.write_string(row, column, cell_text(value))
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), date)
    else:
        sheet.write_number(row, column, value)


def stamp_sheet(sheet: Any) -> None:
    """Let every page of a sheet that is written while practising say so at its head."""
    stamp = practising.stamp()
    if stamp:
        sheet.set_header(f"&C{stamp}")


def stamped(title: str) -> str:
    """A title, behind the stamp of practice if it is one."""
    stamp = practising.stamp()
    return f"{stamp}　{title}" if stamp else title


def cell_text(words: str) -> str:
    """Text as a cell can hold it: no control characters; an end that says how much there was no room for."""
    shown = _NOT_IN_CELLS.sub("", words)
    units = len(shown.encode("utf-16-le", "surrogatepass")) // 2
    if units <= _LONGEST_TEXT:
        return shown
    room = _LONGEST_TEXT - _ROOM_TO_SAY_SO
    kept = shown.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    return kept + text("sheet.cut", count=len(shown) - len(kept))


def _widths(names: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[int]:
    """Widths in characters; a Chinese character takes two. A note of one cell widens nothing."""
    widths = [width_of(name) for name in names]
    for values in rows:
        if len(values) == len(names):
            widths = [max(width, width_of(value)) for width, value in zip(widths, values, strict=True)]
    return [min(_WIDEST, width + 2) for width in widths]


def width_of(value: Value) -> int:
    """Width of what a cell shows, in characters; a Chinese character takes two."""
    shown = "" if value is None else str(value)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in shown)
