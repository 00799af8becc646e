"""The returned workbook (退回表): the sender's own rows, faulty cells red, and a reason column."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xcdesk.files import write_file
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.raw import RawSheet, Value
from xcdesk.importers.records import CheckedSheet, Level, Problem, RowStatus
from xcdesk.wording import text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

RED = "FFC7CE"
"""Fill of a faulty cell, the light red that Excel itself uses for bad values."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BAD_TITLE = re.compile(r"[\\/*?:\[\]']")
_LONGEST_TITLE = 31
_MOST_CELLS = 200_000
"""Above this the sender's own file is not loaded with its styles: that takes some 5 KB a cell."""
_WIDTH = 48
_AUTHOR = "xcdesk"


def name_for(path: Path) -> str:
    """File name of the returned workbook of ``path``."""
    return f"退回_{path.stem}.xlsx"


def write(plan: FilePlan, target: Path) -> int:
    """Write the returned workbook of a file to ``target``.

    The sender's own xlsx keeps its looks; any other format is built anew from its cells.

    Returns:
        How many rows are turned down.

    Raises:
        FileInUseError: the target is open in another program or may not be written.
    """
    book = _own(plan) or _rebuilt(plan)
    turned_down = 0
    for raw, sheet in zip(plan.raw.sheets, plan.book.sheets, strict=True):
        if not sheet.hidden and sheet.rows:
            turned_down += _mark(book[_titles(plan)[raw.name]], sheet)
    for page in book.worksheets:
        _as_text(page)
    content = io.BytesIO()
    book.save(content)
    write_file(target, content.getvalue())
    return turned_down


def _titles(plan: FilePlan) -> Mapping[str, str]:
    """Sheet names that Excel takes, by the names in the file; no two the same."""
    names: dict[str, str] = {}
    for place, sheet in enumerate(plan.raw.sheets, 1):
        name = _BAD_TITLE.sub(" ", _CONTROL.sub("", sheet.name)).strip()[:_LONGEST_TITLE]
        taken = {known.casefold() for known in names.values()}
        names[sheet.name] = name if name and name.casefold() not in taken else f"Sheet{place}"
    return names


def _own(plan: FilePlan) -> "Workbook | None":
    """The sender's own workbook with its styles, or None where that cannot be had."""
    cells = sum(len(row) for sheet in plan.raw.sheets for row in sheet.cells)
    if plan.raw.format != "xlsx" or cells > _MOST_CELLS:
        return None
    # openpyxl here spares start-up time.
    from zipfile import BadZipFile

    import openpyxl

    try:
        with plan.path.open("rb") as stream:
            book = openpyxl.load_workbook(stream, data_only=True, keep_links=False)
    except (BadZipFile, OSError, KeyError, TypeError, ValueError, IndexError):
        return None  # what imports.md 2b lists; the cells themselves were read by another engine
    complete = book.sheetnames == [sheet.name for sheet in plan.raw.sheets] and all(
        _agrees(book[sheet.name], sheet) for sheet in plan.raw.sheets
    )
    return book if complete and list(_titles(plan)) == list(_titles(plan).values()) else None


def _agrees(page: "Worksheet", sheet: RawSheet) -> bool:
    """Whether openpyxl found what the reader found; of Strict Open XML it finds nothing, without a word."""
    return bool(page.max_row >= len(sheet.cells))


def _rebuilt(plan: FilePlan) -> "Workbook":
    # openpyxl here spares start-up time.
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in plan.raw.sheets:
        page = book.create_sheet(_titles(plan)[sheet.name])
        for row, column, value in _values(sheet):
            page.cell(row + 1, column + 1, _storable(value))
        for merge in sheet.merges:
            page.merge_cells(None, merge.top + 1, merge.left + 1, merge.bottom + 1, merge.right + 1)
        page.sheet_state = "hidden" if sheet.hidden else "visible"
    return book


def _values(sheet: RawSheet) -> Iterator[tuple[int, int, Value]]:
    for row, cells in enumerate(sheet.cells):
        for column, value in enumerate(cells):
            if value is not None:
                yield row, column, value


def _storable(value: Value) -> Value:
    """What a cell of a workbook can hold; days beyond its calendar as text."""
    if isinstance(value, str):
        return _CONTROL.sub("", value)
    if isinstance(value, dt.date) and value.year < 1900:  # noqa: PLR2004  # a workbook's calendar begins there
        return value.isoformat()
    return value


def _mark(page: "Worksheet", sheet: CheckedSheet) -> int:
    """Colour the faulty cells and add the column of reasons behind the last one in use."""
    # openpyxl here spares start-up time.
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    faulty = [row for row in sheet.rows if row.status == RowStatus.ERROR]
    column = max(page.max_column, len(sheet.names)) + 1
    heading = page.cell(sheet.header_row or 1, column, text("returned.reason", "zh"))
    heading.font = Font(bold=True)
    page.column_dimensions[get_column_letter(column)].width = _WIDTH
    for row in faulty:
        errors = [problem for problem in row.problems if problem.level == Level.ERROR]
        reason = page.cell(row.row, column, "\n".join(problem.message("zh") for problem in errors))
        reason.alignment = Alignment(wrap_text=True, vertical="top")
        for problem in errors:
            _redden(page, row.row, problem)
    return len(faulty)


def _redden(page: "Worksheet", row: int, problem: Problem) -> None:
    if problem.place is None:
        return
    # openpyxl here spares start-up time.
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = _shown(page, row, problem.place + 1)
    cell.fill = PatternFill("solid", start_color=RED)
    cell.comment = Comment(problem.message("zh"), _AUTHOR)


def _shown(page: "Worksheet", row: int, column: int) -> "Cell":
    """The cell that shows at a place: the first of a merge that covers it."""
    for merged in page.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col:
            return page.cell(merged.min_row, merged.min_col)
    return page.cell(row, column)


def _as_text(page: "Worksheet") -> None:
    """No text of a sender ever becomes a formula or a link again."""
    for cells in page.iter_rows():
        for cell in cells:
            shown: Any = cell.value
            if isinstance(shown, str):
                cell.value = _CONTROL.sub("", shown)
                cell.data_type = "s"
