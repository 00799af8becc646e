"""Oddities that counties think of: read where plain, named where doubtful, never guessed."""

import datetime as dt

import pytest

from tests.sheets import left_out, pieces, read, sheet, turned_down
from xcdesk import clock
from xcdesk.importers.records import Field

HEAD = ("日期", "媒体", "标题")
TITLE = "甲镇推行首问负责制"


def codes(book):
    return [problem.code for row in book.sheets[0].rows for problem in row.problems]


def test_sections_that_name_units_say_whose_pieces_follow():
    book = read(
        sheet(
            HEAD,
            ("一、禹州市", None, None),
            ("2019-03-05", "许昌日报", TITLE),
            ("市教育局", None, None),
            ("2019-03-06", "许昌日报", "乙局压缩审批时限"),
        )
    )
    assert [record.unit for record in pieces(book)] == ["禹州市", "市教育局"]
    assert left_out(book) == {2: "row.section", 4: "row.section"}


def test_months_alone_in_the_column_of_days_hold_for_what_follows():
    book = read(
        sheet(
            ("甲县2019年一季度稿件", None, None),
            HEAD,
            ("1月", None, None),
            ("5日", "许昌日报", TITLE),
            ("二月份", None, None),
            ("6日", "许昌日报", "乙局压缩审批时限"),
        )
    )
    assert [record.date for record in pieces(book)] == [dt.date(2019, 1, 5), dt.date(2019, 2, 6)]


def test_a_column_of_day_numbers_takes_its_month_from_the_title():
    book = read(
        sheet(
            ("甲县2019年3月报送", None, None),
            ("日", "媒体", "标题"),
            (1, "许昌日报", TITLE),
            ("15日", "许昌日报", "乙局压缩审批时限"),
        )
    )
    assert [record.date for record in pieces(book)] == [dt.date(2019, 3, 1), dt.date(2019, 3, 15)]


@pytest.mark.parametrize(
    "written", ["2019年3月5日早间", "2019年3月5日晚8点", "2019年3月5日 晚间", "3月5日下午"]
)
def test_a_part_of_the_day_behind_the_day_is_let_pass(written):
    book = read(sheet(("甲县2019年3月", None, None), HEAD, (written, "许昌日报", TITLE)))
    assert [record.date for record in pieces(book)] == [dt.date(2019, 3, 5)]


def test_two_days_with_a_stroke_between_them_are_two_days():
    assert codes(read(sheet(HEAD, ("2019年3月5日/6日", "许昌日报", TITLE)))) == ["date.range"]


def test_a_day_far_ahead_is_turned_down():
    late = clock.today() + dt.timedelta(days=400)
    book = read(sheet(HEAD, (late, "许昌日报", TITLE)))
    assert codes(book) == ["date.far_future"]
    assert turned_down(book)


@pytest.mark.parametrize("title", ["-", "——", "/"])
def test_strokes_are_no_title(title):
    assert codes(read(sheet(HEAD, ("2019-03-05", "许昌日报", title)))) == ["title.missing"]


@pytest.mark.parametrize(
    "title", [f"{TITLE} http://www.example.com/a?b=1", f"{TITLE}（https://www.example.com/a?b=1）"]
)
def test_a_link_behind_the_title_is_the_link(title):
    (record,) = pieces(read(sheet(HEAD, ("2019-03-05", "许昌日报", title))))
    assert record.title == TITLE
    assert record.url.endswith("://www.example.com/a?b=1")


def test_outlets_with_a_page_each_are_still_several():
    assert codes(read(sheet(HEAD, ("2019-03-05", "许昌日报2版、许昌晨报3版", TITLE)))) == ["outlet.several"]


def test_a_remark_that_it_was_a_reprint_is_let_pass():
    (record,) = pieces(read(sheet(HEAD, ("2019-03-05", "大河网（转载）", TITLE))))
    assert record.outlet == "大河网"


@pytest.mark.parametrize(
    ("written", "near"), [("许昌日报（微信公众号）", "许昌日报"), ("央视新闻联播", "中央电视台")]
)
def test_an_edition_that_is_not_on_the_roster_is_turned_down_with_the_outlet_it_begins_with(written, near):
    book = read(sheet(HEAD, ("2019-03-05", written, TITLE)))
    (problem,) = book.sheets[0].rows[0].problems
    assert (problem.code, problem.facts["near"]) == ("outlet.unknown_near", near)


def outlets(book):
    return [record.outlet for record in pieces(book)]


def test_a_section_of_an_unknown_outlet_never_lends_the_last_one_to_its_rows():
    book = read(
        sheet(
            ("日期", "标题"),
            ("许昌日报", None),
            ("3月5日", TITLE),
            ("许昌早报", None),
            ("3月6日", "乙局压缩审批时限"),
            ("（续表）", None),
            ("一、许昌晨报（3篇）", None),
            ("3月7日", "丙乡开展午间延时服务"),
        )
    )
    assert outlets(book) == ["许昌日报", "许昌晨报"]
    assert turned_down(book) == {5: ["outlet.unknown_near"]}
    assert left_out(book) == {2: "row.section", 4: "row.section", 6: "row.note", 7: "row.section"}


