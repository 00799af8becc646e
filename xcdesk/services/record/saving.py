"""Writing one row together with the entry of the record that tells of it."""

from collections.abc import Collection, Mapping
from typing import Any

from xcdesk.db.base import database
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor


def add(actor: Actor, table: Any, fields: Mapping[str, Any], action: str, **facts: object) -> int:
    """Add a row and return its id; ``facts`` go into the entry of ``action``."""
    with database.atomic():
        made = table.create(**fields)
        audit.record(actor, action, f"{table._meta.table_name}:{made.id}", **facts)
    return int(made.id)


def change(
    actor: Actor,
    row: Any,
    version: int,
    fields: Mapping[str, Any],
    action: str,
    *,
    untold: Collection[str] = (),
    **facts: object,
) -> int:
    """Rewrite a row and return its new version; the entry tells ``facts``, and what changed.

    Of ``untold`` fields, long ones and private ones, it is only told that they changed.

    Raises:
        StaleRowError: somebody changed it meanwhile; nothing was written.
    """
    with database.atomic():
        stepped = rows.save_versioned(row, version, fields)
        changes = audit.differences(row, fields, untold)
        audit.record(actor, action, f"{row._meta.table_name}:{row.id}", changes=changes, **facts)
    return stepped
