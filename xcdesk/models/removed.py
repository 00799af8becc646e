"""Rows of the roster that lie in the trash, each kept whole."""

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, TextField

from xcdesk import clock
from xcdesk.db.base import BaseModel
from xcdesk.models.people import User


class RemovedRow(BaseModel):
    """A row that was taken out of its table and can be put back under its own number (回收站).

    ``kind`` is the table, ``row`` its id there; ``content`` is JSON of all its columns. It may name persons
    and telephones, so that it stands here and not in the record. ``title`` is what is searched.
    """

    kind = CharField(max_length=24)
    row = IntegerField()
    title = CharField(max_length=80)
    content = TextField()
    removed_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    removed_at = DateTimeField(default=clock.utc_now)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("kind", "row"), True), (("kind", "removed_at"), False))
