"""The roster of media outlets: who they are, who answers for them, and what is still missing."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from peewee import IntegrityError, fn

from xcdesk import clock
from xcdesk.codes import ContactRole, OutletKind, Tier
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import Outlet, OutletSpelling
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import publication
from xcdesk.services.roster.programmes import ProgrammeRow, programmes_by_outlet
from xcdesk.services.roster.publication import ExceptionRow, exceptions_by_outlet
from xcdesk.services.roster.spellings import outlet_spellings, put_spelling
from xcdesk.services.roster.tenures import TenureRow, holder, tenures_by_outlet

EVERY_DAY = "1234567"
CHECK_EVERY_DAYS = 92
"""Days after which contacts want checking again: once a quarter."""


class OutletExistsError(DeskError):
    """The roster has an outlet of this name."""

    code = "outlet.exists"


class BadOutletError(DeskError):
    """Publication days or deadline are not written as they should be."""

    code = "outlet.bad_schedule"


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


@dataclass(frozen=True, slots=True)
class NewOutlet:
    """An outlet to add, or what one is to become."""

    name: str
    kind: OutletKind
    tier: Tier
    publication_days: str = EVERY_DAY
    deadline: str = ""
    note: str = ""


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
    parts = _Parts(
        tenures_by_outlet(outlet_id).get(outlet_id, ()),
        programmes_by_outlet(outlet_id).get(outlet_id, ()),
        exceptions_by_outlet(outlet_id).get(outlet_id, ()),
    )
    row = _row(_get(outlet_id), parts, on or clock.today())
    return OutletDetail(row, parts.people, parts.columns, outlet_spellings(outlet_id))


def gap_count(found: tuple[OutletRow, ...]) -> GapCount:
    """What is missing over the outlets of ``found``."""
    each = Counter(gap for row in found for gap in row.gaps)
    return GapCount(
        sum(1 for row in found if row.gaps), each[Gap.LEADER], each[Gap.LIAISON], each[Gap.COLUMN]
    )


def add_outlet(actor: Actor, new: NewOutlet) -> int:
    """Put an outlet at the end of the roster and return its id.

    Raises:
        OutletExistsError: the name is on the roster.
        SpellingTakenError: the name is a spelling of another outlet.
        BadOutletError: days or deadline cannot be read.
    """
    fields = _fields(new)
    with database.atomic():
        last = Outlet.select(fn.MAX(Outlet.position)).scalar() or 0
        try:
            with database.atomic():
                made = Outlet.create(**fields, position=last + 1)
        except IntegrityError as error:
            raise OutletExistsError(name=new.name, field="outlet") from error
        put_spelling(OutletSpelling, made.id, new.name)
        audit.record(actor, "roster.outlet_added", f"outlet:{made.id}", name=fields["name"])
    return int(made.id)


def change_outlet(actor: Actor, outlet_id: int, version: int, change: NewOutlet) -> int:
    """Rewrite an outlet's own facts and return the new version.

    Raises:
        OutletExistsError: another outlet has this name.
        BadOutletError: days or deadline cannot be read.
        StaleRowError: somebody changed it meanwhile.
    """
    fields = _fields(change)
    with database.atomic():
        row = _get(outlet_id)
        try:
            with database.atomic():
                stepped = rows.save_versioned(row, version, fields)
        except IntegrityError as error:
            raise OutletExistsError(name=change.name, field="outlet") from error
        put_spelling(OutletSpelling, outlet_id, change.name)
        audit.record(
            actor,
            "roster.outlet_changed",
            f"outlet:{outlet_id}",
            name=fields["name"],
            before=row.name,
            changes=audit.differences(row, fields),
        )
    return stepped


def retire_outlet(actor: Actor, outlet_id: int, version: int) -> int:
    """Take an outlet off the roster; its reports stay. Returns the new version."""
    return _save(actor, outlet_id, version, "roster.outlet_retired", active=False)


def reinstate_outlet(actor: Actor, outlet_id: int, version: int) -> int:
    """Put a retired outlet back on the roster. Returns the new version."""
    return _save(actor, outlet_id, version, "roster.outlet_reinstated", active=True)


def mark_verified(actor: Actor, outlet_id: int, version: int, on: dt.date | None = None) -> int:
    """Note that the contacts were checked ``on`` that day (today). Returns the new version."""
    return _save(actor, outlet_id, version, "roster.verified", verified_on=on or clock.today())


def take_back_verified(actor: Actor, outlet_id: int, version: int, before: dt.date | None) -> int:
    """Put back the day of the check before, None for never. Returns the new version."""
    return _save(actor, outlet_id, version, "roster.verified_taken_back", verified_on=before)


def _save(actor: Actor, outlet_id: int, version: int, action: str, **changes: object) -> int:
    with database.atomic():
        stepped = rows.save_versioned(_get(outlet_id), version, changes)
        audit.record(actor, action, f"outlet:{outlet_id}", **changes)
    return stepped


def _owes(tier: Tier, *, active: bool) -> bool:
    return active and tier == Tier.MUNICIPAL


def _get(outlet_id: int) -> Outlet:
    row = Outlet.get_or_none(Outlet.id == outlet_id)
    if row is None:
        raise NotFoundError(what="outlet", name=outlet_id)
    return row


def _fields(new: NewOutlet) -> dict[str, object]:
    days = "".join(sorted(set(new.publication_days)))
    if set(days) - set(EVERY_DAY):
        raise BadOutletError(name=new.name)
    return {
        "name": rows.required_text("outlet", new.name, 80),
        "kind": new.kind,
        "tier": new.tier,
        "publication_days": days,
        "deadline": _deadline(new),
        "note": rows.clean_text("note", new.note),
    }


def _deadline(new: NewOutlet) -> str:
    if not new.deadline:
        return ""
    try:
        return dt.time.fromisoformat(new.deadline).strftime("%H:%M")
    except ValueError as error:
        raise BadOutletError(name=new.name, field="deadline") from error


@dataclass(frozen=True, slots=True)
class _Parts:
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
