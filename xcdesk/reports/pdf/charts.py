"""Charts drawn as strokes and boxes: bars with their numbers, stacked columns, a shaded matrix.

All of it is told by shades of grey with outlines, so that it can be read from a photocopy. The numbers stand
beside what they measure. Bars and lines of a matrix are pieces of their own: a long chart goes on overleaf.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from typing_extensions import override

from xcdesk.reports.pdf.breaker import Line
from xcdesk.reports.pdf.fonts import Role
from xcdesk.reports.pdf.measures import BASELINE, WIDTH
from xcdesk.reports.pdf.page import Piece
from xcdesk.reports.pdf.tables import Row, table_rows
from xcdesk.reports.pdf.typeset import Style, Typesetter, flush_right, widest
from xcdesk.reports.plots import Plot, plot_of, scale, written
from xcdesk.texts.documents import Drawn

if TYPE_CHECKING:
    from xcdesk.reports.pdf.pen import Pen

_STYLE = Style(Role.FANG, 10.5, 0.0)  # 5号
_SMALL = Style(Role.FANG, 9.0, 0.0)  # 小5
_SHADES = (0.25, 0.6, 0.85, 1.0)  # of the series in order: told apart on a photocopy
_OUTLINE, _AXIS, _GRID = 0.5, 0.75, 0.25
_MOST_BARS, _MOST_SERIES, _MOST_COLUMNS = 2, 4, 31
_WHOLE, _FEW = 240.0, 3  # pt up to which bars are not parted; bars that stay together at either end
_BAR, _BAR_GAP = 9.0, 8.0  # thickness of a bar, and the space between two labels
_LABELS = 0.36  # of the width, at most, for the labels of bars
_GAP = 5.0
_SQUARE = 8.0  # of the legend
_LEGEND = 20.0
_TALL, _ABOVE = 150.0, 14.0  # the columns, and their sums above them
_TABLE_ROW = 16.0
_FULL_COLUMN = 34.0
_PALEST = 0.55  # grey of the largest number of a matrix; black figures are read on it


def chart_rows(
    typesetter: Typesetter, rows: Sequence[Sequence[str]], drawn: Drawn, alike: Sequence[Sequence[str]] = ()
) -> list[Piece]:
    """Pieces of a table that is drawn as a chart; one that cannot be is printed as a table."""
    if drawn == Drawn.MATRIX:
        return _shaded(table_rows(typesetter, rows, alike, even=True), rows)
    plot = plot_of(rows)
    makers = {Drawn.BARS: _bars, Drawn.COLUMNS: _columns}
    made = makers[drawn](typesetter, plot) if plot is not None else []
    return made or table_rows(typesetter, rows, alike)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Legend(Piece):
    """What the labels are, and shades with the names of their series, one beside the other."""

    corner: Line
    names: tuple[Line, ...]

    @override
    def draw(self, pen: "Pen", top: float) -> None:
        wide = sum(_SQUARE + _GAP + line.width for line in self.names) + 3 * _GAP * (len(self.names) - 1)
        x = (WIDTH - wide) / 2
        pen.baseline(self.corner, top + 3 + BASELINE * _STYLE.size)
        for line, shade in zip(self.names, _SHADES, strict=False):
            pen.box((x, top + 5), (_SQUARE, _SQUARE), shade, _OUTLINE)
            pen.baseline(line, top + 3 + BASELINE * _STYLE.size, x + _SQUARE + _GAP)
            x += _SQUARE + _GAP + line.width + 3 * _GAP


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bars(Piece):
    """One label with its bars from the axis to the right, each with its number behind it."""

    label: Line
    axis: float
    lengths: tuple[float, ...]
    numbers: tuple[Line, ...]

    @override
    def draw(self, pen: "Pen", top: float) -> None:
        pen.stroke((self.axis, top), (self.axis, top + self.step), _AXIS)
        middle = top + self.step / 2
        pen.baseline(self.label, _baseline(middle, _STYLE.size))
        first = middle - _BAR * len(self.lengths) / 2
        bars = zip(self.lengths, self.numbers, _SHADES, strict=False)
        for at, (length, number, shade) in enumerate(bars):
            bar = first + at * _BAR
            if length:
                pen.box((self.axis, bar), (length, _BAR), shade, _OUTLINE)
            size = _SMALL.size if len(self.lengths) > 1 else _STYLE.size
            pen.baseline(number, _baseline(bar + _BAR / 2, size), self.axis + length + _GAP)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns(Piece):
    """Stacked columns over an axis with round marks; a table of the numbers stands under them."""

    left: float
    marks: tuple[tuple[Line, float], ...]
    """Number and height of each mark."""
    columns: tuple[tuple[float, ...], ...]
    sums: tuple[Line, ...]
    corner: Line
    names: tuple[Line, ...]
    table: tuple[tuple[Line, ...], ...]
    """The labels, then the numbers of each series."""

    @property
    def _slot(self) -> float:
        return (WIDTH - self.left) / len(self.columns)

    @override
    def draw(self, pen: "Pen", top: float) -> None:
        foot = top + _ABOVE + _TALL
        for line, height in self.marks:
            pen.stroke((self.left, foot - height), (WIDTH, foot - height), _GRID if height else _AXIS)
            pen.baseline(line, _baseline(foot - height, _SMALL.size))
        width = min(_FULL_COLUMN, self._slot * 0.7)
        for at, (parts, total) in enumerate(zip(self.columns, self.sums, strict=True)):
            x, y = self.left + at * self._slot, foot
            for height, shade in zip(parts, _SHADES, strict=False):
                y -= height
                if height:
                    pen.box((x + (self._slot - width) / 2, y), (width, height), shade, _OUTLINE)
            pen.baseline(total, y - 3, x + (self._slot - total.width) / 2)
        self._draw_table(pen, foot)

    def _draw_table(self, pen: "Pen", foot: float) -> None:
        pen.baseline(self.corner, _baseline(foot + 0.5 * _TABLE_ROW, _STYLE.size), _SQUARE + _GAP)
        for number, cells in enumerate(self.table):
            middle = foot + (number + 0.5) * _TABLE_ROW
            for at, line in enumerate(cells):
                size = line.cells[0].size if line.cells else _SMALL.size
                x = self.left + at * self._slot + (self._slot - line.width) / 2
                pen.baseline(line, _baseline(middle, size), x)
            if number:
                pen.stroke((0, middle - _TABLE_ROW / 2), (WIDTH, middle - _TABLE_ROW / 2), _GRID)
                pen.box((0, middle - _SQUARE / 2), (_SQUARE, _SQUARE), _SHADES[number - 1], _OUTLINE)
                pen.baseline(self.names[number - 1], _baseline(middle, _STYLE.size), _SQUARE + _GAP)
        bottom = foot + len(self.table) * _TABLE_ROW
        pen.stroke((0, bottom), (WIDTH, bottom), _GRID)


def _bars(typesetter: Typesetter, plot: Plot) -> list[Piece]:
    if len(plot.series) > _MOST_BARS:
        return []
    labels = [typesetter.fitted(label, _STYLE, _LABELS * WIDTH) for label in plot.labels]
    axis = widest(labels) + _GAP
    style = _SMALL if len(plot.series) > 1 else _STYLE
    numbers = [[typesetter.line(written(value), style) for value in row] for row in plot.values]
    room = WIDTH - axis - widest([line for row in numbers for line in row]) - 2 * _GAP
    step = _BAR * len(plot.series) + _BAR_GAP
    bars = [
        _Bars(
            ink=step,
            step=step,
            on_grid=False,
            label=flush_right(label, axis - _GAP),
            axis=axis,
            lengths=tuple(value / plot.greatest * room for value in row),
            numbers=tuple(lines),
        )
        for label, row, lines in zip(labels, plot.values, numbers, strict=True)
    ]
    # A chart that takes little of a page stays whole; a long one leaves no lone bars on either page.
    whole = len(bars) * step <= _WHOLE
    held = [
        replace(bar, tied=whole or at < _FEW - 1 or at >= len(bars) - _FEW)
        for at, bar in enumerate(bars[:-1])
    ]
    return [_legend(typesetter, plot, axis), *held, bars[-1]]


def _columns(typesetter: Typesetter, plot: Plot) -> list[Piece]:
    if len(plot.series) > _MOST_SERIES or len(plot.labels) > _MOST_COLUMNS:
        return []
    marks = scale(max(plot.sums))
    lines = [typesetter.line(written(mark), _SMALL) for mark in marks]
    names = tuple(typesetter.fitted(name, _STYLE, _LABELS * WIDTH) for name in plot.series)
    corner = typesetter.fitted(plot.head, _STYLE, _LABELS * WIDTH)
    left = max(widest(lines), _SQUARE + _GAP + widest((corner, *names))) + _GAP
    slot = (WIDTH - left) / len(plot.labels) - 2
    labels = _fitting(typesetter, plot.labels, slot)
    numbers = [
        _fitting(typesetter, [written(row[at]) for row in plot.values], slot)
        for at in range(len(plot.series))
    ]
    if not labels or not all(numbers):
        return []
    unit = _TALL / marks[-1]
    height = _ABOVE + _TALL + _TABLE_ROW * (1 + len(numbers))
    chart = _Columns(
        ink=height,
        step=height,
        on_grid=False,
        left=left,
        marks=tuple(
            (flush_right(line, left - _GAP), mark * unit) for line, mark in zip(lines, marks, strict=True)
        ),
        columns=tuple(tuple(value * unit for value in row) for row in plot.values),
        sums=tuple(typesetter.line(written(value), _SMALL) for value in plot.sums),
        corner=corner,
        names=names,
        table=(labels, *numbers),
    )
    return [chart]


def _fitting(typesetter: Typesetter, texts: Sequence[str], room: float) -> tuple[Line, ...]:
    """All texts in the larger size in which each fits ``room``; none when they fit in neither."""
    for style in (_STYLE, _SMALL):
        lines = tuple(typesetter.line(text, style) for text in texts)
        if widest(lines) <= room:
            return lines
    return ()


def _legend(typesetter: Typesetter, plot: Plot, axis: float) -> Piece:
    corner = flush_right(typesetter.fitted(plot.head, _STYLE, _LABELS * WIDTH / 2), axis - _GAP)
    if corner.places and corner.places[0] < 0:  # longer than every label
        corner = corner.moved(-corner.places[0])
    room = (WIDTH - 2 * max(axis, corner.width)) / len(plot.series) - _SQUARE - 4 * _GAP
    names = tuple(typesetter.fitted(name, _STYLE, room) for name in plot.series)
    return _Legend(ink=_LEGEND, step=_LEGEND, on_grid=False, tied=True, corner=corner, names=names)


def _shaded(pieces: list[Piece], rows: Sequence[Sequence[str]]) -> list[Piece]:
    """The rows of a matrix with the ground of each number the darker, the larger it is."""
    if len(pieces) != len(rows):
        return pieces
    body = [
        replace(piece, grounds=shades)
        for piece, shades in zip(pieces[1:], grounds(rows), strict=True)
        if isinstance(piece, Row)
    ]
    return [pieces[0], *body]


def grounds(rows: Sequence[Sequence[str]]) -> list[tuple[float, ...]]:
    """Shade behind each cell of a matrix below its head, 1 for white."""
    numbers = [[_value(cell) for cell in row[1:]] for row in rows[1:]]
    most = max((value for row in numbers for value in row), default=0.0) or 1.0
    return [(1.0, *(1 - (1 - _PALEST) * value / most for value in row)) for row in numbers]


def _value(cell: str) -> float:
    plot = plot_of((("", ""), ("", cell)))
    return plot.values[0][0] if plot is not None else 0.0


def _baseline(middle: float, size: float) -> float:
    """Depth of the baseline of a line whose cells are centred on ``middle``."""
    return middle - size / 2 + BASELINE * size
