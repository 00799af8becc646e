"""One day as people type it beside another: 5, 3.5, 0305, 昨天, +1, -1."""

import calendar
import datetime as dt
import re

from xcdesk import clock
from xcdesk.normalise import folded
from xcdesk.services.office import days

_STEP = re.compile(r"([+-])(\d{0,3})")
_NUMBER = re.compile(r"(\d{1,2})[日号]?")
_PACKED = re.compile(r"(?:(\d{4}|\d{2}))?(\d{2})(\d{2})")
_WEEKDAY = re.compile(r"(?:\s*(?:周|星期)[一二三四五六日天]|[(（][一二三四五六日天][)）])$")
_NAMED = {"今": 0, "昨": 1, "前天": 2, "前日": 2, "大前天": 3, "明天": -1, "明日": -1, "tomorrow": -1}
_CENTURY = 2000


def day_near(written: str, near: dt.date) -> dt.date | None:
    """The day that ``written`` names, or None if it names none.

    A number alone is a day of the month of ``near``, or of the month before if that is still to come. ``+``
    and ``-`` step from ``near``, the named days are counted from today.
    """
    text = _WEEKDAY.sub("", folded(written)).replace(" ", "")
    step = _STEP.fullmatch(text)
    if step:
        return near + dt.timedelta(days=int(f"{step[1]}{step[2] or 1}"))
    if text in _NAMED:
        return clock.today() - dt.timedelta(days=_NAMED[text])
    of_month = _NUMBER.fullmatch(text)
    if of_month:
        return _of_month(int(of_month[1]), near)
    packed = _PACKED.fullmatch(text)
    return _packed(packed) if packed else _whole(text)


def _of_month(number: int, near: dt.date) -> dt.date | None:
    """The day ``number`` of the month of ``near``; of the month before, if that is still to come."""
    first, _ = clock.month_of(near)
    found = [
        month.replace(day=number)
        for month in (first, first - dt.timedelta(days=1))
        if 1 <= number <= calendar.monthrange(month.year, month.month)[1]
    ]
    return next((day for day in found if day <= clock.today()), found[0] if found else None)


def _packed(found: re.Match[str]) -> dt.date | None:
    """``0305``, ``190305`` and ``20190305``."""
    year = found[1]
    if year is None:
        return _whole(f"{found[2]}.{found[3]}")
    whole = year if len(year) > len("19") else str(_CENTURY + int(year))
    return _whole(f"{whole}.{found[2]}.{found[3]}")


def _whole(text: str) -> dt.date | None:
    """Ways in which a search takes a day as well, if they name one alone."""
    found = days.read(text)
    return found.since if found is not None and found.since == found.until else None
