"""Named programmes and columns of the outlets (栏目): opened, changed and closed with dates."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from peewee import IntegrityError

from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError, StaleRowError
from xcdesk.models import Programme
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor


class ProgrammeExistsError(DeskError):
    """The outlet has a programme of this name already."""

    code = "programme.exists"


class ProgrammeInUseError(DeskError):
    """Reports are logged under the programme, so that it cannot be taken back."""

    code = "programme.in_use"


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One programme; ``is_column`` marks the campaign's fixed column of its outlet."""

    id: int
    outlet_id: int
    name: str
    is_column: bool
    opened_on: dt.date | None
    closed_on: dt.date | None
    note: str
    version: int

    def is_open(self, day: dt.date) -> bool:
        """Whether it runs on ``day``; a column without an opening day has not been opened yet."""
        opened = not self.is_column if self.opened_on is None else self.opened_on <= day
        return opened and (self.closed_on is None or day < self.closed_on)


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """A programme to add, or what one is to become."""

    outlet_id: int
    name: str
    is_column: bool = False
    opened_on: dt.date | None = None
    closed_on: dt.date | None = None
    note: str = ""


def programmes(outlet_id: int) -> tuple[ProgrammeRow, ...]:
    """All programmes of an outlet, the campaign's column first."""
    return programmes_by_outlet(outlet_id).get(outlet_id, ())


def programmes_by_outlet(only: int | None = None) -> Mapping[int, tuple[ProgrammeRow, ...]]:
    """All programmes of every outlet, or of ``only`` one, the campaign's column first."""
    query = Programme.select().order_by(Programme.is_column.desc(), Programme.id)
    if only is not None:
        query = query.where(Programme.outlet == only)
    found: dict[int, list[ProgrammeRow]] = defaultdict(list)
    for row in query:
        found[row.outlet_id].append(_row(row))
    return {outlet: tuple(rows_) for outlet, rows_ in found.items()}


def add_programme(actor: Actor, new: NewProgramme) -> int:
    """Put a programme on the roster and return its id.

    Raises:
        ProgrammeExistsError: the outlet has one of this name.
    """
    fields = _fields(new)
    with database.atomic():
        try:
            with database.atomic():
                made = Programme.create(outlet=new.outlet_id, **fields)
        except IntegrityError as error:
            raise ProgrammeExistsError(name=new.name, field="programme") from error
        audit.record(actor, "roster.programme_added", f"programme:{made.id}", name=fields["name"])
    return int(made.id)


def change_programme(actor: Actor, programme_id: int, version: int, change: NewProgramme) -> int:
    """Rewrite a programme and return the new version.

    Raises:
        ProgrammeExistsError: the outlet has another of this name.
        StaleRowError: somebody changed it meanwhile.
    """
    fields = _fields(change)
    with database.atomic():
        row = _get(programme_id)
        try:
            with database.atomic():
                stepped = rows.save_versioned(row, version, fields)
        except IntegrityError as error:
            raise ProgrammeExistsError(name=change.name, field="programme") from error
        facts = {"name": fields["name"], "changes": audit.differences(row, fields)}
        audit.record(actor, "roster.programme_changed", f"programme:{programme_id}", **facts)
    return stepped


def close_programme(actor: Actor, programme_id: int, version: int, day: dt.date) -> int:
    """End a programme: ``day`` is the first day without it. Returns the new version."""
    with database.atomic():
        stepped = rows.save_versioned(_get(programme_id), version, {"closed_on": day})
        audit.record(actor, "roster.programme_closed", f"programme:{programme_id}", closed_on=day)
    return stepped


def withdraw_programme(actor: Actor, programme_id: int, version: int) -> None:
    """Take a programme back that was just added by mistake.

    Raises:
        ProgrammeInUseError: reports are logged under it; close it instead.
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        row = _get(programme_id)
        chosen = (Programme.id == programme_id) & (Programme.version == version)
        try:
            with database.atomic():
                gone = Programme.delete().where(chosen).execute()
        except IntegrityError as error:
            raise ProgrammeInUseError(name=row.name) from error
        if gone != 1:
            raise StaleRowError(table="programme", id=programme_id)
        audit.record(actor, "roster.programme_withdrawn", f"programme:{programme_id}", name=row.name)


def _fields(new: NewProgramme) -> dict[str, object]:
    return {
        "name": rows.required_text("programme", new.name, 80),
        "is_column": new.is_column,
        "opened_on": new.opened_on,
        "closed_on": new.closed_on,
        "note": rows.clean_text("note", new.note),
    }


def _get(programme_id: int) -> Programme:
    row = Programme.get_or_none(Programme.id == programme_id)
    if row is None:
        raise NotFoundError(what="programme", name=programme_id)
    return row


def _row(row: Programme) -> ProgrammeRow:
    return ProgrammeRow(
        row.id,
        row.outlet_id,
        row.name,
        row.is_column,
        row.opened_on,
        row.closed_on,
        row.note,
        row.version,
    )
