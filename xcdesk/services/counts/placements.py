"""The rows behind the figures of a circular: every placement of a period, as the log has it."""

import datetime as dt
from dataclasses import dataclass

from peewee import JOIN

from xcdesk.codes import Tier, UnitKind
from xcdesk.models import CoverageItem, Outlet, Unit


@dataclass(frozen=True, slots=True)
class Placement:
    """One placement. ``piece`` is equal for all placements of one piece; ``form`` is a code, "" for none."""

    id: int
    day: dt.date
    unit: str
    unit_kind: UnitKind | None
    outlet: str
    tier: Tier
    form: str
    title: str
    slot: str
    author: str
    piece: str


def between(since: dt.date, until: dt.date) -> tuple[Placement, ...]:
    """Every placement of the period, oldest first; what lies in the trash is left out."""
    query = (
        CoverageItem.select(CoverageItem, Outlet, Unit)
        .join(Outlet)
        .switch(CoverageItem)
        .join(Unit, JOIN.LEFT_OUTER)
        .where(CoverageItem.day.between(since, until), CoverageItem.removed_at.is_null())
        .order_by(CoverageItem.day, CoverageItem.id)
    )
    return tuple(_placement(item) for item in query)


def _placement(item: CoverageItem) -> Placement:
    group = item.__data__["group"]
    return Placement(
        id=item.id,
        day=item.day,
        unit=item.unit.name if item.unit is not None else "",
        unit_kind=item.unit.kind if item.unit is not None else None,
        outlet=item.outlet.name,
        tier=item.tier,
        form=item.form or "",
        title=item.title,
        slot=item.slot,
        author=item.author,
        piece=f"I{item.id}" if group is None else f"G{group}",
    )
