"""Manuscripts of units out of a table: rows copied from a sheet, with or without its heading.

A blank unit or day is that of the row above, as merged cells leave it. Nothing is written here.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.clip import table_of
from xcdesk.errors import DeskError
from xcdesk.importers.dates import CellError, DateContext, find_context, parse_day
from xcdesk.importers.mapping import heading_key
from xcdesk.importers.records import Field
from xcdesk.importers.synonyms import words
from xcdesk.importers.values import parse_outlet
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import title_key
from xcdesk.services.roster import lexicon
from xcdesk.services.trackers import manuscripts
from xcdesk.services.trackers.manuscript_changes import NewManuscript
from xcdesk.services.trackers.manuscripts import ManuscriptFilter
from xcdesk.wording import Label, Language, text

_USUAL = (Field.DATE, Field.UNIT, Field.TITLE, Field.OUTLET, Field.NOTE)
"""What the columns mean where no heading says."""
_WANTED = frozenset(_USUAL)
_HEADINGS: Mapping[str, Field] = {
    **dict.fromkeys(("报送时间", "报送日期", "来稿时间", "来稿日期", "投稿时间", "投稿日期"), Field.DATE),
    **dict.fromkeys(("报送媒体", "投稿媒体", "报送新闻单位", "拟发媒体"), Field.OUTLET),
    **dict.fromkeys(("报送单位", "来稿单位", "供稿单位", "投稿单位"), Field.UNIT),
    **dict.fromkeys(("来稿标题", "稿件题目", "投稿标题"), Field.TITLE),
}
"""Headings of tables of manuscripts, which mean something else, or nothing, over what ran."""
_BETWEEN = re.compile(r"[、，,;；/\n]+")
_LIKE_A_HEADING = 2


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row of the table.

    Attributes:
        number: its place, from 1, a heading counted.
        said: what stands in it, by field.
        new: the manuscript to enter; None where it cannot be.
        problem: code and facts of the sentence that says why not.
        there: whether it is entered already, or stands in the table twice.
    """

    number: int
    said: Mapping[Field, str]
    new: NewManuscript | None = None
    problem: tuple[str, Mapping[str, object]] | None = None
    there: bool = False

    @property
    def enters(self) -> bool:
        """Whether it would be entered."""
        return self.new is not None and not self.there

    def why(self, language: Language | None = None) -> str:
        """Why it would not be entered, in words; "" where it would."""
        if self.problem is not None:
            code, facts = self.problem
            return text(code, language, **facts)
        return text("manuscript.there", language) if self.there else ""


def read(pasted: str) -> tuple[PastedRow, ...]:
    """Every row of a table copied from a sheet, in its order; rows without anything in them are left out."""
    return read_table(table_of(pasted))


def is_heading(cells: Sequence[str]) -> bool:
    """Whether words stand over a table of manuscripts, and not over one of what ran.

    When it was sent, or to which outlet, tells them apart; a unit sends what ran as well.
    """
    _, first = _columns([cells])
    telling = {_HEADINGS.get(heading_key(cell)) for cell in cells}
    return first == 1 and not telling.isdisjoint((Field.DATE, Field.OUTLET))


def read_table(table: Sequence[Sequence[str]]) -> tuple[PastedRow, ...]:
    """Every row of a table of cells, as `read` tells it."""
    columns, first = _columns(table)
    context = find_context([], clock.today().year)
    known = lexicon.load()
    rows = [_row(number, said, known, context) for number, said in _said(table, columns, first)]
    return tuple(_known_ones(rows))


def _columns(table: Sequence[Sequence[str]]) -> tuple[Mapping[int, Field], int]:
    """What each column means, and the first row of the body."""
    if not table:
        return {}, 0
    sure = words().sure
    found: dict[int, Field] = {}
    for at, cell in enumerate(table[0]):
        key = heading_key(cell)
        field = _HEADINGS.get(key) or sure.get(key)
        if field in _WANTED and field not in found.values():
            found[at] = field
    if len(found) >= _LIKE_A_HEADING and Field.TITLE in found.values():
        return found, 1
    return dict(enumerate(_USUAL)), 0


def _said(
    table: Sequence[Sequence[str]], columns: Mapping[int, Field], first: int
) -> Iterator[tuple[int, Mapping[Field, str]]]:
    above: dict[Field, str] = {}
    for number, cells in enumerate(table[first:], first + 1):
        said = {field: cells[at].strip() for at, field in columns.items() if at < len(cells)}
        if not any(said.values()):
            continue
        for field in (Field.DATE, Field.UNIT):
            above[field] = said.get(field) or above.get(field, "")
            said[field] = above[field]
        yield number, said


def _row(number: int, said: Mapping[Field, str], known: Lexicon, context: DateContext) -> PastedRow:
    try:
        new = NewManuscript(
            _unit(said.get(Field.UNIT, ""), known),
            _day(said.get(Field.DATE, ""), context),
            _required("title", said.get(Field.TITLE, "")),
            _outlets(said.get(Field.OUTLET, ""), known),
            said.get(Field.NOTE, ""),
        )
    except CellError as error:
        return PastedRow(number, said, problem=(error.code, error.facts))
    except DeskError as error:
        return PastedRow(number, said, problem=(error.key, error.facts))
    return PastedRow(number, said, new)


def _known_ones(rows: Sequence[PastedRow]) -> Iterator[PastedRow]:
    """The rows, with those marked that are entered already."""
    days = [row.new.sent_on for row in rows if row.new is not None]
    span = ManuscriptFilter(min(days), max(days)) if days else None
    there = {
        (row.unit_id, row.sent_on, title_key(row.title))
        for row in (manuscripts.manuscripts(span) if span is not None else ())
    }
    for row in rows:
        if row.new is None:
            yield row
            continue
        key = row.new.unit_id, row.new.sent_on, title_key(row.new.title)
        yield PastedRow(row.number, row.said, row.new, there=key in there)
        there.add(key)


def _unit(written: str, known: Lexicon) -> int:
    found = known.unit(_required("unit", written))
    if found is None:
        raise CellError("manuscript.unknown_unit", name=written)
    return found.id


def _day(written: str, context: DateContext) -> dt.date:
    return parse_day(_required("date", written), context)


def _outlets(written: str, known: Lexicon) -> tuple[int, ...]:
    """Outlets of a cell that names one or several."""
    whole = known.outlet(_required("outlet", written))
    parts = [part for part in _BETWEEN.split(written) if part.strip()]
    found = [whole] if whole is not None else [parse_outlet(part, known).outlet for part in parts]
    return tuple(dict.fromkeys(outlet.id for outlet in found))


def _required(field: str, written: str) -> str:
    if not written.strip():
        raise CellError("manuscript.lacks", field=Label(f"field.{field}"))
    return written
