"""The circular as a workbook: every figure is a formula over the sheet of rows, with its value stored."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk.reports.xlsx.book import Book, put
from xcdesk.reports.xlsx.rows import Columns, write_rows
from xcdesk.services.counts.placements import Placement
from xcdesk.services.issuing.figures import CircularFigures, Line
from xcdesk.services.office.printed import TIERS, label, tier_label

_HEAD = 2
"""Row of the column heads on every sheet of figures, from 0."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class CircularBook:
    """What the workbook is made of.

    Attributes:
        title: name of the circular.
        number: its number in words, "" for a draft.
        day: day of issue, also the date that the file carries.
        figures: what is counted.
        rows: the placements behind the figures.
        rules: counting rules, as printed under the tables.
        forms: printed word of each report form by its code.
    """

    title: str
    number: str
    day: dt.date
    figures: CircularFigures
    rows: Sequence[Placement]
    rules: Sequence[str]
    forms: dict[str, str]


def write_circular(circular: CircularBook) -> bytes:
    """The workbook; the same input gives the same bytes."""
    book = Book(circular.title, circular.day)
    columns = Columns(len(circular.rows))
    _front(book, circular, columns)
    _units(book, circular.figures, columns)
    _outlets(book, circular.figures, columns)
    _forms(book, circular.figures, columns)
    _weeks(book, circular.figures)
    write_rows(book, circular.figures.period, circular.rows, circular.forms)
    return book.finish()


