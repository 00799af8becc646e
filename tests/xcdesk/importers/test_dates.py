"""Days: every spelling reads as one day, everything else is refused by name."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcdesk.importers.dates import CellError, DateContext, find_context, parse_day

DAY = dt.date(2019, 3, 5)
MARCH = DateContext(year=2019, month=3)
NUMERALS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """1 to 31 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else NUMERALS[tens] + "十") + (
        NUMERALS[ones] if ones else ""
    )


@pytest.mark.parametrize(
    "written",
    [
        "2019年3月5日", "2019年03月05日", "2019 年 3 月 5 日", "2019.3.5", "2019．３．５", "2019/3/5",
        "2019-3-5", "2019-03-05",
        "20190305", "２０１９０３０５", "２０１９年３月５日", "2019年3月5号", "2019年3月5日（星期二）",
        "2019-03-05 08:30:00", "2019-03-05T08:30",
        "2019/3/5 9:00", "2019年3月5日上午9:00", "二〇一九年三月五日", "二○一九年三月五日",
        "二零一九年三月五日", "19年3月5日", "19.3.5", "2019、3、5",
        "3月5日", "3月5号", "3月05日", "３月５日", "三月五日", "3.5", "03.05", "3/5", "3-5", " 3月5日 ",
        "3月5日周二", "5日", "5号", "五日",
        "43529", "\u200b3月5日", "2019.3.5.", "2019年3月5", 43529, 43529.0, 43529.75, 20190305,
        20190305.0, 3.5, 5.0, DAY,
        dt.datetime(2019, 3, 5, 14, 30), "2019_3_5", "2019 3 5", "(3月5日)", "三月五号",
        "2019。3。5", "2019—3—5", "2019–03–05", "2019~3~5", "2019\\3\\5", "5-Mar-19", "Mar 5, 2019",
        "3月5日、", "3月5日（补报）", "2019-3-5（已发）", "2019-3-5 下午", "20190305刊", "2019年三月5日",
    ],
)  # fmt: skip
def test_every_spelling_of_a_day_is_that_day(written):
    assert parse_day(written, MARCH) == DAY


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("三月初", "date.unreadable"), ("3月上旬", "date.unreadable"), ("待定", "date.unreadable"),
        ("2019年3月", "date.unreadable"),
        ("2019", "date.unreadable"), (2019.0, "date.unreadable"), (True, "date.unreadable"),
        (dt.time(3, 5), "date.unreadable"),
        ("03/05/19", "date.unreadable"), ("三月初五", "date.unreadable"), (-5.0, "date.unreadable"),
        (1e300, "date.unreadable"),
        (float("nan"), "date.unreadable"), (float("inf"), "date.unreadable"), (3.555, "date.unreadable"),

        ("2019-02-30", "date.impossible"), ("2月29日", "date.impossible"), ("13月5日", "date.impossible"),
        ("20190230", "date.impossible"),
        (20191301, "date.impossible"), ("0月5日", "date.impossible"), ("四月三十一日", "date.impossible"),
        ("3月5日-8日", "date.range"), ("3月5日至8日", "date.range"), ("3.5-3.8", "date.range"),
        ("3月5-8日", "date.range"),
        ("2019.3.5-2019.3.8", "date.range"), ("3月5日、6日", "date.range"),
        ("3月5日—3月8日", "date.range"), ("3月5日～8日", "date.range"),
        ("1019年3月5日", "date.out_of_range"), ("2190-03-05", "date.out_of_range"),
        (dt.datetime(1900, 1, 5), "date.out_of_range"),
        (3.1, "date.ambiguous"), (10.2, "date.ambiguous"),
    ],
)  # fmt: skip
def test_what_is_no_single_day_is_refused_by_name(written, code):
    with pytest.raises(CellError) as refused:
        parse_day(written, MARCH)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("written", "code"), [("3月5日", "date.no_year"), ("5日", "date.no_month"), (5.0, "date.unreadable")]
)
def test_a_year_or_month_that_nothing_tells_is_not_guessed(written, code):
    with pytest.raises(CellError) as refused:
        parse_day(written, DateContext())
    assert refused.value.code == code


FORMS = (
    "{y}年{m}月{d}日", "{y}.{m}.{d}", "{y}/{m}/{d}", "{y}-{m:02}-{d:02}", "{y}{m:02}{d:02}", "{m}月{d}日",
    "{m:02}月{d:02}日", "{m}.{d}",
    "{m}/{d}", "{cy}年{cm}月{cd}日", "{cm}月{cd}日", "{m}月{cd}日",
)  # fmt: skip


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(FORMS),
    st.booleans(),
    st.sampled_from(["", " ", "　", "\n"]),
)
def test_any_day_in_any_form_reads_as_itself(day, form, wide, padding):
    written = form.format(
        y=day.year, m=day.month, d=day.day, cm=chinese(day.month), cd=chinese(day.day),
        cy="".join(NUMERALS[int(digit)] for digit in str(day.year)),
    )  # fmt: skip
    if wide:
        written = written.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    assert parse_day(padding + written + padding, DateContext(year=day.year)) == day


@given(
    st.one_of(
        st.text(max_size=30),
        st.floats(),
        st.integers(),
        st.booleans(),
        st.datetimes(),
        st.dates(),
        st.times(),
    )
)
def test_any_cell_is_a_day_or_a_named_refusal(value):
    try:
        outcome = str(parse_day(value, MARCH).year)
    except CellError as refused:
        outcome = refused.code
    assert outcome.startswith(("date.", "20"))


@pytest.mark.parametrize(
    ("texts", "year", "month"),
    [
        (["2019年8月份建安区稿件刊发情况汇总表"], 2019, 8),
        (["鄢陵县（8月份）报送汇总", "2018年"], 2018, 8), (["二〇一九年三月报表"], 2019, 3),
        (["1-3月汇总", "2月"], None, 2), (["1月至3月"], None, None), (["报表201903"], 2019, 3),
        (["二○一九年度十一月"], 2019, 11), (["无"], None, None),
        (["２０１９年０４月"], 2019, 4),
    ],
)  # fmt: skip
def test_titles_tell_year_and_month(texts, year, month):
    context = find_context(texts)
    assert (context.year, context.month) == (year, month)


def test_the_files_own_year_comes_before_the_batchs():
    assert find_context(["2018年报表"], 2019).year == 2018
    assert find_context(["报表"], 2019).year == 2019


def test_december_in_a_sheet_filled_in_in_january_is_last_years():
    context = find_context(["填报单位：鄢陵县", "填报时间：2020年1月5日"])
    assert context.year is None
    assert parse_day("12月28日", context) == dt.date(2019, 12, 28)
    assert parse_day("1月3日", context) == dt.date(2020, 1, 3)
