"""Web pages, web archives and XML spreadsheets that call themselves .xls come back cell by cell."""

import datetime as dt

import pytest

from xcdesk.importers import readers
from xcdesk.importers.raw import Merge, RawSheet
from xcdesk.importers.refusals import DamagedFileError, NoRowsError, TooLargeFileError, UnreadableFileError

PAGE = """<html><head>{meta}<style>td {{ color: red }}</style></head><body>
<table border=1>
<tr><th colspan="3">许昌  廉政网
 报送表</th></tr>
<tr><td rowspan=2>许昌日报<td>3月5日</td><td>第一行<br>第二行</td></tr>
<tr style="display:none"><td>&nbsp;3月6日&nbsp;</td><td>A&amp;B &lt;b&gt;祎&lt;/b&gt;</td></tr>
<tr><td>晨报</td><td></td><td>=1+1</td></tr>
</table></body></html>"""
SHEET = RawSheet(
    name="",
    cells=(
        ("许昌 廉政网 报送表",),
        ("许昌日报", "3月5日", "第一行\n第二行"),
        (None, "3月6日", "A&B <b>祎</b>"),
        ("晨报", None, "=1+1"),
    ),
    hidden_rows=frozenset({2}),
    merges=(Merge(0, 0, 0, 2), Merge(1, 0, 2, 0)),
)
DECLARED = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize(
    ("meta", "codec", "encoding"),
    [
        (DECLARED.format("gb2312"), "gb18030", "gb18030"),
        ("", "gb18030", "gb18030"),
        (DECLARED.format("utf-8"), "gb18030", "gb18030"),
        (DECLARED.format("utf-8"), "utf-8", "utf-8"),
        ("", "utf-16", "utf-16"),
        (DECLARED.format("iso-8859-1"), "gb18030", "gb18030"),
    ],
)
def test_a_page_comes_back_whatever_charset_it_declares(meta: str, codec: str, encoding: str) -> None:
    book = readers.read(PAGE.format(meta=meta).encode(codec))
    assert (book.format, book.encoding) == ("html", encoding)
    assert book.sheets == (SHEET,)


@pytest.mark.parametrize(
    ("declared", "text"), [("big5", "許昌日報"), ("euc-kr", "허창일보"), ("windows-1252", "café à")]
)
def test_a_page_in_another_language_is_read_as_it_declares(declared: str, text: str) -> None:
    page = f"<html>{DECLARED.format(declared)}<table><tr><td>{text}</table>"
    assert readers.read(page.encode(declared)).sheets[0].cells == ((text,),)


def test_tables_of_one_page_stand_below_each_other() -> None:
    book = readers.read("<table><tr><td>标题</table><p>其间</p><table><tr><td>甲<td>乙</table>".encode())
    assert book.sheets[0].cells == (("标题",), ("甲", "乙"))


def test_a_page_without_a_table_has_no_rows() -> None:
    with pytest.raises(NoRowsError):
        readers.read("<html><body><p>请登录</p></body></html>".encode())


def test_spans_end_where_the_cells_end() -> None:
    sheet = readers.read(b"<table><tr><td rowspan=99999 colspan=99999>x<tr><tr><td>y</table>").sheets[0]
    assert (sheet.cells[0], len(sheet.cells[2])) == (("x",), 1001)
    assert sheet.merges == (Merge(0, 0, 2, 999),)


def test_spans_that_pile_up_beyond_any_sheet_are_too_large() -> None:
    with pytest.raises(TooLargeFileError):
        readers.read(b"<table>" + b"<tr><td rowspan=999999 colspan=999999>x" * 50 + b"</table>")


def test_a_web_archive_comes_back_under_the_names_of_its_pages() -> None:
    import base64

    page = base64.encodebytes(PAGE.format(meta="").encode("gb18030")).decode()
    archive = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_b"\r\n\r\n--=_b\r\n'
        "Content-Location: file:///C:/book.htm\r\nContent-Type: text/html\r\n\r\n<html></html>\r\n--=_b\r\n"
        "Content-Location: file:///C:/book.files/sheet001.htm\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Type: text/html\r\n\r\n{page}\r\n--=_b--\r\n"
    )
    book = readers.read(archive.encode())
    assert book.format == "mht"
    (sheet,) = book.sheets
    assert (sheet.name, sheet.cells, sheet.merges) == ("sheet001", SHEET.cells, SHEET.merges)


