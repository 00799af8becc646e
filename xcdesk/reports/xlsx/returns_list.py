"""Who has sent (报送情况表) as a workbook: a line for each unit that owes a return, in printed order."""

from collections.abc import Sequence
from typing import Any

from xcdesk import clock
from xcdesk.reports.xlsx.book import Book, fit_row, put
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import label
from xcdesk.services.returns.returns_status import MonthStatus, ReturnState, UnitStatus
from xcdesk.wording import text

_WIDTHS = (6, 20, 14, 13, 9, 9, 9, 44)
_HEADS = ("number", "unit", "state", "received", "accepted", "turned_down", "open", "files")
_FIRST = 3
"""Row of the first unit, from 0."""


def content(state: MonthStatus) -> bytes:
    """The file."""
    facts = {"year": state.month.year, "month": state.month.month}
    title = text("returns_list.title", "zh", **facts)
    book = Book(title, clock.today())
    sheet = book.sheet(text("returns_list.sheet", "zh"), title, _WIDTHS)
    sheet.set_landscape()
    put(sheet, 1, 0, _summary(state), book.formats.day_line)
    for column, head in enumerate(_HEADS):
        put(sheet, _FIRST - 1, column, text(f"returns_list.{head}", "zh"), book.formats.head)
    for row, one in enumerate((*state.units, *state.others), start=_FIRST):
        asked = one in state.units
        _write_unit(book, sheet, row, one, asked=asked)
    sheet.set_row(1, 20)
    sheet.freeze_panes(_FIRST, 2)
    sheet.repeat_rows(_FIRST - 1)
    sheet.set_footer(f"&C{label('sheet.page')}")
    return book.finish()


def _summary(state: MonthStatus) -> str:
    sent = len(state.units) - len(state.missing)
    facts = {
        "office": office_settings.load().name,
        "due": f"{state.deadline:%Y-%m-%d}",
        "day": f"{clock.today():%Y-%m-%d}",
        "all": len(state.units),
        "sent": sent,
        "late": len(state.of(ReturnState.LATE)),
        "missing": len(state.missing),
    }
    return text("returns_list.summary", "zh", **facts)


def _write_unit(book: Book, sheet: Any, row: int, one: UnitStatus, *, asked: bool) -> None:
    words: Sequence[str | int] = (
        row - _FIRST + 1,
        one.unit.name,
        text(f"return_state.{one.state}" if asked else "returns_list.not_asked", "zh"),
        one.received_on.isoformat() if one.received_on is not None else "",
        one.accepted,
        one.turned_down,
        one.open,
        "；".join(file.file for file in one.files),
    )
    for column, value in enumerate(words):
        if isinstance(value, int):
            sheet.write_number(row, column, value, book.formats.figure)
        else:
            put(sheet, row, column, value, book.formats.wrapped)
    fit_row(sheet, row, [str(value) for value in words], _WIDTHS)
