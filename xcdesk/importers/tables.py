"""Tables below one another on a sheet: headings that come again with their columns in another order."""

import re
from collections.abc import Iterator
from dataclasses import replace

from xcdesk.importers import headings
from xcdesk.importers.cells import Grid
from xcdesk.importers.headings import Heading
from xcdesk.importers.mapping import is_index, recognise
from xcdesk.importers.records import Field

_FIGURE = re.compile(r"\d")
_LEAST = 2
_LONGEST = 24


def below(grid: Grid, heading: Heading) -> Iterator[Heading]:
    """Headings further down that are not the last one again."""
    last, row = heading, heading.bottom + 1
    while row < grid.height:
        found = headings.at_row(grid, row) if _is_heading(grid, row) else None
        if found is not None and found.top > last.bottom and found.names != last.names:
            last = found
            yield found
        row = max(row, found.bottom if found else row) + 1


def _is_heading(grid: Grid, row: int) -> bool:
    """Whether a row names a title and a day or an outlet, and hardly anything that is no heading.

    Pieces have figures, for their day at least, and headings none: that spares most rows the look at words.
    """
    if grid.has_figure(row):
        return False
    texts = grid.own_texts(row).values()
    if len(texts) < _LEAST or _FIGURE.search("".join(texts)) or max(map(len, texts)) > _LONGEST:
        return False
    guesses = {text: recognise(text) for text in texts}
    known = {guess.field for guess in guesses.values() if guess is not None}
    words = sum(1 for text in texts if guesses[text] is not None or is_index(text))
    named = Field.TITLE in known and known & {Field.DATE, Field.OUTLET}
    return bool(named) and words * 3 >= len(texts) * 2


def cut(grid: Grid, end: int) -> Grid:
    """The sheet as if it ended before row ``end``."""
    return grid if end >= grid.height else Grid(replace(grid.sheet, cells=grid.sheet.cells[:end]))
