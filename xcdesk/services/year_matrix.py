"""Outlet by week over one ISO year: where a year is thin, at a glance."""

import datetime as dt
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.services import counting
from xcdesk.services.counting import TallyKey
from xcdesk.services.coverage_log import ItemCount
from xcdesk.services.outlets import OutletRow, outlets

_NOTHING = ItemCount(0, 0)


@dataclass(frozen=True, slots=True)
class YearWeek:
    """Heading of one ISO week, from Monday to Sunday; ``text`` is ``2019-W10``."""

    text: str
    since: dt.date
    until: dt.date
    is_current: bool


@dataclass(frozen=True, slots=True)
class YearRow:
    """What one outlet ran in each week of the year."""

    outlet: OutletRow
    counts: tuple[ItemCount, ...]


@dataclass(frozen=True, slots=True)
class YearMatrix:
    """Outlets in the order of the roster, the 52 or 53 weeks in order; ``totals`` count the whole year."""

    weeks: tuple[YearWeek, ...]
    rows: tuple[YearRow, ...]
    totals: ItemCount


def year_matrix(year: int) -> YearMatrix:
    """Every outlet on the roster, and those that left it but ran something, by week of the ISO year."""
    weeks = _weeks(year)
    table = counting.tally(weeks[0].since, weeks[-1].until, (TallyKey.OUTLET, TallyKey.WEEK))
    counts = {
        (row.values[0].value, row.values[1].value): ItemCount(row.pieces, row.placements)
        for row in table.rows
    }
    seen = {outlet for outlet, _ in counts}
    rows = tuple(
        YearRow(outlet, tuple(counts.get((outlet.id, week.text), _NOTHING) for week in weeks))
        for outlet in outlets(everyone=True)
        if outlet.active or outlet.id in seen
    )
    return YearMatrix(weeks, rows, table.totals)


def _weeks(year: int) -> tuple[YearWeek, ...]:
    last = dt.date(year, 12, 28).isocalendar().week  # 28 December always lies in the last week
    current = clock.week_of(clock.today())
    found = []
    for number in range(1, last + 1):
        span = clock.week_of(dt.date.fromisocalendar(year, number, 1))
        found.append(YearWeek(f"{year}-W{number:02d}", *span, is_current=span == current))
    return tuple(found)
