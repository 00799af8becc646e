"""Follow-up cases, their private details, the office's calendar; frozen like every migration."""

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
from playhouse.migrate import SqliteMigrator

MARKS = "!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~"
HASH_BYTES = 8_000_000
INDEX = "followup_case_search"


class User(Model):
    class Meta:
        table_name = "desk_user"


class Unit(Model):
    class Meta:
        table_name = "unit"


class CoverageItem(Model):
    class Meta:
        table_name = "coverage_item"


class StoredFile(Model):
    class Meta:
        table_name = "stored_file"


class Material(Model):
    class Meta:
        table_name = "material"


class CalendarDay(Model):
    day = DateField(unique=True)
    working = BooleanField()
    note = CharField(max_length=80, default="")
    version = IntegerField(default=1)

    class Meta:
        table_name = "calendar_day"


class Case(Model):
    kind = CharField(max_length=16)
    year = IntegerField()
    number = IntegerField()
    title = CharField(max_length=200)
    body = TextField(default="")
    source = CharField(max_length=16)
    unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
    important = BooleanField(default=False)
    state = CharField(max_length=16, default="registered")
    round = IntegerField(default=1)
    received_on = DateField()
    registered_by = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    registered_at = DateTimeField()
    dispatched_on = DateField(null=True)
    sent_on = DateField(null=True)
    due = DateField(null=True)
    original_due = DateField(null=True)
    asked_due = DateField(null=True)
    extensions = IntegerField(default=0)
    returns = IntegerField(default=0)
    return_asked = BooleanField(default=False)
    receiver = CharField(max_length=40, default="")
    accepted_on = DateField(null=True)
    notice = CharField(max_length=8, null=True)
    answer = TextField(default="")
    result = CharField(max_length=16, null=True)
    answered_on = DateField(null=True)
    answered_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    attempts = IntegerField(default=0)
    called_back = CharField(max_length=16, null=True)
    dissatisfied = IntegerField(default=0)
    closed_on = DateField(null=True)
    timely = BooleanField(null=True)
    late_days = IntegerField(null=True)
    closing_round = IntegerField(null=True)
    reopened = IntegerField(default=0)
    merged_into = ForeignKeyField("self", null=True, on_delete="RESTRICT")
    promise = TextField(default="")
    promised_on = DateField(null=True)
    interviewed_on = DateField(null=True)
    reply = TextField(default="")
    replied_on = DateField(null=True)
    published = ForeignKeyField(Material, null=True, on_delete="RESTRICT")
    changed_at = DateTimeField()
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "followup_case"  # "case" is a reserved word
        indexes = (
            (("kind", "year", "number"), True),
            (("state", "due"), False),
            (("unit", "state"), False),
            (("kind", "state", "due"), False),
            (("due",), False),
            (("closed_on",), False),
            (("dispatched_on",), False),
        )


class CaseUnit(Model):
    case = ForeignKeyField(Case, on_delete="CASCADE", index=False)
    unit = ForeignKeyField(Unit, on_delete="RESTRICT")

    class Meta:
        table_name = "case_unit"
        indexes = ((("case", "unit"), True),)


class CaseEvent(Model):
    case = ForeignKeyField(Case, on_delete="RESTRICT")
    at = DateTimeField()
    who = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    who_name = CharField(max_length=40)
    who_post = CharField(max_length=40, default="")
    action = CharField(max_length=24)
    from_state = CharField(max_length=16)
    to_state = CharField(max_length=16)
    round = IntegerField()
    words = TextField(default="")
    day = DateField(null=True)
    detail = CharField(max_length=24, default="")
    concerning = CharField(max_length=200, default="")
    sheet = CharField(max_length=16, null=True)
    sheet_year = IntegerField(null=True)
    sheet_number = IntegerField(null=True)

    class Meta:
        table_name = "case_event"
        indexes = ((("sheet", "sheet_year", "sheet_number"), True),)


class CasePrivate(Model):
    case = ForeignKeyField(Case, unique=True, on_delete="RESTRICT")
    content = BlobField()
    key = CharField(max_length=16)
    kept_at = DateTimeField()
    erased_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "case_private"


class CaseLink(Model):
    case = ForeignKeyField(Case, on_delete="CASCADE", index=False)
    item = ForeignKeyField(CoverageItem, on_delete="CASCADE")

    class Meta:
        table_name = "case_link"
        indexes = ((("case", "item"), True),)


class CaseFile(Model):
    case = ForeignKeyField(Case, on_delete="RESTRICT")
    file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
    label = CharField(max_length=120)
    round = IntegerField(default=1)
    added_by = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    added_at = DateTimeField()
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "case_file"


NEW = (CalendarDay, Case, CaseUnit, CaseEvent, CasePrivate, CaseLink, CaseFile)


def up(migrator: Any, db: Database) -> None:
    """Create the tables, and the word index of the cases as 0005 does."""
    with db.bind_ctx((User, Unit, CoverageItem, StoredFile, Material, *NEW)):
        db.create_tables(NEW, safe=False)
    if isinstance(migrator, SqliteMigrator):
        _file_index(db)
    else:
        db.execute_sql(
            f"CREATE TABLE {INDEX} (key BIGINT PRIMARY KEY, words TEXT NOT NULL, pairs TEXT[] NOT NULL)"
        )
        db.execute_sql(f"CREATE INDEX {INDEX}_pairs ON {INDEX} USING gin (pairs)")


def _file_index(db: Database) -> None:
    marks = MARKS.replace('"', '""')
    db.execute_sql(
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5(pairs, content = '', contentless_delete = 1, prefix = '1', "
        f"tokenize = \"ascii tokenchars '{marks}'\")"
    )
    db.execute_sql(f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('hashsize', {HASH_BYTES})")  # noqa: S608
