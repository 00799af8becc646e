"""What the columns of the log can be filtered by, with how many rows each value has."""

import datetime as dt

import pytest

from xcdesk.codes import SavedKind
from xcdesk.services.counts.item_filter import EVERYTHING, ItemField, ItemFilter
from xcdesk.services.log import coverage, facets
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.search import saved_searches
from xcdesk.services.search.saved_searches import SavedSearchExistsError

DAY = dt.date(2019, 3, 5)


@pytest.fixture
def some(log):
    log(outlet="许昌日报", title="甲", form="news", unit="禹州", programme="")
    log(outlet="许昌日报", title="乙", form="commentary", theme="results")
    log(outlet="河南日报", title="丙", form="news", day=DAY + dt.timedelta(days=40))


def found(field, chosen=EVERYTHING):
    return [(one.label, one.count) for one in facets.facets(chosen, field)]


def test_lists_come_in_their_own_order_with_counts(some):
    assert found(ItemField.OUTLET) == [("许昌日报", 2), ("河南日报", 1)]
    assert found(ItemField.FORM) == [("消息", 2), ("评论", 1)]
    assert found(ItemField.TIER) == [("市级", 2), ("省级", 1)]
    assert found(ItemField.UNIT) == [("禹州市", 1), ("", 2)]
    assert found(ItemField.THEME) == [("举措成效经验", 1), ("", 2)]
    assert found(ItemField.PROGRAMME) == [("", 3)]


def test_the_other_filters_narrow_the_counts_but_its_own_does_not(some):
    march = ItemFilter(until=DAY, forms=("news",))
    assert found(ItemField.FORM, march) == [("消息", 1), ("评论", 1)]
    assert found(ItemField.OUTLET, march) == [("许昌日报", 1)]


def test_rows_in_the_trash_do_not_count(some, clerk, log):
    gone = log(outlet="许昌电视台", title="丁", form="news")
    coverage.remove_items(clerk, [ItemVersion(gone, 1)])
    assert found(ItemField.OUTLET) == [("许昌日报", 2), ("河南日报", 1)]
    assert sum(count for _, count in found(ItemField.LOGGED_BY)) == 3


def test_views_of_the_log_have_names_of_their_own(clerk):
    saved_searches.keep(clerk, "曝光", "形式:曝光")
    view = saved_searches.keep(clerk, "曝光", '{"columns": []}', SavedKind.LOG)
    assert saved_searches.kept(clerk, SavedKind.LOG) == (view,)
    assert [row.words for row in saved_searches.kept(clerk)] == ["形式:曝光"]
    with pytest.raises(SavedSearchExistsError):
        saved_searches.keep(clerk, "曝光", "{}", SavedKind.LOG)
