"""Red cells with a comment, and the column that says of each row what became of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from xcdesk.importers import marks
from xcdesk.importers.records import CheckedRow, CheckedSheet, Level, Problem, RowStatus
from xcdesk.importers.returned.cells import grow, lines_in, width_of
from xcdesk.wording import catalogue, text

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

RED = "FFC7CE"
"""Fill of a faulty cell, the light red that Excel itself uses for bad values."""
_DARK_RED = "9C0006"
_GREY = "6B7480"
_WIDTH = 48
_AUTHOR = "退回"
_COMMENT_WIDTH, _COMMENT_LINE, _COMMENT_TEXT = 280, 20, 36
"""Width and height of a line of a comment in pixels, and how many characters stand in a line."""
_HEADING_ROWS = 60
_TAKEN = frozenset({RowStatus.NEW, RowStatus.CHANGED, RowStatus.SAME})


def mark(page: "Worksheet", sheet: CheckedSheet, *, only_turned_down: bool) -> None:
    """Mark every row of a sheet behind its last column; the page opens at the first row turned down."""
    # openpyxl here spares start-up time.
    from openpyxl.utils import get_column_letter

    column = _column(page, len(sheet.names))
    _head(page.cell(sheet.header_row or 1, column, marks.REASON))
    letter = get_column_letter(column)
    page.column_dimensions[letter].width = _WIDTH
    page.column_dimensions[letter].hidden = False
    for row in sheet.rows:
        if row.status == RowStatus.ERROR:
            _turn_down(page, row, column)
        elif only_turned_down:
            page.row_dimensions[row.row].hidden = True
        else:
            _take(page.cell(row.row, column), row)
    page.print_area = None  # the sender's own would leave the column of reasons out
    _open_at(page, sheet)


def uncover(page: "Worksheet", sheet: CheckedSheet) -> None:
    """Show what is hidden of a sheet that was read all the same, as far as its sender has to mend it."""
    # openpyxl here spares start-up time.
    from openpyxl.utils import column_index_from_string

    wrong = [row for row in sheet.rows if row.status == RowStatus.ERROR]
    if wrong:
        page.sheet_state = "visible"
    for row in wrong:
        page.row_dimensions[row.row].hidden = False
    faulty = {one.place + 1 for row in wrong for one in _errors(row) if one.place is not None}
    for letter, dimension in page.column_dimensions.items():
        first = column_index_from_string(letter)
        if any(first <= column <= (dimension.max or first) for column in faulty):
            dimension.hidden = False


def unmark(page: "Worksheet") -> None:
    """Take out what an earlier returned workbook put into a page of the sender."""
    # openpyxl here spares start-up time.
    from openpyxl.styles import PatternFill

    place = _reasons(page)
    if place is None:
        return
    top, column = place
    for cells in page.iter_rows(min_row=top):
        for cell in cells:
            if cell.column == column:
                cell.value = None
            if cell.comment is not None and cell.comment.author == _AUTHOR:
                cell.comment = None
                cell.fill = PatternFill()


def _column(page: "Worksheet", width: int) -> int:
    """The column behind the last one that holds anything, not behind the last one that is styled."""
    used = (cell.column for cells in page.iter_rows() for cell in cells if cell.value is not None)
    return int(max(width, *used, 0)) + 1


def _reasons(page: "Worksheet") -> tuple[int, int] | None:
    for row, values in enumerate(page.iter_rows(max_row=_HEADING_ROWS, values_only=True), 1):
        if marks.REASON in values:
            return row, values.index(marks.REASON) + 1
    return None


def _head(cell: "Cell") -> None:
    # openpyxl here spares start-up time.
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell.font = Font(name="宋体", size=11, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", start_color=_DARK_RED)
    cell.alignment = Alignment(horizontal="center", vertical="center")
    line = Side("thin")
    cell.border = Border(line, line, line, line)


def reasons(row: CheckedRow) -> str:
    """Why a row is turned down, one reason a line."""
    return "\n".join(map(_said, _errors(row)))


def _said(problem: Problem) -> str:
    """A problem as its sender reads it: what only the office can do is not asked of them."""
    code = f"returned.{problem.code}"
    return text(code, "zh", **problem.facts) if code in catalogue() else problem.message("zh")


def _errors(row: CheckedRow) -> Iterable[Problem]:
    return [problem for problem in row.problems if problem.level == Level.ERROR]


def _turn_down(page: "Worksheet", row: CheckedRow, column: int) -> None:
    # openpyxl here spares start-up time.
    from openpyxl.styles import Alignment, Font, PatternFill

    said = reasons(row)
    cell = page.cell(row.row, column, said)
    cell.font = Font(name="宋体", size=11, color=_DARK_RED)
    cell.fill = PatternFill("solid", start_color=RED)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    for problem in _errors(row):
        _redden(page, row.row, problem)
    grow(page, row.row)


def _take(cell: "Cell", row: CheckedRow) -> None:
    """Say of a row that was not turned down that it need not be sent again."""
    # openpyxl here spares start-up time.
    from openpyxl.styles import Alignment, Font

    if row.status == RowStatus.EXCLUDED:
        return
    if row.status in _TAKEN:
        said = text("returned.taken", "zh")
    elif row.status == RowStatus.DUPLICATE:
        why = "".join(one.message("zh") for one in row.problems if one.level == Level.REASON)
        said = text("returned.repeated", "zh", why=why)
    else:
        said = text("returned.checked_here", "zh")
    cell.value = said
    cell.font = Font(name="宋体", size=11, color=_GREY)
    cell.alignment = Alignment(wrap_text=True, vertical="center")


def _redden(page: "Worksheet", row: int, problem: Problem) -> None:
    if problem.place is None:
        return
    # openpyxl here spares start-up time.
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = _shown(page, row, problem.place + 1)
    known = cell.comment.text if cell.comment is not None else ""
    said = _said(problem)
    cell.fill = PatternFill("solid", start_color=RED)
    lines = f"{known}\n{said}" if known and said not in known else said
    cell.comment = Comment(lines, _AUTHOR)
    cell.comment.width = min(_COMMENT_WIDTH, 40 + 8 * width_of(lines))
    cell.comment.height = (lines_in(lines, _COMMENT_TEXT) + 1) * _COMMENT_LINE


def _shown(page: "Worksheet", row: int, column: int) -> "Cell":
    """The cell that shows at a place: the first of a merge that covers it."""
    for merged in page.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col:
            return page.cell(merged.min_row, merged.min_col)
    return page.cell(row, column)


def _open_at(page: "Worksheet", sheet: CheckedSheet) -> None:
    """Keep the heading in view, and begin at the first row turned down."""
    first = next((row.row for row in sheet.rows if row.status == RowStatus.ERROR), None)
    if first is None or page.freeze_panes is not None:
        return
    below = (sheet.header_row or 1) + max(sheet.header_rows, 1)
    page.freeze_panes = f"A{below}"
    page.sheet_view.pane.topLeftCell = f"A{max(below, first - 3)}"
    for selection in page.sheet_view.selection:
        selection.activeCell = selection.sqref = f"A{first}"
