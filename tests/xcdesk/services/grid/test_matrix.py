"""Outlet by day, the calendar over it, the quotas and what must be done today."""

import datetime as dt

import pytest

from xcdesk import clock
from xcdesk.codes import ContributionState, QuotaPeriod, QuotaSubject
from xcdesk.models import Contribution, Quota, QuotaMember
from xcdesk.services.due import today
from xcdesk.services.grid import cells, matrix
from xcdesk.services.grid.matrix import CellState
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.office import beginning
from xcdesk.services.office.calendar import workday
from xcdesk.services.roster import outlet_changes, outlets
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.targets import quotas

DAY = dt.date(2019, 3, 5)  # a Tuesday


@pytest.fixture
def noon(db, monkeypatch, on_day):
    """It is 16:30 on the day of the tests: the radio's deadline is past, the daily's is not."""
    on_day(DAY)
    monkeypatch.setenv(clock.TIME_VARIABLE, "16:30")


def states(table, name):
    row = next(row for row in table.rows if row.outlet.name == name)
    return row, {cell.day: cell for cell in row.cells}


def test_a_cell_is_a_count_a_reason_not_asked_or_not_due(log, clerk, noon):
    log()
    cells.set_none_today(clerk, Cell(1, dt.date(2019, 3, 4)), "停播")
    log(outlet="河南日报")
    table = matrix.week(DAY)
    _, daily = states(table, "许昌日报")
    assert [cell.state.value for cell in daily.values()] == ["none", "count", *["not_due"] * 5]
    assert daily[DAY].count == 1
    _, morning = states(table, "许昌晨报")
    assert [morning[DAY].state, morning[dt.date(2019, 3, 9)].state] == [CellState.OPEN, CellState.NOT_DUE]
    _, provincial = states(table, "河南日报")
    assert {cell.state for cell in provincial.values()} == {CellState.COUNT, CellState.NOT_DUE}
    assert (table.totals.pieces, table.totals.placements) == (2, 2)


def test_an_hour_in_the_environment_that_is_none_is_refused(db, monkeypatch, on_day):
    on_day(DAY)
    monkeypatch.setenv(clock.TIME_VARIABLE, "half past four")
    with pytest.raises(clock.BadTimeError):
        matrix.week(DAY)


def test_a_weekly_paper_owes_nothing_between_its_days_unless_something_ran(log, noon):
    log(outlet="许昌晨报", day=dt.date(2019, 3, 3))
    _, morning = states(matrix.month(DAY), "许昌晨报")
    assert morning[dt.date(2019, 3, 2)].state == CellState.NOT_DUE
    assert morning[dt.date(2019, 3, 3)].state == CellState.COUNT


def test_lateness_begins_at_the_deadline_of_each_outlet(noon):
    table = matrix.matrix(DAY - dt.timedelta(days=1), DAY)
    _, radio = states(table, "许昌人民广播电台")
    _, daily = states(table, "许昌日报")
    assert radio[DAY].late
    assert not daily[DAY].late
    assert daily[DAY - dt.timedelta(days=1)].late


def test_every_cell_can_be_read_aloud(log, clerk, noon):
    log()
    cells.set_none_today(clerk, Cell(4, DAY), "停播")
    table = matrix.matrix(DAY, dt.date(2019, 3, 6))
    said = {matrix.cell_sentence(row, cell, "zh") for row in table.rows for cell in row.cells}
    assert {
        "许昌日报，3月5日，1 篇",
        "许昌电视台，3月5日，今日无稿：停播",
        "许昌晨报，3月5日，未询问",
        "许昌人民广播电台，3月5日，过截稿时间，未询问",
        "许昌日报，3月6日，非刊播日",
    } <= said


def test_a_retired_outlet_stays_in_the_months_in_which_it_ran_something(log, clerk, noon):
    log(outlet="许昌廉政网")
    row = next(row for row in outlets.outlets() if row.name == "许昌廉政网")
    outlet_changes.retire_outlet(clerk, row.id, row.version)
    left, found = states(matrix.week(DAY), "许昌廉政网")
    assert found[DAY].state == CellState.COUNT
    assert CellState.OPEN not in {cell.state for cell in left.cells}
    assert "许昌廉政网" not in {row.outlet.name for row in matrix.month(dt.date(2019, 1, 1)).rows}


@pytest.mark.parametrize(
    ("day", "working", "label"),
    [
        (dt.date(2019, 3, 5), True, "工作日"),
        (dt.date(2019, 3, 9), False, "休息日"),
        (dt.date(2019, 10, 1), False, "国庆节"),
        (dt.date(2019, 9, 29), True, "调休上班"),
        (dt.date(2099, 1, 1), True, "工作日（暂定）"),
        (dt.date(1999, 1, 2), False, "休息日（暂定）"),
    ],
)
def test_the_calendar_knows_holidays_and_make_up_days_and_never_fails(day, working, label):
    found = workday(day)
    assert (found.working, found.label) == (working, label)
    assert found.provisional == (day.year not in range(2004, 2027))


def test_every_holiday_of_the_published_calendars_has_a_name():
    for shift in range(23 * 366):
        assert workday(dt.date(2004, 1, 1) + dt.timedelta(days=shift)).label


def row(code, who, day=DAY):
    return next(row for row in quotas.quotas_on(day) if (row.quota, row.who) == (code, who))


