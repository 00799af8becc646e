"""What follow-up takes and gives: frozen records that any thread may hold."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from typing_extensions import override

from xcdesk.codes import (
    CallBack,
    CaseKind,
    CaseResult,
    CaseSheet,
    CaseSource,
    CaseState,
    NoticeLevel,
)
from xcdesk.errors import DeskError
from xcdesk.services.log.evidence import NewFile
from xcdesk.wording import Label


class Action(StrEnum):
    """What can be done to a case, in the order in which it is offered."""

    EDIT = "edit"
    FILE = "file"
    DECLINE = "decline"
    MERGE = "merge"
    DISPATCH = "dispatch"
    ACCEPT = "accept"
    RETURN = "return"
    GRANT_RETURN = "grant_return"
    REFUSE_RETURN = "refuse_return"
    REPORT = "report"
    ASK_EXTENSION = "ask_extension"
    EXTEND = "extend"
    REFUSE_EXTENSION = "refuse_extension"
    CHASE = "chase"
    NOTICE = "notice"
    ANSWER = "answer"
    SEND_BACK = "send_back"
    PASS = "pass"  # noqa: S105  # an act, not a secret
    CALL_BACK = "call_back"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    TRANSFER = "transfer"
    INTERVIEW = "interview"
    LINK = "link"
    UNLINK = "unlink"
    EVIDENCE = "evidence"
    REPLY = "reply"
    PUBLISH = "publish"
    UNMASK = "unmask"
    AMEND = "amend"
    FORGET = "forget"
    ERASE = "erase"


REGISTERED = "register"
"""Action of the first event of every case; it starts nowhere and so stands in no table."""
TOOK_IN = "took_in"
"""Written to a case into which another was merged."""
ANSWERABLE = (CaseState.ACCEPTED, CaseState.WORKING, CaseState.REOPENED)
"""States in which the department works on it."""
RUNNING = (CaseState.DISPATCHED, *ANSWERABLE)
"""States in which something is awaited from the department."""
OPEN = (CaseState.REGISTERED, CaseState.FILED, *RUNNING, CaseState.ANSWERED, CaseState.VERIFYING)
"""States of a case that is not over."""
OVER = (CaseState.CLOSED, CaseState.MERGED, CaseState.DECLINED)
"""States of one that is."""


class Private(StrEnum):
    """Whether private details stand behind a case."""

    NONE = "none"
    KEPT = "kept"
    ERASED = "erased"


class Light(StrEnum):
    """How a case stands to its day; each has a shape and a word besides its colour."""

    WAITING = "waiting"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    IN_TIME = "in_time"
    LATE = "late"
    OFF = "off"

    @property
    def shape(self) -> str:
        """A sign that tells it apart without colour, on the screen and on paper."""
        return _SHAPES[self]

    @property
    def label(self) -> Label:
        """Its word."""
        return Label(f"case.light.{self.value}")


_SHAPES = {
    Light.WAITING: "○",
    Light.GREEN: "●",
    Light.YELLOW: "▲",
    Light.RED: "■",
    Light.IN_TIME: "✓",
    Light.LATE: "✗",
    Light.OFF: "—",
}


@dataclass(frozen=True, slots=True)
class Petitioner:
    """Who stands behind a complaint. Only `private.unmask` gives it, against a reason that is recorded."""

    name: str = ""
    phone: str = ""
    address: str = ""
    id_number: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return any((self.name, self.phone, self.address, self.id_number, self.note))

    @override
    def __repr__(self) -> str:
        """Nothing of it: what is printed by mistake, or lies in a log, tells nothing."""
        return "Petitioner(…)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to register. ``unit`` is a name or spelling of the roster; the rest is of one kind only.

    Attributes:
        received_on: None for today.
        petitioner: of a complaint.
        promise, promised_on, interviewed_on: of a commitment: verbatim, until when, and when it was asked
            about in public.
    """

    kind: CaseKind
    title: str
    unit: str
    source: CaseSource | None = None
    body: str = ""
    important: bool = False
    received_on: dt.date | None = None
    petitioner: Petitioner = Petitioner()
    promise: str = ""
    promised_on: dt.date | None = None
    interviewed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CaseChange:
    """What is to change in a case before it is dispatched; None leaves a field."""

    title: str | None = None
    unit: str | None = None
    source: CaseSource | None = None
    body: str | None = None
    important: bool | None = None
    received_on: dt.date | None = None
    promise: str | None = None
    promised_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What a person gives with an act; each act takes its own of these.

    Attributes:
        version: of the case as it was on the screen; None takes it as it is now.
        words: reason, basis, report, answer, reply.
        day: on which it was: received, interviewed, phoned; None for today.
        due: the day until which.
        unit, helpers: who is to lead, and who is to help; names of the roster.
        person: who signed for it, or was spoken to.
        channel: how: telephone, letter.
        result: of an answer.
        level: of a notice.
        said: by somebody who was called back.
        into: id of the case that it becomes part of.
        verify: a finding is looked into before it is closed.
        item: a report of the coverage log.
        material: a text of the approval queue.
        files: evidence.
    """

    version: int | None = None
    words: str = ""
    day: dt.date | None = None
    due: dt.date | None = None
    unit: str = ""
    helpers: tuple[str, ...] = ()
    person: str = ""
    channel: str = ""
    result: CaseResult | None = None
    level: NoticeLevel | None = None
    said: CallBack | None = None
    into: int | None = None
    verify: bool = False
    item: int | None = None
    material: int | None = None
    files: tuple[NewFile, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case as lists show it; of a petitioner it tells no more than that there is one.

    Attributes:
        version: steps with every act; given back with one, it proves that nothing happened meanwhile.
        dispatched_on: when the clock started; ``sent_on`` when the present unit got it.
        due: until when; ``original_due`` is what it was at first, ``asked_due`` what is asked for.
        timely, late_days: frozen when it was closed for the first time; None before.
        light: how it stands on the day of reading.
    """

    id: int
    version: int
    kind: CaseKind
    year: int
    number: int
    title: str
    source: CaseSource
    unit_id: int
    unit: str
    important: bool
    state: CaseState
    round: int
    received_on: dt.date
    light: Light
    private: Private
    changed_at: dt.datetime
    dispatched_on: dt.date | None = None
    sent_on: dt.date | None = None
    due: dt.date | None = None
    original_due: dt.date | None = None
    asked_due: dt.date | None = None
    extensions: int = 0
    returns: int = 0
    return_asked: bool = False
    receiver: str = ""
    accepted_on: dt.date | None = None
    notice: NoticeLevel | None = None
    result: CaseResult | None = None
    answered_on: dt.date | None = None
    attempts: int = 0
    called_back: CallBack | None = None
    dissatisfied: int = 0
    closed_on: dt.date | None = None
    timely: bool | None = None
    late_days: int | None = None
    reopened: int = 0
    merged_into: int | None = None
    promise: str = ""
    promised_on: dt.date | None = None
    interviewed_on: dt.date | None = None
    replied_on: dt.date | None = None
    published: int | None = None

    @property
    def code(self) -> Label:
        """Key of the words for its number; `words.number` fills them."""
        return Label(f"case.number.{self.kind.value}")


