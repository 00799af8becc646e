"""Asking the services on a worker: nothing here touches a widget."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.language import language
from xcdesk import pinyin
from xcdesk.normalise import folded
from xcdesk.services import search
from xcdesk.services.record.actor import Actor
from xcdesk.services.search import Chip, Group, HitKind, Query, saved_searches
from xcdesk.services.search.offers import offers
from xcdesk.services.search.saved_searches import SavedRow

EACH = 4
MOST_REPORTS = 8
_MOST_VERBS = 4
_INITIALS_FROM = 2


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
    """What was found: places of verbs among the names, chips on offer, searches that are kept, hits."""

    asked: Asked
    verbs: tuple[int, ...] = ()
    verbs_by_initials: tuple[int, ...] = ()
    offers: tuple[Chip, ...] = ()
    kept: tuple[SavedRow, ...] = ()
    groups: tuple[Group, ...] = ()


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
        () if asked.chips else _named(word, asked.verbs),
        () if asked.chips else _by_initials(word, asked.verbs),
        offers(last, language()) if last else (),
        tuple(row for row in kept if text and word in folded(row.name)),
        tuple(sorted(groups, key=lambda group: order.index(group.kind))),
    )


def count(answer: Answer) -> dict[HitKind, int]:
    """How many hits of each kind there are in all; asked of those alone that may have more than are shown."""
    counts = {}
    for group in answer.groups:
        most = MOST_REPORTS if group.kind is HitKind.ITEM else EACH
        full = len(group.hits) >= most
        counts[group.kind] = search.count(answer.asked.query, group.kind) if full else len(group.hits)
    return counts


def _named(word: str, names: Sequence[str]) -> tuple[int, ...]:
    """Places of the verbs whose name holds the word, those that begin with it first."""
    found = [(folded(name).find(word), at) for at, name in enumerate(names) if word and word in folded(name)]
    return tuple(at for _, at in sorted(found, key=lambda one: one[0] > 0)[:_MOST_VERBS])


def _by_initials(word: str, names: Sequence[str]) -> tuple[int, ...]:
    """Places of the verbs whose name begins with these initials."""
    if len(word) < _INITIALS_FROM:
        return ()
    found = (
        at for at, name in enumerate(names) if word not in folded(name) and pinyin.place(word, name) == 0
    )
    return tuple(found)[:_MOST_VERBS]
