"""What one made county return is about: its unit and month, its words, and the truth about its rows."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.returns import words
from tests.returns.formats import Cell
from tests.returns.words import Piece


@dataclass
class Return:
    """A file and the truth about it.

    ``rows`` are the pieces with their sheet row numbers; ``fields`` are those the file states; ``errors`` are
    sheet row numbers that must be turned down; ``refused`` is the code by which the file must be refused.
    """

    name: str
    data: bytes
    sender: str
    year: int
    rows: list[tuple[int, Piece]] = field(default_factory=list)
    fields: tuple[str, ...] = ()
    errors: tuple[int, ...] = ()
    refused: str = ""


@dataclass
class Setting:
    """What one made return is about."""

    rng: random.Random
    unit: str
    year: int
    month: int

    def pieces(self, least: int = 6, most: int = 14) -> list[Piece]:
        """Some pieces of this unit and month."""
        return words.pieces(self.rng, self.unit, self.year, self.month, self.rng.randint(least, most))

    def table(
        self,
        made: list[Piece],
        fields: tuple[str, ...],
        dates: Callable[[object], Cell],
    ) -> list[list[Cell]]:
        """Heading row and one row a piece, with a number column first now and then."""
        numbered = self.rng.random() < 0.5
        head: list[Cell] = [words.heading(self.rng, name) for name in fields]
        rows = [[self.cell(piece, name, dates) for name in fields] for piece in made]
        if numbered:
            head.insert(0, self.rng.choice(("序号", "编号", "No.")))
            for number, row in enumerate(rows, start=1):
                row.insert(0, number)
        return [head, *rows]

    def cell(self, piece: Piece, name: str, dates: Callable[[object], Cell]) -> Cell:
        """How this office writes one field."""
        if name == "date":
            return dates(piece.date)
        if name == "outlet":
            return words.outlet(self.rng, piece.outlet)
        if name == "form":
            return words.form(self.rng, piece.form)
        if name == "tier":
            return words.TIERS[piece.tier]
        return getattr(piece, name)

    def dates(self, *without: str) -> Callable[[object], Cell]:
        """A style of dates that states the year."""
        return words.WITH_YEAR[self.rng.choice([name for name in words.WITH_YEAR if name not in without])]

    def order(self, *optional: str) -> tuple[str, ...]:
        """The three compulsory fields and some optional ones, in an order of this office."""
        fields = ["date", "outlet", "title"]
        self.rng.shuffle(fields)
        return (*fields, *(name for name in optional if self.rng.random() < 0.7))


def setting(seed: int) -> Setting:
    """Unit, year and month of a seed."""
    rng = random.Random(seed)
    return Setting(rng, rng.choice(words.UNITS), rng.choice((2019, 2020, 2026)), rng.randint(1, 12))
