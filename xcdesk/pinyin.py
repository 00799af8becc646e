"""Readings of Han characters: initials as people type them, and the order in which they look names up.

The table is resources/words/pinyin.txt; it is read at first use, which takes some ten milliseconds.
"""

import bisect
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from xcdesk import normalise
from xcdesk.resources import resource

_LONGEST = 4
"""Characters of the longest word in the table."""

_HAN_KEYS = 0x20000
"""First code of a sort key that stands for a character with a reading; figures and letters lie below."""

_RARE_KEYS = 0xA0000
"""What is added to the code of a Han character without a reading; it sorts behind the others."""

_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x33480))


def initials(text: str) -> str:
    """First letters of the characters by their usual reading (许昌日报: xcrb); letters and figures stay."""
    table = _table()
    unusual = table.unusual(text)
    if unusual:
        letters = list(text)
        for at, syllable in unusual.items():
            letters[at] = syllable[0]
        text = "".join(letters)
    return text.translate(table.letters)


def matches(typed: str, text: str) -> bool:
    """Whether ``typed`` are initials of a stretch of ``text`` (``rb`` of 许昌日报), in any reading."""
    return place(typed, text) is not None


def place(typed: str, text: str) -> int | None:
    """Where in the initials of ``text`` the stretch begins that was typed: 0 at its head, None for nowhere.

    For a list in the order of preference, sort by it: what begins with the letters stands first.
    """
    wanted = unicodedata.normalize("NFKC", typed).strip().lower()
    if not (wanted.isascii() and wanted.isalnum()):
        return None
    found = initials(text).find(wanted)
    if found == 0:
        return 0
    options = _options(text)
    for start in range(len(options) - len(wanted) + 1):
        if start == found or all(letter in options[start + i] for i, letter in enumerate(wanted)):
            return start
    return None


def sort_key(text: str, *, person: bool = False) -> tuple[str, str]:
    """Key under which names sort as readers expect: figures, letters, then characters by pinyin and strokes.

    Args:
        text: the name; marks, widths and spaces do not count.
        person: it is a person's name, whose first character may be read as a family name (单: shan).
    """
    table = _table()
    plain = normalise.name_key(text)
    unusual = table.unusual(plain, person=person)
    keys = list(plain.translate(table.keys))
    for at, syllable in unusual.items():
        keys[at] = table.codes.get(plain[at] + syllable, keys[at])
    return "".join(keys), text


def sounds(text: str) -> tuple[str, ...]:
    """Syllable of each character, without its tone; figures, letters and rare ones as they are."""
    table = _table()
    starts = [start for start, _ in table.syllables]
    found = []
    for key in sort_key(text)[0]:
        at = bisect.bisect_right(starts, key) - 1
        rare = at < 0 or ord(key) >= _RARE_KEYS
        found.append(key if rare else table.syllables[at][1].rstrip("0123456789"))
    return tuple(found)


@lru_cache(maxsize=4096)
def _options(text: str) -> tuple[str, ...]:
    """For each letter of the initials of ``text``, the letters in any reading of that character."""
    table = _table()
    unusual = table.unusual(text)
    found: list[str] = []
    for i, character in enumerate(text):
        if i in unusual or character in table.others:
            usual = table.letters[ord(character)]
            found.append(usual + table.others.get(character, "") + unusual.get(i, "")[:1])
        else:
            found += character.translate(table.letters)
    return tuple(found)


class _Letters(dict[int, str]):
    """Initial of each code; wide letters in their plain form, nothing for marks."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        self[code] = "".join(self._plain(character) for character in plain)
        return self[code]

    def _plain(self, character: str) -> str:
        if character.isascii():
            return character if character.isalnum() else ""
        return self.get(ord(character), "")


class _Keys(dict[int, str]):
    """Sort key of each code; a Han character without a reading comes behind the others."""

    def __missing__(self, code: int) -> str:
        han = any(first <= code < end for first, end in _HAN)
        self[code] = chr(code + _RARE_KEYS) if han else chr(min(code, _HAN_KEYS - 1))
        return self[code]


@dataclass(frozen=True, slots=True)
class _Table:
    """What the file says.

    Attributes:
        letters: usual initial by code.
        others: further initials by character.
        keys: sort key by code, in the usual reading.
        codes: sort key by character and syllable where that is not the usual one.
        syllables: first sort key of each syllable, in order.
        words: words in which a character is not read as usual, with the syllables of all.
        pairs: every two neighbours within one of the words, one of which is not read as usual.
        seldom: finds the characters that are read otherwise in one of the words.
        surnames: family names that are read otherwise.
    """

    letters: dict[int, str]
    others: dict[str, str]
    keys: dict[int, str]
    codes: dict[str, str]
    syllables: tuple[tuple[str, str], ...]
    words: dict[str, tuple[str, ...]]
    pairs: frozenset[str]
    seldom: re.Pattern[str]
    surnames: dict[str, tuple[str, ...]]

    def unusual(self, text: str, *, person: bool = False) -> dict[int, str]:
        """Syllable of each place in ``text`` whose character stands in one of the words; the longest wins."""
        found: dict[int, str] = {}
        if person:
            head = next((text[:length] for length in (2, 1) if text[:length] in self.surnames), "")
            found.update(enumerate(self.surnames.get(head, ())))
        for match in self.seldom.finditer(text):
            at = match.start()
            if (text[at : at + 2] in self.pairs or text[at - 1 : at + 1] in self.pairs) and at not in found:
                found.update(self._word(text, at))
        return found

    def _word(self, text: str, at: int) -> Iterator[tuple[int, str]]:
        """Places and syllables of the longest word around the place ``at``."""
        for length in range(_LONGEST, 1, -1):
            for start in range(max(0, at - length + 1), at + 1):
                syllables = self.words.get(text[start : start + length])
                if syllables:
                    yield from enumerate(syllables, start)
                    return


@cache
def _table() -> _Table:
    sections = dict(_sections(resource("words", "pinyin.txt").read_text(encoding="utf-8")))
    letters, keys = _Letters(), _Keys()
    others: dict[str, str] = {}
    codes: dict[str, str] = {}
    syllables: list[tuple[str, str]] = []
    first = _HAN_KEYS
    for name, characters in sections["readings"]:
        entries = re.findall(r"\*?.", characters)
        for code, entry in enumerate(entries, first):
            if len(entry) == 1:
                letters[ord(entry)] = name[0]
                keys[ord(entry)] = chr(code)
            else:
                others[entry[1]] = others.get(entry[1], "") + name[0]
                codes[entry[1] + name] = chr(code)
        syllables.append((chr(first), name))
        first += len(entries)
    words = {word: tuple(names.split()) for word, names in sections["words"]}
    surnames = {word: tuple(names.split()) for word, names in sections["surnames"]}
    seldom = {
        character
        for word, names in words.items()
        for character, name in zip(word, names, strict=True)
        if character + name in codes
    }
    pairs = {word[i : i + 2] for word in words for i in range(len(word) - 1)}
    near = frozenset(pair for pair in pairs if not seldom.isdisjoint(pair))
    pattern = re.compile(f"[{''.join(sorted(seldom))}]")
    return _Table(letters, others, keys, codes, tuple(syllables), words, near, pattern, surnames)


def _sections(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for block in text.split("\n[")[1:]:
        title, _, body = block.partition("]\n")
        lines = (line.partition(" ") for line in body.splitlines())
        yield title, [(head, rest) for head, _, rest in lines]
