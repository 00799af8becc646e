"""Binary and zipped workbooks, written here by other libraries, come back cell by cell."""

import datetime as dt
import io
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile
from odf.opendocument import OpenDocument, OpenDocumentSpreadsheet, OpenDocumentText
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P
from xlwt.BIFFRecords import BiffRecord

from xcdesk.importers import readers
from xcdesk.importers.raw import Merge, RawBook, RawSheet
from xcdesk.importers.refusals import (
    DamagedFileError,
    EncryptedFileError,
    NoRowsError,
    UnreadableFileError,
)

DAY = dt.date(2019, 3, 5)
MOMENT = dt.datetime(2019, 3, 5, 8, 30)


def read(path: Path) -> RawBook:
    return readers.read(path.read_bytes())


def write_xlsx(path: Path) -> None:
    """One visible sheet with every kind of cell away from A1, one hidden sheet, one chart."""
    with xlsxwriter.Workbook(path) as book:
        date = book.add_format({"num_format": "yyyy-mm-dd"})
        chinese_date = book.add_format({"num_format": 57})
        time = book.add_format({"num_format": "hh:mm"})
        sheet = book.add_worksheet("统计表")
        sheet.write_string("B2", "祎翀珺旻𬀩堃")
        sheet.write_number("C2", 12)
        sheet.write_number("D2", 0.5)
        sheet.write_boolean("E2", True)
        sheet.write_datetime("B3", DAY, date)
        sheet.write_datetime("C3", MOMENT, date)
        sheet.write_datetime("D3", dt.time(8, 30), time)
        sheet.write_datetime("E3", DAY, chinese_date)
        sheet.write_formula("B5", "=1/0", None, "#DIV/0!")
        sheet.write_formula("C5", '="甲"', None, "甲")
        sheet.merge_range("B6:C7", "合并")
        sheet.write_string("D7", "末")
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column("D:E", None, None, {"hidden": True})
        hidden = book.add_worksheet("旧数据")
        hidden.write_string("A1", "=1+1")
        hidden.hide()
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=统计表!$C$2:$D$2"})
        book.add_chartsheet("图").set_chart(chart)


def test_a_workbook_comes_back_with_values_dates_merges_hidden_parts_and_errors(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "报送.csv")
    book = read(tmp_path / "报送.csv")
    assert book.format == "xlsx"
    assert book.sheets == (
        RawSheet(
            name="统计表",
            cells=(
                (),
                (None, "祎翀珺旻𬀩堃", 12, 0.5, True),
                (None, DAY, MOMENT, dt.time(8, 30), DAY),
                (),
                (None, None, "甲"),
                (None, "合并"),
                (None, None, None, "末"),
            ),
            hidden_rows=frozenset({3}),
            hidden_columns=frozenset({3, 4}),
            merges=(Merge(5, 1, 6, 2),),
            errors=((4, 1, "#DIV/0!"),),
        ),
        RawSheet(name="旧数据", cells=(("=1+1",),), hidden=True),
    )
    assert [type(value) for value in book.sheets[0].cells[1][2:]] == [int, float, bool]


def test_formulas_that_nobody_has_computed_are_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["许昌日报", "=1+1"])
    book.save(tmp_path / "a.xlsx")
    sheet = read(tmp_path / "a.xlsx").sheets[0]
    assert sheet.cells == (("许昌日报",),)
    assert sheet.uncomputed == ((0, 1),)