def test_the_daily_quota_is_met_by_one_report_and_owed_on_publication_days_only(log):
    log()
    assert (row("daily_report", "许昌日报").done, row("daily_report", "许昌日报").met) == (1, True)
    assert not row("daily_report", "许昌晨报").met
    saturday = row("daily_report", "许昌晨报", dt.date(2019, 3, 9))
    assert (saturday.minimum, saturday.met) == (0, True)


def test_contributions_count_once_accepted_in_the_week_received(db):
    for day, state in (
        (dt.date(2019, 3, 4), ContributionState.ACCEPTED),
        (dt.date(2019, 3, 5), ContributionState.RECEIVED),
        (dt.date(2019, 3, 11), ContributionState.ACCEPTED),
    ):
        Contribution.create(outlet=1, received_on=day, title="来稿", state=state)
    found = row("internal_reference", "许昌日报")
    assert (found.period, found.done, found.met) == ("2019-W10", 1, True)
    assert not row("internal_reference", "许昌电视台").met


def test_periods_are_iso_text_and_weeks_do_not_part_at_the_year(db):
    assert row("internal_reference", "许昌日报", dt.date(2018, 12, 31)).period == "2019-W01"
    assert row("external_publicity", "许昌日报", dt.date(2018, 12, 31)).period == "2018"
    assert row("daily_report", "许昌日报").period == "2019-03-05"


def test_what_must_be_there_now_is_there_or_not(db):
    assert (row("liaison", "许昌廉政网").done, row("liaison", "许昌日报").done) == (0, 1)
    assert row("leader", "许昌廉政网").met
    assert row("column", "许昌日报").met
    assert (row("interviews", "office").done, row("interviews", "office").minimum) == (0, 95)


@pytest.mark.parametrize(
    ("done", "day", "reached", "in_time"),
    [
        ([], dt.date(2019, 7, 2), None, False),
        ([dt.date(2019, 2, 1)] * 5, dt.date(2019, 7, 1), dt.date(2019, 12, 30), True),
        ([dt.date(2019, 2, 1)] * 4, dt.date(2019, 7, 1), dt.date(2020, 3, 30), False),
        (
            [dt.date(2019, 2, number) for number in range(1, 12)],
            dt.date(2019, 7, 2),
            dt.date(2019, 2, 10),
            True,
        ),
        ([dt.date(2019, 8, 1)] * 10, dt.date(2019, 7, 2), None, False),
    ],
)
def test_pace_tells_where_a_year_should_stand_and_when_it_will_be_done(done, day, reached, in_time):
    found = quotas.pace(tuple(done), 10, (dt.date(2019, 1, 1), dt.date(2019, 12, 31)), day)
    assert (found.reached_on, found.in_time) == (reached, in_time)
    assert found.expected == pytest.approx(10 * ((day - dt.date(2019, 1, 1)).days + 1) / 365)


def test_yearly_placements_carry_their_pace(log):
    log(tier="国家级")
    found = row("external_publicity", "许昌日报")
    assert (found.done, found.minimum, found.pace.in_time) == (1, 10, False)


def test_a_quota_without_members_counts_the_whole_office(log):
    log(tier="国家级")
    log(outlet="许昌晨报")
    QuotaMember.delete().execute()
    done = {each.quota: each.done for each in quotas.quotas_on(DAY)}
    assert (done["daily_report"], done["external_publicity"]) == (2, 1)
    assert (done["internal_reference"], done["liaison"], done["column"]) == (0, 4, 5)


def test_a_campaign_runs_between_its_own_days(db):
    Quota.create(
        code="campaign",
        label="活动",
        subject=QuotaSubject.ITEMS,
        period=QuotaPeriod.CAMPAIGN,
        minimum=1,
        since=dt.date(2019, 1, 2),
        until=dt.date(2019, 12, 31),
    )
    found = row("campaign", "office")
    assert (found.since, found.until) == (dt.date(2019, 1, 2), dt.date(2019, 12, 31))


def test_today_names_the_silent_outlets_the_late_ones_first(log, clerk, noon):
    log(day=dt.date(2019, 3, 1), outlet="许昌廉政网")
    log()
    cells.set_none_today(clerk, Cell(2, DAY), "无刊期")
    page = today.today(clerk)
    assert page.due == 5
    assert [(one.outlet.name, one.cell.state.value) for one in page.silent] == [
        ("许昌人民广播电台", "open"),
        ("许昌电视台", "open"),
        ("许昌廉政网", "open"),
        ("许昌晨报", "none"),
    ]
    assert page.silent[0].outlet.liaison.phone == "0374-0000006"
    assert page.silent[2].last_seen == dt.date(2019, 3, 1)
    assert [quota.who for quota in page.contributions][:2] == ["许昌日报", "许昌晨报"]
    assert (page.days_left, len(page.external), page.interviews.minimum) == (4, 3, 95)
    assert page.waiting == ()


def test_a_county_outlet_owes_only_what_a_quota_asks(clerk, noon):
    made = outlet_changes.add_outlet(clerk, NewOutlet("某县融媒体中心", "web", "county"))
    found = next(row for row in matrix.week(DAY).rows if row.outlet.id == made)
    assert (found.owes, {cell.state for cell in found.cells}) == (False, {CellState.NOT_DUE})


def test_days_before_the_office_was_founded_are_not_past_any_deadline(db, monkeypatch, noon):
    monkeypatch.setattr(beginning, "founded_on", lambda: DAY)
    _, radio = states(matrix.matrix(DAY - dt.timedelta(days=1), DAY), "许昌人民广播电台")
    before, first = radio[DAY - dt.timedelta(days=1)], radio[DAY]
    assert (before.state, before.late) == (CellState.OPEN, False)
    assert first.late
