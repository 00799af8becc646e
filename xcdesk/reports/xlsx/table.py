"""One plain table as a workbook: text stays text, numbers stay numbers, nothing is a formula."""

import datetime as dt
import io
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xcdesk.files import write_file

Value = str | int | float | dt.date | None
"""What a cell may hold; a day is written as a date; None and "" leave the cell empty."""

_WIDEST = 60
_LONGEST_TEXT = 32_767


def write_table(path: Path, heading: Sequence[Sequence[str]], rows: Sequence[Sequence[Value]]) -> None:
    """Write a workbook of one sheet.

    Args:
        path: where; a file there is replaced.
        heading: one or more lines; the last names the columns, lines before it are titles. They stay in view.
        rows: the body, in order; lines of notes may follow as rows of one cell.

    Raises:
        FileInUseError: the file is open elsewhere or the folder cannot be written; what was there stays.
    """
    import xlsxwriter  # start-up time

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(content, options)
    formats = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
    }
    sheet = book.add_worksheet()
    for number, line in enumerate(heading):
        look = formats["head" if number == len(heading) - 1 else "title"]
        for column, words in enumerate(line):
            sheet.write_string(number, column, words, look)
    for number, values in enumerate(rows, start=len(heading)):
        for column, value in enumerate(values):
            _write(sheet, number, column, value, formats["date"])
    sheet.freeze_panes(len(heading), 0)
    for column, width in enumerate(_widths(heading[-1], rows)):
        sheet.set_column(column, column, width)
    book.close()
    write_file(path, content.getvalue())


def _write(sheet: Any, row: int, column: int, value: Value, date: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        sheet.write_string(row, column, value[:_LONGEST_TEXT])
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), date)
    else:
        sheet.write_number(row, column, value)


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
