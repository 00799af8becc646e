"""Working days and holidays, as the State Council has published them; weekdays where it has not yet.

What the office itself keeps stands above it, in `workdays`: whatever counts days asks there.
"""

import datetime as dt
import functools
from dataclasses import dataclass

from xcdesk.wording import text

_SATURDAY = 6


@dataclass(frozen=True, slots=True)
class Workday:
    """What sort of day it is.

    Attributes:
        working: whether offices work.
        holiday: code of the holiday that the day belongs to, also of a make-up day for it; "" for none.
        provisional: the calendar of that year is not published here: the weekday rule was used.
        own: the office itself has said so, whatever was published.
    """

    day: dt.date
    working: bool
    holiday: str
    provisional: bool
    own: bool = False

    @property
    def key(self) -> str:
        """Catalogue key of the holiday, or of the sort of day."""
        if self.own:
            return "day.own_working" if self.working else "day.own_rest"
        if self.holiday and not self.working:
            return f"holiday.{self.holiday}"
        if self.provisional:
            return "day.working_provisional" if self.working else "day.rest_provisional"
        if self.working and self.day.isoweekday() >= _SATURDAY:
            return "day.make_up"
        return "day.working" if self.working else "day.rest"

    @property
    def label(self) -> str:
        """Name of the holiday, or what sort of day it is, in words."""
        return text(self.key)


@functools.cache
def workday(day: dt.date) -> Workday:
    """What sort of day ``day`` is; never fails, whatever the year."""
    import chinese_calendar  # start-up time

    try:
        off, holiday = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:  # no data for that year
        return Workday(day, day.isoweekday() < _SATURDAY, "", provisional=True)
    code = (holiday or "").lower().replace(" ", "_").replace("-", "_").replace("'", "")
    return Workday(day, not off, code, provisional=False)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday with its days off, as published; ``label`` is its name."""

    label: str
    since: dt.date
    until: dt.date


def holidays(year: int) -> tuple[Holiday, ...]:
    """Holidays of a year with all their days off, in order; none where the calendar is not published yet."""
    first = dt.date(year, 1, 1)
    found: list[Holiday] = []
    for number in range((dt.date(year, 12, 31) - first).days + 1):
        day = workday(first + dt.timedelta(days=number))
        if day.working or not day.holiday:
            continue
        if found and found[-1].label == day.label and (day.day - found[-1].until).days == 1:
            found[-1] = Holiday(day.label, found[-1].since, day.day)
        else:
            found.append(Holiday(day.label, day.day, day.day))
    return tuple(found)
