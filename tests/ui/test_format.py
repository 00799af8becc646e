"""Figures with their units as both languages say them."""

import datetime as dt

from ui import format as shown
from ui.language import set_language


def test_one_of_a_thing_is_said_in_the_singular_in_english():
    set_language("en")
    try:
        assert [shown.count(number, "pieces") for number in (0, 1, 2)] == ["0 pieces", "1 piece", "2 pieces"]
    finally:
        set_language("zh")
    assert shown.count(1, "pieces") == "1 篇"


def test_a_week_of_another_year_bears_it(monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-12")
    days = (dt.date(2019, 3, 12), dt.date(2019, 12, 30), dt.date(2018, 12, 31), dt.date(2018, 12, 30))
    assert [shown.week_of_year(day) for day in days] == ["第11周", "2020年第1周", "第1周", "2018年第52周"]
