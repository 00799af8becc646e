"""Sentences for error codes and labels of printed matter, in Chinese and English, without Qt.

Each file ``resources/labels/<area>.toml`` maps a key to ``{zh = "…", en = "…"}`` with named placeholders.
The console, the windows and the printed page all read the one catalogue.
"""

import functools
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from typing_extensions import override

from xcdesk.errors import DeskError
from xcdesk.resources import resource

Language = Literal["zh", "en"]
LANGUAGE_VARIABLE = "XCDESK_LANG"


@dataclass(frozen=True, slots=True)
class Label:
    """A fact that has a word of its own in each language: the catalogue's entry for ``key``.

    As plain text it is the last part of the key, so that a program reading the facts sees a code.
    """

    key: str

    @override
    def __str__(self) -> str:
        return self.key.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Listed:
    """A fact that names several things: in a sentence they stand with the comma of its language."""

    parts: tuple["str | Label", ...]

    def __bool__(self) -> bool:
        """Whether anything is named."""
        return bool(self.parts)

    @override
    def __str__(self) -> str:
        return _spelt(self, "zh")


def listed(parts: Iterable[str], language: Language | None = None) -> str:
    """Several things in one sentence, with the comma of the language."""
    return ("、" if (language or default_language()) == "zh" else ", ").join(parts)


def default_language() -> Language:
    """Language asked for by the environment; Chinese unless it says ``en``."""
    return "en" if os.environ.get(LANGUAGE_VARIABLE, "zh_CN").lower().startswith("en") else "zh"


class _Entries(Mapping[str, Mapping[str, str]]):
    """Entries by key, each read when it is first asked for: a window needs sixty of a thousand to start."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        self._lines = lines
        self._read: dict[str, Mapping[str, str]] = {}

    @override
    def __getitem__(self, key: str) -> Mapping[str, str]:
        if key not in self._read:
            self._read[key] = tomllib.loads(self._lines[key])[key]
        return self._read[key]

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._lines

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    @override
    def __len__(self) -> int:
        return len(self._lines)


@functools.cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Every key of every area; an entry stands on one line, its key in quotes.

    A key that stands in two files, or a line of another form, is a defect and raises ``ValueError``.
    """
    lines: dict[str, str] = {}
    for path in sorted(resource("labels").glob("*.toml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            key, quoted, _ = line.removeprefix('"').partition('" = ')
            if quoted and key not in lines:
                lines[key] = line
            elif line and not line.startswith("#"):
                raise ValueError(f"{path.name}: repeated, or not on one line: {line}")
    return _Entries(lines)


def text(key: str, language: Language | None = None, **facts: object) -> str:
    """Sentence or label for ``key`` with its placeholders filled; raises ``KeyError`` for an unknown key."""
    spoken = language or default_language()
    words = {name: _worded(fact, spoken) for name, fact in facts.items()}
    return catalogue()[key][spoken].format(**words)


def _worded(fact: object, language: Language) -> object:
    if isinstance(fact, Label):
        return text(fact.key, language)
    return _spelt(fact, language) if isinstance(fact, Listed) else fact


def _spelt(several: Listed, language: Language) -> str:
    """Several things in a sentence, those that are words of the catalogue by their word."""
    return listed((str(_worded(part, language)) for part in several.parts), language)


def sentence(error: DeskError, language: Language | None = None) -> str:
    """What a refusal says to the user: what cannot be done, the fact, the way out.

    A fact that names a code of the catalogue (``field`` = title, ``tier`` = county) is shown by its label.
    """
    facts = {name: _shown(name, fact, language) for name, fact in error.facts.items()}
    return text(error.key, language, **facts)


def _shown(name: str, fact: object, language: Language | None) -> object:
    key = f"{name}.{fact}"
    return text(key, language) if key in catalogue() else fact
