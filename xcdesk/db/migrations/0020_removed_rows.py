"""Tenures, programmes and days off that were taken out lie in the trash; frozen like every migration."""

from typing import Any

from peewee import CharField, Database, DateTimeField, ForeignKeyField, IntegerField, Model, TextField


class User(Model):
    class Meta:
        table_name = "desk_user"


class RemovedRow(Model):
    kind = CharField(max_length=24)
    row = IntegerField()
    title = CharField(max_length=80)
    content = TextField()
    removed_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    removed_at = DateTimeField()
    version = IntegerField(default=1)

    class Meta:
        table_name = "removed_row"
        indexes = ((("kind", "row"), True), (("kind", "removed_at"), False))


def up(_migrator: Any, db: Database) -> None:
    """Create the table."""
    with db.bind_ctx((User, RemovedRow)):
        db.create_tables((RemovedRow,), safe=False)
