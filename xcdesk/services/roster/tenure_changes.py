"""Writing who holds a post from when to when; history is never rewritten. `tenures` reads it."""

import datetime as dt
from dataclasses import dataclass

from xcdesk.codes import ContactRole
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError, StaleRowError
from xcdesk.models import Outlet, Tenure
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster.tenures import Span, TenureRow, tenures
from xcdesk.wording import Label

_DAY = dt.timedelta(days=1)


class TenureOverlapError(DeskError):
    """Somebody else holds the role on or after the day from which the new one is to hold it."""

    code = "tenure.overlap"


class TenureClashError(DeskError):
    """Somebody else held the role on one of the days that are to be entered."""

    code = "tenure.clash"


class TenureEndError(DeskError):
    """A tenure cannot end before it began."""

    code = "tenure.ends_before_start"


@dataclass(frozen=True, slots=True)
class NewTenure:
    """A change of post: who holds which role from ``since`` on."""

    outlet_id: int
    role: ContactRole
    name: str
    since: dt.date
    post: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class TenureChange:
    """A correction of how a person is written down; ``span`` corrects the days, None leaves them."""

    name: str
    post: str
    phone: str
    span: Span | None = None


def change_holder(actor: Actor, new: NewTenure) -> int:
    """End the tenure in hand on the day before, begin the new one, and return the id of the new.

    Raises:
        NotFoundError: there is no such outlet.
        TenureOverlapError: the role is held by somebody whose tenure begins on that day or later.
    """
    with database.atomic():
        lock_outlet(new.outlet_id)
        ended = None
        for old in tenures(new.outlet_id):
            if old.role == new.role and (old.until is None or old.until >= new.since):
                if old.since is not None and old.since >= new.since:
                    raise TenureOverlapError(name=old.name, since=old.since, field="since")
                rows.save_versioned(_get(old.id), old.version, {"until": new.since - _DAY})
                ended = old.id
        made = Tenure.create(
            outlet=new.outlet_id, role=new.role, since=new.since, **texts(new.name, new.post, new.phone)
        )
        audit.record(
            actor,
            "roster.holder_changed",
            f"outlet:{new.outlet_id}",
            role=new.role.value,
            since=new.since,
            tenure=made.id,
            ended=ended,
        )
    return int(made.id)


def withdraw_holder(actor: Actor, tenure_id: int, version: int, before: TenureRow | None) -> None:
    """Take a change of post back that was just entered by mistake, as if it had not been entered.

    Args:
        actor: who takes it back.
        tenure_id: the tenure that `change_holder` began; it is removed.
        version: its version.
        before: the tenure that it ended, as that was before; it gets its last day back.

    Raises:
        StaleRowError: somebody changed one of the two meanwhile; nothing was written.
    """
    with database.atomic():
        row = _get(tenure_id)
        gone = Tenure.delete().where((Tenure.id == tenure_id) & (Tenure.version == version)).execute()
        if gone != 1:
            raise StaleRowError(table="tenure", id=tenure_id)
        if before is not None:
            rows.save_versioned(_get(before.id), before.version + 1, {"until": before.until})
        audit.record(
            actor, "roster.holder_withdrawn", f"outlet:{row.outlet_id}", role=row.role.value, tenure=tenure_id
        )


def end_tenure(actor: Actor, tenure_id: int, version: int, until: dt.date | None) -> int:
    """Leave a role vacant after ``until``, or open it again with None, and return the new version.

    Raises:
        TenureEndError: the tenure began later.
        TenureClashError: somebody else holds the role by then.
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        row = _get(tenure_id)
        require_free(row.outlet_id, row.role, row.name, Span(row.since, until), but=tenure_id)
        stepped = rows.save_versioned(row, version, {"until": until})
        audit.record(actor, "roster.tenure_ended", f"outlet:{row.outlet_id}", tenure=tenure_id, until=until)
    return stepped


def change_tenure(actor: Actor, tenure_id: int, version: int, change: TenureChange) -> int:
    """Correct name, post, telephone or days of a tenure and return the new version.

    Raises:
        TenureEndError: it would end before it begins.
        TenureClashError: somebody else held the role on one of the days.
        StaleRowError: somebody changed it meanwhile.
    """
    fields: dict[str, object] = {**texts(change.name, change.post, change.phone)}
    with database.atomic():
        row = _get(tenure_id)
        days = {}
        if change.span is not None and change.span != Span(row.since, row.until):
            require_free(row.outlet_id, row.role, row.name, change.span, but=tenure_id)
            days = {"since": [row.since, change.span.since], "until": [row.until, change.span.until]}
            fields |= {"since": change.span.since, "until": change.span.until}
        stepped = rows.save_versioned(row, version, fields)
        audit.record(actor, "roster.tenure_corrected", f"outlet:{row.outlet_id}", tenure=tenure_id, days=days)
    return stepped


def require_free(outlet_id: int, role: ContactRole, name: str, span: Span, *, but: int | None = None) -> None:
    """Refuse days that end before they begin, or on which another tenure than ``but`` holds the role.

    Raises:
        NotFoundError: there is no such outlet.
        TenureEndError: they end before they begin.
        TenureClashError: by name, who holds the role then.
    """
    lock_outlet(outlet_id)
    if span.since is not None and span.until is not None and span.until < span.since:
        raise TenureEndError(name=name, since=span.since, field="until")
    for other in tenures(outlet_id):
        if other.id != but and other.role == role and other.span.meets(span):
            since = other.since or Label("tenure.from_the_start")
            until = other.until or Label("tenure.until_now")
            raise TenureClashError(name=other.name, since=since, until=until, field="since")


def texts(name: str, post: str, phone: str) -> dict[str, str]:
    """How a person is stored."""
    return {
        "name": rows.required_text("name", name, 40),
        "post": rows.clean_text("post", post, 80),
        "phone": rows.clean_text("phone", phone, 40),
    }


def lock_outlet(outlet_id: int) -> None:
    """Two desks that change the same role wait for each other on either engine."""
    if Outlet.update(position=Outlet.position).where(Outlet.id == outlet_id).execute() != 1:
        raise NotFoundError(what="outlet", name=outlet_id)


def _get(tenure_id: int) -> Tenure:
    row = Tenure.get_or_none(Tenure.id == tenure_id)
    if row is None:
        raise NotFoundError(what="tenure", name=tenure_id)
    return row
