"""The record: who changed what and when, chained so that a change of the past shows."""

from peewee import CharField, DateTimeField, TextField

from xcdesk.db.base import BaseModel


class AuditEntry(BaseModel):
    """One act of one person. ``facts`` is canonical JSON; ``digest`` covers the entry and ``previous``."""

    at = DateTimeField()
    who = CharField(max_length=40)
    who_name = CharField(max_length=40)
    action = CharField(max_length=40)
    subject = CharField(max_length=60, index=True)
    facts = TextField()
    previous = CharField(max_length=64)
    digest = CharField(max_length=64)
