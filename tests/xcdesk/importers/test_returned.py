"""The returned workbook: the sender's own rows, red cells with a comment, a reason for each row."""

import datetime as dt

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.sheets import sheet
from xcdesk.importers import plan, returned
from xcdesk.importers.raw import RawBook
from xcdesk.importers.said import Said

HEAD = ("日期", "媒体", "标题")
GOOD = ("2019-03-05", "许昌日报", "甲镇推行首问负责制")
BAD_DAY = ("2019-02-30", "许昌日报", "=1+1")
BAD_OUTLET = ("2019-03-06", "天外来客报", "\x01乙局压缩\x0b审批时限")


@pytest.fixture
def send_back(db, tmp_path):
    """Writes the returned workbook of raw sheets and opens it."""

    def build(*sheets, kind="xls"):
        path = tmp_path / "鄢陵县3月.xls"
        path.write_bytes(b"x")
        prepared = plan.consider(path, RawBook(kind, "", sheets), Said())
        target = tmp_path / returned.name_for(path)
        return returned.write(prepared, target), openpyxl.load_workbook(target)

    return build


def test_each_faulty_row_has_its_reason_and_its_red_cell(send_back):
    count, book = send_back(sheet(HEAD, GOOD, BAD_DAY, BAD_OUTLET))
    page = book.active
    assert count == 2
    assert page["D1"].value == "退回原因"
    assert page["D2"].value is None
    assert "这一天不存在" in page["D3"].value
    assert "天外来客报" in page["D4"].value
    assert page["A3"].fill.start_color.rgb.endswith(returned.RED)
    assert "这一天不存在" in page["A3"].comment.text
    assert page["B3"].comment is None
    assert page["B4"].fill.start_color.rgb.endswith(returned.RED)


def test_text_stays_text_and_control_characters_go(send_back):
    _, book = send_back(sheet(HEAD, GOOD, BAD_DAY, BAD_OUTLET))
    assert (book.active["C3"].value, book.active["C3"].data_type) == ("=1+1", "s")
    assert book.active["C4"].value == "乙局压缩审批时限"


def test_a_fault_under_a_merge_shows_in_its_first_cell(send_back):
    rows = [("媒体", "日期", "标题"), ("天外来客报", "2019-03-05", "甲"), (None, "2019-03-06", "乙")]
    count, book = send_back(sheet(*rows, merges=["A2:A3"]))
    assert count == 2
    assert book.active["A2"].comment is not None
    assert "A2:A3" in {str(area) for area in book.active.merged_cells.ranges}


def test_odd_sheet_names_old_days_and_hidden_sheets_survive(send_back):
    rows = [HEAD, BAD_DAY, (dt.date(1899, 12, 31), *GOOD[1:])]
    _, book = send_back(
        sheet(*rows, name="1/3:旬*[上]"),
        sheet(*rows, name="1/3:旬*[上"),
        sheet(HEAD, GOOD, name="旧", hidden=True),
    )
    assert len(set(book.sheetnames)) == 3
    assert book.worksheets[0]["D3"].value
    assert book.worksheets[2].sheet_state == "hidden"


def test_the_senders_own_workbook_keeps_its_looks(db, tmp_path):
    own = openpyxl.Workbook()
    for row in (HEAD, GOOD, BAD_DAY):
        own.active.append(row)
    own.active["C3"].data_type = "s"
    own.active["A1"].font = Font(name="黑体", size=16)
    own.active.column_dimensions["C"].width = 61
    path = tmp_path / "鄢陵县3月.xlsx"
    own.save(path)
    target = tmp_path / returned.name_for(path)
    assert returned.write(plan.prepare(path), target) == 1
    page = openpyxl.load_workbook(target).active
    assert (page["A1"].font.name, page.column_dimensions["C"].width) == ("黑体", 61)
    assert (page["C3"].value, page["C3"].data_type) == ("=1+1", "s")
    assert "这一天不存在" in page["D3"].value


def test_a_returned_workbook_mended_by_its_sender_can_be_imported(db, tmp_path):
    own = openpyxl.Workbook()
    for row in (HEAD, GOOD, BAD_DAY):
        own.active.append(row)
    own.active["C3"].data_type = "s"
    path = tmp_path / "鄢陵县3月.xlsx"
    own.save(path)
    target = tmp_path / returned.name_for(path)
    returned.write(plan.prepare(path), target)
    mended = openpyxl.load_workbook(target)
    mended.active["A3"] = "2019-02-28"
    mended.save(target)
    again = plan.prepare(target)
    assert again.book.sender == "鄢陵县"
    assert [str(row.status) for row in again.book.sheets[0].rows] == ["new", "new"]
