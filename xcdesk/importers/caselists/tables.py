"""Where the table of a list stands on its sheet, and what its columns hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xcdesk.importers import headings, mapping
from xcdesk.importers.caselists.fields import PRIVATE, CaseField, ListKind, recognise
from xcdesk.importers.cells import Grid, as_text
from xcdesk.importers.headings import Heading
from xcdesk.services.cases import Petitioner, plain

_SEARCHED = 60
_LEAST = 2
_LONGEST = 24
_SAMPLES = 3

Columns = Mapping[str, CaseField | None]
"""Field of each column by its key (`mapping.column_keys`); None for one that is not used."""


@dataclass(frozen=True, slots=True)
class CaseTable:
    """One sheet with a table.

    Attributes:
        at: index of the sheet.
        name: its name.
        heading: where the headings stand, and what they say.
        fields: field of each column that has one, by its index.
        samples: a few values of each column; of one about a private person none is taken along.
    """

    at: int
    name: str
    heading: Heading
    fields: Mapping[int, CaseField]
    samples: tuple[tuple[str, ...], ...]

    @property
    def signature(self) -> str:
        """Fingerprint of its headings, by which its columns are remembered."""
        return mapping.signature(self.heading.names)

    @property
    def keys(self) -> tuple[str, ...]:
        """What each column is called where its meaning is said or remembered."""
        return mapping.column_keys(self.heading.names)


def find(grid: Grid, row: int | None = None) -> Heading | None:
    """The heading of a sheet: at ``row`` (from 1) where somebody said so, else where most words are known."""
    if row is not None and 0 < row <= grid.height:
        return headings.at_row(grid, row - 1)
    best, most = None, _LEAST - 1
    for at in range(min(grid.height, _SEARCHED)):
        known = _known(grid, at)
        if known > most:
            best, most = at, known
    return None if best is None else headings.at_row(grid, best)


def first(grid: Grid) -> Heading | None:
    """The first row that may be a heading, where nobody knows its words: a person says what it means."""
    rows = range(min(grid.height, _SEARCHED))
    at = next((row for row in rows if len(grid.own_texts(row)) >= _LEAST), None)
    return None if at is None else headings.at_row(grid, at)


def _known(grid: Grid, row: int) -> int:
    """How many different fields the words of a row name."""
    if row in grid.sheet.hidden_rows:
        return 0
    texts = [text for text in grid.texts(row).values() if len(text) <= _LONGEST]
    return len({field for text in texts if (field := recognise(text)) is not None})


def table_of(grid: Grid, at: int, heading: Heading, kind: ListKind, said: Columns) -> CaseTable:
    """A sheet as a table of a list of this kind; no field twice, the first column that says it has it."""
    names, keys = heading.names, mapping.column_keys(heading.names)
    fitting = set(kind.fields())
    fields = {
        place: field
        for place in grid.columns
        if (field := said.get(keys[place])) is not None and field in fitting
    }
    for place in grid.columns:
        guess = recognise(names[place]) if keys[place] not in said else None
        guess = _meant(guess, kind)
        if guess in fitting and guess not in fields.values() and place not in fields:
            fields[place] = guess
    shown = [
        _samples(grid, heading.bottom + 1, place) if _may_be_shown(names[place], fields.get(place)) else ()
        for place in range(len(names))
    ]
    return CaseTable(at, grid.sheet.name, heading, dict(sorted(fields.items())), tuple(shown))


def _meant(guess: CaseField | None, kind: ListKind) -> CaseField | None:
    """A word that means another thing in a list of this kind."""
    if kind is not ListKind.ANSWERS:
        others = {CaseField.CONTACT: CaseField.NAME, CaseField.DUE: CaseField.PROMISED}
        return others.get(guess, guess) if guess is not None else None
    return {CaseField.NAME: CaseField.CONTACT}.get(guess, guess) if guess is not None else None


def _may_be_shown(name: str, field: CaseField | None) -> bool:
    """Whether values of a column may be shown as samples: not where a private person stands in it."""
    return field not in PRIVATE and recognise(name) not in PRIVATE


def _samples(grid: Grid, first: int, column: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in range(first, grid.height):
        shown = as_text(grid.value(row, column))
        if shown:
            found[plain.masked(shown, Petitioner())] = None
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def lacking(tables: Sequence[CaseTable], kind: ListKind, *, unit_said: bool) -> tuple[CaseField, ...]:
    """What no table has and such a list cannot do without."""
    held = {field for table in tables for field in table.fields.values()}
    if kind is ListKind.ANSWERS:
        return tuple(
            field for field in (CaseField.NUMBER, CaseField.ANSWER, CaseField.RESULT) if field not in held
        )
    needed = [] if held & {CaseField.TITLE, CaseField.BODY, CaseField.PROMISE} else [CaseField.TITLE]
    if CaseField.UNIT not in held and not unit_said:
        needed.append(CaseField.UNIT)
    if kind is ListKind.COMMITMENT:
        needed += [field for field in (CaseField.PROMISE, CaseField.PROMISED) if field not in held]
    return tuple(needed)
