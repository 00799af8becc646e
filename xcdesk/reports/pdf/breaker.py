"""Line breaking of Chinese text by the rules of GB/T 15834, on measured cells and without any font.

Closing marks never begin a line and opening marks never end one; ``——`` and ``……`` stay whole, as do numbers
with their units, document numbers and Latin words. A line that would overflow by a closing mark is squeezed
(half an em at its end, a quarter elsewhere, punctuation only); otherwise the word goes down and the line is
spread. What is wider than a line by itself, an address of the web for instance, is cut, at a stroke or dot of
its own where there is one: nothing may leave the type area.
"""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

NO_START = frozenset("，。、；：？！）》〉】〕」』”’…％%‰℃·～－–．／/,.;:!?)]}〗")
NO_END = frozenset("（《〈【〔「『“‘〖([{＄$￥¥№§")
_BLANK_RIGHT = frozenset("，。、；：）》〉】〕」』”’〗")  # ink in the left half of the cell
_BLANK_LEFT = frozenset("（《〈【〔「『“‘〖")
_PAIRED = frozenset("—…")
_HANZI = ("\u3400", "\u9fff")
_SPACES = frozenset(" \u3000")
_URL_JOINTS = (frozenset("/?&"), frozenset("=-_.@#,;"))  # where an address is cut, the better first
_LATIN_END = "\u2000"  # Latin, Greek and Cyrillic lie below; “ ” — … and Chinese above
_LONG_WORD = 14  # characters; a Latin run longer than this may be cut when it would leave a big hole
_BIG_HOLE = 0.2  # of the room of a line
_TOLERANCE = 0.01  # pt
_COMPANY = 4  # words that must stay when one goes down, and characters it may not have

_UNITS = (
    "平方公里|平方米|立方米|公里|公斤|公顷|千米|千克|毫米|厘米|小时|分钟|个月|人次|年度|年代|月份|周年|"
    "[年月日时分秒号期份页版次个项篇件条名人家户位批起宗所处座台套辆栋层间类级届轮场天周岁元角亩吨米斤度倍成字章节款]"
)
_KEPT_WHOLE = re.compile(
    rf"〔[0-9０-９]{{4}}〕第?[0-9０-９]+号?"
    rf"|第?[0-9０-９][0-9０-９.．]*(?:余|多|来|几)?[十百千万亿]*(?:余|多)?(?:{_UNITS})?"
)


class Cell(NamedTuple):
    """One character as it will be drawn; ``width`` is its step to the next in pt, tracking included."""

    char: str
    face: str
    size: float
    width: float
    natural: float  # step of the glyph alone


class Line(NamedTuple):
    """Cells and the x of each, in pt from the left edge of the room; ``width`` is where the last one ends."""

    cells: tuple[Cell, ...]
    places: tuple[float, ...]
    width: float

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(cell.char for cell in self.cells)

    def moved(self, by: float) -> "Line":
        """The same line ``by`` pt to the right."""
        return Line(self.cells, tuple(x + by for x in self.places), self.width + by)


@dataclass(slots=True)
class _Open:
    """A line being filled."""

    room: float
    indent: float
    cells: list[Cell]
    width: float = 0.0

    @property
    def space(self) -> float:
        """What is left, in pt."""
        return self.room - self.indent - self.width

    def add(self, unit: Sequence[Cell]) -> None:
        """Take one unit in."""
        self.cells.extend(unit)
        self.width += _width(unit)


def break_lines(cells: Sequence[Cell], room: float, indent: float = 0.0) -> list[Line]:
    """Fill lines ``room`` pt wide, the first ``indent`` in; all but the last reach both edges."""
    full: list[_Open] = []
    line = _Open(room, indent, [])
    waiting = deque(units(cells))
    while waiting:
        unit = waiting.popleft()
        inked = unit if unit[-1].char not in _SPACES else _trimmed(unit)
        if _width(inked) <= line.space + _TOLERANCE:
            line.add(unit)
            continue
        if line.cells and _squeezes(line, unit):
            line.add(unit)
        elif not line.cells or _may_cut(unit, line):
            head, tail = _cut(unit, line.space)
            line.add(head)
            waiting.extendleft([tail] if tail else [])
        else:
            waiting.appendleft(unit)
        full.append(line)
        line = _Open(room, 0.0, [])
    if not line.cells:
        return [_justified(each) for each in full]
    if full and _is_lone(line.cells):
        _give_company(full[-1], line)
    return [*(_justified(each) for each in full), _natural(line)]


