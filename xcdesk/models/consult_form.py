"""Forms by which somebody without an account is asked about a text, and what came back."""

from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from xcdesk import clock
from xcdesk.db.base import BaseModel
from xcdesk.models.approval import Material
from xcdesk.models.evidence import StoredFile
from xcdesk.models.people import User


class ConsultForm(BaseModel):
    """A numbered form (征求意见单) about one revision of a material.

    ``due`` is the day by which an answer is hoped for. Once it was answered, ``reply`` is the opinion on the
    whole, ``respondent`` who gave it, ``file`` the form as it came back. Names of who sent it and who took it
    in are those of the day.
    """

    material = ForeignKeyField(Material, backref="forms", on_delete="RESTRICT")
    revision = IntegerField()
    year = IntegerField()
    number = IntegerField()
    receiver = CharField(max_length=80)
    question = TextField(default="")
    due = DateField(null=True)
    made_by = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    made_name = CharField(max_length=40)
    made_at = DateTimeField(default=clock.utc_now)
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
        indexes = ((("year", "number"), True),)
