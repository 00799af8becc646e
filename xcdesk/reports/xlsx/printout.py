"""Any list of the office as a workbook: the tables of its pages below one another on a sheet."""

from collections.abc import Sequence
from typing import Any

from xcdesk.reports.xlsx.book import Book, fit_row, put
from xcdesk.reports.xlsx.table import width_of
from xcdesk.services.office.printed import label
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import BlockKind

_NARROWEST, _WIDEST = 6, 44
_FIRST = 3
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", ""))


def content(sheet: Printout) -> bytes:
    """The file; columns whose heads are among ``figures`` hold numbers, all others text."""
    book = Book(sheet.title, sheet.day)
    widths = _widths(sheet)
    page = book.sheet(sheet.title.translate(_NOT_IN_NAMES)[:_LONGEST_NAME], sheet.title, widths)
    page.set_landscape()
    put(page, 1, 0, "　".join(filter(None, (sheet.issuer, sheet.subtitle))), book.formats.day_line)
    row = _FIRST
    for block in sheet.document.blocks:
        if block.kind == BlockKind.TABLE:
            _write(book, page, row, block.rows, sheet.figures)
            for number, cells in enumerate(block.rows, row):
                fit_row(page, number, cells, widths[: len(cells)])
            row += len(block.rows) + 1  # and an empty one
        else:
            put(page, row, 0, block.text, book.formats.day_line)
            row += 1
    page.set_footer(f"&C{label('sheet.page')}")
    return book.finish()


def _write(
    book: Book, page: Any, first: int, rows: Sequence[tuple[str, ...]], figures: frozenset[str]
) -> None:
    """Write a table from a row on."""
    head, *body = rows
    for column, words in enumerate(head):
        put(page, first, column, words, book.formats.head)
    for number, cells in enumerate(body, first + 1):
        for column, words in enumerate(cells):
            if head[column] in figures and words.isdecimal():
                page.write_number(number, column, int(words), book.formats.figure)
            else:
                put(page, number, column, words, book.formats.wrapped)


def _widths(sheet: Printout) -> tuple[float, ...]:
    tables = [block.rows for block in sheet.document.blocks if block.rows]
    widths = [_NARROWEST] * max((len(rows[0]) for rows in tables), default=1)
    for rows in tables:
        for cells in rows:
            for column, words in enumerate(cells):
                widths[column] = min(_WIDEST, max(widths[column], width_of(words) + 2))
    return tuple(float(width) for width in widths)
