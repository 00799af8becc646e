"""Cells other than days: outlets with a page in the same cell, pages, authors, links."""

import datetime as dt
import re
from dataclasses import dataclass

from xcdesk.importers.dates import CellError, DateContext, parse_day
from xcdesk.importers.raw import Value
from xcdesk.lexicon import Lexicon, OutletName
from xcdesk.normalise import clean, folded, name_key, person

_LONG_NUMBER = 1e15
_CHINESE_PAGE = {numeral: str(value) for value, numeral in enumerate("一二三四五六七八九", 1)}
_PAGE_NUMBER = r"[A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,3}"
_PAGE = re.compile(rf"第?\s*({_PAGE_NUMBER})\s*(?:版面|版)")
_BARE_PAGE = re.compile(r"第?\s*([A-Za-z]?\d{1,3})\s*(?:版面|版)?")
_NAMED_PAGE = re.compile("头版|(?:要闻|综合|时政|民生|理论|经济|社会|专题|县区|县域|特别|法治|教育)版")
_HEADLINE = re.compile("^(?:头条|倒头条|二条|报眼|导读)")
_LETTERED_PAGE = re.compile(r"(?<=[\s\-/,·:(\u4e00-\u9fff》])[A-Za-z]\d{1,2}(?=\)?$)")
_DAY = re.compile(
    r"(?:(?:20)?\d{2}\s*[年./\-]\s*)?\d{1,2}\s*[月./\-]\s*\d{1,2}\s*[日号]?|(?<!\d)20\d{6}(?!\d)"
)
_QUOTED = re.compile(r"《([^《》]+)》|〈([^〈〉]+)〉")
_LEFT_OVER = re.compile(r"[\s()\[\]\-/,·:;、.]+")
_LEFT_OVER_BEHIND = re.compile(r"[\s()\[\]\-/,·:;、.第]+$")
_SEVERAL = re.compile(r"[、,;/+&\n]|和|及|与|(?<=》)(?=《)")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LINK_BEHIND = re.compile(
    r"\s*[\s(\[（【](https?://[^\s\"'<>()（）【】\u3000-\uffff]+)[)\]）】]?$", re.IGNORECASE
)
_CHANNEL = re.compile("(?:栏目|节目|专栏|频道)$")
_REMARK = re.compile(r"\((?:转载|转发|首发|原创|已?刊发|已?刊登|已?播出|已?发布)\)")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class OutletCell:
    """What a cell under an outlet heading says: the outlet, and page, programme and day beside it."""

    outlet: OutletName
    slot: str = ""
    programme: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class DayCell:
    """What a cell under a heading of days says: the day, and the page beside it."""

    day: dt.date
    slot: str = ""


def parse_dated(value: Value, context: DateContext | None = None) -> DayCell:
    """Day of a cell such as 3月5日 or 3月5日头版.

    Raises `CellError` for what `parse_day` refuses, with the whole cell as its text.
    """
    try:
        return DayCell(parse_day(value, context))
    except CellError:
        rest, page = _take_page(folded(value)) if isinstance(value, str) else ("", "")
        if not page:
            raise
    try:
        return DayCell(parse_day(_LEFT_OVER_BEHIND.sub("", rest), context), page)
    except CellError as error:
        raise CellError(error.code, **{**error.facts, "text": clean(str(value))}) from error


def parse_outlet(text: str, lexicon: Lexicon) -> OutletCell:
    """Outlet of a cell such as 许昌日报, 《许昌日报》3版 or 许昌电视台《焦点30分》.

    Raises `CellError` for an outlet that is not on the roster, and for several in one cell.
    """
    whole = lexicon.outlet(text)
    if whole is not None:
        return OutletCell(whole)
    rest = _REMARK.sub("", folded(text))
    rest, day = _take(_DAY, rest)
    rest, page = _take_page(rest)
    cell = _named(rest, lexicon)
    if cell is not None:
        return OutletCell(cell.outlet, page, cell.programme, day)
    parts = [_LEFT_OVER.sub("", _take_page(part)[0]) for part in _SEVERAL.split(rest) if name_key(part)]
    if len(parts) > 1 and all(lexicon.outlet(part) for part in parts):
        raise CellError("outlet.several", text=clean(text))
    raise _unknown(text, rest, lexicon)


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """``text`` without the first match, and the match ("" when there is none)."""
    match = pattern.search(text)
    return (text[: match.start()] + " " + text[match.end() :], match[0]) if match else (text, "")


