"""Tables: columns that share the type area, cells that wrap, a head on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from typing_extensions import override

from xcdesk.reports.pdf.breaker import Line, natural_line, units
from xcdesk.reports.pdf.fonts import Role
from xcdesk.reports.pdf.measures import BASELINE, HEIGHT, WIDTH
from xcdesk.reports.pdf.page import Piece
from xcdesk.reports.pdf.typeset import Style, Typesetter, centred

if TYPE_CHECKING:
    from xcdesk.reports.pdf.pen import Pen

_SIZES = (12.0, 10.5, 9.0)  # 小4, 5号, 小5
_FEW = 2  # lines a cell may take before a smaller size is tried
_LEADING = 1.35
_WIDE_SIDE, _NARROW_SIDE = (
    4.0,
    2.0,
)  # pt between a cell's text and its rules; narrow in a table of many columns
_MANY = 7
_ABOVE = 4.0
_UPRIGHT = 8  # columns up to which a table never wants a turned page
_CROWDED = 4  # lines of a cell on an upright page beyond which one of more columns does
_THIN, _THICK = 0.5, 1.0
_SHORT = 10  # characters; a column whose cells are all shorter is centred
_NARROW = 12  # characters; a narrower column is not spread
_NARROWEST = 2.2  # characters
_WHOLE = 150.0  # pt up to which the body of a table is parted only where it would leave a hole,
_FIRST = 3  # and then behind so many rows at least
_PAIR = 90.0  # pt up to which its first two and its last two rows stay together: two lines each, and no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Piece):
    """One row, or a part of a row that is taller than a page."""

    cells: tuple[tuple[Line, ...], ...]
    edges: tuple[float, ...]  # x of every vertical rule
    size: float
    above: float  # thickness of the rule above
    below: float
    open_above: frozenset[int] = frozenset()  # cells that go on from the row above, or into the one below
    open_below: frozenset[int] = frozenset()
    grounds: tuple[float, ...] = ()  # shade behind each cell, 1 for white; none for all white

    @override
    def draw(self, pen: "Pen", top: float) -> None:
        bottom = top + self.step
        left, right = self.edges[0], self.edges[-1]
        for x, end, shade in zip(self.edges, self.edges[1:], self.grounds, strict=False):
            if shade < 1:
                pen.box((x, top), (end - x, self.step), shade)
        self._rule(pen, top, self.above, self.open_above)
        self._rule(pen, bottom, self.below, self.open_below)
        for x in self.edges:
            pen.stroke((x, top), (x, bottom), _THICK if x in (left, right) else _THIN)
        for x, lines in zip(self.edges, self.cells, strict=False):
            self._draw_cell(pen, lines, x, top)

    def _rule(self, pen: "Pen", depth: float, width: float, opened: frozenset[int]) -> None:
        """A rule over the whole width, but for the cells that go on."""
        start = self.edges[0]
        for number, (left, right) in enumerate(pairwise(self.edges)):
            if number in opened:
                if start < left:
                    pen.stroke((start, depth), (left, depth), width)
                start = right
        if start < self.edges[-1]:
            pen.stroke((start, depth), (self.edges[-1], depth), width)

    def _draw_cell(self, pen: "Pen", lines: Sequence[Line], x: float, top: float) -> None:
        leading = self.size * _LEADING
        slack = (self.step - len(lines) * leading) / 2 + (leading - self.size) / 2
        for number, line in enumerate(lines):
            pen.baseline(line, top + slack + number * leading + BASELINE * self.size, x + _side(self.cells))


def table_rows(
    typesetter: Typesetter,
    rows: Sequence[Sequence[str]],
    alike: Sequence[Sequence[str]] = (),
    *,
    even: bool = False,
    turned: bool = False,
) -> list[Piece]:
    """Pieces of a table, head first; nothing for a table without cells.

    Args:
        typesetter: measures its text.
        rows: cells, head first.
        alike: its columns are as wide as if these rows, of the same number of cells, stood in it too.
        even: whether all columns but the first have one width, as the days of a matrix.
        turned: whether it stands on turned pages, which are as wide as others are high.
    """
    room, depth = (HEIGHT, WIDTH) if turned else (WIDTH, HEIGHT)
    full = filled(rows)
    if not full:
        return []
    shape = shape_of(typesetter, full, alike, even=even, room=room)
    edges = [_THICK / 2]
    for width in shape.widths:
        edges.append(edges[-1] + width)
    setter = _Setter(typesetter, shape.size, tuple(edges), shape.centred)
    heads = setter.row(full[0], Role.HEI, tallest=depth / 3)
    body = [row for cells in full[1:] for row in setter.row(cells, Role.FANG, tallest=depth - heads[0].step)]
    if len(heads) == 1:  # a head of several parts is too tall to stand on every page
        body = [replace(row, head=replace(heads[0], above=_THICK)) for row in body]
    pieces = [*(replace(row, tied=bool(body)) for row in heads), *_held(body)]
    pieces[0] = replace(pieces[0], above=_THICK)
    pieces[-1] = replace(pieces[-1], below=_THICK)
    return list(pieces)


def _held(body: Sequence[Row]) -> list[Row]:
    """Rows so tied that a small table had better stay whole and no row of one or two lines stands alone."""
    whole = sum(row.step for row in body) <= _WHOLE
    ends = {0, len(body) - 2}
    held = [
        replace(
            row,
            tied=whole or (at in ends and row.step + body[at + 1].step <= _PAIR),
            eased=whole and _FIRST - 1 <= at < len(body) - 2,
        )
        for at, row in enumerate(body[:-1])
    ]
    return [*held, *body[-1:]]


def filled(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Rows of one length, short ones with empty cells at their end."""
    return [list(row) for row in zip(*zip_longest(*rows, fillvalue=""), strict=True)]


