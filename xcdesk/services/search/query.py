"""What was typed into the one box: words, and prefixes such as 单位: that narrow the search."""

import re
from dataclasses import dataclass
from enum import StrEnum

from xcdesk.normalise import folded
from xcdesk.services.office import days
from xcdesk.services.search import matching


class Prefix(StrEnum):
    """What a chip is about; its Chinese name is what is typed, the English one may be typed as well."""

    UNIT = "unit"
    OUTLET = "outlet"
    PROGRAMME = "programme"
    ISSUE = "issue"
    AUTHOR = "author"
    DATE = "date"
    FORM = "form"
    THEME = "theme"
    TIER = "tier"


NAMES = {
    Prefix.UNIT: ("单位",),
    Prefix.OUTLET: ("媒体", "媒体单位"),
    Prefix.PROGRAMME: ("栏目", "column"),
    Prefix.ISSUE: ("期号", "期"),
    Prefix.AUTHOR: ("作者",),
    Prefix.DATE: ("日期", "day"),
    Prefix.FORM: ("形式", "报道形式"),
    Prefix.THEME: ("主题", "宣传内容"),
    Prefix.TIER: ("层级",),
}
"""What may be typed for a prefix besides its English name; the first is the one that is shown in Chinese."""

_BY_NAME = {name: prefix for prefix, names in NAMES.items() for name in (prefix.value, *names)}
_CHIP = re.compile(rf"({'|'.join(sorted(_BY_NAME, key=len, reverse=True))})[:：](.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chip:
    """One prefix with what follows it, as typed."""

    prefix: Prefix
    value: str


@dataclass(frozen=True, slots=True)
class Query:
    """Words that must all be there, as they are compared, and chips.

    Chips of one prefix are alternatives, those of different ones add up.
    """

    words: tuple[str, ...] = ()
    chips: tuple[Chip, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return bool(self.words or self.chips)

    def values(self, prefix: Prefix) -> tuple[str, ...]:
        """What is asked for under a prefix."""
        return tuple(chip.value for chip in self.chips if chip.prefix == prefix)

    @property
    def prefixes(self) -> frozenset[Prefix]:
        """Prefixes in use."""
        return frozenset(chip.prefix for chip in self.chips)


def parse(typed: str) -> Query:
    """Read what was typed; nothing that can be typed is refused.

    A prefix without a value asks nothing yet; a date that is none is looked for as it stands.
    """
    words: list[str] = []
    chips: list[Chip] = []
    for part in typed[: matching.LONGEST].split():
        chip = chip_of(part)
        if chip is None:
            words.append(part)
        elif chip.value:
            chips.append(chip)
    return Query(matching.words(" ".join(words)), tuple(dict.fromkeys(chips)))


def chip_of(part: str) -> Chip | None:
    """The chip that one word without blanks stands for, or None."""
    chip = begun(part)
    unread = chip is not None and chip.prefix == Prefix.DATE and chip.value and not days.read(chip.value)
    return None if unread else chip


def begun(part: str) -> Chip | None:
    """The chip that a word begins to be, whatever stands behind its prefix so far, or None."""
    found = _CHIP.fullmatch(part)
    return Chip(_BY_NAME[folded(found[1])], found[2]) if found else None
