"""What the cells of a column hold, whatever its heading says: days, outlets, titles, links."""

import itertools
from collections.abc import Callable, Collection

from xcdesk.importers import headings
from xcdesk.importers.cells import Grid, as_text
from xcdesk.importers.dates import CellError, DateContext
from xcdesk.importers.headings import Heading
from xcdesk.importers.raw import Value
from xcdesk.importers.records import Field
from xcdesk.importers.values import parse_dated, parse_outlet
from xcdesk.lexicon import Lexicon

_SAMPLED = 40
_LEAST_SHARE = 0.5
_LEAST_TITLE = 8
_SMALL = 32
_SEARCHED = 60
_LONGEST_HEADING = 24


def heading_by_contents(grid: Grid, lexicon: Lexicon, context: DateContext) -> Heading | None:
    """Heading of a sheet whose words nobody knows: the row above the first piece, or none at all above it.

    A piece shows by a day, an outlet of the roster and a title side by side. A heading of no rows ends above
    its own top; the columns then have their letters for names.
    """
    sample = Sample(grid, 0, lexicon, context)
    for row in range(min(grid.height, _SEARCHED)):
        if row not in grid.sheet.hidden_rows and sample.is_piece(row):
            above = grid.own_texts(row - 1) if row else {}
            words = [text for text in above.values() if len(text) <= _LONGEST_HEADING]
            if len(words) > 1 and len(words) == len(above):
                return headings.at_row(grid, row - 1)
            return Heading(row, row - 1, ("",) * grid.width)
    return None


class Sample:
    """The first rows of a sheet that hold anything, to be asked what a column holds."""

    def __init__(self, grid: Grid, first: int, lexicon: Lexicon, context: DateContext) -> None:
        self._grid, self._lexicon, self._context = grid, lexicon, context
        filled = (row for row in range(first, grid.height) if grid.own_texts(row))
        self._rows = list(itertools.islice(filled, _SAMPLED))
        self._tests: dict[Field, Callable[[Value], bool]] = {
            Field.DATE: self._is_day,
            Field.OUTLET: self._is_outlet,
            Field.URL: _is_link,
            Field.TITLE: self._is_title,
        }

    def holds(self, place: int, wanted: Field) -> bool:
        """Whether half of the cells of a column, blank ones aside, are plainly ``wanted``."""
        test = self._tests.get(wanted)
        values = [value for row in self._rows if as_text(value := self._grid.value(row, place))]
        if test is None or not values:
            return False
        return sum(map(test, values)) >= len(values) * _LEAST_SHARE

    def apart(self, place: int, others: Collection[int]) -> bool:
        """Whether no row fills both this column and one of the others."""
        filled = [row for row in self._rows if self._grid.text(row, place)]
        return not any(self._grid.text(row, other) for row in filled for other in others)

    def is_piece(self, row: int) -> bool:
        """Whether a day, an outlet and a title stand in a row, each in a cell of its own."""
        values = [value for place in self._grid.columns if as_text(value := self._grid.value(row, place))]
        tests = (self._is_day, self._is_outlet, self._is_title)
        return all(any(test(value) for value in values) for test in tests)

    def _is_day(self, value: Value) -> bool:
        shown = as_text(value)
        if shown.isdecimal() and int(shown) < _SMALL:
            return False  # running numbers are not days
        return _reads(lambda: parse_dated(value, self._context))

    def _is_outlet(self, value: Value) -> bool:
        return _reads(lambda: parse_outlet(str(value), self._lexicon))

    def _is_title(self, value: Value) -> bool:
        text = isinstance(value, str) and len(value) >= _LEAST_TITLE
        return text and not self._is_day(value) and not self._is_outlet(value) and not _is_link(value)


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except CellError:
        return False
    return True


def _is_link(value: Value) -> bool:
    return str(value).strip().lower().startswith(("http://", "https://", "www."))
