"""The circular as a workbook: every figure is a formula over the sheet of rows, with its value stored."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk.reports.xlsx.basis import COUNTIES, DEPARTMENTS, Basis, Key, tier_key, unit_key
from xcdesk.reports.xlsx.book import Book, fit_row, put
from xcdesk.reports.xlsx.contribution_weeks import write_weeks
from xcdesk.reports.xlsx.figure_sheets import HEAD, LETTERS, Counted, figure_sheet, write_figures
from xcdesk.reports.xlsx.rows import Columns, write_rows
from xcdesk.services.counts.placements import Placement
from xcdesk.services.issuing.figures import CircularFigures, Line
from xcdesk.services.office.printed import TIERS, label, tier_label
from xcdesk.services.targets.contributions import ContributionRow


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
        contributions: those behind the weeks.
    """

    title: str
    number: str
    day: dt.date
    figures: CircularFigures
    rows: Sequence[Placement]
    rules: Sequence[str]
    forms: dict[str, str]
    contributions: Sequence[ContributionRow] = ()


def write_circular(circular: CircularBook) -> bytes:
    """The workbook; the same input gives the same bytes."""
    book = Book(circular.title, circular.day)
    columns, basis = Columns(len(circular.rows)), Basis(circular.forms)
    basis.plan(circular.rows)
    _front(book, circular, columns)
    _units(book, circular.figures, columns, basis)
    _outlets(book, circular.figures, columns, basis)
    _forms(book, circular, columns, basis)
    _months(book, circular.figures, columns)
    write_weeks(book, circular.figures.weeks, circular.contributions)
    write_rows(book, circular.figures.period, circular.rows, circular.forms)
    basis.write(book, circular.rows)
    return book.finish()


def _front(book: Book, circular: CircularBook, columns: Columns) -> None:
    widths = (22.0, 14.0, 56.0)
    sheet = book.sheet(label("sheet.rules"), circular.title, widths)
    sheet.set_portrait()
    formats = book.formats
    named = "　".join(filter(None, (circular.number, circular.figures.period.words)))
    put(sheet, 1, 0, named, formats.day_line)
    total = circular.figures.total
    for row, (name, formula, value) in enumerate(
        (
            ("bulletin.head_pieces", f"=SUM({columns.first})", total.pieces),
            ("bulletin.head_placements", f"=COUNTA({columns.piece})", total.placements),
        ),
        start=3,
    ):
        put(sheet, row, 0, label("bulletin.total") + label(name), formats.total_text)
        write_figures(sheet, row, 1, [(formula, value, columns.whole)], formats.total_figure)
    sheets = ("units", "outlets", "forms", "months", "weeks", "contributions", "rows", "basis")
    for row, name in enumerate(sheets, start=6):
        word = label(f"sheet.{name}")
        sheet.write_url(row, 0, f"internal:'{word}'!A1", None, word)
    notes = (label("sheet.how"), *circular.rules, label("sheet.rule_first"))
    for row, rule in enumerate(notes, start=15):
        sheet.merge_range(row, 0, row, 2, "", formats.note)
        put(sheet, row, 0, rule, formats.note)
        fit_row(sheet, row, [rule], [sum(widths)])


def _units(book: Book, figures: CircularFigures, columns: Columns, basis: Basis) -> None:
    heads = (
        label("bulletin.head_unit"),
        label("bulletin.head_pieces"),
        label("bulletin.head_placements"),
        *map(tier_label, TIERS),
    )
    sheet = figure_sheet(book, "units", heads)
    row = HEAD + 1
    for lines, county in ((figures.counties, True), (figures.departments, False)):
        first = row
        for line in lines:
            _unit_line(book, sheet, row, (line, unit_key(line.name, county=county)), (columns, basis))
            row += 1
        _subtotal(book, sheet, row, (first, lines), (basis, COUNTIES if county else DEPARTMENTS))
        row += 1
    _unit_line(book, sheet, row, (figures.no_unit, unit_key("", county=None)), (columns, basis))
    total = figures.total
    _total(book, sheet, row + 1, 0, total.name)
    whole = columns.whole
    counted = [
        (f"=SUM({columns.first})", total.pieces, whole),
        (f"=COUNTA({columns.piece})", total.placements, whole),
        *(
            (
                f"=COUNTIFS({columns.tier},{LETTERS[column]}${HEAD + 1})",
                count,
                basis.link("tier", tier_key(column - 3)),
            )
            for column, count in enumerate(total.by_tier, start=3)
        ),
    ]
    write_figures(sheet, row + 1, 1, counted, book.formats.total_figure)


def _unit_line(
    book: Book, sheet: Any, row: int, named: tuple[Line, Key], behind: tuple[Columns, Basis]
) -> None:
    (line, key), (columns, basis) = named, behind
    put(sheet, row, 0, line.name, book.formats.text)
    own = f"{columns.unit},$A{row + 1}"
    counted: list[Counted] = [
        (f"=COUNTIFS({own},{columns.first_unit},1)", line.pieces, basis.link(*key)),
        (f"=COUNTIFS({own})", line.placements, basis.link(*key)),
        *(
            (
                f"=COUNTIFS({own},{columns.tier},{LETTERS[column]}${HEAD + 1})",
                count,
                basis.link(*key, tier_key(column - 3)),
            )
            for column, count in enumerate(line.by_tier, start=3)
        ),
    ]
    write_figures(sheet, row, 1, counted, book.formats.figure)


