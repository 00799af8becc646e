"""The advertisement plan (公益广告计划): which outlet runs what, where and how often, and what is amiss.

What ran is told by the coverage log; `advert_weeks` compares both. `advert_changes` writes the plan.
"""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from peewee import JOIN

from xcdesk import clock
from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.errors import NotFoundError
from xcdesk.models import AdvertPlan, Material, Outlet

FORM = "psa"
"""Code of the report form under which advertisements are logged."""
STANDS = (MaterialState.APPROVED, MaterialState.ISSUED, MaterialState.ARCHIVED)
"""States in which an advertisement text may run."""
_WEEK_DAYS = 7
_JOINTS = re.compile(r"[\s\-‐-―()（）]+")
"""What people put between the figures of a telephone number."""


class AdvertFault(StrEnum):
    """What is amiss with a line of the plan."""

    NO_TEXT = "no_text"
    TEXT_GONE = "text_gone"
    NO_HOTLINE = "no_hotline"
    HOTLINE_MISSING = "hotline_missing"


@dataclass(frozen=True, slots=True)
class AdvertText:
    """A signed-off advertisement text that a line may be bound to; ``revision`` is which text it is."""

    id: int
    title: str
    revision: int
    text: str


@dataclass(frozen=True, slots=True)
class AdvertRow:
    """One line of the plan.

    Attributes:
        per_week: airings or insertions in a whole week.
        since, until: first and last day; None for as long as the campaign lasts.
        material: title of the signed-off text with its revision, "" where there is none.
        wording: the text where no signed-off one is bound.
        hotline: the report line that the text must carry.
        faults: what is amiss, the gravest first.
    """

    id: int
    outlet_id: int
    outlet: str
    slot: str
    per_week: int
    since: dt.date
    until: dt.date | None
    material_id: int | None
    material: str
    wording: str
    hotline: str
    note: str
    version: int
    faults: tuple[AdvertFault, ...] = ()

    @property
    def name(self) -> str:
        """What the line is called."""
        return f"{self.outlet} {self.slot}"

    @property
    def active(self) -> bool:
        """Whether it still runs or will."""
        return self.until is None or self.until >= clock.today()

    def asked(self, since: dt.date, until: dt.date) -> int:
        """How often it should run from ``since`` to ``until``; of a broken week its share, rounded up."""
        first, last = max(since, self.since), min(until, self.until or until)
        days = (last - first).days + 1
        return math.ceil(self.per_week * days / _WEEK_DAYS) if days > 0 else 0


def adverts(*, over: bool = False) -> tuple[AdvertRow, ...]:
    """The plan in the order of the roster; ``over`` adds the lines that have ended."""
    query = _query().where(AdvertPlan.removed_at.is_null())
    if not over:
        query = query.where(AdvertPlan.until.is_null() | (AdvertPlan.until >= clock.today()))
    return tuple(_row(row) for row in query)


def between(since: dt.date, until: dt.date) -> tuple[AdvertRow, ...]:
    """The lines that hold on one day at least of a stretch."""
    held = (AdvertPlan.since <= until) & (AdvertPlan.until.is_null() | (AdvertPlan.until >= since))
    return tuple(_row(row) for row in _query().where(AdvertPlan.removed_at.is_null() & held))


def advert(advert_id: int) -> AdvertRow:
    """One line that does not lie in the trash; raises `NotFoundError`."""
    query = _query().where((AdvertPlan.id == advert_id) & AdvertPlan.removed_at.is_null())
    row = query.get_or_none()
    if row is None:
        raise NotFoundError(what="advert_plan", name=advert_id)
    return _row(row)


def texts() -> tuple[AdvertText, ...]:
    """Advertisement texts that were signed off, the latest first."""
    chosen = (Material.kind == MaterialKind.ADVERTISEMENT) & Material.state.in_(STANDS)
    found: Sequence[Any] = list(Material.select().where(chosen).order_by(Material.id.desc()))
    return tuple(AdvertText(row.id, row.title, row.revision, row.body) for row in found)


def carries(text: str, hotline: str) -> bool:
    """Whether a text names a telephone number, however its figures are parted."""
    return _joined(hotline) in _joined(text)


def _joined(text: str) -> str:
    return _JOINTS.sub("", unicodedata.normalize("NFKC", text))


def _query() -> Any:
    return (
        AdvertPlan.select(AdvertPlan, Outlet, Material)
        .join(Outlet)
        .switch(AdvertPlan)
        .join(Material, JOIN.LEFT_OUTER)
        .order_by(Outlet.position, Outlet.id, AdvertPlan.since, AdvertPlan.id)
    )


def _row(row: Any) -> AdvertRow:
    bound = row.material
    return AdvertRow(
        id=row.id,
        outlet_id=row.outlet.id,
        outlet=row.outlet.name,
        slot=row.slot,
        per_week=row.per_week,
        since=row.since,
        until=row.until,
        material_id=None if bound is None else bound.id,
        material="" if bound is None else bound.title,
        wording=row.wording,
        hotline=row.hotline,
        note=row.note,
        version=row.version,
        faults=_faults(row),
    )


def _faults(row: Any) -> tuple[AdvertFault, ...]:
    bound = row.material
    text = row.wording if bound is None else f"{bound.title}\n{bound.body}"
    found = []
    if bound is not None and bound.state not in STANDS:
        found.append(AdvertFault.TEXT_GONE)
    if not text.strip():
        found.append(AdvertFault.NO_TEXT)
    if not row.hotline:
        found.append(AdvertFault.NO_HOTLINE)
    elif text.strip() and not carries(text, row.hotline):
        found.append(AdvertFault.HOTLINE_MISSING)
    return tuple(found)
