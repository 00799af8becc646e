"""Whom an unknown name may mean: ranked proposals with their reason, for a person to confirm once.

Nothing is taken from here by itself: what a person confirms is learnt as a spelling (`services.spellings`),
and the file is planned again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from xcdesk import pinyin
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.records import CheckedRow, Chosen, Field, Problem
from xcdesk.lexicon import Lexicon, OutletName, UnitName
from xcdesk.normalise import name_key
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import spellings

MOST = 5
"""Proposals given for one name."""
_NEAR = 55
_SHORTEST = 2
_LONG_ENOUGH = 3


class Reason(StrEnum):
    """Why a name is proposed: its words stand in the text or the other way round, its initials, its looks."""

    CONTAINED = "contained"
    INITIALS = "initials"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An outlet or a unit that a text may mean.

    Attributes:
        id, name: of the roster.
        spelling: the name or spelling that made it likely.
        score: from 0 to 100, the higher the likelier.
    """

    id: int
    name: str
    spelling: str
    reason: Reason
    score: float


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name in a file that the roster does not know.

    Attributes:
        field: outlet or unit.
        text: the name alone, as it would be learnt.
        rows: where it stands; empty for the sender of the file.
    """

    field: Field
    text: str
    rows: tuple[Chosen, ...]
    proposals: tuple[Proposal, ...]


def in_row(row: CheckedRow, place: Chosen, known: Lexicon) -> Stranger | None:
    """The first name in a row that the roster does not know, with whom it may mean; None if all are known."""
    found = next(iter(_unknown(row.problems)), None)
    return _stranger(*found, [place], known) if found is not None else None


def sender(plan: FilePlan, known: Lexicon) -> Stranger | None:
    """The sender as the file writes it when that is no unit of the roster, with whom it may mean."""
    text = plan.book.stranger
    return _stranger(Field.UNIT, text, [], known) if text else None


def _stranger(field: Field, text: str, rows: Sequence[Chosen], known: Lexicon) -> Stranger:
    find = outlets if field == Field.OUTLET else units
    return Stranger(field, text, tuple(rows), find(text, known))


def _unknown(problems: Iterable[Problem]) -> Iterable[tuple[Field, str]]:
    for problem in problems:
        facts: Mapping[str, object] = problem.facts
        if problem.code in {"outlet.unknown", "outlet.unknown_near"}:
            yield Field.OUTLET, str(facts["name"])
        elif problem.code == "unit.not_on_roster":
            yield Field.UNIT, str(facts["text"])


def confirm(actor: Actor, stranger: Stranger, owner: int) -> bool:
    """Take a stranger's text as a spelling of the outlet or unit ``owner`` from now on.

    `session.again` then reads its rows anew. `forget` takes it back.

    Returns:
        Whether it was learnt just now; False when it was known already.

    Raises:
        SpellingTakenError: it stands for another one.
    """
    if stranger.field == Field.OUTLET:
        return spellings.learn_outlet_spelling(actor, owner, stranger.text)
    return spellings.learn_unit_spelling(actor, owner, stranger.text)


def forget(actor: Actor, stranger: Stranger, owner: int) -> None:
    """Take back what `confirm` learnt."""
    if stranger.field == Field.OUTLET:
        spellings.forget_outlet_spelling(actor, owner, stranger.text)
    else:
        spellings.forget_unit_spelling(actor, owner, stranger.text)


def outlets(text: str, lexicon: Lexicon) -> tuple[Proposal, ...]:
    """Outlets that ``text`` may mean, the likeliest first; empty when nothing is near."""
    return _ranked(text, lexicon.outlets)


def units(text: str, lexicon: Lexicon) -> tuple[Proposal, ...]:
    """Units that ``text`` may mean, the likeliest first; empty when nothing is near."""
    return _ranked(text, lexicon.units)


def _ranked(text: str, known: Sequence[OutletName] | Sequence[UnitName]) -> tuple[Proposal, ...]:
    key = name_key(text)
    if len(key) < _SHORTEST:
        return ()
    best: list[Proposal] = []
    for one in known:
        found = [proposal for word in (one.name, *one.spellings) for proposal in _of(key, word, one)]
        if found:
            best.append(max(found, key=lambda proposal: proposal.score))
    return tuple(sorted(best, key=lambda proposal: -proposal.score)[:MOST])


def _of(key: str, word: str, one: OutletName | UnitName) -> Iterable[Proposal]:
    """What a known word says for its owner."""
    # rapidfuzz here spares start-up time.
    from rapidfuzz import fuzz

    known = name_key(word)
    if len(known) >= _SHORTEST and (known in key or (len(key) >= _LONG_ENOUGH and key in known)):
        share = min(len(known), len(key)) / max(len(known), len(key))
        yield Proposal(one.id, one.name, word, Reason.CONTAINED, 40 + 60 * share)
    at = pinyin.place(key, known) if key.isascii() else None
    if at is not None:
        whole = at == 0 and len(key) == len(known)
        yield Proposal(one.id, one.name, word, Reason.INITIALS, 95 if whole else 75 - min(at, 10))
    score = fuzz.ratio(key, known)
    if score >= _NEAR:
        yield Proposal(one.id, one.name, word, Reason.NEAR, score)
