"""What this program puts into workbooks for senders, and how it is taken out again before they are read.

A returned workbook has a page of explanations and a column of reasons, a template has a page of instructions
and one of lists, a form for answers one of instructions. None of it is ever data, whatever the sender has
renamed or moved.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from xcdesk.importers.cells import as_text
from xcdesk.importers.raw import RawBook, RawSheet, Value
from xcdesk.normalise import folded

PREFIX = "退回_"
"""How the name of a returned workbook begins."""
REASON = "退回原因"
"""Heading of the column of reasons."""
RETURNED, TEMPLATE, ANSWERS = "退回编号：", "模板编号：", "答复编号："
"""What stands before the number by which a page of ours is known."""
PRACTICE = "LX-"
"""What begins a number that was given while practising."""
_NUMBER = re.compile(r"(?:退回编号|模板编号|答复编号):\s*((?:lx-)?(?:th|mb|df)-[0-9a-f-]{6,})")
LOOKED_AT = 12
"""Rows at the top of a page in which its number is looked for."""
_HEADING_ROWS = 60
_DIGITS = 12


def number(sha256: str) -> str:
    """Number of the returned workbook of a file."""
    return f"TH-{sha256[:_DIGITS].upper()}"


def between(numbered: str) -> tuple[str, str]:
    """Texts between which the SHA-256 of a file with this number lies, the second one beyond it."""
    start = numbered.removeprefix(PRACTICE).partition("-")[2].lower()
    return start, f"{start}g"


def taken_out(book: RawBook) -> RawBook:
    """A book as its sender meant it: without our pages and our column.

    ``answers`` is the number it bears, ``made_in`` tells which of our offices gave that.
    """
    numbers = [_number_of(sheet) for sheet in book.sheets]
    if not any(numbers) and not any(map(_reasons, book.sheets)):
        return book
    kept = tuple(
        _without_reasons(sheet) for sheet, found in zip(book.sheets, numbers, strict=True) if not found
    )
    answers = next((found for found in numbers if found.removeprefix(PRACTICE).startswith("TH-")), "")
    ours = next(filter(None, numbers), "")
    made_in = "" if not ours else "practice" if ours.startswith(PRACTICE) else "office"
    return replace(book, sheets=kept, answers=answers, made_in=made_in)


def is_ours(rows: Sequence[Sequence[Value]]) -> bool:
    """Whether the first rows of a page bear a number of ours."""
    return bool(_found(rows))


def _number_of(sheet: RawSheet) -> str:
    return _found(sheet.cells)


def _found(rows: Sequence[Sequence[Value]]) -> str:
    for cells in rows[:LOOKED_AT]:
        for value in cells:
            match = _NUMBER.search(folded(value)) if isinstance(value, str) else None
            if match:
                return match[1].upper()
    return ""


def _reasons(sheet: RawSheet) -> tuple[int, int] | None:
    """Row and column of the heading over reasons, None where there is none."""
    for row, cells in enumerate(sheet.cells[:_HEADING_ROWS]):
        for column, value in enumerate(cells):
            if isinstance(value, str) and as_text(value) == REASON:
                return row, column
    return None


def _without_reasons(sheet: RawSheet) -> RawSheet:
    found = _reasons(sheet)
    if found is None:
        return sheet
    top, column = found
    cells = [_shortened(values, column) if row >= top else values for row, values in enumerate(sheet.cells)]
    while cells and not cells[-1]:
        cells.pop()
    return replace(sheet, cells=tuple(cells))


def _shortened(values: tuple[Value, ...], column: int) -> tuple[Value, ...]:
    """A row with one cell blanked, and nothing blank at its end."""
    if column >= len(values):
        return values
    left = list(values)
    left[column] = None
    while left and left[-1] is None:
        left.pop()
    return tuple(left)
