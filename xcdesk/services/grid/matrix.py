"""Outlet by day: who has run something, who has not, and why not."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from xcdesk import clock
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import ItemCount, TallyKey
from xcdesk.services.grid.none_days import Cell, NoneRow, none_rows
from xcdesk.services.office import beginning, workdays
from xcdesk.services.office.calendar import Workday
from xcdesk.services.roster.outlets import OutletRow, outlets
from xcdesk.services.targets import in_force
from xcdesk.services.targets.in_force import owing_daily
from xcdesk.wording import Language, text


class CellState(StrEnum):
    """What a cell says: a count, none today with a reason, not asked yet, or nothing due."""

    COUNT = "count"
    NONE = "none"
    OPEN = "open"
    NOT_DUE = "not_due"


@dataclass(frozen=True, slots=True)
class MatrixDay:
    """Heading of one day."""

    day: dt.date
    workday: Workday
    is_today: bool


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One outlet on one day.

    Attributes:
        count: pieces; ``placements`` differ only where one piece ran twice.
        none: the reason, in state `CellState.NONE`.
        late: in state `CellState.OPEN`, whether the outlet's deadline is past.
    """

    day: dt.date
    state: CellState
    count: int = 0
    placements: int = 0
    none: NoneRow | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One outlet; ``owes`` tells whether it is bound to run something on each publication day."""

    outlet: OutletRow
    owes: bool
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Outlets in the order of the roster, days in order; ``totals`` count the whole stretch."""

    days: tuple[MatrixDay, ...]
    rows: tuple[MatrixRow, ...]
    totals: ItemCount


def month(day: dt.date) -> Matrix:
    """The matrix of the month that holds ``day``."""
    return matrix(*clock.month_of(day))


def week(day: dt.date) -> Matrix:
    """The matrix of the ISO week that holds ``day``."""
    return matrix(*clock.week_of(day))


def matrix(since: dt.date, until: dt.date, known: Sequence[OutletRow] | None = None) -> Matrix:
    """Every outlet on the roster, and those that left it but ran something, from ``since`` to ``until``.

    ``known`` are all outlets as they stand on ``until``, where the caller has read them.
    """
    today = clock.today()
    days = tuple(since + dt.timedelta(days=each) for each in range((until - since).days + 1))
    table = counting.tally(since, until, (TallyKey.OUTLET, TallyKey.DAY))
    counts = {
        Cell(int(row.values[0].value or 0), dt.date.fromisoformat(str(row.values[1].value))): ItemCount(
            row.pieces, row.placements
        )
        for row in table.rows
    }
    versions = in_force.versions()
    owing = {day: owing_daily(versions, day) for day in days}
    filling = _Filling(
        counts, {none.cell: none for none in none_rows(since, until)}, owing, today, beginning.founded_on()
    )
    owing_now = owing[min(max(today, since), until)]
    seen = {cell.outlet_id for cell in counts}
    rows = tuple(
        MatrixRow(outlet, outlet.id in owing_now, tuple(filling.cell(outlet, day) for day in days))
        for outlet in (outlets(everyone=True, on=until) if known is None else known)
        if outlet.active or outlet.id in seen
    )
    calendar = workdays.load()
    heads = tuple(MatrixDay(day, calendar.workday(day), day == today) for day in days)
    return Matrix(heads, rows, table.totals)


def cell_sentence(row: MatrixRow, cell: MatrixCell, language: Language | None = None) -> str:
    """A cell in words, for a screen reader and a tooltip."""
    kind = "late" if cell.late else cell.state.value
    return text(
        f"matrix.cell.{kind}",
        language,
        outlet=row.outlet.name,
        month=cell.day.month,
        day=cell.day.day,
        count=cell.count,
        reason=cell.none.label if cell.none else "",
    )


def is_late(outlet: OutletRow, day: dt.date, today: dt.date) -> bool:
    """Whether what is owed for ``day`` is past the outlet's deadline; without one, once the day is over."""
    if day != today:
        return day < today
    return bool(outlet.deadline) and clock.time_of_day() > dt.time.fromisoformat(outlet.deadline)


class _Filling(NamedTuple):
    counts: Mapping[Cell, ItemCount]
    nones: Mapping[Cell, NoneRow]
    owing: Mapping[dt.date, frozenset[int]]
    today: dt.date
    founded: dt.date | None

    def cell(self, outlet: OutletRow, day: dt.date) -> MatrixCell:
        """What stands in one cell: what ran comes before what was said, that before what is owed."""
        key = Cell(outlet.id, day)
        if key in self.counts:
            found = self.counts[key]
            return MatrixCell(day, CellState.COUNT, found.pieces, found.placements)
        if key in self.nones:
            return MatrixCell(day, CellState.NONE, none=self.nones[key])
        owes = outlet.id in self.owing[day] and outlet.active and outlet.publishes_on(day)
        if owes and day <= self.today:
            before = self.founded is not None and day < self.founded  # nobody could ask yet
            return MatrixCell(day, CellState.OPEN, late=not before and is_late(outlet, day, self.today))
        return MatrixCell(day, CellState.NOT_DUE)
