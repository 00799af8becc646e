"""Puts bulletins together as plain documents: an issue from its pieces, a circular from its figures."""

from collections.abc import Iterable, Sequence

from xcdesk.codes import Tier
from xcdesk.documents import Block, BlockKind, Document, Drawn, from_text, plain_line
from xcdesk.models import Outlet
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.grid import matrix
from xcdesk.services.grid.matrix import CellState, MatrixCell
from xcdesk.services.issuing import figures
from xcdesk.services.issuing.figures import CircularFigures, Line
from xcdesk.services.office.printed import TIERS, Period, label, tier_label
from xcdesk.services.targets import contributions, weekly
from xcdesk.services.targets.contributions import ContributionRow
from xcdesk.services.targets.weekly import WeekCount

_LEADING = 3
Rows = list[tuple[str, ...]]


def internal_reference(period: Period, pieces: Sequence[ContributionRow]) -> Document:
    """One week's internal reference: its pieces by section in their order, then the figures of the week."""
    blocks: list[Block] = []
    for section in sections_of(pieces):
        blocks.append(Block(BlockKind.SECTION, section))
        for piece in pieces:
            if piece.section == section:
                blocks += _piece(piece)
    blocks.append(Block(BlockKind.SECTION, label("bulletin.section_figures")))
    blocks += _week_figures(period)
    return Document(tuple(blocks))


def sections_of(pieces: Iterable[ContributionRow]) -> tuple[str, ...]:
    """Sections that have pieces, the usual ones first, then others as they appear."""
    used = dict.fromkeys(piece.section for piece in pieces)
    usual = contributions.sections()
    return tuple(name for name in usual if name in used) + tuple(name for name in used if name not in usual)


def plain_blocks(body: str) -> list[Block]:
    """A contribution's text as paragraphs and headings; what looks like our marks is only text."""
    lines = (plain_line(raw) for raw in body.splitlines())
    return [block for line in lines for block in from_text(line).blocks]


