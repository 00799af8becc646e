"""Headings as counties write them, and what columns, sheet names and sections tell of a row."""

import datetime as dt

import pytest

from tests.sheets import left_out, pieces, read, sheet, turned_down
from xcdesk.importers.records import Field, SheetKind

HEAD = ("日期", "媒体", "标题")
ROW = ("2019-03-05", "许昌日报", "甲镇推行首问负责制")
OTHER = ("2019-03-06", "许昌晨报", "乙局压缩审批时限")


def only(book):
    """The one piece of a book."""
    (record,) = pieces(book)
    return record


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("序号", "刊发情况", None, None, "稿件", None, "作者"),
            (None, "日期", "媒体", "版面", "标题", "体裁", None),
        ],
        [
            ("序号", "刊发", None, None, "稿件", None, "作者"),
            ("序号", "日期", "媒体", "版面", "标题", "体裁", "作者"),
        ],
    ],
)
def test_two_heading_rows_with_merged_parents_are_one_heading(rows):
    merges = ["A2:A3", "B2:D2", "E2:F2", "G2:G3"]
    body = (1.0, "3月5日", "日报", "3版", "甲镇推行首问负责制", "消息", "示例·王某")
    book = read(sheet(("鄢陵县2019年3月统计表", *[None] * 6), *rows, body, merges=["A1:G1", *merges]))
    record = only(book)
    assert (record.outlet, record.slot, record.form, record.author) == (
        "许昌日报",
        "3版",
        "news",
        "示例·王某",
    )
    assert book.sheets[0].names[1].endswith("_日期")
    assert (book.sheets[0].header_row, book.sheets[0].header_rows) == (2, 2)


def test_two_heading_rows_without_merges_are_one_heading():
    head = [("序号", "刊发情况", None, "标题", "作者"), (None, "日期", "媒体", None, None)]
    book = read(sheet(*head, (1.0, *ROW, "示例·王某")))
    assert book.sheets[0].names == ("序号", "刊发情况_日期", "刊发情况_媒体", "标题", "作者")
    assert only(book).author == "示例·王某"


def test_month_and_day_in_columns_of_their_own_make_a_day():
    book = read(sheet(("月", "日", "媒体", "标题"), (3.0, 5.0, *ROW[1:])))
    assert only(book).date == dt.date(2019, 3, 5)


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("国家级", "national"),
        ("省级媒体", "provincial"),
        ("市级（3篇）", "municipal"),
        ("中央媒体", "national"),
    ],
)
def test_the_tier_comes_from_the_sheets_name(name, tier):
    row = {"national": "人民日报", "provincial": "河南日报", "municipal": "许昌日报"}[tier]
    assert only(read(sheet(HEAD, (ROW[0], row, ROW[2]), name=name))).tier == tier


def test_the_outlet_may_stand_in_the_sheets_name_or_over_a_section():
    head = ("日期", "标题")
    assert only(read(sheet(head, (ROW[0], ROW[2]), name="许昌晨报"))).outlet == "许昌晨报"
    rows = [("一、许昌日报（1篇）",), (ROW[0], ROW[2]), ("二、河南日报",), (OTHER[0], OTHER[2])]
    book = read(sheet(head, *rows, merges=["A2:B2", "A4:B4"]))
    assert [record.outlet for record in pieces(book)] == ["许昌日报", "河南日报"]
    assert left_out(book) == {2: "row.section", 4: "row.section"}


def test_day_and_page_may_share_the_outlets_cell():
    record = only(read(sheet(("题目", "刊发媒体、时间及版面"), (ROW[2], "《许昌日报》3月5日A04版"))))
    assert (record.outlet, record.date, record.slot) == ("许昌日报", dt.date(2019, 3, 5), "A04版")


@pytest.mark.parametrize("row", [(1.0, 2.0, 3.0, 4.0), ("(1)", "(年月日)", "（全称）", "（必填）")])
def test_a_row_of_numbers_or_hints_under_the_heading_is_left_out(row):
    book = read(sheet(("序号", *HEAD), row, (1.0, *ROW)))
    assert left_out(book) == {2: "row.heading"}
    assert len(pieces(book)) == 1


def test_a_table_of_counts_below_the_pieces_is_left_out():
    book = read(
        sheet(HEAD, ROW, (None,), ("媒体", "篇数"), ("许昌日报", 3.0), ("河南日报", 1.0), ("本月情况良好",))
    )
    assert len(pieces(book)) == 1
    assert turned_down(book) == {}


def test_totals_in_words_are_left_out():
    book = read(sheet(HEAD, ROW, ("合计：市级5篇，省级3篇",), ("以上共计8篇",), ("累计：", None, None)))
    assert left_out(book) == {3: "row.total", 4: "row.total", 5: "row.total"}


def test_a_heading_merged_over_two_columns_takes_no_row_of_data():
    book = read(
        sheet(("日期", "媒体", "标题", None), ("3月5日", "日报", "甲镇", None), merges=["C1:D1", "C2:D2"])
    )
    assert only(book).title == "甲镇"


