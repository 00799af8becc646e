"""Advertisement plan, units' manuscripts, other activities and their list; frozen like every migration."""

from typing import Any

from peewee import (
    BooleanField,
    CharField,
    Database,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

ACTIVITIES = (
    ("sms", "手机短信", "短信\n手机报\n短信群发"),
    ("closed_circuit", "闭路电视", "内部电视\n楼宇电视\n户外屏"),
    ("essay", "征文", "征文活动\n主题征文"),
    ("quiz", "知识竞赛", "有奖竞答\n答题\n知识问答"),
    ("speech", "演讲", "演讲比赛\n宣讲\n报告会"),
    ("contest", "评比竞赛", "竞赛\n技能比武\n评选"),
    ("other_activity", "其他活动", ""),
)


class User(Model):
    class Meta:
        table_name = "desk_user"


class Unit(Model):
    class Meta:
        table_name = "unit"


class Outlet(Model):
    class Meta:
        table_name = "outlet"


class CoverageItem(Model):
    class Meta:
        table_name = "coverage_item"


class StoredFile(Model):
    class Meta:
        table_name = "stored_file"


class Material(Model):
    class Meta:
        table_name = "material"


class Term(Model):
    vocabulary = CharField(max_length=16)
    code = CharField(max_length=32)
    label = CharField(max_length=40)
    short = CharField(max_length=8)
    spellings = TextField()
    position = IntegerField()
    active = BooleanField()
    version = IntegerField()

    class Meta:
        table_name = "term"


class AdvertPlan(Model):
    outlet = ForeignKeyField(Outlet, on_delete="RESTRICT", index=False)
    slot = CharField(max_length=80)
    per_week = IntegerField()
    since = DateField()
    until = DateField(null=True)
    material = ForeignKeyField(Material, null=True, on_delete="RESTRICT")
    wording = TextField(default="")
    hotline = CharField(max_length=40, default="")
    note = TextField(default="")
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "advert_plan"
        indexes = ((("outlet", "since"), False),)


class Manuscript(Model):
    unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
    sent_on = DateField()
    title = CharField(max_length=200)
    title_key = CharField(max_length=200)
    note = TextField(default="")
    logged_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    logged_at = DateTimeField()
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "manuscript"
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


class ManuscriptOutlet(Model):
    manuscript = ForeignKeyField(Manuscript, on_delete="CASCADE", index=False)
    outlet = ForeignKeyField(Outlet, on_delete="RESTRICT")

    class Meta:
        table_name = "manuscript_outlet"
        indexes = ((("manuscript", "outlet"), True),)


class ManuscriptUse(Model):
    manuscript = ForeignKeyField(Manuscript, on_delete="CASCADE", index=False)
    item = ForeignKeyField(CoverageItem, on_delete="CASCADE")
    confirmed_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    confirmed_at = DateTimeField()

    class Meta:
        table_name = "manuscript_use"
        indexes = ((("manuscript", "item"), True),)


class Activity(Model):
    kind = CharField(max_length=32)
    unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
    day = DateField(index=True)
    title = CharField(max_length=200)
    people = IntegerField(null=True)
    note = TextField(default="")
    logged_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    logged_at = DateTimeField()
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "activity"


class ActivityFile(Model):
    activity = ForeignKeyField(Activity, on_delete="RESTRICT")
    file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
    label = CharField(max_length=120)
    added_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    added_at = DateTimeField()
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "activity_file"


OLD = (User, Unit, Outlet, CoverageItem, StoredFile, Material, Term)
NEW = (AdvertPlan, Manuscript, ManuscriptOutlet, ManuscriptUse, Activity, ActivityFile)


def up(_migrator: Any, db: Database) -> None:
    """Create the tables; an office that has lists already gets that of the activities, a new one its seed."""
    with db.bind_ctx((*OLD, *NEW)):
        db.create_tables(NEW, safe=False)
        if Term.select().exists():
            for position, (code, label, spellings) in enumerate(ACTIVITIES, start=1):
                Term.create(
                    vocabulary="activity",
                    code=code,
                    label=label,
                    short=label[:2],
                    spellings=spellings,
                    position=position,
                    active=True,
                    version=1,
                )
