"""The returned workbook: the sender's own rows, red cells with a comment, a reason for each row."""

import datetime as dt
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest
import xlwt
from odf import opendocument, table
from odf.style import ParagraphProperties, Style, TableCellProperties, TableColumnProperties, TextProperties
from odf.text import P
from openpyxl.styles import Font

from tests.returns import formats
from tests.returns.formats import Grid
from tests.sheets import sheet
from xcdesk import files
from xcdesk.importers import apply, marks, plan, receipts, returned, worker
from xcdesk.importers.raw import RawBook
from xcdesk.importers.said import Said
from xcdesk.services.returns import returns_rules

pytestmark = pytest.mark.file_engine
HEAD = ("日期", "媒体", "标题")
GOOD = ("2019-03-05", "许昌日报", "甲镇推行首问负责制")
BAD_DAY = ("2019-02-30", "许昌日报", "=1+1")
BAD_OUTLET = ("2019-03-06", "天外来客报", "\x01乙局压缩\x0b审批时限")
TITLE = ("鄢陵县2019年3月宣传报道报送表", None, None)
HOSTILE = (
    "=1+1",
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "'=1",
    "http://example.com/x",
    "{=1}",
    "#REF!",
    "00123",
    "1e5",
)


@pytest.fixture
def send_back(db, tmp_path):
    """Writes the returned workbook of raw sheets and opens it."""

    def build(*sheets, kind="xml2003", **said):
        path = tmp_path / "鄢陵县3月.xls"
        path.write_bytes(b"x")
        prepared = plan.consider(path, RawBook(kind, "", sheets), Said())
        target = tmp_path / returned.name_for(path)
        return returned.write(prepared, target, **said), openpyxl.load_workbook(target)

    return build


@pytest.fixture
def make(db, tmp_path):
    """Writes a file, makes its returned workbook, and gives both places."""

    def build(data, name="鄢陵县3月.xlsx", **said):
        path = tmp_path / name
        path.write_bytes(data)
        target = tmp_path / returned.name_for(path)
        returned.write(plan.prepare(path), target, **said)
        return path, target

    return build


def grid(*rows, **facts):
    return Grid([list(row) for row in rows], **facts)


def lines(page):
    """What is written in the first column of a page."""
    return [str(row[0]) for row in page.iter_rows(values_only=True) if row[0] is not None]


def states(book):
    return {(one.name, row.row): str(row.status) for one in book.sheets for row in one.rows}


def test_each_faulty_row_has_its_reason_and_its_red_cell(send_back):
    count, book = send_back(sheet(HEAD, GOOD, BAD_DAY, BAD_OUTLET))
    page = book["Sheet1"]
    assert count == 2
    assert page["D1"].value == "退回原因"
    assert page["D2"].value == "无误，不必再报"
    assert "这一天不存在" in page["D3"].value
    assert "天外来客报" in page["D4"].value
    assert page["A3"].fill.start_color.rgb.endswith(returned.RED)
    assert "这一天不存在" in page["A3"].comment.text
    assert page["B3"].comment is None
    assert page["B4"].fill.start_color.rgb.endswith(returned.RED)


def test_comments_are_as_large_as_their_words(make):
    _, target = make(formats.xlsx([grid(HEAD, GOOD, BAD_DAY)]))
    with zipfile.ZipFile(target) as archive:
        drawing = next(name for name in archive.namelist() if name.endswith(".vml"))
        shape = archive.read(drawing).decode()
    width, height = (float(re.search(rf"{side}:([\d.]+)px", shape)[1]) for side in ("width", "height"))
    assert 250 < width <= 300
    assert height >= 40


@pytest.mark.parametrize(
    ("name", "write"), [("鄢陵县3月.xlsx", formats.xlsx), ("鄢陵县4月.xls", formats.xml_2003)]
)
def test_text_stays_text(make, name, write):
    bad = [("2019-02-30", "许昌日报", words) for words in HOSTILE]
    _, target = make(write([grid(HEAD, GOOD, *bad)]), name=name)
    cells = [row[2] for row in openpyxl.load_workbook(target)["Sheet1"].iter_rows(min_row=3)]
    assert [cell.value.strip() for cell in cells] == [words.strip() for words in HOSTILE]
    assert {(cell.data_type, cell.hyperlink) for cell in cells} == {("s", None)}


def test_control_characters_go(send_back):
    _, book = send_back(sheet(HEAD, GOOD, BAD_DAY, BAD_OUTLET))
    assert book["Sheet1"]["C4"].value == "乙局压缩审批时限"


