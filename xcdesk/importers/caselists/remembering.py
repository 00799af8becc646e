"""How the columns of lists were understood, for the next list with the same headings from the same sender."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from xcdesk.importers import memory
from xcdesk.importers.caselists.fields import CaseField
from xcdesk.importers.caselists.tables import CaseTable, Columns
from xcdesk.models import CaseColumns, Unit


def of(sender: str | None) -> Mapping[str, Columns]:
    """Fields by key of the column, by signature of the headings; of the office's own lists for no sender."""
    kept = CaseColumns
    query: Any = kept.select(kept.signature, kept.mapping)
    if sender is None:
        query = query.where(kept.sender.is_null())
    else:
        query = query.join(Unit).where(Unit.name == sender)
    return {
        signature: {key: CaseField(field) if field else None for key, field in json.loads(fields).items()}
        for signature, fields in query.tuples()
    }


def keep(
    tables: Iterable[CaseTable], said: Mapping[str, Columns], sender: int | None
) -> list[dict[str, Any]]:
    """Keep how tables were understood; what is not used is kept where a person said so.

    Returns:
        What changed by it, for the record: `memory.forget` takes it back.
    """
    learnt = []
    for table in tables:
        used = {table.keys[place]: str(field) for place, field in table.fields.items()}
        unused = {key: None for key, field in said.get(table.signature, {}).items() if field is None}
        learnt.append(memory.put(CaseColumns, sender, table.signature, {**unused, **used}))
    return [one for one in learnt if one is not None]
