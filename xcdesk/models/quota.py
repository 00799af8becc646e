"""Quotas (任务指标): who owes how much of what, over which period, from when to when."""

from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField
from playhouse.fields import EnumField

from xcdesk.codes import QuotaPeriod, QuotaSubject
from xcdesk.db.base import BaseModel
from xcdesk.models.roster import Outlet


class Quota(BaseModel):
    """One quota over one stretch of time; without members it is owed by the office as a whole.

    Rows of one ``code`` follow one another in time: what was asked last year stays as it was asked.
    ``removed_at`` is set on a row that was entered by mistake.
    """

    code = CharField(max_length=32)
    label = CharField(max_length=40)
    subject = EnumField(QuotaSubject, max_length=16)
    period = EnumField(QuotaPeriod, max_length=16)
    minimum = IntegerField()
    since = DateField(null=True)
    until = DateField(null=True)
    position = IntegerField(default=0)
    version = IntegerField(default=1)
    removed_at = DateTimeField(null=True)


class QuotaMember(BaseModel):
    """An outlet that owes a quota; days of None are those of the quota."""

    quota = ForeignKeyField(Quota, backref="members", on_delete="CASCADE")
    outlet = ForeignKeyField(Outlet, backref="quotas", on_delete="CASCADE")
    since = DateField(null=True)
    until = DateField(null=True)

    class Meta:
        indexes = ((("quota", "outlet"), True),)
