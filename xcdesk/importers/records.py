"""What importing knows of a row: fields, records, problems and states. Plain values, safe across threads."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default
from enum import StrEnum
from typing import NamedTuple

from xcdesk.wording import Language, listed, text


class Field(StrEnum):
    """What a column of a return can hold; ``YEAR``, ``MONTH`` and ``DAY`` are parts of a date."""

    DATE = "date"
    OUTLET = "outlet"
    TITLE = "title"
    FORM = "form"
    THEME = "theme"
    TIER = "tier"
    UNIT = "unit"
    PROGRAMME = "programme"
    SLOT = "slot"
    AUTHOR = "author"
    URL = "url"
    NOTE = "note"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class How(StrEnum):
    """How the meaning of a column was found."""

    EXACT = "exact"
    NORMALISED = "normalised"
    SYNONYM = "synonym"
    FUZZY = "fuzzy"
    CONTENTS = "contents"
    REMEMBERED = "remembered"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds, None for one that is not used, and how that was found."""

    field: Field | None
    how: How


class SheetKind(StrEnum):
    """Pieces one a row, counts by unit or outlet, or neither as far as can be told."""

    COVERAGE = "coverage"
    TALLY = "tally"
    UNKNOWN = "unknown"


class RowStatus(StrEnum):
    """What will become of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    ERROR = "error"
    EXCLUDED = "excluded"


class Level(StrEnum):
    """An error turns the row down, a warning only asks for a look, a reason says why a row is left out."""

    ERROR = "error"
    WARNING = "warning"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Problem:
    """One remark on a row.

    Attributes:
        code: key of the sentence in the catalogue.
        level: whether it turns the row down.
        column: heading of the column concerned, "" for the whole row.
        place: index of that column from 0, or None.
        facts: fill the sentence.
    """

    code: str
    level: Level = Level.ERROR
    field: Field | None = None
    column: str = ""
    place: int | None = None
    facts: Mapping[str, object] = default(default_factory=dict)

    def message(self, language: Language | None = None) -> str:
        """Sentence that the clerk and the sender read."""
        return text(
            self.code, language, **{name: _shown(fact, language) for name, fact in self.facts.items()}
        )


def _shown(fact: object, language: Language | None) -> object:
    """A fact for a sentence; several fields become their names."""
    if isinstance(fact, tuple):
        return listed((text(f"field.{part}", language) for part in fact), language)
    return fact


class Record(NamedTuple):
    """A placement as a row states it; codes for form, theme and tier, roster names for outlet and unit.

    Made for every row, like `CheckedRow`.
    """

    date: dt.date | None = None
    outlet: str | None = None
    title: str | None = None
    form: str | None = None
    theme: str | None = None
    tier: str | None = None
    unit: str | None = None
    programme: str | None = None
    slot: str | None = None
    author: str | None = None
    url: str | None = None
    note: str | None = None


class Chosen(NamedTuple):
    """One row of a file: sheet by index from 0, row by number from 1."""

    sheet: int
    row: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell that a person typed anew: what the sheet said and what was typed."""

    field: Field
    said: str
    typed: str


class CheckedRow(NamedTuple):
    """A row with its number on the sheet (from 1), what it says and what is wrong with it."""

    row: int
    status: RowStatus
    record: Record
    problems: tuple[Problem, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class TableBelow:
    """Another table further down on a sheet.

    Attributes:
        header_row: number from 1 of its first heading row; what stands below is its own.
        meanings: like those of the sheet.
    """

    header_row: int
    meanings: tuple[tuple[int, Meaning], ...]


@dataclass(frozen=True, slots=True)
class CheckedSheet:
    """One sheet as understood.

    Attributes:
        header_row: number from 1 of the first heading row, or None.
        header_rows: how many rows the heading takes.
        names: heading of each column, parent and child joined with ``_``.
        meanings: column index and what it holds, in the order of columns.
        problem: why the sheet is not read as pieces, or None.
        hidden_rows, hidden_columns: how many were left out.
        below: tables further down with their columns in another order.
    """

    name: str
    hidden: bool
    kind: SheetKind
    header_row: int | None = None
    header_rows: int = 0
    names: tuple[str, ...] = ()
    meanings: tuple[tuple[int, Meaning], ...] = ()
    rows: tuple[CheckedRow, ...] = ()
    problem: Problem | None = None
    hidden_rows: int = 0
    hidden_columns: int = 0
    below: tuple[TableBelow, ...] = ()

    @property
    def mapping(self) -> tuple[tuple[int, Field], ...]:
        """Column index and its field, in the order of columns; columns that are not used left out."""
        return _used(self.meanings)

    def columns_of(self, row: int, field: Field) -> tuple[int, ...]:
        """Columns that hold a field in a row (number from 1): several where a row fills one of them."""
        tables = [table.meanings for table in self.below if table.header_row < row]
        return tuple(
            place for place, known in _used(tables[-1] if tables else self.meanings) if known == field
        )


def _used(meanings: tuple[tuple[int, Meaning], ...]) -> tuple[tuple[int, Field], ...]:
    return tuple((place, known.field) for place, known in meanings if known.field is not None)


@dataclass(frozen=True, slots=True)
class CheckedBook:
    """A file as understood.

    Attributes:
        sender: a roster name, or None when nothing names one.
        stranger: what the file itself writes as its sender when that is no unit of the roster; "" otherwise.
    """

    sender: str | None
    sheets: tuple[CheckedSheet, ...]
    stranger: str = ""
