"""Working days: the State Council's calendars with make-up days, the office's own days, years to come."""

import datetime as dt

import pytest

from xcdesk.errors import StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.services.due import today
from xcdesk.services.grid import matrix
from xcdesk.services.office import own_days, workdays
from xcdesk.services.office.workdays import Workdays
from xcdesk.services.record import record_book
from xcdesk.services.record.permissions import NotAllowedError
from xcdesk.services.record.record_book import RecordFilter
from xcdesk.services.returns import returns_status


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("since", "count", "due"),
    [
        # Spring Festival 2019: off 4 to 10 February, made up on Saturday 2 and Sunday 3
        ("2019-02-01", 3, "2019-02-11"),
        # National Day 2019: off 1 to 7 October, made up on Sunday 29 September and Saturday 12 October
        ("2019-09-27", 5, "2019-10-10"),
        # Spring Festival 2020 was lengthened to 2 February: Saturday 1 February was not made up any more
        ("2020-01-22", 2, "2020-02-03"),
        # National Day 2020 with Mid-Autumn: off 1 to 8 October, made up on Sunday 27 September, Saturday 10
        ("2020-09-25", 6, "2020-10-10"),
        # Labour Day 2021: off 1 to 5 May, made up on Sunday 25 April and Saturday 8 May
        ("2021-04-23", 8, "2021-05-07"),
        # Spring Festival 2022: off 31 January to 6 February, made up on Saturday 29 and Sunday 30 January
        ("2022-01-28", 3, "2022-02-07"),
        # National Day 2023 with Mid-Autumn: off 29 September to 6 October, made up on 7 and 8 October
        ("2023-09-28", 3, "2023-10-09"),
        # Spring Festival 2024: off 10 to 17 February, made up on Sundays 4 and 18 February
        ("2024-02-02", 7, "2024-02-18"),
        # Spring Festival 2025: off 28 January to 4 February, made up on Sunday 26 January and Saturday 8
        ("2025-01-24", 4, "2025-02-06"),
        # Spring Festival 2026: off 15 to 23 February, made up on Saturdays 14 and 28 February
        ("2026-02-13", 6, "2026-02-28"),
        # National Day 2026: off 1 to 7 October, made up on Sunday 20 September and Saturday 10 October
        ("2026-09-30", 3, "2026-10-10"),
    ],
)
def test_hand_counted_cases_over_holidays(since, count, due):
    days = Workdays()
    assert days.after(day(since), count) == day(due)
    assert days.passed(day(since), day(due)) == count
    assert not days.provisional(day(since), day(due))


def test_the_office_adds_and_takes_away_days_and_each_is_recorded(db, leader, clerk):
    saturday, monday = day("2019-03-09"), day("2019-03-11")
    own_days.set_day(leader, saturday, working=True, note="示例：补班")
    own_days.set_day(leader, monday, working=False, note="示例：停电")
    days = workdays.load()
    assert days.after(day("2019-03-08"), 2) == day("2019-03-12")
    assert [one.day for one in workdays.own_days(2019)] == [saturday, monday]
    assert days.workday(saturday).label == "上班（本办调整）"
    own_days.set_day(leader, saturday, working=False)
    own_days.clear_day(leader, monday)
    assert workdays.load().after(day("2019-03-08"), 1) == monday
    acts = [one.action for one in AuditEntry.select().where(AuditEntry.action.startswith("office.day"))]
    assert acts == ["office.day_set"] * 3 + ["office.day_cleared"]
    told = record_book.page(RecordFilter(action="office.day_set"), None, 9)[-1]
    assert "上班：否 → 是" in told.details("zh")
    with pytest.raises(own_days.UneditedDayError):
        own_days.clear_day(leader, monday)
    with pytest.raises(NotAllowedError):
        own_days.set_day(clerk, monday, working=False)
    with pytest.raises(own_days.FarDayError):
        own_days.set_day(leader, dt.date(1919, 5, 4), working=False)


def test_years_whose_calendar_is_not_published_go_on_by_weekdays_and_say_so(db, leader):
    days = Workdays()
    for since in (day("2027-02-01"), day("2031-02-03"), day("2050-02-07")):  # Mondays
        due = days.after(since, 10)
        assert (due - since).days == 14
        assert days.provisional(since, due)
    own_days.set_day(leader, day("2027-02-08"), working=False, note="示例：春节")
    own = workdays.load()
    assert own.after(day("2027-02-05"), 1) == day("2027-02-09")
    assert not own.workday(day("2027-02-08")).provisional


def test_days_left_and_days_late_count_working_days_only():
    days = Workdays()
    friday, sunday, monday = day("2019-03-08"), day("2019-03-10"), day("2019-03-11")
    assert [days.left(today, friday) for today in (day("2019-03-06"), friday, sunday, monday)] == [
        2,
        0,
        -1,
        -1,
    ]
    assert days.before(monday) == friday
    with pytest.raises(workdays.ManyDaysError):
        days.after(monday, 1001)


def test_working_days_of_a_span_and_working_hours_follow_the_own_days():
    days = Workdays({day("2019-03-11"): workdays.OwnDay(day("2019-03-11"), False, "", 1)})
    assert days.within(day("2019-09-29"), day("2019-10-12")) == 7  # over National Day
    assert days.within(day("2019-03-08"), day("2019-03-12")) == 2
    assert days.within(day("2019-03-08"), day("2019-03-07")) == 0
    friday, tuesday = dt.datetime(2019, 3, 8, 16), dt.datetime(2019, 3, 12, 9)
    assert (Workdays().hours(friday, tuesday), days.hours(friday, tuesday)) == (11.0, 3.0)
    assert days.from_(day("2019-03-09")) == days.from_(day("2019-03-12")) == day("2019-03-12")


def test_own_days_hold_for_returns_checks_and_today_as_well(db, leader, clerk, on_day):
    on_day(day("2019-04-03"))
    before = returns_status.status(day("2019-03-01")).deadline
    assert (before, today.today(clerk).days_left) == (day("2019-04-08"), 2)
    own_days.set_day(leader, day("2019-04-08"), working=False, note="示例：停电")
    own_days.set_day(leader, day("2019-04-06"), working=True, note="示例：加班")
    assert returns_status.status(day("2019-03-01")).deadline == day("2019-04-06")
    assert today.today(clerk).days_left == 3
    heads = matrix.matrix(day("2019-04-06"), day("2019-04-08")).days
    assert [one.workday.own for one in heads] == [True, False, True]


def test_a_day_is_put_over_what_was_seen_and_listed_beside_what_was_published(db, leader):
    spring = day("2019-02-05")
    assert workdays.lines(2019)[0].published.holiday == "new_years_day"
    made = own_days.put(leader, spring, (True, "值班"), over=None)
    line = next(one for one in workdays.lines(2019) if one.sort.day == spring)
    assert (line.sort.working, line.published.working, line.own) == (True, False, made)
    with pytest.raises(StaleRowError):
        own_days.put(leader, spring, None, over=None)
    assert own_days.put(leader, spring, None, over=made) is None
    assert workdays.own_days() == ()
    assert workdays.lines(2031) == ()
