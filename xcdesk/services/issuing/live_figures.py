"""Figures of the log within a text: their value now, their counting rule, and the text with both for good."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from xcdesk import clock
from xcdesk.codes import FigureTable, Tier, Vocabulary
from xcdesk.db.base import database
from xcdesk.models import Outlet, Unit
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialRow, TextChange
from xcdesk.services.counts import counting
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.issuing import figure_tables
from xcdesk.services.office import counting_rules, terms
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.office.printed import Period, label, tier_label
from xcdesk.services.record.actor import Actor
from xcdesk.texts.documents import Block, BlockKind, Document, from_text, to_text
from xcdesk.texts.live_fields import TABLES, Condition, Counted, LiveField, fields_in, pieces_of, replaced


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A field as its editor shows it: the figure, or the name of the table, and how it is counted."""

    text: str
    rule: str


def shown(field: LiveField) -> FigureShown:
    """What a field counts at this moment; a condition that names no row any more counts nothing."""
    if field.counted in TABLES:
        caption, _, rule = blocks(field)
        return FigureShown(label("figure.table", name=caption.text, range=_range(field)), rule.text)
    ruled = label("figure.ruled", about=_about(field), rule=counting_rules.words(CountingRule.IN_TEXT))
    return FigureShown(str(_count(field)), ruled)


def blocks(field: LiveField) -> tuple[Block, ...]:
    """Caption, table and counting rule of a field that counts a table."""
    table = _TABLE[field.counted]
    name = label(f"bulletin.inset_{table.value}")
    period = Period(field.since, field.until)
    return tuple(figure_tables.blocks(table, period, counting_rules.load(), name))


def frozen(text: str) -> str:
    """``text`` in canonical form with every field counted for good.

    Tables bring their counting rules with them; the figures within paragraphs share a note at the end.
    """
    if not fields_in(text):
        return to_text(from_text(text))
    counted: dict[LiveField, str] = {}

    def put(field: LiveField) -> str:
        if field not in counted:
            counted[field] = str(_count(field))
        return counted[field]

    document = Document(tuple(each for block in from_text(text).blocks for each in _counted(block, put)))
    if counted:
        document = Document((*document.blocks, Block(BlockKind.RULE, _note(counted))))
    return to_text(document)


def submit(
    actor: Actor, material: int, *, version: int | None, send: Callable[[int | None], MaterialRow]
) -> MaterialRow:
    """Count the fields of a text for good and ``send`` it to review, in one transaction.

    Args:
        actor: who sends it; the counted text becomes a revision of his.
        material: which one.
        version: its version as it was on the screen; None takes it as it is now.
        send: submits it, given the version to expect.

    Raises:
        DeskError: the approval queue refuses; nothing was written.
    """
    with database.atomic():
        seen = approvals.detail(actor, material)
        if not fields_in(seen.text):
            return send(version)
        change = TextChange(seen.row.title, frozen(seen.text), seen.row.needed_by)
        row = approvals.edit(actor, material, change, version=version)
        return send(row.version)


def _counted(block: Block, put: Callable[[LiveField], str]) -> list[Block]:
    """A block with its figures; a table field brings its table after what else stands in the paragraph."""
    if block.kind is BlockKind.TABLE:
        rows = tuple(tuple(replaced(cell, put) for cell in row) for row in block.rows)
        return [replace(block, rows=rows)]
    parts = pieces_of(block.text)
    tables = [part for part in parts if isinstance(part, LiveField) and part.counted in TABLES]
    words = "".join(
        part if isinstance(part, str) else put(part) for part in parts if part not in tables
    ).strip()
    made = [Block(block.kind, words)] if words else []
    return made + [each for field in tables for each in blocks(field)]


_TABLE: Mapping[Counted, FigureTable] = {
    Counted.BY_COUNTY: FigureTable.COUNTIES,
    Counted.BY_DEPARTMENT: FigureTable.DEPARTMENTS,
    Counted.BY_OUTLET: FigureTable.OUTLETS,
    Counted.BY_FORM: FigureTable.FORMS,
}
_MEASURES = {Counted.PIECES: "figure.pieces", Counted.PLACEMENTS: "figure.placements"}


def _count(field: LiveField) -> int:
    found = counting.count(_filter(field))
    return found.pieces if field.counted is Counted.PIECES else found.placements


def _filter(field: LiveField) -> ItemFilter:
    given = dict(field.within)
    tier, form, theme = (given.get(key) for key in (Condition.TIER, Condition.FORM, Condition.THEME))
    return ItemFilter(
        since=field.since,
        until=field.until,
        outlet_ids=_numbers(given.get(Condition.OUTLET)),
        unit_ids=_numbers(given.get(Condition.UNIT)),
        tiers=(Tier(tier),) if tier in set(Tier) else (),
        forms=(form,) if form else (),
        themes=(theme,) if theme else (),
    )


def _numbers(value: str | None) -> tuple[int, ...]:
    if value is None:
        return ()
    return (int(value),) if value.isdecimal() else (0,)  # 0 is no row: what is unknown counts nothing


def _note(counted: Mapping[LiveField, str]) -> str:
    parts = [label("figure.one", value=value, about=_about(field)) for field, value in counted.items()]
    return label(
        "figure.note",
        figures=label("figure.separator").join(parts),
        rule=counting_rules.words(CountingRule.IN_TEXT),
        day=clock.today(),
    )


def _about(field: LiveField) -> str:
    """What a figure counts, in words."""
    measure = label(_MEASURES[field.counted]) if field.counted in _MEASURES else ""
    names = "".join(_named(key, value) for key, value in field.within)
    return label("figure.about", range=_range(field), within=names, measure=measure)


def _range(field: LiveField) -> str:
    return Period(field.since, field.until).words


def _named(key: Condition, value: str) -> str:
    """Name of a condition, in the words of the roster as it is now."""
    if key in {Condition.OUTLET, Condition.UNIT}:
        table = Outlet if key is Condition.OUTLET else Unit
        row = table.get_or_none(table.id == int(value)) if value.isdecimal() else None
        return row.name if row else label("figure.unknown")
    if key is Condition.TIER:
        return tier_label(Tier(value)) if value in set(Tier) else label("figure.unknown")
    words = terms.labels(Vocabulary.FORM if key is Condition.FORM else Vocabulary.THEME)
    return words.get(value) or label("figure.unknown")
