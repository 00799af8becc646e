"""Days in every spelling that counties use, read exactly or refused by name; nothing is guessed."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from xcdesk.importers.raw import Value
from xcdesk.normalise import folded

FIRST_YEAR = 2000
LAST_YEAR = 2099
_CENTURY = 100
_EPOCH = dt.date(1899, 12, 30)
"""Day 0 of a spreadsheet's serial numbers (valid from March 1900 on)."""
_SERIALS = range(36526, 73051)
"""Serial numbers of the years 2000 to 2099."""
_SHORT_YEARS = range(15, 36)
"""Years that people write with two digits; others could as well be a day or a month."""
_LARGEST = 100_000_000
_LAST_MONTH = 12
_LAST_DAY = 31

_NUMERALS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
_TENS = {"十": 10, "廿": 20, "卅": 30}
_RUN = re.compile("[零〇○一二三四五六七八九十廿卅]+")
_WEEKDAY = re.compile(r"[(\[]?(?:星期|礼拜|周)[一二三四五六日天1-7][)\]]?")
_TIME = re.compile(
    r"(?:(?<=\d)t|(?<=[\s日号]))\s*(?:上午|下午|晚上|早上)?\s*\d{1,2}[:时](?:\d{1,2}分?)?(?::\d{2}(?:\.\d+)?)?z?$"
)
_PART_OF_DAY = re.compile(
    r"(?:(?<=[日号])|(?<=\d)\s)\s*(?:凌晨|清晨|早间|早晨|早上|上午|中午|午间|下午|傍晚|晚间|晚上|夜间|早|晚)"
    r"(?:\d{1,2}[点时:](?:\d{1,2}分?|半)?)?$"
)
_RAN = re.compile(r"\s*(?:\(\D*\)|(?:已?刊发|刊登|刊播|见报|播出|发布|发表|刊出|刊))$")
_EDGES = re.compile(r"^[\s'(\[,.;:、。]+|[\s')\],.;:、。]+$")
_SEPARATOR = r"\s*[./\-、,·_。~～—–―−\\\s]\s*"
_FULL = re.compile(
    rf"(\d{{4}}|\d{{2}})(?:\s*年\s*|{_SEPARATOR})(\d{{1,2}})(?:\s*月\s*|{_SEPARATOR})(\d{{1,2}})\s*[日号]?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_COMPACT_SHORT = re.compile(r"(\d{2})(\d{2})(\d{2})")
_AS_CENTURY = FIRST_YEAR // _CENTURY
"""Two digits that begin 2020 and 200306 (March 2003, or 6 March 2020) alike."""
_MONTH_DAY = re.compile(r"(\d{1,2})(?:\s*月\s*(?:份\s*)?|\s*[./\-]\s*)(\d{1,2})\s*[日号]?")
_ENGLISH = re.compile(
    r"(\d{1,2})[\s\-]+([a-z]{3,9})[\s\-,]+(\d{4}|\d{2})|([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""As a spreadsheet set up in English writes days into text files: 5-Mar-19."""
_DAY = re.compile(r"(\d{1,2})\s*[日号]")
_BARE_DAY = re.compile(r"(\d{1,2})")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_RANGE = re.compile(r"\d\s*[日号]?\s*(?:-+|—+|–|―|~|至|到|、|,|和|及)\s*\d|[日号]\s*/\s*\d")

_TITLE_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*(?:年|[./\-]\d{1,2})")
_TITLE_MONTH = re.compile(r"(?<![\d\-—~至到、])(1[0-2]|0?[1-9])\s*月(?!份?\s*[\-—~至到、])")
_COMPACT_MONTH = re.compile(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)")
_FILLED_IN = re.compile("(?:填报|报送|上报|填表|制表|统计|报表)(?:时间|日期)")


class CellError(Exception):
    """A cell that cannot be read: the code of its sentence and the facts for it."""

    def __init__(self, code: str, **facts: object) -> None:
        self.code = code
        self.facts = facts
        super().__init__(f"{code} {facts}")


class DateContext(NamedTuple):
    """What the surroundings of a row say of its day. Asked for with every row.

    Attributes:
        year, month: of title lines, sheet, file or batch; None when nothing says.
        sent: day on which the sheet was filled in, which is later than every day it reports.
    """

    year: int | None = None
    month: int | None = None
    sent: dt.date | None = None


def parse_day(value: Value, context: DateContext | None = None) -> dt.date:
    """Day that a cell states; raises `CellError` for an impossible day, a span, or no year."""
    context = context or DateContext()
    if isinstance(value, dt.datetime):
        return _in_range(value.date())
    if isinstance(value, dt.date):
        return _in_range(value)
    if isinstance(value, bool | dt.time) or value is None:
        raise CellError("date.unreadable", text=str(value))
    if isinstance(value, int | float):
        return _of_number(value, context)
    return _of_text(value, context)


def find_context(texts: Iterable[str], year: int | None = None) -> DateContext:
    """Year and month that title lines, sheet and file names (in that order) give to days without them.

    ``year`` is the batch's own and serves when none of the texts names one.
    """
    found_year, found_month, sent = None, None, None
    for text in (arabic(folded(text)) for text in texts):
        label = _FILLED_IN.search(text)
        if label:
            sent = sent or _day_within(text[label.end() :])
            text = text[: label.start()]  # noqa: PLW2901  # what stands before the label may still name a month
        compact = _COMPACT_MONTH.search(text)
        years, months = _TITLE_YEAR.search(text), _TITLE_MONTH.findall(text)
        found_year = found_year or _number(years) or _number(compact)
        if found_month is None and len(set(map(int, months))) == 1:
            found_month = int(months[0])
        elif found_month is None and compact:
            found_month = int(compact[2])
    return DateContext(found_year or year, found_month, sent)


def _number(match: re.Match[str] | None) -> int | None:
    return int(match[1]) if match else None


def _day_within(text: str) -> dt.date | None:
    """First full day written anywhere in ``text``, or None."""
    match = _FULL.search(text) or _COMPACT.search(text)
    if match is None:
        return None
    try:
        return _day(match[0], int(match[1]), int(match[2]), int(match[3]))
    except CellError:
        return None


def _of_number(number: float, context: DateContext) -> dt.date:
    if not 1 <= number < _LARGEST:
        raise CellError("date.unreadable", text=f"{number:g}")
    if int(number) in _SERIALS:
        return _EPOCH + dt.timedelta(days=int(number))
    if number == int(number):
        shown = str(int(number))
        if _COMPACT.fullmatch(shown) or _COMPACT_SHORT.fullmatch(shown):
            return _of_text(shown, context)
        if 1 <= number <= _LAST_DAY and context.month is not None:
            return _of_text(f"{shown}日", context)
        raise CellError("date.unreadable", text=shown)
    shown = f"{number:.2f}".rstrip("0")
    if abs(float(shown) - number) > 1e-9 or not 1 <= number < _LAST_MONTH + 1:  # noqa: PLR2004
        raise CellError("date.unreadable", text=str(number))
    if shown[-2:] in {".1", ".2", ".3"}:
        # 3月1日 and 3月10日 are one number once a spreadsheet has stored them.
        raise CellError(
            "date.ambiguous", text=shown, first=shown.split(".")[1], second=f"{shown.split('.')[1]}0"
        )
    return _of_text(shown, context)


def _of_text(text: str, context: DateContext) -> dt.date:
    shown = folded(text)
    bare = _PART_OF_DAY.sub("", _RAN.sub("", _WEEKDAY.sub("", shown).strip()))
    bare = _EDGES.sub("", _TIME.sub("", bare))
    bare = _EDGES.sub("", arabic(bare))
    full = _FULL.fullmatch(bare) or _COMPACT.fullmatch(bare)
    if full:
        return _day(shown, _whole_year(full[1], shown), int(full[2]), int(full[3]))
    compact = _COMPACT_SHORT.fullmatch(bare)
    if compact:
        return _of_six_digits(shown, compact, context)
    if _SERIAL.fullmatch(bare) and int(float(bare)) in _SERIALS:
        return _EPOCH + dt.timedelta(days=int(float(bare)))
    english = _ENGLISH.fullmatch(bare)
    if english and (english[2] or english[4])[:3] in _MONTHS:
        month = _MONTHS.index((english[2] or english[4])[:3]) + 1
        return _day(shown, _whole_year(english[3] or english[6], shown), month, int(english[1] or english[5]))
    short = _MONTH_DAY.fullmatch(bare)
    if short:
        return _without_year(shown, int(short[1]), int(short[2]), context)
    day = _DAY.fullmatch(bare) or (_BARE_DAY.fullmatch(bare) if context.month is not None else None)
    if day and context.month is not None:
        return _without_year(shown, context.month, int(day[1]), context)
    raise _refusal(shown, bare, lacks_month=day is not None)


def _of_six_digits(shown: str, digits: re.Match[str], context: DateContext) -> dt.date:
    """Day of 190305; 200306 is one only where the surroundings say 2020, for it may be a month of 2003."""
    year = _whole_year(digits[1], shown)
    if int(digits[1]) == _AS_CENTURY and context.year != year:
        raise CellError("date.unreadable", text=shown)
    return _day(shown, year, int(digits[2]), int(digits[3]))


def _refusal(shown: str, bare: str, *, lacks_month: bool) -> CellError:
    if lacks_month:
        return CellError("date.no_month", text=shown)
    if _RANGE.search(bare):
        return CellError("date.range", text=shown)
    return CellError("date.unreadable", text=shown)


def _without_year(shown: str, month: int, day: int, context: DateContext) -> dt.date:
    if not 1 <= month <= _LAST_MONTH or not 1 <= day <= _LAST_DAY:
        raise CellError("date.impossible", text=shown)
    if context.year is not None:
        return _day(shown, context.year, month, day)
    if context.sent is not None:
        # A sheet filled in on 5 January reports December of the year before.
        later = (month, day) > (context.sent.month, context.sent.day)
        return _day(shown, context.sent.year - 1 if later else context.sent.year, month, day)
    raise CellError("date.no_year", text=shown)


def _whole_year(digits: str, shown: str) -> int:
    year = int(digits)
    if year >= _CENTURY:
        return year
    if year in _SHORT_YEARS:
        return FIRST_YEAR + year
    raise CellError("date.unreadable", text=shown)


def _day(shown: str, year: int, month: int, day: int) -> dt.date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CellError("date.out_of_range", text=shown)
    if not 1 <= month <= _LAST_MONTH or not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise CellError("date.impossible", text=shown)
    return dt.date(year, month, day)


def _in_range(day: dt.date) -> dt.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CellError("date.out_of_range", text=day.isoformat())
    return day


def arabic(text: str) -> str:
    """Chinese numerals before 年, 月, 日 and 号 as digits; other words keep theirs."""
    return re.sub(rf"{_RUN.pattern}(?=\s*(?:年|月|日|号|$))", lambda match: _digits(match[0]), text)


def _digits(run: str) -> str:
    if not any(character in _TENS for character in run):
        return "".join(str(_NUMERALS[character]) for character in run)
    total, pending = 0, 0
    for character in run:
        if character in _TENS:
            total += _TENS[character] * (pending or 1)
            pending = 0
        else:
            pending = _NUMERALS[character]
    return str(total + pending)
