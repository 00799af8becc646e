"""Where the cells of a pasted table belong: by the names and days it brings, or from the current cell."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from xcdesk.clip import Grid
from xcdesk.lexicon import Lexicon
from xcdesk.services.grid.blocks import CellText
from xcdesk.services.grid.cell_texts import is_blank
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.office import day_words

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Ground:
    """The matrix that is pasted upon, and the cell at which the table begins."""

    outlets: tuple[int, ...]
    days: tuple[dt.date, ...]
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Cells with what they are to hold; ``outside`` cells of the table have no place in the matrix.

    Attributes:
        by_name: the table brought names of outlets, by which its rows were placed.
        by_day: the table brought days, by which its columns were placed.
    """

    wishes: tuple[CellText, ...]
    outside: int
    by_name: bool = False
    by_day: bool = False


@dataclass(frozen=True, slots=True)
class _Axes:
    """For each row and column of the table, its outlet and day; None where it has no place."""

    rows: Sequence[int | None]
    columns: Sequence[dt.date | None]


def place(grid: Grid, ground: Ground, lexicon: Lexicon) -> Placed:
    """Place a table; blank cells leave alone what stands where they fall."""
    names = _names(grid, lexicon)
    by_name = any(name is not None for name in names) and len(grid[0]) > 1
    body = [row[1:] for row in grid] if by_name else list(grid)
    headed = by_name and names[0] is None
    days = _days(body[0], ground, bare=headed) if headed or (len(body) > 1 and not by_name) else {}
    by_day = bool(days)
    axes = _Axes(
        names if by_name else _run(ground.outlets, ground.row - by_day, len(body)),
        [days.get(at) for at in range(len(body[0]))]
        if by_day
        else _run(ground.days, ground.column, len(body[0])),
    )
    wishes, outside = _wishes(body[by_day:], axes, ground, skipped=by_day)
    return Placed(wishes, outside, by_name, by_day)


def repeated(text: str, cells: Sequence[Cell]) -> Placed:
    """One copied cell for every chosen one."""
    return Placed(() if is_blank(text) else tuple(CellText(cell, text) for cell in cells), 0)


def _wishes(
    body: Sequence[Sequence[str]], axes: _Axes, ground: Ground, *, skipped: bool
) -> tuple[tuple[CellText, ...], int]:
    shown: frozenset[int | None] = frozenset(ground.outlets)
    wishes: list[CellText] = []
    outside = 0
    for row, outlet in zip(body, axes.rows[skipped:], strict=True):
        for text, day in zip(row, axes.columns, strict=True):
            if is_blank(text):
                continue
            if outlet in shown and outlet is not None and day is not None:
                wishes.append(CellText(Cell(outlet, day), text))
            else:
                outside += 1
    return tuple(wishes), outside


def _names(grid: Grid, lexicon: Lexicon) -> list[int | None]:
    """Outlet that the first cell of each row names."""
    found = [lexicon.outlet(row[0]) if row[0].strip() else None for row in grid]
    return [None if outlet is None else outlet.id for outlet in found]


def _days(heading: Sequence[str], ground: Ground, *, bare: bool) -> Mapping[int, dt.date]:
    """Days of the matrix that the cells of a heading name; none unless all of them are written as days.

    Figures alone are days only where the row is a heading for certain (``bare``): else they are counts.
    """
    written = {at: text.strip() for at, text in enumerate(heading) if text.strip()}
    if not written or (not bare and any(text.isdecimal() for text in written.values())):
        return {}
    days = {at: _day(text, ground) for at, text in written.items()}
    if any(day is None for day in days.values()):
        return {}
    return {at: day for at, day in days.items() if day in ground.days and day is not None}


def _day(text: str, ground: Ground) -> dt.date | None:
    if text.isdecimal() and len(text) < len("0305"):
        return next((day for day in ground.days if day.day == int(text)), None)
    return day_words.day_near(text, ground.days[0])


def _run(of: Sequence[_T], since: int, length: int) -> list[_T | None]:
    return [of[at] if 0 <= at < len(of) else None for at in range(since, since + length)]
