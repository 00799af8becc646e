"""Tables of the first release; frozen: it repeats the models on purpose and is never edited again."""

from typing import Any

from peewee import (
    BlobField,
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


class User(Model):
    login = CharField(unique=True, max_length=40)
    name = CharField(max_length=40)
    post = CharField(max_length=40, default="")
    role = CharField(max_length=16)
    secret = CharField(max_length=200, default="")
    active = BooleanField(default=True)
    created_at = DateTimeField()
    version = IntegerField(default=1)

    class Meta:
        table_name = "desk_user"


class Setting(Model):
    key = CharField(unique=True, max_length=80)
    value = TextField()
    version = IntegerField(default=1)

    class Meta:
        table_name = "setting"


class Unit(Model):
    name = CharField(unique=True, max_length=80)
    kind = CharField(max_length=16)
    position = IntegerField(default=0)
    active = BooleanField(default=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "unit"


class UnitSpelling(Model):
    unit = ForeignKeyField(Unit, on_delete="CASCADE")
    spelling = CharField(max_length=80)
    key = CharField(unique=True, max_length=80)

    class Meta:
        table_name = "unit_spelling"


class Outlet(Model):
    name = CharField(unique=True, max_length=80)
    kind = CharField(max_length=16)
    tier = CharField(max_length=16)
    publication_days = CharField(max_length=7, default="1234567")
    deadline = CharField(max_length=5, default="")
    verified_on = DateField(null=True)
    position = IntegerField(default=0)
    active = BooleanField(default=True)
    note = TextField(default="")
    version = IntegerField(default=1)

    class Meta:
        table_name = "outlet"


class OutletSpelling(Model):
    outlet = ForeignKeyField(Outlet, on_delete="CASCADE")
    spelling = CharField(max_length=80)
    key = CharField(unique=True, max_length=80)

    class Meta:
        table_name = "outlet_spelling"


class Tenure(Model):
    outlet = ForeignKeyField(Outlet, on_delete="RESTRICT")
    role = CharField(max_length=16)
    name = CharField(max_length=40)
    post = CharField(max_length=80, default="")
    phone = CharField(max_length=40, default="")
    since = DateField(null=True)
    until = DateField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "tenure"


class Programme(Model):
    outlet = ForeignKeyField(Outlet, on_delete="RESTRICT")
    name = CharField(max_length=80)
    is_column = BooleanField(default=False)
    opened_on = DateField(null=True)
    closed_on = DateField(null=True)
    note = TextField(default="")
    version = IntegerField(default=1)

    class Meta:
        table_name = "programme"
        indexes = ((("outlet", "name"), True),)


class Term(Model):
    vocabulary = CharField(max_length=16)
    code = CharField(max_length=32)
    label = CharField(max_length=40)
    short = CharField(max_length=8, default="")
    spellings = TextField(default="")
    position = IntegerField(default=0)
    active = BooleanField(default=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "term"
        indexes = ((("vocabulary", "code"), True),)


class ReprintGroup(Model):
    title = CharField(max_length=200)
    created_at = DateTimeField()

    class Meta:
        table_name = "reprint_group"


class CoverageItem(Model):
    outlet = ForeignKeyField(Outlet, on_delete="RESTRICT")
    day = DateField()
    title = CharField(max_length=200, default="")
    title_key = CharField(max_length=200, default="")
    form = CharField(null=True, max_length=32)
    theme = CharField(null=True, max_length=32)
    tier = CharField(max_length=16)
    unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
    programme = ForeignKeyField(Programme, null=True, on_delete="RESTRICT")
    slot = CharField(max_length=40, default="")
    author = CharField(max_length=80, default="")
    url = CharField(max_length=500, default="")
    note = TextField(default="")
    group = ForeignKeyField(ReprintGroup, null=True, on_delete="RESTRICT")
    key = CharField(unique=True, null=True, max_length=80)
    logged_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    logged_at = DateTimeField()
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "coverage_item"
        indexes = ((("day", "outlet"), False), (("unit", "day"), False))


class NoneToday(Model):
    outlet = ForeignKeyField(Outlet, on_delete="RESTRICT")
    day = DateField()
    reason = CharField(max_length=32)
    note = TextField(default="")
    logged_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    logged_at = DateTimeField()
    version = IntegerField(default=1)

    class Meta:
        table_name = "none_today"
        indexes = ((("outlet", "day"), True),)


class Quota(Model):
    code = CharField(max_length=32)
    label = CharField(max_length=40)
    subject = CharField(max_length=16)
    period = CharField(max_length=16)
    minimum = IntegerField()
    since = DateField(null=True)
    until = DateField(null=True)
    position = IntegerField(default=0)
    version = IntegerField(default=1)

    class Meta:
        table_name = "quota"


class QuotaMember(Model):
    quota = ForeignKeyField(Quota, on_delete="CASCADE")
    outlet = ForeignKeyField(Outlet, on_delete="CASCADE")

    class Meta:
        table_name = "quota_member"
        indexes = ((("quota", "outlet"), True),)


class ImportBatch(Model):
    sender = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
    file_name = CharField()
    sha256 = CharField(index=True, max_length=64)
    state = CharField(max_length=16, default="applied")
    counts = TextField(default="{}")
    imported_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    imported_at = DateTimeField()
    undone_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "import_batch"


class ImportRow(Model):
    batch = ForeignKeyField(ImportBatch, on_delete="RESTRICT")
    sheet = CharField(max_length=80, default="")
    row = IntegerField()
    item = IntegerField(index=True)
    before = TextField(null=True)
    after = TextField()
    item_version = IntegerField()

    class Meta:
        table_name = "import_row"


class RememberedMapping(Model):
    sender = ForeignKeyField(Unit, on_delete="CASCADE")
    signature = CharField(max_length=64)
    mapping = TextField()
    used_at = DateTimeField()
    version = IntegerField(default=1)

    class Meta:
        table_name = "remembered_mapping"
        indexes = ((("sender", "signature"), True),)


class ReviewStep(Model):
    kind = CharField(max_length=24)
    position = IntegerField()
    name = CharField(max_length=40)
    role = CharField(max_length=16)
    version = IntegerField(default=1)

    class Meta:
        table_name = "review_step"
        indexes = ((("kind", "position"), True),)


class Material(Model):
    kind = CharField(max_length=24)
    title = CharField(max_length=200)
    body = TextField(default="")
    state = CharField(max_length=16, default="draft")
    revision = IntegerField(default=1)
    text_hash = CharField(max_length=64)
    step = IntegerField(default=0)
    resume_step = IntegerField(default=0)
    round = IntegerField(default=1)
    needed_by = DateField(null=True)
    author = ForeignKeyField(User, on_delete="RESTRICT")
    submitted_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    created_at = DateTimeField()
    changed_at = DateTimeField()
    version = IntegerField(default=1)

    class Meta:
        table_name = "material"


class MaterialVersion(Model):
    material = ForeignKeyField(Material, on_delete="RESTRICT")
    revision = IntegerField()
    title = CharField(max_length=200)
    body = TextField()
    text_hash = CharField(max_length=64)
    written_by = ForeignKeyField(User, on_delete="RESTRICT")
    written_at = DateTimeField()

    class Meta:
        table_name = "material_version"
        indexes = ((("material", "revision"), True),)


class MaterialEvent(Model):
    material = ForeignKeyField(Material, on_delete="RESTRICT")
    at = DateTimeField()
    who = ForeignKeyField(User, on_delete="RESTRICT")
    who_name = CharField(max_length=40)
    who_post = CharField(max_length=40, default="")
    action = CharField(max_length=32)
    from_state = CharField(max_length=16)
    to_state = CharField(max_length=16)
    step = IntegerField(default=0)
    step_name = CharField(max_length=40, default="")
    revision = IntegerField()
    text_hash = CharField(max_length=64)
    opinion = TextField(default="")

    class Meta:
        table_name = "material_event"


class SeriesCounter(Model):
    series = CharField(unique=True, max_length=24)
    year = IntegerField()
    number = IntegerField(default=0)
    running = IntegerField(default=0)

    class Meta:
        table_name = "series_counter"


class Bulletin(Model):
    series = CharField(max_length=24)
    period_start = DateField()
    period_end = DateField()
    material = ForeignKeyField(Material, unique=True, on_delete="RESTRICT")
    year = IntegerField(null=True)
    number = IntegerField(null=True)
    running = IntegerField(null=True)
    issued_on = DateField(null=True)
    pages = IntegerField(null=True)
    composed_hash = CharField(max_length=64, default="")
    void_reason = TextField(default="")
    created_at = DateTimeField()
    version = IntegerField(default=1)

    class Meta:
        table_name = "bulletin"
        indexes = ((("series", "year", "number"), True), (("series", "running"), True))


class BulletinFile(Model):
    bulletin = ForeignKeyField(Bulletin, on_delete="RESTRICT")
    kind = CharField(max_length=8)
    name = CharField(max_length=120)
    sha256 = CharField(max_length=64)
    content = BlobField()
    made_at = DateTimeField()

    class Meta:
        table_name = "bulletin_file"
        indexes = ((("bulletin", "kind"), True),)


class Contribution(Model):
    outlet = ForeignKeyField(Outlet, null=True, on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
    received_on = DateField(index=True)
    title = CharField(max_length=200)
    body = TextField(default="")
    section = CharField(max_length=40, default="")
    contact = CharField(max_length=80, default="")
    state = CharField(max_length=16, default="received")
    bulletin = ForeignKeyField(Bulletin, null=True, on_delete="RESTRICT")
    position = IntegerField(default=0)
    received_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    version = IntegerField(default=1)

    class Meta:
        table_name = "contribution"


class AuditEntry(Model):
    at = DateTimeField()
    who = CharField(max_length=40)
    who_name = CharField(max_length=40)
    action = CharField(max_length=40)
    subject = CharField(max_length=60, index=True)
    facts = TextField()
    previous = CharField(max_length=64)
    digest = CharField(max_length=64)

    class Meta:
        table_name = "audit_entry"


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

TABLES = (
    User,
    Setting,
    Unit,
    UnitSpelling,
    Outlet,
    OutletSpelling,
    Tenure,
    Programme,
    Term,
    ReprintGroup,
    CoverageItem,
    NoneToday,
    Quota,
    QuotaMember,
    ImportBatch,
    ImportRow,
    RememberedMapping,
    ReviewStep,
    Material,
    MaterialVersion,
    MaterialEvent,
    SeriesCounter,
    Bulletin,
    BulletinFile,
    Contribution,
    AuditEntry,
)


def up(migrator: Any, db: Database) -> None:
    """Create every table, in an order that satisfies the foreign keys."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES, safe=False)
