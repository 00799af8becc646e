"""Writing the roster of media outlets: adding, changing and retiring them; `outlets` reads them."""

import datetime as dt
from dataclasses import dataclass

from peewee import IntegrityError, fn

from xcdesk import clock
from xcdesk.codes import OutletKind, Tier
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import Outlet, OutletSpelling
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster.outlets import EVERY_DAY, require
from xcdesk.services.roster.spellings import put_spelling


class OutletExistsError(DeskError):
    """The roster has an outlet of this name."""

    code = "outlet.exists"


class BadOutletError(DeskError):
    """Publication days or deadline are not written as they should be."""

    code = "outlet.bad_schedule"


@dataclass(frozen=True, slots=True)
class NewOutlet:
    """An outlet to add, or what one is to become."""

    name: str
    kind: OutletKind
    tier: Tier
    publication_days: str = EVERY_DAY
    deadline: str = ""
    note: str = ""


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
        row = require(outlet_id)
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
        stepped = rows.save_versioned(require(outlet_id), version, changes)
        audit.record(actor, action, f"outlet:{outlet_id}", **changes)
    return stepped


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
