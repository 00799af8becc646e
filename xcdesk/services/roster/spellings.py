"""Other ways in which outlets and units are written in returns; learnt one at a time, never twice."""

from collections.abc import Mapping
from typing import Any

from peewee import IntegrityError

from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import OutletSpelling, UnitSpelling
from xcdesk.normalise import name_key
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor


class SpellingTakenError(DeskError):
    """The spelling already stands for another outlet or unit."""

    code = "roster.spelling_taken"


def outlet_spellings(outlet_id: int) -> tuple[str, ...]:
    """How an outlet is written in returns, its own name included, in the order learnt."""
    query = OutletSpelling.select(OutletSpelling.spelling).where(OutletSpelling.outlet == outlet_id)
    return tuple(row.spelling for row in query.order_by(OutletSpelling.id))


def unit_spellings(unit_id: int) -> tuple[str, ...]:
    """How a unit is written in returns, its own name included, in the order learnt."""
    query = UnitSpelling.select(UnitSpelling.spelling).where(UnitSpelling.unit == unit_id)
    return tuple(row.spelling for row in query.order_by(UnitSpelling.id))


def learn_outlet_spelling(actor: Actor, outlet_id: int, spelling: str) -> bool:
    """Take ``spelling`` for this outlet from now on; False when it was known, and nothing happened.

    Raises:
        SpellingTakenError: it stands for another outlet.
    """
    with database.atomic():
        learnt = put_spelling(OutletSpelling, outlet_id, spelling)
        if learnt:
            audit.record(actor, "roster.spelling_learnt", f"outlet:{outlet_id}", spelling=spelling)
    return learnt


def learn_unit_spelling(actor: Actor, unit_id: int, spelling: str) -> bool:
    """Take ``spelling`` for this unit from now on; False when it was known, and nothing happened.

    Raises:
        SpellingTakenError: it stands for another unit.
    """
    with database.atomic():
        learnt = put_spelling(UnitSpelling, unit_id, spelling)
        if learnt:
            audit.record(actor, "roster.spelling_learnt", f"unit:{unit_id}", spelling=spelling)
    return learnt


def forget_outlet_spelling(actor: Actor, outlet_id: int, spelling: str) -> None:
    """Take ``spelling`` from this outlet; its own name stays known to returns all the same."""
    with database.atomic():
        OutletSpelling.delete().where(
            (OutletSpelling.outlet == outlet_id) & (OutletSpelling.key == name_key(spelling))
        ).execute()
        audit.record(actor, "roster.spelling_forgotten", f"outlet:{outlet_id}", spelling=spelling)


def forget_unit_spelling(actor: Actor, unit_id: int, spelling: str) -> None:
    """Take ``spelling`` from this unit; its own name stays known to returns all the same."""
    with database.atomic():
        UnitSpelling.delete().where(
            (UnitSpelling.unit == unit_id) & (UnitSpelling.key == name_key(spelling))
        ).execute()
        audit.record(actor, "roster.spelling_forgotten", f"unit:{unit_id}", spelling=spelling)


def put_spelling(table: type[OutletSpelling] | type[UnitSpelling], owner: int, spelling: str) -> bool:
    """Write a spelling inside the caller's transaction; False when its owner has it already.

    Raises:
        SpellingTakenError: it stands for somebody else.
    """
    written = rows.required_text("spelling", spelling, 80)
    key = name_key(written)
    column = "outlet" if table is OutletSpelling else "unit"
    fields: Mapping[str, Any] = {column: owner, "spelling": written, "key": key}
    try:
        with database.atomic():
            table.create(**fields)
    except IntegrityError as error:
        taken: Any = table.get(table.key == key)
        if getattr(taken, f"{column}_id") == owner:
            return False
        raise SpellingTakenError(
            spelling=written, name=getattr(taken, column).name, field="spelling"
        ) from error
    return True
