"""Two rows of the roster made one, with what is needed to make them two again."""

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk import clock
from xcdesk.codes import MergeKind
from xcdesk.db.base import BaseModel
from xcdesk.models.people import User


class Merge(BaseModel):
    """One merging (合并): the row ``gone`` is now part of ``kept``.

    ``facts`` is JSON: the row that went, the rows that moved by id, and those that were set aside, whole.
    They may name persons and telephones, so that they stand here and not in the record.
    """

    kind = EnumField(MergeKind, max_length=16)
    kept = IntegerField()
    gone = IntegerField()
    gone_name = CharField(max_length=80)
    facts = TextField()
    merged_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    merged_at = DateTimeField(default=clock.utc_now)
    undone_at = DateTimeField(null=True)
    version = IntegerField(default=1)
