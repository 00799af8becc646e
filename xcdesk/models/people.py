"""People at the desks, how they prove who they are, and the settings they share."""

from peewee import BooleanField, CharField, DateTimeField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk import clock
from xcdesk.codes import Role
from xcdesk.db.base import BaseModel


class User(BaseModel):
    """An account. It is disabled, never deleted: records keep pointing at it.

    ``secret`` and ``pin`` are hashes, empty for none; a secret that an administrator gave is one to change.
    ``tries`` counts wrong ones: the last one allowed shuts the account until ``shut_until``.
    """

    login = CharField(max_length=40, unique=True)
    name = CharField(max_length=40)
    post = CharField(max_length=40, default="")
    role = EnumField(Role, max_length=16)
    secret = CharField(max_length=200, default="")
    pin = CharField(max_length=200, default="")
    must_change = BooleanField(default=False)
    tries = IntegerField(default=0)
    shut_until = DateTimeField(null=True)
    active = BooleanField(default=True)
    created_at = DateTimeField(default=clock.utc_now)
    version = IntegerField(default=1)

    class Meta:
        table_name = "desk_user"  # "user" is a reserved word of PostgreSQL


class RecoveryCode(BaseModel):
    """The way back for an administrator who forgot his password: a hash, of use until ``spent_at``."""

    secret = CharField(max_length=200)
    made_by = ForeignKeyField(User, on_delete="RESTRICT")
    made_at = DateTimeField(default=clock.utc_now)
    spent_at = DateTimeField(null=True)


class Setting(BaseModel):
    """One setting of the office, shared by all its desks; ``value`` is JSON."""

    key = CharField(max_length=80, unique=True)
    value = TextField()
    version = IntegerField(default=1)
