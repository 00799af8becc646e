"""Bulletins and other issues, their numbers and frozen files, and the contributions that go into them."""

from peewee import BlobField, CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk import clock
from xcdesk.codes import ContributionState, MaterialKind, PieceKind, Series
from xcdesk.db.base import BaseModel
from xcdesk.models.approval import Material
from xcdesk.models.coverage import CoverageItem
from xcdesk.models.people import User
from xcdesk.models.roster import Outlet, Unit


class SeriesCounter(BaseModel):
    """Last numbers of a series, within ``year`` and over all years; the row is locked while issuing."""

    series = EnumField(Series, max_length=24, unique=True)
    year = IntegerField()
    number = IntegerField(default=0)
    running = IntegerField(default=0)


class Bulletin(BaseModel):
    """One issue of a series over a period. Its text is its material; numbers are null until it is issued.

    ``composed_hash`` is the content hash of the text as the program last put it together: it tells a text
    that was edited by hand, and figures that have moved since; ``wording`` (JSON) is how the office had
    worded the counting rules then, "" where as shipped. ``record_count`` and ``record_digest`` are the end of
    the record when it was issued, of which the short form is printed; empty for earlier issues.
    ``faces`` names the faces that drew its pages, ``around`` (JSON) is what stood around the text.
    """

    series = EnumField(Series, max_length=24)
    period_start = DateField()
    period_end = DateField()
    material = ForeignKeyField(Material, backref="bulletins", unique=True, on_delete="RESTRICT")
    year = IntegerField(null=True)
    number = IntegerField(null=True)
    running = IntegerField(null=True)
    issued_on = DateField(null=True)
    pages = IntegerField(null=True)
    record_count = IntegerField(default=0)
    record_digest = CharField(max_length=64, default="")
    faces = TextField(default="")
    around = TextField(default="")
    composed_hash = CharField(max_length=64, default="")
    wording = TextField(default="")
    void_reason = TextField(default="")
    created_at = DateTimeField(default=clock.utc_now)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("series", "year", "number"), True), (("series", "running"), True))


class BulletinFile(BaseModel):
    """A file of an issued bulletin as it went out; its bytes never change. ``kind`` is pdf, docx or xlsx."""

    bulletin = ForeignKeyField(Bulletin, backref="files", on_delete="RESTRICT")
    kind = CharField(max_length=8)
    name = CharField(max_length=120)
    sha256 = CharField(max_length=64)
    content = BlobField()
    made_at = DateTimeField(default=clock.utc_now)

    class Meta:
        indexes = ((("bulletin", "kind"), True),)


class MaterialIssue(BaseModel):
    """The number under which material other than a bulletin went out; a row never changes.

    ``record_count`` and ``record_digest`` are the end of the record when it was issued.
    """

    material = ForeignKeyField(Material, backref="issues", unique=True, on_delete="RESTRICT")
    kind = EnumField(MaterialKind, max_length=24)
    year = IntegerField()
    number = IntegerField()
    issued_on = DateField()
    pages = IntegerField()
    record_count = IntegerField()
    record_digest = CharField(max_length=64)

    class Meta:
        indexes = ((("kind", "year", "number"), True),)


class MaterialFile(BaseModel):
    """A file of issued material as it went out; its bytes never change. ``kind`` is pdf, docx or trace."""

    issue = ForeignKeyField(MaterialIssue, backref="files", on_delete="RESTRICT", index=False)
    kind = CharField(max_length=8)
    name = CharField(max_length=120)
    sha256 = CharField(max_length=64)
    content = BlobField()
    made_at = DateTimeField(default=clock.utc_now)

    class Meta:
        indexes = ((("issue", "kind"), True),)


class Contribution(BaseModel):
    """A contribution to the internal reference (来稿), from an outlet or a unit, for at most one issue.

    ``position`` orders the pieces of one issue, contributions and candidates together, whatever their
    sections. ``source_line`` is printed instead of the name of the source where it is not empty.
    """

    outlet = ForeignKeyField(Outlet, null=True, backref="contributions", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, backref="contributions", on_delete="RESTRICT")
    received_on = DateField(index=True)
    title = CharField(max_length=200)
    body = TextField(default="")
    source_line = CharField(max_length=120, default="")
    author = CharField(max_length=80, default="")
    section = CharField(max_length=40, default="")
    contact = CharField(max_length=80, default="")
    state = EnumField(ContributionState, max_length=16, default=ContributionState.RECEIVED)
    bulletin = ForeignKeyField(Bulletin, null=True, backref="contributions", on_delete="RESTRICT")
    position = IntegerField(default=0)
    received_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    version = IntegerField(default=1)


class Candidate(BaseModel):
    """What else may stand in an issue (备选稿): a report, signed material, or something written for it.

    It keeps a text of its own, which may be edited for print; ``item`` and ``material`` tell where it was
    marked, ``figure`` which table it is. It belongs to at most one issue, as a contribution does.
    """

    kind = EnumField(PieceKind, max_length=16)
    item = ForeignKeyField(CoverageItem, null=True, backref="candidates", on_delete="SET NULL")
    material = ForeignKeyField(Material, null=True, backref="candidates", on_delete="SET NULL")
    figure = CharField(max_length=16, default="")
    title = CharField(max_length=200, default="")
    body = TextField(default="")
    source_line = CharField(max_length=120, default="")
    author = CharField(max_length=80, default="")
    section = CharField(max_length=40, default="")
    state = EnumField(ContributionState, max_length=16, default=ContributionState.RECEIVED)
    bulletin = ForeignKeyField(Bulletin, null=True, backref="candidates", on_delete="RESTRICT")
    position = IntegerField(default=0)
    marked_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
    marked_on = DateField(default=clock.today, index=True)
    version = IntegerField(default=1)


class BulletinSection(BaseModel):
    """A section that somebody put into an issue, in its place; issues without any take the usual ones."""

    bulletin = ForeignKeyField(Bulletin, backref="sections", on_delete="CASCADE", index=False)
    name = CharField(max_length=40)
    position = IntegerField()

    class Meta:
        indexes = ((("bulletin", "name"), True),)
