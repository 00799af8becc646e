"""The practice office has cases of every kind, in many states, and a wall of commitments."""

import datetime as dt

import pytest

from xcdesk import clock, sample_cases
from xcdesk.codes import CaseKind
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseFilter, Light, case_check
from xcdesk.services.due.today import today
from xcdesk.services.targets import interviews

DAY = dt.date(2026, 11, 26)


@pytest.mark.file_engine
def test_cases_of_every_kind_stand_in_many_states(clerk, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", DAY.isoformat())
    sample_cases.fill(DAY, commitments=40)
    found = {state.state: state.count for state in cases.by_state() if state.count}
    assert len(found) >= 9, found
    assert {row.kind for row in cases.page(CaseFilter(open=True))} == set(CaseKind)
    lights = {row.light for row in cases.page()}
    assert lights >= {Light.GREEN, Light.YELLOW, Light.RED, Light.WAITING, Light.IN_TIME, Light.LATE}
    wall = interviews.wall()
    assert (len(wall.rows), wall.total) == (40, 95)
    assert 0 < wall.interviewed < 40
    assert any(row.light == Light.RED for row in cases.page(CaseFilter(kinds=(CaseKind.FINDING,))))
    assert case_check.wrong() == ()
    for row in cases.page(limit=100):
        events = cases.detail(clerk, row.id).events
        acts = [event.action for event in events]
        if Action.CLOSE in acts and Action.INTERVIEW in acts:
            assert acts.index(Action.INTERVIEW) < acts.index(Action.DISPATCH), row.title
        told = [clock.local(event.at).date() for event in events]
        assert told == sorted(told), (row.title, told)
        assert told[0] == row.received_on < DAY, (row.title, told)
    assert all(row.title.startswith("示例") for row in cases.page())
    state = today(clerk)
    assert state.interviews.done == wall.interviewed
    assert all(row.due is not None for row in state.cases)
