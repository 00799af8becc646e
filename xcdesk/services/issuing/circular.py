"""The monthly circular: the parts that it begins with, and how its headings and tables are numbered."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from xcdesk.codes import ContributionState, FigureTable, PieceKind
from xcdesk.models import Bulletin, BulletinSection, Candidate
from xcdesk.services.issuing import composing, issue_text, pieces
from xcdesk.services.issuing.issue_text import Part
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.office.counting_rules import CountingRules
from xcdesk.services.office.printed import Period, label
from xcdesk.texts.documents import NAMED_BELOW, Block, BlockKind
from xcdesk.texts.outline import Level, written

_NUMBERED = re.compile(r"^[表图]\s*\d+[\s　.．、：:]*")


@dataclass(frozen=True, slots=True)
class _Section:
    name: str
    figures: tuple[FigureTable, ...]


_USUAL = (
    _Section("", (FigureTable.OPENING,)),
    _Section("overall", (FigureTable.OVERALL, FigureTable.MONTHS)),
    _Section("counties", (FigureTable.COUNTIES_TEXT, FigureTable.COUNTIES, FigureTable.RANKING)),
    _Section("departments", (FigureTable.DEPARTMENTS_TEXT, FigureTable.DEPARTMENTS)),
    _Section("outlets", (FigureTable.OUTLETS, FigureTable.FORMS)),
    _Section("contributions", (FigureTable.WEEKS_TEXT, FigureTable.WEEKS)),
    _Section("notes", ()),
)


_TELLS_OF: Mapping[str, tuple[FigureTable, ...]] = {
    FigureTable.OVERALL: (FigureTable.MONTHS,),
    FigureTable.COUNTIES_TEXT: (FigureTable.COUNTIES, FigureTable.RANKING),
    FigureTable.DEPARTMENTS_TEXT: (FigureTable.DEPARTMENTS,),
    FigureTable.WEEKS_TEXT: (FigureTable.WEEKS,),
}


@dataclass(frozen=True, slots=True)
class Beginning:
    """What an issue begins with: names of its sections, and pieces that stand in no issue yet."""

    sections: tuple[str, ...] = ()
    pieces: tuple[PieceRow, ...] = ()


def beginning() -> Beginning:
    """The parts that a circular usually has, written down but in no issue yet; in a transaction."""
    made: list[PieceRow] = []
    for section in _USUAL:
        name = _name(section)
        for figure in section.figures:
            made.append(_put(len(made) + 1, name, kind=PieceKind.FIGURE, figure=figure.value))
    notes = "\n\n".join(label(f"bulletin.note_{note}") for note in ("scope", "source"))
    made.append(_put(len(made) + 1, name, kind=PieceKind.TEXT, body=notes))
    return Beginning(tuple(filter(None, map(_name, _USUAL))), tuple(made))


def lay_out(bulletin: Bulletin) -> None:
    """Give a circular of an earlier version of the program its parts; in a transaction."""
    if not BulletinSection.select().where(BulletinSection.bulletin == bulletin.id).exists():
        take_in(bulletin.id, beginning())


def take_in(bulletin: int, begun: Beginning) -> None:
    """Put what an issue begins with into it; in a transaction."""
    for position, name in enumerate(begun.sections, start=1):
        BulletinSection.create(bulletin=bulletin, name=name, position=position)
    ids = [piece.id for piece in begun.pieces]
    Candidate.update(bulletin=bulletin).where(Candidate.id.in_(ids)).execute()


def parts(
    period: Period, sections: Sequence[str], held: Sequence[PieceRow], worded: CountingRules
) -> tuple[Part, ...]:
    """Title, then the pieces; sections are numbered 一、二、, tables 表1 and charts 图1, in their order."""
    title = Part("", (Block(BlockKind.TITLE, composing.circular_title(period)),))
    usual = label("bulletin.inset_caption", name="", range=period.words)
    found = tuple(_captioned(issue_text.parts(period, sections, held, worded, _heading), usual))
    return (title, *_referring(found, held))


def _name(section: _Section) -> str:
    return label(f"bulletin.part_{section.name}") if section.name else ""


def _put(position: int, section: str, *, kind: PieceKind, **fields: str) -> PieceRow:
    made = Candidate.create(
        kind=kind, position=position, section=section, state=ContributionState.ACCEPTED, **fields
    )
    return pieces.get(kind, made.id)


def _heading(number: int, name: str) -> Block:
    return Block(BlockKind.HEADING_1, written(Level.ONE, number) + name)


def _referring(found: Sequence[Part], held: Sequence[PieceRow]) -> Iterator[Part]:
    """The parts with sentences that name the tables and charts of what they put in words."""
    rows = {piece.key: piece for piece in held}
    names: dict[str, str] = {}
    for part in found:
        caption = next((block.text for block in part.blocks if block.kind == BlockKind.CAPTION), "")
        names.setdefault(rows[part.key].figure, caption.partition("　")[0])
    for part in found:
        row = rows[part.key]
        about = _TELLS_OF.get(row.figure, ()) if row.sentence and not row.body else ()
        told = label("bulletin.separator").join(filter(None, (names.get(figure, "") for figure in about)))
        if told:
            *before, last = part.blocks
            seen = replace(last, text=last.text + label("bulletin.see", names=told))
            yield Part(part.key, (*before, seen))
        else:
            yield part


def _captioned(found: Sequence[Part], period: str) -> Iterator[Part]:
    """The parts with their captions numbered, tables apart from charts; the title names the period once."""
    tables = charts = 0
    for part in found:
        blocks = list(part.blocks)
        for at, block in enumerate(blocks):
            if block.kind != BlockKind.CAPTION:
                continue
            chart = at > 0 and blocks[at - 1].drawn in NAMED_BELOW
            charts, tables = (charts + 1, tables) if chart else (charts, tables + 1)
            key, number = ("bulletin.chart", charts) if chart else ("bulletin.table", tables)
            name = _NUMBERED.sub("", block.text).removesuffix(period)
            blocks[at] = replace(block, text=label(key, number=number, name=name))
        yield Part(part.key, tuple(blocks))
