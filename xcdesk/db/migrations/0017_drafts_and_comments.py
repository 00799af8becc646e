"""Drafts that survive a power cut, and comments on passages of a text."""

from typing import Any

from peewee import CharField, Database, DateTimeField, ForeignKeyField, IntegerField, Model, TextField


class User(Model):
    class Meta:
        table_name = "desk_user"


class Material(Model):
    class Meta:
        table_name = "material"


class TextDraft(Model):
    person = ForeignKeyField(User, on_delete="RESTRICT")
    subject = CharField(max_length=60)
    title = TextField(default="")
    body = TextField(default="")
    details = TextField(default="{}")
    version = IntegerField(default=0)
    kept_at = DateTimeField()

    class Meta:
        table_name = "text_draft"
        indexes = ((("person", "subject"), True),)


class TextComment(Model):
    material = ForeignKeyField(Material, on_delete="RESTRICT")
    revision = IntegerField()
    start = IntegerField()
    length = IntegerField()
    quote = TextField()
    words = TextField()
    who = ForeignKeyField(User, on_delete="RESTRICT")
    who_name = CharField(max_length=40)
    at = DateTimeField()
    settled_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    settled_name = CharField(max_length=40, default="")
    settled_at = DateTimeField(null=True)
    answer = TextField(default="")
    version = IntegerField(default=1)

    class Meta:
        table_name = "text_comment"


def up(_migrator: Any, db: Database) -> None:
    """Create both tables."""
    with db.bind_ctx((User, Material, TextDraft, TextComment)):
        db.create_tables((TextDraft, TextComment), safe=False)
