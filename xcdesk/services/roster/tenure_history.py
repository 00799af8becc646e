"""Who was in office when: tenures of the past entered, taken out again, and asked for by day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from xcdesk.codes import ContactRole
from xcdesk.db.base import database
from xcdesk.errors import DeskError, StaleRowError
from xcdesk.models import HandoverItem, Tenure
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import tenure_changes, tenures
from xcdesk.services.roster.tenures import Span, TenureRow


class TenureInUseError(DeskError):
    """Something was handed over when the tenure began, so that it cannot be taken out."""

    code = "tenure.in_use"


Responsible = Mapping[ContactRole, TenureRow]
"""Who held which role on one day; a role without holder is not in it."""


@dataclass(frozen=True, slots=True)
class PastTenure:
    """A tenure to enter where nobody else held the role; either end may be unknown or open."""

    outlet_id: int
    role: ContactRole
    name: str
    span: Span
    post: str = ""
    phone: str = ""


def enter_tenure(actor: Actor, new: PastTenure) -> int:
    """Enter a tenure without ending another's, and return its id.

    Raises:
        NotFoundError: there is no such outlet.
        TenureEndError: it would end before it begins.
        TenureClashError: somebody else held the role on one of the days.
    """
    fields = tenure_changes.texts(new.name, new.post, new.phone)
    with database.atomic():
        tenure_changes.require_free(new.outlet_id, new.role, new.name, new.span)
        made = Tenure.create(
            outlet=new.outlet_id, role=new.role, since=new.span.since, until=new.span.until, **fields
        )
        audit.record(
            actor,
            "roster.tenure_entered",
            f"outlet:{new.outlet_id}",
            role=new.role.value,
            tenure=made.id,
            since=new.span.since,
            until=new.span.until,
        )
    return int(made.id)


def remove_tenure(actor: Actor, row: TenureRow) -> None:
    """Take a tenure out that should never have been entered.

    Raises:
        TenureInUseError: something was handed over when it began; correct it instead.
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        if HandoverItem.select().where(HandoverItem.tenure == row.id).exists():
            raise TenureInUseError(name=row.name)
        chosen = (Tenure.id == row.id) & (Tenure.version == row.version)
        if Tenure.delete().where(chosen).execute() != 1:
            raise StaleRowError(table="tenure", id=row.id)
        audit.record(
            actor,
            "roster.tenure_removed",
            f"outlet:{row.outlet_id}",
            role=row.role.value,
            tenure=row.id,
            since=row.since,
            until=row.until,
        )


def restore_tenure(actor: Actor, row: TenureRow) -> None:
    """Enter a tenure again that was taken out, as it was and under its own id.

    Raises:
        TenureClashError: somebody else was given the role meanwhile.
    """
    with database.atomic():
        tenure_changes.require_free(row.outlet_id, row.role, row.name, row.span)
        Tenure.create(
            id=row.id,
            outlet=row.outlet_id,
            role=row.role,
            since=row.since,
            until=row.until,
            version=row.version,
            **tenure_changes.texts(row.name, row.post, row.phone),
        )
        audit.record(actor, "roster.tenure_restored", f"outlet:{row.outlet_id}", tenure=row.id)


def responsible_on(outlet_id: int, day: dt.date) -> Responsible:
    """Who held which role at an outlet on ``day``."""
    return {row.role: row for row in tenures.tenures(outlet_id) if row.holds_on(day)}
