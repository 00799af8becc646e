"""Who was in office when: tenures of the past entered, taken out again, and asked for by day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from xcdesk.codes import ContactRole
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import HandoverItem, Tenure
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import removed, tenure_changes, tenures
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


def remove_tenure(actor: Actor, tenure_id: int, version: int) -> None:
    """Take a tenure out that should never have been entered; it lies in the trash from then on.

    Raises:
        TenureInUseError: something was handed over when it began; correct it instead.
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        row = tenures.tenure(tenure_id)
        if HandoverItem.select().where(HandoverItem.tenure == tenure_id).exists():
            raise TenureInUseError(name=row.name)
        removed.take_out(actor, "tenure", tenure_id, version, row.name)
        audit.record(
            actor,
            "roster.tenure_removed",
            f"outlet:{row.outlet_id}",
            role=row.role.value,
            tenure=tenure_id,
            since=row.since,
            until=row.until,
        )


def restore_tenure(actor: Actor, tenure_id: int, version: int) -> None:
    """Put a tenure back that was taken out, as it was and under its own id.

    Raises:
        TenureClashError: somebody else was given the role meanwhile.
        StaleRowError: it does not lie in the trash any more.
    """
    with database.atomic():
        was = removed.lying("tenure", tenure_id, version)
        tenure_changes.require_free(was["outlet"], was["role"], was["name"], Span(was["since"], was["until"]))
        removed.put_back("tenure", tenure_id, version)
        audit.record(actor, "roster.tenure_restored", f"outlet:{was['outlet']}", tenure=tenure_id)


def responsible_on(outlet_id: int, day: dt.date) -> Responsible:
    """Who held which role at an outlet on ``day``."""
    return {row.role: row for row in tenures.tenures(outlet_id) if row.holds_on(day)}
