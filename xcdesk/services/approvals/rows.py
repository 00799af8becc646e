"""What the approval queue takes and gives: frozen records that any thread may hold."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from xcdesk.codes import MaterialKind, MaterialState, Role, SeatSource, SeatState, StepMode
from xcdesk.errors import DeskError
from xcdesk.services.approvals.diff import DiffLine

if TYPE_CHECKING:
    from xcdesk.services.log.evidence import NewFile


class Action(StrEnum):
    """What can be done to a material, in the order in which it is offered."""

    EDIT = "edit"
    SUBMIT = "submit"
    RECALL = "recall"
    CLAIM = "claim"
    AGREE = "agree"
    RETURN = "return"
    ADD = "add"
    HAND_OVER = "hand_over"
    CONSULT = "consult"
    ADVISE = "advise"
    CHASE = "chase"
    PAPER = "paper"
    EXPEDITE = "expedite"
    CHECK = "check"
    ISSUE = "issue"
    CORRECT = "correct"
    VOID = "void"
    ARCHIVE = "archive"
    DISCARD = "discard"
    RESTORE = "restore"
    TERMINATE = "terminate"


ASIDE = frozenset((Action.CLAIM, Action.CONSULT, Action.ADVISE, Action.CHASE))
"""Acts that leave the material as it is: they make nobody look again at what he is about to decide."""

CREATED = "create"
"""Action of the first event of every material; it starts nowhere and so stands in no table."""

MENDED = "mend"
"""Action by which a repair puts a state right that an earlier version left wrong; no verb does it."""


OPEN_TO_ADVICE = frozenset(
    (MaterialState.DRAFT, MaterialState.RETURNED, MaterialState.IN_REVIEW, MaterialState.APPROVED)
)
"""States in which somebody outside may be asked about a text: it may still change."""


class Point(StrEnum):
    """What is to be checked before a text is submitted."""

    FACTS = "facts"
    NAMES = "names"
    DATES = "dates"
    ATTACHMENTS = "attachments"


class WhyMe(StrEnum):
    """Why a material waits for somebody."""

    ROLE = "role"
    NAMED = "named"
    ADDED = "added"
    HANDED_OVER = "handed_over"
    CONSULTED = "consulted"
    CHECK = "check"


class ReturnTo(StrEnum):
    """Where a returned material goes on once it is submitted again."""

    START = "start"
    HERE = "here"


class QueueFilter(StrEnum):
    """Which materials the queue shows."""

    WAITING_FOR_ME = "waiting_for_me"
    SUBMITTED_BY_ME = "submitted_by_me"
    UNCHECKED = "unchecked"
    ALL = "all"


class QueueOrder(StrEnum):
    """Which materials come first: needed soonest, waiting longest, changed last."""

    NEEDED = "needed"
    WAITING = "waiting"
    CHANGED = "changed"


class Verdict(StrEnum):
    """What has become of one review step in this round."""

    AGREED = "agreed"
    RETURNED = "returned"
    WAITING = "waiting"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class NewMaterial:
    """A text to be signed off. ``text`` is the markup of `xcdesk.texts.documents`; it may still be empty."""

    kind: MaterialKind
    title: str
    text: str
    needed_by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text as it stands in the editor when it is saved."""

    title: str
    text: str
    needed_by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """What is said when a text is submitted: a note for those who review it, and what was checked.

    ``checked`` is None where nobody was asked; asked, he must have ticked every point.
    """

    note: str = ""
    checked: frozenset[Point] | None = None


