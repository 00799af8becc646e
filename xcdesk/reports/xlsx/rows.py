"""The sheet of rows behind a circular: one placement a row, with the columns its figures count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk.reports.xlsx.book import Book, Formats, fit_row, put
from xcdesk.services.counts.placements import Placement
from xcdesk.services.office.printed import Period, label, tier_label

_FIRST = 3
"""Row of the first placement, from 0; the heads stand above it."""

_WIDTHS = (6, 12, 20, 20, 9, 11, 58, 11, 12, 11, 10, 10, 10, 10)


@dataclass(frozen=True, slots=True)
class Columns:
    """Ranges of the sheet of rows as formulas name them; never empty, so that an empty month counts 0."""

    count: int

    def range(self, letter: str) -> str:
        """All cells of a column."""
        last = _FIRST + max(self.count, 1)
        return f"'{label('sheet.rows')}'!${letter}${_FIRST + 1}:${letter}${last}"

    @property
    def whole(self) -> str:
        """Address of all rows, for a link."""
        last = "ABCDEFGHIJKLMN"[len(_WIDTHS) - 1]
        return f"internal:'{label('sheet.rows')}'!A{_FIRST + 1}:{last}{_FIRST + max(self.count, 1)}"

    @property
    def unit(self) -> str:
        """Unit of each placement."""
        return self.range("C")

    @property
    def outlet(self) -> str:
        """Outlet of each placement."""
        return self.range("D")

    @property
    def tier(self) -> str:
        """Tier of each placement."""
        return self.range("E")

    @property
    def form(self) -> str:
        """Report form of each placement."""
        return self.range("F")

    @property
    def piece(self) -> str:
        """Number of the piece of each placement."""
        return self.range("J")

    @property
    def first(self) -> str:
        """1 in the first row of each piece."""
        return self.range("K")

    @property
    def first_unit(self) -> str:
        """1 in the first row of each piece of a unit."""
        return self.range("L")

    @property
    def first_outlet(self) -> str:
        """1 in the first row of each piece of an outlet."""
        return self.range("M")

    @property
    def first_form(self) -> str:
        """1 in the first row of each piece of a report form."""
        return self.range("N")


def row_of(number: int) -> int:
    """Row of a placement, ``number`` from 0, as a reference counts rows."""
    return _FIRST + 1 + number


def write_rows(book: Book, period: Period, rows: Sequence[Placement], forms: dict[str, str]) -> None:
    """Write every placement, with a filter over the heads, in landscape."""
    title = label("sheet.rows_title", range=period.words, count=len(rows))
    sheet = book.sheet(label("sheet.rows"), title, _WIDTHS)
    sheet.write_url(0, 0, f"internal:'{label('sheet.rules')}'!A1", book.formats.title, title)
    sheet.set_landscape()
    for column, head in enumerate(_heads()):
        put(sheet, _FIRST - 1, column, head, book.formats.head)
    fit_row(sheet, _FIRST - 1, _heads(), _WIDTHS)
    for row, placement in enumerate(rows, start=_FIRST):
        sheet.write_number(row, 0, row - _FIRST + 1, book.formats.figure)
        sheet.write_datetime(row, 1, placement.day, book.formats.day)
        texts = _texts(placement, forms)
        for column, words in enumerate(texts, start=2):
            put(sheet, row, column, words, book.formats.wrapped)
        fit_row(sheet, row, texts, _WIDTHS[2 : 2 + len(texts)])
    _write_firsts(sheet, book.formats, rows)
    sheet.autofilter(_FIRST - 1, 0, _FIRST - 1 + max(len(rows), 1), len(_WIDTHS) - 1)
    sheet.freeze_panes(_FIRST, 3)
    sheet.repeat_rows(_FIRST - 1)
    sheet.set_footer(f"&C{label('sheet.page')}")


def _heads() -> tuple[str, ...]:
    names = ("number", "day", "", "", "", "", "title", "slot", "author", "piece")
    own = ("bulletin.head_unit", "bulletin.head_outlet", "bulletin.head_tier", "bulletin.head_form")
    firsts = ("sheet.first", "sheet.first_unit", "sheet.first_outlet", "sheet.first_form")
    known = iter(own)
    return tuple(label(f"sheet.{name}" if name else next(known)) for name in names) + tuple(
        map(label, firsts)
    )


def _texts(placement: Placement, forms: dict[str, str]) -> tuple[str, ...]:
    return (
        placement.unit or label("bulletin.no_unit"),
        placement.outlet,
        tier_label(placement.tier),
        _form(placement, forms),
        placement.title,
        placement.slot,
        placement.author,
        placement.piece,
    )


def _form(placement: Placement, forms: dict[str, str]) -> str:
    return forms.get(placement.form, placement.form)


def _write_firsts(sheet: Any, formats: Formats, rows: Sequence[Placement]) -> None:
    """Columns that hold 1 in the first row of a piece, over all and apart for unit, outlet and form."""
    kinds: tuple[tuple[str, Callable[[Placement], str]], ...] = (
        ("", lambda _: ""),
        ("C", lambda placement: placement.unit),
        ("D", lambda placement: placement.outlet),
        ("F", lambda placement: placement.form),
    )
    start = _FIRST + 1
    for column, (letter, part) in enumerate(kinds, start=10):
        seen: set[tuple[str, str]] = set()
        for row, placement in enumerate(rows, start=_FIRST):
            at = row + 1
            also = f",{letter}${start}:{letter}{at},{letter}{at}" if letter else ""
            formula = f"=IF(COUNTIFS(J${start}:J{at},J{at}{also})=1,1,0)"
            key = (placement.piece, part(placement))
            sheet.write_formula(row, column, formula, formats.figure, int(key not in seen))
            seen.add(key)
