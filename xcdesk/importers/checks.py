"""Rows of one sheet to typed records, or to problems that name row and column."""

import datetime as dt
import functools
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.importers.cells import Grid, as_text
from xcdesk.importers.dates import CellError, DateContext
from xcdesk.importers.fields import CellKey, CellReader
from xcdesk.importers.headings import Heading
from xcdesk.importers.lines import LineReader, Section
from xcdesk.importers.raw import Value
from xcdesk.importers.records import CheckedRow, Field, Level, Problem, Record, RowStatus
from xcdesk.importers.values import (
    DayCell,
    OutletCell,
    is_link,
    is_page,
    parse_author,
    parse_dated,
    parse_outlet,
    parse_slot,
    parse_url,
    split_title,
)
from xcdesk.lexicon import Lexicon, OutletName, UnitName
from xcdesk.normalise import folded
from xcdesk.progress import Operation, Steps

_NEARLY_ALL = 0.9


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds for every row of a sheet unless the row says otherwise.

    Attributes:
        outlet, tier: of the sheet's name.
        unit: roster name of the sender.
        section: what a line above the table said, where it is not the first one of the sheet.
    """

    context: DateContext
    outlet: str | None = None
    tier: str | None = None
    unit: str | None = None
    section: Section | None = None


class _Words:
    """What the words of a sheet come to: a column repeats them, so each is looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.programme = functools.cache(lexicon.programme)
        self.form = functools.cache(lexicon.form)
        self.theme = functools.cache(lexicon.theme)
        self.tier = functools.cache(lexicon.tier)
        self.unit = functools.cache(self._unit)
        self.slot = functools.cache(self._slot)
        self.outlet = functools.cache(self._outlet)
        self.day = functools.lru_cache(maxsize=None, typed=True)(self._day)
        self.is_far_ahead = functools.cache(clock.is_far_ahead)

    def _unit(self, text: str) -> UnitName | None:
        return self._lexicon.unit(text) or self._lexicon.unit_within(text)

    def _slot(self, text: str) -> tuple[str | None, str | None]:
        programme = None if is_page(text) else self._lexicon.programme(text)
        return (None, programme) if programme else (parse_slot(text), None)

    def _outlet(self, text: str) -> tuple[OutletCell, Mapping[str, str]] | CellError:
        """Outlet that a text names, and what else it says."""
        try:
            cell = parse_outlet(text, self._lexicon)
        except CellError as error:
            return error
        beside = {"slot": cell.slot, "programme": cell.programme, "day": cell.day}
        return cell, {name: said for name, said in beside.items() if said}

    @staticmethod
    def _day(value: Value, context: DateContext) -> DayCell | CellError:
        try:
            return parse_dated(value, context)
        except CellError as error:
            return error


