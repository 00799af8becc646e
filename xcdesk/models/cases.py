"""Follow-up cases (督办事项) of three kinds on one machine."""

from peewee import (
    BlobField,
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
from xcdesk.codes import CallBack, CaseKind, CaseResult, CaseSheet, CaseSource, CaseState, NoticeLevel
from xcdesk.db.base import BaseModel
from xcdesk.models.approval import Material
from xcdesk.models.coverage import CoverageItem
from xcdesk.models.evidence import StoredFile
from xcdesk.models.people import User
from xcdesk.models.roster import Unit

_COUNTED = (
    "removed_at", "state", "due", "unit", "dispatched_on", "kind", "answered_on", "accepted_on", "timely",
    "extensions", "returns", "reopened", "dissatisfied", "called_back",
)  # fmt: skip
"""What the board and the ledger count, to be read without touching the texts of a case."""


class Case(BaseModel):
    """One case; its subject is the work of ``unit``, which leads.

    ``year`` and ``number`` are its number within its kind. ``dispatched_on`` starts the clock and never
    moves, ``sent_on`` is when the present unit got it. ``original_due`` stays whatever is extended;
    ``asked_due`` and ``return_asked`` await a leader. ``answered_by`` entered the answer in hand. ``timely``,
    ``late_days`` and ``closing_round`` are frozen when it is closed for the first time. ``promise``,
    ``promised_on`` and ``interviewed_on`` belong to commitments, ``reply`` and ``published`` to findings.
    """

    kind = EnumField(CaseKind, max_length=16)
    year = IntegerField()
    number = IntegerField()
    title = CharField(max_length=200)
    body = TextField(default="")
    source = EnumField(CaseSource, max_length=16)
    unit = ForeignKeyField(Unit, backref="cases", on_delete="RESTRICT", index=False)
    important = BooleanField(default=False)
    state = EnumField(CaseState, max_length=16, default=CaseState.REGISTERED)
    round = IntegerField(default=1)
    received_on = DateField()
    registered_by = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    registered_at = DateTimeField(default=clock.utc_now)
    dispatched_on = DateField(null=True)
    sent_on = DateField(null=True)
    due = DateField(null=True)
    original_due = DateField(null=True)
    asked_due = DateField(null=True)
    extensions = IntegerField(default=0)
    returns = IntegerField(default=0)
    return_asked = BooleanField(default=False)
    receiver = CharField(max_length=40, default="")
    accepted_on = DateField(null=True)
    notice = EnumField(NoticeLevel, max_length=8, null=True)
    answer = TextField(default="")
    result = EnumField(CaseResult, max_length=16, null=True)
    answered_on = DateField(null=True)
    answered_by = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    attempts = IntegerField(default=0)
    called_back = EnumField(CallBack, max_length=16, null=True)
    dissatisfied = IntegerField(default=0)
    closed_on = DateField(null=True)
    timely = BooleanField(null=True)
    late_days = IntegerField(null=True)
    closing_round = IntegerField(null=True)
    reopened = IntegerField(default=0)
    merged_into = ForeignKeyField("self", null=True, backref="merged", on_delete="RESTRICT")
    promise = TextField(default="")
    promised_on = DateField(null=True)
    interviewed_on = DateField(null=True)
    reply = TextField(default="")
    replied_on = DateField(null=True)
    published = ForeignKeyField(Material, null=True, backref="cases", on_delete="RESTRICT")
    changed_at = DateTimeField(default=clock.utc_now)
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "followup_case"  # "case" is a reserved word
        indexes = (
            (("kind", "year", "number"), True),
            (("state", "due"), False),
            (("unit", "state"), False),
            (("kind", "state", "due"), False),
            (("due",), False),
            (("closed_on",), False),
            (("dispatched_on",), False),
            (_COUNTED, False),
            (("removed_at", "title", "unit", "state"), False),
        )


class CaseUnit(BaseModel):
    """A unit that helps the leading one with a case (协办单位)."""

    case = ForeignKeyField(Case, backref="helpers", on_delete="CASCADE", index=False)
    unit = ForeignKeyField(Unit, on_delete="RESTRICT")

    class Meta:
        indexes = ((("case", "unit"), True),)


class CaseEvent(BaseModel):
    """One act on a case: who did what, from where to where, in which words; never changed.

    ``detail`` is a code: result, level, call-back or whatever the act chose. ``day`` is the day it is about.
    ``concerning`` names whom it is about. ``sheet`` with its number is the paper that belongs to it.
    """

    case = ForeignKeyField(Case, backref="events", on_delete="RESTRICT")
    at = DateTimeField(default=clock.utc_now)
    who = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    who_name = CharField(max_length=40)
    who_post = CharField(max_length=40, default="")
    action = CharField(max_length=24)
    from_state = EnumField(CaseState, max_length=16)
    to_state = EnumField(CaseState, max_length=16)
    round = IntegerField()
    words = TextField(default="")
    day = DateField(null=True)
    detail = CharField(max_length=24, default="")
    concerning = CharField(max_length=200, default="")
    sheet = EnumField(CaseSheet, max_length=16, null=True)
    sheet_year = IntegerField(null=True)
    sheet_number = IntegerField(null=True)

    class Meta:
        indexes = ((("sheet", "sheet_year", "sheet_number"), True),)


class CasePrivate(BaseModel):
    """Who stands behind a complaint, encrypted; nothing of it is readable without the office's key.

    ``content`` is AES-GCM over JSON with the row's id as associated data, empty once it is erased; ``key`` is
    the fingerprint of the key.
    """

    case = ForeignKeyField(Case, unique=True, backref="private", on_delete="RESTRICT")
    content = BlobField()
    key = CharField(max_length=16)
    kept_at = DateTimeField(default=clock.utc_now)
    erased_at = DateTimeField(null=True)
    version = IntegerField(default=1)


class CaseLink(BaseModel):
    """A report that belongs to a case: the interview about a commitment, what followed a finding."""

    case = ForeignKeyField(Case, backref="links", on_delete="CASCADE", index=False)
    item = ForeignKeyField(CoverageItem, backref="cases", on_delete="CASCADE")

    class Meta:
        indexes = ((("case", "item"), True),)


class CaseFile(BaseModel):
    """Evidence of a case: a kept file under its name. ``removed_at`` is set once it is taken out."""

    case = ForeignKeyField(Case, backref="files", on_delete="RESTRICT")
    file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
    label = CharField(max_length=120)
    round = IntegerField(default=1)
    added_by = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    added_at = DateTimeField(default=clock.utc_now)
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)
