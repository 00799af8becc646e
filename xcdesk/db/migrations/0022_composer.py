"""Candidates for an issue beside what was sent in, sections of its own; frozen like every one."""

import datetime as dt
from typing import Any

from peewee import CharField, Database, DateField, ForeignKeyField, IntegerField, Model, TextField, fn


class User(Model):
    class Meta:
        table_name = "desk_user"


class CoverageItem(Model):
    class Meta:
        table_name = "coverage_item"


class Material(Model):
    class Meta:
        table_name = "material"


class Bulletin(Model):
    series = CharField(max_length=24)
    period_start = DateField()

    class Meta:
        table_name = "bulletin"


class Contribution(Model):
    bulletin = ForeignKeyField(Bulletin, null=True)
    position = IntegerField(default=0)

    class Meta:
        table_name = "contribution"


class Candidate(Model):
    kind = CharField(max_length=16)
    item = ForeignKeyField(CoverageItem, null=True, on_delete="SET NULL")
    material = ForeignKeyField(Material, null=True, on_delete="SET NULL")
    figure = CharField(max_length=16, default="")
    title = CharField(max_length=200, default="")
    body = TextField(default="")
    source_line = CharField(max_length=120, default="")
    author = CharField(max_length=80, default="")
    section = CharField(max_length=40, default="")
    state = CharField(max_length=16, default="received")
    bulletin = ForeignKeyField(Bulletin, null=True, on_delete="RESTRICT")
    position = IntegerField(default=0)
    marked_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    marked_on = DateField(index=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "candidate"


class BulletinSection(Model):
    bulletin = ForeignKeyField(Bulletin, on_delete="CASCADE", index=False)
    name = CharField(max_length=40)
    position = IntegerField()

    class Meta:
        table_name = "bulletin_section"
        indexes = ((("bulletin", "name"), True),)


NEW = (Candidate, BulletinSection)


def up(migrator: Any, db: Database) -> None:
    """Create the tables; the table of the week becomes a piece of the issues that print it already."""
    migrator.migrate(
        migrator.add_column("contribution", "source_line", CharField(max_length=120, default="")),
        migrator.add_column("contribution", "author", CharField(max_length=80, default="")),
    )
    with db.bind_ctx((User, CoverageItem, Material, Bulletin, Contribution, *NEW)):
        db.create_tables(NEW, safe=False)
        for bulletin in Bulletin.select().where(Bulletin.series == "internal-reference"):
            _put_week_table(bulletin.id, bulletin.period_start)


def _put_week_table(bulletin: int, day: dt.date) -> None:
    last = Contribution.select(fn.MAX(Contribution.position)).where(Contribution.bulletin == bulletin)
    Candidate.create(
        kind="figure",
        figure="week",
        section="数字",
        state="accepted",
        bulletin=bulletin,
        position=(last.scalar() or 0) + 1,
        marked_on=day,
    )
