"""Shapes of titles, on characters of one em."""

import pytest

from xcdesk.reports.pdf.breaker import Cell
from xcdesk.reports.pdf.titles import list_lines, title_lines

EM = 22.0
ROOM = 18 * EM


def cells(text):
    return [Cell(char, "face", EM, step := EM if char >= "\u2e80" else EM / 2, step) for char in text]


def texts(title):
    return [line.text for line in title_lines(cells(title), ROOM)]


def widths(title):
    return [line.width / EM for line in title_lines(cells(title), ROOM)]


def test_a_short_title_stays_on_one_line():
    assert texts("承诺办结时限由七日压到三日") == ["承诺办结时限由七日压到三日"]


def test_two_lines_never_have_one_width():
    first, second = widths("关于做好全市提升年活动集中采访报道工作的通知事项")
    assert abs(first - second) >= 1


def test_three_lines_bulge_in_the_middle():
    first, second, third = widths(
        "关于进一步做好执行力提升年活动宣传报道工作推动机关作风根本好转的几点建议和下一步打算安排"
    )
    assert second > first
    assert second > third


def test_a_blank_in_a_title_is_where_it_breaks():
    assert texts("禹州市“最多跑一次”清单上墙公开　群众办事不再跑冤枉路") == [
        "禹州市“最多跑一次”清单上墙公开",
        "群众办事不再跑冤枉路",
    ]


def test_a_name_in_book_marks_is_not_parted_when_it_can_be_kept():
    lines = texts("关于印发《提升年活动实施方案》并组织开展集中宣传报道的通知")
    assert any("《提升年活动实施方案》" in line for line in lines)


def test_common_words_are_not_split():
    lines = texts("市提升年活动领导小组办公室组织媒体记者深入服务窗口暗访")
    assert "".join(lines) == "市提升年活动领导小组办公室组织媒体记者深入服务窗口暗访"
    assert not lines[0].endswith(("办", "办公", "媒", "记", "领", "小", "活"))


def test_every_line_of_a_very_long_title_fits():
    title = "提升年活动宣传报道" * 20
    assert "".join(texts(title)) == title
    assert max(widths(title)) <= 18


def test_a_title_of_one_endless_word_is_cut():
    assert "".join(texts("x" * 100)) == "x" * 100
    assert max(widths("x" * 100)) <= 18


def test_a_numeral_stays_with_what_it_counts():
    lines = texts("市行政审批服务中心：四十二项高频事项“一次办成”")
    assert len(lines) == 2
    assert not lines[0].endswith(("四", "十", "二"))


def test_a_title_breaks_at_its_mark_when_that_is_near():
    lines = texts("市公安局：户籍窗口周末不打烊，身份证邮寄到家")
    assert lines == ["市公安局：户籍窗口周末不打烊，", "身份证邮寄到家"]


@pytest.mark.parametrize(
    ("title", "ends"),
    [
        ("廉政网专题开设“承诺公示台”，九十五个单位承诺上网", ("位", "网")),
        ("“焦点30分”回访：曝光之后，办事大厅的午休灯亮了", ("的", "了")),
    ],
)
def test_an_entry_of_the_contents_turns_over_where_a_reader_pauses(title, ends):
    lines = list_lines(cells(title), 21 * EM, 4 * EM)
    assert tuple(line.text[-1] for line in lines) == ends
    assert "".join(line.text for line in lines) == title


def test_a_long_title_takes_a_line_more_rather_than_part_a_name():
    title = (
        "市自然资源局关于不动产登记“交房即交证、交地即交证、验收即拿证”三项改革试点推进情况和下一步打算的报告"
    )
    assert "“交" not in {line[-2:] for line in texts(title)}
    assert "".join(texts(title)) == title
