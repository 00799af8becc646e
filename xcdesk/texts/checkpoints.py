"""What of a text has to be looked at before it is submitted: its dates, its figures, its attachments."""

import calendar
import re
from dataclasses import dataclass

from xcdesk.texts.documents import from_text, reading_lines

_DATE = re.compile(r"(?:(?<!\d)(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})日")
_WEEKDAY = re.compile(r"^\s*[（(]?(?:星期|周)([一二三四五六日天])")
_FIGURE = re.compile(r"\d[\d,.]*\s*[%％‰]?")
_ATTACHED = re.compile(r"^附件\s*\d*\s*[：:.．]?\s*(.*)$")
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it is written; ``sound`` is False for one that no calendar has, or on another weekday."""

    text: str
    sound: bool


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """Dates, each once in their order; how many figures there are; names of attachments."""

    dates: tuple[Date, ...]
    figures: int
    attachments: tuple[str, ...]


def checkpoints(text: str, year: int) -> Checkpoints:
    """Look through a text in its markup; ``year`` is that of dates without one."""
    lines = reading_lines(from_text(text))
    dates = {found.text: found for line in lines for found in _dates(line, year)}
    bare = [_DATE.sub("", line) for line in lines]
    attached = (_ATTACHED.match(line) for line in lines)
    names = tuple(found[1] or found[0] for found in attached if found)
    return Checkpoints(tuple(dates.values()), sum(len(_FIGURE.findall(line)) for line in bare), names)


def _dates(line: str, year: int) -> list[Date]:
    found = []
    for each in _DATE.finditer(line):
        named = _WEEKDAY.match(line[each.end() :])
        written = each[0] + (f"（星期{named[1]}）" if named else "")
        found.append(Date(written, _sound(each, year, named[1] if named else "")))
    return found


def _sound(found: re.Match[str], year: int, weekday: str) -> bool:
    full, month, day = int(found[1] or year), int(found[2]), int(found[3])
    if not 1 <= month <= len(calendar.month_name) - 1 or not full >= 1:
        return False
    if not 1 <= day <= calendar.monthrange(full, month)[1]:
        return False
    return not weekday or _WEEKDAYS[calendar.weekday(full, month, day)] == weekday.replace("天", "日")
