"""How the sheets of an .ods look: widths, heights, fonts, grounds, borders and alignment by its styles."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from xml.parsers import expat

from xcdesk.importers import guard
from xcdesk.importers.looks import BookLook, CellLook, LookKeeper
from xcdesk.importers.readers.odf import LAST_COLUMN, LAST_ROW

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _STYLE = f"{_NAMES}table:1.0 ", f"{_NAMES}style:1.0 "
_FO = f"{_NAMES}xsl-fo-compatible:1.0 "
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_LENGTH = re.compile(r"([\d.]+)(cm|mm|in|pt|px)")
_POINTS: Mapping[str, float] = MappingProxyType({"cm": 28.35, "mm": 2.835, "in": 72, "pt": 1, "px": 0.75})
_CHARACTER = 5.6
"""Points of one character of the usual font."""
_ALIGNED: Mapping[str, str] = MappingProxyType(
    {"start": "left", "left": "left", "center": "center", "end": "right", "right": "right"}
)
_VERTICAL: Mapping[str, str] = MappingProxyType({"top": "top", "middle": "center", "bottom": "bottom"})
_MOST_REPEATED = 64
"""A cell repeated more often is the margin of the sheet."""


def read(data: bytes) -> BookLook:
    """Looks of every sheet; raises what the guard and expat raise."""
    archive = guard.open_archive(data)
    reader = _Reader()
    for name in ("styles.xml", "content.xml"):
        _parse(reader, archive, name)
    return {name: keeper.sheet for name, keeper in reader.found.items()}


def _parse(reader: "_Reader", archive: zipfile.ZipFile, name: str) -> None:
    part = next((one for one in archive.infolist() if one.filename == name), None)
    if part is None:
        return
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.ParseFile(io.BytesIO(b"".join(guard.pieces(archive, part))))


class _Reader:
    """Keeps styles by name, then counts rows and cells as they come."""

    def __init__(self) -> None:
        self.found: dict[str, LookKeeper] = {}
        self._keeper = LookKeeper()
        self._looks: dict[str, CellLook] = {}
        self._lengths: dict[str, float] = {}
        self._style = ""
        self._defaults: list[str] = []
        self._row = self._rows = self._column = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{_STYLE}style":
            self._begin_style(attributes)
        elif tag.startswith(_STYLE) and tag.endswith("-properties") and self._style:
            self._take_properties(attributes)
        elif tag == f"{_TABLE}table":
            self._keeper = self.found.setdefault(attributes.get(f"{_TABLE}name", ""), LookKeeper())
            self._row, self._defaults = 0, []
        elif tag == f"{_TABLE}table-column":
            self._take_column(attributes)
        elif tag == f"{_TABLE}table-row":
            self._take_row(attributes)
        elif tag in _CELLS:
            self._take_cell(attributes)

    def end(self, tag: str) -> None:
        if tag == f"{_STYLE}style":
            self._style = ""
        elif tag == f"{_TABLE}table-row":
            self._row += self._rows

    def _begin_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get(f"{_STYLE}name", "")
        parent = attributes.get(f"{_STYLE}parent-style-name", "")
        self._looks[self._style] = self._looks.get(parent, CellLook())

    def _take_properties(self, attributes: dict[str, str]) -> None:
        length = attributes.get(f"{_STYLE}column-width") or attributes.get(f"{_STYLE}row-height")
        if length:
            self._lengths[self._style] = _points(length)
        look = self._looks[self._style]
        ground = attributes.get(f"{_FO}background-color", "")
        size = attributes.get(f"{_FO}font-size", "")
        borders = [value for key, value in attributes.items() if key.startswith(f"{_FO}border")]
        fonts = (attributes.get(f"{_STYLE}font-name{kind}", "") for kind in ("-asian", ""))
        self._looks[self._style] = replace(
            look,
            font=next(filter(None, fonts), look.font),
            size=_points(size) or look.size,
            bold=attributes.get(f"{_FO}font-weight", "bold" if look.bold else "") == "bold",
            colour=_colour(attributes.get(f"{_FO}color", "")) or look.colour,
            fill=_colour(ground) or look.fill,
            border=any(value != "none" for value in borders) or look.border,
            horizontal=_ALIGNED.get(attributes.get(f"{_FO}text-align", ""), look.horizontal),
            vertical=_VERTICAL.get(attributes.get(f"{_STYLE}vertical-align", ""), look.vertical),
            wrap=attributes.get(f"{_FO}wrap-option", "wrap" if look.wrap else "") == "wrap",
        )

    def _take_column(self, attributes: dict[str, str]) -> None:
        first = len(self._defaults)
        count = min(_number(attributes, "number-columns-repeated"), LAST_COLUMN - first)
        width = self._lengths.get(attributes.get(f"{_TABLE}style-name", ""))
        if count <= _MOST_REPEATED and width:
            self._keeper.sheet.widths.update(dict.fromkeys(range(first, first + count), width / _CHARACTER))
        self._defaults += [attributes.get(f"{_TABLE}default-cell-style-name", "")] * count

    def _take_row(self, attributes: dict[str, str]) -> None:
        self._column = 0
        self._rows = min(_number(attributes, "number-rows-repeated"), LAST_ROW - self._row)
        height = self._lengths.get(attributes.get(f"{_TABLE}style-name", ""))
        if self._rows <= _MOST_REPEATED and height:
            self._keeper.sheet.heights.update(dict.fromkeys(range(self._row, self._row + self._rows), height))

    def _take_cell(self, attributes: dict[str, str]) -> None:
        count = _number(attributes, "number-columns-repeated")
        usual = self._defaults[self._column] if self._column < len(self._defaults) else ""
        look = self._looks.get(attributes.get(f"{_TABLE}style-name", usual), CellLook())
        if look != CellLook() and max(count, self._rows) <= _MOST_REPEATED:
            for row in range(self._row, self._row + self._rows):
                for column in range(self._column, self._column + count):
                    self._keeper.put(row, column, look)
        self._column += count


def _number(attributes: dict[str, str], name: str) -> int:
    return max(1, int(attributes.get(f"{_TABLE}{name}", "1")))


def _points(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    return round(float(match[1]) * _POINTS[match[2]], 1) if match else 0


def _colour(value: str) -> str:
    return value[1:].upper() if re.fullmatch("#[0-9A-Fa-f]{6}", value) else ""
