"""Tenures, programmes and days off that were taken out: laid whole into the trash, taken from there again."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from xcdesk.errors import StaleRowError
from xcdesk.models import DayException, Programme, RemovedRow, Tenure
from xcdesk.services.record.actor import Actor

TABLES: Mapping[str, Any] = {
    "tenure": Tenure,
    "programme": Programme,
    "day_exception": DayException,
}
"""The tables whose rows go through here, by name."""


def take_out(actor: Actor, kind: str, row_id: int, version: int, title: str = "") -> None:
    """Delete a row and lay it into the trash, inside the caller's transaction.

    Raises:
        StaleRowError: somebody changed or removed it meanwhile.
        IntegrityError: something refers to it.
    """
    table = TABLES[kind]
    chosen = (table.id == row_id) & (table.version == version)
    found = table.select().where(chosen).dicts().first()
    if found is None or table.delete().where(chosen).execute() != 1:
        raise StaleRowError(table=kind, id=row_id)
    RemovedRow.create(
        kind=kind,
        row=row_id,
        title=title,
        content=json.dumps(found, ensure_ascii=False, default=str),
        removed_by=actor.id,
        version=version,
    )


def lying(kind: str, row_id: int, version: int) -> Mapping[str, Any]:
    """The columns of a row in the trash, as they were.

    Raises:
        StaleRowError: it does not lie there any more, or not in this version.
    """
    found = columns(kind, [row_id])
    if row_id not in found or found[row_id]["version"] != version:
        raise StaleRowError(table=kind, id=row_id)
    return found[row_id]


def columns(kind: str, ids: Sequence[int]) -> Mapping[int, Mapping[str, Any]]:
    """The columns of those of some rows that lie in the trash."""
    fields = TABLES[kind]._meta.fields
    rows: Any = RemovedRow.select(RemovedRow.row, RemovedRow.content)
    return {
        # Days and codes stand as text in JSON; each column reads them as the database hands them out.
        row: {
            name: fields[name].python_value(value)
            for name, value in json.loads(content).items()
            if name in fields
        }
        for row, content in rows.where(_of(kind, ids)).tuples()
    }


def put_back(kind: str, row_id: int, version: int) -> None:
    """Put a row back as it was, inside the caller's transaction, which has looked whether its place is free.

    Raises:
        StaleRowError: it does not lie in the trash any more, or not in this version.
        IntegrityError: something stands in its place.
    """
    TABLES[kind].create(**lying(kind, row_id, version))
    erase(kind, [row_id])


def erase(kind: str, ids: Sequence[int]) -> None:
    """Remove rows from the trash."""
    RemovedRow.delete().where(_of(kind, ids)).execute()


def _of(kind: str, ids: Sequence[int]) -> Any:
    return (RemovedRow.kind == kind) & RemovedRow.row.in_(list(ids))
