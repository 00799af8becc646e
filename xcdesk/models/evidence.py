"""Evidence of what ran: files kept in the database, each content once, and the reports they belong to."""

from peewee import BlobField, CharField, DateField, DateTimeField, ForeignKeyField, IntegerField

from xcdesk import clock
from xcdesk.db.base import BaseModel
from xcdesk.models.coverage import CoverageItem
from xcdesk.models.people import User


class StoredFile(BaseModel):
    """The content of a file, known by its SHA-256 and kept once, however many reports it belongs to."""

    sha256 = CharField(max_length=64, unique=True)
    size = IntegerField()
    stored_at = DateTimeField(default=clock.utc_now)


class StoredChunk(BaseModel):
    """A stretch of a file's bytes, so that no desk must hold a whole recording in its memory."""

    file = ForeignKeyField(StoredFile, backref="chunks", on_delete="CASCADE", index=False)
    number = IntegerField()
    content = BlobField()

    class Meta:
        indexes = ((("file", "number"), True),)


class Evidence(BaseModel):
    """A scan, picture, page or recording that shows that a report ran (证据).

    ``label`` is the name it is shown and exported under, ``captured_on`` the day on which it was made,
    ``source`` where from. ``removed_at`` is set while it lies in the trash.
    """

    item = ForeignKeyField(CoverageItem, backref="evidence", on_delete="RESTRICT", index=False)
    file = ForeignKeyField(StoredFile, backref="used", on_delete="RESTRICT")
    label = CharField(max_length=120)
    captured_on = DateField(null=True)
    source = CharField(max_length=500, default="")
    added_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    added_at = DateTimeField(default=clock.utc_now)
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("item", "removed_at"), False),)


Evidence.add_index(
    Evidence.index(
        Evidence.item,
        Evidence.file,
        unique=True,
        name="evidence_once",
        where=Evidence.removed_at.is_null(),
    )
)