class Shape(NamedTuple):
    """How a table is set: size of its text, width of each column in pt, columns whose cells are centred."""

    size: float
    widths: tuple[float, ...]
    centred: tuple[bool, ...]


def shape_of(
    typesetter: Typesetter,
    rows: Sequence[Sequence[str]],
    alike: Sequence[Sequence[str]] = (),
    *,
    even: bool = False,
    room: float = WIDTH,
) -> Shape:
    """The shape of a table of rows of one length, ``room`` pt wide; other arguments as for `table_rows`."""
    shape = _shaping(rows, alike)
    measures = _measures(typesetter, shape)
    if even:
        measures = [measures[0], *[_joined(measures[1:])] * (len(measures) - 1)]
    size = _size(measures, room)
    return Shape(size, tuple(column_widths(measures, size, room)), tuple(_centred_columns(shape)))


def wants_turning(
    typesetter: Typesetter, rows: Sequence[Sequence[str]], alike: Sequence[Sequence[str]] = ()
) -> bool:
    """Whether a table is too wide for an upright page.

    It has many columns, and there a word would be cut or a cell take more than four lines.
    The arguments are those of `table_rows`.
    """
    full = filled(rows)
    if not full or len(full[0]) <= _UPRIGHT:
        return False
    measures = _measures(typesetter, _shaping(full, alike))
    size = _size(measures, WIDTH)
    fills = _fills(measures, size, WIDTH)
    return any(
        fill.word > fill.room or fill.text > _CROWDED * (fill.room // size) * size  # whole characters
        for fill in fills
    )


def _shaping(rows: Sequence[Sequence[str]], alike: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows by which a table gets its columns."""
    return [*rows, *(row for row in alike if len(row) == len(rows[0]))]


class _Measure(NamedTuple):
    """Width of a cell's text on one line, and of its longest word, both in em."""

    text: float
    word: float


def _measures(typesetter: Typesetter, rows: Sequence[Sequence[str]]) -> list[list[_Measure]]:
    """Measures of every cell, column by column."""
    style = Style(Role.FANG, 1.0, 0.0)

    @cache
    def measure(text: str) -> _Measure:
        words = [sum(cell.width for cell in word) for word in units(typesetter.cells(text, style))]
        return _Measure(sum(words), max(words, default=0.0))

    return [[measure(cell) for cell in column] for column in zip(*rows, strict=True)]


def _joined(columns: Sequence[Sequence[_Measure]]) -> list[_Measure]:
    return [measure for column in columns for measure in column]


def column_widths(columns: Sequence[Sequence[_Measure]], size: float, width: float) -> list[float]:
    """Widths that fill ``width`` pt: narrow columns get what they want, wide ones share the rest."""
    room = width - _THICK
    sides = 2 * _side(columns) + 1.0
    wanted = [max(_NARROWEST, *(cell.text for cell in column)) * size + sides for column in columns]
    if sum(wanted) <= room:
        return [each * room / sum(wanted) for each in wanted]
    left, wide = room, set(range(len(wanted)))
    while narrow := {index for index in wide if wanted[index] <= left / len(wide)}:
        left -= sum(wanted[index] for index in narrow)
        wide -= narrow
    return [left / len(wide) if index in wide else each for index, each in enumerate(wanted)]


def _side(columns: Sequence[object]) -> float:
    return _NARROW_SIDE if len(columns) >= _MANY else _WIDE_SIDE


class _Fill(NamedTuple):
    """What the fullest cells of a column want, and the room that they get, in pt."""

    text: float
    word: float
    room: float


def _size(columns: Sequence[Sequence[_Measure]], room: float) -> float:
    """The largest size at which no cell takes more than two lines, or else at which no word is cut."""
    fills = {size: _fills(columns, size, room) for size in _SIZES}
    whole = [size for size in _SIZES if all(fill.word <= fill.room for fill in fills[size])]
    short = [size for size in whole if all(fill.text <= _FEW * fill.room for fill in fills[size])]
    return next(iter(short or whole), _SIZES[-1])


def _fills(columns: Sequence[Sequence[_Measure]], size: float, room: float) -> list[_Fill]:
    return [
        _Fill(
            text=max(cell.text for cell in column) * size,
            word=max(cell.word for cell in column) * size,
            room=width - 2 * _side(columns),
        )
        for column, width in zip(columns, column_widths(columns, size, room), strict=True)
    ]


def _centred_columns(rows: Sequence[Sequence[str]]) -> Iterator[bool]:
    for column in zip(*rows[1:] or rows, strict=True):
        yield all(len(cell) < _SHORT for cell in column)


class _Setter(NamedTuple):
    """Sets the rows of one table."""

    typesetter: Typesetter
    size: float
    edges: tuple[float, ...]
    centred: tuple[bool, ...]

    def row(self, cells: Sequence[str], role: Role, tallest: float) -> list[Row]:
        """One row; in several parts when it is taller than ``tallest``."""
        style = Style(role, self.size, 0.0)
        wrapped = [
            self._cell(cell, style, right - left - 2 * _side(cells), middle=middle or role == Role.HEI)
            for cell, (left, right), middle in zip(cells, pairwise(self.edges), self.centred, strict=True)
        ]
        leading = self.size * _LEADING
        most = max(1, int((tallest - 2 * _ABOVE) / leading))
        return [
            self._part([lines[start : start + most] for lines in wrapped])
            for start in range(0, max(1, *(len(lines) for lines in wrapped)), most)
        ]

    def _cell(self, text: str, style: Style, room: float, *, middle: bool) -> list[Line]:
        lines = self.typesetter.lines(text, style, room)
        if room < _NARROW * self.size:  # spread out, so few characters would fall apart
            lines = [natural_line(line.cells) for line in lines]
        return [centred(line, room) for line in lines] if middle else lines

    def _part(self, cells: Sequence[Sequence[Line]]) -> Row:
        tallest = max(1, *(len(lines) for lines in cells))
        height = tallest * self.size * _LEADING + 2 * _ABOVE
        return Row(
            ink=height,
            step=height,
            on_grid=False,
            cells=tuple(tuple(lines) for lines in cells),
            edges=self.edges,
            size=self.size,
            above=_THIN,
            below=_THIN,
        )
