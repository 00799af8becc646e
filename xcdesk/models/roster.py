"""The roster: units, outlets, the people in charge of them with dates, programmes, and editable lists."""

from peewee import BooleanField, CharField, DateField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk.codes import ContactRole, OutletKind, Tier, UnitKind, Vocabulary
from xcdesk.db.base import BaseModel


class Unit(BaseModel):
    """A county, department or enterprise (单位): sends returns, is counted in circulars, answers cases."""

    name = CharField(max_length=80, unique=True)
    kind = EnumField(UnitKind, max_length=16)
    position = IntegerField(default=0)
    active = BooleanField(default=True)
    version = IntegerField(default=1)


class UnitSpelling(BaseModel):
    """Another way a unit is written in returns; ``key`` is the normalised form, unique over all units."""

    unit = ForeignKeyField(Unit, backref="spellings", on_delete="CASCADE")
    spelling = CharField(max_length=80)
    key = CharField(max_length=80, unique=True)


class Outlet(BaseModel):
    """A media outlet (媒体单位); ``publication_days`` holds the ISO weekdays on which something is due."""

    name = CharField(max_length=80, unique=True)
    kind = EnumField(OutletKind, max_length=16)
    tier = EnumField(Tier, max_length=16)
    publication_days = CharField(max_length=7, default="1234567")
    deadline = CharField(max_length=5, default="")
    verified_on = DateField(null=True)
    position = IntegerField(default=0)
    active = BooleanField(default=True)
    note = TextField(default="")
    version = IntegerField(default=1)


class OutletSpelling(BaseModel):
    """Another way an outlet is written in returns; ``key`` is the normalised form, unique over outlets."""

    outlet = ForeignKeyField(Outlet, backref="spellings", on_delete="CASCADE")
    spelling = CharField(max_length=80)
    key = CharField(max_length=80, unique=True)


class DayException(BaseModel):
    """Days on which an outlet departs from its weekdays: no issue (``publishes`` False), or an extra one."""

    outlet = ForeignKeyField(Outlet, backref="exceptions", on_delete="RESTRICT")
    since = DateField()
    until = DateField()
    publishes = BooleanField(default=False)
    note = CharField(max_length=80, default="")
    version = IntegerField(default=1)


class Tenure(BaseModel):
    """Who held a role at an outlet from when to when; a change of post never rewrites history."""

    outlet = ForeignKeyField(Outlet, backref="tenures", on_delete="RESTRICT")
    role = EnumField(ContactRole, max_length=16)
    name = CharField(max_length=40)
    post = CharField(max_length=80, default="")
    phone = CharField(max_length=40, default="")
    since = DateField(null=True)
    until = DateField(null=True)
    version = IntegerField(default=1)


class HandoverItem(BaseModel):
    """One open item that the holder of a tenure took over from the one before (移交事项).

    ``kind`` is a code of `xcdesk.services.due.handover`, ``subject`` the ``table:id`` it is about, ``detail``
    what stood there on that day: a title, or a number.
    """

    tenure = ForeignKeyField(Tenure, backref="taken_over", on_delete="CASCADE")
    kind = CharField(max_length=24)
    subject = CharField(max_length=60, default="")
    detail = CharField(max_length=200, default="")
    day = DateField(null=True)


class Programme(BaseModel):
    """A named programme or column of an outlet (栏目); ``is_column`` marks the campaign's fixed column."""

    outlet = ForeignKeyField(Outlet, backref="programmes", on_delete="RESTRICT")
    name = CharField(max_length=80)
    is_column = BooleanField(default=False)
    opened_on = DateField(null=True)
    closed_on = DateField(null=True)
    note = TextField(default="")
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("outlet", "name"), True),)


class Term(BaseModel):
    """One member of an editable list: a report form, a theme, a reason for none today.

    ``spellings`` are other words for it in returns, one a line; ``short`` is what a matrix cell shows.
    """

    vocabulary = EnumField(Vocabulary, max_length=16)
    code = CharField(max_length=32)
    label = CharField(max_length=40)
    short = CharField(max_length=8, default="")
    spellings = TextField(default="")
    position = IntegerField(default=0)
    active = BooleanField(default=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("vocabulary", "code"), True),)