@dataclass(frozen=True, slots=True)
class EventRow:
    """One act: who (name and post of that day), what, from where to where. ``at`` is UTC.

    ``detail`` is the code of what was chosen, ``concerning`` whom it was about; ``sheet`` with its number is
    the paper that belongs to it.
    """

    id: int
    at: dt.datetime
    who: str
    post: str
    action: str
    from_state: CaseState
    to_state: CaseState
    round: int
    words: str
    day: dt.date | None
    detail: str
    concerning: str
    sheet: CaseSheet | None
    sheet_year: int | None
    sheet_number: int | None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A piece of evidence of a case."""

    id: int
    label: str
    kind: str
    size: int
    round: int
    added_by: str
    added_at: dt.datetime


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A report that belongs to a case."""

    item: int
    day: dt.date
    outlet: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One act and why this person cannot do it now; ``refusal`` is None when he can."""

    action: Action
    refusal: DeskError | None


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """A case with everything its page shows; ``actions`` has every act of its state, for who asked."""

    row: CaseRow
    body: str
    answer: str
    reply: str
    helpers: tuple[str, ...]
    events: tuple[EventRow, ...]
    files: tuple[FileRow, ...]
    links: tuple[LinkRow, ...]
    merged: tuple[int, ...]
    actions: tuple[ActionRow, ...]

    def refusal(self, action: Action) -> DeskError | None:
        """Why ``action`` cannot be done by this person now; None when it can."""
        return next(each.refusal for each in self.actions if each.action == action)
