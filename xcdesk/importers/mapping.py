"""Headings to fields: the office's word, then a known word, then a near one, then what stands beneath it."""

import functools
import hashlib
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from xcdesk.importers.records import Field, How, Meaning
from xcdesk.importers.synonyms import LABELS, words
from xcdesk.normalise import clean, folded

REQUIRED = (Field.DATE, Field.OUTLET, Field.TITLE)
_BRACKETED = re.compile(r"[(\[【<][^)\]】>]*[)\]】>]")
_NUMBERED = re.compile(r"^(?:\d+|[一二三四五六七八九十]+)[.、)]")
_WITH_PAGE = re.compile(
    "(?:及|和|与|或|、|/)?(?:所在|刊发)?(?:版面|版次|版位|栏目|频道|节目|时段|期数|期号|日期|时间)+$"
)
_WITH_DAY = re.compile("日期|时间")
_JOINT = re.compile(r"[/、,及和与]")
_NEAR = 82
_YIELDING = {Field.TITLE: {Field.THEME, Field.NOTE}, Field.OUTLET: {Field.UNIT, Field.PROGRAMME}}
"""Fields whose column goes to a required field when its cells plainly hold that."""
_SHORTEST_FUZZY = 3
_LONGEST_HEADING = 24


class Rank(IntEnum):
    """How sure a heading's meaning is."""

    CONTENTS = 0
    NEAR = 1
    WEAK = 2
    SYNONYM = 3
    NORMALISED = 4
    EXACT = 5


_BY_RANK = {
    Rank.EXACT: How.EXACT,
    Rank.NORMALISED: How.NORMALISED,
    Rank.SYNONYM: How.SYNONYM,
    Rank.WEAK: How.SYNONYM,
    Rank.NEAR: How.FUZZY,
}


@dataclass(frozen=True, slots=True)
class Guess:
    """A field that a heading may mean, and how sure that is."""

    field: Field
    rank: Rank


@dataclass(frozen=True, slots=True)
class Column:
    """A column for mapping.

    Attributes:
        place: index from 0.
        name: heading, "" when blank.
        holds: tells whether its cells plainly hold a field.
        apart: tells whether no row fills both this column and one of some others.
    """

    place: int
    name: str
    key: str
    holds: Callable[[Field], bool]
    apart: Callable[[Collection[int]], bool]


def heading_key(name: str) -> str:
    """Key of a heading: half-width letters and digits only, without remarks in brackets and item numbers."""
    shown = folded(name).lstrip("*★ ")
    bare = _BRACKETED.sub("", shown)
    return _letters(_NUMBERED.sub("", bare)) or _letters(shown)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def is_index(name: str) -> bool:
    """Whether a heading stands over running numbers."""
    return heading_key(name.rsplit("_", 1)[-1]) in words().index


def is_count(name: str) -> bool:
    """Whether a heading stands over counts."""
    return heading_key(name).endswith(words().counts)


@functools.lru_cache(maxsize=4096)
def recognise(name: str) -> Guess | None:
    """What a heading means by its words alone, or None."""
    if name in LABELS:
        return Guess(LABELS[name], Rank.EXACT)
    if not name or len(name) > _LONGEST_HEADING or is_index(name) or is_count(name):
        return None
    leaf = name.rsplit("_", 1)[-1]
    for key in dict.fromkeys((heading_key(name), heading_key(leaf), _letters(folded(leaf)))):
        guess = _known(key)
        if guess is not None:
            return guess
    return _joint(leaf) or _near(heading_key(leaf)) or _parent(name)


def _known(key: str) -> Guess | None:
    if key in LABELS:
        return Guess(LABELS[key], Rank.NORMALISED)
    if key in words().sure:
        return Guess(words().sure[key], Rank.SYNONYM)
    if key in words().weak:
        return Guess(words().weak[key], Rank.WEAK)
    return None


def _joint(name: str) -> Guess | None:
    """An outlet whose page shares its cell (刊发媒体及版面), or words of one meaning (记者/通讯员)."""
    alone = _known(heading_key(_WITH_PAGE.sub("", _BRACKETED.sub("", folded(name)))))
    if alone is not None and alone.field == Field.OUTLET:
        return alone
    guesses = [_known(heading_key(part)) for part in _JOINT.split(folded(name)) if part]
    fields = {guess.field for guess in guesses if guess is not None}
    for field in (Field.OUTLET, Field.TITLE, Field.DATE):
        if field in fields:
            return Guess(field, Rank.SYNONYM)
    if len(fields) == 1 and all(guesses):
        return Guess(fields.pop(), Rank.SYNONYM)
    return None


