"""What a cell of a workbook can hold, and that text in it stays text."""

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from xcdesk.importers.plan import FilePlan
from xcdesk.importers.raw import Value

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BAD_TITLE = re.compile(r"[\\/*?:\[\]']")
_LONGEST_TITLE = 31
_LONGEST_CELL = 32_767
_LINE = 15.0
"""Height of a line in points."""
_FIRST_YEAR = 1900
"""A workbook's calendar begins there."""


def titles(plan: FilePlan) -> dict[str, str]:
    """Sheet names that Excel takes, by the names in the file; no two the same."""
    names: dict[str, str] = {}
    for place, sheet in enumerate(plan.raw.sheets, 1):
        name = _BAD_TITLE.sub(" ", _CONTROL.sub("", sheet.name)).strip()[:_LONGEST_TITLE]
        taken = {known.casefold() for known in names.values()}
        names[sheet.name] = name if name and name.casefold() not in taken else f"Sheet{place}"
    return names


def clean(text: str) -> str:
    """Text without what no workbook may hold."""
    return _CONTROL.sub("", text)[:_LONGEST_CELL]


def storable(value: Value) -> Value:
    """What a cell of a workbook can hold; days beyond its calendar as text."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dt.date) and value.year < _FIRST_YEAR:
        return value.isoformat()
    return value


def keep_text(page: "Worksheet") -> None:
    """No text of a sender ever becomes a formula or a link again."""
    for cells in page.iter_rows():
        for cell in cells:
            shown: Any = cell.value
            if isinstance(shown, str):
                cell.value = clean(shown)
                cell.data_type = "s"


def grow(page: "Worksheet", row: int) -> None:
    """Make a row high enough for its wrapped cells: not every program does so by itself."""
    # openpyxl here spares start-up time.
    from openpyxl.utils import get_column_letter

    needed = 1
    for cell in page[row]:
        if isinstance(cell.value, str) and cell.alignment.wrap_text:
            width = page.column_dimensions[get_column_letter(cell.column)].width
            needed = max(needed, lines_in(cell.value, width))
    height = page.row_dimensions[row].height
    if needed > 1 and (height is None or height < needed * _LINE):
        page.row_dimensions[row].height = needed * _LINE


def width_of(text: str) -> int:
    """Width of the longest line in characters; a Chinese one takes two."""
    return max(map(_line_width, text.split("\n")))


def lines_in(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column of that width."""
    return sum(max(1, -(-_line_width(line) // max(1, int(width)))) for line in text.split("\n"))


def _line_width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
