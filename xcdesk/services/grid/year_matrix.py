"""Outlet by week over a year: what ran, and on how many publication days nothing did."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import ItemCount, TallyKey
from xcdesk.services.grid import matrix
from xcdesk.services.grid.matrix import CellState, MatrixCell
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.wording import Language, text


@dataclass(frozen=True, slots=True)
class YearWeek:
    """One ISO week, or what of it lies in the year; ``is_now`` if today lies in it."""

    since: dt.date
    until: dt.date
    is_now: bool


@dataclass(frozen=True, slots=True)
class YearCell:
    """One outlet in one week.

    Attributes:
        count, placements: a piece that ran twice in the week is one.
        nones: publication days for which a reason is known.
        open: publication days of which nothing is known; ``late`` of them are past the deadline.
        due: publication days up to today.
    """

    count: int
    placements: int
    nones: int
    open: int
    late: int
    due: int


@dataclass(frozen=True, slots=True)
class YearRow:
    """One outlet with its weeks."""

    outlet: OutletRow
    owes: bool
    cells: tuple[YearCell, ...]


@dataclass(frozen=True, slots=True)
class YearMatrix:
    """Weeks in order, outlets in the order of the roster."""

    weeks: tuple[YearWeek, ...]
    rows: tuple[YearRow, ...]


def year(day: dt.date) -> YearMatrix:
    """The matrix of the calendar year that holds ``day``."""
    first, last = dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    weeks = _weeks(first, last)
    days = matrix.matrix(first, last)
    counts = _counts(first, last)
    spans = [((week.since - first).days, (week.until - first).days + 1) for week in weeks]
    nothing = ItemCount(0, 0)
    rows = tuple(
        YearRow(
            row.outlet,
            row.owes,
            tuple(
                _cell(counts.get((row.outlet.id, week.since), nothing), row.cells[start:end])
                for week, (start, end) in zip(weeks, spans, strict=True)
            ),
        )
        for row in days.rows
    )
    return YearMatrix(weeks, rows)


def cell_sentence(row: YearRow, week: YearWeek, cell: YearCell, language: Language | None = None) -> str:
    """A week of an outlet in words, for a screen reader and a tooltip."""
    parts = [
        text(
            "matrix.year.head",
            language,
            outlet=row.outlet.name,
            week=week.since.isocalendar().week,
            count=cell.count,
        )
    ]
    for name in ("nones", "open", "late"):
        number = getattr(cell, name)
        if number:
            parts.append(text(f"matrix.year.{name}", language, count=number))
    return text("matrix.year.between", language).join(parts)


def _weeks(first: dt.date, last: dt.date) -> tuple[YearWeek, ...]:
    today = clock.today()
    found = []
    since = first
    while since <= last:
        until = min(clock.week_of(since)[1], last)
        found.append(YearWeek(since, until, since <= today <= until))
        since = until + dt.timedelta(days=1)
    return tuple(found)


def _counts(first: dt.date, last: dt.date) -> Mapping[tuple[int, dt.date], ItemCount]:
    table = counting.tally(first, last, (TallyKey.OUTLET, TallyKey.WEEK))
    return {
        (int(row.values[0].value or 0), max(first, clock.parse_week(str(row.values[1].value)))): ItemCount(
            row.pieces, row.placements
        )
        for row in table.rows
    }


def _cell(counted: ItemCount, days: Sequence[MatrixCell]) -> YearCell:
    states = [day.state for day in days]
    open_days = states.count(CellState.OPEN)
    return YearCell(
        counted.pieces,
        counted.placements,
        states.count(CellState.NONE),
        open_days,
        sum(day.late for day in days),
        len(states) - states.count(CellState.NOT_DUE),
    )
