"""Evidence files of reports, each content kept once; frozen like every migration."""

from typing import Any

from peewee import (
    SQL,
    BlobField,
    CharField,
    Database,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
)


class User(Model):
    class Meta:
        table_name = "desk_user"


class CoverageItem(Model):
    class Meta:
        table_name = "coverage_item"


class StoredFile(Model):
    sha256 = CharField(max_length=64, unique=True)
    size = IntegerField()
    stored_at = DateTimeField()

    class Meta:
        table_name = "stored_file"


class StoredChunk(Model):
    file = ForeignKeyField(StoredFile, on_delete="CASCADE", index=False)
    number = IntegerField()
    content = BlobField()

    class Meta:
        table_name = "stored_chunk"
        indexes = ((("file", "number"), True),)


class Evidence(Model):
    item = ForeignKeyField(CoverageItem, on_delete="RESTRICT", index=False)
    file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
    label = CharField(max_length=120)
    captured_on = DateField(null=True)
    source = CharField(max_length=500, default="")
    added_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    added_at = DateTimeField()
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "evidence"
        indexes = ((("item", "removed_at"), False),)


Evidence.add_index(
    Evidence.index(
        Evidence.item, Evidence.file, unique=True, name="evidence_once", where=SQL("removed_at IS NULL")
    )
)

NEW = (StoredFile, StoredChunk, Evidence)


def up(_migrator: Any, db: Database) -> None:
    """Create the three tables."""
    with db.bind_ctx((User, CoverageItem, *NEW)):
        db.create_tables(NEW, safe=False)
