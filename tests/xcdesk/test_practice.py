"""The practice office is alive on the day it is opened."""

import datetime as dt

import pytest

from xcdesk import practice
from xcdesk.codes import Tier
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.due.today import today
from xcdesk.services.grid.matrix import CellState
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster.outlets import outlets
from xcdesk.services.targets import contributions

MONDAY = dt.date(2026, 11, 23)


@pytest.fixture
def filled(db, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", MONDAY.isoformat())
    clerk = people.actor("guo")
    practice.fill(clerk, MONDAY)
    return clerk


def test_some_have_reported_one_has_said_why_not_and_some_are_to_be_asked(filled):
    state = today(filled)
    assert [one.cell.state for one in state.silent] == [CellState.OPEN] * 3 + [CellState.NONE]
    assert state.due == 5


def test_pace_of_the_year_shows_somebody_ahead_and_somebody_behind(filled):
    pace = {row.who: row.pace.in_time for row in today(filled).external}
    assert pace == {"许昌日报": True, "许昌电视台": False, "许昌人民广播电台": False}


def test_weeks_before_are_filled_with_invented_reports_only(filled):
    found = coverage_log.page(
        ItemFilter(MONDAY - dt.timedelta(days=31), MONDAY, tiers=(Tier.MUNICIPAL,)), limit=500
    ).rows
    assert len(found) > 80
    assert all(row.title.startswith("示例：") for row in found)
    assert len(contributions.listed(MONDAY, MONDAY)) == 2


def test_a_month_that_holds_reports_already_is_filled_too(db, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", MONDAY.isoformat())
    clerk = people.actor("guo")
    days = [MONDAY - dt.timedelta(days=back) for back in range(30)]
    names = [row.name for row in outlets() if row.tier == Tier.MUNICIPAL]
    coverage.log_items(clerk, [NewItem(day, name, f"已登记{day}") for day in days for name in names])
    practice.fill(clerk, MONDAY)
    assert coverage_log.count(ItemFilter(search="已登记")).placements == 150
