"""Sheets as counties send them, one oddity each: what is read, turned down, left out."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sheets import left_out, lexicon, pieces, read, sheet, turned_down
from xcdesk.importers.raw import Merge, RawSheet
from xcdesk.importers.records import Field, RowStatus

HEAD = ("日期", "媒体", "标题")
ROW = ("2019-03-05", "许昌日报", "甲镇推行首问负责制")
OTHER = ("2019-03-06", "许昌晨报", "乙局压缩审批时限")


def only(book):
    """The one piece of a book."""
    (record,) = pieces(book)
    return record


def test_a_plain_sheet_gives_its_rows_with_their_numbers():
    book = read(sheet(HEAD, ROW, OTHER))
    assert [row.row for row in book.sheets[0].rows] == [2, 3]
    record = pieces(book)[0]
    assert (record.date, record.outlet, record.title) == (
        dt.date(2019, 3, 5),
        "许昌日报",
        "甲镇推行首问负责制",
    )
    assert (record.tier, record.unit) == ("municipal", "鄢陵县")


HEADINGS = [
    ("刊播日期", "发布媒体", "稿件题目"), ("见报时间", "刊载媒体", "文章标题"),
    ("刊登时间", "报刊名称", "稿件名称"), ("播出时间", "播出平台", "新闻题目"),
    ("发稿日期", "媒体平台", "信息名称"), ("日 期", "媒 体", "标 题"),
    ("*刊发日期", "*媒体（全称）", "*标题（必填）"), ("时间", "刊稿媒体", "篇名"),
    ("1.刊发时间", "2.刊发媒体", "3.稿件标题"), ("用稿日期", "用稿媒体名称", "用稿标题"),
    ("发表日期", "发表刊物", "作品名称"),
    ("首次刊播日期", "被采用媒体", "稿件正式标题"), ("刊发\n日期", "刊发\n媒体", "稿件\n标题"),
    ("【日期】", "[媒体单位]", "标题："),
    ("登载时间", "登载网站", "报道题目"), ("Date", "Outlet", "Title"), ("年月日", "新闻媒体", "题名"),
    ("推送时间", "宣传平台", "内容"),
    ("刊发媒体及时间", "备注", "题目"),
]  # fmt: skip


@pytest.mark.parametrize("headings", HEADINGS[:-1], ids=lambda words: words[0])
def test_other_words_in_the_heading_mean_the_same(headings):
    assert only(read(sheet(headings, ROW))).outlet == "许昌日报"


def test_every_optional_column_is_understood():
    head = (
        "序号",
        *HEAD,
        "体裁",
        "主题",
        "级别",
        "报送单位",
        "栏目名称",
        "版次",
        "通讯员",
        "网页链接",
        "备注",
    )
    row = (
        1.0,
        *ROW,
        "深度报道",
        "工作部署",
        "地市级",
        "禹州市",
        "执行力提升年",
        "A04版",
        "示例·王某",
        "http://www.example.gov.cn/1",
        "转载",
    )
    record = only(read(sheet(head, row)))
    assert (record.form, record.theme, record.tier, record.unit) == (
        "feature",
        "deployment",
        "municipal",
        "禹州市",
    )
    assert (record.programme, record.slot, record.author) == ("执行力提升年", "A04版", "示例·王某")
    assert (record.url, record.note) == ("http://www.example.gov.cn/1", "转载")


def test_title_lines_tell_sender_month_and_year():
    book = read(
        sheet(
            ("长葛市“执行力提升年”宣传情况统计表",),
            ("填报单位：长葛市委宣传部", None, "填报时间：2020年1月3日"),
            HEAD,
            ("12月28日", *ROW[1:]),
        ),
        file_name="报表.xlsx",
    )
    assert book.sender == "长葛市"
    assert only(book).date == dt.date(2019, 12, 28)


@pytest.mark.parametrize(
    ("file_name", "sender"),
    [("襄城县11月.csv", "襄城县"), ("襄城2019.xls", "襄城县"), ("市教育局3月报表.xlsx", "市教育局"),
    ("教育局.xlsx", "市教育局"), ("禹州市教育局3月.xls", "禹州市"), ("鄢陵县供电公司.xlsx", "鄢陵县"),
     ("许昌市市场监管局.xlsx", "市市场监督管理局"), ("鄢陵县公安局2019.csv", "鄢陵县"),
     ("许昌市公安局.csv", "市公安局"), ("经开区.xls", "经济技术开发区"), ("报表.xlsx", None),
     ("禹州市与长葛市.xlsx", None)],
)  # fmt: skip
def test_the_file_name_tells_the_sender_or_nothing_is_guessed(file_name, sender):
    assert read(sheet(HEAD, ROW), file_name=file_name).sender == sender


def test_an_outlet_merged_down_holds_for_every_row_of_the_merge():
    book = read(
        sheet(
            ("媒体", "日期", "标题"),
            ("许昌日报", "3月5日", "甲"),
            (None, "3月6日", "乙"),
            (None, "3月7日", "丙"),
            merges=["A2:A4"],
        )
    )
    assert [record.outlet for record in pieces(book)] == ["许昌日报"] * 3


def test_blanks_that_plainly_mean_as_above_are_filled():
    rows = [
        ("许昌日报", "3月5日", "甲"),
        (None, "3月6日", "乙"),
        (None, "3月7日", "丙"),
        ("晨报", "3月5日", "丁"),
        (None, "3月8日", "戊"),
    ]
    assert [record.outlet for record in pieces(read(sheet(("媒体", "日期", "标题"), *rows)))] == [
        "许昌日报", "许昌日报", "许昌日报", "许昌晨报", "许昌晨报",
    ]  # fmt: skip


def test_a_single_blank_is_a_gap_and_not_a_habit():
    rows = [
        ("许昌日报", "3月5日", "甲"),
        ("许昌日报", "3月6日", "乙"),
        (None, "3月7日", "丙"),
        ("晨报", "3月5日", "丁"),
        (None, "3月8日", "戊"),
    ]
    assert turned_down(read(sheet(("媒体", "日期", "标题"), *rows))) == {
        4: ["outlet.missing"],
        6: ["outlet.missing"],
    }


def test_a_mark_of_repetition_repeats_the_value_above():
    book = read(sheet(HEAD, ROW, ("同上", "〃", "乙局压缩审批时限")))
    assert [(str(record.date), record.outlet) for record in pieces(book)] == [("2019-03-05", "许昌日报")] * 2


def test_totals_notes_blanks_and_repeated_headings_are_left_out_and_shown():
    book = read(
        sheet(
            HEAD, ROW, ("小计", None, 1.0), (None, None, None), HEAD, OTHER, ("合 计", None, "2篇"),
            ("共计2篇",), ("备注：转载不计",),
            ("2.电话 0374-0000000",), ("填表人：示例·李某", None, "联系电话：0000"), ("总量", None, 2.0),
            (None, None, None),
        )
    )  # fmt: skip
    assert len(pieces(book)) == 2
    assert left_out(book) == {
        3: "row.total", 4: "row.blank", 5: "row.heading", 7: "row.total", 8: "row.total", 9: "row.note",
        10: "row.note", 11: "row.note", 12: "row.total",
    }  # fmt: skip


def test_a_title_that_begins_like_a_total_is_a_piece():
    assert only(read(sheet(HEAD, (*ROW[:2], "合计减免税费三千万元")))).title == "合计减免税费三千万元"


def test_rows_numbered_in_advance_are_blank():
    book = read(sheet(("序号", *HEAD), (1.0, *ROW), (2.0, None, None, None), (3.0, *OTHER)))
    assert left_out(book) == {3: "row.blank"}


def test_an_example_row_of_the_template_is_left_out():
    assert left_out(read(sheet(("序号", *HEAD), ("例", *ROW), (1.0, *OTHER)))) == {2: "row.example"}


def test_each_fault_names_its_column_and_its_reason():
    book = read(
        sheet(
            HEAD, ("", *ROW[1:]), ("三月初", *ROW[1:]), (ROW[0], "天外来客报", "题"),
            ("2019-02-30", *ROW[1:]), (*ROW[:2], ""), ("", "", "只有标题"),
            (*ROW[:2], "长" * 201),
        )
    )  # fmt: skip
    assert turned_down(book) == {
        2: ["date.missing"], 3: ["date.unreadable"], 4: ["outlet.unknown"], 5: ["date.impossible"],
        6: ["title.missing"],
        7: ["outlet.missing", "date.missing"], 8: ["text.too_long"],
    }  # fmt: skip
    problem = book.sheets[0].rows[1].problems[0]
    assert (problem.column, problem.field, problem.place) == ("日期", Field.DATE, 0)
    assert "三月初" in problem.message("zh")


def test_hidden_sheets_rows_and_columns_are_left_out_and_counted():
    hidden = sheet(HEAD, ROW, name="旧数据", hidden=True)
    shown = sheet(
        (*HEAD, "作者"),
        (*ROW, "藏"),
        (*OTHER, "藏"),
        hidden_rows=frozenset({1}),
        hidden_columns=frozenset({3}),
    )
    book = read(shown, hidden)
    assert only(book).author is None
    assert left_out(book) == {2: "row.hidden"}
    assert (book.sheets[0].hidden_rows, book.sheets[0].hidden_columns) == (1, 1)
    assert book.sheets[1].hidden
    assert not book.sheets[1].rows


def test_error_cells_and_formulas_without_a_value_are_named():
    book = read(
        sheet((*HEAD, "备注"), (None, *ROW[1:], None), (*ROW[:2], None, None),
        (*OTHER, None), errors=((1, 0, "#REF!"), (3, 3, "#N/A")),
              uncomputed=((2, 2),))
    )  # fmt: skip
    assert turned_down(book) == {2: ["cell.error"], 3: ["cell.uncomputed"]}
    assert [problem.level for problem in book.sheets[0].rows[2].problems] == ["warning"]


def test_formulas_and_markup_stay_text():
    titles = ["=1+1", "<b>加粗</b>", "+甲", "@乙", "-丙", '=HYPERLINK("http://x")', "&amp;", "'引号"]
    rows = [("2019-03-05", "许昌日报", title) for title in titles]
    assert [record.title for record in pieces(read(sheet(HEAD, *rows)))] == titles


def test_a_number_of_sixteen_digits_is_warned_of_and_kept():
    book = read(sheet((*HEAD, "备注"), (*ROW, 411023199001011234.0)))
    assert [problem.code for problem in book.sheets[0].rows[0].problems] == ["number.long_digits"]
    assert only(book).title == ROW[2]


def test_spaces_widths_and_marks_never_spoil_a_row():
    row = ("　２０１９．０３．０５　", "《许昌　日报》 ", "\u200b 甲镇推行\n首问负责制（之一） ")
    record = only(read(sheet(HEAD, row)))
    assert (str(record.date), record.outlet, record.title) == (
        "2019-03-05",
        "许昌日报",
        "甲镇推行 首问负责制（之一）",
    )


def test_unknown_terms_are_left_blank_with_a_warning():
    book = read(sheet((*HEAD, "体裁", "级别"), (*ROW, "图解", "省级")))
    assert [problem.code for problem in book.sheets[0].rows[0].problems] == ["form.unknown", "tier.differs"]
    assert (only(book).form, only(book).tier) == (None, "provincial")


@pytest.mark.parametrize("written", ["/", "无", "——", "-"])
def test_strokes_for_nothing_are_blank(written):
    record = only(read(sheet((*HEAD, "版面", "作者"), (*ROW, written, written))))
    assert (record.slot, record.author) == (None, None)


def test_every_spelling_of_the_roster_is_known():
    words = [(outlet.name, word) for outlet in lexicon().outlets for word in (outlet.name, *outlet.spellings)]
    book = read(sheet(HEAD, *[("2019-03-05", word, f"稿件{place}") for place, (_, word) in enumerate(words)]))
    assert [record.outlet for record in pieces(book)] == [name for name, _ in words]


@pytest.mark.parametrize(
    "cells", [(), ((),), ((None, ""), (" ", None)), (("只有一句话",),), ((1.0, 2.0), (3.0, 4.0)), (HEAD,)]
)
def test_sheets_without_a_table_hold_no_pieces(cells):
    assert not pieces(read(sheet(*cells)))


CELLS = [
    None, "", " ", "日期", "媒体", "标题", "单位", "合计", "备注", "3月5日", "许昌日报",
    "《许昌日报》3版", "甲镇推行首问负责制",
    "同上", 3.0, 1, 43529.0, dt.date(2019, 3, 5), dt.datetime(2019, 3, 5, 8), True, "注：", "=1+1",
    "一、国家级",
    "刊发情况", "#REF!", "\x00", "填报单位：禹州市",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(CELLS), max_size=6), max_size=9),
    st.lists(st.tuples(*[st.integers(0, 8)] * 4), max_size=3),
)
def test_any_sheet_is_understood_without_a_fault_of_ours(cells, areas):
    merges = tuple(Merge(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in areas)
    book = read(RawSheet("表", tuple(map(tuple, cells)), merges=merges))
    for row in (row for one in book.sheets for row in one.rows):
        complete = row.record.date and row.record.outlet and row.record.title
        assert complete or row.status != RowStatus.NEW
        assert all(problem.message("zh") and problem.message("en") for problem in row.problems)
