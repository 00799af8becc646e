"""Offices and pages that several test files of the coverage page share."""

import pytest

from tests.ui.log_hands import LAST_YEAR, MONDAY
from ui.pages.coverage.page import CoveragePage
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster.outlets import outlets


@pytest.fixture
def coverage_office(db, monkeypatch):
    """An office on Tuesday 5 March 2019 with two reports of the day before; ids of the outlets by name."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-05")
    clerk = people.actor("guo")
    coverage.log_items(
        clerk, [NewItem(MONDAY, "许昌日报", "承诺之一", "news"), NewItem(MONDAY, "许昌晨报", "承诺之二")]
    )
    return {row.name: row.id for row in outlets()}


@pytest.fixture
def front() -> str:
    return "coverage"


@pytest.fixture
def coverage_page(coverage_office, desk, show_alone) -> CoveragePage:
    """The coverage page of that office, shown without the window around it."""
    return show_alone(CoveragePage(desk))


@pytest.fixture
def log_office(db, monkeypatch):
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
def log_page(log_office, window) -> CoveragePage:
    """The coverage page in the window, its log with the whole page."""
    shown = window.page()
    assert isinstance(shown, CoveragePage)
    shown.turn()
    return shown
