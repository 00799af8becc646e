"""What lists of cases and of answers brought: which row did what, and how their columns were understood."""

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, TextField

from xcdesk import clock
from xcdesk.db.base import BaseModel
from xcdesk.models.cases import Case
from xcdesk.models.imports import ImportBatch
from xcdesk.models.roster import Unit


class ImportCase(BaseModel):
    """What one row of a batch did: the case it registered or answered, and its version right after.

    A higher version tells that something was done to the case since. Nothing of a petitioner is here.
    """

    batch = ForeignKeyField(ImportBatch, backref="cases", on_delete="RESTRICT")
    sheet = CharField(max_length=80, default="")
    row = IntegerField()
    case = ForeignKeyField(Case, backref="imports", on_delete="RESTRICT")
    case_version = IntegerField()


class CaseColumns(BaseModel):
    """How columns of a list of cases were understood, by their headings; ``mapping`` is JSON.

    ``sender`` is empty for lists that the office itself has.
    """

    sender = ForeignKeyField(Unit, null=True, backref="case_columns", on_delete="CASCADE")
    signature = CharField(max_length=64)
    mapping = TextField()
    used_at = DateTimeField(default=clock.utc_now)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("sender", "signature"), True),)
