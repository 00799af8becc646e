"""Numbers at the head of headings and list items, as office texts write them: 一、 （一） 1. （1） ——.

A list has no mark of its own in the text: its numbers are characters that are typed, signed off and printed.
What can be told and kept in order by program is told here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_DIGITS = "零一二三四五六七八九"
_TEN = "十"
_MOST = 99


class Level(StrEnum):
    """Kinds of numbers, the outermost first; a dash counts nothing."""

    ONE = "one"
    TWO = "two"
    THREE = "three"
    FOUR = "four"
    DASH = "dash"


_RANK = {level: rank for rank, level in enumerate(Level)}
_PATTERNS = (
    (Level.ONE, re.compile(r"([一二三四五六七八九十]{1,3})、")),
    (Level.TWO, re.compile(r"（([一二三四五六七八九十]{1,3})）")),
    (Level.THREE, re.compile(r"(\d{1,2})(?:．|、|\.(?!\d)) ?")),
    (Level.FOUR, re.compile(r"[（(](\d{1,2})[）)] ?")),
    (Level.DASH, re.compile(r"——()")),
)


@dataclass(frozen=True, slots=True)
class Marker:
    """The number at the head of a line: its kind, its value (0 for a dash), and how long it is written."""

    level: Level
    number: int
    length: int


def marker_of(line: str) -> Marker | None:
    """The number at the head of ``line``; None where it has none."""
    for level, pattern in _PATTERNS:
        found = pattern.match(line)
        if found is not None:
            number = _value(found[1])
            return Marker(level, number, found.end()) if number or level is Level.DASH else None
    return None


def written(level: Level, number: int) -> str:
    """How the office writes a number of this kind.

    Raises:
        ValueError: more than 99 in one list.
    """
    if level is Level.DASH:
        return "——"
    if not 0 < number <= _MOST:
        raise ValueError(number)
    return {
        Level.ONE: f"{_hanzi(number)}、",
        Level.TWO: f"（{_hanzi(number)}）",
        Level.THREE: f"{number}.",
        Level.FOUR: f"（{number}）",
    }[level]


def next_number(before: Sequence[str], level: Level) -> int:
    """Number that follows the lines ``before``: one more than the last of its kind in the same part."""
    for line in reversed(before):
        found = marker_of(line)
        if found is None:
            continue
        if found.level is level:
            return min(found.number + 1, _MOST)
        if _RANK[found.level] < _RANK[level]:
            break
    return 1


def shifted(after: Sequence[str], level: Level, number: int, by: int) -> dict[int, str]:
    """Lines that follow an inserted or removed item, numbered anew, by their place in ``after``.

    Only numbers that go on in unbroken order from ``number`` are changed: what somebody numbered otherwise on
    purpose stays.
    """
    changed: dict[int, str] = {}
    for at, line in enumerate(after):
        found = marker_of(line)
        if found is None or _RANK[found.level] > _RANK[level]:
            continue
        if found.level is not level or found.number != number or not 0 < number + by <= _MOST:
            break
        changed[at] = written(level, number + by) + line[found.length :]
        number += 1
    return changed


def _hanzi(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = {0: "", 1: _TEN}.get(tens, f"{_DIGITS[tens]}{_TEN}")
    return head + (_DIGITS[ones] if ones else "")


def _value(text: str) -> int:
    """Value of a written number; 0 for what is none, such as 十十."""
    if text.isdecimal():
        return int(text)
    head, ten, tail = text.partition(_TEN)
    if not ten:
        return _DIGITS.find(head) if len(head) == 1 else 0
    if len(head) > 1 or len(tail) > 1 or _TEN in tail:
        return 0
    tens = _DIGITS.find(head) if head else 1
    return tens * 10 + (_DIGITS.find(tail) if tail else 0)
