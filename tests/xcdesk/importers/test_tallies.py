"""Tables of counts of many shapes, each figure beside what the log counts for the same keys."""

import json

import pytest

from tests.sheets import sheet
from xcdesk.importers import apply, tallies
from xcdesk.importers.periods import find_period
from xcdesk.importers.plan import consider
from xcdesk.importers.raw import RawBook
from xcdesk.importers.records import SheetKind
from xcdesk.importers.said import Said
from xcdesk.services.log import coverage_log

HEAD = ("单位", "日期", "媒体", "标题", "体裁")
LOGGED = [
    ("禹州市", "2019-03-05", "许昌日报", "禹州推行首问负责制见成效", "消息"),
    ("禹州市", "2019-03-06", "许昌晨报", "禹州推行首问负责制见成效", "消息"),
    ("禹州市", "2019-03-07", "河南日报", "禹州压缩审批时限过半", "通讯"),
    ("长葛市", "2019-03-08", "人民日报", "长葛走访企业问需", "通讯"),
    ("长葛市", "2019-04-08", "许昌日报", "长葛开展午间延时服务", "消息"),
]


@pytest.fixture
def table(db, clerk, tmp_path):
    """The log with five placements, and a way to compare a table with it."""
    path = tmp_path / "汇总.xlsx"
    path.write_bytes(b"x")
    apply.apply(consider(path, RawBook("xlsx", "", (sheet(HEAD, *LOGGED),)), Said()), clerk)

    def compared(*rows, name="2019年3月稿件数量统计表", merges=(), sender=None):
        other = tmp_path / "统计.xlsx"
        other.write_bytes(json.dumps(rows, default=str).encode())
        title = (name, *[None] * (len(rows[0]) - 1))
        book = RawBook("xlsx", "", (sheet(title, *rows, merges=merges),))
        plan = consider(other, book, Said(sender=sender))
        assert [one.kind for one in plan.book.sheets] == [SheetKind.TALLY]
        assert plan.book.sheets[0].rows == ()
        [found] = tallies.compare(plan)
        return found

    return compared


def told(found):
    """Names, figure stated, pieces and placements of the log, of every figure that is no sum."""
    return {
        tuple(label.name for label in one.labels): (one.stated, one.counted.pieces, one.counted.placements)
        for one in found.counts
        if not one.total
    }


def sums(found):
    return [
        (one.row, one.heading, one.stated, one.counted and one.counted.pieces)
        for one in found.counts
        if one.total
    ]


UNITS_BY_TIER = [
    ("单位", "国家级", "省级", "市级", "合计"),
    ("禹州市", 0, 1, 2, 3),
    ("长葛", 1, 0, None, 1),
    ("合计", 1, 1, 2, 4),
]
BY_TIER = {
    ("禹州市", "国家级"): (0, 0, 0),
    ("禹州市", "省级"): (1, 1, 1),
    ("禹州市", "市级"): (2, 1, 2),
    ("长葛市", "国家级"): (1, 1, 1),
    ("长葛市", "省级"): (0, 0, 0),
}


def test_units_down_and_tiers_across(table):
    found = table(*UNITS_BY_TIER)
    assert told(found) == BY_TIER
    assert sums(found) == [
        (3, "合计", 3, 2),
        (4, "合计", 1, 1),
        (5, "国家级", 1, 1),
        (5, "省级", 1, 1),
        (5, "市级", 2, 1),
        (5, "合计", 4, 3),
    ]


def test_tiers_down_and_units_across(table):
    turned = [tuple(column) for column in zip(*UNITS_BY_TIER, strict=True)]
    found = table(("级别", *turned[0][1:]), *turned[1:])
    assert told(found) == {tuple(reversed(names)): figures for names, figures in BY_TIER.items()}
    assert len(sums(found)) == 6


def test_outlets_and_one_column_of_counts_are_the_senders_own(table):
    found = table(
        ("序号", "媒体名称", "发稿数量"), (1, "《许昌日报》", "1篇"), (2, "晨报", "1篇"), sender="禹州市"
    )
    assert told(found) == {("许昌日报",): (1, 1, 1), ("许昌晨报",): (1, 1, 1)}
    assert {one.behind.unit_ids for one in found.counts} == {found.counts[0].behind.unit_ids} != {()}