def _front(book: Book, circular: CircularBook, columns: Columns) -> None:
    sheet = book.sheet(label("sheet.rules"), circular.title, (22, 14, 56))
    sheet.set_portrait()
    formats = book.formats
    put(sheet, 1, 0, "　".join(filter(None, (circular.number, circular.figures.period.words))), formats.note)
    total = circular.figures.total
    for row, (name, formula, value) in enumerate(
        (
            ("bulletin.head_pieces", f"=SUM({columns.first})", total.pieces),
            ("bulletin.head_placements", f"=COUNTA({columns.piece})", total.placements),
        ),
        start=3,
    ):
        put(sheet, row, 0, label("bulletin.total") + label(name), formats.total_text)
        sheet.write_formula(row, 1, formula, formats.total_figure, value)
    sheets = ("units", "outlets", "forms", "weeks", "rows")
    for row, name in enumerate(sheets, start=6):
        word = label(f"sheet.{name}")
        sheet.write_url(row, 0, f"internal:'{word}'!A1", None, word)
    notes = (label("sheet.how"), *circular.rules, label("sheet.rule_first"))
    for row, rule in enumerate(notes, start=12):
        sheet.merge_range(row, 0, row, 2, "", formats.note)
        put(sheet, row, 0, rule, formats.note)
        sheet.set_row(row, 18 * (1 + len(rule) // 40))


def _units(book: Book, figures: CircularFigures, columns: Columns) -> None:
    heads = (
        label("bulletin.head_unit"),
        label("bulletin.head_pieces"),
        label("bulletin.head_placements"),
        *map(tier_label, TIERS),
    )
    sheet = _figure_sheet(book, "units", heads)
    row = _HEAD + 1
    for lines in (figures.counties, figures.departments):
        first = row
        for line in lines:
            _unit_line(book, sheet, row, line, columns)
            row += 1
        _subtotal(book, sheet, row, first, lines)
        row += 1
    _unit_line(book, sheet, row, figures.no_unit, columns)
    total = figures.total
    _total(book, sheet, row + 1, 0, total.name)
    counted = [
        (f"=SUM({columns.first})", total.pieces),
        (f"=COUNTA({columns.piece})", total.placements),
        *(
            (f"=COUNTIFS({columns.tier},{_LETTERS[column]}${_HEAD + 1})", count)
            for column, count in enumerate(total.by_tier, start=3)
        ),
    ]
    for column, (formula, value) in enumerate(counted, start=1):
        sheet.write_formula(row + 1, column, formula, book.formats.total_figure, value)


def _unit_line(book: Book, sheet: Any, row: int, line: Line, columns: Columns) -> None:
    put(sheet, row, 0, line.name, book.formats.text)
    own = f"{columns.unit},$A{row + 1}"
    counted = [
        (f"=COUNTIFS({own},{columns.first_unit},1)", line.pieces),
        (f"=COUNTIFS({own})", line.placements),
        *(
            (f"=COUNTIFS({own},{columns.tier},{_LETTERS[column]}${_HEAD + 1})", count)
            for column, count in enumerate(line.by_tier, start=3)
        ),
    ]
    for column, (formula, value) in enumerate(counted, start=1):
        sheet.write_formula(row, column, formula, book.formats.figure, value)


def _subtotal(book: Book, sheet: Any, row: int, first: int, lines: Sequence[Line]) -> None:
    _total(book, sheet, row, 0, label("bulletin.subtotal"))
    sums = [sum(line.pieces for line in lines), sum(line.placements for line in lines)]
    sums += [sum(line.by_tier[tier] for line in lines) for tier in range(len(TIERS))]
    for column, value in enumerate(sums, start=1):
        letter = _LETTERS[column]
        formula = f"=SUM({letter}{first + 1}:{letter}{row})"
        sheet.write_formula(row, column, formula, book.formats.total_figure, value)


def _outlets(book: Book, figures: CircularFigures, columns: Columns) -> None:
    heads = tuple(label(f"bulletin.head_{name}") for name in ("outlet", "tier", "pieces", "placements"))
    sheet = _figure_sheet(book, "outlets", heads)
    formats = book.formats
    row = _HEAD + 1
    for line in figures.outlets:
        put(sheet, row, 0, line.name, formats.text)
        put(sheet, row, 1, tier_label(line.tier), formats.text)
        own = f"{columns.outlet},$A{row + 1}"
        pieces = f"=COUNTIFS({own},{columns.first_outlet},1)"
        sheet.write_formula(row, 2, pieces, formats.figure, line.pieces)
        sheet.write_formula(row, 3, f"=COUNTIFS({own})", formats.figure, line.placements)
        row += 1
    total = figures.total
    _total(book, sheet, row, 0, total.name)
    _total(book, sheet, row, 1, "")
    sheet.write_formula(row, 2, f"=SUM({columns.first})", formats.total_figure, total.pieces)
    sums = f"=SUM(D{_HEAD + 2}:D{row})"
    sheet.write_formula(row, 3, sums, formats.total_figure, total.placements)


def _forms(book: Book, figures: CircularFigures, columns: Columns) -> None:
    heads = (
        label("bulletin.head_form"),
        *map(tier_label, TIERS),
        label("bulletin.head_placements"),
        label("bulletin.head_pieces"),
    )
    sheet = _figure_sheet(book, "forms", heads)
    formats = book.formats
    row, last = _HEAD + 1, len(TIERS)
    for line in figures.forms:
        put(sheet, row, 0, line.name, formats.text)
        own = f"{columns.form},$A{row + 1}"
        for column, count in enumerate(line.by_tier, start=1):
            formula = f"=COUNTIFS({own},{columns.tier},{_LETTERS[column]}${_HEAD + 1})"
            sheet.write_formula(row, column, formula, formats.figure, count)
        across = f"=SUM(B{row + 1}:{_LETTERS[last]}{row + 1})"
        sheet.write_formula(row, last + 1, across, formats.figure, line.placements)
        pieces = f"=COUNTIFS({own},{columns.first_form},1)"
        sheet.write_formula(row, last + 2, pieces, formats.figure, line.pieces)
        row += 1
    total = figures.total
    _total(book, sheet, row, 0, total.name)
    for column, count in enumerate((*total.by_tier, total.placements), start=1):
        letter = _LETTERS[column]
        sums = f"=SUM({letter}{_HEAD + 2}:{letter}{row})" if figures.forms else "=0"
        sheet.write_formula(row, column, sums, formats.total_figure, count)
    sheet.write_formula(row, last + 2, f"=SUM({columns.first})", formats.total_figure, total.pieces)


def _weeks(book: Book, figures: CircularFigures) -> None:
    mondays = sorted({count.monday for count in figures.weeks})
    weeks = [label("bulletin.head_week", week=monday.isocalendar().week) for monday in mondays]
    heads = (
        label("bulletin.head_outlet"),
        *weeks,
        label("bulletin.head_minimum"),
        label("bulletin.head_weeks_met"),
    )
    sheet = _figure_sheet(book, "weeks", heads)
    formats = book.formats
    for row, outlet in enumerate(dict.fromkeys(count.outlet for count in figures.weeks), start=_HEAD + 1):
        own = [count for count in figures.weeks if count.outlet == outlet]
        put(sheet, row, 0, outlet, formats.text)
        for column, count in enumerate(own, start=1):
            sheet.write_number(row, column, count.done, formats.figure)
        least = len(own) + 1
        sheet.write_number(row, least, own[0].minimum, formats.figure)
        done = f"B{row + 1}:{_LETTERS[least - 1]}{row + 1}"
        formula = f'=COUNTIF({done},">="&{_LETTERS[least]}{row + 1})'
        met = sum(count.met for count in own)
        sheet.write_formula(row, least + 1, formula, formats.figure, met)


def _figure_sheet(book: Book, name: str, heads: Sequence[str]) -> Any:
    """A sheet of figures whose title leads back to the front and whose heads stay in sight and repeat."""
    word = label(f"sheet.{name}")
    sheet = book.sheet(word, word, (24, *(11 for _ in heads[1:])))
    sheet.write_url(0, 0, f"internal:'{label('sheet.rules')}'!A1", book.formats.title, word)
    sheet.set_portrait()
    for column, head in enumerate(heads):
        put(sheet, _HEAD, column, head, book.formats.head)
    sheet.freeze_panes(_HEAD + 1, 1)
    sheet.repeat_rows(_HEAD)
    sheet.set_footer(f"&C{label('sheet.page')}")
    return sheet


def _total(book: Book, sheet: Any, row: int, column: int, words: str) -> None:
    put(sheet, row, column, words, book.formats.total_text)
