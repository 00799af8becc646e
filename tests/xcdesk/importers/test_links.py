"""Cells that lead to a web page, in every format that has them, and the rows that they belong to."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import A, P
from xlwt.BIFFRecords import BiffRecord

from tests.sheets import pieces, sheet
from tests.sheets import read as understood
from xcdesk.importers import readers
from xcdesk.importers.limits import LINK_CHARACTERS
from xcdesk.importers.readers import xlsb

PAGE = "https://example.org/a?b=1&c=2"
OTHER = "https://example.org/other"
CALCEXT = b'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
HEAD = ("日期", "媒体", "标题")
ROW = ("2019-03-05", "许昌日报", "甲镇推行首问负责制")


def links(data: bytes) -> list[tuple[tuple[int, int, str], ...]]:
    """Links of every sheet of a file."""
    return [each.links for each in readers.read(data).sheets]


def test_links_of_a_workbook_are_found_in_relations_and_formulas(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        first = book.add_worksheet("一")
        first.write_url("B2", PAGE, string="标题")
        first.write_formula("C3", f'=HYPERLINK("{OTHER}","查看")', None, "查看")
        first.write_url("D4", "internal:'二'!A1", string="另一页")
        first.write_url("E5", "mailto:office@example.org", string="信箱")
        book.add_worksheet("二").write_string("A1", "甲")
    assert links(path.read_bytes()) == [((1, 1, PAGE), (2, 2, OTHER)), ()]


def test_links_of_an_opendocument_sheet_are_found() -> None:
    document = OpenDocumentSpreadsheet()
    table, row, cell, paragraph = Table(name="一"), TableRow(), TableCell(valuetype="string"), P()
    paragraph.addElement(A(href=PAGE, text="标题"))
    cell.addElement(paragraph)
    row.addElement(TableCell(numbercolumnsrepeated="2"))
    row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    content = io.BytesIO()
    document.write(content)
    assert links(content.getvalue()) == [((0, 2, PAGE),)]


class LinkRecord(BiffRecord):
    """A link to a page, as Excel writes it: ``HLINK`` with a URL moniker."""

    _REC_ID = 0x01B8

    def __init__(self, row: int, column: int, address: str) -> None:
        standard = bytes.fromhex("D0C9EA79F9BACE118C8200AA004BA90B")
        moniker = bytes.fromhex("E0C9EA79F9BACE118C8200AA004BA90B")
        text = (address + "\0").encode("utf-16-le")
        self._rec_data = (
            struct.pack("<4H", row, row, column, column)
            + standard
            + struct.pack("<2I", 2, 3)
            + moniker
            + struct.pack("<I", len(text))
            + text
        )


def test_links_of_a_binary_workbook_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("一")
    page.write(1, 2, "标题")
    plain = type(page)._Worksheet__merged_rec
    monkeypatch.setattr(
        type(page), "_Worksheet__merged_rec", lambda own: plain(own) + LinkRecord(1, 2, PAGE).get()
    )
    path = tmp_path / "a.xls"
    book.save(str(path))
    assert links(path.read_bytes()) == [((1, 2, PAGE),)]


def test_links_of_a_page_are_found() -> None:
    page = f"<table><tr><td>甲<td><a href='{PAGE.replace('&', '&amp;')}'>标题</a></table>"
    assert links(page.encode()) == [((0, 1, PAGE),)]


def test_links_of_an_xml_spreadsheet_are_found() -> None:
    address = PAGE.replace("&", "&amp;")
    content = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="一"><Table><Row>'
        f'<Cell ss:HRef="{address}"><Data ss:Type="String">标题</Data></Cell>'
        "</Row></Table></Worksheet></Workbook>"
    )
    assert links(content.encode()) == [((0, 0, PAGE),)]


def record(number: int, content: bytes) -> bytes:
    """One record of a binary sheet."""
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    return head + bytes([len(content)]) + content


def test_records_of_a_binary_sheet_tell_hidden_parts_errors_and_links() -> None:
    relation = "rId1".encode("utf-16-le")
    content = b"".join(
        [
            record(60, struct.pack("<4IH", 2, 3, 0, 0, 1)),
            record(60, struct.pack("<4IH", 5, 5, 0, 0, 0)),
            record(0, struct.pack("<IIHBB", 4, 0, 300, 0, 0x10)),
            record(3, struct.pack("<IIB", 1, 0, 0x07)),
            record(0, struct.pack("<IIHBB", 6, 0, 300, 0, 0)),
            record(494, struct.pack("<5I", 6, 6, 2, 2, 4) + relation),
        ]
    )
    facts = xlsb.facts_of(content, {"rId1": PAGE})
    assert (facts.hidden_rows, facts.hidden_columns) == ({4}, {2, 3})
    assert (facts.errors, facts.links) == ([(4, 1, "#DIV/0!")], [(6, 2, PAGE)])


@pytest.mark.parametrize("kept", range(1, 90, 7))
def test_a_binary_sheet_that_breaks_off_tells_what_it_can(kept: int) -> None:
    whole = b"".join(record(0, struct.pack("<IIHBB", row, 0, 300, 0, 0x10)) for row in range(6))
    assert xlsb.facts_of(whole[:kept], {}).hidden_rows <= set(range(6))


def test_error_cells_of_an_opendocument_sheet_are_named() -> None:
    document = OpenDocumentSpreadsheet()
    table, row, cell = Table(name="一"), TableRow(), TableCell(valuetype="string")
    cell.addElement(P(text="#DIV/0!"))
    row.addElement(TableCell(valuetype="string", stringvalue="甲"))
    row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    written = io.BytesIO()
    document.write(written)
    changed = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(changed, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "content.xml":
                space = (
                    b'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
                )
                mark = b'<table:table-cell office:value-type="string"><text:p>#DIV'
                root = b"<office:document-content "
                assert mark in content
                assert root in content
                better = mark.replace(b"cell ", b'cell calcext:value-type="error" ')
                content = content.replace(mark, better).replace(
                    b"<office:document-content ", b"<office:document-content " + space
                )
            new.writestr(part, content)
    found = readers.read(changed.getvalue()).sheets[0]
    assert found.errors == ((0, 1, "#DIV/0!"),)
    assert all(value != "#DIV/0!" for value in found.cells[0])


def test_a_row_takes_the_link_of_its_title() -> None:
    book = understood(sheet(HEAD, ROW, links=((1, 0, OTHER), (1, 2, PAGE))))
    assert pieces(book)[0].url == PAGE


def test_a_row_without_a_link_column_takes_any_link_of_its_own() -> None:
    assert pieces(understood(sheet(HEAD, ROW, links=((1, 1, OTHER),))))[0].url == OTHER
    assert pieces(understood(sheet(HEAD, ROW, links=((0, 1, OTHER),))))[0].url is None


def test_a_link_column_that_shows_a_word_leads_where_the_word_leads() -> None:
    head = (*HEAD, "链接")
    rows = (
        (*ROW, "查看原文"),
        (*ROW[:2], "乙局压缩审批时限过半", OTHER),
        (*ROW[:2], "丙局公布服务清单", None),
    )
    found = pieces(understood(sheet(head, *rows, links=((1, 3, PAGE), (2, 3, PAGE), (3, 0, PAGE)))))
    assert [piece.url for piece in found] == [PAGE, OTHER, None]


def test_an_address_without_end_is_no_link(tmp_path: Path) -> None:
    page = f"<table><tr><td><a href='https://example.org/{'x' * LINK_CHARACTERS}'>标题</a></table>"
    assert links(page.encode()) == [()]
