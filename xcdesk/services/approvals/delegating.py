"""Delegation (代理): somebody stands in for another at review steps on certain days."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from xcdesk import clock
from xcdesk.codes import Role
from xcdesk.db.base import database
from xcdesk.errors import NotFoundError
from xcdesk.models import Delegation, User
from xcdesk.services.approvals import refusals
from xcdesk.services.record import audit, permissions, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import Permission

_LONGEST_NOTE = 200


@dataclass(frozen=True, slots=True)
class NewDelegation:
    """Who stands in for whom, from which day to which, both included; both are ids of accounts."""

    principal: int
    delegate: int
    since: dt.date
    until: dt.date
    note: str = ""


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A delegation; ``made_by`` is who entered it."""

    id: int
    version: int
    principal: str
    delegate: str
    since: dt.date
    until: dt.date
    note: str
    made_by: str

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is in force on ``day``."""
        return self.since <= day <= self.until


def delegations(*, past: bool = False) -> tuple[DelegationRow, ...]:
    """Delegations in force or still to come, the first to end first; with ``past`` those that ended too."""
    query = _query()
    if not past:
        query = query.where(Delegation.until >= clock.today())
    return tuple(_row(each) for each in query.order_by(Delegation.until, Delegation.id))


def delegate(actor: Actor, new: NewDelegation) -> DelegationRow:
    """Let somebody stand in for another.

    Args:
        actor: the one who will be away himself, or a leader or administrator for him.
        new: who, for whom, when.

    Raises:
        BadDelegationError: the two are one, one of them may not sign in or signs for nobody, the days are
            past or in the wrong order, or they stand in for each other on the same days.
        NotPrincipalError: somebody else enters it.
    """
    if actor.id != new.principal and not permissions.may(actor.role, Permission.SETTINGS):
        raise refusals.NotPrincipalError()
    note = rows.clean_text("note", new.note, _LONGEST_NOTE)
    with database.atomic():
        _require_sound(new)
        made = Delegation.create(
            principal=new.principal,
            delegate=new.delegate,
            since=new.since,
            until=new.until,
            note=note,
            made_by=actor.id,
        )
        row = _row(_query().where(Delegation.id == made.id).get())
        _record(actor, "delegation.made", row)
    return row


def end_delegation(actor: Actor, delegation: int, *, version: int) -> DelegationRow:
    """End a delegation yesterday, so that it no longer holds; what was decided under it stands.

    Raises:
        NotFoundError, NotPrincipalError, StaleRowError.
    """
    with database.atomic():
        found = _query().where(Delegation.id == delegation).first()
        if found is None:
            raise NotFoundError(what="delegation", name=delegation)
        allowed = permissions.may(actor.role, Permission.SETTINGS) or actor.id == found.principal.id
        if not allowed:
            raise refusals.NotPrincipalError()
        yesterday = clock.today() - dt.timedelta(days=1)
        rows.save_versioned(found, version, {"until": min(found.until, yesterday)})
        row = _row(_query().where(Delegation.id == delegation).get())
        _record(actor, "delegation.ended", row)
    return row


def _require_sound(new: NewDelegation) -> None:
    query: Any = User.select(User.id).where(User.active & (User.role != Role.ADMINISTRATOR)).tuples()
    fit = {person for (person,) in query}
    reason = ""
    if new.principal == new.delegate:
        reason = "self"
    elif not fit.issuperset({new.principal, new.delegate}):
        reason = "people"
    elif new.since > new.until or new.until < clock.today():
        reason = "days"
    elif _overlaps(new.delegate, new.principal, new):
        reason = "mutual"
    elif _overlaps(new.principal, new.delegate, new):
        reason = "twice"
    if reason:
        raise refusals.BadDelegationError(field=f"delegation.{reason}")


def _overlaps(principal: int, delegate_: int, new: NewDelegation) -> bool:
    query = Delegation.select().where(
        (Delegation.principal == principal)
        & (Delegation.delegate == delegate_)
        & (Delegation.since <= new.until)
        & (Delegation.until >= new.since)
    )
    return bool(query.exists())


def _query() -> Any:
    principal, maker = User.alias(), User.alias()
    stand_in = User.alias()
    return (
        Delegation.select(Delegation, principal, stand_in, maker)
        .join(principal, on=(Delegation.principal == principal.id), attr="principal")
        .switch(Delegation)
        .join(stand_in, on=(Delegation.delegate == stand_in.id), attr="delegate")
        .switch(Delegation)
        .join(maker, on=(Delegation.made_by == maker.id), attr="made_by")
    )


def _row(found: Delegation) -> DelegationRow:
    return DelegationRow(
        found.id,
        found.version,
        found.principal.name,
        found.delegate.name,
        found.since,
        found.until,
        found.note,
        found.made_by.name,
    )


def _record(actor: Actor, action: str, row: DelegationRow) -> None:
    audit.record(
        actor,
        action,
        f"delegation:{row.id}",
        principal=row.principal,
        delegate=row.delegate,
        since=row.since,
        until=row.until,
    )
