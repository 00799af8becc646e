"""The daily brief: what ran on one day, which outlet ran nothing and why, what came in."""

from collections.abc import Iterable, Sequence
from functools import partial

from xcdesk.codes import Tier
from xcdesk.services.counts import counting, placements
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.counts.placements import Placement
from xcdesk.services.grid import matrix
from xcdesk.services.grid.matrix import CellState, MatrixCell
from xcdesk.services.issuing import figures
from xcdesk.services.office.counting_rules import CountingRule, CountingRules
from xcdesk.services.office.printed import TIERS, Period, label, tier_label
from xcdesk.services.targets import contributions
from xcdesk.texts.documents import Block, BlockKind, Document

_HIGHER = (Tier.NATIONAL, Tier.PROVINCIAL)
Row = tuple[str, ...]


def brief_title(period: Period) -> str:
    """What the brief of a day is called."""
    day = period.since
    return label("brief.title", year=day.year, month=day.month, day=day.day)


def daily_brief(period: Period, worded: CountingRules) -> Document:
    """The brief of one day: in words, by outlet, what higher outlets took, every piece, what came in.

    ``worded`` is how the rules under its tables are told.
    """
    listed = partial(_listed, worded)
    rows = placements.between(period.since, period.until)
    blocks = [
        Block(BlockKind.TITLE, brief_title(period)),
        Block(BlockKind.PARAGRAPH, _overall(period)),
        _heading("outlets"),
        *_outlets(period, worded),
        _heading("higher"),
        *listed(_taken(row) for row in rows if row.tier in _HIGHER),
        _heading("pieces"),
        *listed(_taken(row) for row in rows if row.tier not in _HIGHER),
        _heading("contributions"),
        *_contributions(period, worded),
    ]
    return Document(tuple(blocks))


def _overall(period: Period) -> str:
    tally = counting.tally(period.since, period.until, (TallyKey.TIER,))
    by_tier = {figures.named(row)[0]: row.placements for row in tally.rows}
    tiers = {tier.value: by_tier.get(tier.value, 0) for tier in TIERS}
    return label("brief.overall", pieces=tally.totals.pieces, placements=tally.totals.placements, **tiers)


def _outlets(period: Period, worded: CountingRules) -> list[Block]:
    """Municipal outlets with what they ran; those that are silent are named once more in words."""
    found = [
        row for row in matrix.matrix(period.since, period.until).rows if row.outlet.tier == Tier.MUNICIPAL
    ]
    heads = ("brief.head_outlet", "brief.head_pieces", "brief.head_placements", "brief.head_state")
    rows = [tuple(map(label, heads))]
    rows += [_outlet(row.outlet.name, row.cells[0]) for row in found]
    silent = [row.outlet.name for row in found if row.cells[0].state == CellState.OPEN]
    words = label("brief.silent", names=label("bulletin.separator").join(silent)) if silent else ""
    return [
        Block(BlockKind.TABLE, rows=tuple(rows)),
        Block(BlockKind.RULE, worded.words(CountingRule.BRIEF)),
        *([Block(BlockKind.PARAGRAPH, words)] if words else []),
    ]


def _outlet(name: str, cell: MatrixCell) -> Row:
    if cell.state == CellState.NONE and cell.none is not None:
        return name, "0", "0", label("brief.none", reason=cell.none.label)
    return name, str(cell.count), str(cell.placements), label(f"brief.state_{cell.state.value}")


def _taken(row: Placement) -> Row:
    return row.outlet, tier_label(row.tier), row.title or label("brief.untitled"), row.unit


def _listed(worded: CountingRules, found: Iterable[Row]) -> list[Block]:
    """A numbered table of pieces, or the one line that there is none."""
    rows = [(str(number), *row) for number, row in enumerate(found, 1)]
    return _table(worded, ("number", "outlet", "tier", "piece", "unit"), rows)


def _contributions(period: Period, worded: CountingRules) -> list[Block]:
    found = contributions.listed(period.since, period.until)
    rows = [(str(number), row.source, row.title) for number, row in enumerate(found, 1)]
    return _table(worded, ("number", "source", "piece"), rows)


def _table(worded: CountingRules, heads: Sequence[str], rows: Sequence[Row]) -> list[Block]:
    if not rows:
        return [Block(BlockKind.PARAGRAPH, label("brief.nothing"))]
    head = tuple(label(f"brief.head_{name}") for name in heads)
    rule = worded.words(CountingRule.BRIEF_LIST)
    return [Block(BlockKind.TABLE, rows=(head, *rows)), Block(BlockKind.RULE, rule)]


def _heading(part: str) -> Block:
    return Block(BlockKind.HEADING_1, label(f"brief.part_{part}"))
