"""Sheets that were signed on paper, and their scans."""

from peewee import CharField, DateField, ForeignKeyField

from xcdesk.db.base import BaseModel
from xcdesk.models.approval import MaterialEvent
from xcdesk.models.evidence import StoredFile
from xcdesk.models.people import User


class PaperSheet(BaseModel):
    """The signed sheet behind a sign-off that was recorded from paper; never changed.

    ``signatory`` and ``post`` are as on the sheet; ``person`` is his account, if he has one.
    """

    event = ForeignKeyField(MaterialEvent, unique=True, on_delete="RESTRICT")
    signatory = CharField(max_length=40)
    post = CharField(max_length=40, default="")
    person = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    signed_on = DateField()
    file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
    label = CharField(max_length=120)
