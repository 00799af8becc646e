"""The approval queue: only what the office itself issues (文稿), its versions, its steps and its events."""

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
)
from playhouse.fields import EnumField

from xcdesk import clock
from xcdesk.codes import MaterialKind, MaterialState, Role, SeatSource, SeatState, StepMode
from xcdesk.db.base import BaseModel
from xcdesk.models.people import User


class ReviewStep(BaseModel):
    """One step that a kind of material passes on its way to sign-off; ``position`` counts from 1.

    The steps with the highest ``template`` of a kind are in force; the others are what it passed before.
    ``hours`` is the target in working hours, 0 for none. The persons of `ReviewStepPerson` sit at the step;
    without any, everybody of the role does.
    """

    kind = EnumField(MaterialKind, max_length=24)
    template = IntegerField(default=1)
    position = IntegerField()
    name = CharField(max_length=40)
    role = EnumField(Role, max_length=16)
    mode = EnumField(StepMode, max_length=8, default=StepMode.ANY)
    hours = IntegerField(default=0)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("kind", "template", "position"), True),)


class ReviewStepPerson(BaseModel):
    """A person named at a step of a template; ``place`` is the order in which the named ones sign in turn."""

    step = ForeignKeyField(ReviewStep, backref="people", on_delete="CASCADE", index=False)
    person = ForeignKeyField(User, on_delete="RESTRICT")
    place = IntegerField()

    class Meta:
        indexes = ((("step", "person"), True),)


class Material(BaseModel):
    """A text on its way through the approval queue.

    ``body`` is the markup of `xcdesk.texts.documents`; ``revision`` counts its saved texts; ``text_hash`` is
    the content hash of title and body; ``step`` is the position of the review step in hand, 0 outside review;
    ``resume_step`` is where a returned text goes on. ``entered_at`` is when the step in hand was reached.
    ``rank`` is its place in the queue by state and day needed, the highest first. ``expedited`` tells that it
    was issued first; until ``checked_at`` the check is owed by ``check_owner`` on ``check_due``.
    ``corrects`` is the issue that this one takes the place of.
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
    rank = IntegerField(default=1)
    entered_at = DateTimeField(null=True)
    claimed_by = ForeignKeyField(User, null=True, backref="claimed", on_delete="RESTRICT", index=False)
    expedited = BooleanField(default=False)
    check_owner = ForeignKeyField(User, null=True, backref="checks", on_delete="RESTRICT")
    check_due = DateField(null=True)
    checked_at = DateTimeField(null=True)
    corrects = ForeignKeyField("self", null=True, backref="corrections", on_delete="RESTRICT")
    version = IntegerField(default=1)

    class Meta:
        indexes = (
            (("rank", "changed_at"), False),
            (("state", "rank", "changed_at"), False),
            (("kind", "rank", "changed_at"), False),
            (("entered_at",), False),
            (("changed_at",), False),
        )


class MaterialStep(BaseModel):
    """One step of one material, as it was when the material was submitted.

    ``by_role``: whoever has the role on the day may decide; otherwise its seats name everybody.
    """

    material = ForeignKeyField(Material, backref="steps", on_delete="RESTRICT", index=False)
    position = IntegerField()
    name = CharField(max_length=40)
    role = EnumField(Role, max_length=16)
    mode = EnumField(StepMode, max_length=8)
    hours = IntegerField(default=0)
    by_role = BooleanField(default=True)

    class Meta:
        indexes = ((("material", "position"), True),)


class MaterialSeat(BaseModel):
    """Somebody at a step of a material, why, and what has become of it.

    ``extra`` ones were added and must agree besides the others; ``given_by`` added or handed over.
    """

    material = ForeignKeyField(Material, backref="seats", on_delete="RESTRICT", index=False)
    position = IntegerField()
    person = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    place = IntegerField()
    source = EnumField(SeatSource, max_length=16)
    state = EnumField(SeatState, max_length=16, default=SeatState.OPEN)
    extra = BooleanField(default=False)
    given_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    why = TextField(default="")

    class Meta:
        indexes = ((("material", "position", "person"), True), (("person", "state", "material"), False))


class Consultation(BaseModel):
    """A person asked for advice about a material in review; he decides nothing."""

    material = ForeignKeyField(Material, backref="consultations", on_delete="RESTRICT")
    position = IntegerField()
    person = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    asked_by = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    question = TextField()
    asked_at = DateTimeField(default=clock.utc_now)
    reply = TextField(default="")
    replied_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("person", "replied_at"), False),)


class Delegation(BaseModel):
    """``delegate`` stands in for ``principal`` at review steps from ``since`` to ``until``, both included."""

    principal = ForeignKeyField(User, backref="delegations", on_delete="RESTRICT", index=False)
    delegate = ForeignKeyField(User, backref="stands_in", on_delete="RESTRICT", index=False)
    since = DateField()
    until = DateField()
    note = CharField(max_length=200, default="")
    made_by = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    made_at = DateTimeField(default=clock.utc_now)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("delegate", "until"), False), (("principal", "until"), False))


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

    ``who_name`` and ``who_post`` are the name and post of that day. ``behalf_of`` is for whom he decided, as
    a delegate or by recording a signature on paper; ``concerning`` whom the act is about: the one added,
    handed to, asked or made owner of a check. ``checked`` lists the points ticked before submitting.
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
    behalf_of = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    behalf_name = CharField(max_length=40, default="")
    concerning = CharField(max_length=200, default="")
    checked = CharField(max_length=80, default="")
