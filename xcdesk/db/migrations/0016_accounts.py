"""Accounts have passwords, PINs and a count of wrong ones; an administrator has a way back."""

from typing import Any

from peewee import BooleanField, CharField, Database, DateTimeField, ForeignKeyField, IntegerField, Model


class User(Model):
    class Meta:
        table_name = "desk_user"


class RecoveryCode(Model):
    secret = CharField(max_length=200)
    made_by = ForeignKeyField(User, on_delete="RESTRICT")
    made_at = DateTimeField()
    spent_at = DateTimeField(null=True)

    class Meta:
        table_name = "recovery_code"


def up(migrator: Any, db: Database) -> None:
    """Add four columns, empty for the accounts there are, and the table."""
    migrator.migrate(
        migrator.add_column("desk_user", "pin", CharField(max_length=200, default="")),
        migrator.add_column("desk_user", "must_change", BooleanField(default=False)),
        migrator.add_column("desk_user", "tries", IntegerField(default=0)),
        migrator.add_column("desk_user", "shut_until", DateTimeField(null=True)),
    )
    with db.bind_ctx((User, RecoveryCode)):
        db.create_tables((RecoveryCode,), safe=False)
