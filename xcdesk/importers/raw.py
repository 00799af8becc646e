"""What the reader worker hands back: a workbook as plain cells, with all that a clerk must be told of it.

These are the only types that cross the process boundary, so they hold nothing but plain values.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | float | int | bool | dt.date | dt.datetime | dt.time | None
"""A cell: text as it stands, a number, a date; None is blank. Durations arrive as text."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, all four bounds inclusive and counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet. ``cells[r][c]`` is row ``r + 1``, column ``c + 1`` of the sheet itself; rows may be ragged.

    Attributes:
        name: as on the tab; "" for formats without sheets.
        hidden: the whole sheet is hidden.
        hidden_rows, hidden_columns: indices from 0 that Excel does not show.
        merges: merged ranges; only the top left cell of each holds its value.
        errors: ``(row, column, "#DIV/0!")`` of error cells, whose value in ``cells`` is None.
        uncomputed: ``(row, column)`` of formulas that carry no cached value.
        links: ``(row, column, address)`` of cells that lead to a web page, whatever they show.
    """

    name: str
    cells: Sequence[tuple[Value, ...]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()
    errors: tuple[tuple[int, int, str], ...] = ()
    uncomputed: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RawBook:
    """A file as read.

    Attributes:
        format: by content: ``xlsx`` (also .xlsm), ``xlsb``, ``xls`` (also .et), ``ods``, ``html``, ``mht``,
            ``xml2003``, ``csv`` (comma or semicolon) or ``text`` (tab, bar or one column).
        encoding: of text formats, for example ``gb18030``; "" for the others.
        sheets: in the order of the file, hidden ones included.
        answers: number of the returned workbook that the file is, filled in by its sender; "" for others.
        made_in: ``practice`` or ``office`` for a file that began as one of ours; "" for others.
    """

    format: str
    encoding: str
    sheets: tuple[RawSheet, ...]
    answers: str = ""
    made_in: str = ""
