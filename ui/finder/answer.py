"""Asking the services on a worker: nothing here touches a widget."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.language import language
from xcdesk import handbook, pinyin
from xcdesk.normalise import folded
from xcdesk.services import search
from xcdesk.services.record.actor import Actor
from xcdesk.services.search import Chip, Group, HitKind, Query, saved_searches
from xcdesk.services.search.offers import offers
from xcdesk.services.search.saved_searches import SavedRow

EACH = 4
MOST_REPORTS = 8
_MOST_VERBS = 4
_MOST_HELP = 4
_INITIALS_FROM = 2
_NAMED = frozenset({HitKind.OUTLET, HitKind.UNIT, HitKind.PROGRAMME, HitKind.PERSON})


@dataclass(frozen=True, slots=True)
class Asked:
    """What is in the box: chips, text, and the names of the verbs, which the worker does not know."""

    chips: tuple[Chip, ...]
    text: str
    verbs: tuple[str, ...]

    @property
    def query(self) -> Query:
        """Words and chips together."""
        typed = search.parse(self.text)
        return Query(typed.words, tuple(dict.fromkeys((*self.chips, *typed.chips))))


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found.

    Attributes:
        verbs: places among the names of the verbs whose name begins with what was typed; ``verbs_within`` of
            those that hold it further on, or begin with these initials, which come after the office's own.
        offers: chips that it may become; ``kept`` searches that are called so.
        help: passages of the help, those first in whose headings the words stand.
    """

    asked: Asked
    verbs: tuple[int, ...] = ()
    verbs_within: tuple[int, ...] = ()
    offers: tuple[Chip, ...] = ()
    kept: tuple[SavedRow, ...] = ()
    groups: tuple[Group, ...] = ()
    help: tuple[handbook.Hit, ...] = ()

    @property
    def named(self) -> tuple[Group, ...]:
        """Groups of which one hit is called exactly what was typed; that is what was meant."""
        word = folded(self.asked.text.strip())
        return tuple(
            group
            for group in self.groups
            if group.kind in _NAMED and any(folded(hit.title) == word for hit in group.hits)
        )


def find(asked: Asked, actor: Actor) -> Answer:
    """Look everything up."""
    text = asked.text.strip()
    kept = saved_searches.kept(actor)
    if not text and not asked.chips:
        return Answer(asked, kept=kept)
    word = folded(text)
    last = asked.text.split()[-1] if text and not asked.text[-1].isspace() else ""
    query = asked.query
    fewer = tuple(kind for kind in HitKind if kind is not HitKind.ITEM)
    groups = (*search.look(query, EACH, fewer), *search.look(query, MOST_REPORTS, (HitKind.ITEM,)))
    order = list(HitKind)
    return Answer(
        asked,
        *(((), ()) if asked.chips else _verbs(word, asked.verbs)),
        offers(last, language()) if last else (),
        tuple(row for row in kept if text and word in folded(row.name)),
        tuple(sorted(groups, key=lambda group: order.index(group.kind))),
        () if asked.chips else tuple(handbook.search(text, language())[:_MOST_HELP]),
    )


def count(answer: Answer) -> dict[HitKind, int]:
    """How many hits of each kind there are in all; asked of those alone that may have more than are shown."""
    counts = {}
    for group in answer.groups:
        most = MOST_REPORTS if group.kind is HitKind.ITEM else EACH
        full = len(group.hits) >= most
        counts[group.kind] = search.count(answer.asked.query, group.kind) if full else len(group.hits)
    return counts


def _verbs(word: str, names: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Places of the verbs whose name begins with the word, and of those that hold it or have its initials."""
    places = [(folded(name).find(word), at) for at, name in enumerate(names)] if word else []
    begin = [at for place, at in places if place == 0]
    within = [at for place, at in places if place > 0][:_MOST_VERBS]
    initials = [at for place, at in places if place < 0 and _has_initials(word, names[at])][:_MOST_VERBS]
    return tuple(begin[:_MOST_VERBS]), (*within, *initials)


def _has_initials(word: str, name: str) -> bool:
    return len(word) >= _INITIALS_FROM and pinyin.place(word, name) == 0
