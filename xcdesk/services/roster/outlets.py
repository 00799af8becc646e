"""The roster of media outlets: who they are, who answers for them, and what is still missing."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from xcdesk import clock
from xcdesk.codes import ContactRole, OutletKind, Tier
from xcdesk.errors import NotFoundError
from xcdesk.models import Outlet
from xcdesk.services.roster import publication
from xcdesk.services.roster.programmes import ProgrammeRow, programmes_by_outlet
from xcdesk.services.roster.publication import ExceptionRow, exceptions_by_outlet
from xcdesk.services.roster.tenures import TenureRow, holder, tenures_by_outlet

EVERY_DAY = "1234567"
CHECK_EVERY_DAYS = 92
"""Days after which contacts want checking again: once a quarter."""


class Gap(StrEnum):
    """What the plan asks of a municipal outlet and is not there."""

    LEADER = "leader"
    LIAISON = "liaison"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One outlet as the roster shows it on a day.

    Attributes:
        publication_days: ISO weekdays on which something is due, as ``12345``.
        deadline: ``16:00``, or "" for none.
        columns: names of the programmes that run on that day, the campaign's column first.
        has_column: the campaign's fixed column runs on that day.
        gaps: always empty for outlets that are not municipal.
        exceptions: stretches of days without an issue, or with an extra one, the latest first.
    """

    id: int
    name: str
    kind: OutletKind
    tier: Tier
    publication_days: str
    deadline: str
    leader: TenureRow | None
    liaison: TenureRow | None
    columns: tuple[str, ...]
    has_column: bool
    verified_on: dt.date | None
    gaps: tuple[Gap, ...]
    active: bool
    position: int
    note: str
    version: int
    exceptions: tuple[ExceptionRow, ...] = ()

    def publishes_on(self, day: dt.date) -> bool:
        """Whether something is due on this day: by its exceptions, else by the day of the week."""
        return publication.publishes_on(self.publication_days, self.exceptions, day)

    @property
    def owes(self) -> bool:
        """Whether the plan asks this outlet for people and a column: it is municipal and on the roster."""
        return _owes(self.tier, active=self.active)

    def check_is_due(self, day: dt.date) -> bool:
        """Whether contacts that are owed were last checked over a quarter before ``day``, or never."""
        checked = self.verified_on
        return self.owes and (checked is None or (day - checked).days > CHECK_EVERY_DAYS)


@dataclass(frozen=True, slots=True)
class OutletDetail:
    """One outlet with its whole history: tenures by role newest first, all programmes, all spellings."""

    outlet: OutletRow
    tenures: tuple[TenureRow, ...]
    programmes: tuple[ProgrammeRow, ...]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapCount:
    """How much is missing over the roster: outlets with any gap, and each gap's count."""

    outlets: int
    leaders: int
    liaisons: int
    columns: int


def outlets(*, everyone: bool = False, on: dt.date | None = None) -> tuple[OutletRow, ...]:
    """The roster in its own order, as it stands on ``on`` (today); ``everyone`` adds retired outlets."""
    day = on or clock.today()
    query = Outlet.select().order_by(Outlet.position, Outlet.id)
    if not everyone:
        query = query.where(Outlet.active)
    people, columns, days = tenures_by_outlet(), programmes_by_outlet(), exceptions_by_outlet()
    return tuple(
        _row(row, _Parts(people.get(row.id, ()), columns.get(row.id, ()), days.get(row.id, ())), day)
        for row in query
    )


def outlet(outlet_id: int, on: dt.date | None = None) -> OutletDetail:
    """One outlet, retired or not, with its history.

    Raises:
        NotFoundError: there is none.
    """
    from xcdesk.services.roster.spellings import outlet_spellings  # start-up time

    parts = _Parts(
        tenures_by_outlet(outlet_id).get(outlet_id, ()),
        programmes_by_outlet(outlet_id).get(outlet_id, ()),
        exceptions_by_outlet(outlet_id).get(outlet_id, ()),
    )
    row = _row(require(outlet_id), parts, on or clock.today())
    return OutletDetail(row, parts.people, parts.columns, outlet_spellings(outlet_id))


def require(outlet_id: int) -> Outlet:
    """The row of an outlet, retired or not; raises `NotFoundError`."""
    row = Outlet.get_or_none(Outlet.id == outlet_id)
    if row is None:
        raise NotFoundError(what="outlet", name=outlet_id)
    return row


def gap_count(found: tuple[OutletRow, ...]) -> GapCount:
    """What is missing over the outlets of ``found``."""
    each = Counter(gap for row in found for gap in row.gaps)
    return GapCount(
        sum(1 for row in found if row.gaps), each[Gap.LEADER], each[Gap.LIAISON], each[Gap.COLUMN]
    )


def _owes(tier: Tier, *, active: bool) -> bool:
    return active and tier == Tier.MUNICIPAL


class _Parts(NamedTuple):
    """What belongs to one outlet."""

    people: tuple[TenureRow, ...]
    columns: tuple[ProgrammeRow, ...]
    days: tuple[ExceptionRow, ...]


def _row(row: Outlet, parts: _Parts, day: dt.date) -> OutletRow:
    leader = holder(parts.people, ContactRole.LEADER, day)
    liaison = holder(parts.people, ContactRole.LIAISON, day)
    running = [programme for programme in parts.columns if programme.is_open(day)]
    there = {
        Gap.LEADER: leader is not None,
        Gap.LIAISON: liaison is not None,
        Gap.COLUMN: any(programme.is_column for programme in running),
    }
    return OutletRow(
        id=row.id,
        name=row.name,
        kind=row.kind,
        tier=row.tier,
        publication_days=row.publication_days,
        deadline=row.deadline,
        leader=leader,
        liaison=liaison,
        columns=tuple(programme.name for programme in running),
        has_column=there[Gap.COLUMN],
        verified_on=row.verified_on,
        gaps=tuple(gap for gap in Gap if _owes(row.tier, active=row.active) and not there[gap]),
        active=row.active,
        position=row.position,
        note=row.note,
        version=row.version,
        exceptions=parts.days,
    )
