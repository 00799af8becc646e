"""How a sheet looks, for a returned workbook that resembles what its sender knows: plain values only."""

from dataclasses import dataclass, field

MOST_CELLS = 200_000
"""Above this a sheet's looks are not carried over: its cells alone are."""


@dataclass(frozen=True, slots=True)
class CellLook:
    """How one cell looks; "" and 0 leave the usual. Colours are ``RRGGBB``, the format Excel's own."""

    font: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    fill: str = ""
    border: bool = False
    horizontal: str = ""
    vertical: str = ""
    wrap: bool = False
    number_format: str = ""


@dataclass(slots=True)
class SheetLook:
    """How one sheet looks; indices from 0.

    Attributes:
        widths: of columns, in characters; ``heights`` of rows, in points.
        looks: every look that occurs.
        cells: row, column and place in ``looks`` of each cell that has one.
    """

    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    looks: list[CellLook] = field(default_factory=list)
    cells: list[tuple[int, int, int]] = field(default_factory=list)


BookLook = dict[str, SheetLook]
"""Looks of the sheets of a book, by name."""


@dataclass(slots=True)
class LookKeeper:
    """Fills a `SheetLook` cell by cell; the same look is kept once."""

    sheet: SheetLook = field(default_factory=SheetLook)
    _places: dict[CellLook, int] = field(default_factory=dict)

    def put(self, row: int, column: int, look: CellLook) -> None:
        """Note the look of a cell; of more than `MOST_CELLS` nothing is kept."""
        if len(self.sheet.cells) >= MOST_CELLS:
            return
        place = self._places.setdefault(look, len(self._places))
        if place == len(self.sheet.looks):
            self.sheet.looks.append(look)
        self.sheet.cells.append((row, column, place))
