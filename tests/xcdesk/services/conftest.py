"""Builders of reports for the tests of the services."""

import datetime as dt
from collections.abc import Callable

import pytest

from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 5)


@pytest.fixture
def log(clerk) -> Callable[..., int]:
    """Logs one report of 许昌日报 on 5 March 2019; keywords of `NewItem` change it."""

    def build(
        title: str = "我市公布承诺事项", outlet: str = "许昌日报", day: dt.date = DAY, **words: str
    ) -> int:
        return coverage.log_item(clerk, NewItem(day, outlet, title, **words))

    return build


@pytest.fixture
def on_day(monkeypatch) -> Callable[[dt.date], None]:
    """Makes it another day."""

    def move(day: dt.date) -> None:
        monkeypatch.setenv("XCDESK_TODAY", day.isoformat())

    return move