def test_a_fault_under_a_merge_shows_in_its_first_cell(send_back):
    rows = [("媒体", "日期", "标题"), ("天外来客报", "2019-03-05", "甲"), (None, "2019-03-06", "乙")]
    count, book = send_back(sheet(*rows, merges=["A2:A3"]))
    assert count == 2
    assert book["Sheet1"]["A2"].comment is not None
    assert "A2:A3" in {str(area) for area in book["Sheet1"].merged_cells.ranges}


def test_odd_sheet_names_old_days_and_hidden_sheets_survive(send_back):
    rows = [HEAD, BAD_DAY, (dt.date(1899, 12, 31), *GOOD[1:])]
    _, book = send_back(
        sheet(*rows, name="1/3:旬*[上]"),
        sheet(*rows, name="1/3:旬*[上"),
        sheet(HEAD, GOOD, name="旧", hidden=True),
    )
    assert len(set(book.sheetnames)) == 4
    assert book.worksheets[1]["D3"].value
    assert book.worksheets[3].sheet_state == "hidden"


def test_the_page_in_front_says_how_many_what_to_do_until_when_and_to_whom(
    send_back, clerk, monkeypatch, leader
):
    monkeypatch.setenv("XCDESK_TODAY", "2019-04-03")
    rules = replace(returns_rules.load(), contact="示例·郭某", phone="0374-0000001", mailbox="a@example.com")
    returns_rules.save(leader, rules)
    _, book = send_back(sheet(HEAD, GOOD, BAD_DAY, BAD_OUTLET))
    page = book.worksheets[0]
    said = "\n".join(lines(page))
    assert (page.title, book.active.title) == ("退回说明", "退回说明")
    assert "鄢陵县：" in said
    assert "其中 2 行需改正后重报；其余 1 行不必再报" in said
    assert "请于 2019年4月9日前报回（a@example.com）" in said
    assert "联系人：示例·郭某　电话：0374-0000001" in said
    links = [cell.hyperlink.location for row in page.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'Sheet1'!A3", "'Sheet1'!A4"]


def test_a_file_with_nothing_right_does_not_speak_of_the_rest(send_back):
    _, book = send_back(sheet(HEAD, BAD_DAY, BAD_OUTLET))
    assert any("2 行均需改正后重报" in line for line in lines(book.worksheets[0]))


def test_only_the_turned_down_rows_can_be_shown_under_their_own_numbers(make):
    total = ("合计", None, "3篇")
    _, target = make(formats.xlsx([grid(HEAD, GOOD, BAD_DAY, GOOD, total)]), only_turned_down=True)
    page = openpyxl.load_workbook(target)["Sheet1"]
    assert [row for row in range(1, 6) if not page.row_dimensions[row].hidden] == [1, 3]
    assert "这一天不存在" in page["D3"].value


def test_the_senders_own_workbook_keeps_its_looks_and_opens_at_the_fault(make):
    own = openpyxl.Workbook()
    for row in (HEAD, *[GOOD] * 30, BAD_DAY):
        own.active.append(row)
    own.active["A1"].font = Font(name="黑体", size=16)
    own.active.column_dimensions["C"].width = 61
    own.active.row_dimensions[5].hidden = True
    own.active["XFC5"].font = Font(bold=True)
    _, target = make(formats._saved(own))
    page = openpyxl.load_workbook(target)["Sheet"]
    assert (page["A1"].font.name, page.column_dimensions["C"].width) == ("黑体", 61)
    assert page.row_dimensions[5].hidden
    assert "这一天不存在" in page["D32"].value
    assert (page.freeze_panes, page.sheet_view.pane.topLeftCell) == ("A29", "A29")


def test_a_binary_workbook_is_rebuilt_with_its_looks(make):
    book = xlwt.Workbook()
    page = book.add_sheet("三月")
    style = "font: name 黑体, height 320, bold on; align: horiz center; pattern: pattern solid, fore_colour "
    page.write_merge(0, 0, 0, 2, TITLE[0], xlwt.easyxf(f"{style}yellow"))
    bordered = xlwt.easyxf("borders: left thin, right thin; align: wrap on")
    dated = xlwt.easyxf(num_format_str="M月D日")
    for column, name in enumerate(HEAD):
        page.write(1, column, name, bordered)
    for row, (day, outlet, title) in enumerate((GOOD, BAD_OUTLET, BAD_DAY), 2):
        shown = day if day == BAD_DAY[0] else dt.date.fromisoformat(day)
        page.write(row, 0, shown, dated)
        page.write(row, 1, outlet, bordered)
        page.write(row, 2, title.replace("\x01", ""), bordered)
    page.col(2).width = 50 * 256
    page.row(0).height, page.row(0).height_mismatch = 800, True
    page.row(2).hidden = True
    _, target = make(formats._saved(book), name="鄢陵县3月.et")
    made = openpyxl.load_workbook(target)["三月"]
    head = made["A1"]
    assert (head.font.name, head.font.size, head.font.bold) == ("黑体", 16, True)
    assert (head.fill.start_color.rgb[-6:], head.alignment.horizontal) == ("FFFF00", "center")
    assert made.column_dimensions["C"].width == 50
    assert made.row_dimensions[1].height == 40
    assert made.row_dimensions[3].hidden
    assert made["A4"].number_format == "M月D日"
    assert made["B4"].border.left.style == "thin"
    assert made["B4"].alignment.wrap_text
    assert "A1:C1" in {str(area) for area in made.merged_cells.ranges}


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("鄢陵县3月.xlsx", lambda one: formats.xlsx([one])),
        ("鄢陵县3月.xls", lambda one: formats.xls([one])),
        ("鄢陵县3月.ods", lambda one: formats.ods([one])),
        ("鄢陵县3月网页.xls", lambda one: formats.web_page(one, "gb18030", declared=True)),
        ("鄢陵县3月.mht", formats.web_archive),
        ("鄢陵县3月.xml", lambda one: formats.xml_2003([one])),
        ("鄢陵县3月.csv", lambda one: formats.text(one, ",", "gb18030")),
        ("鄢陵县3月.txt", lambda one: formats.text(one, "\t", "utf-16")),
    ],
)
def test_filled_in_and_sent_again_it_gives_exactly_the_corrected_rows(make, clerk, name, write):
    third = ("2019-03-08", "许昌晨报", "丙乡的一篇稿件很长很长很长")
    one = grid(TITLE, HEAD, GOOD, ("2019-02-30", *BAD_DAY[1:]), ("2019-03-06", "天外来客报", "丁"), third)
    path, target = make(write(one), name=name)
    first = plan.prepare(path)
    batch = receipts.send_back(first, clerk)
    apply.apply(first, clerk)
    mended = openpyxl.load_workbook(target)
    page = mended.worksheets[1]
    assert page["D2"].value == marks.REASON
    page["A4"], page["B5"] = "2019-02-28", "许昌电视台"
    mended.save(target.with_name("已改正.xlsx"))

    again = plan.prepare(target.with_name("已改正.xlsx"))
    assert again.book.sender == "鄢陵县"
    (read,) = again.book.sheets
    assert [(row.row, str(row.status)) for row in read.rows] == [
        (3, "same"),
        (4, "new"),
        (5, "new"),
        (6, "same"),
    ]
    assert read.names == HEAD
    written = [row.record for row in read.rows if str(row.status) == "new"]
    assert [(one.date, one.outlet) for one in written] == [
        (dt.date(2019, 2, 28), "许昌日报"),
        (dt.date(2019, 3, 6), "许昌电视台"),
    ]
    answer = apply.apply(again, clerk)
    assert answer.added == 2
    assert receipts.ImportBatch.get_by_id(answer.batch).corrects_id == batch


