"""Placements that count toward a yearly quota and have no evidence, to be found before printing."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk.db import bulk
from xcdesk.models import CoverageItem, Evidence
from xcdesk.services.targets import external


@dataclass(frozen=True, slots=True)
class Lacking:
    """A counted placement without evidence: the quota and outlet it counts for, and its row in the log."""

    quota: str
    outlet: str
    item_id: int
    day: dt.date
    title: str


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """How many pieces count toward the yearly quotas of a year, and those of them without evidence."""

    counted: int
    lacking: tuple[Lacking, ...]


def run(day: dt.date, since: dt.date | None = None) -> EvidenceCheck:
    """Look at every yearly quota with a pace in the year of ``day``, up to that day.

    Evidence of any placement of a piece will do: the piece counts once.

    Args:
        day: the last day that is looked at.
        since: the first day; None for the beginning of the year.
    """
    found = [
        Lacking(line.quota.label, line.quota.who, step.item_id, step.day, step.title)
        for line in external.pace_lines(day)
        for step in line.steps
        if (since is None or since <= step.day) and step.day <= day
    ]
    shown = _with_evidence([one.item_id for one in found])
    return EvidenceCheck(len(found), tuple(one for one in found if one.item_id not in shown))


def _with_evidence(items: Sequence[int]) -> set[int]:
    """Those of the reports that have evidence, or belong to a piece of which another placement has."""
    groups = dict(_groups(items))
    shown = _attached(Evidence.item.in_(some) for some in bulk.chunks(items))
    members = [group for group in groups.values() if group is not None]
    live = CoverageItem.removed_at.is_null()
    pieces: set[int] = set()
    for some in bulk.chunks(members):
        query: Any = Evidence.select(CoverageItem.group).join(CoverageItem)
        query = query.where(CoverageItem.group.in_(some), live, Evidence.removed_at.is_null())
        pieces |= {group for (group,) in query.tuples()}
    return shown | {item for item, group in groups.items() if group in pieces}


def _attached(conditions: Iterable[Any]) -> set[int]:
    found: set[int] = set()
    for condition in conditions:
        query: Any = Evidence.select(Evidence.item).where(condition, Evidence.removed_at.is_null())
        found |= {item for (item,) in query.tuples()}
    return found


def _groups(items: Sequence[int]) -> Iterable[tuple[int, int | None]]:
    for some in bulk.chunks(items):
        query: Any = CoverageItem.select(CoverageItem.id, CoverageItem.group).where(CoverageItem.id.in_(some))
        yield from query.tuples()
