"""Comma, tab, semicolon or bar between fields, one record a line, in any encoding that offices here use."""

import csv
import io

from xcdesk.importers import grid, sniff
from xcdesk.importers.raw import RawBook
from xcdesk.importers.refusals import DamagedFileError

DELIMITERS = ",\t;|，"
LINES_LOOKED_AT = 50
FIELD_CHARACTERS = 1 << 20
_CSV = ",;，"


def read(data: bytes) -> RawBook:
    """One sheet of text cells; nothing is turned into numbers or dates here.

    Raises:
        RefusedFileError: not text, or a field without end.
    """
    decoded = sniff.decode(data)
    text = decoded.text.rstrip("\x1a\0")
    delimiter = _delimiter(text)
    csv.field_size_limit(FIELD_CHARACTERS)
    rows = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        # an odd quotation mark would swallow the rest of the file into one cell
        quoting=csv.QUOTE_NONE if text.count('"') % 2 else csv.QUOTE_MINIMAL,
    )
    try:
        cells = grid.tidy(rows)
    except csv.Error as exc:
        raise DamagedFileError(reason=f"line {rows.line_num}: {exc}") from exc
    form = "csv" if delimiter in _CSV and delimiter in text else "text"
    return RawBook(form, decoded.encoding, (grid.sheet(grid.Builder(), cells),))


def _delimiter(text: str) -> str:
    """The sign that most of the first lines hold; of two in equally many lines the more frequent one."""
    lines = text[: 1 << 16].splitlines()[:LINES_LOOKED_AT]

    def weight(sign: str) -> tuple[int, int]:
        return sum(sign in line for line in lines), sum(line.count(sign) for line in lines)

    return max(DELIMITERS, key=weight)
