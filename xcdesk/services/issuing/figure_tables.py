"""Tables and charts that an issue takes from the log: rows, caption, and the rule they are counted by."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from xcdesk import clock
from xcdesk.codes import OF_A_WEEK, FigureTable, Tier
from xcdesk.models import Outlet
from xcdesk.services.counts import counting, use_rates
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.grid import matrix
from xcdesk.services.grid.matrix import CellState, MatrixCell
from xcdesk.services.issuing import composing, figures
from xcdesk.services.issuing.composing import Rows, cells, counted_heads
from xcdesk.services.issuing.figures import CircularFigures
from xcdesk.services.office.counting_rules import CountingRule, CountingRules
from xcdesk.services.office.printed import Period, label
from xcdesk.services.targets import weekly
from xcdesk.services.targets.weekly import WeekCount
from xcdesk.services.trackers.tracker_prints import use_rows
from xcdesk.texts.documents import NAMED_BELOW, Block, BlockKind, Drawn

Count = Callable[[Period], CircularFigures]
"""Counts a period; whoever puts an issue together counts it once for all its tables."""

_RULE_OF_WEEK = {
    FigureTable.WEEK: CountingRule.WEEK,
    FigureTable.MATRIX: CountingRule.MATRIX,
}
_DRAWN = {
    FigureTable.MATRIX: Drawn.MATRIX,
    FigureTable.MONTHS: Drawn.COLUMNS,
    FigureTable.RANKING: Drawn.BARS,
}


def blocks(
    table: FigureTable,
    period: Period,
    worded: CountingRules,
    caption: str = "",
    count: Count = figures.of_month,
) -> list[Block]:
    """One table or chart over the period of an issue; ``caption`` stands there instead of the usual one.

    Those of the week are about the whole week in which the period ends. ``worded`` is how rules are told.
    """
    if table in OF_A_WEEK:
        period = Period(*clock.week_of(period.until))
        rows, rule = _WEEK[table](period), worded.words(_RULE_OF_WEEK[table])
    elif table == FigureTable.USE_RATES:
        rows, rule = (
            use_rows(use_rates.by_unit(period.since, period.until)),
            worded.words(CountingRule.USE_RATE),
        )
    else:
        found = count(period)
        rows, rule = composing.rows_of(table, found), composing.rule_of(table, found, worded)
    name = label(f"bulletin.inset_{table.value}")
    ranged = label("bulletin.inset_caption", name=name, range=period.words)
    usual = name if table == FigureTable.MONTHS else ranged  # of the year, whatever the issue is about
    head = Block(BlockKind.CAPTION, caption or usual)
    body = Block(BlockKind.TABLE, rows=tuple(rows), drawn=_DRAWN.get(table))
    first = (body, head) if body.drawn in NAMED_BELOW else (head, body)
    return [*first, Block(BlockKind.RULE, rule)]


def words(sentence: FigureTable, period: Period, count: Count = figures.of_month) -> str:
    """One of `SENTENCES` with the figures of a period."""
    return composing.words_of(sentence, count(period))


def _week_table(period: Period) -> Rows:
    by_outlet = counting.tally(period.since, period.until, (TallyKey.OUTLET, TallyKey.TIER)).rows
    named = {figures.named(row): row for row in by_outlet}
    found = {name: row for (name, tier), row in named.items() if tier == Tier.MUNICIPAL.value}
    owing = {count.outlet: count for count in weekly.week_counts(period.since, period.until)}
    rows: Rows = [(label("bulletin.head_outlet"), *counted_heads(), *_owing_heads())]
    for name in _municipal(found):
        rows.append((*cells(name, *figures.counted(found.get(name))), *_owed(owing.get(name))))
    by_tier = counting.tally(period.since, period.until, (TallyKey.TIER,)).rows
    pieces = sum(row.pieces for row in by_tier if figures.named(row) == (Tier.MUNICIPAL.value,))
    placements = sum(row.placements for row in found.values())
    done = sum(count.done for count in owing.values())
    rows.append((*cells(label("bulletin.total"), pieces, placements, done), "", ""))
    return rows


def _week_matrix(period: Period) -> Rows:
    """Municipal outlets by day: a number, or why there is none."""
    found = matrix.matrix(period.since, period.until)
    rows: Rows = [(label("bulletin.head_outlet"), *(_day_head(each.day) for each in found.days))]
    for row in found.rows:
        if row.outlet.tier == Tier.MUNICIPAL:
            rows.append((row.outlet.name, *map(_matrix_cell, row.cells)))
    return rows


def _day_head(day: dt.date) -> str:
    """The day alone, so that the heads of a week are of one line; the month where it begins."""
    key = "bulletin.head_month_day" if day.day == 1 else "bulletin.head_day"
    return label(key, month=day.month, day=day.day)


def _matrix_cell(cell: MatrixCell) -> str:
    if cell.state == CellState.NONE and cell.none is not None:
        return cell.none.label
    if cell.state == CellState.NOT_DUE:
        return ""
    return str(cell.placements)


def _owed(count: WeekCount | None) -> tuple[str, str, str]:
    """Done, due and whether that is enough; empty for an outlet that owes none."""
    if count is None:
        return "", "", ""
    met = label("bulletin.met" if count.met else "bulletin.not_met")
    return str(count.done), str(count.minimum), met


def _municipal(found: Iterable[str]) -> list[str]:
    """Municipal outlets on the roster, and any other that had municipal placements."""
    query = Outlet.select(Outlet.name).where(Outlet.active, Outlet.tier == Tier.MUNICIPAL)
    names = [outlet.name for outlet in query.order_by(Outlet.position, Outlet.id)]
    return names + [name for name in found if name not in names]


def _owing_heads() -> tuple[str, str, str]:
    return label("bulletin.head_accepted"), label("bulletin.head_minimum"), label("bulletin.head_met")


_WEEK: Mapping[FigureTable, Callable[[Period], Rows]] = {
    FigureTable.WEEK: _week_table,
    FigureTable.MATRIX: _week_matrix,
}
