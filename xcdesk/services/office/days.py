"""Days as people write them in a search: 3月, 2019-03-05, 上周, 2019-03-01..2019-03-15."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.normalise import folded


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both included; None where there is no bound."""

    since: dt.date | None
    until: dt.date | None


ALWAYS = Days(None, None)
"""Every day."""

_YEARS = range(1900, 2200)
"""Years that an office has to do with; any other number of four figures is none."""

_TO = re.compile(r"\.\.+|~|至|到|—+|–")
_YEAR = re.compile(r"(\d{4})年?")
_MONTH = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})月|(\d{4})[-./](\d{1,2})")
_DAY = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})[日号]?")


def _week(today: dt.date, weeks: int) -> Days:
    return Days(*clock.week_of(today + dt.timedelta(weeks=weeks)))


def _month_before(today: dt.date) -> Days:
    return Days(*clock.month_of(today.replace(day=1) - dt.timedelta(days=1)))


def _year(year: int) -> Days:
    _known(year)
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _day(day: dt.date) -> Days:
    return Days(day, day)


_NAMED: Mapping[str, Callable[[dt.date], Days]] = {
    "今天": _day,
    "昨天": lambda today: _day(today - dt.timedelta(days=1)),
    "本周": lambda today: _week(today, 0),
    "上周": lambda today: _week(today, -1),
    "本月": lambda today: Days(*clock.month_of(today)),
    "上月": _month_before,
    "今年": lambda today: _year(today.year),
    "去年": lambda today: _year(today.year - 1),
}
_ENGLISH = {
    "today": "今天", "yesterday": "昨天", "thisweek": "本周", "lastweek": "上周", "thismonth": "本月",
    "lastmonth": "上月", "thisyear": "今年", "lastyear": "去年", "今日": "今天", "昨日": "昨天",
    "这周": "本周", "本年": "今年", "上个月": "上月", "这个月": "本月",
}  # fmt: skip
OFFERED: Mapping[str, tuple[str, ...]] = {
    "zh": tuple(_NAMED),
    "en": (
        "today",
        "yesterday",
        "this-week",
        "last-week",
        "this-month",
        "last-month",
        "this-year",
        "last-year",
    ),
}
"""Names of days that a search can offer, by language."""


def read(written: str) -> Days | None:
    """The days that ``written`` names, or None if it names none.

    A month or day without its year is the last one that has begun. A range is written with ``..``, ``~`` or
    至, and may be open at either end.
    """
    text = folded(written).replace(" ", "").replace("_", "")
    ends = _TO.split(text)
    if len(ends) == 1:
        return _one(text)
    if len(ends) > len(("first", "last")) or not any(ends):
        return None
    first, last = (_one(end) if end else ALWAYS for end in ends)
    if first is None or last is None:
        return None
    return Days(first.since, last.until)


def _one(text: str) -> Days | None:
    today = clock.today()
    name = _ENGLISH.get(text.replace("-", ""), text)
    if name in _NAMED:
        return _NAMED[name](today)
    try:
        return _numbered(text, today)
    except ValueError:  # the 31st of February
        return None


def _numbered(text: str, today: dt.date) -> Days | None:
    if year := _YEAR.fullmatch(text):
        return _year(int(year[1]))
    if month := _MONTH.fullmatch(text):
        number = int(month[2] or month[4])
        named = month[1] or month[3]
        first = dt.date(_known(int(named or today.year)), number, 1)
        if not named and first > today:
            first = first.replace(year=today.year - 1)
        return Days(*clock.month_of(first))
    if day := _DAY.fullmatch(text):
        year_, number, of_month = day[1], int(day[2]), int(day[3])
        return _day(
            dt.date(_known(int(year_)), number, of_month) if year_ else _last(today, number, of_month)
        )
    return None


def _known(year: int) -> int:
    if year not in _YEARS:
        raise ValueError(year)
    return year


def _last(today: dt.date, month: int, day: int) -> dt.date:
    """The last such day that has come; the 29th of February may lie some years back."""
    for year in range(today.year, today.year - 8, -1):
        if day <= calendar.monthrange(year, month)[1] and dt.date(year, month, day) <= today:
            return dt.date(year, month, day)
    raise ValueError(day)
