"""How the sheets of a binary workbook look: fonts, fills, borders, number formats, widths and heights."""

import os
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import xlrd

from xcdesk.importers.looks import BookLook, CellLook, LookKeeper, SheetLook

_HORIZONTAL: Mapping[int, str] = MappingProxyType({1: "left", 2: "center", 3: "right", 6: "centerContinuous"})
_VERTICAL: Mapping[int, str] = MappingProxyType({0: "top", 1: "center", 2: "bottom"})
_SOLID = 1
_CHARACTER = 256
"""Units of a column's width in one character."""
_TWIPS = 20
"""Units of a height in one point."""


def read(data: bytes) -> BookLook:
    """Looks of every sheet of an .xls or .et; raises what xlrd raises."""
    with (
        open(os.devnull, "w") as nowhere,  # noqa: PTH123  # xlrd writes warnings to its log
        xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=nowhere
        ) as book,
    ):
        looks = [_look(book, xf) for xf in book.xf_list]
        return {sheet.name: _sheet(sheet, looks) for sheet in book.sheets()}


def _sheet(source: xlrd.sheet.Sheet, looks: list[CellLook]) -> SheetLook:
    keeper = LookKeeper()
    for column, info in source.colinfo_map.items():
        keeper.sheet.widths[column] = info.width / _CHARACTER
    for row, info in source.rowinfo_map.items():
        if info.height_mismatch:  # a height of the user's own
            keeper.sheet.heights[row] = info.height / _TWIPS
    for row, column, xf in _formats(source):
        if looks[xf] != CellLook():
            keeper.put(row, column, looks[xf])
    return keeper.sheet


def _formats(source: xlrd.sheet.Sheet) -> Iterator[tuple[int, int, int]]:
    for row in range(source.nrows):
        for column in range(source.row_len(row)):
            yield row, column, source.cell_xf_index(row, column)


def _look(book: xlrd.Book, xf: xlrd.formatting.XF) -> CellLook:
    font, border = book.font_list[xf.font_index], xf.border
    lines = (border.left_line_style, border.right_line_style, border.top_line_style, border.bottom_line_style)
    filled = xf.background.fill_pattern == _SOLID
    known = book.format_map.get(xf.format_key)
    shown = known.format_str if known is not None else ""
    return CellLook(
        font=font.name,
        size=font.height / _TWIPS,
        bold=bool(font.bold),
        italic=bool(font.italic),
        colour=_colour(book, font.colour_index),
        fill=_colour(book, xf.background.pattern_colour_index) if filled else "",
        border=any(lines),
        horizontal=_HORIZONTAL.get(xf.alignment.hor_align, ""),
        vertical=_VERTICAL.get(xf.alignment.vert_align, ""),
        wrap=bool(xf.alignment.text_wrapped),
        number_format="" if shown == "General" else shown,
    )


def _colour(book: xlrd.Book, index: int) -> str:
    colour = book.colour_map.get(index)
    return "" if colour is None else "{:02X}{:02X}{:02X}".format(*colour)
