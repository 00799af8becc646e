"""Units (单位): counties, departments and enterprises that send material and answer cases."""

from dataclasses import dataclass

from peewee import IntegrityError, fn

from xcdesk.codes import UnitKind
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import Unit, UnitSpelling
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster.spellings import put_spelling


class UnitExistsError(DeskError):
    """There is a unit of this name."""

    code = "unit.exists"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit, in the order in which it is printed."""

    id: int
    name: str
    kind: UnitKind
    position: int
    active: bool
    version: int


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to add, or what one is to become; an inactive one is offered nowhere and keeps its rows."""

    name: str
    kind: UnitKind
    active: bool = True


def units(*, everyone: bool = False) -> tuple[UnitRow, ...]:
    """All units in use, in printed order; ``everyone`` adds those no longer in use."""
    query = Unit.select().order_by(Unit.position, Unit.id)
    if not everyone:
        query = query.where(Unit.active)
    return tuple(UnitRow(row.id, row.name, row.kind, row.position, row.active, row.version) for row in query)


def add_unit(actor: Actor, new: NewUnit) -> int:
    """Add a unit at the end and return its id.

    Raises:
        UnitExistsError: the name is taken.
        SpellingTakenError: the name is a spelling of another unit.
    """
    fields = _fields(new)
    with database.atomic():
        last = Unit.select(fn.MAX(Unit.position)).scalar() or 0
        try:
            with database.atomic():
                made = Unit.create(**fields, position=last + 1)
        except IntegrityError as error:
            raise UnitExistsError(name=new.name, field="unit") from error
        put_spelling(UnitSpelling, made.id, new.name)
        audit.record(actor, "roster.unit_added", f"unit:{made.id}", name=fields["name"])
    return int(made.id)


def change_unit(actor: Actor, unit_id: int, version: int, change: NewUnit) -> int:
    """Rewrite a unit and return the new version.

    Raises:
        UnitExistsError: another unit has this name.
        StaleRowError: somebody changed it meanwhile.
    """
    fields = _fields(change)
    with database.atomic():
        row = Unit.get_or_none(Unit.id == unit_id)
        if row is None:
            raise NotFoundError(what="unit", name=unit_id)
        try:
            with database.atomic():
                stepped = rows.save_versioned(row, version, fields)
        except IntegrityError as error:
            raise UnitExistsError(name=change.name, field="unit") from error
        put_spelling(UnitSpelling, unit_id, change.name)
        changes = audit.differences(row, fields)
        facts = {"name": fields["name"], "before": row.name, "changes": changes}
        audit.record(actor, "roster.unit_changed", f"unit:{unit_id}", **facts)
    return stepped


def _fields(new: NewUnit) -> dict[str, object]:
    return {"name": rows.required_text("unit", new.name, 80), "kind": new.kind, "active": new.active}
