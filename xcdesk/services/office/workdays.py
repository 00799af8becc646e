"""Working days as this office keeps them: the published calendar, and where the office departs from it.

The one place that counts working days: deadlines of cases and of returns, checks that are owed, what is left
of a week, hours that a text has waited.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from xcdesk.errors import DeskError
from xcdesk.models import CalendarDay
from xcdesk.services.office.calendar import Workday, workday

_DAY = dt.timedelta(days=1)
_OFFICE_HOURS = ((dt.time(8), dt.time(12)), (dt.time(14), dt.time(18)))
"""Morning and afternoon of a working day, eight hours together."""
_LONGEST = 1000
"""Working days that are counted ahead at most."""


class ManyDaysError(DeskError):
    """So many working days are not counted ahead; facts ``count`` and ``most``."""

    code = "office.many_days"


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day of which the office has said whether it works, and why."""

    day: dt.date
    working: bool
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class Workdays:
    """The calendar of one moment; it may be held by any thread."""

    own: Mapping[dt.date, OwnDay] = field(default_factory=dict)

    def workday(self, day: dt.date) -> Workday:
        """What sort of day it is."""
        said = self.own.get(day)
        if said is None:
            return workday(day)
        return Workday(day, said.working, "", provisional=False, own=True)

    def works(self, day: dt.date) -> bool:
        """Whether offices work on that day."""
        said = self.own.get(day)
        return workday(day).working if said is None else said.working

    def after(self, day: dt.date, count: int) -> dt.date:
        """The ``count``-th working day after ``day``, which is not counted itself; ``day`` for 0.

        Raises:
            ManyDaysError: ``count`` is negative, or above a thousand.
        """
        if not 0 <= count <= _LONGEST:
            raise ManyDaysError(count=count, most=_LONGEST)
        while count:
            day += _DAY
            count -= self.works(day)
        return day

    def from_(self, day: dt.date) -> dt.date:
        """``day`` itself where offices work on it, else the first working day after it."""
        while not self.works(day):
            day += _DAY
        return day

    def before(self, day: dt.date) -> dt.date:
        """The last working day before ``day``."""
        day -= _DAY
        while not self.works(day):
            day -= _DAY
        return day

    def passed(self, since: dt.date, until: dt.date) -> int:
        """How many working days lie after ``since``, up to and with ``until``; 0 when it is not later."""
        span = (until - since).days
        return sum(self.works(since + each * _DAY) for each in range(1, span + 1))

    def within(self, since: dt.date, until: dt.date) -> int:
        """How many working days lie from ``since`` to ``until``, both included; 0 when it is past."""
        return self.passed(since - _DAY, until)

    def hours(self, since: dt.datetime, until: dt.datetime) -> float:
        """Office hours of working days from one moment to another, both in local time; 0 when it is past."""
        day, found = since.date(), dt.timedelta()
        while day <= until.date():
            for begins, ends in _OFFICE_HOURS if self.works(day) else ():
                first = max(since, dt.datetime.combine(day, begins))
                last = min(until, dt.datetime.combine(day, ends))
                found += max(last - first, dt.timedelta())
            day += _DAY
        return found / dt.timedelta(hours=1)

    def left(self, today: dt.date, due: dt.date) -> int:
        """Working days left until ``due``, today not counted; below 0 the days that it is late."""
        return self.passed(today, due) if due >= today else -max(1, self.passed(due, today))

    def provisional(self, since: dt.date, until: dt.date) -> bool:
        """Whether some day of the span rests on the weekday rule because its calendar is not published."""
        span = (until - since).days
        return any(self.workday(since + each * _DAY).provisional for each in range(span + 1))


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """A day of the calendar: what holds, what was published, and what the office has said of it."""

    sort: Workday
    published: Workday
    own: OwnDay | None


def lines(year: int) -> tuple[CalendarLine, ...]:
    """Days of a year that are not as their weekday says, and those the office has set, in order."""
    days = load()
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    span = (first + number * _DAY for number in range((last - first).days + 1))
    return tuple(
        CalendarLine(days.workday(day), workday(day), days.own.get(day))
        for day in span
        if day in days.own or workday(day).holiday
    )


def load() -> Workdays:
    """The calendar as it is kept now."""
    day = CalendarDay
    query: Any = day.select(day.day, day.working, day.note, day.version).tuples()
    return Workdays({row[0]: OwnDay(*row) for row in query})


def own_days(year: int | None = None) -> tuple[OwnDay, ...]:
    """Days on which the office departs from what was published, of one year or of all, in order."""
    found = sorted(load().own.values(), key=lambda one: one.day)
    return tuple(one for one in found if year is None or one.day.year == year)
