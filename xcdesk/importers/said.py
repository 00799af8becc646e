"""What a person says of a file in its preview: kept apart from the file, so that it can be said again.

Every act of the preview makes a new `Said` from the last one; `session.again` plans the same file by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from xcdesk.errors import DeskError
from xcdesk.importers import mapping
from xcdesk.importers.records import CheckedSheet, Field


class FieldTwiceError(DeskError):
    """Two columns of one sheet were both called the same field."""

    code = "mapping.twice"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a file: by its column, or by its field where the sheet has no column for it.

    Attributes:
        sheet: index from 0.
        row: number from 1, the sheet's own.
        column: index from 0.
    """

    sheet: int
    row: int
    column: int | None = None
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What the person who imports says of a file; each part may be left to the file itself.

    Attributes:
        sender: a unit by name or spelling.
        year: for days without one.
        heading_rows: row number (from 1) of the heading by sheet name, as clicked.
        heading_heights: how many rows the heading takes, by sheet name.
        fields: field of each column, None for one that is not used, by signature of the headings and key of
            the column (`mapping.column_keys`).
        corrections: cells typed anew; they change nothing in the file itself.
        with_hidden: read hidden rows, columns and sheets too.
        encoding: of a file of text or a web page, instead of the one that was found.
        left_out: names of sheets that are not meant.
    """

    sender: str | None = None
    year: int | None = None
    heading_rows: Mapping[str, int] = field(default_factory=dict)
    heading_heights: Mapping[str, int] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, Field | None]] = field(default_factory=dict)
    corrections: Mapping[CellPlace, str] = field(default_factory=dict)
    with_hidden: bool = False
    encoding: str | None = None
    left_out: frozenset[str] = frozenset()

    def with_heading(self, sheet: str, row: int, height: int | None = None) -> "Said":
        """The same with the heading of a sheet at ``row``; how far it reaches is found without a height."""
        heights = {name: rows for name, rows in self.heading_heights.items() if name != sheet}
        if height is not None:
            heights[sheet] = height
        return replace(self, heading_rows={**self.heading_rows, sheet: row}, heading_heights=heights)

    def with_field(self, sheet: CheckedSheet, column: int, meaning: Field | None) -> "Said":
        """The same with a column called ``meaning``, None for not used, in every sheet with such headings.

        Another column that was said to be it is free again.
        """
        signature = mapping.signature(sheet.names)
        others = self.fields.get(signature, {})
        kept = {key: known for key, known in others.items() if known is None or known != meaning}
        kept[mapping.column_keys(sheet.names)[column]] = meaning
        return replace(self, fields={**self.fields, signature: kept})

    def with_cell(self, place: CellPlace, typed: str | None) -> "Said":
        """The same with a cell typed anew; None takes that back."""
        corrections = {known: text for known, text in self.corrections.items() if known != place}
        if typed is not None:
            corrections[place] = typed
        return replace(self, corrections=corrections)

    def refuse_twice(self) -> None:
        """Raise `FieldTwiceError` when two columns of one sheet bear the same field."""
        for columns in self.fields.values():
            used = [known for known in columns.values() if known is not None]
            twice = next((known for known in used if used.count(known) > 1), None)
            if twice is not None:
                raise FieldTwiceError(fields=(twice,))
