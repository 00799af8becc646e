"""The figures of a period as rows of tables, as sentences, and the rules that they are counted by."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from xcdesk.codes import FigureTable
from xcdesk.services.issuing import figures
from xcdesk.services.issuing.figures import CircularFigures, Line
from xcdesk.services.office.counting_rules import CountingRule, CountingRules
from xcdesk.services.office.printed import TIERS, Period, label, tier_label
from xcdesk.services.targets.weekly import WeekCount

_LEADING = 3
Rows = list[tuple[str, ...]]
"""Cells of a table as printed, its head first."""


def rows_of(table: FigureTable, found: CircularFigures) -> Rows:
    """Rows of a table or chart over the period, its head first; not of those about a week."""
    return _ROWS[table](found)


def rule_of(table: FigureTable, found: CircularFigures, worded: CountingRules) -> str:
    """The rule that a table or chart is counted by, as it is printed under it."""
    rule = worded.words(_RULES[table], range=found.period.words, minimum=_minimum(found))
    if table != FigureTable.DEPARTMENTS or not found.no_unit.placements:
        return rule
    pieces, placements = found.no_unit.pieces, found.no_unit.placements
    return rule + worded.words(CountingRule.NO_UNIT, pieces=pieces, placements=placements)


def rules(found: CircularFigures, worded: CountingRules) -> tuple[str, ...]:
    """The counting rules of all tables, each once."""
    return tuple(dict.fromkeys(rule_of(table, found, worded) for table in _RULES))


def words_of(sentence: FigureTable, found: CircularFigures) -> str:
    """A sentence with the figures of the period."""
    return _SENTENCES[sentence](found)


def circular_title(period: Period) -> str:
    """What a month's circular is called."""
    return label("bulletin.month_title", year=period.since.year, month=period.since.month)


def _opening(found: CircularFigures) -> str:
    return label("bulletin.opening", range=found.period.words)


def _overall(found: CircularFigures) -> str:
    total = found.total
    tiers = {tier.value: placements for tier, placements in zip(TIERS, total.by_tier, strict=True)}
    return label("bulletin.overall", pieces=total.pieces, placements=total.placements, **tiers)


def _standing(lines: Sequence[Line]) -> str:
    """Who leads and who had nothing, in words."""
    leading = [
        label("bulletin.leading_one", name=line.name, placements=line.placements) for line in _leaders(lines)
    ]
    silent = [line.name for line in lines if not line.placements]
    first = label("bulletin.leading", names=_joined(leading)) if leading else ""
    key = "bulletin.silent" if silent else "bulletin.none_silent"
    return first + label(key, names=_joined(silent))


def _leaders(lines: Sequence[Line]) -> list[Line]:
    """The first three of those heard, and who has as many placements as the third."""
    ranked = heard(lines)
    least = min((line.placements for line in ranked[:_LEADING]), default=0)
    return [line for line in ranked if line.placements >= least]


def unit_table(lines: Sequence[Line]) -> Rows:
    """Units with their counts by tier, and the sum of them."""
    head = (label("bulletin.head_unit"), *counted_heads(), *map(tier_label, TIERS))
    counted = (*lines, figures.summed(label("bulletin.subtotal"), lines))
    return [head, *(cells(line.name, line.pieces, line.placements, *line.by_tier) for line in counted)]


def heard(lines: Sequence[Line]) -> list[Line]:
    """Those that had something run; of the many departments the silent ones are named in the text alone."""
    return [line for line in lines if line.placements]


def _minimum(found: CircularFigures) -> int:
    return max((count.minimum for count in found.weeks), default=0)


def outlet_table(found: CircularFigures) -> Rows:
    """Outlets with their counts, and the total."""
    head = (label("bulletin.head_outlet"), label("bulletin.head_tier"), *counted_heads())
    rows = [
        (line.name, tier_label(line.tier), str(line.pieces), str(line.placements)) for line in found.outlets
    ]
    total = found.total
    return [head, *rows, (total.name, "", str(total.pieces), str(total.placements))]


