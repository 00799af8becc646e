"""Sheets as counties send them, one oddity each: what is read, turned down, left out."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sheets import left_out, lexicon, pieces, read, sheet, turned_down
from xcdesk.importers.raw import Merge, RawSheet
from xcdesk.importers.records import Field, RowStatus, SheetKind

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
            ("2.电话 0374-0000000",), ("填表人：示例·李某", None, "联系电话：0000"), (None, None, None),
        )
    )  # fmt: skip
    assert len(pieces(book)) == 2
    assert left_out(book) == {
        3: "row.total", 4: "row.blank", 5: "row.heading", 7: "row.total", 8: "row.total", 9: "row.note",
        10: "row.note", 11: "row.note",
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