def table_of(name: str, found: CircularFigures) -> list[Block]:
    """Caption, rows and counting rule of one table of a circular: counties, departments, outlets or forms."""
    words = found.period.words
    rows, rule = {
        "counties": lambda: (_unit_table(found.counties), label("bulletin.rule_units", range=words)),
        "departments": lambda: (_unit_table(_heard(found.departments)), _unit_rule(found)),
        "outlets": lambda: (_outlet_table(found), label("bulletin.rule_outlets", range=words)),
        "forms": lambda: (_form_table(found), label("bulletin.rule_forms", range=words)),
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
        *_figure("months", _month_rows(found), Drawn.COLUMNS, words),
        _heading("counties"),
        _standing(found.counties),
        *table_of("counties", found),
        *_figure("counties", _ranking(found.counties), Drawn.BARS, words),
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


def _piece(piece: ContributionRow) -> list[Block]:
    head = [Block(BlockKind.TITLE, piece.title), Block(BlockKind.SOURCE, piece.source)]
    return head + plain_blocks(piece.body)


def _week_figures(period: Period) -> list[Block]:
    by_outlet = counting.tally(period.since, period.until, (TallyKey.OUTLET, TallyKey.TIER)).rows
    named = {figures.named(row): row for row in by_outlet}
    found = {name: row for (name, tier), row in named.items() if tier == Tier.MUNICIPAL.value}
    owing = {count.outlet: count for count in weekly.week_counts(period.since, period.until)}
    rows: Rows = [(label("bulletin.head_outlet"), *_counted_heads(), *_owing_heads())]
    for name in _municipal(found):
        rows.append((*_cells(name, *figures.counted(found.get(name))), *_owed(owing.get(name))))
    by_tier = counting.tally(period.since, period.until, (TallyKey.TIER,)).rows
    pieces = sum(row.pieces for row in by_tier if figures.named(row) == (Tier.MUNICIPAL.value,))
    placements = sum(row.placements for row in found.values())
    done = sum(count.done for count in owing.values())
    rows.append((*_cells(label("bulletin.total"), pieces, placements, done), "", ""))
    return [
        Block(BlockKind.CAPTION, label("bulletin.week_figures", range=period.words)),
        Block(BlockKind.TABLE, rows=tuple(rows)),
        Block(BlockKind.RULE, label("bulletin.rule_week")),
        *_week_matrix(period),
    ]


def _week_matrix(period: Period) -> list[Block]:
    """Municipal outlets by day: a number, or why there is none."""
    found = matrix.matrix(period.since, period.until)
    days = [label("bulletin.head_day", month=each.day.month, day=each.day.day) for each in found.days]
    rows: Rows = [(label("bulletin.head_outlet"), *days)]
    for row in found.rows:
        if row.outlet.tier == Tier.MUNICIPAL:
            rows.append((row.outlet.name, *map(_matrix_cell, row.cells)))
    return [
        Block(BlockKind.CAPTION, label("bulletin.week_matrix")),
        Block(BlockKind.TABLE, rows=tuple(rows), drawn=Drawn.MATRIX),
        Block(BlockKind.RULE, label("bulletin.rule_week_matrix")),
    ]


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


def _overall(total: Line) -> str:
    tiers = {tier.value: placements for tier, placements in zip(TIERS, total.by_tier, strict=True)}
    return label("bulletin.overall", pieces=total.pieces, placements=total.placements, **tiers)


def _standing(lines: Sequence[Line]) -> Block:
    """Who leads and who had nothing, in words."""
    leading = [
        label("bulletin.leading_one", name=line.name, placements=line.placements)
        for line in lines[:_LEADING]
        if line.placements
    ]
    silent = [line.name for line in lines if not line.placements]
    first = label("bulletin.leading", names=_joined(leading)) if leading else ""
    key = "bulletin.silent" if silent else "bulletin.none_silent"
    return _paragraph(first + label(key, names=_joined(silent)))


def _unit_table(lines: Sequence[Line]) -> Rows:
    head = (label("bulletin.head_unit"), *_counted_heads(), *map(tier_label, TIERS))
    counted = (*lines, figures.summed(label("bulletin.subtotal"), lines))
    return [head, *(_cells(line.name, line.pieces, line.placements, *line.by_tier) for line in counted)]


def _heard(lines: Sequence[Line]) -> list[Line]:
    """Those that had something run; of the many departments the silent ones are named in the text alone."""
    return [line for line in lines if line.placements]


def _unit_rule(found: CircularFigures) -> str:
    """Counting rule of the second table of units, with what names no unit."""
    rule = label("bulletin.rule_units", range=found.period.words)
    if not found.no_unit.placements:
        return rule
    pieces, placements = found.no_unit.pieces, found.no_unit.placements
    return rule + label("bulletin.rule_no_unit", pieces=pieces, placements=placements)


def _outlet_table(found: CircularFigures) -> Rows:
    head = (label("bulletin.head_outlet"), label("bulletin.head_tier"), *_counted_heads())
    rows = [
        (line.name, tier_label(line.tier), str(line.pieces), str(line.placements)) for line in found.outlets
    ]
    total = found.total
    return [head, *rows, (total.name, "", str(total.pieces), str(total.placements))]


def _form_table(found: CircularFigures) -> Rows:
    pieces, placements = _counted_heads()
    head = (label("bulletin.head_form"), *map(tier_label, TIERS), placements, pieces)
    lines = (*found.forms, found.total)
    return [head, *(_cells(line.name, *line.by_tier, line.placements, line.pieces) for line in lines)]


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
        rows.append((*_cells(outlet, *(count.done for count in own)), share))
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


def _month_rows(found: CircularFigures) -> Rows:
    head = (label("bulletin.head_month"), *map(tier_label, TIERS))
    return [head, *(_cells(line.name, *line.by_tier) for line in found.months)]


def _ranking(lines: Sequence[Line]) -> Rows:
    head = (label("bulletin.head_unit"), label("bulletin.head_placements"))
    return [head, *(_cells(line.name, line.placements) for line in lines)]


def _counted_heads() -> tuple[str, str]:
    return label("bulletin.head_pieces"), label("bulletin.head_placements")


def _owing_heads() -> tuple[str, str, str]:
    return label("bulletin.head_accepted"), label("bulletin.head_minimum"), label("bulletin.head_met")


def _cells(name: str, *counts: int) -> tuple[str, ...]:
    return (name, *map(str, counts))


def _heading(part: str) -> Block:
    return Block(BlockKind.HEADING_1, label(f"bulletin.part_{part}"))


def _paragraph(words: str) -> Block:
    return Block(BlockKind.PARAGRAPH, words)


def _joined(names: Iterable[str]) -> str:
    return label("bulletin.separator").join(names)
