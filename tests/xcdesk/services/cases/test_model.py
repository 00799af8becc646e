"""Random people do random things to cases: whatever is done is in the table, visible, and by the rules."""

import datetime as dt
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.xcdesk.services.cases.conftest import MONDAY, OTHER_UNIT, PICTURE, SOMEBODY, UNIT, new
from xcdesk.cli.case import payload
from xcdesk.codes import CallBack, CaseKind, CaseResult, CaseState, NoticeLevel
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import AuditEntry, Case, CaseEvent
from xcdesk.services import cases, search
from xcdesk.services.cases import ACTS, MACHINE, OVER, RESULTS, RUNNING, Action, Light, Request, case_check
from xcdesk.services.cases.lights import Lights
from xcdesk.services.due import today_list
from xcdesk.services.record import audit

TABLE = """
registered   edit:registered file:filed decline:declined merge:merged withdraw:closed
filed        edit:filed merge:merged dispatch:dispatched withdraw:closed
dispatched   accept:accepted return:filed return:dispatched grant_return:filed refuse_return:dispatched
dispatched   chase:dispatched notice:dispatched withdraw:closed transfer:dispatched
accepted     return:filed return:accepted grant_return:filed refuse_return:accepted report:working
accepted     ask_extension:accepted extend:accepted refuse_extension:accepted chase:accepted
accepted     notice:accepted answer:answered withdraw:closed transfer:dispatched
working      report:working ask_extension:working extend:working refuse_extension:working chase:working
working      notice:working answer:answered withdraw:closed transfer:dispatched
reopened     report:working ask_extension:reopened extend:reopened refuse_extension:reopened chase:reopened
reopened     notice:reopened answer:answered withdraw:closed transfer:dispatched
answered     send_back:working pass:verifying pass:closed withdraw:closed
verifying    send_back:working call_back:verifying call_back:reopened close:closed withdraw:closed
closed       reopen:reopened reopen:filed
"""
"""Every transition, written down by hand from what the office asked for."""
BESIDES = {
    "interview",
    "link",
    "unlink",
    "evidence",
    "reply",
    "publish",
    "unmask",
    "amend",
    "forget",
    "erase",
}
"""Acts that are written down and change no state."""
RARE = {Action.CHASE, Action.MERGE, Action.DECLINE, Action.WITHDRAW, Action.EVIDENCE, Action.INTERVIEW}
WAYS_OF_DUE = {Action.DISPATCH, Action.EXTEND, Action.CALL_BACK, Action.REOPEN, Action.TRANSFER}
JUDGING = {Action.SEND_BACK, Action.PASS, Action.CALL_BACK, Action.CLOSE}
LEADING = {
    Action.DECLINE, Action.GRANT_RETURN, Action.REFUSE_RETURN, Action.EXTEND, Action.REFUSE_EXTENSION,
    Action.REOPEN, Action.WITHDRAW, Action.TRANSFER,
}  # fmt: skip


def test_the_table_is_what_the_office_asked_for():
    lines = (line.split() for line in TABLE.strip().splitlines())
    wanted = {(source, *each.split(":")) for source, *acts in lines for each in acts}
    edges = MACHINE.edges()
    assert {(edge.source, edge.action, edge.target) for edge in edges if edge.action not in BESIDES} == wanted
    assert all(edge.source == edge.target for edge in edges if edge.action in BESIDES)
    assert {edge.action for edge in edges} == set(Action)


