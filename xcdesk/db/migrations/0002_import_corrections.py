"""What a person typed anew before an import, and which batch is the corrected one of another."""

from typing import Any

from peewee import Database, ForeignKeyField, Model, TextField


class ImportBatch(Model):
    class Meta:
        table_name = "import_batch"


def up(migrator: Any, db: Database) -> None:
    """Add the columns, empty for everything imported before."""
    with db.bind_ctx((ImportBatch,)):
        earlier = ForeignKeyField(ImportBatch, field=ImportBatch.id, null=True, on_delete="RESTRICT")
        migrator.migrate(
            migrator.add_column("import_row", "corrected", TextField(null=True)),
            migrator.add_column("import_batch", "corrects_id", earlier),
        )
