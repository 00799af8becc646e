"""Which reports may have come of a manuscript: proposed by likeness of titles, confirmed by a person."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk.db import bulk
from xcdesk.models import CoverageItem, Manuscript, ManuscriptOutlet, ManuscriptUse, Outlet
from xcdesk.services.trackers.manuscript_changes import Pair
from xcdesk.services.trackers.manuscripts import UseRow

BEFORE_DAYS, AFTER_DAYS = 3, 62
"""So many days before and after the sending are looked through: news runs at once, features in two months."""
_ENOUGH, _SAME_UNIT, _SENT_THERE = 60.0, 12.0, 6.0


@dataclass(frozen=True, slots=True)
class LikelyUse:
    """A report that may have come of a manuscript; ``score`` up to 100, and above for unit and outlet."""

    use: UseRow
    score: float


def likely(manuscript_id: int, limit: int = 5) -> tuple[LikelyUse, ...]:
    """The reports most like a manuscript that are not confirmed yet, the likest first."""
    from rapidfuzz import fuzz, process  # start-up time

    row = Manuscript.get_or_none(Manuscript.id == manuscript_id)
    if row is None:
        return ()
    found = {told[0]: told for told in _near(row)}
    keys = {item: told[-2] for item, told in found.items()}
    sent = _sent_to(manuscript_id)
    scored = []
    for _, score, item in process.extract(
        row.title_key, keys, scorer=fuzz.ratio, processor=None, score_cutoff=_ENOUGH, limit=limit * 4
    ):
        unit, outlet = found[item][-1], found[item][4]
        more = (_SAME_UNIT if unit == row.unit_id else 0.0) + (_SENT_THERE if outlet in sent else 0.0)
        scored.append(LikelyUse(UseRow(*found[item][:4]), round(score + more, 1)))
    return tuple(sorted(scored, key=lambda one: (-one.score, one.use.day, one.use.item_id))[:limit])


def same_titles(since: dt.date, until: dt.date) -> tuple[Pair, ...]:
    """Manuscripts sent in a period and reports with the very same title that are not confirmed yet.

    The report names the same unit or none, and ran within the days that are looked through.
    """
    item, near = CoverageItem, (since - dt.timedelta(BEFORE_DAYS), until + dt.timedelta(AFTER_DAYS))
    there = item.removed_at.is_null() & item.day.between(*near) & (item.title_key != "")
    ran: dict[str, list[tuple[int, dt.date, int | None]]] = defaultdict(list)
    reports: Any = item.select(item.title_key, item.id, item.day, item.unit).where(there)
    for key, *told in reports.order_by(item.id).tuples():
        ran[key].append((told[0], told[1], told[2]))
    sent: Any = Manuscript.select(Manuscript.id, Manuscript.unit, Manuscript.sent_on, Manuscript.title_key)
    chosen = sent.where(Manuscript.removed_at.is_null() & Manuscript.sent_on.between(since, until))
    found = [
        (row, report)
        for row, unit, sent_on, key in chosen.order_by(Manuscript.id).tuples()
        for report, day, its_unit in ran.get(key, ())
        if its_unit in {None, unit} and _in_time(sent_on, day)
    ]
    known = _confirmed([row for row, _ in found])
    return tuple(pair for pair in found if pair not in known)


def _in_time(sent: dt.date, day: dt.date) -> bool:
    return -BEFORE_DAYS <= (day - sent).days <= AFTER_DAYS


def _confirmed(manuscripts: Sequence[int]) -> set[Pair]:
    use: Any = ManuscriptUse
    found: set[Pair] = set()
    for some in bulk.chunks(list(dict.fromkeys(manuscripts))):
        found.update(use.select(use.manuscript, use.item).where(use.manuscript.in_(some)).tuples())
    return found


def _near(row: Manuscript) -> list[tuple[Any, ...]]:
    """Reports of the days around the sending: what `UseRow` holds, then outlet, title key and unit."""
    item = CoverageItem
    first, last = row.sent_on - dt.timedelta(BEFORE_DAYS), row.sent_on + dt.timedelta(AFTER_DAYS)
    used: Any = ManuscriptUse.select(ManuscriptUse.item).where(ManuscriptUse.manuscript == row.id)
    query: Any = item.select(
        item.id, item.day, Outlet.name, item.title, item.outlet, item.title_key, item.unit
    ).join(Outlet)
    near = item.removed_at.is_null() & item.day.between(first, last) & (item.title_key != "")
    of_unit = item.unit.is_null() | (item.unit == row.unit_id)
    return list(query.where(near & of_unit & item.id.not_in(used)).tuples())


def _sent_to(manuscript: int) -> frozenset[int]:
    sent: Any = ManuscriptOutlet
    return frozenset(row for (row,) in sent.select(sent.outlet).where(sent.manuscript == manuscript).tuples())
