"""What counts as one piece written differently, and what is another piece for all its common words."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from xcdesk.importers.likeness import SHORTEST, Block, are_alike
from xcdesk.normalise import title_key

TITLE = "鄢陵县张桥镇推行首问负责制：群众办事只跑一次"


def alike(first, second):
    return are_alike(title_key(first), title_key(second)), are_alike(title_key(second), title_key(first))


@pytest.mark.parametrize(
    "written",
    [
        "鄢陵县张桥镇推行首问负债制：群众办事只跑一次",
        "鄢陵县张桥镇推行首问负责制：群众办亊只跑一次",
        "鄢陵县张桥镇推行首问负责：群众办事跑一次",
        "鄢陵县张桥镇推行首问负责制",
        "群众办事只跑一次",
        "鄢陵县张桥镇推行首问负责制：群众办事只跑一次——作风建设年记者手记",
        "作风建设年 鄢陵县张桥镇推行首问负责制：群众办事只跑一次",
        "鄢陵县张桥镇推行首问负责制 机关作风再提升 群众办事只跑一次",
        "群众办事只跑一次：鄢陵县张桥镇推行首问负责制",
    ],
)
def test_slips_parts_and_swapped_parts_are_the_same_piece(written):
    expected = len(title_key(written)) > 8
    assert alike(TITLE, written) == (expected, expected)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("行风热线第3期：市教育局答复群众来电", "行风热线第4期：市教育局答复群众来电"),
        ("机关作风建设系列报道之二：窗口", "机关作风建设系列报道之三：窗口"),
        ("优化营商环境看许昌（上）项目审批", "优化营商环境看许昌（下）项目审批"),
        ("优化营商环境看许昌项目审批", "优化营商环境看许昌项目审批（下）"),
        ("东城区行政审批提速增效受好评", "西城区行政审批提速增效受好评"),
        ("禹州市行政审批提速增效，办件量增加38%", "禹州市行政审批提速增效，办件量增加83%"),
        ("禹州市行政审批提速增效受群众欢迎", "长葛市行政审批提速增效受群众欢迎"),
        ("禹州市行政审批提速增效见到实效", "禹州市行政审批提速增效落到实处"),
        ("许昌市召开机关作风建设推进会", "许昌市召开营商环境评价推进会"),
        ("窗口延时服务", "窗口延时服务受好评"),
    ],
)
def test_another_number_part_or_place_is_another_piece(first, second):
    assert alike(first, second) == (False, False)


def test_a_block_finds_the_title_most_like_it_on_days_around():
    day = dt.date(2019, 3, 5)
    key = title_key(TITLE)
    block = Block({day: ["许昌市召开机关作风建设推进会"], day + dt.timedelta(days=3): [key]})
    slip = key.replace("张桥镇", "张桥真")
    assert block.like(day, slip).title == key
    assert block.like(day - dt.timedelta(days=1), slip) is None
    block.add(day - dt.timedelta(days=2), slip)
    assert block.like(day - dt.timedelta(days=1), slip).day == day - dt.timedelta(days=2)


def test_titles_without_end_on_one_day_are_not_all_compared():
    day = dt.date(2019, 3, 5)
    block = Block({day: [f"许昌市某单位报道之编号{number:06}" for number in range(30_000)]})
    assert block.like(day, "鄢陵县张桥镇推行首问负责制") is None


def test_a_long_series_does_not_hide_the_title_that_is_alike():
    day = dt.date(2019, 3, 5)
    series = [
        title_key(f"鄢陵县张桥镇推行首问负责制第{number}期：群众办事只跑一次") for number in range(5_000)
    ]
    block = Block({day: series})
    assert block.like(day, title_key("鄢陵县张桥镇推行首问负责制第7000期：群众办事只跑一次")) is None
    assert block.like(day, series[4_000].replace("办事", "办亊")).title == series[4_000]
    assert block.like(day + dt.timedelta(days=1), series[4_000]).title == series[4_000]


LETTERS = st.text(alphabet="许昌鄢陵县教育局报道推行制度服务群众1234年月𠮷上下", min_size=8, max_size=24)


@given(title=LETTERS, cut=st.integers(0, 24), turn=st.integers(0, 24), more=LETTERS, data=st.data())
def test_what_is_alike_is_found_in_a_crowd_too(title, cut, turn, more, data):
    head, inner, tail = title[:cut], title[cut : cut + turn], title[cut + turn :]
    altered = [title[:cut] + title[cut + 1 :], tail + head, inner, more + title, head + more + tail]
    written = data.draw(st.sampled_from([*altered, head + tail + inner]))
    day = dt.date(2019, 3, 5)
    found = Block({day: ["许昌市召开机关作风建设推进会", title, "禹州市行政审批提速增效"]}).like(day, written)
    by_far = len(written) >= SHORTEST and fuzz.ratio(title, written) >= 72
    assert found is not None or not (are_alike(title, written) and by_far)
    assert found is None or are_alike(found.title, written)
