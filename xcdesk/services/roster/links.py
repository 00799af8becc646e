"""Sites that must carry the link to the topic page: which do, when that was looked at, what is due again."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, IntegrityError

from xcdesk.codes import LinkState
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import Outlet, SiteLink, Unit, User
from xcdesk.services.record import audit, entries, rows
from xcdesk.services.record.actor import Actor

CHECK_EVERY_DAYS = 30
_LONGEST_DAYS = 366


class LinkExistsError(DeskError):
    """The list has a site of this name."""

    code = "link.exists"


class BadLinkTermError(DeskError):
    """A check holds for a day at least and a year at most."""

    code = "link.bad_term"


class TwoOwnersError(DeskError):
    """A site belongs to an outlet or to a unit, not to both."""

    code = "link.two_owners"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One site and what was seen there last.

    Attributes:
        owner: name of the outlet or unit whose site it is; "" for another site.
        url: the page that must carry the link.
        checked_by: name of the person who looked, "" while nobody has.
        evidence: where the screenshot lies; ``captured_on`` is the day it was taken.
        every_days: so long a check holds.
    """

    id: int
    name: str
    url: str
    outlet_id: int | None
    unit_id: int | None
    owner: str
    state: LinkState
    checked_on: dt.date | None
    checked_by: str
    checked_by_id: int | None
    evidence: str
    captured_on: dt.date | None
    every_days: int
    note: str
    active: bool
    version: int

    @property
    def due_on(self) -> dt.date | None:
        """Day from which it wants looking at again; None for at once."""
        if self.checked_on is None:
            return None
        return self.checked_on + dt.timedelta(days=self.every_days)

    def is_due(self, day: dt.date) -> bool:
        """Whether it wants looking at on ``day``; sites out of use never do."""
        return self.active and (self.due_on is None or self.due_on <= day)


@dataclass(frozen=True, slots=True)
class NewLink:
    """A site to enter, or what one is to become."""

    name: str
    url: str
    outlet_id: int | None = None
    unit_id: int | None = None
    every_days: int = CHECK_EVERY_DAYS
    note: str = ""


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """What was seen on a site and when; ``evidence`` and ``captured_on`` tell of a screenshot."""

    state: LinkState
    on: dt.date
    evidence: str = ""
    captured_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class LinkCount:
    """Sites in use by what was seen there last, and how many are to be looked at again."""

    total: int
    present: int
    missing: int
    unchecked: int
    due: int


def links(*, everyone: bool = False) -> tuple[LinkRow, ...]:
    """Sites in use in the order entered; ``everyone`` adds those no longer in use."""
    query = _query()
    if not everyone:
        query = query.where(SiteLink.active)
    return tuple(_row(row) for row in query)


def link(link_id: int) -> LinkRow:
    """One site, in use or not; raises `NotFoundError`."""
    row = _query().where(SiteLink.id == link_id).get_or_none()
    if row is None:
        raise NotFoundError(what="site_link", name=link_id)
    return _row(row)


def count(found: tuple[LinkRow, ...], day: dt.date) -> LinkCount:
    """How the sites in use among ``found`` stand on ``day``."""
    used = [row for row in found if row.active]
    states = [row.state for row in used]
    return LinkCount(
        len(used),
        states.count(LinkState.PRESENT),
        states.count(LinkState.MISSING),
        states.count(LinkState.UNCHECKED),
        sum(row.is_due(day) for row in used),
    )


def outlets_with_link() -> frozenset[int]:
    """Outlets with sites, all of which carried the link when last looked at."""
    owned = [(outlet, state) for outlet, state in _seen() if outlet is not None]
    lacking = {outlet for outlet, state in owned if state != LinkState.PRESENT}
    return frozenset(outlet for outlet, _ in owned) - lacking


def sites_with_link() -> int:
    """How many sites, whosever they are, carried the link when last looked at."""
    return sum(state == LinkState.PRESENT for _, state in _seen())


def add_link(actor: Actor, new: NewLink) -> int:
    """Enter a site and return its id.

    Raises:
        LinkExistsError: there is a site of this name.
        BadLinkError: the address is none of the web.
        BadLinkTermError: a check would hold for no day, or for over a year.
        TwoOwnersError: both an outlet and a unit are named.
    """
    fields = _fields(new)
    with database.atomic():
        try:
            with database.atomic():
                made = SiteLink.create(**fields)
        except IntegrityError as error:
            raise LinkExistsError(name=new.name, field="site") from error
        audit.record(actor, "roster.link_added", f"site_link:{made.id}", name=fields["name"])
    return int(made.id)


