"""Into the trash and back, for rows that stay in their table with a mark."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.errors import NotFoundError
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor


def found(table: Any, row_id: int, *, lying: bool | None = None) -> Any:
    """A row; ``lying`` says whether it must lie in the trash, None lets both pass.

    Raises:
        NotFoundError: there is none such.
    """
    row = table.get_or_none(table.id == row_id)
    if row is None or (lying is not None and (row.removed_at is not None) != lying):
        raise NotFoundError(what=table._meta.table_name, name=row_id)
    return row


def remove(actor: Actor, row: Any, version: int, action: str, **facts: object) -> int:
    """Lay a row into the trash and return its new version; ``facts`` go into the entry of ``action``.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    return _mark(actor, row, version, {"removed_at": clock.utc_now()}, action, facts)


def restore(actor: Actor, row: Any, version: int, action: str, **facts: object) -> int:
    """Take a row out of the trash and return its new version; otherwise as `remove`."""
    return _mark(actor, row, version, {"removed_at": None}, action, facts)


def together(
    actor: Actor, step: Callable[[Actor, int, int], int], rows_: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    """Do one step to several rows, given by id and version, all or none; returns their new versions."""
    with database.atomic():
        return tuple(step(actor, row, version) for row, version in rows_)


def _mark(
    actor: Actor, row: Any, version: int, changes: Mapping[str, Any], action: str, facts: Mapping[str, object]
) -> int:
    with database.atomic():
        stepped = rows.save_versioned(row, version, changes)
        audit.record(actor, action, f"{row._meta.table_name}:{row.id}", **facts)
    return stepped
