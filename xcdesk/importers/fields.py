"""Cells of a row by field, filled from above where the sheet means it so, with what is wrong with each."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from xcdesk.importers.cells import Grid, as_text
from xcdesk.importers.dates import CellError
from xcdesk.importers.headings import Heading
from xcdesk.importers.lines import habitual_blanks
from xcdesk.importers.mapping import shown_name
from xcdesk.importers.raw import Value
from xcdesk.importers.records import Correction, Field, Level, Problem
from xcdesk.importers.values import has_lost_digits
from xcdesk.normalise import name_key
from xcdesk.wording import Listed

_AS_ABOVE = frozenset({"同上", "〃", "″", '"', "''", "”", "“", "..", "同前"})
_NOTHING = frozenset({"", "/", "\\", "-", "--", "—", "——", "无", "暂无", "n/a", "none", "null"})
_WORD = 32
"""Longer texts are hardly ever the same twice, and shorter ones fit every field."""
_LONGEST_NOTHING = max(map(len, _NOTHING))
_OPTIONAL = frozenset(
    {Field.FORM, Field.THEME, Field.TIER, Field.PROGRAMME, Field.SLOT, Field.URL, Field.NOTE}
)
_FILLED = (Field.OUTLET, Field.DATE, Field.UNIT, Field.MONTH, Field.YEAR)
LONGEST = {Field.TITLE: 200, Field.SLOT: 40, Field.AUTHOR: 80, Field.URL: 500}
"""Most characters that the log holds."""


@dataclass(frozen=True, slots=True)
class CellKey:
    """A cell of one sheet that a person typed anew: row from 0, and its column from 0 or its field."""

    row: int
    place: int | Field | None


class CellReader:
    """Reads the mapped cells of one row after another and collects the remarks on them."""

    def __init__(
        self,
        grid: Grid,
        heading: Heading,
        mapping: Mapping[int, Field],
        typed: Mapping[CellKey, str] | None = None,
    ) -> None:
        self.problems: list[Problem] = []
        self.corrections: list[Correction] = []
        self._typed = typed or {}
        self._grid = grid
        self._names = heading.names
        columns: dict[Field, list[int]] = defaultdict(list)
        for column, field in mapping.items():
            columns[field].append(column)
        self._place = {field: places[0] for field, places in columns.items()}
        self._spread = {field: places for field, places in columns.items() if len(places) > 1}
        self._above: dict[Field, Value] = {}
        self._known: dict[Field, dict[Value, Value]] = {field: {} for field in self._place}
        self._typed_rows = {key.row for key in self._typed}
        self._each = grid.marked
        self._habits = self._find_habits(heading)

    def _find_habits(self, heading: Heading) -> frozenset[Field]:
        title = self._place.get(Field.TITLE)
        if title is None:
            return frozenset()
        below = range(heading.bottom + 1, self._grid.height)
        pieces = [row for row in below if self._grid.text(row, title)]
        return frozenset(
            field
            for field in _FILLED
            if field in self._place
            and field not in self._spread
            and habitual_blanks(self._grid, pieces, self._place[field])
        )

    def read(self, row: int) -> dict[Field, Value]:
        """Values of ``row`` by field; `problems` and `corrections` start anew."""
        self.problems, self.corrections = [], []
        self._each = self._grid.marked or self._may_be_typed(row)
        if not self._each and not self._spread and not self._grid.has_merges:
            return self._read_plainly(row)
        for field, places in self._spread.items():
            self._settle(row, field, places)
        values = {field: self._value(row, field) for field in self._place}
        return {**values, **self._without_column(row)} if self._typed_rows else values

    def _read_plainly(self, row: int) -> dict[Field, Value]:
        """The same of a row whose cells stand alone, as nearly all do: most are words met before."""
        cells = self._grid.sheet.cells[row]
        width, above = len(cells), self._above
        values: dict[Field, Value] = {}
        for field, place in self._place.items():
            value = cells[place] if place < width else None
            known = self._known[field]
            if value in known:
                above[field] = value
                values[field] = known[value]
            elif value is None and field not in self._habits:
                values[field] = None
            else:
                values[field] = self._new_value(row, field, value)
        return values

    def _settle(self, row: int, field: Field, places: list[int]) -> None:
        """Find which of the columns of a field the row fills; filling several is a fault."""
        shown = {place: text for place in places if (text := self._grid.text(row, place))}
        typed = [place for place in places if self._typed and self._corrected(row, place, field) is not None]
        self._place[field] = next(iter([*typed, *shown]), places[0])
        if len(shown) > 1 and not typed:
            self.report(f"{field}.several", field, text=Listed(tuple(shown.values())))

    def _may_be_typed(self, row: int) -> bool:
        """Whether a person typed a cell of the row, or one above that may be merged with it."""
        return bool(self._typed_rows) and (row in self._typed_rows or self._grid.has_merges)

    def _without_column(self, row: int) -> dict[Field, Value]:
        """What a person typed for fields that have no column."""
        if row not in self._typed_rows:
            return {}
        keys = {field: CellKey(row, field) for field in Field if field not in self._place}
        return {field: self._correct(field, "", key) for field, key in keys.items() if key in self._typed}

    def link(self, row: int) -> str:
        """Web page that the row leads to: by link column, title, or, without such a column, any cell."""
        there = self._grid.links.get(row) if self._grid.links else None
        if not there:
            return ""
        places = [self._place.get(Field.URL), self._place.get(Field.TITLE)]
        if Field.URL not in self._place:
            places += self._grid.columns
        found = (there[place] for place in places if place is not None and place in there)
        return next((address for address in found if len(address) <= LONGEST[Field.URL]), "")

    def report(self, code: str, field: Field, level: Level = Level.ERROR, **facts: object) -> None:
        """Note a remark on the cell of ``field``."""
        self._add(code, field, level, facts)

    def fail(self, error: CellError, field: Field) -> None:
        """Note what a parser could not read."""
        self._add(error.code, field, Level.ERROR, error.facts)

    def missing(self, code: str, field: Field) -> None:
        """Note that a required cell is blank, unless its error value has been named already."""
        if all(problem.field != field for problem in self.problems):
            self.report(code, field)

    def _add(self, code: str, field: Field, level: Level, facts: Mapping[str, object]) -> None:
        place = self._place.get(field)
        name = "" if place is None else shown_name(self._names[place], place)
        self.problems.append(Problem(code, level, field, name, place, facts))

    def _value(self, row: int, field: Field) -> Value:
        """Value of a cell; a word that the column held before comes to what it came to then."""
        value = self._grid.value(row, self._place[field])
        if isinstance(value, str) and not self._each:
            known = self._known[field]
            if value in known:
                self._above[field] = value
                return known[value]
        elif value is None and not self._each and field not in self._habits:
            return None
        return self._new_value(row, field, value)

    def _new_value(self, row: int, field: Field, value: Value) -> Value:
        """Value of a cell, filled from above where merge, habit or a mark of repetition says so."""
        column, grid = self._place[field], self._grid
        key = self._corrected(row, column, field) if self._each and self._typed else None
        if key is not None:
            typed = self._correct(field, grid.text(row, column), key)
            self._above[field] = typed
            return typed
        if grid.marked:
            self._name_errors(grid.origin(row, column), field)
        shown = grid.text(row, column)
        if shown in _AS_ABOVE or (not shown and field in self._habits):
            return self._above.get(field)
        if not shown:
            return None
        if not isinstance(value, str) and has_lost_digits(value):
            self.report("number.long_digits", field, Level.WARNING, text=f"{value:.0f}")
        self._above[field] = value
        self._measure(field, shown)
        kept = None if field is not Field.TITLE and _is_nothing(shown) else value
        if isinstance(value, str) and len(value) <= _WORD:
            self._known[field][value] = kept
        return kept

    def _corrected(self, row: int, column: int, field: Field) -> CellKey | None:
        """Key of what a person typed over a cell, over the merged cell that covers it, or for its field."""
        top, _ = self._grid.origin(row, column)
        keys = (CellKey(row, column), CellKey(top, column), CellKey(row, field))
        return next((key for key in keys if key in self._typed), None)

    def _correct(self, field: Field, said: str, key: CellKey) -> str:
        typed = self._typed[key]
        self.corrections.append(Correction(field, said, typed))
        self._measure(field, as_text(typed))
        return typed

    def _measure(self, field: Field, shown: str) -> None:
        if len(shown) > LONGEST.get(field, len(shown)):
            self.report("text.too_long", field, length=len(shown), limit=LONGEST[field])

    def _name_errors(self, origin: tuple[int, int], field: Field) -> None:
        level = Level.WARNING if field in _OPTIONAL else Level.ERROR
        if origin in self._grid.errors:
            self.report("cell.error", field, level, shown=self._grid.errors[origin])
        elif origin in self._grid.uncomputed:
            self.report("cell.uncomputed", field, level)


def _is_nothing(shown: str) -> bool:
    """Whether a text only says that there is none; what starts with so many letters says more."""
    return not (len(shown) > _LONGEST_NOTHING and shown[: _LONGEST_NOTHING + 1].isalnum()) and (
        name_key(shown) in _NOTHING
    )
