"""A view of the log as text: nothing of it is lost, and nothing in it can break a later version."""

import datetime as dt

import pytest

from xcdesk.codes import Tier
from xcdesk.services.counts.item_filter import ItemField, ItemFilter
from xcdesk.services.log import log_views
from xcdesk.services.log.arrangement import NEWEST_FIRST, Order
from xcdesk.services.log.log_views import LogView

FULL = LogView(
    (ItemField.TITLE, ItemField.DAY, ItemField.NOTE),
    2,
    ItemFilter(
        since=dt.date(2019, 3, 1),
        until=dt.date(2019, 3, 31),
        outlet_ids=(1, 2),
        unit_ids=(None, 4),
        forms=("news", None),
        tiers=(Tier.PROVINCIAL, Tier.NATIONAL),
        logged_since=dt.date(2019, 3, 2),
        search="窗口",
        holds=((ItemField.TITLE, "承诺"), (ItemField.NOTE, "x")),
        blank=(ItemField.URL,),
        filled=(ItemField.REPRINTS,),
        untitled=True,
    ),
    Order(ItemField.OUTLET, descending=False),
)


@pytest.mark.parametrize("view", [LogView(), FULL])
def test_a_view_is_read_as_it_was_written(view):
    assert log_views.read(log_views.written(view)) == view


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "3", '{"columns": ["gone"], "chosen": {"gone": 1}}'])
def test_what_is_not_known_is_left_out(text):
    assert log_views.read(text) == LogView()


def test_an_order_by_a_column_that_has_gone_is_the_usual_one():
    assert log_views.read('{"order": ["gone", false]}').order == NEWEST_FIRST
