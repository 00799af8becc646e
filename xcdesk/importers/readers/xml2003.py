"""XML Spreadsheet 2003, which many web systems write and name .xls."""

import datetime as dt
import re
from typing import Any
from xml.etree import ElementTree  # document types are refused before anything is parsed

from typing_extensions import override

from xcdesk.importers import grid, guard, sniff
from xcdesk.importers.raw import Merge, RawBook, RawSheet, Value
from xcdesk.importers.refusals import DamagedFileError, TooLargeFileError

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_PIECE = 1 << 16
_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_DAY_ZERO = (dt.date(1899, 12, 31), dt.date(1899, 12, 30))


def read(data: bytes) -> RawBook:
    """Every worksheet with numbers, dates and truth values by their declared type.

    Raises:
        RefusedFileError: not well formed, with a document type, or beyond the limits.
    """
    decoded = sniff.decode(data)
    guard.refuse_document_type(decoded.text)
    # the parser knows neither GB18030 nor GBK: it gets text, without the declaration of the encoding
    text = _DECLARATION.sub("", decoded.text.lstrip(), count=1)
    reader = _Reader()
    parser = ElementTree.XMLParser(target=reader)  # noqa: S314  # as above
    try:
        for at in range(0, len(text), _PIECE):
            parser.feed(text[at : at + _PIECE])
        parser.close()
    except (ElementTree.ParseError, ValueError) as exc:
        raise DamagedFileError(reason=f"xml: {exc}") from exc
    return RawBook("xml2003", decoded.encoding, tuple(reader.sheets))


def _attribute(element: ElementTree.Element, name: str) -> str:
    return element.get(SS + name) or element.get(name) or ""


def _count(element: ElementTree.Element, name: str, default: int = 0) -> int:
    text = _attribute(element, name)
    return int(text) if text else default


class _Reader(ElementTree.TreeBuilder):
    """Takes elements as they end, so that no more than one row is held as markup."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[RawSheet] = []
        self._sheet = grid.Builder()
        self._row = self._column = 0

    @override
    def start(self, tag: Any, attrs: dict[Any, Any], /) -> ElementTree.Element:
        element = super().start(tag, attrs)
        if tag == SS + "Worksheet":
            self._sheet = grid.Builder(_attribute(element, "Name"))
            self._row = self._column = 0
        return element

    @override
    def end(self, tag: str, /) -> ElementTree.Element:
        element = super().end(tag)
        self._take(element)
        return element

    def _take(self, element: ElementTree.Element) -> None:
        """Take a row, a column or a setting that is now complete, or close the worksheet."""
        if element.tag == SS + "Row":
            self._take_row(element)
            element.clear()
        elif element.tag == SS + "Column":
            self._take_column(element)
        elif element.tag == EXCEL + "Visible":
            self._sheet.hidden = (element.text or "").strip() in {"SheetHidden", "SheetVeryHidden"}
        elif element.tag == SS + "Worksheet":
            self.sheets.append(self._sheet.finish())
            element.clear()

    def _take_column(self, element: ElementTree.Element) -> None:
        first = _count(element, "Index", self._column + 1) - 1
        self._column = min(first + 1 + _count(element, "Span"), LAST_COLUMN)
        if _attribute(element, "Hidden") == "1":
            self._sheet.hidden_columns.update(range(first, self._column))

    def _take_row(self, element: ElementTree.Element) -> None:
        row = _count(element, "Index", self._row + 1) - 1
        self._row = row + 1 + _count(element, "Span")
        if not 0 <= row < self._row <= LAST_ROW:
            raise TooLargeFileError(reason=f"row {self._row}")
        if _attribute(element, "Hidden") == "1":
            self._sheet.hidden_rows.update(range(row, self._row))
        column = 0
        for cell in element.iterfind(SS + "Cell"):
            column = _count(cell, "Index", column + 1) - 1
            if not 0 <= column < LAST_COLUMN:
                raise TooLargeFileError(reason=f"column {column + 1}")
            self._take_cell(cell, row, column)
            column += 1 + _count(cell, "MergeAcross")

    def _take_cell(self, cell: ElementTree.Element, row: int, column: int) -> None:
        down, across = _count(cell, "MergeDown"), _count(cell, "MergeAcross")
        if down or across:
            self._sheet.merges.append(Merge(row, column, row + down, column + across))
        grid.add_link(self._sheet.links, row, column, _attribute(cell, "HRef"))
        data = cell.find(SS + "Data")
        if data is None:
            if _attribute(cell, "Formula"):
                self._sheet.uncomputed.append((row, column))
            return
        text, kind = "".join(data.itertext()), _attribute(data, "Type")
        if kind == "Error":
            self._sheet.errors.append((row, column, text))
        else:
            self._sheet.put(row, column, _value(text, kind))


def _value(text: str, kind: str) -> Value:
    """The text by its declared type; as it stands where it does not fit the type."""
    if kind == "Boolean":
        return text.strip() == "1"
    try:
        if kind == "Number":
            return grid.number(float(text))
        if kind == "DateTime":
            moment = dt.datetime.fromisoformat(text.strip())
            return moment.time() if moment.date() in _DAY_ZERO else grid.moment(moment)
    except ValueError:
        return text or None
    return text or None