class Office:
    """People, days, and what was seen of each case so far."""

    def __init__(self, seed, people, move, most=40):
        self.dice = random.Random(seed)  # a test that can be repeated
        self.people = people
        self.move = move
        self.most = most
        self.today = MONDAY
        self.cases = []
        self.frozen = {}
        self.done = Counter()

    def step(self):
        """One thing that somebody does."""
        drawn = self.dice.random()
        if not self.cases or (drawn < 0.06 and len(self.cases) < self.most):
            self._register()
        elif drawn < 0.15:
            self.today += dt.timedelta(days=self.dice.choice((1, 1, 2, 3)))
            self.move(self.today)
        else:
            self._act()

    def _register(self):
        kind = self.dice.choice(list(CaseKind))
        somebody = {"petitioner": SOMEBODY} if kind == CaseKind.COMPLAINT else {}
        important = self.dice.random() < 0.2
        made = cases.register(self.people[0], new(kind, important=important, **somebody))
        self.cases.append(made.id)

    def _act(self):
        case = self.dice.choice(self.cases[-9:] if self.dice.random() < 0.9 else self.cases)
        before = Case.get_by_id(case)
        often = self.dice.random() < 0.85
        likely = [one for one in MACHINE.actions(before.state) if one in ACTS and not (often and one in RARE)]
        action = self.dice.choice(likely if likely and self.dice.random() < 0.9 else ACTS)
        actor = self.dice.choice(self.people[2:] if action in LEADING else self.people)
        counts = self._counts(case)
        request = self._request(before)
        try:
            cases.act(actor, case, action, request)
        except DeskError:
            assert self._counts(case) == counts
            assert Case.get_by_id(case).__data__ == before.__data__
            return
        self._look(before, Case.get_by_id(case), action, actor)
        acts = 2 if action == Action.MERGE else 1
        events, record = self._counts(case)
        assert (events, record) == (counts[0] + 1, counts[1] + acts)
        self.done[action] += 1

    def _request(self, case):
        pick = self.dice.choice
        due = self.today + dt.timedelta(days=self.dice.randrange(-2, 60))
        fitting = RESULTS[case.kind] if self.dice.random() < 0.9 else tuple(CaseResult)
        return Request(
            words="" if self.dice.random() < 0.1 else "按规定",
            due=pick((None, due, due)),
            unit=pick((UNIT, OTHER_UNIT, "许昌日报")),
            person="示例·签某",
            result=pick(fitting),
            level=pick(list(NoticeLevel)),
            said=pick(list(CallBack)),
            into=pick(self.cases),
            verify=pick((True, False)),
            files=() if self.dice.random() < 0.1 else (PICTURE,),
        )

    def _counts(self, case):
        events = f"SELECT COUNT(*) FROM case_event WHERE case_id = {case}"  # noqa: S608  # a number
        asked = (events, "SELECT COUNT(*) FROM audit_entry")
        return tuple(database.execute_sql(each).fetchone()[0] for each in asked)

    def _look(self, before, after, action, actor):
        """What must hold of an act that was done."""
        event = CaseEvent.select().where(CaseEvent.case == after.id).order_by(CaseEvent.id.desc()).first()
        assert (event.action, event.from_state, event.to_state) == (action, before.state, after.state)
        assert (event.who_id, after.version) == (actor.id, before.version + 1)
        if action in JUDGING:
            assert before.answered_by_id != actor.id
        if action in LEADING:
            assert actor.role == "leader"
        for name in ("dispatched_on", "original_due", "timely", "late_days", "closing_round"):
            assert getattr(before, name) in (None, getattr(after, name)), name
        if before.due is not None and before.due != after.due:
            assert action in WAYS_OF_DUE
            assert action != Action.DISPATCH
        if after.state in RUNNING:
            assert None not in (after.dispatched_on, after.sent_on, after.due, after.original_due)
        assert (after.closed_on is not None) == (after.state in OVER)
        assert after.round >= before.round
        assert after.returns <= 2
        if action == Action.CLOSE and after.kind == CaseKind.COMPLAINT:
            assert before.called_back is not None
        if after.state == CaseState.CLOSED and after.kind != CaseKind.COMPLAINT and before.timely is None:
            assert after.timely == (after.answered_on <= after.due)


def private_words():
    return (SOMEBODY.name, SOMEBODY.phone, SOMEBODY.address, SOMEBODY.id_number, SOMEBODY.note)


def everything_told(actor, place):
    """Every list, export and print as text, the record, and the file itself."""
    rows = cases.page(limit=1000)
    details = [cases.detail(actor, row.id) for row in rows]
    told = [str(rows), str([payload(row) for row in rows]), str(details), str(cases.wall(95))]
    told += [str(cases.ledger(dt.date(2019, 1, 1), dt.date(2030, 1, 1))), str(today_list.today_list(actor))]
    told += [entry.facts for entry in AuditEntry.select()]
    found = search.search("窗口", limit=1000)
    assert found.total
    told.append(str(found))
    if not place.startswith("postgresql"):
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        told.append(Path(place).read_bytes().decode("utf-8", "replace"))
    return told


def run(steps, office, clerk, db):
    for _ in range(steps):
        office.step()
    assert case_check.wrong() == ()
    assert audit.verify().ok
    lights = Lights.now()
    for light in Light:
        wanted = {case.id for case in Case.select() if lights.light(case) == light}
        assert {row.id for row in cases.page(cases.CaseFilter(lights=(light,)), limit=5000)} == wanted
    told = everything_told(clerk, db)
    assert [word for word in private_words() if search.search(word).total] == []
    assert [word for word in private_words() if any(word in text for text in told)] == []
    return office.done


@pytest.fixture
def people(clerk, colleague, leader):
    return (clerk, colleague, leader)


@pytest.mark.usefixtures("key")
def test_five_hundred_random_acts(people, monday, clerk, db):
    done = run(500, Office(5, people, monday), clerk, db)
    assert len(done) > 15, done


@pytest.mark.slow
@pytest.mark.usefixtures("key")
def test_ten_thousand_random_acts(people, monday, clerk, db):
    done = run(10_000, Office(2, people, monday, most=80), clerk, db)
    missing = set(ACTS) - set(done) - {Action.LINK, Action.UNLINK, Action.PUBLISH}
    assert missing == set()