def _take_page(text: str) -> tuple[str, str]:
    for pattern in (_PAGE, _NAMED_PAGE, _LETTERED_PAGE):
        page = pattern.search(text)
        if page is not None:
            after, headline = _take(_HEADLINE, text[page.end() :])
            return f"{text[: page.start()]} {after}", parse_slot(page[0]) + headline
    return text, ""


def _named(rest: str, lexicon: Lexicon) -> OutletCell | None:
    """Outlet alone, an outlet and a quoted programme, or an outlet followed by a programme."""
    bare = _LEFT_OVER.sub("", rest)
    outlet = lexicon.outlet(bare)
    if outlet is not None:
        return OutletCell(outlet)
    quoted = [clean(first or second) for first, second in _QUOTED.findall(rest)]
    outside = lexicon.outlet(_LEFT_OVER.sub("", _CHANNEL.sub("", _QUOTED.sub("", rest).strip())))
    if outside is not None and len(quoted) == 1:
        return OutletCell(outside, programme=lexicon.programme(quoted[0]) or quoted[0])
    return _followed(name_key(_LEFT_OVER.sub(" ", rest)), lexicon)


def _followed(key: str, lexicon: Lexicon) -> OutletCell | None:
    """An outlet with its programme or channel behind it, as 许昌电台行风热线 or 大河网许昌频道."""
    for known in sorted(lexicon.outlet_keys, key=len, reverse=True):
        tail = key.removeprefix(known)
        if tail != key and (lexicon.programme(tail) or _CHANNEL.search(tail)):
            return OutletCell(lexicon.outlet_keys[known], programme=lexicon.programme(tail) or tail)
    return None


def _unknown(text: str, rest: str, lexicon: Lexicon) -> CellError:
    # rapidfuzz here spares start-up time.
    from rapidfuzz import fuzz, process

    key, keys = name_key(rest), lexicon.outlet_keys
    near = max((known for known in keys if key.startswith(known)), key=len, default=None)
    if near is None:
        found = process.extractOne(key, keys.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        near = found[0] if found is not None else None
    name = _bare_name(rest)
    if near is None:
        return CellError("outlet.unknown", text=clean(text), name=name)
    return CellError("outlet.unknown_near", text=clean(text), near=keys[near].name, name=name)


def _bare_name(rest: str) -> str:
    """The outlet's name alone out of a cell without its day and page: a programme in marks goes too."""
    outside = _LEFT_OVER.sub(" ", _QUOTED.sub(" ", rest)).strip()
    return outside or _LEFT_OVER.sub(" ", rest).strip(" 《》〈〉")


def parse_slot(text: str) -> str:
    """Page as 3版 or A04版; other places (a time of day, 头版头条) as written."""
    shown = _LEFT_OVER.sub("", folded(text)) if _PAGE.search(folded(text)) else folded(text)
    numbered = _BARE_PAGE.fullmatch(shown)
    if numbered:
        return f"{numbered[1].upper()}版"
    chinese = _PAGE.fullmatch(shown)
    if chinese:
        return f"{_page_digits(chinese[1])}版"
    return clean(text)


def is_page(text: str) -> bool:
    """Whether ``text`` names a page of a paper."""
    return _BARE_PAGE.fullmatch(folded(text)) is not None or _PAGE.search(folded(text)) is not None


def _page_digits(numeral: str) -> str:
    if numeral[0] == "十":
        return "1" + (_CHINESE_PAGE.get(numeral[1:]) or "0")
    return _CHINESE_PAGE.get(numeral, numeral)


def parse_author(shown: str) -> str:
    """Names as written, one space at most between them."""
    return person(shown)


def parse_url(shown: str) -> str:
    """The first link of a cell's text, or the text when none is found; never opened here."""
    match = None if _LINK.fullmatch(shown) else _LINK.search(shown)
    return match[0].rstrip("，。；、）)") if match else shown


def is_link(text: str) -> bool:
    """Whether a text is the address of a web page and nothing else."""
    return _LINK.fullmatch(text) is not None


def split_title(text: str) -> tuple[str, str]:
    """Title and the link that stands behind it in the same cell, "" for none."""
    match = _LINK_BEHIND.search(text) if "://" in text else None
    return (text[: match.start()], match[1]) if match else (text, "")


def has_lost_digits(value: Value) -> bool:
    """Whether a number is so long (16 digits and more) that the file has already lost its last digits."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= _LONG_NUMBER