def form_table(found: CircularFigures) -> Rows:
    """Report forms by tier, and the total."""
    pieces, placements = counted_heads()
    head = (label("bulletin.head_form"), *map(tier_label, TIERS), placements, pieces)
    lines = (*found.forms, found.total)
    return [head, *(cells(line.name, *line.by_tier, line.placements, line.pieces) for line in lines)]


def week_table(found: CircularFigures) -> Rows:
    """Contributions to the internal reference by outlet and week of the period."""
    mondays = sorted({count.monday for count in found.weeks})
    weeks = [label("bulletin.head_week", week=monday.isocalendar().week) for monday in mondays]
    rows: Rows = [(label("bulletin.head_outlet"), *weeks, label("bulletin.head_weeks_met"))]
    for outlet, own in _by_outlet(found.weeks).items():
        share = label("bulletin.weeks_met", met=sum(count.met for count in own), weeks=len(own))
        rows.append((*cells(outlet, *(count.done for count in own)), share))
    return rows


def _weeks_text(found: CircularFigures) -> str:
    behind = [
        outlet for outlet, own in _by_outlet(found.weeks).items() if not all(count.met for count in own)
    ]
    key = "bulletin.contributions_some" if behind else "bulletin.contributions_all"
    return label(key, names=_joined(behind))


def _by_outlet(counts: Sequence[WeekCount]) -> dict[str, list[WeekCount]]:
    names = dict.fromkeys(count.outlet for count in counts)
    return {name: [count for count in counts if count.outlet == name] for name in names}


def month_rows(found: CircularFigures) -> Rows:
    """Placements of the months of this year by tier."""
    head = (label("bulletin.head_month"), *map(tier_label, TIERS))
    return [head, *(cells(line.name, *line.by_tier) for line in found.months)]


def ranking(lines: Sequence[Line]) -> Rows:
    """Units and their placements, to be drawn."""
    head = (label("bulletin.head_unit"), label("bulletin.head_placements"))
    return [head, *(cells(line.name, line.placements) for line in lines)]


def counted_heads() -> tuple[str, str]:
    """Heads of the two counts that stand in every table."""
    return label("bulletin.head_pieces"), label("bulletin.head_placements")


def cells(name: str, *counts: int) -> tuple[str, ...]:
    """A row: its name, then its counts."""
    return (name, *map(str, counts))


def _joined(names: Iterable[str]) -> str:
    return label("bulletin.separator").join(names)


_ROWS: Mapping[FigureTable, Callable[[CircularFigures], Rows]] = {
    FigureTable.COUNTIES: lambda found: unit_table(found.counties),
    FigureTable.DEPARTMENTS: lambda found: unit_table(heard(found.departments)),
    FigureTable.OUTLETS: outlet_table,
    FigureTable.FORMS: form_table,
    FigureTable.MONTHS: month_rows,
    FigureTable.RANKING: lambda found: ranking(found.counties),
    FigureTable.WEEKS: week_table,
}
_RULES: Mapping[FigureTable, CountingRule] = {
    FigureTable.MONTHS: CountingRule.MONTHS,
    FigureTable.COUNTIES: CountingRule.UNITS,
    FigureTable.RANKING: CountingRule.UNITS,
    FigureTable.DEPARTMENTS: CountingRule.UNITS,
    FigureTable.OUTLETS: CountingRule.OUTLETS,
    FigureTable.FORMS: CountingRule.FORMS,
    FigureTable.WEEKS: CountingRule.CONTRIBUTIONS,
}
_SENTENCES: Mapping[FigureTable, Callable[[CircularFigures], str]] = {
    FigureTable.OPENING: _opening,
    FigureTable.OVERALL: _overall,
    FigureTable.COUNTIES_TEXT: lambda found: _standing(found.counties),
    FigureTable.DEPARTMENTS_TEXT: lambda found: _standing(found.departments),
    FigureTable.WEEKS_TEXT: _weeks_text,
}
