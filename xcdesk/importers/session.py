"""A county return on its way to a decision: its rows, what would become of each, and what is proposed.

Reading stays with `plan`, writing with `apply`; this is what a person sees between the two.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xcdesk.importers import compare, logbook, plan
from xcdesk.importers.apply import Chosen
from xcdesk.importers.cells import as_text
from xcdesk.importers.compare import Alike
from xcdesk.importers.logbook import Logged
from xcdesk.importers.plan import FilePlan, Said
from xcdesk.importers.records import CheckedRow, CheckedSheet, Field, RowStatus, SheetKind
from xcdesk.progress import Operation
from xcdesk.services import lexicon as words

_LOCK = "~$"
"""How Excel names the lock file beside a workbook that is open."""
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
class Line:
    """One row of a return as a person decides on it.

    Attributes:
        place: how `apply` knows the row.
        sheet: the sheet's name.
        logged: the logged item that it speaks of, or that may be the same piece.
        alike: the other piece that may be the same one.
        changes: what would change in the logged item.
        written: what stands in the cells whose fields could not be read.
    """

    place: Chosen
    sheet: str
    row: CheckedRow
    logged: Logged | None = None
    alike: Alike | None = None
    changes: tuple[Change, ...] = ()
    written: tuple[tuple[Field, str], ...] = ()

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

    def text(self, field: Field) -> str:
        """What stands in the cell of a field that could not be read; "" when it could."""
        return dict(self.written).get(field, "")


@dataclass(frozen=True, slots=True)
class Preview:
    """A file ready to be decided on, row by row."""

    plan: FilePlan
    lines: tuple[Line, ...]

    @property
    def counts_only(self) -> bool:
        """Whether the file holds tables of counts and no sheet of pieces."""
        return all(sheet.kind != SheetKind.COVERAGE for sheet in self.plan.book.sheets)


def files(given: Iterable[Path]) -> Iterator[Path]:
    """Files named, and those of folders named, in the order of their names; lock files of Excel left out."""
    for path in given:
        if os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises for a name that is too long
            inside = (
                one for one in path.iterdir() if one.is_file() and not one.name.startswith((_LOCK, "."))
            )
            yield from sorted(inside)
        else:
            yield path


def preview(path: Path, said: Said, operation: Operation | None = None) -> Preview:
    """Read a file and propose what to do with its rows; raises what `plan.prepare` raises."""
    return _preview(plan.prepare(path, said, operation))


def again(shown: Preview, said: Said) -> Preview:
    """The same file against the log as it is now, or with another sender; the file is not read again."""
    before = shown.plan
    return _preview(plan.consider(before.path, before.raw, said, before.sha256))


def _preview(prepared: FilePlan) -> Preview:
    alike = {Chosen(one.sheet, one.row): one for one in prepared.alike}
    likely = logbook.items({one.item for one in prepared.alike if one.item is not None})
    logged = {place: likely[one.item] for place, one in alike.items() if one.item is not None}
    logged |= {Chosen(match.sheet, match.row): match.item for match in prepared.matches}
    stated = _Stated()
    lines = []
    for number, sheet in enumerate(prepared.book.sheets):
        for row in sheet.rows:
            place = Chosen(number, row.row)
            item = logged.get(place)
            changes = stated.changes(row, item) if item is not None else ()
            written = _written(prepared, number, sheet, row)
            lines.append(Line(place, sheet.name, row, item, alike.get(place), changes, written))
    return Preview(prepared, tuple(lines))


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
    """Cells of the shown columns that did not become a value."""
    if row.status == RowStatus.EXCLUDED:
        return ()
    cells = prepared.raw.sheets[number].cells[row.row - 1]
    return tuple(
        (field, as_text(cells[place]))
        for place, field in sheet.mapping
        if field in _SHOWN and not getattr(row.record, field) and place < len(cells)
    )
