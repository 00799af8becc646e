"""Rows of a list as they are read: what each says, and what cannot be read of it."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from xcdesk.codes import CaseResult
from xcdesk.errors import DeskError
from xcdesk.importers.caselists.fields import DAYS, PRIVATE, CaseField
from xcdesk.importers.caselists.refusals import CellUnreadError
from xcdesk.importers.caselists.tables import CaseTable
from xcdesk.importers.cells import Grid
from xcdesk.importers.dates import CellError, DateContext, parse_day
from xcdesk.importers.lines import is_total
from xcdesk.importers.records import Chosen
from xcdesk.importers.session import Fate
from xcdesk.importers.values import has_lost_digits
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import folded, name_key
from xcdesk.services.cases import CaseRow, NewCase, Petitioner

_NOTE = re.compile(r"(?:备注|说明|注[:：]|填表|填报|制表|报送|审核|联系电话|\*|※)")
_AS_ABOVE = frozenset(("同上", "〃", "″", '"'))
_NOTHING = frozenset(("", "无", "/", "-", "—", "——", "暂无"))
_NUMBERS = frozenset((CaseField.PHONE, CaseField.ID_NUMBER))
_YES = frozenset(("是", "重要", "重点", "√", "1", "y", "yes", "important"))


@dataclass(frozen=True, slots=True)
class RowSaid:
    """What a row says: texts and days by field, and who complained, apart from them.

    ``printed`` are the texts as they stand, by which a form is compared with what was printed on it.
    """

    place: Chosen
    texts: Mapping[CaseField, str]
    days: Mapping[CaseField, dt.date]
    petitioner: Petitioner
    problems: tuple[DeskError, ...] = ()
    left_out: str = ""

    def text(self, name: CaseField) -> str:
        """Text of a field; "" where it says nothing."""
        return self.texts.get(name, "")

    @property
    def important(self) -> bool:
        """Whether it is marked as important."""
        return folded(self.text(CaseField.IMPORTANT)) in _YES


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as a row gives it.

    Attributes:
        contact: who answers for the unit.
        sign: whether the unit has still to sign for the case; its contact then does.
    """

    result: CaseResult
    words: str
    day: dt.date | None
    contact: str
    sign: bool


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One row of a list as a person decides on it.

    Attributes:
        sheet: name of its sheet.
        title, unit: what is shown of it; nothing of a petitioner ever is.
        said: a line about what it brings: source, promise, or result and answer.
        private: whether somebody's details stand in it.
        new: the case that it would register.
        reply: the answer that it would enter into ``case``.
        case: the case that it answers, is the same as, or is like.
        problems: why it is wrong or left out, or what is to be looked at.
        left_out: key of why a row is no case; "" for one that is.
    """

    place: Chosen
    sheet: str
    fate: Fate
    title: str
    unit: str
    said: str
    private: bool = False
    new: NewCase | None = None
    reply: Reply | None = None
    case: CaseRow | None = None
    problems: tuple[DeskError, ...] = field(default=())
    left_out: str = ""

    @property
    def tickable(self) -> bool:
        """Whether it can be written at all."""
        return self.fate in {Fate.NEW, Fate.TWIN}

    @property
    def proposed(self) -> bool:
        """Whether it is written unless somebody decides otherwise."""
        return self.fate == Fate.NEW


def read(grid: Grid, table: CaseTable, context: DateContext, lexicon: Lexicon) -> Iterator[RowSaid]:
    """The rows below the headings of a table, in order, those that are no cases too."""
    section = above = ""
    for row in range(table.heading.bottom + 1, grid.height):
        place = Chosen(table.at, row + 1)
        texts = grid.own_texts(row)
        if not texts:
            continue
        reason = _reason(grid, table, row, texts)
        if reason == "section":
            unit = lexicon.unit(next(iter(texts.values())))
            section, reason = (unit.name, "row.section") if unit is not None else (section, "row.note")
        if reason:
            yield RowSaid(place, {}, {}, Petitioner(), left_out=reason)
            continue
        said = _said(grid, table, row, context, place)
        unit_text = said.text(CaseField.UNIT)
        if unit_text in _AS_ABOVE or not unit_text:
            unit_text = above if unit_text in _AS_ABOVE else section
        above = unit_text or above
        yield RowSaid(
            place, {**said.texts, CaseField.UNIT: unit_text}, said.days, said.petitioner, said.problems
        )


def _reason(grid: Grid, table: CaseTable, row: int, texts: Mapping[int, str]) -> str:
    """Why a row is no case: hidden, a total, a note, a line over a section; "" for a case."""
    if row in grid.sheet.hidden_rows:
        return "row.hidden"
    first = name_key(next(iter(texts.values())))
    used = [place for place in table.fields if place in texts]
    if is_total(first):
        return "row.total"
    if not used or (_NOTE.match(first) and len(used) == 1):
        return "row.note" if not used or len(texts) == 1 else ""
    return "section" if len(texts) == 1 else ""


def _said(grid: Grid, table: CaseTable, row: int, context: DateContext, place: Chosen) -> RowSaid:
    texts: dict[CaseField, str] = {}
    days: dict[CaseField, dt.date] = {}
    problems: list[DeskError] = []
    for column, name in table.fields.items():
        shown = grid.text(row, column)
        if shown in _NOTHING:
            continue
        if name in DAYS:
            try:
                days[name] = parse_day(grid.value(row, column), context)
            except CellError as error:
                heading = table.heading.names[column]
                problems.append(CellUnreadError(told=error.code, column=heading, **error.facts))
        if name in _NUMBERS and has_lost_digits(grid.value(row, column)):
            problems.append(CellUnreadError(told="case_list.lost_digits", column=table.heading.names[column]))
            continue
        texts[name] = shown
    private = {str(name): texts.pop(name) for name in PRIVATE if name in texts}
    return RowSaid(place, texts, days, Petitioner(**private), tuple(problems))
