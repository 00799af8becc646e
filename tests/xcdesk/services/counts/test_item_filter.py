"""Two filters together: what meets both."""

import datetime as dt

import pytest

from xcdesk.services.counts.item_filter import EVERYTHING, ItemField, ItemFilter, both
from xcdesk.services.log import coverage_log

MARCH = ItemFilter(since=dt.date(2019, 3, 1), until=dt.date(2019, 3, 31))


@pytest.fixture
def two(log):
    log(title="甲", form="news")
    log(title="乙", outlet="河南日报", day=dt.date(2019, 4, 5))


def found(one, other):
    return {row.title for row in coverage_log.page(both(one, other)).rows}


def test_both_have_to_be_met(two):
    assert found(EVERYTHING, EVERYTHING) == {"甲", "乙"}
    assert found(MARCH, ItemFilter(forms=("news", "commentary"))) == {"甲"}
    assert found(MARCH, ItemFilter(since=dt.date(2019, 4, 1))) == set()
    assert found(ItemFilter(search="甲"), ItemFilter(holds=((ItemField.TITLE, "甲"),))) == {"甲"}


def test_lists_without_a_common_value_meet_nothing(two):
    assert found(ItemFilter(outlet_ids=(1, 2)), ItemFilter(outlet_ids=(1, 6))) == {"甲"}
    assert found(ItemFilter(outlet_ids=(1,)), ItemFilter(outlet_ids=(6,))) == set()
    assert found(ItemFilter(group_id=1), ItemFilter(group_id=2)) == set()


def test_the_order_of_the_two_does_not_matter():
    one = ItemFilter(since=dt.date(2019, 3, 5), blank=(ItemField.URL,), untitled=True, group_id=3)
    assert both(MARCH, one) == both(one, MARCH)
    assert both(MARCH, one).since == dt.date(2019, 3, 5)