def change_link(actor: Actor, link_id: int, version: int, change: NewLink) -> int:
    """Rewrite a site and return the new version; refusals as in `add_link`.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    fields = _fields(change)
    with database.atomic():
        row = _get(link_id)
        try:
            with database.atomic():
                stepped = rows.save_versioned(row, version, fields)
        except IntegrityError as error:
            raise LinkExistsError(name=change.name, field="site") from error
        audit.record(
            actor,
            "roster.link_changed",
            f"site_link:{link_id}",
            name=fields["name"],
            before=row.name,
            changes=audit.differences(row, fields),
        )
    return stepped


def retire_link(actor: Actor, link_id: int, version: int) -> int:
    """Look at a site no longer; what was seen stays. Returns the new version."""
    return _save(actor, link_id, version, "roster.link_retired", active=False)


def reinstate_link(actor: Actor, link_id: int, version: int) -> int:
    """Look at a site again. Returns the new version."""
    return _save(actor, link_id, version, "roster.link_reinstated", active=True)


def check_link(actor: Actor, link_id: int, version: int, check: LinkCheck) -> int:
    """Note what was seen on a site, by ``actor``; returns the new version.

    Raises:
        FarFutureError: the day lies more than a year ahead.
        StaleRowError: somebody changed it meanwhile.
    """
    evidence = rows.clean_text("evidence", check.evidence, 500)
    return _save(
        actor,
        link_id,
        version,
        "roster.link_checked",
        state=check.state,
        checked_on=entries.checked_day(check.on),
        checked_by=actor.id,
        evidence=evidence,
        captured_on=check.captured_on,
    )


def take_back_check(actor: Actor, before: LinkRow, version: int) -> int:
    """Put back what was seen before; returns the new version."""
    return _save(
        actor,
        before.id,
        version,
        "roster.link_check_taken_back",
        state=before.state,
        checked_on=before.checked_on,
        checked_by=before.checked_by_id,
        evidence=before.evidence,
        captured_on=before.captured_on,
    )


def _save(actor: Actor, link_id: int, version: int, action: str, **changes: object) -> int:
    with database.atomic():
        stepped = rows.save_versioned(_get(link_id), version, changes)
        audit.record(actor, action, f"site_link:{link_id}", **changes)
    return stepped


def _fields(new: NewLink) -> dict[str, object]:
    if not 1 <= new.every_days <= _LONGEST_DAYS:
        raise BadLinkTermError(most=_LONGEST_DAYS, field="every_days")
    if new.outlet_id is not None and new.unit_id is not None:
        raise TwoOwnersError(field="owner")
    url = rows.required_text("url", new.url, 500)
    try:
        entries.require_link(url)
    except entries.BadLinkError as error:
        raise entries.BadLinkError(**error.facts, field="url") from error
    return {
        "name": rows.required_text("site", new.name, 80),
        "url": url,
        "outlet": new.outlet_id,
        "unit": new.unit_id,
        "every_days": new.every_days,
        "note": rows.clean_text("note", new.note),
    }


def _get(link_id: int) -> SiteLink:
    row = SiteLink.get_or_none(SiteLink.id == link_id)
    if row is None:
        raise NotFoundError(what="site_link", name=link_id)
    return row


def _seen() -> Iterable[tuple[int | None, LinkState]]:
    """The outlet of each site in use, None where it is not an outlet's, and what was seen there last."""
    query: Any = SiteLink.select(SiteLink.outlet, SiteLink.state).where(SiteLink.active)
    found: Iterable[tuple[int | None, LinkState]] = query.tuples()
    return found


def _query() -> Any:
    return (
        SiteLink.select(SiteLink, Outlet, Unit, User)
        .join(Outlet, JOIN.LEFT_OUTER)
        .switch(SiteLink)
        .join(Unit, JOIN.LEFT_OUTER)
        .switch(SiteLink)
        .join(User, JOIN.LEFT_OUTER)
        .order_by(SiteLink.id)
    )


def _row(row: SiteLink) -> LinkRow:
    owner = row.outlet or row.unit
    return LinkRow(
        id=row.id,
        name=row.name,
        url=row.url,
        outlet_id=None if row.outlet is None else row.outlet.id,
        unit_id=None if row.unit is None else row.unit.id,
        owner="" if owner is None else owner.name,
        state=row.state,
        checked_on=row.checked_on,
        checked_by="" if row.checked_by is None else row.checked_by.name,
        checked_by_id=None if row.checked_by is None else row.checked_by.id,
        evidence=row.evidence,
        captured_on=row.captured_on,
        every_days=row.every_days,
        note=row.note,
        active=row.active,
        version=row.version,
    )
