"""Where the headings of a sheet stand: one row or several, under title lines, with merged parents."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from xcdesk.importers.cells import Grid
from xcdesk.importers.mapping import REQUIRED, Rank, is_count, is_index, recognise
from xcdesk.importers.raw import Value

_SEARCHED = 60
_MOST_ROWS = 3
_LONGEST = 24
_LEAST_SCORE = 4
_COUNT = re.compile(r"\d+\s*[篇条件次个]?")
_COLON = re.compile("[：:]")
_FIELD_WEIGHT = {"date": 3, "outlet": 3, "title": 3}


@dataclass(frozen=True, slots=True)
class Heading:
    """Rows ``top`` to ``bottom`` (from 0, both included) and each column's joined name, "" when blank."""

    top: int
    bottom: int
    names: tuple[str, ...]


def find(grid: Grid) -> Heading | None:
    """The heading that a person would most likely point at, or None for a sheet without one."""
    best, best_score = None, 0.0
    for row in range(min(grid.height, _SEARCHED)):
        score = _score(grid, row)
        if score > best_score:
            best, best_score = row, score
        if score >= _LEAST_SCORE and _names_all(grid, row):
            return at_row(grid, row)  # a table further down may have more columns
    if best is None or best_score < _LEAST_SCORE:
        best = _by_shape(grid)
    return None if best is None else at_row(grid, best)


def at_row(grid: Grid, row: int) -> Heading:
    """Heading around ``row`` (from 0): parents above and children below belong to it."""
    top = bottom = row
    while top > 0 and bottom - top + 1 < _MOST_ROWS and _is_parent(grid, top - 1):
        top -= 1
    while bottom + 1 < grid.height and bottom - top + 1 < _MOST_ROWS and _has_children(grid, bottom):
        bottom += 1
    return Heading(top, bottom, _names(grid, top, bottom))


def spanning(grid: Grid, top: int, height: int) -> Heading:
    """Heading of ``height`` rows from ``top`` (from 0), as a person set it; cut where the sheet ends."""
    bottom = max(top, min(top + height, grid.height) - 1)
    return Heading(top, bottom, _names(grid, top, bottom))


def title_lines(grid: Grid, heading: Heading | None) -> tuple[str, ...]:
    """Texts above the heading, line by line: title, sender, month, day on which it was filled in."""
    rows = range(heading.top if heading else 0)
    return tuple(dict.fromkeys(text for row in rows for text in grid.texts(row).values()))


def _score(grid: Grid, row: int) -> float:
    if row in grid.sheet.hidden_rows:
        return 0
    texts = {column: text for column, text in grid.texts(row).items() if len(text) <= _LONGEST}
    if len(texts) < 2:  # noqa: PLR2004  # a heading names two columns at least
        return 0
    seen: dict[str, float] = {}
    for text in texts.values():
        guess = recognise(text)
        if guess is not None and guess.rank >= Rank.NEAR:
            sure = 1.0 if guess.rank >= Rank.SYNONYM else 0.5
            weight = _FIELD_WEIGHT.get(guess.field, 2) * sure
            seen[guess.field] = max(seen.get(guess.field, 0), weight)
        elif is_index(text) or is_count(text):
            seen[f"#{is_index(text)}"] = 1
    plain = sum(1 for column in texts if isinstance(grid.raw(row, column), str))
    return sum(seen.values()) * plain / len(texts)


def _names_all(grid: Grid, row: int) -> bool:
    """Whether a row names all that a piece needs."""
    guesses = (recognise(text) for text in grid.texts(row).values() if len(text) <= _LONGEST)
    return set(REQUIRED) <= {guess.field for guess in guesses if guess is not None}


def _by_shape(grid: Grid) -> int | None:
    """First row of several short texts over a row with numbers: perhaps a table of counts."""
    for row in range(min(grid.height - 1, _SEARCHED)):
        texts = grid.texts(row)
        short = [text for text in texts.values() if len(text) <= _LONGEST and not _COLON.search(text)]
        words = all(isinstance(grid.value(row, column), str) for column in texts)
        words = words and not is_counted(next(iter(texts.values()), None))  # a running number begins a piece
        if words and len(set(short)) >= 2 and len(short) == len(texts) and _numbers(grid, row + 1):  # noqa: PLR2004
            return row
    return None


def _numbers(grid: Grid, row: int) -> int:
    return sum(1 for column in grid.columns if is_counted(grid.value(row, column)))


def is_number(value: Value) -> bool:
    """Whether a cell holds a number (a truth value is none)."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_counted(value: Value) -> bool:
    """Whether a cell holds a number, be it typed as text or with 篇 behind it."""
    return is_number(value) or (isinstance(value, str) and _COUNT.fullmatch(value.strip()) is not None)


def _is_parent(grid: Grid, row: int) -> bool:
    """Whether ``row`` holds parents of the headings in the row below it."""
    texts, below = _shown(grid, row), _shown(grid, row + 1)
    if len(texts) < 2 or row in grid.sheet.hidden_rows:  # noqa: PLR2004
        return False
    if any(_COLON.search(text) or len(text) > _LONGEST for text in texts.values()):
        return False
    return any(_runs_down(grid, row, column) for column in texts) or _complements(texts, below)


def _has_children(grid: Grid, row: int) -> bool:
    """Whether the row below ``row`` holds children of its headings."""
    texts, below = _shown(grid, row), _shown(grid, row + 1)
    if not below or any(not isinstance(grid.raw(row + 1, column), str) for column in below):
        return False
    spread = [merge for column in texts if (merge := grid.merge(row, column)) and merge.right > merge.left]
    under = [set(range(merge.left, merge.right + 1)) & below.keys() for merge in spread]
    if any(len(columns) > 1 for columns in under):
        beside = below.keys() - set().union(*under)
        said_again = all(below[column] == texts.get(column) for column in beside)
        return said_again and all(len(text) <= _LONGEST for text in below.values())
    down = [column for column in texts if _runs_down(grid, row, column)]
    return (bool(down) and not below.keys() & set(down)) or (
        _complements(texts, below) and _all_headings(below)
    )


def _shown(grid: Grid, row: int) -> Mapping[int, str]:
    return grid.own_texts(row)


def _runs_down(grid: Grid, row: int, column: int) -> bool:
    merge = grid.merge(row, column)
    return merge is not None and merge.bottom > row


def _complements(parents: Mapping[int, str], children: Mapping[int, str]) -> bool:
    """Two rows without merges that make one heading: the lower is blank where the upper already says all."""
    alone = parents.keys() - children.keys()
    added = children.keys() - parents.keys()
    return bool(alone) and bool(added) and all(_is_heading(text) for text in parents.values() if text)


def _all_headings(texts: Mapping[int, str]) -> bool:
    return all(_is_heading(text) for text in texts.values())


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST and not text.replace(".", "").isdigit()


def _names(grid: Grid, top: int, bottom: int) -> tuple[str, ...]:
    visible = set(grid.columns)
    lines = [_filled_right(grid, row, lowest=row == bottom) for row in range(top, bottom + 1)]
    return tuple(
        "_".join(dict.fromkeys(line[column] for line in lines if line[column])) if column in visible else ""
        for column in range(grid.width)
    )


def _filled_right(grid: Grid, row: int, *, lowest: bool) -> list[str]:
    """Texts of a heading row, each parent also over the columns that it spans."""
    line: list[str] = []
    for column in range(grid.width):
        merge = grid.merge(row, column)
        text = grid.text(merge.top, merge.left) if merge else grid.text(row, column)
        spans = not text and not lowest and merge is None and line and grid.text(row + 1, column)
        line.append(line[-1] if spans else text)
    return line
