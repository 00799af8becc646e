"""What sheets of figures share: heads that stay in sight, formulas that lead to the rows they count."""

from collections.abc import Iterable, Sequence
from typing import Any

from xcdesk.reports.xlsx.book import Book, put
from xcdesk.services.office.printed import label

HEAD = 2
"""Row of the column heads on every sheet of figures, from 0."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Counted = tuple[str, int, str | None]
"""A figure: its formula, its value, and the rows that it leads to."""


def figure_sheet(book: Book, name: str, heads: Sequence[str]) -> Any:
    """A sheet of figures whose title leads back to the front and whose heads stay in sight and repeat."""
    word = label(f"sheet.{name}")
    sheet = book.sheet(word, word, (24, *(11 for _ in heads[1:])))
    sheet.write_url(0, 0, f"internal:'{label('sheet.rules')}'!A1", book.formats.title, word)
    sheet.set_portrait()
    for column, head in enumerate(heads):
        put(sheet, HEAD, column, head, book.formats.head)
    sheet.set_row(HEAD, 30)
    sheet.freeze_panes(HEAD + 1, 1)
    sheet.repeat_rows(HEAD)
    sheet.set_footer(f"&C{label('sheet.page')}")
    return sheet


def write_figures(sheet: Any, row: int, first: int, counted: Iterable[Counted], style: Any) -> None:
    """Figures side by side from column ``first`` on; each leads to its rows, if there are any."""
    for column, (formula, value, link) in enumerate(counted, start=first):
        if link is not None and value:
            sheet.write_url(row, column, link, style)
        sheet.write_formula(row, column, formula, style, value)
