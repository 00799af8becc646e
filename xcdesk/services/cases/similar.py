"""Cases that are like one about to be registered, so that it is merged and not dispatched twice."""

from dataclasses import dataclass
from typing import Any

from xcdesk.codes import CaseState
from xcdesk.models import Case
from xcdesk.normalise import folded
from xcdesk.services.cases.facts import SHOWN, cases, rows_of
from xcdesk.services.cases.rows import CaseRow
from xcdesk.services.roster import lexicon

_MOST_LOOKED_AT = 5000
_ENOUGH, _SAME_UNIT = 55.0, 15.0


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
    from rapidfuzz import fuzz  # start-up time

    wanted = folded(f"{title} {text}")
    found = lexicon.load().unit(unit) if unit.strip() else None
    scored = []
    for case, name, subject, *body in _known(leave, with_body=bool(text)):
        heading = fuzz.token_ratio(typed, folded(name))
        whole = fuzz.partial_ratio(wanted, folded(f"{name} {body[0]}")) if text else 0.0
        score = max(heading, min(whole, 90.0))
        if found is not None and subject == found.id:
            score += _SAME_UNIT
        if score >= _ENOUGH:
            scored.append((score, case))
    best = sorted(scored, reverse=True)[:limit]
    shown = {row.id: row for row in rows_of(list(cases(*SHOWN).where(Case.id.in_([one for _, one in best]))))}
    return tuple(SimilarCase(shown[case], round(score, 1)) for score, case in best)


def _known(leave: int | None, *, with_body: bool) -> Any:
    gone = (CaseState.DECLINED, CaseState.MERGED)
    fields = (Case.id, Case.title, Case.unit, *((Case.body,) if with_body else ()))
    query: Any = Case.select(*fields).where(Case.removed_at.is_null() & Case.state.not_in(gone))
    if leave is not None:
        query = query.where(Case.id != leave)
    return query.order_by(Case.id.desc()).limit(_MOST_LOOKED_AT).tuples()
