"""What every workbook of ours shares: fonts, cells that are never taken for formulas, print set-up."""

import datetime as dt
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk.normalise import clean
from xcdesk.reports.xlsx.table import cell_text, stamp_sheet, stamped, width_of

SONG, HEI = "宋体", "黑体"
_A4 = 9
_LINE, _AROUND = 14, 6
"""Height of a line of a cell, and what stands around it, in points."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The cell formats of a workbook, each named for what it is put on."""

    title: Any
    head: Any
    text: Any
    wrapped: Any
    figure: Any
    total_text: Any
    total_figure: Any
    day: Any
    note: Any
    day_line: Any


class Book:
    """A workbook in memory that gives the same bytes for the same contents."""

    def __init__(self, title: str, day: dt.date) -> None:
        import xlsxwriter  # start-up time

        self._bytes = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(self._bytes, options)
        created = self.moment(day)
        self._book.set_properties({"title": title, "created": created})
        self._book.formats[0].set_font_name(SONG)
        self._book.formats[0].set_font_size(10.5)
        self.formats = self._formats()

    def sheet(self, name: str, title: str, columns: tuple[float, ...]) -> Any:
        """A new sheet set up for A4, its title in the first row; ``columns`` are widths in characters."""
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.8, right=0.8, top=0.9, bottom=0.9)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.hide_gridlines(2)
        stamp_sheet(sheet)
        for column, width in enumerate(columns):
            sheet.set_column(column, column, width)
        sheet.set_row(0, 30)
        put(sheet, 0, 0, stamped(title), self.formats.title)
        return sheet

    @staticmethod
    def moment(day: dt.date) -> dt.datetime:
        """A day as workbooks hold it."""
        return dt.datetime.combine(day, dt.time())

    def finish(self) -> bytes:
        """The file."""
        self._book.close()
        return self._bytes.getvalue()

    def _formats(self) -> Formats:
        cell = {"font_name": SONG, "font_size": 10.5, "border": 1, "valign": "vcenter"}
        head = {**cell, "font_name": HEI, "align": "center", "bg_color": "#EEF2F7", "text_wrap": True}
        total = {**cell, "font_name": HEI}
        add = self._book.add_format
        return Formats(
            title=add({"font_name": HEI, "font_size": 15, "valign": "vcenter"}),
            head=add(head),
            text=add(cell),
            wrapped=add({**cell, "text_wrap": True}),
            figure=add({**cell, "num_format": "0"}),
            total_text=add(total),
            total_figure=add({**total, "num_format": "0"}),
            day=add({**cell, "num_format": "yyyy-mm-dd", "align": "center"}),
            note=add({"font_name": SONG, "font_size": 10.5, "text_wrap": True, "valign": "top"}),
            day_line=add({"font_name": SONG, "font_size": 10.5, "valign": "vcenter"}),
        )


def put(sheet: Any, row: int, column: int, words: str, style: Any) -> None:
    """Write text as text, whatever it begins with, without what no workbook may hold."""
    sheet.write_string(row, column, cell_text(clean(words)), style)


def fit_row(sheet: Any, row: int, words: Sequence[str], widths: Sequence[float]) -> None:
    """Make a row as high as wrapped ``words`` in columns of ``widths`` characters need.

    A workbook can leave that to the program that opens it, but LibreOffice then lets long texts lie over the
    rows around them.
    """
    lines = [math.ceil(width_of(word) / (width - 1)) for word, width in zip(words, widths, strict=True)]
    if max(lines) > 1:
        sheet.set_row(row, _LINE * max(lines) + _AROUND)
