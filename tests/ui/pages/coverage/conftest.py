"""Fixtures of the coverage page: a small office, and its log with the whole page."""

import pytest

from tests.ui.log_hands import LAST_YEAR, MONDAY
from ui.pages.coverage.page import CoveragePage
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem


@pytest.fixture
def office(db, monkeypatch):
    """Three reports on two days; one of them has a link, one lies in another year."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-05")
    clerk = people.actor("guo")
    items = [
        NewItem(MONDAY, "许昌日报", "承诺之一", "news", url="https://xcrb.example/a?b=1"),
        NewItem(MONDAY, "许昌晨报", "承诺之二", unit="禹州"),
        NewItem(LAST_YEAR, "河南日报", "窗口之三", "commentary"),
    ]
    return coverage.log_items(clerk, items)


@pytest.fixture
def page(office, window) -> CoveragePage:
    window.show_page("coverage")
    shown = window.page()
    assert isinstance(shown, CoveragePage)
    shown.turn()
    return shown
