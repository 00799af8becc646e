"""The sender's own workbook, with its fonts, colours, widths and all."""

from typing import TYPE_CHECKING

from xcdesk.importers import marks
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.raw import RawSheet
from xcdesk.importers.returned import cells, marking

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_CELLS = 200_000
"""Above this the sender's own file is not loaded with its styles: that takes some 5 KB a cell."""
_MOST_BYTES = 8 << 20
_MOST_STYLED = 4_000_000
_OURS = 16
"""Columns in which a number of ours may stand."""
_MARGIN = 3
"""Rows and columns that are left around a table: a column of reasons may stand there."""


def load(plan: FilePlan) -> "Workbook | None":
    """The sender's own workbook with its styles, or None where that cannot be had.

    What an earlier returned workbook put in is taken out: the page in front, red cells, comments, reasons.
    """
    read = sum(len(row) for sheet in plan.raw.sheets for row in sheet.cells)
    if plan.raw.format != "xlsx" or read > _MOST_CELLS:
        return None
    # openpyxl here spares start-up time.
    from zipfile import BadZipFile

    import openpyxl

    try:
        if plan.path.stat().st_size > _MOST_BYTES:
            return None
        with plan.path.open("rb") as stream:
            book = openpyxl.load_workbook(stream, data_only=True, keep_links=False)
    except (BadZipFile, OSError, KeyError, TypeError, ValueError, IndexError):
        return None  # what imports.md 2b lists; the cells themselves were read by another engine
    if not all(_agrees(book, sheet) for sheet in plan.raw.sheets):
        return None
    _take_out_ours(book)
    return book if _keeps_names(plan, book) else None


def _take_out_ours(book: "Workbook") -> None:
    for page in list(book.worksheets):
        top = page.iter_rows(max_row=marks.LOOKED_AT, max_col=_OURS, values_only=True)
        if marks.is_ours(list(map(list, top))):
            book.remove(page)
        else:
            marking.unmark(page)


def _keeps_names(plan: FilePlan, book: "Workbook") -> bool:
    """Whether every sheet is there and may keep its name."""
    names = [sheet.name for sheet in plan.raw.sheets]
    titles = cells.titles(plan)
    return bool(book.sheetnames == names and list(titles) == list(titles.values()))


def _agrees(book: "Workbook", sheet: RawSheet) -> bool:
    """Whether openpyxl found the rows; of Strict Open XML it finds nothing, without a word."""
    if sheet.name not in book.sheetnames:
        return False
    page = book[sheet.name]
    marked = [*(error[:2] for error in sheet.errors), *sheet.uncomputed]
    height = max([len(sheet.cells), *(row + 1 for row, _ in marked)])
    width = max([0, *map(len, sheet.cells), *(column + 1 for _, column in marked)])
    if page.max_row < len(sheet.cells):
        return False
    return _trim(page, height + _MARGIN, width + _MARGIN)


def _trim(page: "Worksheet", height: int, width: int) -> bool:
    """Cut off cells that are styled far beyond the table; False if there are too many even for that."""
    rows, columns = int(page.max_row), int(page.max_column)
    if rows * columns <= _MOST_CELLS:
        return True
    if rows * columns > _MOST_STYLED:
        return False
    if columns > width:
        page.delete_cols(width + 1, columns - width)
    if rows > height:
        page.delete_rows(height + 1, rows - height)
    return True
