"""The binary workbook .xlsb, written record by record."""

import datetime as dt
import io
import struct
import zipfile

from tests.examiner.sheets import Cell, Return, Sheet, shown

XML = '<?xml version="1.0"?>'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
)


def binary_book(file: Return) -> bytes:
    """Write an .xlsb by hand: BIFF12 records with inline strings and numbers."""
    names = [f"worksheets/sheet{number}.bin" for number in range(1, len(file.sheets) + 1)]
    into = io.BytesIO()
    links = "".join(_link(n, "worksheet", name) for n, name in enumerate(names, 1))
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", f'{XML}<Types xmlns="{PACKAGE}/content-types">{TYPES}</Types>')
        made.writestr("_rels/.rels", _links(_link(1, "officeDocument", "xl/workbook.bin")))
        made.writestr("xl/_rels/workbook.bin.rels", _links(links))
        made.writestr("xl/workbook.bin", _binary_workbook(file))
        for name, sheet in zip(names, file.sheets, strict=True):
            made.writestr("xl/" + name, _binary_sheet(sheet))
    return into.getvalue()


def _link(number: int, kind: str, target: str) -> str:
    """Return one relation of a package."""
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def _links(links: str) -> str:
    """Return a part of relations."""
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _record(kind: int, body: bytes = b"") -> bytes:
    """Return one BIFF12 record: kind and length are sevens of bits."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = len(body), b""
    while True:
        length, low = length >> 7, length & 0x7F
        size += bytes([low | (0x80 if length else 0)])
        if not length:
            return head + size + body


def _wide(text: str) -> bytes:
    """Return a BIFF12 string: length in UTF-16 units, then the units."""
    units = text.encode("utf-16-le")
    return struct.pack("<I", len(units) // 2) + units


def _binary_workbook(file: Return) -> bytes:
    """Return the workbook part: the list of sheets."""
    named = enumerate(file.sheets, 1)
    sheets = b"".join(
        _record(156, struct.pack("<II", int(each.hidden), number) + _wide(f"rId{number}") + _wide(each.name))
        for number, each in named
    )
    return _record(131) + _record(143) + sheets + _record(144) + _record(132)


def _binary_sheet(sheet: Sheet) -> bytes:
    """Return a sheet part: its used range, its rows and its merges."""
    used = struct.pack("<IIII", 0, max(len(sheet.rows) - 1, 0), 0, max(sheet.width - 1, 0))
    made = _record(129) + _record(148, used) + _record(145)
    for number, row in enumerate(sheet.rows):
        made += _record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        made += b"".join(_binary_cell(column, value) for column, value in enumerate(row) if value is not None)
    made += _record(146)
    if sheet.merges:
        ranges = (struct.pack("<IIII", m[0] - 1, m[2] - 1, m[1] - 1, m[3] - 1) for m in sheet.merges)
        made += _record(177, struct.pack("<I", len(sheet.merges)))
        made += b"".join(_record(176, each) for each in ranges) + _record(178)
    return made + _record(130)


def _binary_cell(column: int, value: Cell) -> bytes:
    """Return one cell: a number, or a text within the cell; dates are numbers of days."""
    place = struct.pack("<II", column, 0)
    number = (value - dt.date(1899, 12, 30)).days if isinstance(value, dt.date) else value
    if isinstance(number, int | float):
        return _record(5, place + struct.pack("<d", number))
    return _record(6, place + _wide(shown(value)))
