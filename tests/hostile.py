"""Workbooks put together part by part, to be as no spreadsheet program would write them."""

import struct
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{NAMESPACE}" xmlns:r="{LINKS}">'
    '<sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}
SHEET_PART = "xl/worksheets/sheet1.xml"
STRINGS_PART = "xl/sharedStrings.xml"
MEBI = 1 << 20


def sheet(rows: str, before: str = "") -> str:
    return f'{before}<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData></worksheet>'


def strings(items: str, before: str = "") -> str:
    return f'{before}<sst xmlns="{NAMESPACE}">{items}</sst>'


ONE_ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
ONE_STRING = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def workbook(path: Path, parts: dict[str, str], streamed: dict[str, Iterable[bytes]] | None = None) -> Path:
    """An .xlsx of the fixed parts and ``parts``; ``streamed`` ones are too large to hold."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in {**PARTS, **parts}.items():
            archive.writestr(name, content)
        for name, chunks in (streamed or {}).items():
            with archive.open(name, "w", force_zip64=True) as stream:
                for chunk in chunks:
                    stream.write(chunk)
    return path


def repeated(before: str, piece: bytes, size: int, after: str) -> Iterator[bytes]:
    """``before``, then ``piece`` again and again for about ``size`` bytes, then ``after``."""
    block = piece * (MEBI // len(piece))
    yield before.encode()
    for _ in range(size // len(block)):
        yield block
    yield after.encode()


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)).replace("&a0;", "&a;")
    + "]>"
)


def promising(path: Path, size: int) -> Path:
    """The archive at ``path`` with a false unpacked size of its sheet in the table of contents."""
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, content.rindex(SHEET_PART.encode()) - 46 + 24, size)
    path.write_bytes(content)
    return path
