"""The coverage log: what ran, what did not and why."""

from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk import clock
from xcdesk.codes import Tier
from xcdesk.db.base import BaseModel
from xcdesk.models.people import User
from xcdesk.models.roster import Outlet, Programme, Unit


class ReprintGroup(BaseModel):
    """The same piece in several outlets (同稿多发): one piece, several placements."""

    title = CharField(max_length=200)
    created_at = DateTimeField(default=clock.utc_now)


class CoverageItem(BaseModel):
    """One placement of one piece in one outlet on one day (报道).

    ``title_key`` is the normalised title ("" for a counted item without title); ``form`` and ``theme`` are
    codes of terms or null; ``removed_at`` is set while the row lies in the trash; ``key`` makes a repeated
    request write once.
    """

    outlet = ForeignKeyField(Outlet, backref="items", on_delete="RESTRICT", index=False)
    day = DateField()
    title = CharField(max_length=200, default="")
    title_key = CharField(max_length=200, default="")
    form = CharField(max_length=32, null=True)
    theme = CharField(max_length=32, null=True)
    tier = EnumField(Tier, max_length=16)
    unit = ForeignKeyField(Unit, backref="items", null=True, on_delete="RESTRICT", index=False)
    programme = ForeignKeyField(Programme, backref="items", null=True, on_delete="RESTRICT")
    slot = CharField(max_length=40, default="")
    author = CharField(max_length=80, default="")
    url = CharField(max_length=500, default="")
    note = TextField(default="")
    group = ForeignKeyField(ReprintGroup, backref="items", null=True, on_delete="RESTRICT", index=False)
    key = CharField(max_length=80, null=True, unique=True)
    logged_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    logged_at = DateTimeField(default=clock.utc_now)
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        # An index of a list holds the rows of each value in the log by day; the trash lies apart in it.
        indexes = (
            (("outlet", "removed_at", "day"), False),
            (("unit", "removed_at", "day"), False),
            (("form", "removed_at", "day"), False),
            (("theme", "removed_at", "day"), False),
            (("tier", "removed_at", "day"), False),
            (("removed_at", "day"), False),
            (("removed_at", "logged_at"), False),
        )


CoverageItem.add_index(
    CoverageItem.index(
        CoverageItem.outlet,
        CoverageItem.day,
        CoverageItem.title_key,
        unique=True,
        name="coverage_item_once",
        where=(CoverageItem.removed_at.is_null() & (CoverageItem.title_key != "")),
    )
)


for _name, _fields in (
    ("coverage_item_reprints", ("removed_at", "day", "outlet", "tier", "unit", "form", "group")),
    ("coverage_item_groups", ("group", "removed_at", "outlet")),
):  # few rows stand in groups
    _columns = [getattr(CoverageItem, _field) for _field in _fields]
    CoverageItem.add_index(CoverageItem.index(*_columns, name=_name, where=CoverageItem.group.is_null(False)))


class NoneToday(BaseModel):
    """An outlet ran nothing on a day, and why (今日无稿); ``reason`` is the code of a term."""

    outlet = ForeignKeyField(Outlet, backref="none_days", on_delete="RESTRICT")
    day = DateField()
    reason = CharField(max_length=32)
    note = TextField(default="")
    logged_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    logged_at = DateTimeField(default=clock.utc_now)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("outlet", "day"), True),)
