"""Puts a circular together from its figures, as a plain document; its tables serve other issues too."""

from collections.abc import Iterable, Sequence

from xcdesk.services.issuing import figures
from xcdesk.services.issuing.figures import CircularFigures, Line
from xcdesk.services.office.printed import TIERS, Period, label, tier_label
from xcdesk.services.targets.weekly import WeekCount
from xcdesk.texts.documents import Block, BlockKind, Document, Drawn

_LEADING = 3
Rows = list[tuple[str, ...]]
"""Cells of a table as printed, its head first."""


def table_of(name: str, found: CircularFigures) -> list[Block]:
    """Caption, rows and counting rule of one table of a circular: counties, departments, outlets or forms."""
    words = found.period.words
    rows, rule = {
        "counties": lambda: (unit_table(found.counties), label("bulletin.rule_units", range=words)),
        "departments": lambda: (unit_table(heard(found.departments)), _unit_rule(found)),
        "outlets": lambda: (outlet_table(found), label("bulletin.rule_outlets", range=words)),
        "forms": lambda: (form_table(found), label("bulletin.rule_forms", range=words)),
    }[name]()
    return _table(name, rows, rule)


def circular(found: CircularFigures) -> Document:
    """One month's circular: what is counted, in words and tables, each table with its counting rule."""
    words = found.period.words
    blocks = [
        Block(BlockKind.TITLE, circular_title(found.period)),
        _paragraph(label("bulletin.opening", range=words)),
        _heading("overall"),
        _paragraph(_overall(found.total)),
        *_figure("months", month_rows(found), Drawn.COLUMNS, words),
        _heading("counties"),
        _standing(found.counties),
        *table_of("counties", found),
        *_figure("counties", ranking(found.counties), Drawn.BARS, words),
        _heading("departments"),
        _standing(found.departments),
        *table_of("departments", found),
        _heading("outlets"),
        *table_of("outlets", found),
        *table_of("forms", found),
        _heading("contributions"),
        *_contributions(found.weeks),
        _heading("notes"),
        _paragraph(label("bulletin.note_scope")),
        _paragraph(label("bulletin.note_source")),
    ]
    return Document(tuple(blocks))


def circular_title(period: Period) -> str:
    """What a month's circular is called."""
    return label("bulletin.month_title", year=period.since.year, month=period.since.month)


def rules(found: CircularFigures) -> tuple[str, ...]:
    """The counting rules of a circular, in the order of its tables."""
    return tuple(block.text for block in circular(found).blocks if block.kind == BlockKind.RULE)


def _overall(total: Line) -> str:
    tiers = {tier.value: placements for tier, placements in zip(TIERS, total.by_tier, strict=True)}
    return label("bulletin.overall", pieces=total.pieces, placements=total.placements, **tiers)


def _standing(lines: Sequence[Line]) -> Block:
    """Who leads and who had nothing, in words."""
    leading = [
        label("bulletin.leading_one", name=line.name, placements=line.placements) for line in _leaders(lines)
    ]
    silent = [line.name for line in lines if not line.placements]
    first = label("bulletin.leading", names=_joined(leading)) if leading else ""
    key = "bulletin.silent" if silent else "bulletin.none_silent"
    return _paragraph(first + label(key, names=_joined(silent)))


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


def _unit_rule(found: CircularFigures) -> str:
    """Counting rule of the second table of units, with what names no unit."""
    rule = label("bulletin.rule_units", range=found.period.words)
    if not found.no_unit.placements:
        return rule
    pieces, placements = found.no_unit.pieces, found.no_unit.placements
    return rule + label("bulletin.rule_no_unit", pieces=pieces, placements=placements)


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


def _contributions(counts: Sequence[WeekCount]) -> list[Block]:
    mondays = sorted({count.monday for count in counts})
    weeks = [label("bulletin.head_week", week=monday.isocalendar().week) for monday in mondays]
    rows: Rows = [(label("bulletin.head_outlet"), *weeks, label("bulletin.head_weeks_met"))]
    behind = []
    for outlet in dict.fromkeys(count.outlet for count in counts):
        own = [count for count in counts if count.outlet == outlet]
        met = sum(count.met for count in own)
        if met < len(own):
            behind.append(outlet)
        share = label("bulletin.weeks_met", met=met, weeks=len(own))
        rows.append((*cells(outlet, *(count.done for count in own)), share))
    least = max((count.minimum for count in counts), default=0)
    key = "bulletin.contributions_some" if behind else "bulletin.contributions_all"
    return [
        _paragraph(label(key, names=_joined(behind))),
        *_table("contributions", rows, label("bulletin.rule_contributions", minimum=least)),
    ]


def _table(name: str, rows: Rows, rule: str) -> list[Block]:
    return [
        Block(BlockKind.CAPTION, label(f"bulletin.table_{name}")),
        Block(BlockKind.TABLE, rows=tuple(rows)),
        Block(BlockKind.RULE, rule),
    ]


def _figure(name: str, rows: Rows, drawn: Drawn, words: str) -> list[Block]:
    """A chart with its name below and its counting rule."""
    return [
        Block(BlockKind.TABLE, rows=tuple(rows), drawn=drawn),
        Block(BlockKind.CAPTION, label(f"bulletin.figure_{name}")),
        Block(BlockKind.RULE, label(f"bulletin.rule_figure_{name}", range=words)),
    ]


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


def _heading(part: str) -> Block:
    return Block(BlockKind.HEADING_1, label(f"bulletin.part_{part}"))


def _paragraph(words: str) -> Block:
    return Block(BlockKind.PARAGRAPH, words)


def _joined(names: Iterable[str]) -> str:
    return label("bulletin.separator").join(names)
