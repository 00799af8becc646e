"""Oddities that counties think of: read where plain, named where doubtful, never guessed."""

import datetime as dt

import pytest

from tests.sheets import left_out, pieces, read, sheet, turned_down
from xcdesk import clock

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