def test_one_that_comes_back_wrong_is_returned_again_without_what_was_mended(make, tmp_path):
    _, target = make(formats.xlsx([grid(HEAD, GOOD, BAD_DAY, BAD_OUTLET_CLEAN)]))
    mended = openpyxl.load_workbook(target)
    mended["Sheet1"]["A3"] = "2019-02-28"
    mended.save(target)
    second = tmp_path / "二次" / returned.name_for(target)
    assert returned.write(plan.prepare(target), second) == 1
    book = openpyxl.load_workbook(second)
    page = book["Sheet1"]
    assert (book.sheetnames, second.name) == (["退回说明", "Sheet1"], target.name)
    assert [page.cell(1, column).value for column in range(1, 6)] == [*HEAD, "退回原因", None]
    assert (page["A3"].comment, page["A3"].fill.fill_type) == (None, None)
    assert page["B4"].comment is not None


BAD_OUTLET_CLEAN = ("2019-03-06", "天外来客报", "乙局压缩审批时限")


def test_a_column_of_reasons_is_never_data_even_without_our_page(make, clerk):
    """A file without a heading for titles, whose column of titles is found by its contents."""
    head = ("日期", "媒体", "")
    rows = [(*GOOD[:2], "甲镇推行首问负责制见成效"), (*BAD_DAY[:2], "乙局压缩审批时限过半")]
    _, target = make(formats.xlsx([grid(head, *rows)]))
    book = openpyxl.load_workbook(target)
    book.remove(book.worksheets[0])
    book.active.move_range("C1:C3", cols=2)
    book.save(target)
    (read,) = plan.prepare(target).book.sheets
    assert {row.record.title for row in read.rows} == {rows[0][2], rows[1][2]}


