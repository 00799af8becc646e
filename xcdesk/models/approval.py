"""The approval queue: only what the office itself issues (文稿), its versions, its steps and its events."""

from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk import clock
from xcdesk.codes import MaterialKind, MaterialState, Role
from xcdesk.db.base import BaseModel
from xcdesk.models.people import User


class ReviewStep(BaseModel):
    """One step that a kind of material passes on its way to sign-off; ``position`` counts from 1."""

    kind = EnumField(MaterialKind, max_length=24)
    position = IntegerField()
    name = CharField(max_length=40)
    role = EnumField(Role, max_length=16)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("kind", "position"), True),)


class Material(BaseModel):
    """A text on its way through the approval queue.

    ``body`` is the markup of `xcdesk.documents`; ``revision`` counts its saved texts; ``text_hash`` is the
    content hash of title and body; ``step`` is the position of the review step in hand, 0 outside review;
    ``resume_step`` is where a returned text goes on.
    """

    kind = EnumField(MaterialKind, max_length=24)
    title = CharField(max_length=200)
    body = TextField(default="")
    state = EnumField(MaterialState, max_length=16, default=MaterialState.DRAFT)
    revision = IntegerField(default=1)
    text_hash = CharField(max_length=64)
    step = IntegerField(default=0)
    resume_step = IntegerField(default=0)
    round = IntegerField(default=1)
    needed_by = DateField(null=True)
    author = ForeignKeyField(User, backref="materials", on_delete="RESTRICT")
    submitted_by = ForeignKeyField(User, null=True, backref="submitted", on_delete="RESTRICT")
    created_at = DateTimeField(default=clock.utc_now)
    changed_at = DateTimeField(default=clock.utc_now)
    version = IntegerField(default=1)


class MaterialVersion(BaseModel):
    """One saved text of a material and who wrote it; never changed."""

    material = ForeignKeyField(Material, backref="versions", on_delete="RESTRICT")
    revision = IntegerField()
    title = CharField(max_length=200)
    body = TextField()
    text_hash = CharField(max_length=64)
    written_by = ForeignKeyField(User, on_delete="RESTRICT")
    written_at = DateTimeField(default=clock.utc_now)

    class Meta:
        indexes = ((("material", "revision"), True),)


class MaterialEvent(BaseModel):
    """One step a material took: who did what, from where to where, on which text; never changed.

    ``who_name`` and ``who_post`` are the name and post of that day.
    """

    material = ForeignKeyField(Material, backref="events", on_delete="RESTRICT")
    at = DateTimeField(default=clock.utc_now)
    who = ForeignKeyField(User, on_delete="RESTRICT")
    who_name = CharField(max_length=40)
    who_post = CharField(max_length=40, default="")
    action = CharField(max_length=32)
    from_state = EnumField(MaterialState, max_length=16)
    to_state = EnumField(MaterialState, max_length=16)
    step = IntegerField(default=0)
    step_name = CharField(max_length=40, default="")
    revision = IntegerField()
    text_hash = CharField(max_length=64)
    opinion = TextField(default="")
