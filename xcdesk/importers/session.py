"""A county return on its way to a decision: its rows, what would become of each, and what is proposed.

Reading stays with `plan`, writing with `apply`; this is what a person sees between the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xcdesk import collecting
from xcdesk.importers import compare, logbook, mapping, plan
from xcdesk.importers.cells import as_text
from xcdesk.importers.compare import Alike
from xcdesk.importers.groups import Reprint
from xcdesk.importers.logbook import Key, Logged
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.raw import RawSheet
from xcdesk.importers.records import (
    CheckedRow,
    CheckedSheet,
    Chosen,
    Field,
    How,
    Record,
    RowStatus,
    SheetKind,
)
from xcdesk.importers.said import CellPlace, Said
from xcdesk.progress import Operation, Steps
from xcdesk.services.roster import lexicon as words

_SIDES = tuple(Field(name) for name in Record._fields)
_SAMPLES = 3
_SHOWN = (Field.DATE, Field.OUTLET, Field.TITLE, Field.FORM, Field.SLOT)


class Fate(StrEnum):
    """What is proposed for a row, as a person sorts rows."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    TWIN = "twin"
    WRONG = "wrong"
    LEFT_OUT = "left_out"


_FATES = {
    RowStatus.NEW: Fate.NEW,
    RowStatus.CHANGED: Fate.CHANGED,
    RowStatus.CONFLICT: Fate.CHANGED,
    RowStatus.SAME: Fate.SAME,
    RowStatus.DUPLICATE: Fate.TWIN,
    RowStatus.ERROR: Fate.WRONG,
    RowStatus.EXCLUDED: Fate.LEFT_OUT,
}
_TICKABLE = {RowStatus.NEW, RowStatus.CHANGED, RowStatus.CONFLICT}


@dataclass(frozen=True, slots=True)
class Change:
    """A field that the sheet states otherwise than the log; codes for form, theme and tier."""

    field: Field
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Other:
    """The placement that a row speaks of, repeats or is much like: logged, or another row of the file."""

    record: Record
    item: int | None = None
    place: Chosen | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One field of two placements side by side; codes for form, theme and tier, "" for nothing."""

    field: Field
    here: str
    there: str

    @property
    def differs(self) -> bool:
        """Whether the two do not say the same."""
        return self.here != self.there


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a return as a person decides on it.

    Attributes:
        place: how `apply` knows the row.
        sheet: the sheet's name.
        logged: the logged item that it speaks of, or that may be the same piece.
        alike: the other piece that may be the same one.
        changes: what would change in the logged item.
        written: what stands in the cells whose fields could not be read.
        reprint: the placement in another outlet that it repeats word for word.
        other: the one that it is to be compared with, whichever of these it is.
    """

    place: Chosen
    sheet: str
    row: CheckedRow
    logged: Logged | None = None
    alike: Alike | None = None
    changes: tuple[Change, ...] = ()
    written: tuple[tuple[Field, str], ...] = ()
    reprint: Reprint | None = None
    other: Other | None = None

    @property
    def fate(self) -> Fate:
        """What is proposed for the row."""
        return Fate.TWIN if self.alike is not None else _FATES[self.row.status]

    @property
    def tickable(self) -> bool:
        """Whether the row can be written at all."""
        return self.row.status in _TICKABLE

    @property
    def proposed(self) -> bool:
        """Whether the row is written unless somebody decides otherwise."""
        return self.fate in {Fate.NEW, Fate.CHANGED} and self.row.status != RowStatus.CONFLICT

    @property
    def differs(self) -> bool:
        """Whether there is another one to compare the row with, which does not just say the same."""
        return self.other is not None and self.row.status != RowStatus.SAME

    def text(self, field: Field) -> str:
        """What stands in the cell of a field that could not be read; "" when it could."""
        return dict(self.written).get(field, "")

    def sides(self) -> tuple[Side, ...]:
        """The row and what it is to be compared with, field by field; empty when there is nothing."""
        if self.other is None:
            return ()
        pairs = (
            Side(field, _said(self.row.record, field), _said(self.other.record, field)) for field in _SIDES
        )
        return tuple(side for side in pairs if side.here or side.there)


@dataclass(frozen=True, slots=True)
class Preview:
    """A file ready to be decided on, row by row."""

    plan: FilePlan
    lines: tuple[Line, ...]

    @property
    def counts_only(self) -> bool:
        """Whether the file holds tables of counts and no sheet of pieces."""
        return all(sheet.kind != SheetKind.COVERAGE for sheet in self.plan.book.sheets)


