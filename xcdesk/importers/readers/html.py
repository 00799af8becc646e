"""Web pages saved as .xls by web systems, Excel and WPS: all tables of the page, one below the other."""

import re
from html.parser import HTMLParser

from typing_extensions import override

from xcdesk.importers import grid, sniff
from xcdesk.importers.raw import Merge, RawBook, RawSheet

_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPAN_LIMITS = {"rowspan": 65_534, "colspan": 1_000}  # as browsers have them
_UNSEEN = {"script", "style", "title"}


def read(data: bytes) -> RawBook:
    """One sheet of text cells with the merges that spans make.

    Raises:
        RefusedFileError: not text in any known encoding, or beyond the limits.
    """
    decoded = sniff.decode(data)
    return RawBook("html", decoded.encoding, (sheet_of(decoded.text),))


def sheet_of(page: str, name: str = "") -> RawSheet:
    """Tables of one page stacked into one sheet, as Excel does when it opens such a file."""
    parser = _Tables(name)
    parser.feed(page)
    parser.close()
    parser.end_cell()
    return parser.sheet.finish()


class _Tables(HTMLParser):
    """Follows the tags of a page and forgives what browsers forgive: rows and cells that are never closed."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sheet = grid.Builder(name)
        self._row = -1
        self._column = 0
        self._busy: dict[int, int] = {}  # column -> first row below the cell that spans it
        self._pieces: list[str] | None = None
        self._span: dict[str, int] = {}
        self._address = ""
        self._unseen = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"table", "tr"}:
            self.end_cell()
        if tag == "tr":
            self._start_row(dict(attrs))
        elif tag in {"td", "th"}:
            self._start_cell(dict(attrs))
        elif tag == "br" and self._pieces is not None:
            self._pieces.append("\n")
        elif tag == "a" and self._pieces is not None:
            self._address = self._address or dict(attrs).get("href") or ""
        elif tag in _UNSEEN:
            self._unseen += 1

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "table"}:
            self.end_cell()
        elif tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)

    @override
    def handle_data(self, data: str) -> None:
        if self._pieces is not None and not self._unseen:
            self._pieces.append(_SPACE.sub(" ", data))

    def _start_row(self, attributes: dict[str, str | None]) -> None:
        self._row += 1
        self._column = 0
        if _HIDDEN.search(attributes.get("style") or ""):
            self.sheet.hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str | None]) -> None:
        self.end_cell()
        if self._row < 0:
            self._start_row({})
        while self._busy.get(self._column, 0) > self._row:
            self._column += 1
        self._span = {key: _span(attributes.get(key), most) for key, most in _SPAN_LIMITS.items()}
        self._pieces, self._address = [], ""

    def end_cell(self) -> None:
        """Place the cell that is open, if one is."""
        if self._pieces is None:
            return
        lines = "".join(self._pieces).replace("\xa0", " ").split("\n")
        self.sheet.put(self._row, self._column, "\n".join(line.strip() for line in lines).strip() or None)
        grid.add_link(self.sheet.links, self._row, self._column, self._address)
        self._pieces = None
        bottom, right = self._row + self._span["rowspan"] - 1, self._column + self._span["colspan"] - 1
        if (bottom, right) != (self._row, self._column):
            self.sheet.merges.append(Merge(self._row, self._column, bottom, right))
        for column in range(self._column, right + 1):
            self._busy[column] = bottom + 1
        self._column = right + 1


def _span(text: str | None, most: int) -> int:
    digits = re.match(r"\s*(\d{1,6})", text or "")
    return max(1, min(int(digits[1]), most)) if digits else 1