def test_a_formula_with_an_empty_text_as_its_result_is_blank(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_string("A1", "甲")
        sheet.write_formula("B1", '=""', None, "")
    content = rewritten(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", b'<c r="B1">', b'<c r="B1" t="str">')
    assert readers.read(content).sheets[0].uncomputed == ()


def rewritten(path: Path, part: str, old: bytes, new: bytes) -> bytes:
    """The archive at ``path`` with one replacement in one part."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == part:
                assert old in content
                content = content.replace(old, new)
            out.writestr(info, content)
    return target.getvalue()


def test_a_sheet_whose_markup_uses_prefixes_and_single_quotes_is_understood_alike(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("一")
        sheet.write_formula("A1", "=1/0", None, "#DIV/0!")
        sheet.set_row(0, None, None, {"hidden": True})
    content = rewritten(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", b'hidden="1"', b"hidden = 'true'")
    sheet = readers.read(content).sheets[0]
    assert (sheet.hidden_rows, sheet.errors) == (frozenset({0}), ((0, 0, "#DIV/0!"),))


def test_what_lies_under_a_merged_cell_is_not_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["标题", "看不见", "末"])
    book.active.append(["也看不见", None, "末"])
    book.save(tmp_path / "a.xlsx")
    merge = b'<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells><pageMargins'
    content = rewritten(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", b"<pageMargins", merge)
    sheet = readers.read(content).sheets[0]
    assert sheet.cells == (("标题", None, "末"), (None, None, "末"))
    assert sheet.merges == (Merge(0, 0, 1, 1),)


def write_xls(path: Path) -> None:
    date = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    book = xlwt.Workbook()
    sheet = book.add_sheet("统计表")
    sheet.write_merge(0, 0, 0, 3, "标题")
    sheet.write(2, 0, "祎翀")
    sheet.write(2, 1, 7)
    sheet.write(2, 2, DAY, date)
    sheet.write(2, 3, True)
    sheet.write(3, 1, xlwt.Formula("1/0"))
    sheet.row(2).hidden = True
    sheet.col(3).hidden = True
    hidden = book.add_sheet("旧")
    hidden.write(0, 0, "不计")
    hidden.visibility = 1
    book.save(str(path))


def test_a_binary_workbook_comes_back_with_merges_hidden_parts_and_dates(tmp_path: Path) -> None:
    write_xls(tmp_path / "报送.xlsx")
    book = read(tmp_path / "报送.xlsx")
    assert book.format == "xls"
    shown, hidden = book.sheets
    assert shown.cells[:3] == (("标题",), (), ("祎翀", 7, DAY, True))
    assert shown.merges == (Merge(0, 0, 0, 3),)
    assert (shown.hidden_rows, shown.hidden_columns) == (frozenset({2}), frozenset({3}))
    assert hidden == RawSheet(name="旧", cells=(("不计",),), hidden=True)


def test_error_cells_of_a_binary_workbook_are_named(tmp_path: Path) -> None:
    class ErrorCell(BiffRecord):
        _REC_ID = 0x0205  # BOOLERR

        def __init__(self) -> None:
            self._rec_data = struct.pack("<HHHBB", 0, 1, 0x11, 0x07, 1)

    book = xlwt.Workbook()
    sheet = book.add_sheet("一")
    sheet.write(0, 0, "甲")

    class Cell:
        idx = 1

        def get_biff_data(self) -> bytes:
            return ErrorCell().get()

    sheet.row(0).insert_cell(1, Cell())
    book.save(str(tmp_path / "a.xls"))
    found = read(tmp_path / "a.xls").sheets[0]
    assert (found.cells, found.errors) == ((("甲",),), ((0, 1, "#DIV/0!"),))


def test_a_binary_workbook_under_a_password_is_refused_by_that_name(tmp_path: Path) -> None:
    write_xls(tmp_path / "a.xls")
    content = bytearray((tmp_path / "a.xls").read_bytes())
    at = 512  # the stream starts with a BOF record, after the header of the file
    after = at + 4 + struct.unpack_from("<H", content, at + 2)[0]
    struct.pack_into("<H", content, after, 0x2F)  # FILEPASS
    with pytest.raises(EncryptedFileError):
        readers.read(bytes(content))


def test_a_text_of_word_is_no_spreadsheet(tmp_path: Path) -> None:
    write_xls(tmp_path / "a.xls")
    content = (tmp_path / "a.xls").read_bytes()
    with pytest.raises(UnreadableFileError):
        readers.read(content.replace("Workbook".encode("utf-16-le"), "WordText".encode("utf-16-le")))


def test_another_library_reads_where_the_first_gives_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_xls(tmp_path / "a.xls")
    monkeypatch.setattr("xlrd.sheet.Sheet.read", failing)
    book = read(tmp_path / "a.xls")
    assert book.sheets[0].cells[:3] == (("标题",), (), ("祎翀", 7, DAY, True))


def failing(*_: object) -> None:
    raise IndexError("as xlrd does on damaged records")


def test_text_that_the_other_library_garbles_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = xlwt.Workbook()
    book.add_sheet("一").write(0, 0, "E\x11lm")
    book.save(str(tmp_path / "a.xls"))
    assert read(tmp_path / "a.xls").sheets[0].cells == (("E\x11lm",),)
    monkeypatch.setattr("xlrd.sheet.Sheet.read", failing)
    with pytest.raises(DamagedFileError):
        read(tmp_path / "a.xls")


def ods(document: OpenDocument) -> bytes:
    target = io.BytesIO()
    document.write(target)
    return target.getvalue()


def test_an_opendocument_sheet_comes_back() -> None:
    document = OpenDocumentSpreadsheet()
    table = Table(name="统计表")
    row = TableRow()
    for text in ("许昌日报", "《标题》"):
        cell = TableCell(valuetype="string")
        cell.addElement(P(text=text))
        row.addElement(cell)
    row.addElement(TableCell(valuetype="float", value="3"))
    row.addElement(TableCell(valuetype="date", datevalue="2019-03-05"))
    table.addElement(row)
    document.spreadsheet.addElement(table)
    book = readers.read(ods(document))
    assert (book.format, book.sheets) == (
        "ods",
        (RawSheet(name="统计表", cells=(("许昌日报", "《标题》", 3, DAY),)),),
    )


def test_an_opendocument_sheet_tells_its_merges_and_hidden_rows_and_columns() -> None:
    def cell(text: str, **spans: str) -> TableCell:
        found = TableCell(valuetype="string", **spans)
        found.addElement(P(text=text))
        return found

    document = OpenDocumentSpreadsheet()
    table = Table(name="统计表")
    table.addElement(TableColumn(numbercolumnsrepeated="2"))
    table.addElement(TableColumn(visibility="collapse"))
    first, second, gap, hidden = (
        TableRow(),
        TableRow(),
        TableRow(numberrowsrepeated="3"),
        TableRow(visibility="filter"),
    )
    for each in (cell("许昌日报", numberrowsspanned="2", numbercolumnsspanned="1"), cell("甲"), cell("藏")):
        first.addElement(each)
    for each in (CoveredTableCell(), cell("乙")):
        second.addElement(each)
    gap.addElement(TableCell(numbercolumnsrepeated="3"))
    hidden.addElement(cell("合并", numbercolumnsspanned="2", numberrowsspanned="1"))
    for row in (first, second, gap, hidden):
        table.addElement(row)
    document.spreadsheet.addElement(table)
    assert readers.read(ods(document)).sheets == (
        RawSheet(
            name="统计表",
            cells=(("许昌日报", "甲", "藏"), (None, "乙"), (), (), (), ("合并",)),
            hidden_rows=frozenset({5}),
            hidden_columns=frozenset({2}),
            merges=(Merge(0, 0, 1, 0), Merge(5, 0, 5, 1)),
        ),
    )


def test_a_text_document_is_no_spreadsheet() -> None:
    with pytest.raises(UnreadableFileError):
        readers.read(ods(OpenDocumentText()))


def test_a_workbook_under_a_password_is_refused_by_that_name(tmp_path: Path) -> None:
    write_xlsx_plain(tmp_path / "a.xlsx")
    target = io.BytesIO()
    with (tmp_path / "a.xlsx").open("rb") as source:
        OOXMLFile(source).encrypt("示例", target)
    with pytest.raises(EncryptedFileError):
        readers.read(target.getvalue())


def write_xlsx_plain(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_string("A1", "甲")


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_workbook_cut_off_on_the_way_is_damaged(tmp_path: Path, kept: float) -> None:
    write_xlsx_plain(tmp_path / "a.xlsx")
    content = (tmp_path / "a.xlsx").read_bytes()
    with pytest.raises(DamagedFileError):
        readers.read(content[: int(len(content) * kept)])


def test_a_binary_workbook_cut_off_on_the_way_is_damaged(tmp_path: Path) -> None:
    write_xls(tmp_path / "a.xls")
    with pytest.raises(DamagedFileError):
        readers.read((tmp_path / "a.xls").read_bytes()[:1500])


def test_a_workbook_of_blank_sheets_has_no_rows(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    with pytest.raises(NoRowsError):
        read(tmp_path / "a.xlsx")
