"""Quotas in versions with dated members, notes of calls, matters that stay until they are resolved."""

from typing import Any

from peewee import (
    SQL,
    CharField,
    Database,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)
from playhouse.migrate import SchemaMigrator


class User(Model):
    class Meta:
        table_name = "desk_user"


class Outlet(Model):
    class Meta:
        table_name = "outlet"


class CallNote(Model):
    outlet = ForeignKeyField(Outlet, on_delete="RESTRICT")
    day = DateField()
    subject = CharField(max_length=16)
    answer = CharField(max_length=16)
    reason = CharField(max_length=32, default="")
    person = CharField(max_length=40, default="")
    note = TextField(default="")
    called_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    called_at = DateTimeField()
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "call_note"
        indexes = ((("day", "outlet"), False),)


class Matter(Model):
    source = CharField(max_length=80, default="")
    title = CharField(max_length=200)
    note = TextField(default="")
    owner = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    due = DateField(null=True)
    raised_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    raised_at = DateTimeField()
    resolved_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    resolved_at = DateTimeField(null=True)
    resolution = TextField(default="")
    version = IntegerField(default=1)

    class Meta:
        table_name = "matter"


Matter.add_index(Matter.index(Matter.source, unique=True, name="matter_once", where=SQL("source <> ''")))


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Add the columns and the two tables."""
    made: Any = migrator
    made.migrate(
        made.add_column("quota", "removed_at", DateTimeField(null=True)),
        made.add_column("quota_member", "since", DateField(null=True)),
        made.add_column("quota_member", "until", DateField(null=True)),
    )
    tables: tuple[Any, ...] = (CallNote, Matter)
    with db.bind_ctx([User, Outlet, *tables]):
        db.create_tables(tables)
