"""Which rows an act on many of them touched, so that the history of one row need not read all such acts."""

import json
from itertools import islice
from typing import Any

from peewee import CharField, Database, ForeignKeyField, IntegerField, Model, TextField

_TOGETHER = 300
"""Rows that one statement writes; SQLite takes no more than some thousand parameters."""


class AuditEntry(Model):
    subject = CharField(max_length=60)
    facts = TextField()

    class Meta:
        table_name = "audit_entry"


class AuditRow(Model):
    kind = CharField(max_length=24)
    row = IntegerField()
    entry = ForeignKeyField(AuditEntry, on_delete="RESTRICT")

    class Meta:
        table_name = "audit_row"
        indexes = ((("kind", "row", "entry"), True),)


def up(_migrator: Any, db: Database) -> None:
    """Create the table and fill it from the acts of before."""
    with db.bind_ctx((AuditEntry, AuditRow)):
        db.create_tables((AuditRow,), safe=False)
        for entry in AuditEntry.select().where(AuditEntry.subject == "coverage_items"):
            facts = json.loads(entry.facts)
            touched = dict.fromkeys([*facts.get("ids", ()), *facts.get("removed", ())])
            lines = (("coverage_item", row, entry.id) for row in touched)
            while some := list(islice(lines, _TOGETHER)):
                AuditRow.insert_many(some, fields=("kind", "row", "entry")).execute()
