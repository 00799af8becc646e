"""The stretch of time that a title names: a month, several, a quarter, half a year, a year, or days."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xcdesk.importers.dates import arabic, find_context
from xcdesk.normalise import folded

_TO = r"\s*(?:-+|—+|–|~|至|到)\s*"
_DAYS = re.compile(
    rf"(\d{{1,2}})\s*[月.]\s*(\d{{1,2}})\s*日?{_TO}(?:20\d{{2}}年)?(\d{{1,2}})\s*[月.]\s*(\d{{1,2}})"
)
_MONTHS = re.compile(rf"(?<!\d)(\d{{1,2}})\s*月?份?{_TO}(\d{{1,2}})\s*月")
_QUARTER = re.compile(r"([一二三四1-4])季度")
_HALF = re.compile("([上下])半年")
_YEAR = re.compile(r"20\d{2}年(?:度|全年)?|全年|年度")
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included."""

    since: dt.date
    until: dt.date


def find_period(texts: Iterable[str], year: int | None = None) -> Period | None:
    """What title lines, sheet and file names (in that order) say of the time; None when nothing does.

    ``year`` serves when none of them names one.
    """
    lines = [arabic(folded(text)) for text in texts]
    year = find_context(lines, year).year
    if year is None:
        return None
    for line in lines:
        found = _period(line, year)
        if found is not None:
            return found
    whole = any(_YEAR.search(line) and not _MONTHS.search(line) for line in lines)
    return _of_months(year, 1, _LAST_MONTH) if whole else None


def _period(line: str, year: int) -> Period | None:
    days = _DAYS.search(line)
    if days is not None:
        return _of_days(year, [int(part) for part in days.groups()])
    months = _MONTHS.search(line)
    if months is not None:
        return _of_months(year, int(months[1]), int(months[2]))
    quarter, half = _QUARTER.search(line), _HALF.search(line)
    if quarter is not None:
        number = "一二三四".find(quarter[1]) + 1 or int(quarter[1])
        return _of_months(year, number * 3 - 2, number * 3)
    if half is not None:
        return _of_months(year, 1, 6) if half[1] == "上" else _of_months(year, 7, _LAST_MONTH)
    month = find_context([line]).month
    return None if month is None else month_of(year, month)


def month_of(year: int, month: int) -> Period:
    """One whole month."""
    last = calendar.monthrange(year, month)[1]
    return Period(dt.date(year, month, 1), dt.date(year, month, last))


def months_within(period: Period) -> Iterator[dt.date]:
    """First day of every month of which a stretch of time has a day."""
    first, last = (day.year * _LAST_MONTH + day.month - 1 for day in (period.since, period.until))
    for number in range(first, last + 1):
        yield dt.date(number // _LAST_MONTH, number % _LAST_MONTH + 1, 1)


def _of_months(year: int, first: int, last: int) -> Period | None:
    if not 1 <= first <= last <= _LAST_MONTH:
        return None
    return Period(month_of(year, first).since, month_of(year, last).until)


def _of_days(year: int, parts: list[int]) -> Period | None:
    try:
        since, until = dt.date(year, parts[0], parts[1]), dt.date(year, parts[2], parts[3])
    except ValueError:
        return None
    return Period(since, until) if since <= until else None