def units(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells in groups that no line end may part."""
    glued = _kept_boundaries("".join(cell.char for cell in cells))
    groups: list[list[Cell]] = []
    before, solid = "", ""  # the last character, and the last that is no space
    run = 0  # how many equal — or … have come in a row
    free = False  # whether the last character is a hanzi: between two of them a line may end, say no more
    for index, cell in enumerate(cells):
        char, was_free = cell.char, free
        free = _HANZI[0] <= char <= _HANZI[1]
        run = run + 1 if char == before and char in _PAIRED else 0
        within = index in glued or run % 2 == 1 or (not (free and was_free) and _glued(before, solid, char))
        if index and within:
            groups[-1].append(cell)
        else:
            groups.append([cell])
        before, solid = char, solid if char in _SPACES else char
    return groups


def natural_line(cells: Sequence[Cell]) -> Line:
    """All cells on one line, as wide as they are."""
    return _natural(_Open(float("inf"), 0.0, list(cells), _width(cells)))


def is_latin(char: str) -> bool:
    """Whether a character keeps close to its neighbours, as Latin letters and figures do."""
    return char < _LATIN_END and char != "·"


def _is_lone(cells: Sequence[Cell]) -> bool:
    """Whether a last line holds a single character, marks apart: 单字不成行."""
    return sum(cell.char not in NO_START and cell.char not in _SPACES for cell in cells) == 1


def _give_company(before: _Open, last: _Open) -> None:
    """Move the last word of the line before down, when it is short and leaves a line behind."""
    *kept, moved = units(before.cells)
    if len(kept) >= _COMPANY and len(moved) < _COMPANY:
        before.cells = [cell for unit in kept for cell in unit]
        last.cells = [*moved, *last.cells]


def _kept_boundaries(text: str) -> set[int]:
    spans = (match.span() for match in _KEPT_WHOLE.finditer(text))
    return {index for start, end in spans for index in range(start + 1, end)}


def _glued(before: str, solid: str, after: str) -> bool:
    if after in _SPACES or solid in NO_END:
        return True  # a space hangs at the end of what it follows
    if before == after and before in _PAIRED:
        return before in NO_START  # the end of a pair, as the caller counts them: another —— may go down
    return after in NO_START or (before not in _SPACES and is_latin(before) and is_latin(after))


def _width(cells: Sequence[Cell]) -> float:
    return cells[0].width if len(cells) == 1 else sum([cell.width for cell in cells])


def _trimmed(cells: Sequence[Cell]) -> Sequence[Cell]:
    end = len(cells)
    while end and cells[end - 1].char in _SPACES:
        end -= 1
    return cells[:end]


def _may_cut(unit: Sequence[Cell], line: _Open) -> bool:
    """Whether a long Latin run should rather be cut than leave a hole in the line before it."""
    latin = sum(is_latin(cell.char) for cell in unit)
    return latin > _LONG_WORD and line.space > _BIG_HOLE * line.room


def _cut(unit: Sequence[Cell], space: float) -> tuple[list[Cell], list[Cell]]:
    """Part a unit so that its head fits into ``space``: after a joint if one lies in the second half."""
    if len(unit) == 1:
        return list(unit), []
    fits, width = 1, unit[0].width
    while fits < len(unit) - 1 and width + unit[fits].width <= space + _TOLERANCE:
        width += unit[fits].width
        fits += 1
    at = _cut_at(unit, fits)
    return list(unit[:at]), list(unit[at:])


def _cut_at(unit: Sequence[Cell], fits: int) -> int:
    for joints in _URL_JOINTS:
        for at in range(fits, fits // 2, -1):
            if unit[at - 1].char in joints and _fair_cut(unit[at - 1].char, unit[at].char):
                return at
    fair = (at for at in range(fits, 0, -1) if _fair_cut(unit[at - 1].char, unit[at].char))
    return next(fair, fits)


def _fair_cut(before: str, after: str) -> bool:
    return before not in NO_END and after not in NO_START and not (before == after and before in _PAIRED)


def _squeezes(line: _Open, unit: Sequence[Cell]) -> bool:
    """Whether squeezing punctuation makes room for a unit that ends in a closing mark."""
    end = _trimmed(unit)
    if not end or end[-1].char not in _BLANK_RIGHT:
        return False
    over = line.width + _width(end) - (line.room - line.indent)
    return over <= sum(_squeezable([*line.cells, *end])) + _TOLERANCE


def _squeezable(cells: Sequence[Cell]) -> list[float]:
    """What each cell can give up: half an em at the end of the line, a quarter elsewhere."""
    gives = [cell.size / 4 if cell.char in _BLANK_RIGHT | _BLANK_LEFT else 0.0 for cell in cells]
    if cells and cells[-1].char in _BLANK_RIGHT:
        gives[-1] = cells[-1].size / 2
    return gives


def _justified(line: _Open) -> Line:
    cells = _trimmed(line.cells)
    extra = line.room - line.indent - _width(cells)
    if extra >= 0:
        return _spread(cells, line.indent, extra)
    gives, need = _squeezable(cells), -extra
    taken = [0.0] * len(cells)
    for index in range(len(cells) - 1, -1, -1):
        taken[index] = min(need, gives[index])
        need -= taken[index]
    return _placed(cells, line.indent, taken)


def _natural(line: _Open) -> Line:
    cells = _trimmed(line.cells)
    return _placed(cells, line.indent, [0.0] * len(cells))


def _spread(cells: Sequence[Cell], indent: float, extra: float) -> Line:
    """Share ``extra`` among the gaps that may open: not within Latin words, nor within —— and ……."""
    gaps = [_opens(left.char, right.char) for left, right in pairwise(cells)]
    share = extra / max(1, sum(gaps))
    if cells and share > cells[-1].size / 2 and is_latin(cells[-1].char):
        share = 0.0  # before an address that would not fit a ragged line looks better than a torn one
    return _placed(cells, indent, [-share if gap else 0.0 for gap in gaps] + [0.0])


def _opens(left: str, right: str) -> bool:
    if left >= _HANZI[0] and right >= _HANZI[0]:
        return True
    if left in _SPACES or right in _SPACES:
        return left in _SPACES
    return not (is_latin(left) and is_latin(right)) and not (left == right and left in _PAIRED)


def _placed(cells: Sequence[Cell], start: float, taken: Sequence[float]) -> Line:
    """Lay cells side by side, each step less what was ``taken`` from it (before an opening mark's ink)."""
    places, x = [], start
    for cell, less in zip(cells, taken, strict=False):
        opening = less > 0 and cell.char in _BLANK_LEFT
        places.append(x - less if opening else x)
        x += cell.width - less
    return Line(tuple(cells), tuple(places), x)
