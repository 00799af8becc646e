"""The figures of a table that is to be drawn: names of its lines, names of its columns, numbers."""

import math
from collections.abc import Sequence
from typing import NamedTuple

_STEPS = (1, 2, 5)


class Plot(NamedTuple):
    """Figures to draw: a number for each label and each series, none below 0; ``head`` names the labels."""

    head: str
    labels: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    """One row for each label, one number for each series."""

    @property
    def sums(self) -> tuple[float, ...]:
        """All series of each label added up."""
        return tuple(sum(row) for row in self.values)

    @property
    def greatest(self) -> float:
        """The largest single number, at least 1."""
        return max(1.0, *(value for row in self.values for value in row))


def plot_of(rows: Sequence[Sequence[str]]) -> Plot | None:
    """The figures of a table: heads in the first row, labels in the first cells; None when it has no such.

    An empty cell counts 0. A table with other texts among its figures cannot be drawn.
    """
    if len(rows) <= 1 or len(rows[0]) <= 1 or len({len(row) for row in rows}) != 1:
        return None
    values = [[_number(cell) for cell in row[1:]] for row in rows[1:]]
    found = [[value for value in row if value is not None] for row in values]
    if any(len(row) != len(rows[0]) - 1 for row in found):
        return None
    return Plot(rows[0][0], tuple(row[0] for row in rows[1:]), tuple(rows[0][1:]), tuple(map(tuple, found)))


def written(value: float) -> str:
    """A number as it stands at its bar."""
    return f"{value:g}" if value < 1e6 else f"{value:.0f}"  # noqa: PLR2004  # from there on %g gives powers


def scale(greatest: float, most: int = 5) -> list[float]:
    """Round marks of an axis from 0 to ``greatest`` or just above, at most ``most`` after the 0."""
    power = 10.0 ** math.floor(math.log10(max(greatest, 1.0) / most))
    steps = (step * power * ten for ten in (1, 10, 100) for step in _STEPS)
    step = max(1.0, next(step for step in steps if math.ceil(greatest / step) <= most))
    return [step * number for number in range(max(1, math.ceil(greatest / step)) + 1)]


def _number(cell: str) -> float | None:
    plain = cell.replace(",", "").replace("，", "").strip()
    try:
        value = float(plain) if plain else 0.0
    except ValueError:
        return None
    return value if 0 <= value < math.inf else None
