"""Days, weeks, instants and counts as the windows show them, in the window's language."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ui.language import language
from xcdesk import clock, wording

if TYPE_CHECKING:  # start-up time
    from xcdesk.services.due.noted_calls import CallRow


def _text(key: str, **facts: object) -> str:
    return wording.text(f"format.{key}", language(), **facts)


def day(value: dt.date) -> str:
    """``11月23日``; with the year where it is not this one."""
    key = "day" if value.year == clock.today().year else "day_with_year"
    name = _text(f"month_name.{value.month}")
    return _text(key, year=value.year, month=name, day=value.day)


def weekday(value: dt.date) -> str:
    """``星期一``."""
    return _text(f"weekday.{value.isoweekday()}")


def short_weekday(value: dt.date) -> str:
    """``一``, for the heading of a narrow column."""
    return _text(f"weekday_short.{value.isoweekday()}")


def weekday_of(number: int) -> str:
    """``星期一`` for the ISO weekday 1."""
    return _text(f"weekday.{number}")


def short_weekday_of(number: int) -> str:
    """``一`` for the ISO weekday 1."""
    return _text(f"weekday_short.{number}")


def day_and_weekday(value: dt.date) -> str:
    """``11月23日 星期一``."""
    return _text("day_and_weekday", day=day(value), weekday=weekday(value))


def span(since: dt.date, until: dt.date) -> str:
    """``3月4日至3月10日``; a single day as it is."""
    return day(since) if since == until else _text("span", since=day(since), until=day(until))


def month(value: dt.date) -> str:
    """``2026年11月``."""
    name = _text(f"month_name.{value.month}")
    return _text("month", year=value.year, month=name)


def year(value: dt.date) -> str:
    """``2026年``."""
    return _text("year", year=value.year)


def short_month(number: int) -> str:
    """``3月``, for the axis of a chart."""
    return _text(f"month_short.{number}")


def week(value: dt.date) -> str:
    """``第48周``, the ISO week that holds the day."""
    return _text("week", week=value.isocalendar().week)


def week_of_year(value: dt.date) -> str:
    """``第48周``; with its year where it is not this one; it may be another one than that of the day."""
    year, number, _ = value.isocalendar()
    if year == clock.today().isocalendar().year:
        return week(value)
    return _text("week_of_year", year=year, week=number)


def instant(value: dt.datetime) -> str:
    """A stored UTC instant at this desk: ``今日 09:10``, ``昨日 16:00`` or ``11月16日 08:42``."""
    here = clock.local(value)
    time = f"{here:%H:%M}"
    age = (clock.today() - here.date()).days
    if age == 0:
        return _text("today_at", time=time)
    if age == 1:
        return _text("yesterday_at", time=time)
    return _text("day_at", day=day(here.date()), time=time)


def sentences(parts: Iterable[str]) -> str:
    """Whole sentences one after another, the empty ones left out."""
    said = ""
    for part in filter(None, parts):
        said = _text("two_sentences", first=said, second=part) if said else part
    return said


def count(number: int, unit: str) -> str:
    """``count(6, "pieces")`` is ``6 篇``; units are the ``unit.*`` of the catalogue."""
    form = f"unit.{unit}.one" if number == 1 else f"unit.{unit}"
    return wording.text(form, language(), count=number)


def listed(parts: Iterable[str]) -> str:
    """Several things in one sentence, with the comma of the language."""
    return wording.listed(parts, language())


def call(noted: "CallRow") -> str:
    """``今日 10:32 示例·郭某：会报，下午三点前``."""
    answer = wording.text(f"call.answer.{noted.answer.value}", language())
    said = [part for part in (answer, noted.reason, noted.note) if part]
    return wording.text("call.words", language(), when=instant(noted.at), by=noted.by, said="，".join(said))
