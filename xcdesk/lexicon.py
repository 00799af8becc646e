"""The words that the office knows when it reads somebody's sheet: outlets, units, programmes and terms.

A snapshot without a database, so that sheets can be understood in any thread; a service builds it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from xcdesk.normalise import name_key

_UNIT_TAIL = re.compile(r"[市县区]$")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_SHORTEST_UNIT = 2


@dataclass(frozen=True, slots=True)
class OutletName:
    """An outlet of the roster: its row, name, default tier (a code) and the other spellings met."""

    id: int
    name: str
    tier: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit of the roster: its row, name and the other spellings met."""

    id: int
    name: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A code (of form, theme or tier) with every label and spelling that stands for it."""

    code: str
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """All the words, with the lookups over them."""

    outlets: tuple[OutletName, ...] = ()
    units: tuple[UnitName, ...] = ()
    forms: tuple[Term, ...] = ()
    themes: tuple[Term, ...] = ()
    tiers: tuple[Term, ...] = ()
    programmes: tuple[str, ...] = ()
    _seen: dict[str, OutletName | None] = field(default_factory=dict, repr=False, compare=False)

    def outlet(self, text: str) -> OutletName | None:
        """Outlet that ``text`` names by its roster name or a spelling, or None."""
        if text not in self._seen:
            key = name_key(text)
            short = key.removesuffix("社") if key.endswith("报社") else key
            self._seen[text] = self.outlet_keys.get(key) or self.outlet_keys.get(short)
        return self._seen[text]

    def unit(self, text: str) -> UnitName | None:
        """Unit that ``text`` names by its roster name, a spelling or its short form, or None."""
        key = name_key(text)
        return self.unit_keys.get(key) or self.unit_keys.get(key.removeprefix("许昌市").removeprefix("许昌"))

    def unit_within(self, text: str) -> UnitName | None:
        """The one unit named somewhere in ``text`` (a title line, a file name), or None."""
        key = name_key(text)
        for keys in (self.full_unit_keys, self.unit_keys):
            found = {keys[part].id: keys[part] for part in _parts(key, keys)}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def programme(self, text: str) -> str | None:
        """Programme or column that ``text`` names, or None."""
        key = name_key(text)
        return self._programme_keys.get(key) or self._programme_keys.get(re.sub("(栏目|节目|专栏)$", "", key))

    def form(self, text: str) -> str | None:
        """Code of the form that ``text`` names, or None."""
        return _term(self._form_keys, text, "类稿件作品")

    def theme(self, text: str) -> str | None:
        """Code of the theme that ``text`` names, or None."""
        return _term(self._theme_keys, text, "类")

    def tier(self, text: str) -> str | None:
        """Code of the tier that ``text`` names, or None."""
        return _term(self._tier_keys, text, "媒体报刊类以上稿件刊发")

    def tier_within(self, text: str) -> str | None:
        """The one tier named somewhere in ``text`` (a sheet's name, a section line), or None."""
        key = name_key(text)
        found = {code for label, code in self._tier_keys.items() if label.endswith("级") and label in key}
        return found.pop() if len(found) == 1 else self.tier(text)

    @cached_property
    def outlet_keys(self) -> Mapping[str, OutletName]:
        """Outlets by the key of each name and spelling."""
        spelt = ((outlet, (outlet.name, *outlet.spellings)) for outlet in self.outlets)
        keys = {name_key(word): outlet for outlet, words in spelt for word in words}
        return keys | {name_key(outlet.name): outlet for outlet in self.outlets}

    @cached_property
    def unit_keys(self) -> Mapping[str, UnitName]:
        """Units by the key of each name, spelling and short form; an ambiguous short form stands for none."""
        short: dict[str, UnitName | None] = {}
        for unit in self.units:
            for key in _short_forms(name_key(unit.name)):
                short[key] = None if key in short else unit
        return {key: unit for key, unit in short.items() if unit is not None} | dict(self.full_unit_keys)

    @cached_property
    def full_unit_keys(self) -> Mapping[str, UnitName]:
        """Units by the key of each name and spelling."""
        keys = {name_key(word): unit for unit in self.units for word in unit.spellings}
        return keys | {name_key(unit.name): unit for unit in self.units}

    @cached_property
    def _programme_keys(self) -> Mapping[str, str]:
        return {name_key(name): name for name in self.programmes}

    @cached_property
    def _form_keys(self) -> Mapping[str, str]:
        return _term_keys(self.forms)

    @cached_property
    def _theme_keys(self) -> Mapping[str, str]:
        return _term_keys(self.themes)

    @cached_property
    def _tier_keys(self) -> Mapping[str, str]:
        return _term_keys(self.tiers)


def _parts(text: str, keys: Iterable[str]) -> list[str]:
    """Keys that stand in ``text``, from left to right, the longer first.

    What follows another without a break is a part of it: 鄢陵县供电公司 is 鄢陵县's own.
    """
    pattern = "|".join(re.escape(key) for key in sorted(keys, key=len, reverse=True))
    found: list[re.Match[str]] = list(re.finditer(pattern, text)) if pattern else []
    ends = {match.end() for match in found}
    return [match[0] for match in found if match.start() not in ends]


def _short_forms(key: str) -> Iterable[str]:
    """``禹州`` for 禹州市, ``教育局`` for 市教育局."""
    if key.startswith("市") and len(key) > _SHORTEST_UNIT + 1:
        yield key[1:]
    short = _UNIT_TAIL.sub("", key)
    if short != key and len(short) >= _SHORTEST_UNIT:
        yield short


def _term_keys(terms: Iterable[Term]) -> Mapping[str, str]:
    return {
        name_key(word): term.code for term in reversed(tuple(terms)) for word in (term.code, *term.spellings)
    }


def _term(keys: Mapping[str, str], text: str, tail: str) -> str | None:
    """Code of a term, also when a bracketed remark or a word of ``tail`` follows it."""
    key = name_key(text)
    bare = _BRACKETS.sub("", key)
    return keys.get(key) or keys.get(bare) or keys.get(bare.rstrip(tail))
