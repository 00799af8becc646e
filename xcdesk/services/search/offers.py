"""Chips that what is being typed may become, so that no prefix has to be learnt."""

from collections.abc import Callable, Iterable, Mapping

from xcdesk import pinyin, wording
from xcdesk.codes import Tier, Vocabulary
from xcdesk.normalise import folded
from xcdesk.services.office import days, terms
from xcdesk.services.search import names
from xcdesk.services.search.hits import Hit
from xcdesk.services.search.query import Chip, Prefix, Query, begun
from xcdesk.wording import Language

_MOST = 6
_MOST_OF_NAMES = 4
_EACH = 2
_FROM = 2
"""Characters of a word from which it is taken for the name of something, not for a stretch of a title."""


def offers(part: str, language: Language = "zh") -> tuple[Chip, ...]:
    """Chips for the last word typed, best first: after ``单位:`` units, after ``禹州`` what is named so."""
    written = begun(part)
    if written is not None:
        found = _chips(written.prefix, folded(written.value), language)
        return tuple(chip for chip in found if chip != written)[:_MOST]
    if len(part) < _FROM:
        return ()
    chips = [chip for prefix in _VALUES for chip in _chips(prefix, folded(part), language)[:_EACH]]
    return tuple(chips[:_MOST_OF_NAMES])


def _chips(prefix: Prefix, word: str, language: Language) -> list[Chip]:
    values = _VALUES.get(prefix)
    return [Chip(prefix, value) for value in values(word, language)] if values else []


def _meeting(word: str, values: Iterable[str]) -> list[str]:
    """Values that hold the word or have it for initials, those that begin with it first."""
    ranked = []
    for value in values:
        at = folded(value).find(word)
        place = pinyin.place(word, value) if at < 0 else at
        if place == 0 or (place is not None and len(word) >= _FROM):
            ranked.append((place, value))
    return [value for _, value in sorted(ranked, key=lambda found: found[0])]


def _names(hits: Callable[[Query], list[Hit]]) -> Callable[[str, Language], list[str]]:
    """Names of the roster; those that are found by another spelling come last."""

    def values(word: str, _language: Language) -> list[str]:
        every = [hit.title for hit in hits(Query())]
        spelt = [hit.title for hit in hits(Query((word,)))] if word else []
        return list(dict.fromkeys([*_meeting(word, every), *spelt]))

    return values


def _labels(vocabulary: Vocabulary) -> Callable[[str, Language], list[str]]:
    return lambda word, _language: _meeting(word, (term.label for term in terms.terms(vocabulary)))


def _tiers(word: str, language: Language) -> list[str]:
    return _meeting(word, (wording.text(f"tier.{tier}", language) for tier in Tier))


def _days(word: str, language: Language) -> list[str]:
    return _meeting(word, days.OFFERED[language])


_VALUES: Mapping[Prefix, Callable[[str, Language], list[str]]] = {
    Prefix.UNIT: _names(names.units),
    Prefix.OUTLET: _names(names.outlets),
    Prefix.PROGRAMME: _names(names.programmes),
    Prefix.DATE: _days,
    Prefix.FORM: _labels(Vocabulary.FORM),
    Prefix.THEME: _labels(Vocabulary.THEME),
    Prefix.TIER: _tiers,
}
