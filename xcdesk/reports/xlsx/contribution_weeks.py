"""Contributions to the internal reference week by week in the circular's workbook, with those behind them."""

import datetime as dt
from collections.abc import Sequence

from xcdesk import clock
from xcdesk.reports.xlsx.book import Book, fit_row, put
from xcdesk.reports.xlsx.figure_sheets import HEAD, LETTERS, Counted, figure_sheet, write_figures
from xcdesk.services.office.printed import label
from xcdesk.services.targets.contributions import ContributionRow
from xcdesk.services.targets.weekly import WeekCount

_FIRST = 3
_WIDTHS = (6, 12, 10, 22, 60)
_HEADS = ("number", "received", "week", "source", "title")


def write_weeks(book: Book, weeks: Sequence[WeekCount], rows: Sequence[ContributionRow]) -> None:
    """Write the sheet of weeks, counted from the sheet of contributions behind it."""
    mondays = sorted({count.monday for count in weeks})
    heads = (
        label("bulletin.head_outlet"),
        *map(_week, mondays),
        label("bulletin.head_minimum"),
        label("bulletin.head_weeks_met"),
    )
    sheet = figure_sheet(book, "weeks", heads)
    formats = book.formats
    source, week = (_range(letter, len(rows)) for letter in "DC")
    link = f"internal:'{label('sheet.contributions')}'!A{_FIRST + 1}"
    for row, outlet in enumerate(dict.fromkeys(count.outlet for count in weeks), start=HEAD + 1):
        own = [count for count in weeks if count.outlet == outlet]
        put(sheet, row, 0, outlet, formats.text)
        counted: list[Counted] = [
            (f"=COUNTIFS({source},$A{row + 1},{week},{LETTERS[column]}${HEAD + 1})", count.done, link)
            for column, count in enumerate(own, start=1)
        ]
        write_figures(sheet, row, 1, counted, formats.figure)
        least = len(own) + 1
        sheet.write_number(row, least, own[0].minimum, formats.figure)
        done = f"B{row + 1}:{LETTERS[least - 1]}{row + 1}"
        met = f'=COUNTIF({done},">="&{LETTERS[least]}{row + 1})'
        sheet.write_formula(row, least + 1, met, formats.figure, sum(count.met for count in own))
    _write_rows(book, rows)


def _write_rows(book: Book, rows: Sequence[ContributionRow]) -> None:
    title = label("sheet.contributions")
    sheet = book.sheet(title, title, _WIDTHS)
    sheet.write_url(0, 0, f"internal:'{label('sheet.weeks')}'!A1", book.formats.title, title)
    sheet.set_portrait()
    for column, head in enumerate(_HEADS):
        put(sheet, _FIRST - 1, column, label(f"sheet.head_{head}"), book.formats.head)
    for row, one in enumerate(rows, start=_FIRST):
        sheet.write_number(row, 0, row - _FIRST + 1, book.formats.figure)
        sheet.write_datetime(row, 1, one.received_on, book.formats.day)
        texts = (_week(one.received_on), one.source, one.title)
        for column, words in enumerate(texts, start=2):
            put(sheet, row, column, words, book.formats.wrapped)
        fit_row(sheet, row, texts, _WIDTHS[2:])
    sheet.freeze_panes(_FIRST, 0)
    sheet.repeat_rows(_FIRST - 1)


def _week(day: dt.date) -> str:
    return label("bulletin.head_week", week=clock.week_of(day)[0].isocalendar().week)


def _range(letter: str, count: int) -> str:
    """Cells of a column of the contributions; never empty, so that a month without any counts 0."""
    last = _FIRST + max(count, 1)
    return f"'{label('sheet.contributions')}'!${letter}${_FIRST + 1}:${letter}${last}"
