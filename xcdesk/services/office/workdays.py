"""Working days as this office keeps them: the published calendar, and where the office departs from it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import CalendarDay
from xcdesk.services.office.calendar import Workday, workday
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor

_DAY = dt.timedelta(days=1)
_NOTE = 80
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_LONGEST = 1000
"""Working days that are counted ahead at most."""


class UneditedDayError(DeskError):
    """The office has said nothing of this day; fact ``day``."""

    code = "office.unedited_day"


class FarDayError(DeskError):
    """The day is not one of this century; facts ``since`` and ``until``, years."""

    code = "office.far_day"


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

    def left(self, today: dt.date, due: dt.date) -> int:
        """Working days left until ``due``, today not counted; below 0 the days that it is late."""
        return self.passed(today, due) if due >= today else -max(1, self.passed(due, today))

    def provisional(self, since: dt.date, until: dt.date) -> bool:
        """Whether some day of the span rests on the weekday rule because its calendar is not published."""
        span = (until - since).days
        return any(self.workday(since + each * _DAY).provisional for each in range(span + 1))


def load() -> Workdays:
    """The calendar as it is kept now."""
    query = CalendarDay.select()
    return Workdays({row.day: OwnDay(row.day, row.working, row.note, row.version) for row in query})


def own_days(year: int | None = None) -> tuple[OwnDay, ...]:
    """Days on which the office departs from what was published, of one year or of all, in order."""
    found = sorted(load().own.values(), key=lambda one: one.day)
    return tuple(one for one in found if year is None or one.day.year == year)


def set_day(actor: Actor, day: dt.date, *, working: bool, note: str = "") -> OwnDay:
    """Say that the office works on a day, or does not; what was said before is replaced.

    Raises:
        FarDayError: the year is no year of an office.
        NotAllowedError: the calendar belongs to whoever keeps the settings.
    """
    if not _FIRST_YEAR <= day.year < _LAST_YEAR:
        raise FarDayError(since=_FIRST_YEAR, until=_LAST_YEAR - 1)
    note = rows.clean_text("note", note, _NOTE)
    with database.atomic():
        row = CalendarDay.get_or_none(CalendarDay.day == day)
        if row is None:
            row = CalendarDay.create(day=day, working=working, note=note)
            version, before = 1, workday(day).working
        else:
            before = row.working
            version = rows.save_versioned(row, row.version, {"working": working, "note": note})
        changes = {"working": [before, working]}
        audit.record(actor, "office.day_set", f"calendar_day:{row.id}", day=day, note=note, changes=changes)
    return OwnDay(day, working, note, version)


def clear_day(actor: Actor, day: dt.date) -> None:
    """Let the published calendar hold for a day again.

    Raises:
        UneditedDayError: the office has said nothing of it.
    """
    with database.atomic():
        row = CalendarDay.get_or_none(CalendarDay.day == day)
        if row is None:
            raise UneditedDayError(day=day)
        row.delete_instance()
        audit.record(actor, "office.day_cleared", f"calendar_day:{row.id}", day=day)
