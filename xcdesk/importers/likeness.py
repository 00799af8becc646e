"""Whether two titles are one piece written differently: a slip, a subtitle more, a part less, parts swapped.

All titles here are keys as `xcdesk.normalise.title_key` makes them: letters and digits, no marks. A row that
is called alike is not written unless a person says so, so what changes the meaning keeps two titles apart:
another number, another part of a series, another place.
"""

import datetime as dt
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

NEAR_DAYS = 3
"""How far apart two days may lie for their items to be called alike."""
SHORTEST = 8
"""Fewest characters of a title that is looked at: shorter ones are alike by chance."""
_AROUND = sorted(range(-NEAR_DAYS, NEAR_DAYS + 1), key=abs)
_MOST = 700
"""Titles of one outlet around one day that are compared; a real outlet runs a fiftieth of it."""
_LOOKED_AT = 24
"""Titles, the most alike first, that are looked at closely."""
_NEAR_SCORE = 72
_LEAST_SCORE = 50
"""Titles that are alike score as much at least: two halves swapped share one, a part is shared whole."""
_SHORTEST_PART = 10
_LEAST_SHARE = 0.4
_SLIPS_FROM = {SHORTEST: 1, 12: 2}
_LARGEST_SLIP = 2
_NUMBER = re.compile(r"[0-9〇零一二三四五六七八九十百千两]+")
_DIGITS = frozenset("0123456789")
_PARTS = frozenset("0123456789〇零一二三四五六七八九十上中下")
"""Characters that number the parts of a series, before or behind its title."""
_TELLING = frozenset(
    "0123456789〇零一二三四五六七八九十百千万两上中下东西南北前后左右内外大小老初高早晚男女春夏秋冬"
    "甲乙丙丁省市县区乡镇村"
)
"""Characters that tell two titles apart when one stands for another: 第3期, 上篇, 东城区."""


@dataclass(frozen=True, slots=True)
class Found:
    """A title much like another, and the day it stands under."""

    day: dt.date
    title: str


class _Told(NamedTuple):
    """A title taken apart: what is left without its numbers, and these. Made for every title."""

    bare: str
    numbers: str


class _Crowd:
    """More titles than are compared: the first some hundred, and all of them by their numbers and without."""

    def __init__(self) -> None:
        self._first: list[str] = []
        self._bare: dict[str, dict[str, None]] = defaultdict(dict)
        self._numbered: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, title: str, told: _Told) -> None:
        """Take one title."""
        if len(self._first) < _MOST:
            self._first.append(title)
        self._bare[told.bare][title] = None
        self._numbered[told.numbers][title] = None

    def others(self, told: _Told) -> Sequence[str]:
        """Titles that differ in more than their numbers, no more than are compared.

        Of more, those with the very numbers come first: one slip hardly changes both.
        """
        same = self._bare.get(told.bare, {})
        if same and len(self._bare) == 1:
            return []
        numbered = self._numbered.get(told.numbers, {})
        found = itertools.chain(numbered, (title for title in self._first if title not in numbered))
        return list(itertools.islice((title for title in found if title not in same), _MOST))


class _Day:
    """Titles of one day as one text, a line each, and the print of each, by which most are ruled out.

    A year of an office is some hundred thousand titles: as texts of their own they would take twice the room.
    """

    __slots__ = ("prints", "text")

    def __init__(self, titles: Sequence[str] = ()) -> None:
        self.text = "\n".join(("", *titles, ""))
        self.prints = _prints(titles)

    @property
    def titles(self) -> list[str]:
        """The titles, in the order in which they came."""
        return self.text.split("\n")[1:-1]

    def holds(self, title: str) -> bool:
        """Whether the very title is among them."""
        return f"\n{title}\n" in self.text

    def add(self, title: str, mark: bytes) -> None:
        """Take one title more, of which ``mark`` is the print."""
        self.text += f"{title}\n"
        self.prints.append(mark)


