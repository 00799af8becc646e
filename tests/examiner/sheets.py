"""A county return as its clerk filled it in, together with what must be read from it."""

import dataclasses
import datetime as dt
import typing

Value = str | int | float | dt.date | None
Merge = tuple[int, int, int, int]


@dataclasses.dataclass(frozen=True)
class Formula:
    """A formula no spreadsheet has worked out: the file holds no value for it."""

    text: str


@dataclasses.dataclass(frozen=True)
class ErrorValue:
    """A cell that shows a spreadsheet's error, such as #N/A."""

    text: str = "#N/A"


Cell = Value | Formula | ErrorValue


@dataclasses.dataclass
class Sheet:
    """One sheet: cells, what hides or joins them, and the truth by the sheet's own row numbers."""

    name: str = "Sheet1"
    hidden: bool = False
    rows: list[list[typing.Any]] = dataclasses.field(default_factory=list)
    merges: list[Merge] = dataclasses.field(default_factory=list)
    hidden_rows: set[int] = dataclasses.field(default_factory=set)
    hidden_columns: set[int] = dataclasses.field(default_factory=set)
    expected: dict[int, dict[str, Value]] = dataclasses.field(default_factory=dict)
    faults: dict[int, str] = dataclasses.field(default_factory=dict)
    undecided: set[int] = dataclasses.field(default_factory=set)

    def add(self, cells: list[typing.Any]) -> int:
        """Add a row and return its number, from 1."""
        self.rows.append(cells)
        return len(self.rows)

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        """Join a range, rows and columns from 1."""
        self.merges.append((first_row, first_column, last_row, last_column))

    @property
    def width(self) -> int:
        """Return the number of columns of the longest row."""
        return max((len(row) for row in self.rows), default=0)


@dataclasses.dataclass
class Return:
    """One file: how it is written, who sent it, and what must come of it."""

    kind: str
    stem: str
    sender: str
    writer: str
    sheets: list[Sheet] = dataclasses.field(default_factory=list)
    refused: tuple[str, ...] = ()
    no_rows: bool = False

    @property
    def expected(self) -> int:
        """Return how many rows must come out of the file."""
        return sum(len(sheet.expected) for sheet in self.sheets)


def shown(value: typing.Any) -> str:
    """Return a cell as a text format holds it."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"{value.year}/{value.month}/{value.day}"
    if isinstance(value, (Formula, ErrorValue)):
        return "#N/A"
    return str(value)


def spans_of(sheet: Sheet) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Return the spans of joined cells by their first cell, and the cells they cover."""
    spans, covered = {}, set()
    for top, left, bottom, right in sheet.merges:
        spans[top, left] = (bottom - top + 1, right - left + 1)
        covered |= {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)} - {(top, left)}
    return spans, covered