def _subtotal(
    book: Book, sheet: Any, row: int, summed: tuple[int, Sequence[Line]], behind: tuple[Basis, str]
) -> None:
    """Sums of the rows from ``first`` on; each leads to all rows of its group of units."""
    (first, lines), (basis, group) = summed, behind
    _total(book, sheet, row, 0, label("bulletin.subtotal"))
    whole = basis.link("unit", group)
    sums: list[tuple[int, str | None]] = [
        (sum(line.pieces for line in lines), whole),
        (sum(line.placements for line in lines), whole),
    ]
    sums += [
        (sum(line.by_tier[tier] for line in lines), basis.link("tier", tier_key(tier), group))
        for tier in range(len(TIERS))
    ]
    counted = (
        (f"=SUM({LETTERS[column]}{first + 1}:{LETTERS[column]}{row})", value, link)
        for column, (value, link) in enumerate(sums, start=1)
    )
    write_figures(sheet, row, 1, counted, book.formats.total_figure)


def _outlets(book: Book, figures: CircularFigures, columns: Columns, basis: Basis) -> None:
    heads = tuple(label(f"bulletin.head_{name}") for name in ("outlet", "tier", "pieces", "placements"))
    sheet = figure_sheet(book, "outlets", heads)
    formats = book.formats
    row = HEAD + 1
    for line in figures.outlets:
        put(sheet, row, 0, line.name, formats.text)
        put(sheet, row, 1, tier_label(line.tier), formats.text)
        own = f"{columns.outlet},$A{row + 1}"
        link = basis.link("outlet", line.name)
        pieces = f"=COUNTIFS({own},{columns.first_outlet},1)"
        counted = [(pieces, line.pieces, link), (f"=COUNTIFS({own})", line.placements, link)]
        write_figures(sheet, row, 2, counted, formats.figure)
        row += 1
    total = figures.total
    _total(book, sheet, row, 0, total.name)
    _total(book, sheet, row, 1, "")
    sums = f"=SUM(D{HEAD + 2}:D{row})"
    whole = columns.whole
    counted = [(f"=SUM({columns.first})", total.pieces, whole), (sums, total.placements, whole)]
    write_figures(sheet, row, 2, counted, formats.total_figure)


def _forms(book: Book, circular: CircularBook, columns: Columns, basis: Basis) -> None:
    heads = (
        label("bulletin.head_form"),
        *map(tier_label, TIERS),
        label("bulletin.head_placements"),
        label("bulletin.head_pieces"),
    )
    sheet, figures = figure_sheet(book, "forms", heads), circular.figures
    codes = {word: code for code, word in circular.forms.items()}
    row = HEAD + 1
    for line in figures.forms:
        _form_line(book, sheet, row, (line, codes.get(line.name, line.name)), (columns, basis))
        row += 1
    total, whole = figures.total, columns.whole
    _total(book, sheet, row, 0, total.name)
    counted: list[Counted] = []
    for column, count in enumerate((*total.by_tier, total.placements), start=1):
        letter = LETTERS[column]
        sums = f"=SUM({letter}{HEAD + 2}:{letter}{row})" if figures.forms else "=0"
        link = basis.link("tier", tier_key(column - 1)) if column <= len(TIERS) else whole
        counted.append((sums, count, link))
    counted.append((f"=SUM({columns.first})", total.pieces, whole))
    write_figures(sheet, row, 1, counted, book.formats.total_figure)


def _form_line(
    book: Book, sheet: Any, row: int, named: tuple[Line, str], behind: tuple[Columns, Basis]
) -> None:
    (line, code), (columns, basis) = named, behind
    put(sheet, row, 0, line.name, book.formats.text)
    own = f"{columns.form},$A{row + 1}"
    counted: list[Counted] = [
        (
            f"=COUNTIFS({own},{columns.tier},{LETTERS[column]}${HEAD + 1})",
            count,
            basis.link("form", code, tier_key(column - 1)),
        )
        for column, count in enumerate(line.by_tier, start=1)
    ]
    whole = basis.link("form", code)
    counted.append((f"=SUM(B{row + 1}:{LETTERS[len(TIERS)]}{row + 1})", line.placements, whole))
    counted.append((f"=COUNTIFS({own},{columns.first_form},1)", line.pieces, whole))
    write_figures(sheet, row, 1, counted, book.formats.figure)


def _months(book: Book, figures: CircularFigures, columns: Columns) -> None:
    """Placements by month and tier: this period counted from its rows, earlier months as they were."""
    heads = (label("bulletin.head_month"), *map(tier_label, TIERS), label("bulletin.head_placements"))
    sheet = figure_sheet(book, "months", heads)
    last = HEAD + len(figures.months)
    for row, line in enumerate(figures.months, start=HEAD + 1):
        put(sheet, row, 0, line.name, book.formats.text)
        for column, count in enumerate(line.by_tier, start=1):
            if row < last:
                sheet.write_number(row, column, count, book.formats.figure)
            else:
                formula = f"=COUNTIFS({columns.tier},{LETTERS[column]}${HEAD + 1})"
                write_figures(sheet, row, column, [(formula, count, columns.whole)], book.formats.figure)
        across = f"=SUM(B{row + 1}:{LETTERS[len(TIERS)]}{row + 1})"
        sheet.write_formula(row, len(TIERS) + 1, across, book.formats.total_figure, sum(line.by_tier))
    put(sheet, last + 2, 0, label("sheet.months_note"), book.formats.day_line)


def _total(book: Book, sheet: Any, row: int, column: int, words: str) -> None:
    put(sheet, row, column, words, book.formats.total_text)
