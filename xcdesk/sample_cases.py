"""Invented follow-up cases for the practice office: some of each kind and state, and 95 commitments."""

import datetime as dt
import io
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from xcdesk import clock
from xcdesk.codes import CallBack, CaseKind, CaseResult, CaseSource, NoticeLevel, UnitKind
from xcdesk.db.base import database
from xcdesk.resources import resource
from xcdesk.services import cases
from xcdesk.services.cases import Action, NewCase, Request
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage_log
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.office import people, workdays
from xcdesk.services.office.workdays import Workdays
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import units
from xcdesk.services.roster.units import NewUnit, UnitRow

COMMITMENTS = 95
"""So many units have promised something in public, as the plan has it."""
_INTERVIEWED, _BROADCAST = 58, 24
_HANDED = 60
"""Days ago on which every other commitment was handed out; one in so many (`_ANSWERED`) is answered."""
_ANSWERED = 8
Step = tuple[dt.date, Callable[[int], object]]
"""A day, and what is done on it to a case."""
_PROOF = NewFile("示例·现场照片.txt", lambda: io.BytesIO("示例：现场照片".encode()))


def fill(today: dt.date, *, commitments: int = COMMITMENTS) -> None:
    """Register cases over the weeks up to ``today`` and bring each to the state that the seed names."""
    seed = tomllib.loads(resource("seed", "cases.toml").read_text(encoding="utf-8"))
    maker = _Maker(people.actor("guo"), people.actor("chen"), today, workdays.load())
    with database.atomic():
        for row in seed["case"]:
            maker.case(row)
        maker.promises(_everybody(maker.clerk, commitments), seed["promise"])


def _everybody(clerk: Actor, count: int) -> Sequence[UnitRow]:
    """So many units: those of the roster, and invented ones where these are too few."""
    known = units.units()
    for number in range(len(known) + 1, count + 1):
        kind = UnitKind.DEPARTMENT if number % 2 else UnitKind.ENTERPRISE
        name = f"示例市直单位{number}" if number % 2 else f"示例企业{number}"
        units.add_unit(clerk, NewUnit(name, kind))
    return units.units()[:count]


class _Maker:
    """Does what a clerk and a leader would have done on the days on which they would have."""

    def __init__(self, clerk: Actor, leader: Actor, today: dt.date, days: Workdays) -> None:
        self.clerk, self.leader = clerk, leader
        self._today, self._days = today, days
        self._made: list[int] = []

    def case(self, row: Mapping[str, Any]) -> None:
        """One case of the seed, registered ``ago`` days before and brought to its state by ``acts``."""
        day = self._today - dt.timedelta(days=row["ago"])
        with clock.as_if(day):
            source = CaseSource(row["source"])
            new = NewCase(CaseKind(row["kind"]), row["title"], row["unit"], source, row["text"])
            case = cases.register(self.clerk, new)
        self._made.append(case.id)
        for act in row["acts"]:
            day = min(self._today, self._days.after(day, act.get("later", 1)))
            with clock.as_if(day):
                self._act(case.id, act)

    def promises(self, everybody: Sequence[UnitRow], words: Sequence[Mapping[str, str]]) -> None:
        """One commitment of each unit; most were asked about it in public, some with a report of that."""
        reports = [row.id for row in coverage_log.page(ItemFilter(), limit=_BROADCAST).rows]
        for number, unit in enumerate(everybody):
            said = words[number % len(words)]
            new = NewCase(
                CaseKind.COMMITMENT,
                said["title"],
                unit.name,
                promise=said["promise"],
                promised_on=self._today + dt.timedelta(days=(number * 37) % 160 - 6),
            )
            with clock.as_if(self._today - dt.timedelta(days=74)):
                case = cases.register(self.clerk, new)
            steps = [*self._interview(number, reports), *self._hand_out(number)]
            for day, act in sorted(steps, key=lambda step: step[0]):  # as they came, day after day
                with clock.as_if(day):
                    act(case.id)

    def _interview(self, number: int, reports: Sequence[int]) -> Iterator[Step]:
        """Most were asked in public, the first of them in a report."""
        if (number * 7) % COMMITMENTS >= _INTERVIEWED:
            return
        # Who has answered was asked before it was handed out, the others at any time since.
        days = _HANDED + 1 + number % 12 if number % _ANSWERED == 0 else 1 + (number * 11) % 70
        asked = self._today - dt.timedelta(days=days)
        yield asked, self._does(self.clerk, Action.INTERVIEW, Request(day=asked))
        if number < len(reports):
            yield asked, self._does(self.clerk, Action.LINK, Request(item=reports[number]))

    def _hand_out(self, number: int) -> Iterator[Step]:
        """Every other commitment is with its unit; of these some have been answered."""
        if number % 2:
            return
        handed = self._today - dt.timedelta(days=_HANDED)
        yield handed, self._does(self.clerk, Action.FILE)
        yield handed, self._does(self.clerk, Action.DISPATCH)
        signed = self._days.after(handed, 1)
        yield signed, self._does(self.clerk, Action.ACCEPT, Request(person="示例·签收人"))
        if number % _ANSWERED == 0:
            kept = Request(words="示例：已经兑现。", result=CaseResult.KEPT, files=(_PROOF,))
            answered = self._days.after(handed, 10)
            yield answered, self._does(self.clerk, Action.ANSWER, kept)
            yield self._days.after(handed, 12), self._does(self.leader, Action.PASS)
            if number % (2 * _ANSWERED) == 0:
                yield self._days.after(handed, 13), self._does(self.leader, Action.CLOSE)

    @staticmethod
    def _does(actor: Actor, action: Action, request: Request | None = None) -> Callable[[int], object]:
        return lambda case: cases.act(actor, case, action, request)

    def _act(self, case: int, act: Mapping[str, Any]) -> None:
        """One act of the seed; ``by`` names a leader, and merging is into the case before."""
        actor = self.leader if act.get("by") == "leader" else self.clerk
        due = None if "due" not in act else self._days.after(clock.today(), act["due"])
        action = Action(act["act"])
        request = Request(
            words=act.get("words", "示例"),
            due=due,
            person="示例·经办人",
            channel="电话",
            result=CaseResult(act["result"]) if "result" in act else None,
            level=NoticeLevel(act["level"]) if "level" in act else None,
            said=CallBack(act["said"]) if "said" in act else None,
            into=self._made[-2] if action == Action.MERGE else None,
            files=(_PROOF,) if action == Action.ANSWER else (),
        )
        cases.act(actor, case, action, request)