@dataclass(frozen=True, slots=True)
class PaperSigned:
    """A signed sheet: what it says, and its scan.

    ``person`` is the account of the signatory, None for somebody without one; ``opinion`` is what he wrote.
    """

    signatory: str
    post: str
    signed_on: dt.date
    scan: "NewFile"
    person: int | None = None
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class Expediting:
    """Why something is issued before it is checked, who owes the check, and by when.

    A ``due`` of None is the next working day.
    """

    reason: str
    owner: int
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """Why a material waits for somebody; ``behalf_of`` is whom he stands in for, ``given_by`` who asked."""

    reason: WhyMe
    behalf_of: str = ""
    given_by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One material as shown in the queue.

    Attributes:
        version: steps with every act; given back with an act, it proves that nothing happened meanwhile.
        revision: which saved text it is, from 1.
        text_hash: content hash of that text; a verdict is given on it.
        step: position of the review step in hand; 0 outside review.
        step_name: its name; empty outside review.
        step_count: review steps of its kind.
        round: 1 until it is returned or changed in review for the first time.
        submitter: who sent it to review; empty before.
        changed_at: UTC.
        waiting_since: when the step in hand was reached, UTC; None outside review.
        hours: target of that step in working hours, 0 for none.
        why: why it waits for the person who asked; None when it does not.
        claimed_by: who has said that he is at it; empty for nobody.
        expedited: whether it was issued before it was checked.
        check_owner, check_due: who owes the check and by when, as long as it is owed.
        corrects, corrected_by: ids of the issue it takes the place of, and of its own correction.
    """

    id: int
    kind: MaterialKind
    title: str
    state: MaterialState
    version: int
    revision: int
    text_hash: str
    step: int
    step_name: str
    step_count: int
    round: int
    needed_by: dt.date | None
    author: str
    submitter: str
    changed_at: dt.datetime
    waiting_since: dt.datetime | None = None
    hours: int = 0
    why: Why | None = None
    claimed_by: str = ""
    expedited: bool = False
    check_owner: str = ""
    check_due: dt.date | None = None
    corrects: int | None = None
    corrected_by: int | None = None

    @property
    def unchecked(self) -> bool:
        """Whether it was issued first and the check is still owed."""
        return self.check_due is not None


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One person at a step: why he sits there and what he did.

    Attributes:
        extra: he was added and must agree besides the others.
        given_by, why: who added him or handed over to him, and what for.
        hand: who signed for him; his own name when he did so himself, empty before.
        paper: whether it was recorded from paper.
    """

    person: int
    name: str
    source: SeatSource
    state: SeatState
    extra: bool = False
    given_by: str = ""
    why: str = ""
    hand: str = ""
    paper: bool = False
    at: dt.datetime | None = None
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One review step of a material.

    ``people`` are those who may decide it, or those who did; ``at`` (UTC), ``revision`` and ``text_hash``
    are of the last verdict and None or empty until there is one. ``paper`` tells that it was recorded from
    paper, ``behalf_of`` for whom somebody else decided.
    """

    position: int
    name: str
    role: Role
    verdict: Verdict
    people: tuple[str, ...]
    opinion: str = ""
    at: dt.datetime | None = None
    revision: int | None = None
    text_hash: str = ""
    mode: StepMode = StepMode.ANY
    hours: int = 0
    paper: bool = False
    behalf_of: str = ""
    seats: tuple[SeatRow, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One saved text: who wrote it and when (UTC); ``signed`` when it is the text of a last sign-off."""

    revision: int
    title: str
    text_hash: str
    who: str
    at: dt.datetime
    signed: bool


@dataclass(frozen=True, slots=True)
class EventRow:
    """One act: who (name and post of that day), what, from where to where, on which text. ``at`` is UTC.

    ``behalf_of`` is for whom he decided, ``concerning`` whom the act was about, ``checked`` what he had
    ticked; ``sheet`` is the signed sheet that he recorded.
    """

    at: dt.datetime
    who: str
    post: str
    action: str
    from_state: MaterialState
    to_state: MaterialState
    step_name: str
    revision: int
    text_hash: str
    opinion: str
    behalf_of: str = ""
    concerning: str = ""
    checked: tuple[Point, ...] = ()
    sheet: "SheetRow | None" = None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A signed sheet: what it says, and its scan."""

    id: int
    signatory: str
    post: str
    signed_on: dt.date
    label: str


@dataclass(frozen=True, slots=True)
class ConsultRow:
    """A person asked for advice, and the answer; ``replied_at`` (UTC) is None while it is awaited."""

    id: int
    person: str
    asked_by: str
    question: str
    asked_at: dt.datetime
    reply: str
    replied_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action and why this person cannot do it now; ``refusal`` is None when he can."""

    action: Action
    refusal: DeskError | None


@dataclass(frozen=True, slots=True)
class ActionPeople:
    """One action of the present state, and the names of those who can do it now."""

    action: Action
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MaterialDetail:
    """A material with everything its page shows; ``actions`` has every action, for the person who asked."""

    row: MaterialRow
    text: str
    steps: tuple[StepRow, ...]
    versions: tuple[VersionRow, ...]
    events: tuple[EventRow, ...]
    consulted: tuple[ConsultRow, ...]
    actions: tuple[ActionRow, ...]

    def refusal(self, action: Action) -> DeskError | None:
        """Why ``action`` cannot be done by this person now; None when it can."""
        return next(each.refusal for each in self.actions if each.action == action)


@dataclass(frozen=True, slots=True)
class TextDiff:
    """How one revision became another; ``changed`` counts lines that are not the same."""

    older: int
    newer: int
    lines: tuple[DiffLine, ...]

    @property
    def changed(self) -> int:
        """Lines added, removed or altered."""
        return sum(line.changed for line in self.lines)
