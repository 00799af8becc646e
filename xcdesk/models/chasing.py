"""What is done about things that are owed: calls to outlets, and matters that stay until resolved."""

from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk import clock
from xcdesk.codes import CallAnswer, QuotaSubject
from xcdesk.db.base import BaseModel
from xcdesk.models.people import User
from xcdesk.models.roster import Outlet


class CallNote(BaseModel):
    """One call to an outlet about what it owed on a day, and what was answered (催报记录).

    ``person`` is who was phoned, as written on that day; ``reason`` is the code of a term.
    """

    outlet = ForeignKeyField(Outlet, backref="calls", on_delete="RESTRICT")
    day = DateField()
    subject = EnumField(QuotaSubject, max_length=16)
    answer = EnumField(CallAnswer, max_length=16)
    reason = CharField(max_length=32, default="")
    person = CharField(max_length=40, default="")
    note = TextField(default="")
    called_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    called_at = DateTimeField(default=clock.utc_now)
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("day", "outlet"), False),)


class Matter(BaseModel):
    """Something that stays in sight until it is resolved, with an owner and a day (未了事项).

    ``source`` names what the program itself found, as ``material:12``; "" for what a person pinned.
    """

    source = CharField(max_length=80, default="")
    title = CharField(max_length=200)
    note = TextField(default="")
    owner = ForeignKeyField(User, null=True, backref="matters", on_delete="RESTRICT")
    due = DateField(null=True)
    raised_by = ForeignKeyField(User, null=True, backref="raised", on_delete="RESTRICT")
    raised_at = DateTimeField(default=clock.utc_now)
    resolved_by = ForeignKeyField(User, null=True, backref="resolved", on_delete="RESTRICT")
    resolved_at = DateTimeField(null=True)
    resolution = TextField(default="")
    version = IntegerField(default=1)


Matter.add_index(Matter.index(Matter.source, unique=True, name="matter_once", where=(Matter.source != "")))
