"""Import batches: which file, which rows, and what each row was before."""

from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk import clock
from xcdesk.codes import BatchKind, BatchState
from xcdesk.db.base import BaseModel
from xcdesk.models.people import User
from xcdesk.models.roster import Unit


class ImportBatch(BaseModel):
    """One county return written to the log, or sent back whole (导入批次); a list of cases, or of answers.

    ``kind`` says which of these.
    ``counts`` is JSON: rows by status. ``received_on`` is the day on which the file came (None, as in old
    batches: the day of the import); ``returned_at`` tells that a returned workbook was made of it;
    ``corrects`` is the earlier batch whose corrected file this one is. That one stands beside it, or is
    superseded where a person has said that this one comes in its place.
    """

    kind = EnumField(BatchKind, max_length=16, default=BatchKind.COVERAGE)
    sender = ForeignKeyField(Unit, null=True, backref="batches", on_delete="RESTRICT")
    file_name = CharField(max_length=255)
    sha256 = CharField(max_length=64, index=True)
    state = EnumField(BatchState, max_length=16, default=BatchState.APPLIED)
    counts = TextField(default="{}")
    imported_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    imported_at = DateTimeField(default=clock.utc_now)
    undone_at = DateTimeField(null=True)
    received_on = DateField(null=True)
    returned_at = DateTimeField(null=True)
    corrects = ForeignKeyField("self", null=True, backref="corrected_by", on_delete="RESTRICT")
    version = IntegerField(default=1)


class ImportMonth(BaseModel):
    """How many rows of a batch were written and turned down for one unit and month (its first day).

    The unit is the sender, or the one written in the rows where nothing names the sender. Kept when the batch
    is written, so that nobody looks through the log to know who has sent.
    """

    batch = ForeignKeyField(ImportBatch, backref="months", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
    month = DateField(index=True)
    accepted = IntegerField(default=0)
    turned_down = IntegerField(default=0)

    class Meta:
        indexes = ((("batch", "unit", "month"), True),)


class ImportRow(BaseModel):
    """What one row of a batch did: the item it made or changed, and that item before and after, as JSON.

    ``item_version`` is the item's version right after the import; a higher one tells of a later edit.
    ``corrected`` lists, as JSON, the cells that a person typed anew, with what the sheet said.
    """

    batch = ForeignKeyField(ImportBatch, backref="rows", on_delete="RESTRICT")
    sheet = CharField(max_length=80, default="")
    row = IntegerField()
    item = IntegerField(index=True)
    before = TextField(null=True)
    after = TextField()
    item_version = IntegerField()
    corrected = TextField(null=True)


class RememberedMapping(BaseModel):
    """How a sender's columns were understood, by the signature of the headings; ``mapping`` is JSON."""

    sender = ForeignKeyField(Unit, backref="mappings", on_delete="CASCADE")
    signature = CharField(max_length=64)
    mapping = TextField()
    used_at = DateTimeField(default=clock.utc_now)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("sender", "signature"), True),)
