"""The same title logged already, and a report logged as another placement of it."""

import datetime as dt

import pytest

from xcdesk.services.log import coverage, coverage_log, reprints
from xcdesk.services.log.coverage import DuplicateItemError, ItemVersion
from xcdesk.services.log.twins import NEAR_DAYS, twins
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 5)


def test_a_title_is_found_whatever_its_marks_and_the_nearest_day_first(log):
    later = log("《我市公布》承诺", day=DAY + dt.timedelta(days=2))
    same = log("我市公布承诺", outlet="许昌晨报")
    log("我市公布承诺", day=DAY + dt.timedelta(days=NEAR_DAYS + 1))
    assert [row.id for row in twins("我市公布“承诺”", DAY)] == [same, later]
    assert twins("  ", DAY) == ()


def test_a_removed_report_is_no_twin(log, clerk):
    gone = log("我市公布承诺")
    coverage.remove_items(clerk, [ItemVersion(gone, 1)])
    assert twins("我市公布承诺", DAY) == ()


def test_a_reprint_is_logged_into_the_group_of_the_other(log, clerk):
    first = log("我市公布承诺")
    done = reprints.log_reprint(clerk, NewItem(DAY, "许昌晨报", "我市公布承诺"), first)
    assert coverage_log.count().pieces == 1
    assert [one.id for one in done.members] == [first]
    third = reprints.log_reprint(clerk, NewItem(DAY, "许昌电视台", "我市公布承诺"), first)
    assert (coverage_log.count().pieces, coverage_log.count().placements) == (1, 3)
    assert {coverage_log.item(one).group_size for one in (first, done.made.id, third.made.id)} == {3}


def test_a_refused_reprint_groups_nothing(log, clerk):
    first = log("我市公布承诺")
    with pytest.raises(DuplicateItemError):
        reprints.log_reprint(clerk, NewItem(DAY, "许昌日报", "我市公布承诺"), first)
    assert coverage_log.item(first).group is None
