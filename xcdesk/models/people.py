"""People at the desks and the settings they share."""

from peewee import BooleanField, CharField, DateTimeField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk import clock
from xcdesk.codes import Role
from xcdesk.db.base import BaseModel


class User(BaseModel):
    """An account. It is disabled, never deleted: records keep pointing at it."""

    login = CharField(max_length=40, unique=True)
    name = CharField(max_length=40)
    post = CharField(max_length=40, default="")
    role = EnumField(Role, max_length=16)
    secret = CharField(max_length=200, default="")
    active = BooleanField(default=True)
    created_at = DateTimeField(default=clock.utc_now)
    version = IntegerField(default=1)

    class Meta:
        table_name = "desk_user"  # "user" is a reserved word of PostgreSQL


class Setting(BaseModel):
    """One setting of the office, shared by all its desks; ``value`` is JSON."""

    key = CharField(max_length=80, unique=True)
    value = TextField()
    version = IntegerField(default=1)
