"""Sites that must carry the link to the topic page (专题链接)."""

from peewee import BooleanField, CharField, DateField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk.codes import LinkState
from xcdesk.db.base import BaseModel
from xcdesk.models.people import User
from xcdesk.models.roster import Outlet, Unit


class SiteLink(BaseModel):
    """One site: whose it is, the page that must carry the link, and what was seen there last.

    ``evidence`` says where the screenshot lies, ``captured_on`` when it was taken; ``every_days`` is how
    long a check holds.
    """

    name = CharField(max_length=80, unique=True)
    url = CharField(max_length=500)
    outlet = ForeignKeyField(Outlet, null=True, backref="links", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, backref="links", on_delete="RESTRICT")
    state = EnumField(LinkState, max_length=16, default=LinkState.UNCHECKED)
    checked_on = DateField(null=True)
    checked_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    evidence = CharField(max_length=500, default="")
    captured_on = DateField(null=True)
    every_days = IntegerField(default=30)
    note = TextField(default="")
    active = BooleanField(default=True)
    version = IntegerField(default=1)
