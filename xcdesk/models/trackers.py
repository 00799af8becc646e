"""The plan's trackers: advertisements as planned, units' manuscripts and their use, other activities."""

from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from xcdesk import clock
from xcdesk.db.base import BaseModel
from xcdesk.models.approval import Material
from xcdesk.models.coverage import CoverageItem
from xcdesk.models.evidence import StoredFile
from xcdesk.models.people import User
from xcdesk.models.roster import Outlet, Unit


class AdvertPlan(BaseModel):
    """One line of the advertisement plan (公益广告计划): an outlet, a slot, so many times a week.

    ``material`` is the advertisement text that was signed off, ``wording`` the text where there is none.
    ``hotline`` is the report line that the text must carry. ``removed_at`` is set while it lies in the trash.
    """

    outlet = ForeignKeyField(Outlet, backref="adverts", on_delete="RESTRICT", index=False)
    slot = CharField(max_length=80)
    per_week = IntegerField()
    since = DateField()
    until = DateField(null=True)
    material = ForeignKeyField(Material, null=True, backref="adverts", on_delete="RESTRICT")
    wording = TextField(default="")
    hotline = CharField(max_length=40, default="")
    note = TextField(default="")
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("outlet", "since"), False),)


class Manuscript(BaseModel):
    """A text that a unit sent to news outlets (单位来稿); what came of it is told by its uses.

    ``title_key`` is the normalised title. A unit sends one title once on a day.
    """

    unit = ForeignKeyField(Unit, backref="manuscripts", on_delete="RESTRICT", index=False)
    sent_on = DateField()
    title = CharField(max_length=200)
    title_key = CharField(max_length=200)
    note = TextField(default="")
    logged_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    logged_at = DateTimeField(default=clock.utc_now)
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("unit", "sent_on"), False), (("sent_on",), False))


Manuscript.add_index(
    Manuscript.index(
        Manuscript.unit,
        Manuscript.sent_on,
        Manuscript.title_key,
        unique=True,
        name="manuscript_once",
        where=Manuscript.removed_at.is_null(),
    )
)


class ManuscriptOutlet(BaseModel):
    """An outlet that a manuscript was sent to."""

    manuscript = ForeignKeyField(Manuscript, backref="outlets", on_delete="CASCADE", index=False)
    outlet = ForeignKeyField(Outlet, on_delete="RESTRICT")

    class Meta:
        indexes = ((("manuscript", "outlet"), True),)


class ManuscriptUse(BaseModel):
    """A report that came of a manuscript, as a person has confirmed (采用)."""

    manuscript = ForeignKeyField(Manuscript, backref="uses", on_delete="CASCADE", index=False)
    item = ForeignKeyField(CoverageItem, backref="manuscripts", on_delete="CASCADE")
    confirmed_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    confirmed_at = DateTimeField(default=clock.utc_now)

    class Meta:
        indexes = ((("manuscript", "item"), True),)


class Activity(BaseModel):
    """Something else that was done for the campaign (其他活动): messages, quizzes, speeches and the like.

    ``kind`` is a code of the list of activities; ``unit`` who held it, null for the office itself; ``people``
    how many it reached or took part, null where nobody counted.
    """

    kind = CharField(max_length=32)
    unit = ForeignKeyField(Unit, null=True, backref="activities", on_delete="RESTRICT")
    day = DateField(index=True)
    title = CharField(max_length=200)
    people = IntegerField(null=True)
    note = TextField(default="")
    logged_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    logged_at = DateTimeField(default=clock.utc_now)
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)


class ActivityFile(BaseModel):
    """Evidence of an activity: a kept file under its name; ``removed_at`` as everywhere."""

    activity = ForeignKeyField(Activity, backref="files", on_delete="RESTRICT")
    file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
    label = CharField(max_length=120)
    added_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    added_at = DateTimeField(default=clock.utc_now)
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)
