"""One act on many cases: what may go goes, in one transaction; what may not is named with its reason.

Each case has its own event and its own entry in the record, as if it had been done alone.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.cases import acts, facts
from xcdesk.services.cases.rows import Action, CaseRow, Request
from xcdesk.services.cases.rules import MACHINE
from xcdesk.services.office import workdays
from xcdesk.services.record.actor import Actor

Asking = Callable[[CaseRow], Request]
"""What is given with the act on each case."""
MANY = (Action.FILE, Action.DISPATCH, Action.ACCEPT, Action.CHASE)
"""Acts that are done to many cases at once; the others are about the answer of one."""
MOST_AT_ONCE = 300
"""Cases that one act is done to at most: what is confirmed is read."""


@dataclass(frozen=True, slots=True)
class DueRule:
    """One rule by which many departments get their day.

    Attributes:
        day: the day itself; None for a day that is counted.
        days: working days from the dispatch; None for what was promised, or the usual days of the kind.
    """

    day: dt.date | None = None
    days: int | None = None

    def asking(self, words: str = "") -> Asking:
        """What dispatching under this rule takes; a case that was dispatched before keeps its day."""
        day = self.day
        if day is None and self.days is not None:
            day = workdays.load().after(clock.today(), self.days)
        return lambda row: Request(due=None if row.due is not None else day, words=words)


@dataclass(frozen=True, slots=True)
class MayGo:
    """A case before the act: why it cannot be done to it, None where it can; until when it would be due."""

    row: CaseRow
    refusal: DeskError | None
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class Gone:
    """What became of many: the cases as they are now, and those that were left, with the reasons."""

    done: tuple[CaseRow, ...]
    left: tuple[tuple[CaseRow, DeskError], ...]


def look(actor: Actor, rows: Sequence[CaseRow], action: Action, asking: Asking) -> tuple[MayGo, ...]:
    """What an act would come to for each case, in their order; nothing is written."""
    found = []
    for row in rows:
        request = _request(row, action, asking)
        case = facts.find(row.id)
        now = facts.situation(actor, case, request, action)
        due = (row.due or request.due or now.default_due) if action == Action.DISPATCH else row.due
        found.append(MayGo(now.row, MACHINE.refusal(action, now.state, now), due))
    return tuple(found)


def act(
    actor: Actor,
    rows: Sequence[CaseRow],
    action: Action,
    asking: Asking,
    operation: Operation | None = None,
) -> Gone:
    """Do something to each of many cases.

    Args:
        actor: who does it.
        rows: the cases as they were on the screen.
        action: one of `MANY`.
        asking: what is given with each.
        operation: hears the user's stop; then nothing is written.

    Raises:
        Cancelled: the user stopped it.
    """
    done, left = [], []
    with database.atomic():
        for row in (operation or Operation()).each(rows, len(rows), every=10):
            try:
                with database.atomic():
                    done.append(acts.act(actor, row.id, action, _request(row, action, asking)))
            except DeskError as refusal:
                left.append((row, refusal))
    return Gone(tuple(done), tuple(left))


def _request(row: CaseRow, action: Action, asking: Asking) -> Request:
    """What is given with one case; whoever signed for it is the one spoken to, unless another is named."""
    request = replace(asking(row), version=row.version)
    if action == Action.CHASE and not request.person:
        return replace(request, person=row.receiver)
    return request