def _near(key: str) -> Guess | None:
    if len(key) < _SHORTEST_FUZZY:
        return None
    # rapidfuzz here spares start-up time.
    from rapidfuzz import fuzz, process

    found = process.extractOne(key, words().sure.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if found is not None:
        return Guess(words().sure[found[0]], Rank.NEAR)
    return _by_ending(key)


def _by_ending(key: str) -> Guess | None:
    """A longer heading by its last word: 首次刊播日期, 稿件正式标题."""
    for ending, field in words().endings.items():
        if key.endswith(ending):
            return Guess(field, Rank.NEAR)
    return None


def _parent(name: str) -> Guess | None:
    """A two-row heading whose child says nothing: 作者_姓名 is known, 媒体_全称 goes by its parent."""
    parent, _, child = name.rpartition("_")
    if not parent or is_index(child) or is_count(child):
        return None
    guess = _known(heading_key(parent))
    return Guess(guess.field, Rank.WEAK) if guess is not None else None


def propose(
    columns: Sequence[Column],
    remembered: Mapping[str, Field | None] | None = None,
    said: Mapping[str, Field | None] | None = None,
) -> dict[int, Meaning]:
    """Meaning of each column that has one: no column twice, no field twice but an outlet spread over several.

    Args:
        columns: visible columns in order.
        remembered: fields by key of the column as a person confirmed them earlier.
        said: the same as said of this very file; they come first.
    """
    found: dict[int, Meaning] = {}
    _take(columns, found, said or {}, How.SAID)
    _take(columns, found, remembered or {}, How.REMEMBERED)
    ranked = [
        (guess.rank, column.holds(guess.field), -column.place, column.place, guess.field)
        for column in columns
        if (guess := recognise(column.name)) is not None
    ]
    for rank, holds, _, place, field in sorted(ranked, reverse=True):
        unsure = rank <= Rank.WEAK and field in REQUIRED and not holds
        if place not in found and field not in _held(found) and not unsure:
            found[place] = Meaning(field, _BY_RANK[rank])
    _by_contents(columns, found)
    _spread(columns, found)
    return dict(sorted(found.items()))


def _held(found: Mapping[int, Meaning]) -> set[Field | None]:
    return {meaning.field for meaning in found.values()}


def _take(
    columns: Sequence[Column], found: dict[int, Meaning], known: Mapping[str, Field | None], how: How
) -> None:
    """Enter what is known of columns by their key."""
    held = _held(found)
    for column in columns:
        if column.place not in found and column.key in known:
            field = known[column.key]
            if field is None or field not in held:
                found[column.place] = Meaning(field, how)


def _by_contents(columns: Sequence[Column], found: dict[int, Meaning]) -> None:
    """Find required fields (and the link) that no heading names by what stands in the cells."""
    for field in (Field.DATE, Field.OUTLET, Field.URL, Field.TITLE):
        held = _held(found)
        if field in held or (field == Field.DATE and Field.DAY in held):
            continue
        for column in columns:
            known = found.get(column.place)
            free = known is None or (_is_guess(known) and known.field in _YIELDING.get(field, ()))
            free = free and not is_index(column.name) and not is_count(column.name)
            if free and column.holds(field):
                found[column.place] = Meaning(field, How.CONTENTS)
                break


def _spread(columns: Sequence[Column], found: dict[int, Meaning]) -> None:
    """Find the other columns of outlets, one for each tier, of which a row fills one."""
    places = {place for place, known in found.items() if known.field == Field.OUTLET}
    for column in columns if places else ():
        guess = recognise(column.name)
        named = guess is not None and guess.field == Field.OUTLET
        wanted = (guess is None or named) and not is_index(column.name) and not is_count(column.name)
        if column.place in found or not wanted or not column.apart(places):
            continue
        if column.holds(Field.OUTLET):
            found[column.place] = Meaning(Field.OUTLET, _BY_RANK[guess.rank] if guess else How.CONTENTS)
            places.add(column.place)


def _is_guess(meaning: Meaning) -> bool:
    return meaning.how not in {How.SAID, How.REMEMBERED}


def shares_day(name: str) -> bool:
    """Whether a heading over outlets says that the day stands in the same cell."""
    return _WITH_DAY.search(folded(name)) is not None


def missing(mapping: Mapping[int, Field]) -> tuple[Field, ...]:
    """Required fields without a column; the day may stand in three columns."""
    fields = set(mapping.values())
    if {Field.MONTH, Field.DAY} <= fields:
        fields.add(Field.DATE)
    return tuple(field for field in REQUIRED if field not in fields)


def signature(names: Sequence[str]) -> str:
    """Fingerprint of a row of headings (SHA-256, hex), whatever their widths, spaces and blank columns."""
    keys = [_letters(folded(name)) for name in names]
    return hashlib.sha256("\n".join(key for key in keys if key).encode()).hexdigest()


def column_keys(names: Sequence[str]) -> tuple[str, ...]:
    """What each column is called in a mapping: its heading, numbered where that is blank or stands twice.

    A blank heading counts on from the last one before it, so that a key does not depend on blank columns
    further left.
    """
    keys: list[str] = []
    seen: dict[str, int] = {}
    last = ""
    for name in names:
        last = name or last
        seen[last] = seen.get(last, 0) + 1
        keys.append(name if name and seen[last] == 1 else f"{last}+{seen[last] - 1}")
    return tuple(keys)


def letter(place: int) -> str:
    """Letter by which a spreadsheet calls a column."""
    letters, rest = "", place + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def shown_name(name: str, place: int) -> str:
    """Heading to show for a column: its own, or the column's letter when it has none."""
    return clean(name) or letter(place)
