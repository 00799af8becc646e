"""Forms that ask somebody outside about a text; comments that propose other words. Frozen like every one."""

from typing import Any

from peewee import (
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


class Material(Model):
    class Meta:
        table_name = "material"


class StoredFile(Model):
    class Meta:
        table_name = "stored_file"


class ConsultForm(Model):
    material = ForeignKeyField(Material, on_delete="RESTRICT")
    revision = IntegerField()
    year = IntegerField()
    number = IntegerField()
    receiver = CharField(max_length=80)
    question = TextField(default="")
    due = DateField(null=True)
    made_by = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    made_name = CharField(max_length=40)
    made_at = DateTimeField()
    respondent = CharField(max_length=40, default="")
    reply = TextField(default="")
    replied_on = DateField(null=True)
    file = ForeignKeyField(StoredFile, null=True, on_delete="RESTRICT")
    label = CharField(max_length=120, default="")
    taken_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    taken_name = CharField(max_length=40, default="")
    taken_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "consult_form"
        indexes = ((("year", "number"), True),)


def up(migrator: Any, db: Database) -> None:
    """Create the table; a comment may say which words should stand in the place of its passage."""
    migrator.migrate(migrator.add_column("text_comment", "proposal", TextField(null=True)))
    with db.bind_ctx((User, Material, StoredFile, ConsultForm)):
        db.create_tables((ConsultForm,), safe=False)
