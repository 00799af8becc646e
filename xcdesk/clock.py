"""The only place that asks for the date: local days for the office's work, UTC instants for its records."""

import contextlib
import contextvars
import datetime as dt
import os
from collections.abc import Iterator

from xcdesk.errors import DeskError

_MOST_DAYS_AHEAD = 366
TODAY_VARIABLE = "XCDESK_TODAY"
"""Environment variable with an ISO date that stands for today, for demonstrations and tests."""
TIME_VARIABLE = "XCDESK_TIME"
"""Environment variable with an ISO time that stands for the hour held against deadlines, likewise."""


class BadTodayError(DeskError):
    """The environment names a day that is none."""

    code = "desk.bad_today"


class BadTimeError(DeskError):
    """The environment names an hour that is none."""

    code = "desk.bad_time"


_AS_IF: contextvars.ContextVar[dt.date | None] = contextvars.ContextVar("as_if", default=None)


@contextlib.contextmanager
def as_if(day: dt.date) -> Iterator[None]:
    """Let this thread live on another day within: samples are made as of the weeks before."""
    token = _AS_IF.set(day)
    try:
        yield
    finally:
        _AS_IF.reset(token)


def today() -> dt.date:
    """Day at this desk, in local time; raises `BadTodayError` if the environment names none."""
    given = _AS_IF.get()
    if given is not None:
        return given
    fixed = os.environ.get(TODAY_VARIABLE)
    if fixed:
        try:
            return dt.date.fromisoformat(fixed)
        except ValueError as error:
            raise BadTodayError(variable=TODAY_VARIABLE, text=fixed) from error
    return dt.datetime.now().astimezone().date()  # noqa: TID251  # this is the one place


def time_of_day() -> dt.time:
    """Hour at this desk, in local time, to be held against deadlines; what is recorded takes `utc_now`.

    Raises:
        BadTimeError: the environment names none.
    """
    fixed = os.environ.get(TIME_VARIABLE)
    if not fixed:
        return local(utc_now()).time()
    try:
        return dt.time.fromisoformat(fixed)
    except ValueError as error:
        raise BadTimeError(variable=TIME_VARIABLE, text=fixed) from error


def is_far_ahead(day: dt.date) -> bool:
    """Whether ``day`` lies more than a year ahead: nothing has run then, it is a slip of the pen."""
    return day > today() + dt.timedelta(days=_MOST_DAYS_AHEAD)


def utc_now() -> dt.datetime:
    """Instant in UTC without a time zone, to the microsecond, as stored in every record.

    Within `as_if` it is this time of day on the day given, so that what samples tell and what is written
    down of them name the same day.
    """
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)  # noqa: TID251  # this is the one place
    given = _AS_IF.get()
    if given is None:
        return now
    there = dt.datetime.combine(given, local(now).time())
    return there.astimezone(dt.UTC).replace(tzinfo=None)


def local(instant: dt.datetime) -> dt.datetime:
    """A stored UTC instant in the local time of this desk, without a time zone."""
    return instant.replace(tzinfo=dt.UTC).astimezone().replace(tzinfo=None)


def midnight(day: dt.date) -> dt.datetime:
    """The instant in UTC, as stored, at which ``day`` begins at this desk."""
    return dt.datetime.combine(day, dt.time()).astimezone(dt.UTC).replace(tzinfo=None)


def week_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """Monday and Sunday of the ISO week that holds ``day``."""
    monday = day - dt.timedelta(days=day.weekday())
    return monday, monday + min(dt.timedelta(days=6), dt.date.max - monday)


def month_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the month that holds ``day``."""
    first = day.replace(day=1)
    days = 31 if day.month == 12 else (first.replace(month=day.month + 1) - first).days  # noqa: PLR2004
    return first, day.replace(day=days)


def quarter_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the calendar quarter that holds ``day``."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return first, month_of(first.replace(month=first.month + 2))[1]


def parse_week(text: str) -> dt.date:
    """Monday of a week written ``2019-W10``; raises ``ValueError`` for anything else."""
    year, _, week = text.upper().partition("-W")
    return dt.date.fromisocalendar(int(year), int(week), 1)


def parse_month(text: str) -> dt.date:
    """First day of a month written ``2019-03``; raises ``ValueError`` for anything else."""
    return dt.date.fromisoformat(f"{text}-01")
