"""Exceptions to publication days, items handed over, site links and merges; frozen like every migration."""

from typing import Any

from peewee import (
    BooleanField,
    CharField,
    Database,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


class User(Model):
    class Meta:
        table_name = "desk_user"


class Unit(Model):
    class Meta:
        table_name = "unit"


class Outlet(Model):
    class Meta:
        table_name = "outlet"


class Tenure(Model):
    class Meta:
        table_name = "tenure"


class DayException(Model):
    outlet = ForeignKeyField(Outlet, on_delete="RESTRICT")
    since = DateField()
    until = DateField()
    publishes = BooleanField(default=False)
    note = CharField(max_length=80, default="")
    version = IntegerField(default=1)

    class Meta:
        table_name = "day_exception"


class HandoverItem(Model):
    tenure = ForeignKeyField(Tenure, on_delete="CASCADE")
    kind = CharField(max_length=24)
    subject = CharField(max_length=60, default="")
    detail = CharField(max_length=200, default="")
    day = DateField(null=True)

    class Meta:
        table_name = "handover_item"


class SiteLink(Model):
    name = CharField(max_length=80, unique=True)
    url = CharField(max_length=500)
    outlet = ForeignKeyField(Outlet, null=True, on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
    state = CharField(max_length=16, default="unchecked")
    checked_on = DateField(null=True)
    checked_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    evidence = CharField(max_length=500, default="")
    captured_on = DateField(null=True)
    every_days = IntegerField(default=30)
    note = TextField(default="")
    active = BooleanField(default=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "site_link"


class Merge(Model):
    kind = CharField(max_length=16)
    kept = IntegerField()
    gone = IntegerField()
    gone_name = CharField(max_length=80)
    facts = TextField()
    merged_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    merged_at = DateTimeField()
    undone_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "merge"


NEW = (DayException, HandoverItem, SiteLink, Merge)


def up(migrator: Any, db: Database) -> None:
    """Create the new tables; those of the first release are only referred to."""
    with db.bind_ctx((User, Unit, Outlet, Tenure, *NEW)):
        db.create_tables(NEW, safe=False)