def test_two_rows_of_headings_break_down_twice(table):
    found = table(
        ("单位", "市级", None, "省级", None),
        (None, "消息", "通讯", "消息", "通讯"),
        ("禹州市", 2, 0, 0, 1),
        merges=["A2:A3", "B2:C2", "D2:E2"],
    )
    assert told(found) == {
        ("禹州市", "市级", "消息"): (2, 1, 2),
        ("禹州市", "市级", "通讯"): (0, 0, 0),
        ("禹州市", "省级", "消息"): (0, 0, 0),
        ("禹州市", "省级", "通讯"): (1, 1, 1),
    }


def test_two_columns_of_labels_with_subtotals(table):
    found = table(
        ("层级", "媒体", "篇数"),
        ("市级", "许昌日报", 1),
        (None, "许昌晨报", 1),
        (None, "小计", 2),
        ("省级", "河南日报", 1),
        merges=["A3:A5"],
    )
    assert told(found) == {
        ("市级", "许昌日报"): (1, 1, 1),
        ("市级", "许昌晨报"): (1, 1, 1),
        ("省级", "河南日报"): (1, 1, 1),
    }
    assert [(one.row, one.counted) for one in found.counts if one.total] == [(5, None)]


def test_months_across_a_year(table):
    found = table(
        ("县区", "3月", "4月份", "累计"), ("禹州市", 2, 0, 2), ("长葛市", 1, 1, 2), name="2019年稿件统计"
    )
    assert told(found)["长葛市", "4月份"] == (1, 1, 1)
    assert told(found)["禹州市", "3月"] == (2, 2, 3)
    assert [one.counted.pieces for one in found.counts if one.total] == [2, 2]


def test_placements_are_compared_as_placements(table):
    found = table(("单位", "篇数", "次数", "任务数", "完成率", "名次"), ("禹州市", 2, 3, 10, 0.2, 1))
    assert [(one.heading, one.difference) for one in found.counts] == [("篇数", 0), ("次数", 0)]
    assert found.strangers == ("任务数", "名次")


def test_labels_that_nobody_knows_are_named_and_left_out(table):
    found = table(("单位", "市级", "某某号"), ("禹州市", 2, 5), ("某某镇", 1, 0))
    assert list(told(found)) == [("禹州市", "市级")]
    assert found.strangers == ("某某号", "某某镇")


def test_without_a_time_nothing_is_compared(table):
    found = table(("单位", "市级"), ("禹州市", 2), name="稿件统计表")
    assert (found.period, [one.difference for one in found.counts]) == (None, [None])


def test_the_rows_behind_a_figure_are_found(table):
    found = table(*UNITS_BY_TIER)
    [cell] = [one for one in found.counts if (one.row, one.heading) == (3, "市级")]
    rows = coverage_log.page(cell.behind).rows
    assert sorted(row.outlet for row in rows) == ["许昌日报", "许昌晨报"]


@pytest.mark.file_engine
@pytest.mark.parametrize(
    ("title", "since", "until"),
    [
        ("2019年3月份统计", "2019-03-01", "2019-03-31"),
        ("2019年1-3月统计", "2019-01-01", "2019-03-31"),
        ("二〇一九年一季度统计", "2019-01-01", "2019-03-31"),
        ("2019年下半年", "2019-07-01", "2019-12-31"),
        ("2019年度发稿统计", "2019-01-01", "2019-12-31"),
        ("2019年3月1日至3月15日", "2019-03-01", "2019-03-15"),
        ("2019年2月", "2019-02-01", "2019-02-28"),
    ],
)
def test_a_title_names_a_stretch_of_time(title, since, until):
    found = find_period([title])
    assert (found.since.isoformat(), found.until.isoformat()) == (since, until)


@pytest.mark.file_engine
@pytest.mark.parametrize("title", ["稿件统计", "3月稿件统计", "2019年稿件统计（13-14月）"])
def test_no_time_is_guessed(title):
    assert find_period([title]) is None
