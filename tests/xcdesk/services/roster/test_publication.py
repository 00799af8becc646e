"""Publication days with exceptions: holiday stops and extra issues, for one outlet or several at once."""

import datetime as dt

import pytest

from xcdesk import wording
from xcdesk.errors import NotFoundError, StaleRowError
from xcdesk.models import AuditEntry, DayException
from xcdesk.services.grid import matrix
from xcdesk.services.grid.matrix import CellState
from xcdesk.services.office.calendar import holidays
from xcdesk.services.roster import outlets, publication, publication_changes
from xcdesk.services.roster.publication_changes import BadExceptionError, ExceptionClashError, NewException
from xcdesk.services.targets import quotas

DAILY, MORNING = 1, 2
MONDAY = dt.date(2019, 3, 4)
SATURDAY = dt.date(2019, 3, 9)
STOP = NewException(MONDAY, MONDAY + dt.timedelta(days=1), note="休刊")


def state(name, day):
    row = next(row for row in matrix.week(day).rows if row.outlet.name == name)
    return next(cell.state for cell in row.cells if cell.day == day)


def test_a_stop_makes_nothing_due_and_nothing_late(clerk, on_day):
    on_day(SATURDAY)
    assert state("许昌日报", MONDAY) == CellState.OPEN
    publication_changes.add_exceptions(clerk, [DAILY], STOP)
    assert state("许昌日报", MONDAY) == CellState.NOT_DUE
    assert state("许昌日报", MONDAY + dt.timedelta(days=2)) == CellState.OPEN
    owed = {row.who: row.minimum for row in quotas.quotas_on(MONDAY) if row.quota == "daily_report"}
    assert (owed["许昌日报"], owed["许昌晨报"]) == (0, 1)


def test_an_extra_issue_is_due_on_a_day_off(clerk, on_day):
    on_day(SATURDAY)
    assert state("许昌晨报", SATURDAY) == CellState.NOT_DUE
    publication_changes.add_exceptions(clerk, [MORNING], NewException(SATURDAY, SATURDAY, publishes=True))
    assert state("许昌晨报", SATURDAY) == CellState.OPEN


def test_a_stop_of_several_outlets_is_one_act(clerk):
    made = publication_changes.add_exceptions(clerk, [DAILY, MORNING], STOP)
    assert set(publication.exceptions_by_outlet()) == {DAILY, MORNING}
    before = publication.exceptions_by_outlet()
    publication_changes.remove_exceptions(clerk, [(one, 1) for one in made])
    assert publication.exceptions_by_outlet() == {}
    publication_changes.restore_exceptions(clerk, [(one, 1) for one in made])
    assert publication.exceptions_by_outlet() == before


def test_a_clash_is_refused_by_name_and_nothing_is_written(clerk):
    publication_changes.add_exceptions(clerk, [MORNING], STOP)
    with pytest.raises(ExceptionClashError) as refused:
        publication_changes.add_exceptions(clerk, [DAILY, MORNING], NewException(STOP.until, SATURDAY))
    assert "许昌晨报" in wording.sentence(refused.value, "zh")
    assert DayException.select().count() == 1


@pytest.mark.parametrize(
    "days", [(MONDAY, MONDAY - dt.timedelta(days=1)), (MONDAY, MONDAY + dt.timedelta(days=92))]
)
def test_days_that_cannot_be_are_refused(clerk, days):
    with pytest.raises(BadExceptionError):
        publication_changes.add_exceptions(clerk, [DAILY], NewException(*days))


def test_an_exception_is_corrected_in_place(clerk):
    (made,) = publication_changes.add_exceptions(clerk, [DAILY], STOP)
    publication_changes.change_exception(clerk, made, 1, NewException(STOP.since, SATURDAY, note="停刊"))
    (row,) = outlets.outlet(DAILY).outlet.exceptions
    assert (row.until, row.note, row.version) == (SATURDAY, "停刊", 2)
    assert AuditEntry.select().order_by(AuditEntry.id.desc()).get().action == "roster.days_changed"
    with pytest.raises(StaleRowError):
        publication_changes.change_exception(clerk, made, 1, STOP)
    with pytest.raises(StaleRowError):
        publication_changes.remove_exceptions(clerk, [(made, 1)])


def test_what_is_not_there_is_refused(clerk):
    with pytest.raises(NotFoundError):
        publication_changes.add_exceptions(clerk, [999], STOP)
    with pytest.raises(NotFoundError):
        publication_changes.change_exception(clerk, 999, 1, STOP)


def test_holidays_come_from_the_published_calendar():
    found = {one.label: (one.since, one.until) for one in holidays(2019)}
    assert found["国庆节"] == (dt.date(2019, 10, 1), dt.date(2019, 10, 7))
    assert holidays(2199) == ()