@pytest.mark.parametrize(
    "line",
    [
        ("许昌电视台(1条)", None, None, None),
        ("二", "许昌电视台", None, None),
        ("许昌电视台", None, None, "1条"),
    ],
)
def test_sections_may_stand_under_the_running_numbers_or_with_a_count_beside(line):
    book = read(
        sheet(
            ("序号", "标题", "作者", "日期"),
            ("许昌日报", None, None, "1篇"),
            (1, TITLE, "示例·某", "3.5"),
            line,
            (1, "乙局压缩审批时限", "示例·某", "3.6"),
            ("合 计", "2篇", None, None),
        )
    )
    assert outlets(book) == ["许昌日报", "许昌电视台"]


def test_a_month_with_a_count_behind_it_is_a_month():
    book = read(
        sheet(HEAD, ("2月（共1篇）", None, None), ("2.6", "许昌晨报", TITLE), ("1-2月合计", None, "1篇"))
    )
    assert [record.date for record in pieces(book)] == [dt.date(2019, 2, 6)]
    assert left_out(book) == {2: "row.section", 4: "row.total"}


def test_what_stands_at_the_end_of_a_letter_is_no_piece():
    book = read(
        sheet(
            HEAD, ("3月5日", "许昌日报", TITLE), (None, None, "鄢陵县委宣传部"), (None, None, "2019年3月31日")
        )
    )
    assert left_out(book) == {3: "row.note", 4: "row.note"}


def test_a_list_printed_page_by_page_gives_its_pieces_only():
    book = read(
        sheet(
            ("鄢陵县2019年3月稿件表", None, None),
            HEAD,
            ("3月5日", "许昌日报", TITLE),
            ("第 1 页，共 2 页", None, None),
            ("鄢陵县2019年3月稿件表（续）", None, None),
            HEAD,
            ("3月6日", "许昌晨报", None),
        )
    )
    assert outlets(book) == ["许昌日报"]
    assert turned_down(book) == {7: ["title.missing"]}


def test_a_faulty_row_below_notes_is_still_turned_down():
    book = read(sheet(HEAD, ("填表人：示例·某", None, None), ("3月6日", "许昌晨报", None)))
    assert turned_down(book) == {3: ["title.missing"]}


@pytest.mark.parametrize("mark", ["例：", "（例）", "示例"])
def test_an_example_is_known_by_its_mark(mark):
    book = read(sheet(("序号", *HEAD), (mark, "3月1日", "许昌日报", "×××"), (1, "3月5日", "许昌日报", TITLE)))
    assert left_out(book) == {2: "row.example"}


@pytest.mark.parametrize(
    ("rows", "heading"),
    [
        ([("3月5日", "许昌日报3版", TITLE)], None),
        ([("鄢陵县见报稿件", None, None), ("3月5日", "许昌日报3版", TITLE)], None),
        ([("甲", "乙", "丙"), ("3月5日", "许昌日报3版", TITLE)], 1),
    ],
)
def test_headings_that_nobody_knows_or_none_at_all_are_read_by_what_stands_there(rows, heading):
    book = read(sheet(*rows))
    assert book.sheets[0].header_row == heading
    assert [(record.outlet, record.slot, record.title) for record in pieces(book)] == [
        ("许昌日报", "3版", TITLE)
    ]


def test_a_time_of_day_is_a_slot_without_its_seconds():
    book = read(sheet((*HEAD, "播出时段"), ("3月5日", "许昌电视台", TITLE, dt.time(19, 30))))
    assert [record.slot for record in pieces(book)] == ["19:30"]


def test_outlets_over_tables_with_headings_of_their_own():
    head = ("序号", "日期", "标题")
    book = read(
        sheet(
            ("许昌日报", None, None),
            head,
            (1, "3月5日", TITLE),
            ("许昌晨报", None, None),
            head,
            (1, "3月6日", "乙局压缩审批时限"),
        )
    )
    assert outlets(book) == ["许昌日报", "许昌晨报"]


def test_a_heading_repeated_in_another_order_holds_for_the_rows_below_it():
    book = read(
        sheet(
            HEAD,
            ("3月5日", "许昌日报", TITLE),
            ("媒体", "日期", "标题"),
            ("大河网", "3月6日", "乙局压缩审批"),
        )
    )
    assert left_out(book) == {3: "row.heading"}
    assert outlets(book) == ["许昌日报", "大河网"]
    assert book.sheets[0].columns_of(2, Field.OUTLET) == (1,)
    assert book.sheets[0].columns_of(4, Field.OUTLET) == (0,)


def test_bare_day_numbers_written_as_text_are_days_of_the_known_month():
    book = read(sheet(HEAD, ("6", "许昌日报", TITLE), name="2月"), file_name="鄢陵县2019年.xlsx")
    assert [record.date for record in pieces(book)] == [dt.date(2019, 2, 6)]
