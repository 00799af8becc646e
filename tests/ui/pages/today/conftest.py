"""An office on a Tuesday morning, and its page of what is to be done."""

import datetime as dt

import pytest

from ui.pages.today.page import TodayPage
from xcdesk import clock
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster.outlets import outlets

TUESDAY = dt.date(2019, 3, 5)


def at_nine() -> dt.datetime:
    """The instant at which these tests happen, before every deadline."""
    return dt.datetime(2019, 3, 5, 9).astimezone(dt.UTC).replace(tzinfo=None)


@pytest.fixture
def office(db, monkeypatch):
    """Tuesday 5 March 2019: the daily has run something today, the morning paper has no issue."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-05")
    monkeypatch.setattr(clock, "utc_now", at_nine)
    clerk = people.actor("guo")
    known = {row.name: row.id for row in outlets()}
    coverage.log_items(clerk, [NewItem(TUESDAY, "许昌日报", "承诺之一", "news")])
    cells.set_none_today(clerk, Cell(known["许昌晨报"], TUESDAY), "no_issue")
    return known


@pytest.fixture
def page(office, window) -> TodayPage:
    shown = window.page()
    assert isinstance(shown, TodayPage)
    return shown
