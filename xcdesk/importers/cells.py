"""A raw sheet with its merged cells answered for: what stands in a cell, and what covers it."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable

from xcdesk.importers.raw import Merge, RawSheet, Value
from xcdesk.normalise import clean

_LONGEST_NUMBER = 1e15
_FIGURE = re.compile(r"\d")


class _Texts(dict[Value, str]):
    """Text of each word met, for a column repeats its words; 1, 1.0 and True are one key and made anew."""

    def __missing__(self, value: Value) -> str:
        text = as_text(value)
        if isinstance(value, str):
            self[value] = text
        return text


class Grid:
    """Cells of one sheet by row and column from 0; a cell under a vertical merge shows the merge's value."""

    def __init__(self, sheet: RawSheet) -> None:
        self.sheet = sheet
        self.height = len(sheet.cells)
        self.width = max((len(row) for row in sheet.cells), default=0)
        self.columns = tuple(c for c in range(self.width) if c not in sheet.hidden_columns)
        self.errors = {(row, column): shown for row, column, shown in sheet.errors}
        self.uncomputed = frozenset(sheet.uncomputed)
        self.links: dict[int, dict[int, str]] = defaultdict(dict)
        for row, column, address in sheet.links:
            self.links[row].setdefault(column, address)
        self._covered = self._cover()
        self._visible = frozenset(self.columns)
        self._shown: dict[int, list[str]] = {}
        self._words = _Texts({None: ""})
        self.shown: Callable[[Value], str] = self._words.__getitem__
        """A value as clean text, as `as_text` makes it; of a word that was met before at no cost."""
        self._row = -1
        self._texts: dict[int, str] = {}

    @property
    def marked(self) -> bool:
        """Whether any cell has no value for a reason that the sheet tells."""
        return bool(self.errors or self.uncomputed)

    @property
    def has_merges(self) -> bool:
        """Whether any cells are merged."""
        return bool(self._covered)

    def _cover(self) -> dict[tuple[int, int], Merge]:
        """Merge over each of its cells, kept within the rows and columns in use."""
        covered: dict[tuple[int, int], Merge] = {}
        for merge in self.sheet.merges:
            for row in range(merge.top, min(merge.bottom + 1, self.height)):
                for column in range(merge.left, min(merge.right + 1, self.width)):
                    covered[row, column] = merge
        return covered

    def merge(self, row: int, column: int) -> Merge | None:
        """Merged range that holds the cell, or None."""
        return self._covered.get((row, column))

    def raw(self, row: int, column: int) -> Value:
        """What the cell itself holds; None beyond the end of the row."""
        cells = self.sheet.cells[row]
        return cells[column] if column < len(cells) else None

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """Cell whose value shows here: itself, or the top of a merge that runs down over it."""
        merge = self._covered.get((row, column))
        if merge is None or merge.left != column:
            return row, column
        return merge.top, column

    def value(self, row: int, column: int) -> Value:
        """What a reader sees in the cell, with vertical merges filled down."""
        merge = self._covered.get((row, column)) if self._covered else None
        if merge is None or merge.left != column:
            return self.raw(row, column)
        return self.raw(merge.top, column)

    def text(self, row: int, column: int) -> str:
        """The cell as clean text, "" when blank; whole numbers without a decimal point."""
        merge = self._covered.get((row, column)) if self._covered else None
        if merge is not None and merge.left == column and merge.top != row:
            return as_text(self.raw(merge.top, column))
        shown = self._own(row)
        return shown[column] if column < len(shown) else ""

    def _own(self, row: int) -> list[str]:
        """Cells of a row as text; kept, for the sheet is gone through several times."""
        shown = self._shown.get(row)
        if shown is None:
            shown = self._shown[row] = list(map(self.shown, self.sheet.cells[row]))
        return shown

    def has_figure(self, row: int) -> bool:
        """Whether a row plainly holds a figure; not told of a sheet with hidden columns."""
        return not self.sheet.hidden_columns and _FIGURE.search("".join(self._own(row))) is not None

    def texts(self, row: int) -> dict[int, str]:
        """Non-blank cells of the visible columns of ``row``, by column; the caller changes nothing in it."""
        if not self._covered:
            return self.own_texts(row)
        found = ((column, self.text(row, column)) for column in self.columns)
        return {column: shown for column, shown in found if shown}

    def own_texts(self, row: int) -> dict[int, str]:
        """Like `texts`, without what a merge from a row above lends."""
        if row != self._row:  # asked for several times running
            own, seen = self._own(row), self._visible
            self._row = row
            self._texts = {column: shown for column, shown in enumerate(own) if shown and column in seen}
        return self._texts

    def hidden_texts(self, row: int) -> list[str]:
        """Non-blank cells of the hidden columns of ``row``: they tell what kind of line it is, no more."""
        hidden = self.sheet.hidden_columns
        return (
            [shown for column, shown in enumerate(self._own(row)) if shown and column in hidden]
            if hidden
            else []
        )


def as_text(value: Value) -> str:
    """A cell's value as clean text: dates in ISO form, whole numbers without a point, times to the minute."""
    if value is None:
        return ""
    if isinstance(value, str):
        # what `clean` begins with, asked here without a call: most cells are plain words
        return value.strip(" ") if value.isprintable() and "  " not in value else clean(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < _LONGEST_NUMBER:
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.time) and value.second == value.microsecond == 0:
        return value.isoformat("minutes")
    return str(value)