def preview(path: Path, said: Said, operation: Operation | None = None) -> Preview:
    """Read a file and propose what to do with its rows; raises what `plan.look` raises."""
    return _preview(plan.look(path, said, operation), operation)


def again(shown: Preview, said: Said, operation: Operation | None = None) -> Preview:
    """The same file against the log as it is, by what is said of it now; raises what `plan.again` raises."""
    return _preview(plan.again(shown.plan, said, operation), operation)


@collecting.paused()
def _preview(prepared: FilePlan, operation: Operation | None = None) -> Preview:
    steps = Steps(operation or Operation(), 0)
    alike = {Chosen(one.sheet, one.row): one for one in prepared.alike}
    reprints = {Chosen(one.sheet, one.row): one for one in prepared.reprints}
    matches = {Chosen(match.sheet, match.row): match.item for match in prepared.matches}
    others = _others(prepared, alike, reprints)
    stated = _Stated()
    lines = []
    for number, sheet in enumerate(prepared.book.sheets):
        for row in steps.each(sheet.rows):
            place = Chosen(number, row.row)
            likely = alike[place].item if place in alike else None
            item = matches.get(place) or (others.items[likely] if likely is not None else None)
            line = Line(
                place,
                sheet.name,
                row,
                logged=item,
                alike=alike.get(place),
                changes=stated.changes(row, item) if item is not None else (),
                written=_written(prepared, number, sheet, row),
                reprint=reprints.get(place),
                other=others.of(place, item),
            )
            lines.append(line)
    return Preview(prepared, tuple(lines))


@dataclass(frozen=True, slots=True)
class _Others:
    """Where the rows of a file find what they are to be compared with."""

    pointed: Mapping[Chosen, Alike | Reprint]
    items: Mapping[int, Logged]
    rows: Mapping[Key, CheckedRow]
    places: Mapping[Key, Chosen]

    def of(self, place: Chosen, matched: Logged | None) -> Other | None:
        """What the row at ``place`` is to be compared with."""
        if matched is not None:
            return Other(matched.record, item=matched.id)
        one = self.pointed.get(place)
        if one is None:
            return None
        if one.item is not None:
            return Other(self.items[one.item].record, item=one.item)
        return Other(self.rows[one.key].record, place=self.places[one.key])


def _others(prepared: FilePlan, alike: Mapping[Chosen, Alike], reprints: Mapping[Chosen, Reprint]) -> _Others:
    pointed: dict[Chosen, Alike | Reprint] = {**reprints, **alike}
    items = logbook.items({one.item for one in pointed.values() if one.item is not None})
    wanted = {one.key for one in pointed.values() if one.item is None}
    rows: dict[Key, CheckedRow] = {}
    places: dict[Key, Chosen] = {}
    outlets = {outlet.name: outlet.id for outlet in words.load().outlets} if wanted else {}
    for number, sheet in enumerate(prepared.book.sheets if wanted else ()):
        for row in sheet.rows:
            key = compare.key_of(row.record, outlets) if row.status == RowStatus.NEW else None
            if key is not None and key in wanted and key not in rows:
                rows[key], places[key] = row, Chosen(number, row.row)
    return _Others(pointed, items, rows, places)


def _said(record: Record, field: Field) -> str:
    value = getattr(record, field)
    return "" if value is None else str(value)


class _Stated:
    """What rows state otherwise than the log, with the roster as it is now."""

    def __init__(self) -> None:
        self._outlets = {outlet.name: outlet.id for outlet in words.load().outlets}
        self._programmes = logbook.programmes()

    def changes(self, row: CheckedRow, item: Logged) -> tuple[Change, ...]:
        """What would change in ``item``."""
        if row.status not in {RowStatus.CHANGED, RowStatus.CONFLICT} or row.record.outlet is None:
            return ()
        stated = logbook.loggable(row.record, self._outlets[row.record.outlet], self._programmes)
        return tuple(
            Change(field, getattr(item.record, field) or "", getattr(stated, field))
            for field in compare.differences(stated, item.record)
        )


