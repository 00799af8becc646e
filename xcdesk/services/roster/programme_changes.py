"""Writing the programmes of outlets; `programmes` reads them."""

import datetime as dt
from dataclasses import dataclass

from peewee import IntegrityError

from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import Programme
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import removed
from xcdesk.services.roster.tenure_changes import lock_outlet


class ProgrammeExistsError(DeskError):
    """The outlet has a programme of this name already."""

    code = "programme.exists"


class ProgrammeInUseError(DeskError):
    """Reports are logged under the programme, so that it cannot be taken back."""

    code = "programme.in_use"


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """A programme to add, or what one is to become."""

    outlet_id: int
    name: str
    is_column: bool = False
    opened_on: dt.date | None = None
    closed_on: dt.date | None = None
    note: str = ""


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


def withdraw_programme(actor: Actor, programme_id: int, version: int) -> None:
    """Take a programme out that was added by mistake; it lies in the trash from then on.

    Raises:
        ProgrammeInUseError: reports are logged under it; close it instead.
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        row = _get(programme_id)
        try:
            with database.atomic():
                removed.take_out(actor, "programme", programme_id, version, row.name)
        except IntegrityError as error:
            raise ProgrammeInUseError(name=row.name) from error
        audit.record(actor, "roster.programme_withdrawn", f"programme:{programme_id}", name=row.name)


def restore_programme(actor: Actor, programme_id: int, version: int) -> None:
    """Put a programme back that was taken out, as it was and under its own id.

    Raises:
        NotFoundError: its outlet is not there any more.
        ProgrammeExistsError: the outlet has got another of this name meanwhile.
        StaleRowError: it does not lie in the trash any more.
    """
    with database.atomic():
        was = removed.lying("programme", programme_id, version)
        lock_outlet(was["outlet"])
        try:
            with database.atomic():
                removed.put_back("programme", programme_id, version)
        except IntegrityError as error:
            raise ProgrammeExistsError(name=was["name"], field="programme") from error
        audit.record(actor, "roster.programme_restored", f"programme:{programme_id}", name=was["name"])


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
