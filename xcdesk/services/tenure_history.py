"""Who was in office when: tenures of the past entered, taken out again, and asked for by day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.codes import ContactRole
from xcdesk.db.base import database
from xcdesk.errors import NotFoundError, StaleRowError
from xcdesk.models import CoverageItem, Tenure
from xcdesk.services import audit, tenures
from xcdesk.services.actor import Actor
from xcdesk.services.tenures import Span, TenureRow

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
    fields = tenures.texts(new.name, new.post, new.phone)
    with database.atomic():
        tenures.require_free(new.outlet_id, new.role, new.name, new.span)
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


def remove_tenure(actor: Actor, row: TenureRow) -> PastTenure:
    """Take a tenure out that should never have been entered; the answer is what enters it again.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
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
    return PastTenure(row.outlet_id, row.role, row.name, row.span, row.post, row.phone)


def responsible_on(outlet_id: int, day: dt.date) -> Responsible:
    """Who held which role at an outlet on ``day``."""
    return {row.role: row for row in tenures.tenures(outlet_id) if row.holds_on(day)}


def responsible_for(item_id: int) -> Responsible:
    """Who held which role at the outlet of a report on the day on which it was logged, at this desk's time.

    Raises:
        NotFoundError: there is no such report.
    """
    item = CoverageItem.get_or_none(CoverageItem.id == item_id)
    if item is None:
        raise NotFoundError(what="coverage_item", name=item_id)
    return responsible_on(item.outlet_id, clock.local(item.logged_at).date())
