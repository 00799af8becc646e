"""Which backups are kept, over a year in which one is taken every half hour of work."""

import datetime as dt
from collections.abc import Iterator

from xcdesk.db.backups.retention import DAILY, MONTHLY, WEEKLY, kept

FIRST = dt.datetime(2019, 1, 1, 8)
DAY = dt.timedelta(days=1)


def year_of_work() -> Iterator[dt.datetime]:
    """Half hours from eight to half past five of each Monday to Saturday; none in February."""
    for day in range(365):
        morning = FIRST + day * DAY
        if morning.isoweekday() < 7 and morning.month != 2:
            yield from (morning + dt.timedelta(minutes=30 * half) for half in range(20))


def test_a_year_of_half_hours_leaves_all_of_two_days_and_ever_fewer_before():
    left: frozenset[dt.datetime] = frozenset()
    taken, most = 0, 0
    for moment in year_of_work():
        taken += 1
        left = kept({*left, moment}, moment)
        most = max(most, len(left))
        assert moment in left
    assert taken > 5_000
    assert most <= 2 * 20 + 20 + DAILY + WEEKLY + MONTHLY
    last = max(left)
    every = [moment for moment in year_of_work() if moment >= last - 2 * DAY]
    assert left.issuperset(every)
    evenings = [moment for moment in year_of_work() if moment.hour == 17 and moment.minute == 30]
    assert left.issuperset(evenings[-DAILY:])
    weeks = {moment.isocalendar()[:2] for moment in left}
    assert len(weeks) >= WEEKLY
    assert {(moment.year, moment.month) for moment in left} == {
        (2019, month) for month in range(1, 13) if month != 2
    }


def test_thinning_twice_changes_nothing():
    moments = set(year_of_work())
    now = max(moments)
    once = kept(moments, now)
    assert kept(once, now) == once


def test_an_office_that_was_closed_for_half_a_year_finds_what_it_left():
    moments = [FIRST + day * DAY for day in range(20)]
    left = kept(moments, FIRST + 200 * DAY)
    assert left.issuperset(moments[-DAILY:])


def test_nothing_is_lost_while_the_clock_is_wrong():
    ahead = FIRST + 900 * DAY
    assert ahead in kept([FIRST, ahead], FIRST)
    assert kept([FIRST], FIRST + 9000 * DAY) == {FIRST}
    assert kept([], FIRST) == frozenset()
