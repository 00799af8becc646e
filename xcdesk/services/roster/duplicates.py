"""Rows of the roster that may have been entered twice: proposals for a merging, never more."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from xcdesk import pinyin
from xcdesk.codes import MergeKind, Vocabulary
from xcdesk.normalise import name_key
from xcdesk.services.office import terms
from xcdesk.services.roster import outlets, units

_CITY = r"(?:河南省?)?许昌市?|市"
_SAME_WORDS = (
    (re.compile(f"^(?:{_CITY})"), ""),
    (re.compile(r"(?<=[报台])总?社$|(?<=网)站$"), ""),
    (re.compile(r"(?:有限)?(?:责任)?公司$"), ""),
    (re.compile(r"(?:人民)?政府$|(?<=[市县区])委宣传部$"), ""),
    (re.compile(r"(?:管理)?委员会$|管委会$"), "委"),
    (re.compile(r"办公室$"), "办"),
)
"""What people add to a name, leave out of it or shorten in it without meaning another."""
_SHORTEST = 2
"""Characters that a name keeps at least when what goes before and after it is left out."""


class Likeness(StrEnum):
    """Why two rows may be one."""

    SAME_SOUND = "same_sound"
    SAME_CORE = "same_core"


@dataclass(frozen=True, slots=True)
class Named:
    """A row that may have a twin."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two rows that may be one; the first was entered first and is proposed to stay."""

    kind: MergeKind
    first: Named
    second: Named
    likeness: Likeness


def proposals(kind: MergeKind) -> tuple[Proposal, ...]:
    """Pairs of one kind that sound the same, or are the same but for 市, 社 and other endings."""
    return tuple(found for group in _groups(kind) for found in _pairs(kind, group))


def core(name: str) -> str:
    """What is left of a name without the office's own city before it and an ending behind it."""
    plain = name_key(name)
    for pattern, word in _SAME_WORDS:
        shorter = pattern.sub(word, plain)
        plain = shorter if len(shorter) >= _SHORTEST else plain
    return plain


def _groups(kind: MergeKind) -> Iterator[Sequence[Named]]:
    if kind == MergeKind.OUTLET:
        yield [Named(row.id, row.name) for row in outlets.outlets(everyone=True)]
    elif kind == MergeKind.UNIT:
        yield [Named(row.id, row.name) for row in units.units(everyone=True)]
    else:
        for vocabulary in Vocabulary:
            yield [Named(row.id, row.label) for row in terms.terms(vocabulary, everyone=True)]


def _pairs(kind: MergeKind, group: Sequence[Named]) -> Iterator[Proposal]:
    sounds = {row.id: pinyin.sounds(row.name) for row in group}
    cores = {row.id: core(row.name) for row in group}
    for one, other in combinations(sorted(group, key=lambda row: row.id), 2):
        if sounds[one.id] == sounds[other.id]:
            yield Proposal(kind, one, other, Likeness.SAME_SOUND)
        elif cores[one.id] == cores[other.id]:
            yield Proposal(kind, one, other, Likeness.SAME_CORE)