class Block:
    """Titles of one outlet by day, among which a title is looked for."""

    def __init__(self, days: Mapping[dt.date, Sequence[str]]) -> None:
        self._days: dict[int, _Day] = defaultdict(_Day)
        self._around: dict[int, list[_Day]] = {}
        self._crowds: dict[int, _Crowd] = {}
        self._told: dict[str, _Told] = {}
        self.take(days)

    def take(self, days: Mapping[dt.date, Sequence[str]]) -> None:
        """Take all titles of days of which it knew nothing."""
        for day, titles in days.items():
            self._days[day.toordinal()] = _Day(titles)
        self._around.clear()
        self._crowds.clear()

    def holds(self, day: dt.date, title: str) -> bool:
        """Whether the very title stands under the day."""
        there = self._days.get(day.toordinal())
        return there is not None and there.holds(title)

    def add(self, day: dt.date, title: str) -> None:
        """Take one title more, which the day does not hold yet; one of no letters is like no other."""
        at = day.toordinal()
        if title:
            self._add(at, title, self._near(at), _print(title))

    def like(self, day: dt.date, title: str) -> Found | None:
        """The title most like ``title`` on a day around ``day``, or None; the very title before any other."""
        at = day.toordinal()
        return self._like(at, title, self._near(at), _print(title))

    def met(self, day: dt.date, title: str) -> Found | None:
        """What `like` finds, whereupon the title is added: as the rows of a file come."""
        at, mark = day.toordinal(), _print(title)
        around = self._near(at)
        found = self._like(at, title, around, mark)
        if title:
            self._add(at, title, around, mark)
        return found

    def _add(self, at: int, title: str, around: Sequence[_Day], mark: bytes) -> None:
        around[0].add(title, mark)
        for shift in _AROUND if self._crowds else ():
            crowd = self._crowds.get(at + shift)
            if crowd is not None:
                crowd.add(title, self._taken_apart(title))

    def _like(self, at: int, title: str, around: Sequence[_Day], mark: bytes) -> Found | None:
        if len(title) < SHORTEST:
            return None
        best = self._best(at, title, around, mark)
        if best is None:
            return None
        shift = next(shift for shift, there in zip(_AROUND, around, strict=True) if there.holds(best))
        return Found(dt.date.fromordinal(at + shift), best)

    def _near(self, at: int) -> list[_Day]:
        """The days around one, itself first."""
        around = self._around.get(at)
        if around is None:
            around = self._around[at] = [self._days[at + shift] for shift in _AROUND]
        return around

    def _best(self, at: int, title: str, around: Sequence[_Day], mark: bytes) -> str | None:
        """The title most like ``title`` among those of the days around; of many, those that may be alike."""
        if at in self._crowds:
            return self._best_of_crowd(at, title, around)
        prints: list[bytes] = []
        for there in around:
            prints += there.prints
        if len(prints) > _MOST:
            return self._best_of_crowd(at, title, around)
        turned = mark + mark
        scored = [  # what scores low can only be a part or swapped parts, and its print is that as well
            one
            for one in _scored(mark, prints, _LEAST_SCORE)
            if one[1] >= _NEAR_SCORE or one[0] in turned or mark in one[0]
        ]
        if not scored:
            return None
        near = _standing(around, sorted([place for _, _, place in scored]))
        if title in near:
            return title
        if len(near) > _LOOKED_AT:
            bare = self._taken_apart(title).bare
            near = [other for other in near if self._taken_apart(other).bare != bare]
        return _best(title, near, close=scored[0][1] >= _NEAR_SCORE)

    def _best_of_crowd(self, at: int, title: str, around: Sequence[_Day]) -> str | None:
        if any(there.holds(title) for there in around):
            return title
        others = self._crowd(at, around).others(self._taken_apart(title))
        return _best(title, others) if others else None

    def _crowd(self, at: int, around: Iterable[_Day]) -> _Crowd:
        crowd = self._crowds.get(at)
        if crowd is None:
            crowd = self._crowds[at] = _Crowd()
            for title in itertools.chain.from_iterable(there.titles for there in around):
                crowd.add(title, self._taken_apart(title))
        return crowd

    def _taken_apart(self, title: str) -> _Told:
        found = self._told.get(title)
        if found is None:
            numbers = " ".join(_NUMBER.findall(title))
            found = self._told[title] = _Told(_without_numbers(title), numbers)
        return found


def _standing(days: Iterable[_Day], places: Sequence[int]) -> list[str]:
    """Titles that stand at these places, in order, where the days follow one another."""
    found: list[str] = []
    start = 0
    for there in days:
        end = start + len(there.prints)
        here = [place - start for place in places if start <= place < end]
        if here:
            titles = there.titles
            found += [titles[place] for place in here]
        start = end
    return found


def _prints(titles: Sequence[str]) -> list[bytes]:
    """Prints of titles, all made at once."""
    ends = list(itertools.accumulate(map(len, titles), initial=0))
    return list(map(_print("".join(titles)).__getitem__, map(slice, ends, ends[1:])))


def _print(title: str) -> bytes:
    """A byte for each character: equal ones stay equal, so that prints score as high as titles or higher.

    The engine compares bytes in a third of the time that it takes over Chinese.
    """
    return title.encode("utf-32-le", "surrogatepass")[::4]


def _without_numbers(title: str) -> str:
    """A title with a mark for each number: another number is another piece."""
    return _NUMBER.sub("#", title)


@functools.cache
def _engine() -> tuple[Any, Any]:
    from rapidfuzz import fuzz, process  # start-up time

    return process.extract, fuzz.ratio


