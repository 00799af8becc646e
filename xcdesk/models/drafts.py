"""Texts that were not saved yet, and comments on passages of texts."""

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, TextField

from xcdesk import clock
from xcdesk.db.base import BaseModel
from xcdesk.models.approval import Material
from xcdesk.models.people import User


class TextDraft(BaseModel):
    """What a person has typed into an editor and not saved: one for each person and thing being written.

    ``subject`` names the thing, such as ``material:12``; ``version`` is that of the thing when the editor was
    opened, 0 for a new one; ``details`` are the other fields of the editor, as JSON.
    """

    person = ForeignKeyField(User, backref="drafts", on_delete="RESTRICT")
    subject = CharField(max_length=60)
    title = TextField(default="")
    body = TextField(default="")
    details = TextField(default="{}")
    version = IntegerField(default=0)
    kept_at = DateTimeField(default=clock.utc_now)

    class Meta:
        indexes = ((("person", "subject"), True),)


class TextComment(BaseModel):
    """A comment on a passage of one revision of a material, and how it was settled.

    ``start`` and ``length`` count characters of the text as it is read, lines parted by one line end;
    ``quote`` is the passage; ``proposal`` is what should stand in its place, None where no words are proposed
    and empty where it should go. Name of who commented and who settled are those of the day.
    """

    material = ForeignKeyField(Material, backref="comments", on_delete="RESTRICT")
    revision = IntegerField()
    start = IntegerField()
    length = IntegerField()
    quote = TextField()
    words = TextField()
    proposal = TextField(null=True)
    who = ForeignKeyField(User, backref="comments", on_delete="RESTRICT")
    who_name = CharField(max_length=40)
    at = DateTimeField(default=clock.utc_now)
    settled_by = ForeignKeyField(User, null=True, backref="settled", on_delete="RESTRICT")
    settled_name = CharField(max_length=40, default="")
    settled_at = DateTimeField(null=True)
    answer = TextField(default="")
    version = IntegerField(default=1)