def test_a_year_or_month_in_a_column_of_its_own_serves_the_day():
    book = read(
        sheet(("年份", "月份", *HEAD), ("2018年", "4月", "5日", *ROW[1:]), (2018.0, 4.0, "6日", *OTHER[1:]))
    )
    assert [str(record.date) for record in pieces(book)] == ["2018-04-05", "2018-04-06"]


def test_a_unit_heading_over_outlets_is_the_outlet():
    book = read(sheet(("日期", "单位", "标题"), ROW, OTHER))
    assert [record.outlet for record in pieces(book)] == ["许昌日报", "许昌晨报"]


def test_a_column_of_column_or_page_takes_either():
    rows = [(*ROW, "7版"), ("2019-03-06", "许昌电视台", "乙局压缩审批时限", "焦点30分")]
    first, second = pieces(read(sheet((*HEAD, "栏目/版面"), *rows)))
    assert (first.slot, first.programme) == ("7版", None)
    assert (second.slot, second.programme) == (None, "焦点30分")


@pytest.mark.parametrize(
    "rows",
    [
        [("id", "name"), (1, "甲"), (2, "乙")],
        [("id", "name"), ("1", "许昌日报"), ("2", "许昌晨报")],
        [("name", "id"), ("甲", "A1"), ("乙", "A2")],
        [("姓名", "年龄"), ("甲", 30), ("乙", 41)],
        [("姓名", "电话"), ("甲", "13800000000"), ("乙", "13800000001")],
    ],
)
def test_numbers_that_count_nothing_known_are_no_table_of_counts(rows):
    [found] = read(sheet(*rows)).sheets
    assert (found.kind, found.rows) == (SheetKind.UNKNOWN, ())


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("单位", "国家级", "省级", "市级", "合计"),
            ("禹州市", 1.0, 0.0, 6.0, 7.0),
            ("长葛市", 9.0, 0.0, 0.0, 9.0),
        ],
        [("媒体", "篇数"), ("许昌日报", 3.0), ("许昌晨报", 4.0)],
        [("日期", "媒体", "稿件数量"), ("3月5日", "许昌日报", 3.0), ("3月6日", "许昌晨报", 4.0)],
        [("县区", "许昌日报", "许昌晨报", "河南日报"), ("禹州市", "3", "4", "0"), ("合计", "3", "4", "0")],
        [("序号", "报送单位", "用稿数", "排名"), (1.0, "禹州市", 12.0, 1.0)],
        [("单位", "1月", "2月", "3月"), ("禹州市", 5.0, 6.0, None)],
    ],
)
def test_a_table_of_counts_holds_no_pieces(rows):
    book = read(sheet(("3月份各单位稿件数量统计", *[None] * 4), *rows, merges=["A1:E1"]))
    assert book.sheets[0].kind == SheetKind.TALLY
    assert not book.sheets[0].rows


def test_a_sheet_without_a_required_column_is_refused_with_its_name():
    book = read(sheet(("日期", "媒体", "联系人"), (*ROW[:2], "示例·王某")))
    assert book.sheets[0].kind == SheetKind.UNKNOWN
    assert "标题" in book.sheets[0].problem.message("zh")


def test_one_column_never_serves_two_fields():
    book = read(
        sheet(
            ("日期", "报送日期", "媒体", "单位", "媒体单位", "标题", "稿件题目"),
            ("3月5日", "3月9日", "日报", "禹州市", "晨报", "甲", "乙"),
        )
    )
    fields = [field for _, field in book.sheets[0].mapping]
    places = [place for place, _ in book.sheets[0].mapping]
    assert len(set(fields)) == len(fields)
    assert len(set(places)) == len(places)
    assert (only(book).outlet, only(book).title, str(only(book).date)) == ("许昌晨报", "甲", "2019-03-05")


def test_the_day_it_was_sent_serves_only_when_no_better_day_is_there():
    book = read(sheet(("报送日期", "刊发日期", "媒体", "标题"), ("2019-03-09", *ROW)))
    assert str(only(book).date) == "2019-03-05"


def test_a_blank_heading_is_understood_by_what_stands_beneath():
    assert only(read(sheet((None, "媒体", "标题"), ROW, (*OTHER[:2], "")))).date == dt.date(2019, 3, 5)


def test_a_remembered_mapping_comes_first():
    from xcdesk.importers.mapping import signature

    names = ("甲", "乙", "丙")
    remembered = {signature(names): {"甲": Field.DATE, "乙": Field.OUTLET, "丙": Field.TITLE}}
    book = read(sheet(names, ("3月5日", "日报", "题")), remembered=remembered, heading_rows={"Sheet1": 1})
    assert only(book).title == "题"


def test_a_clicked_heading_row_is_taken():
    book = read(
        sheet(("日期", "媒体", "标题"), ("刊发日期", "刊发媒体", "稿件标题"), ROW), heading_rows={"Sheet1": 2}
    )
    assert book.sheets[0].header_row == 2
    assert len(book.sheets[0].rows) == 1
