"""Contributions to the internal reference (来稿): received, chosen for an issue or not, counted weekly."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from xcdesk.codes import ContributionState, UnitKind
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError, StaleRowError
from xcdesk.models import Bulletin, Contribution, Outlet, Unit
from xcdesk.normalise import clean
from xcdesk.services.record import audit, rows, saving
from xcdesk.services.record.actor import Actor
from xcdesk.wording import text

_TITLE_LIMIT = 200
_SECTION_LIMIT = 40
_CONTACT_LIMIT = 80
_SOURCE_LIMIT = 120


class NoSourceError(DeskError):
    """A contribution comes from one outlet or one unit; none was named, or both."""

    code = "contribution.no_source"


class UnknownSourceError(DeskError):
    """The outlet or unit is not on the roster."""

    code = "contribution.unknown_source"


class NoTitleError(DeskError):
    """A contribution without title or text cannot be chosen or printed."""

    code = "contribution.no_text"


class TakenError(DeskError):
    """The contribution stands in an issue; it is moved or put back there."""

    code = "contribution.taken"


class IssuedError(DeskError):
    """The contribution went out in an issue; what went out does not change."""

    code = "contribution.issued"


@dataclass(frozen=True, slots=True)
class NewContribution:
    """What came in. Exactly one of ``outlet`` and ``unit`` is named, as on the roster.

    ``section`` is the section of the bulletin it is meant for; "" lets its source decide. ``source_line`` is
    printed instead of the name of the source where it is not empty.
    """

    received_on: dt.date
    title: str
    body: str
    outlet: str = ""
    unit: str = ""
    section: str = ""
    contact: str = ""
    source_line: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class ContributionRow:
    """One contribution as shown in a list; ``issue`` is the number of the issued bulletin it went out in."""

    id: int
    received_on: dt.date
    source: str
    outlet: str
    unit: str
    title: str
    body: str
    source_line: str
    author: str
    section: str
    contact: str
    state: ContributionState
    bulletin: int | None
    position: int
    issue: int | None
    version: int


def sections() -> tuple[str, ...]:
    """Sections of the internal reference in printed order; others follow them."""
    return tuple(text(f"bulletin.section_{name}", "zh") for name in ("departments", "counties", "opinions"))


def receive(actor: Actor, new: NewContribution) -> int:
    """Record what came in and return its id.

    Raises:
        NoSourceError: not exactly one of outlet and unit is named.
        UnknownSourceError: it is not on the roster.
        NoTitleError: title or text is empty.
    """
    with database.atomic():
        made = Contribution.create(**_fields(new), received_by=actor.id)
        audit.record(actor, "contribution.received", f"contribution:{made.id}", title=made.title)
    return int(made.id)


def overwrite(actor: Actor, row: Contribution, version: int, new: NewContribution) -> int:
    """Write what was typed over ``row``, inside the caller's transaction; return the new version.

    Raises:
        StaleRowError: somebody else saved it meanwhile.
    """
    fields = _fields(new)
    untold = ("body", "contact")
    return saving.change(actor, row, version, fields, "contribution.changed", untold=untold, title=new.title)


def decline(actor: Actor, contribution: int, version: int) -> int:
    """Leave a contribution unused, until it is put back; return its new version.

    Raises:
        TakenError: it stands in an issue.
    """
    return _turn(actor, contribution, version, ContributionState.DECLINED)


def put_back(actor: Actor, contribution: int, version: int) -> int:
    """Lay a declined contribution back among those to choose from; return its new version."""
    return _turn(actor, contribution, version, ContributionState.RECEIVED)


def withdraw(actor: Actor, contribution: int, version: int) -> None:
    """Take a contribution back that was received by mistake just now.

    Raises:
        IssuedError, TakenError: it stands in an issue.
        StaleRowError: somebody has changed it meanwhile.
    """
    with database.atomic():
        row = require(contribution)
        if row.bulletin_id is not None:
            raise TakenError(title=row.title)
        chosen = (Contribution.id == contribution) & (Contribution.version == version)
        if Contribution.delete().where(chosen).execute() != 1:
            raise StaleRowError(table="contribution", id=contribution)
        audit.record(actor, "contribution.withdrawn", f"contribution:{contribution}", title=row.title)


def receive_again(actor: Actor, contribution: int, new: NewContribution) -> int:
    """Record a contribution again that was withdrawn, under its own number; return its version."""
    with database.atomic():
        made = Contribution.create(id=contribution, **_fields(new), received_by=actor.id)
        audit.record(actor, "contribution.received", f"contribution:{made.id}", title=made.title)
    return int(made.version)


def get(contribution: int) -> ContributionRow:
    """One contribution; raises `NotFoundError`."""
    found = _rows(Contribution.id == contribution)
    if not found:
        raise NotFoundError(what="contribution", name=contribution)
    return found[0]


def listed(
    since: dt.date, until: dt.date, state: ContributionState | None = None
) -> tuple[ContributionRow, ...]:
    """Contributions received from ``since`` to ``until``, oldest first; of one state, or of all."""
    condition = Contribution.received_on.between(since, until)
    if state is not None:
        condition &= Contribution.state == state
    return _rows(condition)


def require(contribution: int) -> Contribution:
    """The row, unless it went out already.

    Raises:
        NotFoundError: there is none.
        IssuedError: what went out does not change.
    """
    row = (
        Contribution.select(Contribution, Bulletin)
        .join(Bulletin, JOIN.LEFT_OUTER)
        .where(Contribution.id == contribution)
        .get_or_none()
    )
    if row is None:
        raise NotFoundError(what="contribution", name=contribution)
    if row.bulletin is not None and row.bulletin.number is not None:
        raise IssuedError(title=row.title, number=row.bulletin.number)
    found: Contribution = row
    return found


def bulletin_of(row: Contribution) -> int | None:
    """Id of the bulletin a contribution stands in, without reading that bulletin."""
    bulletin: int | None = row.__data__["bulletin"]
    return bulletin


def with_sources() -> Any:
    """Query of contributions, each with its outlet or unit and the bulletin that it stands in."""
    return (
        Contribution.select(Contribution, Outlet, Unit, Bulletin)
        .join(Outlet, JOIN.LEFT_OUTER)
        .switch(Contribution)
        .join(Unit, JOIN.LEFT_OUTER)
        .switch(Contribution)
        .join(Bulletin, JOIN.LEFT_OUTER)
    )


def _turn(actor: Actor, contribution: int, version: int, state: ContributionState) -> int:
    with database.atomic():
        row = require(contribution)
        if bulletin_of(row) is not None:
            raise TakenError(title=row.title)
        stepped = rows.save_versioned(row, version, {"state": state})
        audit.record(actor, f"contribution.{state.value}", f"contribution:{row.id}")
    return stepped


def _fields(new: NewContribution) -> dict[str, object]:
    title = rows.clean_text("title", clean(new.title), _TITLE_LIMIT)
    body = rows.clean_text("body", new.body)
    if not title or not body:
        raise NoTitleError(field="body" if title else "title")
    outlet, unit = _source(new)
    return {
        "received_on": new.received_on,
        "title": title,
        "body": body,
        "outlet": outlet,
        "unit": unit,
        "section": rows.clean_text("section", clean(new.section), _SECTION_LIMIT) or _usual_section(unit),
        "contact": rows.clean_text("contact", clean(new.contact), _CONTACT_LIMIT),
        "source_line": rows.clean_text("source_line", clean(new.source_line), _SOURCE_LIMIT),
        "author": rows.clean_text("author", clean(new.author), _CONTACT_LIMIT),
    }


def _source(new: NewContribution) -> tuple[Outlet | None, Unit | None]:
    if bool(new.outlet) == bool(new.unit):
        raise NoSourceError(field="source")
    outlet = Outlet.get_or_none(Outlet.name == new.outlet) if new.outlet else None
    unit = Unit.get_or_none(Unit.name == new.unit) if new.unit else None
    if outlet is None and unit is None:
        raise UnknownSourceError(field="source", name=new.outlet or new.unit)
    return outlet, unit


def _usual_section(unit: Unit | None) -> str:
    departments, counties, _ = sections()
    return counties if unit is not None and unit.kind == UnitKind.COUNTY else departments


def _rows(condition: object) -> tuple[ContributionRow, ...]:
    query = with_sources().where(condition).order_by(Contribution.received_on, Contribution.id)
    return tuple(_row(found) for found in query)


def _row(found: Contribution) -> ContributionRow:
    outlet = found.outlet.name if found.outlet is not None else ""
    unit = found.unit.name if found.unit is not None else ""
    return ContributionRow(
        id=found.id,
        received_on=found.received_on,
        source=outlet or unit,
        outlet=outlet,
        unit=unit,
        title=found.title,
        body=found.body,
        source_line=found.source_line,
        author=found.author,
        section=found.section,
        contact=found.contact,
        state=found.state,
        bulletin=bulletin_of(found),
        position=found.position,
        issue=found.bulletin.number if found.bulletin is not None else None,
        version=found.version,
    )