def _scored(
    wanted: str | bytes,
    others: Sequence[str] | Sequence[bytes],
    least: float,
    most: int | None = None,
) -> list[tuple[Any, float, int]]:
    """Those of ``others`` that the engine scores high enough, with score and place, the highest first."""
    engine, ratio = _engine()
    found: list[tuple[Any, float, int]] = engine(wanted, others, scorer=ratio, score_cutoff=least, limit=most)
    return found


def _best(title: str, others: Sequence[str], *, close: bool = True) -> str | None:
    """The most alike of ``others``: first what the engine scores high, then parts and swapped parts.

    ``close`` is false where their prints tell already that none scores high.
    """
    near = _scored(title, others, _NEAR_SCORE, _LOOKED_AT) if close else []
    found = next((other for other, _, _ in near if are_alike(title, other)), None)
    parts = itertools.islice(_with_parts(title, others), _LOOKED_AT)
    return found or next((other for other in parts if are_alike(title, other)), None)


def _with_parts(title: str, others: Sequence[str]) -> Iterable[str]:
    """Titles that are a part of ``title``, hold it whole, or have its two halves the other way round."""
    turned = title + title
    yield from [other for other in others if other in turned]
    if title in "\n".join(others):  # one search through all of them
        yield from [other for other in others if title in other]


def are_alike(first: str, second: str) -> bool:
    """Whether two titles may well be one piece."""
    if first == second:
        return True
    return _without_numbers(first) != _without_numbers(second) and _are_alike(first, second)


def _are_alike(first: str, second: str) -> bool:
    """The same of two titles that differ in more than their numbers."""
    first_is_short = (len(first), first) <= (len(second), second)
    short, long = (first, second) if first_is_short else (second, first)
    if len(short) < SHORTEST:
        return False
    return _is_slip(short, long) or _is_part(short, long) or _is_swapped(short, long)


def _is_slip(short: str, long: str) -> bool:
    """A wrong character or two, or as many left out; a word for another word is no slip."""
    from rapidfuzz.distance import Levenshtein

    allowed = max(slips for length, slips in _SLIPS_FROM.items() if len(short) >= length)
    if Levenshtein.distance(short, long, score_cutoff=allowed) > allowed:
        return False
    steps = [step for step in Levenshtein.opcodes(short, long) if step.tag != "equal"]
    return not _is_other_ending(short, steps) and not any(_tells_apart(short, long, step) for step in steps)


def _tells_apart(short: str, long: str, step: Any) -> bool:
    """Whether one step between two titles makes them two pieces: another word, number, part or place."""
    before, after = short[step.src_start : step.src_end], long[step.dest_start : step.dest_end]
    if step.tag == "replace":
        return len(before) > 1 or (before in _TELLING and after in _TELLING)
    if not _DIGITS.isdisjoint(before + after):
        return True
    at_end = step.src_start == 0 or step.src_end == len(short)
    return at_end and set(before + after) <= _PARTS


def _is_other_ending(title: str, steps: Sequence[Any]) -> bool:
    """Whether the closing phrase of four characters is another with the same middle: 见到实效, 落到实处."""
    places = [step.src_start for step in steps if step.tag == "replace"]
    return places == [len(title) - 4, len(title) - 1]


def _is_part(short: str, long: str) -> bool:
    """A title cut off, or one with a line before, behind or within it."""
    if len(short) < _SHORTEST_PART or len(short) < len(long) * _LEAST_SHARE or len(short) == len(long):
        return False
    head, tail = _shared(short, long)
    if head + tail < len(short):
        return short in long
    more = len(long) - len(short)
    at_end = head == len(short) or tail == len(short)
    added = long[head : head + more] if head < len(short) else long[len(short) :]
    added = long[:more] if tail == len(short) and head < len(short) else added
    return not set(added) <= _PARTS and (at_end or more > _LARGEST_SLIP + 1)


def _is_swapped(short: str, long: str) -> bool:
    """The same characters, with two parts of a title in the other order."""
    return (
        len(short) == len(long) >= _SHORTEST_PART
        and sorted(short) == sorted(long)
        and (short in long + long or _common_ends(short, long))
    )


def _common_ends(first: str, second: str) -> bool:
    """Whether what lies between the same beginning and the same end is turned round."""
    head, tail = _shared(first, second)
    inner, other = first[head : len(first) - tail], second[head : len(second) - tail]
    return len(inner) > 2 * _LARGEST_SLIP and inner in other + other


def _shared(first: str, second: str) -> tuple[int, int]:
    """Lengths of the common beginning and of the common end."""
    from rapidfuzz.distance import Postfix, Prefix  # start-up time

    return Prefix.similarity(first, second), Postfix.similarity(first, second)
