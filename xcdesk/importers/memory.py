"""How a sender's columns were understood, kept for the next sheet with the same headings."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from xcdesk import clock
from xcdesk.importers import mapping
from xcdesk.importers.records import CheckedBook, CheckedSheet, Field, SheetKind
from xcdesk.models import CaseColumns, RememberedMapping, Unit
from xcdesk.services.record import rows


def of(sender: str | None) -> dict[str, dict[str, Field | None]]:
    """Fields by key of the column that earlier imports of this sender used, by signature of the headings."""
    return {} if sender is None else _remembered(Unit.name == sender).get(sender, {})


def everything() -> Mapping[str, Mapping[str, Mapping[str, Field | None]]]:
    """The same of every sender, by its name."""
    return _remembered()


def _remembered(*which: Any) -> dict[str, dict[str, dict[str, Field | None]]]:
    kept = RememberedMapping
    query: Any = kept.select(Unit.name, kept.signature, kept.mapping).join(Unit)
    found: dict[str, dict[str, dict[str, Field | None]]] = defaultdict(dict)
    for sender, signature, fields in (query.where(*which) if which else query).tuples():
        columns = json.loads(fields).items()
        found[sender][signature] = {name: Field(field) if field else None for name, field in columns}
    return found


def keep(book: CheckedBook, sender: int) -> list[dict[str, Any]]:
    """Keep how the columns of a file were understood.

    Returns:
        What changed by it, for the record: `forget` takes it back.
    """
    sheets = [
        sheet
        for sheet in book.sheets
        if sheet.kind == SheetKind.COVERAGE and not sheet.hidden and any(sheet.names)
    ]
    learnt = (
        put(RememberedMapping, sender, mapping.signature(sheet.names), _by_heading(sheet)) for sheet in sheets
    )
    return [one for one in learnt if one is not None]


def put(
    table: type[RememberedMapping] | type[CaseColumns],
    sender: int | None,
    signature: str,
    columns: Mapping[str, str | None],
) -> dict[str, Any] | None:
    """Keep how columns with these headings were understood; what changed by it, None where nothing did."""
    fields = json.dumps(columns, ensure_ascii=False)
    known = _known(table, sender, signature)
    if known is None:
        table.create(sender=sender, signature=signature, mapping=fields)
        return {"sender": sender, "signature": signature, "before": None, "version": 1}
    stamp = {"mapping": fields, "used_at": clock.utc_now()}
    version = rows.save_versioned(known, known.version, stamp)
    if known.mapping == fields:
        return None
    return {"sender": sender, "signature": signature, "before": known.mapping, "version": version}


def _known(
    table: type[RememberedMapping] | type[CaseColumns], sender: int | None, signature: str
) -> RememberedMapping | CaseColumns | None:
    of_sender = table.sender.is_null() if sender is None else table.sender == sender
    found: RememberedMapping | CaseColumns | None = table.get_or_none(
        of_sender & (table.signature == signature)
    )
    return found


def _by_heading(sheet: CheckedSheet) -> Mapping[str, str | None]:
    """Field of each column by its key, None for those that a person set aside."""
    keys = mapping.column_keys(sheet.names)
    return {keys[place]: known.field and str(known.field) for place, known in sheet.meanings}


def forget(
    learnt: Sequence[Mapping[str, Any]],
    table: type[RememberedMapping] | type[CaseColumns] = RememberedMapping,
) -> None:
    """Take back what `keep` or `put` changed, unless a later import has used it since."""
    for one in learnt:
        known = _known(table, one["sender"], one["signature"])
        if known is None or known.version != one["version"]:
            continue
        if one["before"] is None:
            known.delete_instance()
        else:
            rows.save_versioned(known, known.version, {"mapping": one["before"]})
