"""Reading the log: pages cover every row once in every order, filters mean what they say."""

import datetime as dt
import random

import pytest

from xcdesk.codes import Tier
from xcdesk.errors import NotFoundError
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage, coverage_log, reprints
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 1)


@pytest.fixture
def many(clerk):
    chance = random.Random(7)
    items = [
        NewItem(
            DAY + dt.timedelta(days=chance.randrange(9)),
            chance.choice(["许昌日报", "许昌晨报", "人民日报", "许昌电视台"]),
            f"稿件{number}" if number % 5 else "",
            form=chance.choice(["", "消息", "评论", "其他"]),
            theme=chance.choice(["", "工作部署", "暗访问责"]),
            unit=chance.choice(["", "禹州市", "市税务局"]),
        )
        for number in range(47)
    ]
    return coverage.log_items(clerk, items)


def test_pages_cover_every_row_once(many):
    rows, after = [], None
    while True:
        page = coverage_log.page(after=after, limit=10)
        rows += page.rows
        after = page.after
        if after is None:
            break
    assert sorted(row.id for row in rows) == sorted(many)
    assert [row.id for row in rows] == [row.id for row in coverage_log.page(limit=47).rows]


def test_rows_come_in_the_order_of_their_ids(many):
    wanted = [many[5], many[0], 999_999, many[9]]
    assert [row.id for row in coverage_log.rows(wanted)] == [many[5], many[0], many[9]]
    assert coverage_log.rows([]) == ()


def test_the_log_opens_with_the_newest_day(many):
    days = [row.day for row in coverage_log.page(limit=100).rows]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("chosen", "meets"),
    [
        (ItemFilter(since=DAY, until=DAY), lambda row: row.day == DAY),
        (ItemFilter(outlet_ids=(1, 2)), lambda row: row.outlet in {"许昌日报", "许昌晨报"}),
        (ItemFilter(unit_ids=(None,)), lambda row: not row.unit),
        (ItemFilter(unit_ids=(1, None)), lambda row: row.unit in {"禹州市", ""}),
        (ItemFilter(forms=("news",), themes=(None,)), lambda row: row.form == "news" and row.theme is None),
        (ItemFilter(tiers=(Tier.NATIONAL,)), lambda row: row.outlet == "人民日报"),
        (ItemFilter(search="件1"), lambda row: "件1" in row.title),
        (ItemFilter(untitled=True), lambda row: not row.title),
    ],
)
def test_a_filter_shows_the_rows_that_meet_it_and_no_others(many, chosen, meets):
    everything = coverage_log.page(limit=100).rows
    wanted = {row.id for row in everything if meets(row)}
    assert wanted
    assert {row.id for row in coverage_log.page(chosen, limit=100).rows} == wanted
    assert coverage_log.count(chosen).placements == len(wanted)


@pytest.mark.parametrize("sign", ["100%", "_", "\\"])
def test_signs_of_the_query_language_are_ordinary_text(log, sign):
    found = log(title=f"办结率{sign}以上")
    log(title="办结率100分以上")
    assert [row.id for row in coverage_log.page(ItemFilter(search=sign)).rows] == [found]


def test_a_row_tells_how_many_placements_its_piece_has(log, clerk):
    first, second, alone = log(), log(outlet="河南日报"), log(outlet="大河报")
    reprints.group_reprints(clerk, [first, second])
    sizes = {row.id: row.group_size for row in coverage_log.page().rows}
    assert sizes == {first: 2, second: 2, alone: 1}
    count = coverage_log.count()
    assert (count.pieces, count.placements) == (2, 3)
    assert [row.id for row in coverage_log.page(ItemFilter(ungrouped=True)).rows] == [alone]
    group = coverage_log.item(first).group
    assert {row.id for row in coverage_log.page(ItemFilter(group_id=group)).rows} == {first, second}


def test_a_row_is_complete_for_display(log, clerk):
    row = coverage_log.item(log(unit="禹州市", programme="执行力提升年"))
    assert (row.outlet_id, row.unit_id, row.programme, row.logged_by) == (1, 1, "执行力提升年", clerk.name)


def test_there_is_no_row_where_there_is_none(db):
    with pytest.raises(NotFoundError):
        coverage_log.item(999)
