"""The wall of commitments: which unit promised what, interviewed when, due when, kept or not."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from peewee import fn

from xcdesk.codes import CaseKind, CaseResult, CaseState
from xcdesk.models import Case, CaseFile, CaseLink, CoverageItem, Outlet, Unit
from xcdesk.services.cases import facts
from xcdesk.services.cases.rows import CaseRow, LinkRow
from xcdesk.services.roster import units

_KEPT = frozenset((CaseResult.KEPT, CaseResult.KEPT_LATE))


@dataclass(frozen=True, slots=True)
class WallRow:
    """One commitment: the case with promise, days and result; its first broadcast; its evidence."""

    row: CaseRow
    broadcast: LinkRow | None
    evidence: int


@dataclass(frozen=True, slots=True)
class Wall:
    """Every commitment, in the order of the roster.

    Attributes:
        total: how many units are to be interviewed.
        units: how many have promised something; ``interviewed`` how many were asked about it in public.
        kept: how many promises have been kept, late ones included.
        without: names of units of the roster that have promised nothing yet.
    """

    rows: tuple[WallRow, ...]
    total: int
    units: int
    interviewed: int
    kept: int
    without: tuple[str, ...]


def wall(total: int) -> Wall:
    """The wall as it stands; ``total`` is the number that the plan asks for, 95."""
    rows = facts.rows(facts.listed().where(_on_the_wall()).order_by(Unit.position, Unit.id, Case.id))
    broadcasts, files = _broadcasts(), _evidence()
    promised = {row.unit_id for row in rows}
    return Wall(
        rows=tuple(WallRow(row, broadcasts.get(row.id), files.get(row.id, 0)) for row in rows),
        total=total,
        units=len(promised),
        interviewed=len({row.unit_id for row in rows if row.interviewed_on is not None}),
        kept=sum(row.result in _KEPT for row in rows),
        without=tuple(unit.name for unit in units.units() if unit.id not in promised),
    )


def interview_days() -> tuple[dt.date, ...]:
    """The first day on which each unit was interviewed about a commitment, in order."""
    asked = _on_the_wall() & Case.interviewed_on.is_null(False)
    query: Any = Case.select(Case.unit, fn.MIN(Case.interviewed_on)).where(asked).group_by(Case.unit)
    return tuple(sorted(Case.interviewed_on.python_value(day) for _, day in query.tuples()))


def _on_the_wall() -> Any:
    gone = (CaseState.DECLINED, CaseState.MERGED)
    return (Case.kind == CaseKind.COMMITMENT) & Case.removed_at.is_null() & Case.state.not_in(gone)


def _broadcasts() -> dict[int, LinkRow]:
    item = CoverageItem
    query: Any = CaseLink.select(CaseLink.case, item.id, item.day, Outlet.name, item.title, item.url)
    query = query.join(item).join(Outlet).switch(CaseLink).join(Case, on=(CaseLink.case == Case.id))
    query = query.where(_on_the_wall() & item.removed_at.is_null())
    found: dict[int, LinkRow] = {}
    for case, *link in query.order_by(item.day, item.id).tuples():
        found.setdefault(case, LinkRow(*link))
    return found


def _evidence() -> dict[int, int]:
    query: Any = CaseFile.select(CaseFile.case, fn.COUNT(CaseFile.id)).join(Case)
    query = query.where(_on_the_wall() & CaseFile.removed_at.is_null()).group_by(CaseFile.case)
    return dict(query.tuples())
