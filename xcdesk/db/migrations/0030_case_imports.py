"""Lists of cases and answers are imported beside county returns; what follow-up counts is indexed."""

from typing import Any

from peewee import (
    CharField,
    Database,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


class Unit(Model):
    class Meta:
        table_name = "unit"


class ImportBatch(Model):
    class Meta:
        table_name = "import_batch"


class Case(Model):
    class Meta:
        table_name = "followup_case"


class ImportCase(Model):
    batch = ForeignKeyField(ImportBatch, on_delete="RESTRICT")
    sheet = CharField(max_length=80, default="")
    row = IntegerField()
    case = ForeignKeyField(Case, on_delete="RESTRICT")
    case_version = IntegerField()

    class Meta:
        table_name = "import_case"


class CaseColumns(Model):
    sender = ForeignKeyField(Unit, null=True, on_delete="CASCADE")
    signature = CharField(max_length=64)
    mapping = TextField()
    used_at = DateTimeField()
    version = IntegerField(default=1)

    class Meta:
        table_name = "case_columns"
        indexes = ((("sender", "signature"), True),)


NEW = (ImportCase, CaseColumns)
COUNTED = (
    "removed_at", "state", "due", "unit_id", "dispatched_on", "kind", "answered_on", "accepted_on", "timely",
    "extensions", "returns", "reopened", "dissatisfied", "called_back",
)  # fmt: skip
"""What the board and the ledger count, read without touching the texts of a case."""
TITLES = ("removed_at", "title", "unit_id", "state")
"""What the search for like cases reads."""


def up(migrator: Any, db: Database) -> None:
    """Add the kind of a batch, the two tables, and the two indexes."""
    migrator.migrate(
        migrator.add_column("import_batch", "kind", CharField(max_length=16, default="coverage")),
        migrator.add_index("followup_case", COUNTED, False),
        migrator.add_index("followup_case", TITLES, False),
    )
    with db.bind_ctx((Unit, ImportBatch, Case, *NEW)):
        db.create_tables(NEW, safe=False)
