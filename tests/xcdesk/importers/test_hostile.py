"""Files made to end the reader: each is refused by name within seconds, and the program lives on."""

import io
import os
import struct
from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from tests.hostile import (
    ENTITIES,
    MEBI,
    ONE_ROW,
    ONE_STRING,
    PARTS,
    SHEET_PART,
    STRINGS_PART,
    promising,
    repeated,
    sheet,
    strings,
    workbook,
)
from xcdesk.importers.refusals import (
    DamagedFileError,
    EncryptedFileError,
    RefusedFileError,
    TooLargeFileError,
)
from xcdesk.importers.worker import read_book


def processor_seconds() -> float:
    """Work of this process and of those it has waited for; a busy machine does not lengthen it."""
    return sum(os.times()[:4])


def refusal(path: Path, within: float = 5.0) -> RefusedFileError:
    start = processor_seconds()
    with pytest.raises(RefusedFileError) as caught:
        read_book(path)
    assert processor_seconds() - start < within
    assert caught.value.facts["name"] == path.name
    return caught.value


def test_a_plain_workbook_of_the_same_parts_is_read(tmp_path: Path) -> None:
    book = read_book(workbook(tmp_path / "base.xlsx", {SHEET_PART: sheet(ONE_ROW)}))
    assert book.sheets[0].cells == ((1,),)


def test_a_wrong_dimension_and_a_part_outside_the_folder_do_no_harm(tmp_path: Path) -> None:
    content = sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')
    parts = {
        SHEET_PART: content.replace("<sheetData>", '<dimension ref="A1:A1"/><sheetData>'),
        "../../../slip.txt": "x",
    }
    assert read_book(workbook(tmp_path / "dim.xlsx", parts)).sheets[0].cells == ((1, 2),)
    assert not list(tmp_path.parent.rglob("slip.txt"))


OUTSIDE = '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    "document_type", [ENTITIES, OUTSIDE, "<!DOCTYPE x>"], ids=["bomb", "outside", "plain"]
)
@pytest.mark.parametrize("part", [SHEET_PART, STRINGS_PART, "xl/workbook.xml"])
def test_document_types_and_entities_are_refused(tmp_path: Path, document_type: str, part: str) -> None:
    parts = {SHEET_PART: sheet(ONE_STRING), STRINGS_PART: strings("<si><t>&a9;</t></si>")}
    content = {**PARTS, **parts}[part]
    assert (
        type(refusal(workbook(tmp_path / "a.xlsx", {**parts, part: document_type + content})))
        is DamagedFileError
    )


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r = "1"><c r = "A1"><v>1</v></c></row><row><c\tr = "XFD1048576"><v>1</v></c></row>',
    ],
    ids=["plain", "single quotes", "spaces"],
)
def test_one_value_in_the_last_corner_is_too_large(tmp_path: Path, rows: str) -> None:
    assert type(refusal(workbook(tmp_path / "sparse.xlsx", {SHEET_PART: sheet(rows)}))) is TooLargeFileError


def test_borders_down_to_the_last_row_are_no_values(tmp_path: Path) -> None:
    rows = ONE_ROW + "".join(f'<row r="{row}"><c r="Z{row}" s="0"/></row>' for row in range(2, 100_000))
    book = read_book(workbook(tmp_path / "styled.xlsx", {SHEET_PART: sheet(rows)}))
    assert book.sheets[0].cells == ((1,),)


def test_merges_over_the_whole_sheet_are_cut_to_what_is_used(tmp_path: Path) -> None:
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    content = sheet(ONE_ROW).replace("</worksheet>", merges + "</worksheet>")
    assert read_book(workbook(tmp_path / "merged.xlsx", {SHEET_PART: content})).sheets[0].merges == ()


@pytest.mark.parametrize(
    ("part", "before", "piece", "after"),
    [
        (SHEET_PART, sheet("").split("</")[0], b" ", sheet("").split("<sheetData>")[1]),
        (STRINGS_PART, strings("").split("</")[0], b"<si><t/></si>", "</sst>"),
        (STRINGS_PART, strings("").split("</")[0] + "<si><t>", b"x", "</t></si></sst>"),
        (
            SHEET_PART,
            sheet("").split("</")[0] + "<row>",
            b"<c><v>1</v></c>",
            "</row></sheetData></worksheet>",
        ),
    ],
    ids=["blanks", "empty strings", "one string", "one row"],
)
def test_parts_that_unpack_out_of_proportion_are_too_large(
    tmp_path: Path, part: str, before: str, piece: bytes, after: str
) -> None:
    parts = {} if part == SHEET_PART else {SHEET_PART: sheet(ONE_STRING)}
    path = workbook(tmp_path / "bomb.xlsx", parts, {part: repeated(before, piece, 60 * MEBI, after)})
    assert type(refusal(path)) is TooLargeFileError


def test_a_part_that_unpacks_beyond_the_limit_is_too_large(tmp_path: Path) -> None:
    path = promising(workbook(tmp_path / "large.xlsx", {SHEET_PART: sheet(ONE_ROW)}), 401 * MEBI)
    refused = refusal(path)
    assert (type(refused), refused.facts["reason"].endswith("bytes unpacked")) == (TooLargeFileError, True)


def test_a_part_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "lie.xlsx", {SHEET_PART: sheet(" " * (2 * MEBI) + ONE_ROW)})
    assert type(refusal(promising(path, 100))) is DamagedFileError


def test_an_archive_with_a_password_is_encrypted(tmp_path: Path) -> None:
    path = workbook(tmp_path / "locked.xlsx", {SHEET_PART: sheet(ONE_ROW)})
    content = bytearray(path.read_bytes())
    at = content.rindex(SHEET_PART.encode()) - 46 + 8  # flags in the table of contents
    content[at] |= 1
    path.write_bytes(content)
    assert type(refusal(path)) is EncryptedFileError


def test_an_archive_of_countless_parts_is_too_large(tmp_path: Path) -> None:
    parts = {f"xl/{number}.xml": "" for number in range(10_001)}
    assert type(refusal(workbook(tmp_path / "parts.xlsx", parts))) is TooLargeFileError


def test_an_opendocument_sheet_that_repeats_one_value_without_end_ends_only_its_reader(
    tmp_path: Path,
) -> None:
    document = OpenDocumentSpreadsheet()
    table = Table(name="一")
    row = TableRow(numberrowsrepeated="1048576")
    cell = TableCell(valuetype="string", numbercolumnsrepeated="16384")
    cell.addElement(P(text="x" * 100))
    row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    content = io.BytesIO()
    document.write(content)
    path = tmp_path / "repeated.ods"
    path.write_bytes(content.getvalue())
    assert refusal(path, within=21).code in {"file.too_large", "file.damaged"}


def test_text_repeated_in_a_million_cells_is_too_large(tmp_path: Path) -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 100_000))
    parts = {SHEET_PART: sheet(cells), STRINGS_PART: strings(f"<si><t>{'x' * 30_000}</t></si>")}
    assert type(refusal(workbook(tmp_path / "long.xlsx", parts))) is TooLargeFileError


def test_an_ole_file_whose_sectors_run_in_a_circle_is_refused(tmp_path: Path) -> None:
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", header, 44, 1, 0)  # one table of sectors; the directory starts in sector 0
    struct.pack_into("<IIIII", header, 56, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 1, *[0xFFFFFFFF] * 108)
    circle = struct.pack("<128I", 0, 0xFFFFFFFD, *[0xFFFFFFFF] * 126)
    path = tmp_path / "loop.xls"
    path.write_bytes(bytes(header) + bytes(512) + circle)
    assert type(refusal(path)) is DamagedFileError