def test_our_page_is_known_whatever_it_is_called_and_wherever_it_stands(make):
    _, target = make(formats.xlsx([grid(HEAD, GOOD, BAD_DAY)]))
    book = openpyxl.load_workbook(target)
    book.worksheets[0].title = "看这里"
    book.move_sheet("看这里", 1)
    book.save(target)
    again = plan.prepare(target)
    assert [one.name for one in again.book.sheets] == ["Sheet1"]
    assert re.fullmatch("TH-[0-9A-F]{12}", again.raw.answers)


def test_names_never_collide(tmp_path):
    usual = tmp_path / returned.name_for(tmp_path / "a" / "鄢陵县3月.xlsx")
    usual.write_bytes(b"")
    first = files.free_path(usual)
    assert first.name == "退回_鄢陵县3月_2.xlsx"
    assert files.free_path(usual, {first}).name == "退回_鄢陵县3月_3.xlsx"


def test_a_workbook_with_macros_is_returned_without_them(make, tmp_path):
    data = formats.xlsx([grid(HEAD, GOOD, BAD_DAY)])
    _, target = make(data, name="鄢陵县3月.xlsm")
    assert target.suffix == ".xlsx"
    assert files.sha256(target) != files.sha256(tmp_path / "鄢陵县3月.xlsm")
    assert openpyxl.load_workbook(target)["Sheet1"]["D3"].value


def test_an_opendocument_workbook_is_rebuilt_with_its_looks(make):
    book = opendocument.OpenDocumentSpreadsheet()
    head = Style(name="head", family="table-cell")
    head.addElement(TextProperties(fontweight="bold", fontsize="14pt", color="#C00000"))
    head.addElement(TableCellProperties(backgroundcolor="#FFFF00", border="0.5pt solid #000000"))
    head.addElement(ParagraphProperties(textalign="center"))
    wide = Style(name="wide", family="table-column")
    wide.addElement(TableColumnProperties(columnwidth="8cm"))
    for style in (head, wide):
        book.automaticstyles.addElement(style)
    page = table.Table(name="三月")
    page.addElement(table.TableColumn(numbercolumnsrepeated="2"))
    page.addElement(table.TableColumn(stylename=wide))
    for values in (HEAD, GOOD, BAD_OUTLET_CLEAN):
        line = table.TableRow()
        for value in values:
            cell = table.TableCell(valuetype="string", **({"stylename": head} if values is HEAD else {}))
            cell.addElement(P(text=value))
            line.addElement(cell)
        page.addElement(line)
    book.spreadsheet.addElement(page)
    _, target = make(formats._saved(book), name="鄢陵县3月.ods")
    made = openpyxl.load_workbook(target)["三月"]
    cell = made["C1"]
    assert (cell.font.bold, cell.font.size, cell.font.color.rgb[-6:]) == (True, 14, "C00000")
    assert (cell.fill.start_color.rgb[-6:], cell.alignment.horizontal) == ("FFFF00", "center")
    assert cell.border.left.style == "thin"
    assert 35 < made.column_dimensions["C"].width < 45
    assert made["B3"].comment is not None


def test_looks_that_cannot_be_read_refuse_nothing(tmp_path):
    broken = tmp_path / "a.xls"
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more")
    assert worker.read_looks(broken) == {}
    assert worker.read_looks(tmp_path / "gone.xls") == {}


def test_what_was_read_though_hidden_is_marked_and_shown(tmp_path, db):
    path = tmp_path / "鄢陵县3月.xls"
    path.write_bytes(b"x")
    seen = sheet(HEAD, GOOD, BAD_DAY, GOOD, hidden_rows=frozenset({2, 3}), hidden_columns=frozenset({0}))
    aside = sheet(HEAD, BAD_OUTLET, name="旧", hidden=True)
    prepared = plan.consider(path, RawBook("xml2003", "", (seen, aside)), Said(with_hidden=True))
    target = tmp_path / returned.name_for(path)
    assert returned.write(prepared, target) == 2
    book = openpyxl.load_workbook(target)
    assert book["旧"].sheet_state == "visible"
    assert book["旧"]["D2"].value
    page = book["Sheet1"]
    assert [page.row_dimensions[row].hidden for row in (3, 4)] == [False, True]
    assert not page.column_dimensions["A"].hidden
    cells = (cell for row in book.worksheets[0].iter_rows() for cell in row)
    assert [cell.hyperlink.location for cell in cells if cell.hyperlink] == ["'Sheet1'!A3", "'旧'!A2"]
