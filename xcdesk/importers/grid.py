"""Rows of any reader in the one shape of `RawSheet`: plain values, no empty margin, within limits."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from xcdesk.importers import limits
from xcdesk.importers.raw import Merge, RawSheet, Value
from xcdesk.importers.refusals import TooLargeFileError

EXACT = 2**53
"""Whole numbers below this are exact in a spreadsheet, which knows only floating point."""

Cells = list[tuple[Value, ...]]


def number(value: float) -> Value:
    """A number as a person would write it: whole ones as ``int``; what is no number as text."""
    if not math.isfinite(value):
        return str(value)
    return int(value) if value.is_integer() and abs(value) < EXACT else value


def moment(value: dt.datetime) -> Value:
    """A date where the time of day is midnight, the moment otherwise."""
    return value if value.time() != dt.time() else value.date()


def plain(value: object) -> Value:
    """One cell as a library gives it, as the plain value that may cross the process boundary."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return number(value)
    if isinstance(value, dt.datetime):
        return moment(value)
    if value is None or isinstance(value, (int, dt.date, dt.time)):
        return value
    return str(value)


def add_link(links: list[tuple[int, int, str]], row: int, column: int, address: str) -> None:
    """Take note that a cell leads to a web page; other addresses, and those without end, are passed over."""
    address = address.strip()
    web = address[:8].lower().startswith(("http://", "https://"))
    if web and len(address) <= limits.LINK_CHARACTERS and len(links) < limits.LINKS:
        links.append((row, column, address))


def tidy(rows: Iterable[Sequence[object]]) -> Cells:
    """Plain values of every row, without blank cells at the end of a row and blank rows at the end.

    Raises:
        TooLargeFileError: the used range is larger than a sheet may be.
    """
    cells: Cells = []
    width = filled = 0
    for row in rows:
        # most cells are text: asked here, without a call, a large file takes half the time
        values = [value if type(value) is str and value else plain(value) for value in row]
        while values and values[-1] is None:
            values.pop()
        cells.append(tuple(values))
        if values:
            width, filled = max(width, len(values)), len(cells)
            check_range(filled, width)
    del cells[filled:]
    return cells


def blank(cells: Cells, errors: Iterable[tuple[int, int, str]]) -> None:
    """Take the values out of error cells, where a reader gives the error's name as one."""
    for row, column, _ in errors:
        if row < len(cells) and column < len(cells[row]) and cells[row][column] is not None:
            cells[row] = (*cells[row][:column], None, *cells[row][column + 1 :])


def check_range(rows: int, columns: int) -> None:
    """Refuse a used range of more than `limits.CELLS` cells."""
    if rows * columns > limits.CELLS:
        raise TooLargeFileError(reason=f"{rows} x {columns} cells")


@dataclass(slots=True)
class Builder:
    """A sheet under construction, filled by the readers of markup, which meet cells in any order."""

    name: str = ""
    hidden: bool = False
    rows: list[list[Value]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    uncomputed: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    width: int = 0

    def put(self, row: int, column: int, value: Value) -> None:
        """Place one value, both indices from 0; rows and cells before it stay blank."""
        if value is None:
            return
        self.width = max(self.width, column + 1)
        check_range(max(len(self.rows), row + 1), self.width)
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        cells.extend([None] * (column + 1 - len(cells)))
        cells[column] = value

    def finish(self) -> RawSheet:
        """The sheet as read, cut to its used range."""
        return sheet(self, tidy(self.rows))


def sheet(facts: Builder, cells: Cells) -> RawSheet:
    """``cells`` with what ``facts`` knows of them; anything that lies outside the used range is left out."""
    marks = [*(error[:2] for error in facts.errors), *facts.uncomputed]
    height = max([len(cells), *(row + 1 for row, _ in marks)])
    width = max([0, *(len(row) for row in cells), *(column + 1 for _, column in marks)])
    check_range(height, width)
    merges = _within(facts.merges, height, width)
    for merge in merges:
        _uncover(cells, merge)
    return RawSheet(
        name=facts.name,
        cells=tuple(cells),
        hidden=facts.hidden,
        hidden_rows=frozenset(row for row in facts.hidden_rows if row < height),
        hidden_columns=frozenset(column for column in facts.hidden_columns if column < width),
        merges=merges,
        errors=tuple(sorted(facts.errors)),
        uncomputed=tuple(sorted(facts.uncomputed)),
        links=tuple(sorted(link for link in facts.links if link[0] < height and link[1] < width)),
    )


def _uncover(cells: Cells, merge: Merge) -> None:
    """Blank what lies under a merged cell: nobody sees it in Excel, so nobody meant to send it."""
    for row in range(merge.top, min(merge.bottom + 1, len(cells))):
        first = merge.left + (row == merge.top)
        under = cells[row][first : merge.right + 1]
        if any(value is not None for value in under):
            blank = (None,) * len(under)
            cells[row] = cells[row][:first] + blank + cells[row][first + len(under) :]


def _within(merges: Iterable[Merge], height: int, width: int) -> tuple[Merge, ...]:
    """Merges cut to the used range, so that whoever fills them down cannot be sent through a million rows."""
    kept, area = [], 0
    for each in merges:
        bottom, right = min(each.bottom, height - 1), min(each.right, width - 1)
        if bottom < each.top or right < each.left or (bottom, right) == (each.top, each.left):
            continue
        kept.append(Merge(each.top, each.left, bottom, right))
        area += (bottom - each.top + 1) * (right - each.left + 1)
    if area > limits.CELLS:
        raise TooLargeFileError(reason=f"{area} merged cells")
    return tuple(sorted(kept, key=lambda each: (each.top, each.left)))