def _written(
    prepared: FilePlan, number: int, sheet: CheckedSheet, row: CheckedRow
) -> tuple[tuple[Field, str], ...]:
    """Cells of the shown columns that did not become a value, as they stand or were typed anew."""
    if row.status == RowStatus.EXCLUDED:
        return ()
    typed = {one.field: one.typed for one in row.corrections}
    raw = prepared.raw.sheets[number]
    lacking = (field for field in _SHOWN if not getattr(row.record, field))
    placed = [(field, _column(sheet, raw, row.row, field)) for field in lacking]
    return tuple(
        (field, typed.get(field) or ("" if column is None else _cell(raw, row.row - 1, column)))
        for field, column in placed
        if column is not None or field in typed
    )


def _column(sheet: CheckedSheet, raw: RawSheet, row: int, field: Field) -> int | None:
    """Column that holds a field of a row: of several the one that is filled."""
    places = sheet.columns_of(row, field)
    return next((place for place in places if _cell(raw, row - 1, place)), next(iter(places), None))


def _cell(sheet: RawSheet, row: int, column: int) -> str:
    """Text that shows in a cell, that of a merged cell in each of its rows."""
    cells = sheet.cells[_top(sheet, row, column)]
    return as_text(cells[column]) if column < len(cells) else ""


def _top(sheet: RawSheet, row: int, column: int) -> int:
    """Row of the cell that shows at a place: its own, or the first of a merge that runs down over it."""
    over = (one for one in sheet.merges if one.left == column and one.top <= row <= one.bottom)
    return next((one.top for one in over), row)


def cell_place(shown: Preview, line: Line, field: Field) -> CellPlace:
    """Where a person types the cell of ``field`` anew; all rows of a merged cell are one place."""
    number, row = line.place.sheet, line.place.row
    raw = shown.plan.raw.sheets[number]
    column = _column(shown.plan.book.sheets[number], raw, row, field)
    if column is None:
        return CellPlace(number, row, field=field)
    return CellPlace(number, _top(raw, row - 1, column) + 1, column)


def cell_text(shown: Preview, line: Line, field: Field) -> str:
    """What stands in the cell of ``field`` itself, whatever was typed instead; "" where no column has it."""
    place = cell_place(shown, line, field)
    if place.column is None:
        return ""
    return _cell(shown.plan.raw.sheets[place.sheet], place.row - 1, place.column)


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column of a sheet with its meaning.

    Attributes:
        place: index from 0.
        name: its heading, or its letter where that is blank.
        field: what it holds; None when it is not used.
        how: how that was found; None when nothing was found.
        samples: a few different values from below the heading.
        hidden: hidden in the file and not asked for.
    """

    place: int
    name: str
    field: Field | None
    how: How | None
    samples: tuple[str, ...]
    hidden: bool = False


def columns(shown: Preview, sheet: int) -> tuple[ColumnShown, ...]:
    """Every column of a sheet in order; without a heading they have no meaning yet."""
    checked, raw = shown.plan.book.sheets[sheet], shown.plan.raw.sheets[sheet]
    meanings = dict(checked.meanings)
    below = (checked.header_row or 1) - 1 + checked.header_rows
    hidden = frozenset() if shown.plan.said.with_hidden else raw.hidden_columns
    found = []
    for place in range(max((len(row) for row in raw.cells), default=0)):
        name = checked.names[place] if place < len(checked.names) else ""
        known = meanings.get(place)
        found.append(
            ColumnShown(
                place,
                mapping.shown_name(name, place),
                known.field if known else None,
                known.how if known else None,
                _samples(raw, below, place),
                place in hidden,
            )
        )
    return tuple(found)


def _samples(raw: RawSheet, first: int, column: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in raw.cells[first:]:
        text = as_text(row[column]) if column < len(row) else ""
        if text:
            found[text] = None
        if len(found) == _SAMPLES:
            break
    return tuple(found)


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row of a sheet as it stands: number from 1, text of each cell, whether the file hides it."""

    number: int
    cells: tuple[str, ...]
    hidden: bool


def raw_rows(shown: Preview, sheet: int, first: int = 1, count: int = 30) -> tuple[RawRow, ...]:
    """Rows of a sheet from number ``first`` on, for pointing at the heading."""
    raw = shown.plan.raw.sheets[sheet]
    some = raw.cells[first - 1 : first - 1 + count]
    return tuple(
        RawRow(number, tuple(map(as_text, cells)), number - 1 in raw.hidden_rows)
        for number, cells in enumerate(some, first)
    )
