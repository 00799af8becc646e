"""A workbook made anew from the cells of a file, resembling what its sender knows."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xcdesk.importers import worker
from xcdesk.importers.looks import CellLook, SheetLook
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.raw import RawSheet, Value
from xcdesk.importers.records import CheckedSheet
from xcdesk.importers.returned import cells

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LOOKING = frozenset({"xls", "ods"})
"""Formats that tell how their sheets look."""
_NARROWEST, _WIDEST, _MOST_SAMPLED = 6, 50, 400
_HEAD_FILL = "EEF2F7"
_LANDSCAPE_FROM = 90
"""Width of a sheet in characters from which it is printed across the page."""


def build(plan: FilePlan) -> "Workbook":
    """The workbook, hidden sheets, rows and columns still hidden, merges still merged."""
    # openpyxl here spares start-up time.
    from openpyxl import Workbook

    looks = worker.read_looks(plan.path) if plan.raw.format in _LOOKING else {}
    titles = cells.titles(plan)
    book = Workbook()
    book.remove(book.worksheets[0])
    for raw, sheet in zip(plan.raw.sheets, plan.book.sheets, strict=True):
        page = book.create_sheet(titles[raw.name])
        for row, column, value in _values(raw):
            cell = page.cell(row + 1, column + 1, cells.storable(value))
            _format_time(cell, value)
        _dress(page, raw, sheet, looks.get(raw.name))
        for merge in raw.merges:
            page.merge_cells(None, merge.top + 1, merge.left + 1, merge.bottom + 1, merge.right + 1)
        _hide(page, raw)
    return book


def _values(sheet: RawSheet) -> Iterator[tuple[int, int, Value]]:
    for row, values in enumerate(sheet.cells):
        for column, value in enumerate(values):
            if value is not None:
                yield row, column, value


def _format_time(cell: "Cell", value: Value) -> None:
    if isinstance(value, dt.datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, dt.date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, dt.time):
        cell.number_format = "hh:mm"


def _hide(page: "Worksheet", sheet: RawSheet) -> None:
    # openpyxl here spares start-up time.
    from openpyxl.utils import get_column_letter

    page.sheet_state = "hidden" if sheet.hidden else "visible"
    for row in sheet.hidden_rows:
        page.row_dimensions[row + 1].hidden = True
    for column in sheet.hidden_columns:
        page.column_dimensions[get_column_letter(column + 1)].hidden = True


def _dress(page: "Worksheet", raw: RawSheet, sheet: CheckedSheet, look: SheetLook | None) -> None:
    """Give the page its sender's looks, or plain ones where the format tells none."""
    # openpyxl here spares start-up time.
    from openpyxl.utils import get_column_letter

    usual = _usual_widths(raw, sheet)
    known = look.widths if look is not None else {}
    for column, width in enumerate(usual):
        page.column_dimensions[get_column_letter(column + 1)].width = known.get(column, width)
    if look is not None and look.cells:
        _dress_as(page, look)
    else:
        _dress_plainly(page, raw, sheet, len(usual))
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = "landscape" if sum(usual) > _LANDSCAPE_FROM else "portrait"
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToHeight = 0


def _usual_widths(raw: RawSheet, sheet: CheckedSheet) -> list[float]:
    """Widths that show what the cells hold; lines over the table do not widen its columns."""
    top = (sheet.header_row or 1) - 1
    rows = raw.cells[top : top + _MOST_SAMPLED]
    wide = {(merge.top, merge.left) for merge in raw.merges if merge.right > merge.left}
    widths = [float(_NARROWEST)] * max((len(values) for values in raw.cells), default=0)
    for row, values in enumerate(rows, start=top):
        for column, value in enumerate(values):
            if value is not None and (row, column) not in wide:
                widths[column] = max(widths[column], cells.width_of(_shown(value)) + 2)
    return [min(width, _WIDEST) for width in widths]


def _shown(value: Value) -> str:
    return value if isinstance(value, str) else str(value)


def _dress_as(page: "Worksheet", look: SheetLook) -> None:
    styles = [_Style(one) for one in look.looks]
    for row, height in look.heights.items():
        if row < page.max_row:
            page.row_dimensions[row + 1].height = height
    last_row, last_column = page.max_row, page.max_column
    for row, column, place in look.cells:
        if row < last_row and column < last_column:
            styles[place].put(page.cell(row + 1, column + 1))


def _dress_plainly(page: "Worksheet", raw: RawSheet, sheet: CheckedSheet, width: int) -> None:
    """A heading and a grid; larger letters for the title above."""
    top = (sheet.header_row or 1) - 1
    title = _Style(CellLook(size=14, bold=True, horizontal="center", vertical="center", wrap=True))
    head = _Style(
        CellLook(bold=True, fill=_HEAD_FILL, border=True, horizontal="center", vertical="center", wrap=True)
    )
    body = _Style(CellLook(border=True, vertical="center", wrap=True))
    first = next((row for row, values in enumerate(raw.cells[:top]) if values), None)
    if first is not None:
        column = next(at for at, value in enumerate(raw.cells[first]) if value is not None)
        title.put(page.cell(first + 1, column + 1))
    if sheet.header_row is None:
        return
    for row in range(top, len(raw.cells)):
        style = head if row < top + sheet.header_rows else body
        for column in range(width):
            style.put(page.cell(row + 1, column + 1))
        cells.grow(page, row + 1)


class _Style:
    """A look as openpyxl's own styles, made once for all cells that bear it."""

    def __init__(self, look: CellLook) -> None:
        # openpyxl here spares start-up time.
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self._look = look
        self._font = Font(
            name=look.font or "宋体",
            size=look.size or 11,
            bold=look.bold,
            italic=look.italic,
            color=look.colour or None,
        )
        self._fill = PatternFill("solid", start_color=look.fill) if look.fill else None
        self._alignment = Alignment(
            horizontal=look.horizontal or None, vertical=look.vertical or None, wrap_text=look.wrap
        )
        line = Side("thin")
        self._border = Border(line, line, line, line) if look.border else None

    def put(self, cell: "Cell") -> None:
        """Dress a cell."""
        cell.font, cell.alignment = self._font, self._alignment
        if self._fill is not None:
            cell.fill = self._fill
        if self._border is not None:
            cell.border = self._border
        if self._look.number_format:
            cell.number_format = self._look.number_format
