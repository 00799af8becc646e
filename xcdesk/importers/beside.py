"""Tables beside one another on a sheet, taken apart so that every row of a sheet is one row of one table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from xcdesk.importers import headings
from xcdesk.importers.cells import Grid
from xcdesk.importers.headings import Heading
from xcdesk.importers.mapping import REQUIRED, Rank, heading_key, is_index, recognise
from xcdesk.importers.raw import RawBook, RawSheet, Value

_MOST = 4
_INDEX = "#"
_REPRINT = re.compile("转载|转发|首发|原")
_ENDINGS = ("（右）", "（右二）", "（右三）")
"""What the name of a sheet gets for its second table and those further right."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Columns of one table, the last not included; rows above ``top`` belong to all of them."""

    top: int
    first: int
    end: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell is the table's own or stands above it."""
        return row < self.top or self.first <= column < self.end


def parted(book: RawBook) -> RawBook:
    """The book with a sheet for each table where headings of the same sense stand beside one another again.

    Rows and columns keep their numbers; the tables further right have names of their own.
    """
    sheets = tuple(part for sheet in book.sheets for part in _tables(sheet))
    return book if len(sheets) == len(book.sheets) else replace(book, sheets=sheets)


def _tables(sheet: RawSheet) -> list[RawSheet]:
    grid = Grid(sheet)
    heading = headings.find(grid)
    starts = [] if heading is None else _starts(heading)
    if heading is None or len(starts) < 2:  # noqa: PLR2004  # one table
        return [sheet]
    edges = pairwise([0, *starts[1:], grid.width])
    parts = [_Part(heading.top, first, end) for first, end in edges]
    return [_only(sheet, part, ending) for part, ending in zip(parts, ("", *_ENDINGS), strict=False)]


def _starts(heading: Heading) -> list[int]:
    """First column of each table: the headings of all say the same, and name what a piece needs."""
    named = [(column, _sense(_leaf(name))) for column, name in enumerate(heading.names) if name]
    for tables in range(_MOST, 1, -1):
        size, rest = divmod(len(named), tables)
        runs = [named[start : start + size] for start in range(0, len(named), size)] if size else []
        same = len({tuple(sense for _, sense in run) for run in runs}) == 1
        if rest == 0 and same and _is_whole([heading.names[column] for column, _ in runs[0]]):
            return [run[0][0] for run in runs]
    return []


def _leaf(name: str) -> str:
    return name.rsplit("_", 1)[-1]


def _sense(name: str) -> str:
    """What a heading says, so that 日期 over one table and 刊发时间 over the other are the same.

    A reprint (转载日期) belongs to the piece of its row and begins no table of its own.
    """
    guess = recognise(name)
    if is_index(name):
        return _INDEX
    if guess is None or guess.rank < Rank.WEAK or _REPRINT.search(name):
        return heading_key(name)
    return guess.field


def _is_whole(names: Sequence[str]) -> bool:
    guesses = (recognise(_leaf(name)) for name in names)
    return set(REQUIRED) <= {guess.field for guess in guesses if guess is not None}


def _only(sheet: RawSheet, part: _Part, ending: str) -> RawSheet:
    """The sheet with the cells of one table alone."""
    cells = [_row(values, row, part) for row, values in enumerate(sheet.cells)]
    while cells and not cells[-1]:
        cells.pop()
    return replace(
        sheet,
        name=f"{sheet.name}{ending}",
        cells=tuple(cells),
        merges=tuple(one for one in sheet.merges if part.holds(one.top, one.left)),
        errors=tuple(one for one in sheet.errors if part.holds(one[0], one[1])),
        uncomputed=tuple(one for one in sheet.uncomputed if part.holds(*one)),
        links=tuple(one for one in sheet.links if part.holds(one[0], one[1])),
    )


def _row(values: tuple[Value, ...], row: int, part: _Part) -> tuple[Value, ...]:
    """A row with the cells of other tables blank, and nothing blank at its end."""
    kept = [value if part.holds(row, column) else None for column, value in enumerate(values)]
    while kept and kept[-1] is None:
        kept.pop()
    return tuple(kept)
