"""Heading words that counties use, by field, from ``resources/words/headings.toml``."""

import functools
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk.importers.records import Field
from xcdesk.resources import resource

LABELS: Mapping[str, Field] = {
    "日期": Field.DATE,
    "媒体单位": Field.OUTLET,
    "标题": Field.TITLE,
    "报道形式": Field.FORM,
    "宣传内容": Field.THEME,
    "层级": Field.TIER,
    "单位": Field.UNIT,
    "栏目": Field.PROGRAMME,
    "版面": Field.SLOT,
    "作者": Field.AUTHOR,
    "链接": Field.URL,
    "备注": Field.NOTE,
}
"""The office's own words, which stand in its template."""


@dataclass(frozen=True, slots=True)
class Words:
    """Every heading word known, in the form that `mapping.heading_key` makes.

    Attributes:
        sure: words that always mean their field.
        weak: words that serve only where no better heading for the field stands beside them.
        endings: last words by which a longer heading is known.
        index: headings of running numbers, which carry nothing.
        counts: endings of headings over counts, which are never a field of a piece.
    """

    sure: Mapping[str, Field]
    weak: Mapping[str, Field]
    endings: Mapping[str, Field]
    index: frozenset[str]
    counts: tuple[str, ...]


@functools.cache
def words() -> Words:
    """The words as shipped."""
    data = tomllib.loads(resource("words", "headings.toml").read_text(encoding="utf-8"))
    weak = _by_word(data.pop("weak"))
    endings = _by_word(data.pop("endings"))
    other = data.pop("other")
    sure = {word: Field(name) for name, section in data.items() for word in _listed(section)}
    return Words(
        sure={word: field for word, field in sure.items() if word not in weak},
        weak=weak,
        endings=endings,
        index=frozenset(other["index"].split()),
        counts=tuple(other["count"].split()),
    )


def _by_word(section: Mapping[str, str]) -> dict[str, Field]:
    return {word: Field(name) for name, text in section.items() for word in text.split()}


def _listed(section: Mapping[str, Any]) -> Sequence[str]:
    pairs = [
        first + second
        for pair in section.get("pairs", ())
        for first in pair["first"].split()
        for second in pair["second"].split()
    ]
    return [*section.get("words", "").split(), *pairs]
