"""What the charts of a month show: pieces and placements by form, tier and unit; tiers over the year."""

import datetime as dt
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.codes import Tier
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import Tally, TallyKey, TallyRow
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log.coverage_log import ItemCount

KEYS = (TallyKey.FORM, TallyKey.TIER, TallyKey.UNIT)
"""What a month is broken down by, in the order shown."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; ``label`` is "" for rows without a value, ``chosen`` finds the rows behind it."""

    label: str
    pieces: int
    placements: int
    chosen: ItemFilter


@dataclass(frozen=True, slots=True)
class MonthChart:
    """A month broken down by one key; ``totals`` are of the month, whatever the bars add up to."""

    key: TallyKey
    bars: tuple[Bar, ...]
    totals: ItemCount


@dataclass(frozen=True, slots=True)
class TierYear:
    """One tier over the twelve months of a year."""

    tier: Tier
    months: tuple[Bar, ...]


def month_charts(day: dt.date) -> tuple[MonthChart, ...]:
    """The month that holds ``day``, by each of `KEYS`; forms and units by size, tiers in their own order."""
    since, until = clock.month_of(day)
    return tuple(_chart(counting.tally(since, until, (key,))) for key in KEYS)


def tier_years(year: int) -> tuple[TierYear, ...]:
    """Every tier over the months of a year, the highest first; months without any are 0."""
    table = counting.tally(dt.date(year, 1, 1), dt.date(year, 12, 31), (TallyKey.TIER, TallyKey.MONTH))
    found = {(str(row.values[0].value), str(row.values[1].value)): row for row in table.rows}
    return tuple(
        TierYear(
            tier,
            tuple(_month(tier, year, month, found) for month in range(1, 13)),
        )
        for tier in reversed(Tier)
    )


def _month(tier: Tier, year: int, month: int, found: dict[tuple[str, str], TallyRow]) -> Bar:
    written = f"{year}-{month:02d}"
    row = found.get((tier.value, written))
    since, until = clock.month_of(dt.date(year, month, 1))
    chosen = ItemFilter(since=since, until=until, tiers=(tier,))
    return Bar(written, row.pieces if row else 0, row.placements if row else 0, chosen)


def _chart(table: Tally) -> MonthChart:
    bars = [
        Bar(row.values[0].label, row.pieces, row.placements, counting.drill_down(table, row))
        for row in table.rows
    ]
    if table.keys[0] != TallyKey.TIER:
        bars.sort(key=lambda bar: (not bar.label, -bar.placements))
    return MonthChart(table.keys[0], tuple(bars), table.totals)
