"""The bulletins page over an office with three contributions of a week in March 2019."""

import datetime as dt

import pytest

from xcdesk.codes import Series
from xcdesk.services.issuing import bulletins, tray
from xcdesk.services.issuing.pieces import Piece
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution

MONDAY = dt.date(2019, 3, 11)
TUESDAY = dt.date(2019, 3, 12)


def receive(clerk, title, outlet="许昌日报", unit=""):
    return contributions.receive(
        clerk, NewContribution(MONDAY, title, "示例正文。", outlet="" if unit else outlet, unit=unit)
    )


@pytest.fixture
def three(clerk):
    """Three contributions of the week, two of one outlet and one of a county."""
    return (receive(clerk, "甲"), receive(clerk, "乙"), receive(clerk, "丙", unit="禹州市"))


@pytest.fixture
def issue(clerk, three):
    """The draft of the week with all three in it."""
    draft = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, TUESDAY)
    for one in three:
        tray.include(clerk, draft.id, Piece(one, contributions.get(one).version))
    return draft


@pytest.fixture
def front() -> str:
    return "bulletins"


@pytest.fixture
def open_page(monkeypatch, make_window):
    """Opens the window on Tuesday 12 March 2019 at the bulletins tab and gives its page."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-12")
    return lambda: make_window().page()
