"""A raw workbook understood: for each sheet its heading, what the columns mean, and every row checked.

Nothing is written and no database is asked; the words of the roster come as a `Lexicon`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePath

from xcdesk.importers import headings, lines, mapping, tables
from xcdesk.importers.cells import Grid, as_text
from xcdesk.importers.checks import RowChecker, Surroundings
from xcdesk.importers.contents import Sample, heading_by_contents
from xcdesk.importers.dates import DateContext, find_context
from xcdesk.importers.fields import CellKey
from xcdesk.importers.headings import Heading
from xcdesk.importers.raw import RawBook, RawSheet
from xcdesk.importers.records import (
    CheckedBook,
    CheckedRow,
    CheckedSheet,
    Field,
    How,
    Level,
    Meaning,
    Problem,
    Record,
    RowStatus,
    SheetKind,
    TableBelow,
)
from xcdesk.importers.said import CellPlace
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import clean
from xcdesk.progress import Operation

_SENDER_LINE = re.compile(
    r"\s*(?:填报|报送|上报|供稿)?\s*单位(?:名称)?\s*(?:[（(][^）)]*[）)])?\s*[:：]\s*(\S.*)"
)


_LOOKED_AT = 200
"""Rows of a table of counts that are asked for a name; such tables are short."""

Recall = Callable[[str], Mapping[str, Mapping[str, Field | None]]]
"""Fields by key of the column that a sender's earlier files used, for each signature of headings."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the person who imports says of a file.

    Attributes:
        file_name: may name sender, month and year.
        sender: roster name; None lets the file tell.
        year: for days without one when the file names none either.
        heading_rows: row number (from 1) of the heading by sheet name, as clicked.
        heading_heights: how many rows the heading takes, by sheet name.
        remembered: fields by key of the column for each known signature of headings.
        said: the same as said of this very file.
        corrections: cells typed anew.
        with_hidden: read hidden rows, columns and sheets too.
        left_out: names of sheets that are not meant.
        operation: hears the user's stop between rows.
    """

    file_name: str
    sender: str | None = None
    year: int | None = None
    heading_rows: Mapping[str, int] = field(default_factory=dict)
    heading_heights: Mapping[str, int] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, Field | None]] = field(default_factory=dict)
    said: Mapping[str, Mapping[str, Field | None]] = field(default_factory=dict)
    corrections: Mapping[CellPlace, str] = field(default_factory=dict)
    with_hidden: bool = False
    left_out: frozenset[str] = frozenset()
    operation: Operation = field(default_factory=Operation, compare=False)


def understand(
    book: RawBook, lexicon: Lexicon, request: Request, recall: Recall | None = None
) -> CheckedBook:
    """Everything that the file says, with its sender by roster name when that can be told.

    ``recall`` tells what is remembered of the sender, once that is known.
    """
    meant = [replace(sheet, cells=()) if sheet.name in request.left_out else sheet for sheet in book.sheets]
    grids = [Grid(_uncovered(sheet) if request.with_hidden else sheet) for sheet in meant]
    found = [_heading(grid, request, lexicon) for grid in grids]
    titles = _titles(grids, found)
    sender = request.sender or _sender(grids, titles, lexicon, request)
    if recall is not None and sender is not None:
        request = replace(request, remembered=recall(sender))
    typed: dict[int, dict[CellKey, str]] = {place: {} for place in range(len(grids))}
    for cell, text in request.corrections.items():
        typed.setdefault(cell.sheet, {})[CellKey(cell.row - 1, cell.field or cell.column)] = text
    reading = partial(_sheet, lexicon=lexicon, request=request, sender=sender)
    sheets = [
        _as_sent(reading(grid, heading, typed=typed[place]), book.sheets[place])
        for place, (grid, heading) in enumerate(zip(grids, found, strict=True))
    ]
    return CheckedBook(sender, tuple(sheets), "" if sender else _stranger(titles))


def _uncovered(sheet: RawSheet) -> RawSheet:
    """The sheet with everything on it in sight."""
    return replace(sheet, hidden=False, hidden_rows=frozenset(), hidden_columns=frozenset())


def _as_sent(checked: CheckedSheet, sheet: RawSheet) -> CheckedSheet:
    """The same with what is hidden in the file, read or not."""
    height = len(sheet.cells)
    width = max((len(row) for row in sheet.cells), default=0)
    return replace(
        checked,
        hidden=sheet.hidden,
        hidden_rows=sum(1 for row in sheet.hidden_rows if row < height),
        hidden_columns=sum(1 for column in sheet.hidden_columns if column < width),
    )


def _heading(grid: Grid, request: Request, lexicon: Lexicon) -> Heading | None:
    name = grid.sheet.name
    clicked, height = request.heading_rows.get(name), request.heading_heights.get(name)
    if clicked is not None and 0 < clicked <= grid.height:
        top = clicked - 1
        return headings.at_row(grid, top) if height is None else headings.spanning(grid, top, height)
    found = headings.find(grid)
    if found is None:
        context = find_context(_texts(grid, None, request), request.year)
        found = heading_by_contents(grid, lexicon, context)
    return found if found is None or height is None else headings.spanning(grid, found.top, height)


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
    grid: Grid,
    heading: Heading | None,
    lexicon: Lexicon,
    request: Request,
    sender: str | None,
    typed: Mapping[CellKey, str],
) -> CheckedSheet:
    sheet = grid.sheet
    plain = partial(CheckedSheet, sheet.name, sheet.hidden)
    if heading is None:
        return _headless(grid, plain)
    (_, meanings), *below = parts = _tables(grid, heading, lexicon, request)
    fields = _fields(meanings)
    placed = partial(
        plain,
        header_row=heading.top + 1 if heading.bottom >= heading.top else None,
        header_rows=heading.bottom - heading.top + 1,
        names=heading.names,
        meanings=tuple(meanings.items()),
    )
    around = _surroundings(grid, heading, lexicon, request, sender)
    lacking = _lacking(grid, heading, fields, lexicon, around)
    if not lacking:
        if sheet.hidden:
            return placed(kind=SheetKind.COVERAGE)
        check = partial(RowChecker, lexicon=lexicon, typed=typed)
        rows = _rows(
            grid, [(each, _fields(known)) for each, known in parts], around, check, request.operation
        )
        further = tuple(TableBelow(each.top + 1, tuple(known.items())) for each, known in below)
        return placed(kind=SheetKind.COVERAGE, rows=rows, below=further)
    said = any(known.how == How.SAID for known in meanings.values())
    if not said and _is_tally(grid, heading, fields, lexicon):
        return placed(kind=SheetKind.TALLY, problem=Problem("sheet.tally", Level.REASON))
    return placed(kind=SheetKind.UNKNOWN, problem=Problem("mapping.incomplete", facts={"fields": lacking}))


def _fields(meanings: Mapping[int, Meaning]) -> dict[int, Field]:
    return {place: known.field for place, known in meanings.items() if known.field is not None}


def _tables(
    grid: Grid, heading: Heading, lexicon: Lexicon, request: Request
) -> list[tuple[Heading, dict[int, Meaning]]]:
    """Headings of the tables of a sheet from top to bottom, with what their columns mean.

    What comes below the first one is a table where it has the same of the columns that a piece needs.
    """
    context = find_context(_texts(grid, heading, request), request.year)
    found = [heading, *tables.below(grid, heading)]
    ends = [each.top for each in found[1:]] + [grid.height]
    known = [
        (each, _meanings(tables.cut(grid, end), each, lexicon, request, context))
        for each, end in zip(found, ends, strict=True)
    ]
    had = set(mapping.REQUIRED) & set(_fields(known[0][1]).values())
    return [known[0], *(one for one in known[1:] if had <= set(_fields(one[1]).values()))]


def _rows(
    grid: Grid,
    parts: list[tuple[Heading, dict[int, Field]]],
    around: Surroundings,
    check: Callable[..., RowChecker],
    operation: Operation,
) -> tuple[CheckedRow, ...]:
    """Rows of one table after the other; what the last section said holds on."""
    rows: list[CheckedRow] = []
    ends = [heading.top for heading, _ in parts[1:]] + [grid.height]
    for number, ((heading, fields), end) in enumerate(zip(parts, ends, strict=True)):
        if number:
            again = Problem("row.heading", Level.REASON)
            headed = range(heading.top, heading.bottom + 1)
            rows += [CheckedRow(row + 1, RowStatus.EXCLUDED, Record(), (again,)) for row in headed]
        checker = check(tables.cut(grid, end), heading, fields, around=around)
        rows += checker.rows(operation)
        around = replace(around, section=checker.section)
    return tuple(rows)


def _headless(grid: Grid, plain: Callable[..., CheckedSheet]) -> CheckedSheet:
    blank = not any(as_text(value) for row in grid.sheet.cells for value in row)
    problem = Problem("sheet.empty", Level.REASON) if blank else Problem("sheet.no_heading")
    return plain(kind=SheetKind.UNKNOWN, problem=problem)


def _meanings(
    grid: Grid, heading: Heading, lexicon: Lexicon, request: Request, context: DateContext
) -> dict[int, Meaning]:
    sample = Sample(grid, heading.bottom + 1, lexicon, context)
    keys = mapping.column_keys(heading.names)
    columns = [
        mapping.Column(
            place,
            heading.names[place],
            keys[place],
            partial(sample.holds, place),
            partial(sample.apart, place),
        )
        for place in grid.columns
    ]
    signature = mapping.signature(heading.names)
    return mapping.propose(columns, request.remembered.get(signature), request.said.get(signature))


def _texts(grid: Grid, heading: Heading | None, request: Request) -> tuple[str, ...]:
    """Where year and month of the days may stand: title lines, the sheet's name, the file's name."""
    return (*headings.title_lines(grid, heading), grid.sheet.name, PurePath(request.file_name).stem)


def _surroundings(
    grid: Grid, heading: Heading, lexicon: Lexicon, request: Request, sender: str | None
) -> Surroundings:
    outlet = lexicon.outlet(grid.sheet.name)
    return Surroundings(
        context=find_context(_texts(grid, heading, request), request.year),
        outlet=outlet.name if outlet else None,
        tier=lines.exact_tier(grid.sheet.name, lexicon),
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


def _is_tally(grid: Grid, heading: Heading, fields: Mapping[int, Field], lexicon: Lexicon) -> bool:
    """Whether the sheet counts instead of listing.

    It has no titles, columns of numbers, and says at least once what is counted: numbers beside names that
    nobody knows (an id and a name) may be anything.
    """
    if Field.TITLE in fields.values():
        return False
    body = range(heading.bottom + 1, grid.height)
    columns = [column for column in grid.columns if not mapping.is_index(heading.names[column])]
    counted = [column for column in columns if _is_counted(grid, body, column)]
    from xcdesk.importers.tally_labels import LabelReader  # it brings the tables of the database with it

    reader = LabelReader(lexicon)
    over = reader.axis([heading.names[column].rsplit("_", 1)[-1] for column in counted])
    if any(over):
        return True
    beside = [column for column in columns if column not in counted] if counted else []
    axes = (reader.axis([grid.text(row, column) for row in body[:_LOOKED_AT]]) for column in beside)
    return any(label is not None and label.key is not None for axis in axes for label in axis)


def _is_counted(grid: Grid, body: range, column: int) -> bool:
    values = [value for row in body if as_text(value := grid.value(row, column))]
    numbers = sum(map(headings.is_counted, values))
    return bool(values) and numbers * 10 >= len(values) * 7
