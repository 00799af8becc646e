"""How cases stand to their day: computed when they are read, never stored; only closing freezes it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xcdesk import clock
from xcdesk.codes import CaseKind, CaseState
from xcdesk.models import Case
from xcdesk.services.cases import case_rules
from xcdesk.services.cases.case_rules import CaseRules
from xcdesk.services.cases.rows import ANSWERABLE, Light
from xcdesk.services.office import workdays
from xcdesk.services.office.workdays import Workdays

CLOCKED = (CaseState.FILED, CaseState.DISPATCHED, *ANSWERABLE)
"""States in which the clock runs, if it was ever started: a return does not stop it."""
ANSWERED = (CaseState.ANSWERED, CaseState.VERIFYING)
"""States in which the department has done its part."""


@dataclass(frozen=True, slots=True)
class Lights:
    """The lights of one day. ``soon`` has, by kind, the first day due that is still green."""

    today: dt.date
    soon: Mapping[CaseKind, dt.date]

    @classmethod
    def of(cls, today: dt.date, days: Workdays, rules: CaseRules) -> "Lights":
        """The lights of ``today`` under a calendar and rules."""
        return cls(today, {kind: days.after(today, rules.soon(kind) + 1) for kind in CaseKind})

    @classmethod
    def now(cls) -> "Lights":
        """The lights of this day under the calendar and the rules of the office."""
        return cls.of(clock.today(), workdays.load(), case_rules.load())

    def light(self, case: Case) -> Light:
        """How a case stands."""
        if case.state == CaseState.CLOSED and case.timely is not None:
            return Light.IN_TIME if case.timely else Light.LATE
        if case.state in (CaseState.CLOSED, CaseState.MERGED, CaseState.DECLINED):
            return Light.OFF
        if case.due is None:
            return Light.WAITING
        if case.state in ANSWERED:
            answered = case.answered_on or self.today
            return Light.RED if answered > case.due else Light.GREEN
        if self.today > case.due:
            return Light.RED
        return Light.YELLOW if case.due < self.soon[case.kind] else Light.GREEN

    def condition(self, light: Light) -> Any:
        """The cases that have a light, as a condition of the database; it agrees with `light`."""
        closed = Case.state == CaseState.CLOSED
        if light in {Light.IN_TIME, Light.LATE}:
            return closed & (Case.timely == (light == Light.IN_TIME))
        if light == Light.OFF:
            gone = Case.state.in_((CaseState.MERGED, CaseState.DECLINED))
            return gone | (closed & Case.timely.is_null())
        if light == Light.WAITING:
            return Case.state.in_((CaseState.REGISTERED, *CLOCKED)) & Case.due.is_null()
        clocked, answered = Case.state.in_(CLOCKED), Case.state.in_(ANSWERED)
        if light == Light.RED:
            return (clocked & (Case.due < self.today)) | (answered & (Case.answered_on > Case.due))
        running = clocked & (Case.due >= self.today)
        near = self._near()
        if light == Light.YELLOW:
            return running & near
        return (running & ~near) | (answered & (Case.answered_on <= Case.due))

    def _near(self) -> Any:
        near: Any = None
        for kind, first_green in self.soon.items():
            one = (Case.kind == kind) & (Case.due < first_green)
            near = one if near is None else near | one
        return near
