"""Everything that the guards of follow-up look at, as frozen facts."""

import datetime as dt
from dataclasses import dataclass

from xcdesk.codes import CaseKind, CaseState
from xcdesk.services.cases.case_rules import CaseRules
from xcdesk.services.cases.rows import CaseRow, Request
from xcdesk.services.office.workdays import Workdays
from xcdesk.services.record.actor import Actor


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything the guards look at.

    Attributes:
        actor: who wants to act.
        request: what he gave with it; None while only the button asks.
        row: the case as it is now.
        entrant, entrant_name: who entered the answer in hand; None and "" while there is none.
        evidence: how many pieces of evidence it has.
        answered_ever: whether the department has ever answered.
        links: ids of the reports that belong to it.
        last_actor: name of who acted last.
        leaders: names of those who decide what a leader decides.
        into: the case that it is to become part of; None where that is not there.
        today, days, rules: the day, the calendar and the rules of the office.
    """

    actor: Actor
    request: Request | None
    row: CaseRow
    entrant: int | None
    entrant_name: str
    evidence: int
    answered_ever: bool
    links: frozenset[int]
    last_actor: str
    leaders: tuple[str, ...]
    into: CaseRow | None
    today: dt.date
    days: Workdays
    rules: CaseRules

    @property
    def state(self) -> CaseState:
        """State of the case."""
        return self.row.state

    @property
    def kind(self) -> CaseKind:
        """Kind of the case."""
        return self.row.kind

    @property
    def given(self) -> Request:
        """What was given with an act that is being done."""
        return self.request or Request()

    @property
    def default_due(self) -> dt.date:
        """Until when a department has if no day is given: what was promised, or the days of the kind."""
        promised = self.row.promised_on
        if promised is not None and promised >= self.today:
            return promised
        return self.days.after(self.today, self.rules.days(self.kind))
