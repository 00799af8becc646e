"""A raw workbook understood: for each sheet its heading, what the columns mean, and every row checked.

Nothing is written and no database is asked; the words of the roster come as a `Lexicon`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePath

from xcdesk.importers import headings, lines, mapping
from xcdesk.importers.cells import Grid, as_text
from xcdesk.importers.checks import RowChecker, Surroundings
from xcdesk.importers.dates import CellError, find_context, parse_day
from xcdesk.importers.headings import Heading
from xcdesk.importers.raw import RawBook, Value
from xcdesk.importers.records import CheckedBook, CheckedSheet, Field, Level, Problem, SheetKind
from xcdesk.importers.values import parse_outlet
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import clean

_SENDER_LINE = re.compile(
    r"\s*(?:填报|报送|上报|供稿)?\s*单位(?:名称)?\s*(?:[（(][^）)]*[）)])?\s*[:：]\s*(\S.*)"
)
_SAMPLED = 40
_LEAST_SHARE = 0.5
_LEAST_TITLE = 8
_SMALL = 32


@dataclass(frozen=True, slots=True)
class Request:
    """What the person who imports says of a file.

    Attributes:
        file_name: may name sender, month and year.
        sender: roster name; None lets the file tell.
        year: for days without one when the file names none either.
        heading_rows: row number (from 1) of the heading by sheet name, as clicked.
        remembered: fields by heading for each known signature of headings.
    """

    file_name: str
    sender: str | None = None
    year: int | None = None
    heading_rows: Mapping[str, int] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, Field]] = field(default_factory=dict)


def understand(book: RawBook, lexicon: Lexicon, request: Request) -> CheckedBook:
    """Everything that the file says, with its sender by roster name when that can be told."""
    grids = [Grid(sheet) for sheet in book.sheets]
    found = [_heading(grid, request) for grid in grids]
    titles = _titles(grids, found)
    sender = request.sender or _sender(grids, titles, lexicon, request)
    sheets = [
        _sheet(grid, heading, lexicon, request, sender) for grid, heading in zip(grids, found, strict=True)
    ]
    return CheckedBook(sender, tuple(sheets), "" if sender else _stranger(titles))


def _heading(grid: Grid, request: Request) -> Heading | None:
    clicked = request.heading_rows.get(grid.sheet.name)
    if clicked is not None and 0 < clicked <= grid.height:
        return headings.at_row(grid, clicked - 1)
    return headings.find(grid)


def _titles(grids: list[Grid], found: list[Heading | None]) -> list[str]:
    """Title lines of the sheets that are not hidden, those that name a sender first."""
    shown = [(grid, heading) for grid, heading in zip(grids, found, strict=True) if not grid.sheet.hidden]
    titles = [line for grid, heading in shown for line in headings.title_lines(grid, heading) if heading]
    return sorted(titles, key=lambda line: _SENDER_LINE.match(line) is None)


def _stranger(titles: list[str]) -> str:
    """Sender that a labelled line names, whoever it is."""
    lines = (_SENDER_LINE.match(line) for line in titles)
    return next((clean(line[1]) for line in lines if line is not None), "")


def _sender(grids: list[Grid], titles: list[str], lexicon: Lexicon, request: Request) -> str | None:
    """Unit that a labelled line, a title line, the file's name or a sheet's name names, in this order."""
    names = [grid.sheet.name for grid in grids if not grid.sheet.hidden]
    for text in (*titles, PurePath(request.file_name).stem, *names):
        unit = lexicon.unit_within(text)
        if unit is not None:
            return unit.name
    return None


def _sheet(
    grid: Grid, heading: Heading | None, lexicon: Lexicon, request: Request, sender: str | None
) -> CheckedSheet:
    sheet = grid.sheet
    hidden_rows = sum(1 for row in sheet.hidden_rows if row < grid.height)
    hidden_columns = grid.width - len(grid.columns)
    plain = partial(
        CheckedSheet, sheet.name, sheet.hidden, hidden_rows=hidden_rows, hidden_columns=hidden_columns
    )
    if heading is None:
        return _headless(grid, plain)
    fields = _fields(grid, heading, lexicon, request)
    placed = partial(
        plain,
        header_row=heading.top + 1,
        header_rows=heading.bottom - heading.top + 1,
        names=heading.names,
        mapping=tuple(fields.items()),
    )
    around = _surroundings(grid, heading, lexicon, request, sender)
    lacking = _lacking(grid, heading, fields, lexicon, around)
    if not lacking:
        kind = SheetKind.COVERAGE
        rows = () if sheet.hidden else RowChecker(grid, heading, fields, lexicon, around).rows()
        return placed(kind=kind, rows=rows)
    if _is_tally(grid, heading, fields):
        return placed(kind=SheetKind.TALLY, problem=Problem("sheet.tally", Level.REASON))
    return placed(kind=SheetKind.UNKNOWN, problem=Problem("mapping.incomplete", facts={"fields": lacking}))


def _headless(grid: Grid, plain: Callable[..., CheckedSheet]) -> CheckedSheet:
    blank = not any(as_text(value) for row in grid.sheet.cells for value in row)
    problem = Problem("sheet.empty", Level.REASON) if blank else Problem("sheet.no_heading")
    return plain(kind=SheetKind.UNKNOWN, problem=problem)


def _fields(grid: Grid, heading: Heading, lexicon: Lexicon, request: Request) -> dict[int, Field]:
    context = find_context(_texts(grid, heading, request), request.year)
    sampled = [row for row in range(heading.bottom + 1, grid.height) if grid.own_texts(row)][:_SAMPLED]

    def holds(place: int, wanted: Field) -> bool:
        values = [value for row in sampled if as_text(value := grid.value(row, place))]
        return _share(values, wanted) if values else False

    def _share(values: list[Value], wanted: Field) -> bool:
        tests = {Field.DATE: is_day, Field.OUTLET: is_outlet, Field.URL: _is_link, Field.TITLE: is_title}
        test = tests.get(wanted)
        return test is not None and sum(map(test, values)) >= len(values) * _LEAST_SHARE

    def is_day(value: Value) -> bool:
        if isinstance(value, float | int) and value < _SMALL:
            return False  # running numbers are not days
        return _reads(lambda: parse_day(value, context))

    def is_outlet(value: Value) -> bool:
        return _reads(lambda: parse_outlet(str(value), lexicon))

    def is_title(value: Value) -> bool:
        text = isinstance(value, str) and len(value) >= _LEAST_TITLE
        return text and not is_day(value) and not is_outlet(value) and not _is_link(value)

    columns = [mapping.Column(place, heading.names[place], partial(holds, place)) for place in grid.columns]
    remembered = request.remembered.get(mapping.signature(heading.names))
    return mapping.propose(columns, remembered)


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except CellError:
        return False
    return True


def _is_link(value: Value) -> bool:
    return str(value).strip().lower().startswith(("http://", "https://", "www."))


def _texts(grid: Grid, heading: Heading, request: Request) -> tuple[str, ...]:
    """Where year and month of the days may stand: title lines, the sheet's name, the file's name."""
    return (*headings.title_lines(grid, heading), grid.sheet.name, PurePath(request.file_name).stem)


def _surroundings(
    grid: Grid, heading: Heading, lexicon: Lexicon, request: Request, sender: str | None
) -> Surroundings:
    outlet = lexicon.outlet(grid.sheet.name)
    return Surroundings(
        context=find_context(_texts(grid, heading, request), request.year),
        outlet=outlet.name if outlet else None,
        tier=lexicon.tier_within(grid.sheet.name),
        unit=sender,
    )


def _lacking(
    grid: Grid, heading: Heading, fields: Mapping[int, Field], lexicon: Lexicon, around: Surroundings
) -> tuple[Field, ...]:
    """Required fields that neither a column nor anything else supplies."""
    lacking = set(mapping.missing(fields))
    if Field.OUTLET in lacking and (around.outlet or lines.sections_name_outlets(grid, heading, lexicon)):
        lacking.discard(Field.OUTLET)
    if Field.DAY in fields.values() and around.context.month is not None:
        lacking.discard(Field.DATE)
    if Field.DATE in lacking and any(
        place_field == Field.OUTLET and mapping.shares_day(heading.names[place])
        for place, place_field in fields.items()
    ):
        lacking.discard(Field.DATE)
    return tuple(wanted for wanted in mapping.REQUIRED if wanted in lacking)


def _is_tally(grid: Grid, heading: Heading, fields: Mapping[int, Field]) -> bool:
    """Whether the sheet counts instead of listing: no titles, columns of numbers beside a few short names."""
    if Field.TITLE in fields.values():
        return False
    body = range(heading.bottom + 1, grid.height)
    counted = 0
    for column in grid.columns:
        if mapping.is_index(heading.names[column]):
            continue
        values = [value for row in body if as_text(value := grid.value(row, column))]
        numbers = sum(map(headings.is_counted, values))
        counted += bool(values) and numbers * 10 >= len(values) * 7
    return counted > 0
