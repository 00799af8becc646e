"""Days as a clerk types them beside the one before."""

import datetime as dt

import pytest

from xcdesk.services.office.day_words import day_near

TODAY = dt.date(2019, 3, 20)
NEAR = dt.date(2019, 3, 5)


@pytest.fixture(autouse=True)
def twentieth_of_march(monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", TODAY.isoformat())


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5", (2019, 3, 5)),
        ("５日", (2019, 3, 5)),
        ("20", (2019, 3, 20)),
        ("28", (2019, 2, 28)),
        ("31", (2019, 1, 31)),
        ("3.5", (2019, 3, 5)),
        ("12-30", (2018, 12, 30)),
        ("3/5", (2019, 3, 5)),
        ("3月5日", (2019, 3, 5)),
        ("3月5日 周二", (2019, 3, 5)),
        ("0305", (2019, 3, 5)),
        ("190305", (2019, 3, 5)),
        ("20190305", (2019, 3, 5)),
        ("2018.3.5", (2018, 3, 5)),
        ("+1", (2019, 3, 6)),
        ("+", (2019, 3, 6)),
        ("-2", (2019, 3, 3)),
        ("今天", (2019, 3, 20)),
        ("昨天", (2019, 3, 19)),
        ("昨", (2019, 3, 19)),
        ("前天", (2019, 3, 18)),
        ("明天", (2019, 3, 21)),
        ("yesterday", (2019, 3, 19)),
    ],
)
def test_a_day_is_read_as_it_is_typed(written, day):
    assert day_near(written, NEAR if written != "31" else dt.date(2019, 2, 5)) == dt.date(*day)


@pytest.mark.parametrize(
    "written", ["", "0", "32", "2.30", "1332", "承诺", "3月", "2019", "上周", "许昌日报"]
)
def test_what_names_no_day_is_none(written):
    assert day_near(written, NEAR) is None
