"""The figures of a circular as plain rows: what its text prints and its workbook counts again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from xcdesk.codes import Tier, UnitKind, Vocabulary
from xcdesk.models import Outlet, Unit
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey, TallyRow
from xcdesk.services.office import terms
from xcdesk.services.office.printed import TIERS, Period, label
from xcdesk.services.targets import weekly
from xcdesk.services.targets.weekly import WeekCount


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: pieces, placements, and placements by tier, lowest tier first."""

    name: str
    pieces: int
    placements: int
    by_tier: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletLine:
    """What one outlet ran."""

    name: str
    tier: Tier
    pieces: int
    placements: int


@dataclass(frozen=True, slots=True)
class CircularFigures:
    """Everything a circular counts.

    Attributes:
        period: what it is about.
        total: all pieces and placements, as `counting.tally` gives them.
        counties, departments: every unit of the roster, most placements first; the second holds enterprises.
        no_unit: what names no unit.
        outlets: those that owe daily reports, and every other that ran something.
        forms: by report form, in the order of the list.
        weeks: contributions to the internal reference by outlet and week.
        months: the months of the year up to the end of the period, those without anything too.
    """

    period: Period
    total: Line
    counties: tuple[Line, ...]
    departments: tuple[Line, ...]
    no_unit: Line
    outlets: tuple[OutletLine, ...]
    forms: tuple[Line, ...]
    weeks: tuple[WeekCount, ...]
    months: tuple[Line, ...]


def of_month(period: Period) -> CircularFigures:
    """Count a period; every figure comes from `counting.tally`."""
    units, no_unit = _units(period)
    return CircularFigures(
        period=period,
        total=_total(period),
        counties=_ranked(line for line, county in units if county),
        departments=_ranked(line for line, county in units if not county),
        no_unit=no_unit,
        outlets=_outlets(period),
        forms=_forms(period),
        weeks=weekly.week_counts(period.since, period.until),
        months=_months(period),
    )


def summed(name: str, lines: Iterable[Line]) -> Line:
    """The lines added up, row by row."""
    rows = tuple(lines)
    by_tier = tuple(sum(line.by_tier[column] for line in rows) for column in range(len(TIERS)))
    return Line(name, sum(line.pieces for line in rows), sum(line.placements for line in rows), by_tier)


def counted(row: TallyRow | None) -> tuple[int, int]:
    """Pieces and placements; none where the tally has no row."""
    return (0, 0) if row is None else (row.pieces, row.placements)


def named(row: TallyRow) -> tuple[str, ...]:
    """Keys of a row as plain text: names of units and outlets, codes of the rest, "" for rows without."""
    names = {TallyKey.UNIT, TallyKey.OUTLET}
    return tuple(
        value.label if value.key in names else str(value.value if value.value is not None else "")
        for value in row.values
    )


def _total(period: Period) -> Line:
    tally = counting.tally(period.since, period.until, (TallyKey.TIER,))
    by_tier = Counter({named(row)[0]: row.placements for row in tally.rows})
    tiers = tuple(by_tier[tier.value] for tier in TIERS)
    return Line(label("bulletin.total"), tally.totals.pieces, tally.totals.placements, tiers)


def _lines(period: Period, key: TallyKey) -> dict[str, Line]:
    """A line for each value of ``key`` that has placements."""
    split = counting.tally(period.since, period.until, (key, TallyKey.TIER)).rows
    tiers = Counter({named(row): row.placements for row in split})
    lines = {}
    for row in counting.tally(period.since, period.until, (key,)).rows:
        (name,) = named(row)
        by_tier = tuple(tiers[name, tier.value] for tier in TIERS)
        lines[name] = Line(name, row.pieces, row.placements, by_tier)
    return lines


def _units(period: Period) -> tuple[list[tuple[Line, bool]], Line]:
    """A line for each unit and whether it is a county; and the line of what names no unit."""
    found = _lines(period, TallyKey.UNIT)
    nothing = (0,) * len(TIERS)
    units = [
        (found.get(unit.name, Line(unit.name, 0, 0, nothing)), unit.kind == UnitKind.COUNTY)
        for unit in Unit.select().order_by(Unit.position, Unit.id)
        if unit.active or unit.name in found
    ]
    missing = found.get("", Line("", 0, 0, nothing))
    name = label("bulletin.no_unit")
    return units, Line(name, missing.pieces, missing.placements, missing.by_tier)


def _months(period: Period) -> tuple[Line, ...]:
    """A line for each month of the year in which the period ends, up to its last month."""
    start = period.until.replace(month=1, day=1)
    found = _lines(Period(start, period.until), TallyKey.MONTH)
    nothing = (0,) * len(TIERS)
    made = []
    for month in range(1, period.until.month + 1):
        line = found.get(f"{start.year}-{month:02d}", Line("", 0, 0, nothing))
        made.append(replace(line, name=label("bulletin.month", month=month)))
    return tuple(made)


def _ranked(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Most placements first; equal ones keep the order of the roster."""
    return tuple(sorted(lines, key=lambda line: -line.placements))


def _outlets(period: Period) -> tuple[OutletLine, ...]:
    rows = counting.tally(period.since, period.until, (TallyKey.OUTLET,)).rows
    found = {named(row)[0]: row for row in rows}
    return tuple(
        OutletLine(outlet.name, outlet.tier, *counted(found.get(outlet.name)))
        for outlet in Outlet.select().order_by(Outlet.position, Outlet.id)
        if outlet.name in found or (outlet.active and outlet.tier == Tier.MUNICIPAL)
    )


def _forms(period: Period) -> tuple[Line, ...]:
    words = form_labels()
    found = _lines(period, TallyKey.FORM)
    return tuple(
        Line(name, found[code].pieces, found[code].placements, found[code].by_tier)
        for code, name in words.items()
        if code in found
    )


def form_labels() -> dict[str, str]:
    """Printed word of each report form by its code, in the order of the list; "" is no form given."""
    return {**terms.labels(Vocabulary.FORM), "": label("bulletin.no_form")}
