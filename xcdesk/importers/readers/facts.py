"""What the markup of a sheet tells beyond the values that calamine gives."""

from dataclasses import dataclass, field

from xcdesk.importers.raw import Merge


@dataclass(slots=True)
class SheetFacts:
    """Facts of one sheet, gathered while its markup is looked through; indices from 0.

    ``targets`` are links whose address stands elsewhere, by the number it has there.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    uncomputed: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    targets: dict[tuple[int, int], str] = field(default_factory=dict)
    last_row: int = 0
    columns: set[bytes] = field(default_factory=set)