def test_a_mail_without_a_page_is_refused() -> None:
    with pytest.raises(UnreadableFileError):
        readers.read(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nhello\r\n")


XML = """<?xml version="1.0" encoding="{encoding}"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
 <Worksheet ss:Name="统计表"><Table>
  <Column ss:Index="2" ss:Span="1" ss:Hidden="1"/>
  <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">标题</Data></Cell>
   <Cell><Data ss:Type="String">末</Data></Cell></Row>
  <Row ss:Index="3" ss:Hidden="1"><Cell ss:MergeDown="1"><Data ss:Type="String">许昌日报</Data></Cell>
   <Cell ss:Index="3"><Data ss:Type="DateTime">2019-03-05T00:00:00.000</Data></Cell>
   <Cell><Data ss:Type="Number">3</Data></Cell></Row>
  <Row><Cell ss:Index="2"><Data ss:Type="DateTime">2019-03-05T08:30:00.000</Data></Cell>
   <Cell><Data ss:Type="DateTime">1899-12-31T08:30:00.000</Data></Cell>
   <Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
  <Row><Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell><Cell ss:Formula="=A1"/>
   <Cell><Data ss:Type="String">=1+1</Data><Comment><Data>批注</Data></Comment></Cell></Row>
 </Table></Worksheet>
 <Worksheet ss:Name="旧"><Table><Row><Cell><Data ss:Type="String">不计</Data></Cell></Row></Table>
  <x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>
 </Worksheet></Workbook>"""


@pytest.mark.parametrize(
    ("declared", "codec"), [("UTF-8", "utf-8"), ("gb2312", "gb18030"), ("UTF-16", "utf-16")]
)
def test_an_xml_spreadsheet_comes_back_with_types_gaps_and_merges(declared: str, codec: str) -> None:
    book = readers.read(XML.format(encoding=declared).encode(codec))
    assert (book.format, book.encoding) == ("xml2003", codec)
    assert book.sheets == (
        RawSheet(
            name="统计表",
            cells=(
                ("标题", None, None, "末"),
                (),
                ("许昌日报", None, dt.date(2019, 3, 5), 3),
                (None, dt.datetime(2019, 3, 5, 8, 30), dt.time(8, 30), True),
                (None, None, "=1+1"),
            ),
            hidden_rows=frozenset({2}),
            hidden_columns=frozenset({1, 2}),
            merges=(Merge(0, 0, 0, 2), Merge(2, 0, 3, 0)),
            errors=((4, 0, "#DIV/0!"),),
            uncomputed=((4, 1),),
        ),
        RawSheet(name="旧", cells=(("不计",),), hidden=True),
    )


def xml_of(rows: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{before}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="一"><Table>'
        f"{rows}</Table></Worksheet></Workbook>"
    ).encode()


CELL = '<Cell ss:Index="{}"><Data ss:Type="String">甲</Data></Cell>'


@pytest.mark.parametrize(
    "rows",
    [
        f'<Row ss:Index="1048577">{CELL.format(1)}</Row>',
        f"<Row>{CELL.format(99999)}</Row>",
        f'<Row>{CELL.format(16384)}</Row><Row ss:Index="1048576">{CELL.format(1)}</Row>',
        f'<Row ss:Span="99999999">{CELL.format(1)}</Row>',
    ],
)
def test_cells_beyond_any_sheet_are_too_large(rows: str) -> None:
    with pytest.raises(TooLargeFileError):
        readers.read(xml_of(rows))


@pytest.mark.parametrize(
    "content",
    [
        xml_of("<Row>", ""),
        xml_of(f"<Row>{CELL.format(1)}</Row>", '<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
        xml_of(f'<Row ss:Index="x">{CELL.format(1)}</Row>'),
    ],
)
def test_xml_that_is_broken_or_brings_entities_is_damaged(content: bytes) -> None:
    with pytest.raises(DamagedFileError):
        readers.read(content)


def test_xml_of_another_kind_is_unreadable() -> None:
    with pytest.raises(UnreadableFileError):
        readers.read(b'<?xml version="1.0"?><feed><entry/></feed>')
