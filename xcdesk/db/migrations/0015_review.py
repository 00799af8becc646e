"""Review by several people, delegation, signed paper, and the numbers and files of every issue.

Columns are added in plain words of both engines: nothing of a table that only grows is rewritten for them.
"""

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
    class Meta:
        table_name = "desk_user"


class StoredFile(Model):
    class Meta:
        table_name = "stored_file"


class ReviewStep(Model):
    class Meta:
        table_name = "review_step"


class Material(Model):
    needed_by = DateField(null=True)
    rank = IntegerField(default=1)

    class Meta:
        table_name = "material"


class MaterialEvent(Model):
    class Meta:
        table_name = "material_event"


class ReviewStepPerson(Model):
    step = ForeignKeyField(ReviewStep, on_delete="CASCADE", index=False)
    person = ForeignKeyField(User, on_delete="RESTRICT")
    place = IntegerField()

    class Meta:
        table_name = "review_step_person"
        indexes = ((("step", "person"), True),)


class Delegation(Model):
    principal = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    delegate = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    since = DateField()
    until = DateField()
    note = CharField(max_length=200, default="")
    made_by = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    made_at = DateTimeField()
    version = IntegerField(default=1)

    class Meta:
        table_name = "delegation"
        indexes = ((("delegate", "until"), False), (("principal", "until"), False))


class MaterialStep(Model):
    material = ForeignKeyField(Material, on_delete="RESTRICT", index=False)
    position = IntegerField()
    name = CharField(max_length=40)
    role = CharField(max_length=16)
    mode = CharField(max_length=8)
    hours = IntegerField(default=0)
    by_role = BooleanField(default=True)

    class Meta:
        table_name = "material_step"
        indexes = ((("material", "position"), True),)


class MaterialSeat(Model):
    material = ForeignKeyField(Material, on_delete="RESTRICT", index=False)
    position = IntegerField()
    person = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    place = IntegerField()
    source = CharField(max_length=16)
    state = CharField(max_length=16)
    extra = BooleanField(default=False)
    given_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    why = TextField(default="")

    class Meta:
        table_name = "material_seat"
        indexes = ((("material", "position", "person"), True), (("person", "state", "material"), False))


class Consultation(Model):
    material = ForeignKeyField(Material, on_delete="RESTRICT")
    position = IntegerField()
    person = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    asked_by = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    question = TextField()
    asked_at = DateTimeField()
    reply = TextField(default="")
    replied_at = DateTimeField(null=True)

    class Meta:
        table_name = "consultation"
        indexes = ((("person", "replied_at"), False),)


class PaperSheet(Model):
    event = ForeignKeyField(MaterialEvent, unique=True, on_delete="RESTRICT")
    signatory = CharField(max_length=40)
    post = CharField(max_length=40, default="")
    person = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    signed_on = DateField()
    file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
    label = CharField(max_length=120)

    class Meta:
        table_name = "paper_sheet"


class MaterialIssue(Model):
    material = ForeignKeyField(Material, unique=True, on_delete="RESTRICT")
    kind = CharField(max_length=24)
    year = IntegerField()
    number = IntegerField()
    issued_on = DateField()
    pages = IntegerField()
    record_count = IntegerField()
    record_digest = CharField(max_length=64)

    class Meta:
        table_name = "material_issue"
        indexes = ((("kind", "year", "number"), True),)


class MaterialFile(Model):
    issue = ForeignKeyField(MaterialIssue, on_delete="RESTRICT", index=False)
    kind = CharField(max_length=8)
    name = CharField(max_length=120)
    sha256 = CharField(max_length=64)
    content = BlobField()
    made_at = DateTimeField()

    class Meta:
        table_name = "material_file"
        indexes = ((("issue", "kind"), True),)


NEW = (
    ReviewStepPerson,
    Delegation,
    MaterialStep,
    MaterialSeat,
    Consultation,
    PaperSheet,
    MaterialIssue,
    MaterialFile,
)

PERSON = "INTEGER REFERENCES desk_user (id) ON DELETE RESTRICT"
ADDED = {
    "review_step": (
        "template INTEGER NOT NULL DEFAULT 1",
        "mode VARCHAR(8) NOT NULL DEFAULT 'any'",
        "hours INTEGER NOT NULL DEFAULT 0",
    ),
    "material": (
        "rank INTEGER NOT NULL DEFAULT 1",
        "entered_at TIMESTAMP",
        f"claimed_by_id {PERSON}",
        "expedited BOOLEAN NOT NULL DEFAULT FALSE",
        f"check_owner_id {PERSON}",
        "check_due DATE",
        "checked_at TIMESTAMP",
        "corrects_id INTEGER REFERENCES material (id) ON DELETE RESTRICT",
    ),
    "material_event": (
        f"behalf_of_id {PERSON}",
        "behalf_name VARCHAR(40) NOT NULL DEFAULT ''",
        "concerning VARCHAR(200) NOT NULL DEFAULT ''",
        "checked VARCHAR(80) NOT NULL DEFAULT ''",
    ),
}
INDEXES = (
    "UNIQUE INDEX review_step_of_template ON review_step (kind, template, position)",
    "INDEX material_rank_changed_at ON material (rank, changed_at)",
    "INDEX material_state_rank_changed_at ON material (state, rank, changed_at)",
    "INDEX material_kind_rank_changed_at ON material (kind, rank, changed_at)",
    "INDEX material_entered_at ON material (entered_at)",
    "INDEX material_changed_at ON material (changed_at)",
    "INDEX material_check_owner_id ON material (check_owner_id)",
    "INDEX material_corrects_id ON material (corrects_id)",
)
EARLIEST = 10_000_000
"""Rank of a text needed on day 0; the later it is needed, the lower."""
FILLED = (
    "UPDATE material SET rank = 0 WHERE state IN ('issued', 'voided')",
    "UPDATE material SET entered_at = changed_at WHERE state = 'in_review'",
    "INSERT INTO material_step (material_id, position, name, role, mode, hours, by_role) "
    "SELECT material.id, review_step.position, review_step.name, review_step.role, 'any', 0, TRUE "
    "FROM material JOIN review_step ON review_step.kind = material.kind "
    "WHERE material.state IN ('in_review', 'returned', 'approved')",
)


def up(migrator: Any, db: Database) -> None:
    """Add columns, tables and indexes; what is under review keeps the steps of today."""
    for table, columns in ADDED.items():
        for column in columns:
            db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column}")
    for index in db.get_indexes("review_step"):
        if index.columns == ["kind", "position"]:
            migrator.migrate(migrator.drop_index("review_step", index.name))
    with db.bind_ctx((User, StoredFile, ReviewStep, Material, MaterialEvent, *NEW)):
        db.create_tables(NEW, safe=False)
        for index in INDEXES:
            db.execute_sql(f"CREATE {index}")
        for filled in FILLED:
            db.execute_sql(filled)
        for row in Material.select().where(Material.needed_by.is_null(False), Material.rank == 1):
            rank = EARLIEST - row.needed_by.toordinal()
            Material.update(rank=rank).where(Material.id == row.id).execute()
