"""The record: who changed what and when, chained so that a change of the past shows."""

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, TextField

from xcdesk.db.base import BaseModel


class AuditEntry(BaseModel):
    """One act of one person. ``facts`` is canonical JSON; ``digest`` covers the entry and ``previous``."""

    at = DateTimeField(index=True)
    who = CharField(max_length=40)
    who_name = CharField(max_length=40)
    action = CharField(max_length=40, index=True)
    subject = CharField(max_length=60, index=True)
    facts = TextField()
    previous = CharField(max_length=64)
    digest = CharField(max_length=64)

    class Meta:
        indexes = ((("who", "who_name"), False),)


class AuditRow(BaseModel):
    """A row that an act on many rows touched: the way from the row to that entry of the record.

    An act on one row names it as its ``subject`` and needs no line here.
    """

    kind = CharField(max_length=24)
    row = IntegerField()
    entry = ForeignKeyField(AuditEntry, backref="rows", on_delete="RESTRICT")

    class Meta:
        indexes = ((("kind", "row", "entry"), True),)
