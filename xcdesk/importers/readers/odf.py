"""A light pass over the XML of an .ods for what calamine does not tell: merges, what is hidden, errors."""

from xml.parsers import expat

from xcdesk.importers import grid
from xcdesk.importers.raw import Merge
from xcdesk.importers.readers.facts import SheetFacts
from xcdesk.importers.refusals import DamagedFileError

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_LINK = "http://www.w3.org/1999/xlink href"
_KIND = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_HINTS = (b"-spanned=", b"visibility=", b'value-type="error"', b"value-type='error'", b"<text:a ")
_LONGEST_ERROR = 40
_CELLS = {_TABLE + "table-cell", _TABLE + "covered-table-cell"}


def examine(content: bytes) -> dict[str, SheetFacts]:
    """Facts of every sheet by its name, from the part ``content.xml``; nothing if it names none of them.

    Raises:
        DamagedFileError: the markup is broken.
    """
    if not any(hint in content for hint in _HINTS):
        return {}
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(content, True)  # expat takes no names
    except (expat.ExpatError, ValueError) as exc:
        raise DamagedFileError(reason=f"content.xml: {exc}") from exc
    return reader.found


class _Reader:
    """Counts rows and cells, which may stand for many alike."""

    def __init__(self) -> None:
        self.found: dict[str, SheetFacts] = {}
        self._facts = SheetFacts()
        self._row = self._rows = self._column = self._columns = 0
        self._cell = -1
        self._error: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _TABLE + "table":
            self._facts = self.found.setdefault(attributes.get(_TABLE + "name", ""), SheetFacts())
            self._row = self._columns = 0
        elif tag == _TABLE + "table-column":
            first = self._columns
            self._columns = min(first + _number(attributes, "number-columns-repeated"), LAST_COLUMN)
            if _is_hidden(attributes):
                self._facts.hidden_columns.update(range(first, self._columns))
        elif tag == _TABLE + "table-row":
            self._column = 0
            self._rows = min(_number(attributes, "number-rows-repeated"), LAST_ROW - self._row)
            if _is_hidden(attributes):
                self._facts.hidden_rows.update(range(self._row, self._row + self._rows))
        elif tag in _CELLS:
            self._take_cell(attributes)
        elif tag == _TEXT + "a" and self._cell >= 0:
            grid.add_link(self._facts.links, self._row, self._cell, attributes.get(_LINK, ""))

    def text(self, text: str) -> None:
        """Take what an error cell shows."""
        if self._error is not None:
            self._error = (self._error + text)[:_LONGEST_ERROR]

    def end(self, tag: str) -> None:
        if tag in _CELLS:
            if self._error is not None:
                self._facts.errors.append((self._row, self._cell, self._error.strip() or "#?"))
            self._cell, self._error = -1, None
        if tag == _TABLE + "table-row":
            self._row += self._rows

    def _take_cell(self, attributes: dict[str, str]) -> None:
        down, across = (_number(attributes, f"number-{way}-spanned") for way in ("rows", "columns"))
        if (down, across) != (1, 1):
            bottom, right = self._row + down - 1, self._column + across - 1
            self._facts.merges.append(Merge(self._row, self._column, bottom, right))
        self._cell = self._column
        self._error = "" if attributes.get(_KIND) == "error" else None
        self._column += _number(attributes, "number-columns-repeated")


def _number(attributes: dict[str, str], name: str) -> int:
    return max(1, int(attributes.get(_TABLE + name, "1")))


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get(_TABLE + "visibility") in {"collapse", "filter"}
