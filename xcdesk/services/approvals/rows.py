"""What the approval queue takes and gives: frozen records that any thread may hold."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from xcdesk.codes import MaterialKind, MaterialState, Role
from xcdesk.errors import DeskError
from xcdesk.services.approvals.diff import DiffLine


class Action(StrEnum):
    """What can be done to a material, in the order in which it is offered."""

    EDIT = "edit"
    SUBMIT = "submit"
    RECALL = "recall"
    AGREE = "agree"
    RETURN = "return"
    ISSUE = "issue"
    VOID = "void"


CREATED = "create"
"""Action of the first event of every material; it starts nowhere and so stands in no table."""


class ReturnTo(StrEnum):
    """Where a returned material goes on once it is submitted again."""

    START = "start"
    HERE = "here"


class QueueFilter(StrEnum):
    """Which materials the queue shows."""

    WAITING_FOR_ME = "waiting_for_me"
    SUBMITTED_BY_ME = "submitted_by_me"
    ALL = "all"


class Verdict(StrEnum):
    """What has become of one review step in this round."""

    AGREED = "agreed"
    RETURNED = "returned"
    WAITING = "waiting"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class NewMaterial:
    """A text to be signed off. ``text`` is the markup of `xcdesk.documents`; it may still be empty."""

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


@dataclass(frozen=True, slots=True)
class StepRow:
    """One review step of a material.

    ``people`` are those who may decide it, or the one who did; ``at`` (UTC), ``revision`` and ``text_hash``
    are of the verdict and None or empty until there is one.
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
    """One act: who (name and post of that day), what, from where to where, on which text. ``at`` is UTC."""

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


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action and why this person cannot do it now; ``refusal`` is None when he can."""

    action: Action
    refusal: DeskError | None


@dataclass(frozen=True, slots=True)
class MaterialDetail:
    """A material with everything its page shows; ``actions`` has every action, for the person who asked."""

    row: MaterialRow
    text: str
    steps: tuple[StepRow, ...]
    versions: tuple[VersionRow, ...]
    events: tuple[EventRow, ...]
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