class RowChecker:
    """Reads the rows of one sheet in order."""

    def __init__(
        self,
        grid: Grid,
        heading: Heading,
        mapping: Mapping[int, Field],
        lexicon: Lexicon,
        around: Surroundings,
        typed: Mapping[CellKey, str] | None = None,
    ) -> None:
        self._grid = grid
        self._shown = grid.shown
        self._heading = heading
        self._around = around
        by_section = around.outlet is None and Field.OUTLET not in mapping.values()
        self._lines = LineReader(
            grid, heading, mapping, lexicon, outlets_by_section=by_section, section=around.section
        )
        self._cells = CellReader(grid, heading, mapping, typed)
        self._date_columns = [column for column, field in mapping.items() if field == Field.DATE]
        self._typed_rows = {key.row for key in typed or ()}
        self._words = _Words(lexicon)

    @property
    def section(self) -> Section:
        """What the last line over a section says of the rows below it."""
        return self._lines.section

    def rows(self, operation: Operation) -> tuple[CheckedRow, ...]:
        """Every row below the heading; blank rows at the end are dropped.

        Raises:
            Cancelled: the user stopped it.
        """
        below = range(self._heading.bottom + 1, self._grid.height)
        checked = [self._row(row) for row in Steps(operation, len(below)).each(below)]
        while checked and checked[-1].problems and checked[-1].problems[0].code == "row.blank":
            checked.pop()
        return tuple(checked)

    def _row(self, row: int) -> CheckedRow:
        reason = self._lines.reason(row)
        if reason is not None and row not in self._typed_rows:
            return CheckedRow(row + 1, RowStatus.EXCLUDED, Record(), (Problem(reason, Level.REASON),))
        record = self._record(row)
        problems = self._cells.problems
        failed = problems and any(problem.level == Level.ERROR for problem in problems)
        status = RowStatus.ERROR if failed else RowStatus.NEW
        return CheckedRow(row + 1, status, record, tuple(problems), tuple(self._cells.corrections))

    def _record(self, row: int) -> Record:
        values = self._cells.read(row)
        outlet, from_outlet = self._outlet(values.get(Field.OUTLET))
        day, from_day = self._date(values, from_outlet.get("day", ""))
        slot, programme = self._slot(values.get(Field.SLOT))
        title, link = self._title(values.get(Field.TITLE))
        return Record(
            date=day,
            outlet=outlet.name if outlet else None,
            title=title,
            form=self._term(Field.FORM, values, self._words.form),
            theme=self._term(Field.THEME, values, self._words.theme),
            tier=self._tier(values, outlet),
            unit=self._unit(values.get(Field.UNIT)),
            programme=self._programme(values) or programme or from_outlet.get("programme"),
            slot=slot or from_outlet.get("slot") or from_day or None,
            author=parse_author(self._shown(values.get(Field.AUTHOR))) or None,
            url=self._url(row, values.get(Field.URL), link),
            note=self._shown(values.get(Field.NOTE)) or None,
        )

    def _outlet(self, value: Value) -> tuple[OutletName | None, Mapping[str, str]]:
        """Outlet of the row, and what else its cell holds (page, programme, day)."""
        text = self._shown(value) or self._lines.section.outlet or self._around.outlet or ""
        if not text:
            self._cells.missing("outlet.missing", Field.OUTLET)
            return None, {}
        found = self._words.outlet(text)
        if isinstance(found, CellError):
            self._cells.fail(found, Field.OUTLET)
            return None, {}
        cell, beside = found
        return cell.outlet, beside

    def _date(self, values: Mapping[Field, Value], beside_outlet: str) -> tuple[dt.date | None, str]:
        """Day of the row, and the page that stands behind it in its cell."""
        value = values.get(Field.DATE) if Field.DATE in values else _from_parts(values)
        context = self._around.context
        section = self._lines.section
        year = _number(values.get(Field.YEAR)) or section.year
        month = _number(values.get(Field.MONTH)) or section.month
        if year or month:
            context = context._replace(year=year or context.year, month=month or context.month)
        if value is None and beside_outlet:
            value = beside_outlet
        if value is None or (isinstance(value, str) and not self._shown(value)):
            self._cells.missing("date.missing", Field.DATE)
            return None, ""
        cell = self._words.day(value, context)
        if isinstance(cell, CellError) and cell.code == "date.no_year" and self._is_typed(Field.DATE):
            cell = self._words.day(value, context._replace(year=self._usual_year))
        if isinstance(cell, CellError):
            self._cells.fail(cell, Field.DATE)
            return None, ""
        if self._words.is_far_ahead(cell.day):
            self._cells.report("date.far_future", Field.DATE, day=cell.day.isoformat())
        return cell.day, cell.slot

    def _is_typed(self, field: Field) -> bool:
        return any(one.field == field for one in self._cells.corrections)

    @functools.cached_property
    def _usual_year(self) -> int | None:
        """The year of nearly every day in the sheet: what a person who types a day without one means."""
        cells = (
            self._words.day(value, self._around.context)
            for column in self._date_columns
            for row in range(self._heading.bottom + 1, self._grid.height)
            if as_text(value := self._grid.value(row, column))
        )
        years = Counter(cell.day.year for cell in cells if not isinstance(cell, CellError))
        year, count = next(iter(years.most_common(1)), (None, 0))
        return year if count > years.total() * _NEARLY_ALL else None

    def _title(self, value: Value) -> tuple[str | None, str | None]:
        """Title, and the link when it stands behind the title in its cell."""
        title, link = split_title(self._shown(value))
        if not any(map(str.isalnum, title)):  # a stroke stands for an empty cell
            self._cells.missing("title.missing", Field.TITLE)
        return title or None, link or None

    def _url(self, row: int, value: Value, beside_title: str | None) -> str | None:
        """The link written in its column, or the one that a cell of the row leads to."""
        text = self._shown(value)
        if is_link(text):
            return text
        found = parse_url(text)
        return found if is_link(found) else self._cells.link(row) or beside_title or found or None

    def _slot(self, value: Value) -> tuple[str | None, str | None]:
        """Page or time, and the programme when a column 栏目/版面 names one instead."""
        text = self._shown(value)
        return self._words.slot(text) if text else (None, None)

    def _programme(self, values: Mapping[Field, Value]) -> str | None:
        text = self._shown(values.get(Field.PROGRAMME))
        return (self._words.programme(text) or text) if text else None

    def _term(
        self, field: Field, values: Mapping[Field, Value], find: Callable[[str], str | None]
    ) -> str | None:
        text = self._shown(values.get(field))
        code = find(text) if text else None
        if text and code is None:
            self._cells.report(f"{field}.unknown", field, Level.WARNING, text=text)
        return code

    def _tier(self, values: Mapping[Field, Value], outlet: OutletName | None) -> str | None:
        stated = self._term(Field.TIER, values, self._words.tier)
        tier = stated or self._lines.section.tier or self._around.tier
        if outlet is None:
            return tier
        if tier is not None and tier != outlet.tier:
            self._cells.report("tier.differs", Field.TIER, Level.WARNING, outlet=outlet.name)
        return tier or outlet.tier

    def _unit(self, value: Value) -> str | None:
        text = self._shown(value)
        unit = self._words.unit(text) if text else None
        if unit is not None:
            return unit.name
        held = self._lines.section.unit or self._around.unit
        if text and held is None:
            self._cells.report("unit.not_on_roster", Field.UNIT, text=text)
        return held


def _from_parts(values: Mapping[Field, Value]) -> str | None:
    """Day written in columns of its own for month and day (and year)."""
    year, month, day = (as_text(values.get(part)) for part in (Field.YEAR, Field.MONTH, Field.DAY))
    if not day:
        return None
    if not month:
        return f"{day.rstrip('日号')}日"
    start = f"{year.rstrip('年')}年" if year else ""
    return f"{start}{month.removesuffix('份').rstrip('月')}月{day.rstrip('日号')}日"


def _number(value: Value) -> int | None:
    """Year or month of a column of its own, with or without 年 or 月 behind it."""
    if value is None:
        return None
    digits = folded(as_text(value)).rstrip("年月份度")
    return int(digits) if digits.isdecimal() and len(digits) <= len("2019") else None
