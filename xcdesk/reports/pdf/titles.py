"""Titles of several lines in the shape of a trapezoid or a diamond, never of a rectangle."""

import math
from collections.abc import Sequence
from functools import cache

from xcdesk.reports.pdf.breaker import Cell, Line, break_lines, natural_line, units
from xcdesk.resources import resource

_SPACES = frozenset(" \u3000")
_MARKS_AFTER = frozenset("，。、；：？！）》〉】」』”’…")
_MARKS_BEFORE = frozenset("（《〈【「『“‘")
_PAIRS = {"《": "》", "“": "”", "（": "）", "「": "」", "『": "』", "〈": "〉", "【": "】"}
_LIGHT_WORDS = "的和与及在对从为把以将向由等"
_CLINGING = (
    "一二三四五六七八九十百千万亿几两第不没未各该本每最更将把被对向从与和及为"  # belongs to what follows
)
# Costs of a line end, in (characters off the shape) squared.
_SPLIT_WORD = 12.0
_SPLIT_NAME = 12.0
_LEADING_LIGHT = 3.0
_ENDING_CLINGING = 10.0
_AT_MARK = -16.0
_AFTER_DE = -4.0
_AT_SPACE = -60.0  # whoever typed a space into a title meant a line end
_SAME_WIDTH = 40.0
_MORE_LINES = 30.0  # for each line more than a title needs
_MOST_LINES = 6
_FULL = 0.94  # of the room: so long the lines of an entry would like to be


def title_lines(cells: Sequence[Cell], room: float) -> list[Line]:
    """Break a title to at most ``room`` pt a line; the lines come as wide as they are, for centring."""
    groups = units(cells)
    widths = [sum(cell.width for cell in group) for group in groups]
    count = math.ceil(sum(widths) / room)
    if count > 1 and max(widths) <= room:
        found = [
            (cost + (lines - count) * _MORE_LINES, ends)
            for lines in range(count, _MOST_LINES + 1)
            for cost, ends in [_best(groups, widths, _shape(lines, sum(widths)), room)]
            if ends
        ]
        if found:
            return _rows(groups, min(found)[1])
    return break_lines(cells, room)  # one line, or beyond any shape


def list_lines(cells: Sequence[Cell], room: float, least: float) -> list[Line]:
    """Break an entry of a list where a reader pauses: lines nearly full, the last ``least`` pt or more."""
    groups = units(cells)
    widths = [sum(cell.width for cell in group) for group in groups]
    total = sum(widths)
    count = math.ceil(total / room)
    if 1 < count <= _MOST_LINES and max(widths) <= room:
        full = min(_FULL * room, (total - least) / (count - 1))
        shape = (*[full] * (count - 1), total - full * (count - 1))
        _, ends = _best(groups, widths, shape, room)
        if ends:
            return _rows(groups, ends)
    return break_lines(cells, room)


def _shape(lines: int, total: float) -> tuple[float, ...]:
    """Wanted width of each line: two lines narrow downwards, three bulge, more narrow downwards."""
    weights = {2: (1.12, 0.88), 3: (0.92, 1.16, 0.92)}.get(lines) or tuple(
        1.15 - 0.3 * index / (lines - 1) for index in range(lines)
    )
    return tuple(total * weight / sum(weights) for weight in weights)


def _best(
    groups: Sequence[Sequence[Cell]], widths: Sequence[float], shape: tuple[float, ...], room: float
) -> tuple[float, tuple[int, ...]]:
    """What the lines nearest to ``shape`` cost, and their ends (exclusive group numbers), if any fit."""
    size = groups[0][0].size
    sums = [0.0]
    for width in widths:
        sums.append(sums[-1] + width)
    costs = _end_costs(groups)

    @cache
    def best(start: int, line: int, before: float) -> tuple[float, tuple[int, ...]]:
        last = line == len(shape) - 1
        stops = [len(widths)] if last else range(start + 1, len(widths) - len(shape) + line + 2)
        found: tuple[float, tuple[int, ...]] = (math.inf, ())
        for stop in stops:
            width = sums[stop] - sums[start]
            if width > room:
                break
            cost = ((width - shape[line]) / size) ** 2 + costs[stop]
            cost += _SAME_WIDTH if abs(width - before) < size / 2 else 0.0
            rest = best(stop, line + 1, round(width, 1)) if stop < len(widths) else (0.0, ())
            found = min(found, (cost + rest[0], (stop, *rest[1])))
        return found

    return best(0, 0, -1.0)


def _end_costs(groups: Sequence[Sequence[Cell]]) -> list[float]:
    """What a line end costs after so many groups: cheap at a mark, dear within a name."""
    closing: list[str] = []
    costs = [0.0]
    for index, group in enumerate(groups):
        for cell in group:
            if cell.char in _PAIRS:
                closing.append(_PAIRS[cell.char])
            elif closing and cell.char == closing[-1]:
                closing.pop()
        after = groups[index + 1][0].char if index + 1 < len(groups) else ""
        costs.append(_end_cost(group[-1].char, after) + (_SPLIT_NAME if closing else 0.0))
    within = _within_words("".join(cell.char for group in groups for cell in group))
    at = 0
    for index, group in enumerate(groups, 1):
        at += len(group)
        costs[index] += _SPLIT_WORD if at in within else 0.0
    return costs


@cache
def _words() -> tuple[str, ...]:
    """Words that titles of the office are made of; without a dictionary they must do."""
    return tuple(resource("words", "titles.txt").read_text(encoding="utf-8").split())


def _within_words(text: str) -> set[int]:
    """Positions of ``text`` that lie inside a known word."""
    return {
        start + inner
        for word in _words()
        if word in text
        for start in range(len(text))
        if text.startswith(word, start)
        for inner in range(1, len(word))
    }


def _end_cost(last: str, after: str) -> float:
    if last in _SPACES:
        return _AT_SPACE
    if last in _MARKS_AFTER or after in _MARKS_BEFORE:
        return _AT_MARK
    if last in _CLINGING:
        return _ENDING_CLINGING
    if last == "的":
        return _AFTER_DE
    return _LEADING_LIGHT if after and after in _LIGHT_WORDS else 0.0


def _rows(groups: Sequence[Sequence[Cell]], ends: Sequence[int]) -> list[Line]:
    starts = (0, *ends[:-1])
    return [
        natural_line([cell for group in groups[start:end] for cell in group])
        for start, end in zip(starts, ends, strict=True)
    ]
