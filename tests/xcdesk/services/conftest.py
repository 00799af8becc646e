"""What tests of the services share: builders of reports, another day, two desks at once."""

import datetime as dt
import threading
from collections.abc import Callable

import pytest

from xcdesk import store
from xcdesk.errors import DeskError
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


@pytest.fixture
def at_once(db):
    """Do two acts in threads of their own, started together; what each raised, None for nothing."""

    def run(*acts):
        start, raised = threading.Barrier(len(acts)), ["a fault of ours"] * len(acts)

        def work(place, act):
            with store.connection():
                start.wait()
                try:
                    act()
                    raised[place] = None
                except DeskError as error:
                    raised[place] = error

        threads = [threading.Thread(target=work, args=each) for each in enumerate(acts)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return raised

    return run
