"""The page of explanations in front of a returned workbook: what is wrong, what to do, until when."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcdesk.importers import marks
from xcdesk.importers.records import CheckedRow, CheckedSheet, RowStatus
from xcdesk.importers.returned import cells, marking
from xcdesk.importers.returned.letter import Letter
from xcdesk.wording import Language, text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_ZH: Language = "zh"
_WIDTHS = (16, 8, 42, 58)
_LINE = 17.0
_MOST_LISTED = 200
_PLACED: Mapping[str, str] = MappingProxyType({"title": "center", "signed": "right"})
_FAINT = "6B7480"
_HEAD_FILL = "EEF2F7"
_LINK = "1F5AA8"


def put_first(book: "Workbook", letter: Letter, sheets: Sequence[tuple[str, CheckedSheet]]) -> None:
    """Write the page and open the workbook at it; ``sheets`` by their titles in this workbook."""
    page = book.create_sheet(_title(book), 0)
    for each in book.worksheets:
        each.sheet_view.tabSelected = False
    book.active = 0
    _set_up(page)
    last = _write_letter(page, letter)
    _write_list(page, last + 2, sheets)


def _title(book: "Workbook") -> str:
    usual = text("returned.page", _ZH)
    taken = {name.casefold() for name in book.sheetnames}
    names = (usual, *(f"{usual}{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)


def _set_up(page: "Worksheet") -> None:
    # openpyxl here spares start-up time.
    from openpyxl.utils import get_column_letter

    for place, width in enumerate(_WIDTHS, 1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.sheet_view.showGridLines = False
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = "landscape"
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToHeight = 0
    page.sheet_properties.tabColor = "9C0006"


def _write_letter(page: "Worksheet", letter: Letter) -> int:
    """Write the lines and return the number of the last."""
    # openpyxl here spares start-up time.
    from openpyxl.styles import Alignment, Font

    across = sum(_WIDTHS)
    lines = list(_lines(letter))
    for row, (kind, words) in enumerate(lines, 1):
        cell = page.cell(row, 1, cells.clean(words))
        page.merge_cells(None, row, 1, row, len(_WIDTHS))
        size, bold = {"title": (16, True), "key": (12, True)}.get(kind, (11, False))
        cell.font = Font(name="宋体", size=size, bold=bold, color=_FAINT if kind == "faint" else None)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=_PLACED.get(kind))
        page.row_dimensions[row].height = cells.lines_in(words, across * 11 / size) * _LINE * size / 11 + 3
    return len(lines)


def _lines(letter: Letter) -> Iterator[tuple[str, str]]:
    """Kind and words of each line."""
    facts = {
        "file": letter.file,
        "sender": letter.sender or text("returned.some_sender", _ZH),
        "count": letter.turned_down,
        "taken": letter.taken,
        "until": _day(letter.until),
    }
    yield "title", text("returned.title", _ZH)
    yield "faint", f"{marks.RETURNED}{letter.number}"
    yield "plain", text("returned.to", _ZH, **facts)
    which = "returned.some" if letter.taken else "returned.all"
    yield "key", text(which, _ZH, **facts)
    for step in ("returned.step_red", "returned.step_rest", "returned.step_send"):
        yield "plain", text(step, _ZH, **facts)
    place = text("returned.to_mailbox", _ZH, mailbox=letter.mailbox) if letter.mailbox else ""
    yield "key", text("returned.until", _ZH, place=place, **facts)
    person = _person(letter)
    if person:
        yield "plain", person
    yield "signed", text("returned.signed", _ZH, office=letter.office, day=_day(letter.day))


def _day(day: dt.date) -> str:
    return text("returned.day", _ZH, year=day.year, month=day.month, day=day.day)


def _person(letter: Letter) -> str:
    parts = [(letter.contact, "returned.contact"), (letter.phone, "returned.phone")]
    return "　".join(text(key, _ZH, value=value) for value, key in parts if value)


def _write_list(page: "Worksheet", top: int, sheets: Sequence[tuple[str, CheckedSheet]]) -> None:
    """The rows turned down, each with a way to its cell."""
    found = [(title, row) for title, sheet in sheets for row in sheet.rows if row.status == RowStatus.ERROR]
    heads = ("returned.head_sheet", "returned.head_row", "returned.head_title", "returned.head_reason")
    for place, key in enumerate(heads, 1):
        _dress(page.cell(top, place, text(key, _ZH)), head=True)
    for at, (title, row) in enumerate(found[:_MOST_LISTED], top + 1):
        _write_row(page, at, title, row)
    if len(found) > _MOST_LISTED:
        page.cell(top + _MOST_LISTED + 1, 1, text("returned.more", _ZH, count=len(found) - _MOST_LISTED))


def _write_row(page: "Worksheet", at: int, title: str, row: CheckedRow) -> None:
    # openpyxl here spares start-up time.
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    said = marking.reasons(row)
    values = (title, row.row, cells.clean(row.record.title or ""), said)
    for place, value in enumerate(values, 1):
        _dress(page.cell(at, place, value))
    link = page.cell(at, 2)
    quoted = title.replace("'", "''")
    link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{quoted}'!A{row.row}")
    link.alignment = Alignment(horizontal="center", vertical="center")
    link.font = Font(name="宋体", size=11, underline="single", color=_LINK)
    tallest = max(cells.lines_in(str(value), width) for value, width in zip(values, _WIDTHS, strict=True))
    page.row_dimensions[at].height = tallest * _LINE + 2


def _dress(cell: "Cell", *, head: bool = False) -> None:
    # openpyxl here spares start-up time.
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side("thin")
    cell.border = Border(line, line, line, line)
    cell.font = Font(name="宋体", size=11, bold=head)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if head else None)
    if head:
        cell.fill = PatternFill("solid", start_color=_HEAD_FILL)
