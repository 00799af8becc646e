"""Cases that are like one about to be registered, so that it is merged and not dispatched twice."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from xcdesk.codes import CaseState
from xcdesk.db.base import database
from xcdesk.models import Case
from xcdesk.normalise import folded
from xcdesk.services.cases import facts
from xcdesk.services.cases.rows import CaseRow
from xcdesk.services.roster import lexicon

_MOST_LOOKED_AT = 5000
_ENOUGH, _SAME_UNIT = 55.0, 15.0


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of comparing: what of a case, how, and what it may score at most."""

    column: str
    scorer: str
    most: float


_BY_TITLE = _Way("title", "ratio", 100.0)
_BY_TEXT = _Way("title || ' ' || body", "partial_ratio", 90.0)
"""A text that holds another is less of a proof than the same title."""


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A case like the one that is typed; ``score`` up to 100 and above for the same unit."""

    row: CaseRow
    score: float


def similar(
    title: str, text: str = "", unit: str = "", *, limit: int = 5, leave: int | None = None
) -> tuple[SimilarCase, ...]:
    """The cases most like what is typed, of any kind, the likest first; none for less than two characters.

    Args:
        title: as typed so far.
        text: likewise, "" for none.
        unit: a name of the roster; a case of the same unit comes first.
        limit: most to return.
        leave: the case that is being looked at.
    """
    typed = folded(title)
    if len(typed) < 2:  # noqa: PLR2004
        return ()
    found = lexicon.load().unit(unit) if unit.strip() else None
    scores: dict[int, float] = {}
    for way in (_BY_TITLE, *([_BY_TEXT] if text else [])):
        wanted = typed if way is _BY_TITLE else folded(f"{title} {text}")
        likest = _likest(way, wanted, leave, limit)
        if found is not None:
            likest |= _likest(way, wanted, leave, limit, unit=found.id, more=_SAME_UNIT)
        scores |= {case: max(score, scores.get(case, 0.0)) for case, score in likest.items()}
    best = sorted(((score, case) for case, score in scores.items()), reverse=True)[:limit]
    shown = {row.id: row for row in facts.rows(facts.listed().where(Case.id.in_([one for _, one in best])))}
    return tuple(SimilarCase(shown[case], round(score, 1)) for score, case in best)


def _likest(
    way: _Way, wanted: str, leave: int | None, limit: int, *, unit: int | None = None, more: float = 0.0
) -> dict[int, float]:
    """The likest cases, those of one unit where it is given, with what each of them scores."""
    from rapidfuzz import fuzz, process  # start-up time

    found = _read(way.column, leave, unit)
    words = _folded([text for _, text in found])
    scorer = getattr(fuzz, way.scorer)
    likest = process.extract(wanted, words, scorer=scorer, limit=limit, score_cutoff=_ENOUGH - more)
    return {found[at][0]: min(score, way.most) + more for _, score, at in likest}


def _read(column: str, leave: int | None, unit: int | None) -> list[tuple[int, str]]:
    """Row and words of the latest cases that are not gone; asked while somebody types."""
    gone = ", ".join(f"'{state.value}'" for state in (CaseState.DECLINED, CaseState.MERGED))
    of_unit = "" if unit is None else f"AND unit_id = {int(unit)} "
    found: list[tuple[int, str]] = database.execute_sql(
        f"SELECT id, {column} FROM followup_case "  # noqa: S608  # nothing of it was typed
        f"WHERE removed_at IS NULL AND state NOT IN ({gone}) {of_unit}AND +id <> {int(leave or 0)} "
        f"AND +id > (SELECT MAX(id) - {_MOST_LOOKED_AT} FROM followup_case)"  # +: the index has the words
    ).fetchall()
    return found


def _folded(texts: Sequence[str]) -> list[str]:
    """What `folded` makes of each, all in one go: a third of the cost."""
    whole = unicodedata.normalize("NFKC", "\n".join(text.replace("\n", " ") for text in texts))
    return whole.casefold().split("\n")
