"""Calls, matters that stay until resolved, weeks met, pace and charts: all agree with the tally."""

import datetime as dt

import pytest

from xcdesk import clock
from xcdesk.codes import CallAnswer, ContributionState, MaterialKind, QuotaSubject, Tier
from xcdesk.errors import MissingTextError, StaleRowError
from xcdesk.models import Contribution, ImportBatch
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial
from xcdesk.services.backups import keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.due import calls, matters, noted_calls, today
from xcdesk.services.due.calls import NewCall, NoReasonError
from xcdesk.services.due.matters import MatterTerms
from xcdesk.services.due.symptoms import SymptomKind
from xcdesk.services.grid import cells, none_days
from xcdesk.services.grid.cells import NoneWithItemsError
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import charts, coverage_log, reprints
from xcdesk.services.office import beginning
from xcdesk.services.targets import compliance, external, quotas

DAY = dt.date(2019, 3, 5)  # a Tuesday
MONDAY = dt.date(2019, 2, 25)


def call(answer=CallAnswer.WILL_SEND, outlet=3, subject=QuotaSubject.ITEMS, **words):
    return NewCall(outlet, DAY, subject, answer, person="示例·王某", **words)


def test_a_call_is_kept_with_who_when_and_what_was_answered(clerk, on_day):
    on_day(DAY)
    calls.log_call(clerk, call(CallAnswer.NOT_REACHED))
    calls.log_call(clerk, call(note="下午三点前"))
    calls.log_call(clerk, call(subject=QuotaSubject.CONTRIBUTIONS, answer=CallAnswer.NOT_REACHED))
    page = today.today(clerk)
    said = page.day_calls[3]
    assert (said.answer, said.person, said.note, said.by) == (
        CallAnswer.WILL_SEND,
        "示例·王某",
        "下午三点前",
        clerk.name,
    )
    assert page.week_calls[3].answer == CallAnswer.NOT_REACHED
    assert len(noted_calls.calls(3)) == 3


def test_none_today_said_on_the_phone_is_entered_with_its_reason_and_taken_back_with_the_call(clerk):
    with pytest.raises(NoReasonError):
        calls.log_call(clerk, call(CallAnswer.NONE_TODAY))
    cells.set_none_today(clerk, Cell(3, DAY), "停播")
    done = calls.log_call(clerk, call(CallAnswer.NONE_TODAY, reason="未报"))
    assert [row.reason for row in none_days.none_rows(DAY, DAY)] == ["not_sent"]
    done = calls.take_back_call(clerk, done)
    assert [row.reason for row in none_days.none_rows(DAY, DAY)] == ["off_air"]
    assert noted_calls.calls(3) == ()
    calls.put_back_call(clerk, done)
    assert [row.reason for row in noted_calls.calls(3)] == ["未报"]
    with pytest.raises(StaleRowError):
        calls.take_back_call(clerk, done)


def test_a_call_that_contradicts_the_log_is_refused_whole(log, clerk):
    log()
    with pytest.raises(NoneWithItemsError):
        calls.log_call(clerk, call(CallAnswer.NONE_TODAY, outlet=1, reason="未报"))
    assert noted_calls.calls(1) == ()


def found(kind):
    return [row for row in matters.open_matters(DAY) if row.symptom is not None and row.symptom.kind == kind]


def test_what_was_returned_stays_in_sight_with_its_writer_until_it_is_sent_again(clerk, leader):
    made = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "关于推进会的通知", "正文", DAY))
    approvals.submit(clerk, made.id)
    approvals.send_back(leader, made.id, opinion="请补充时间", seen_hash=made.text_hash)
    (row,) = found(SymptomKind.RETURNED)
    assert (row.owner, row.terms.due, row.symptom.target) == (clerk.name, DAY, made.id)
    assert row.terms.title == "退回修改：关于推进会的通知"
    assert row.is_late(DAY + dt.timedelta(days=1))
    approvals.submit(clerk, made.id)
    assert found(SymptomKind.RETURNED) == []


def test_rows_turned_down_stay_in_sight_until_a_person_says_how_they_were_answered(clerk, on_day):
    ImportBatch.create(
        file_name="鄢陵县.xlsx", sha256="0" * 64, counts='{"new": 5, "error": 2}', imported_by=clerk.id,
        imported_at=dt.datetime(2019, 3, 4, 2),
    )  # fmt: skip
    (row,) = found(SymptomKind.TURNED_DOWN)
    assert (row.owner, row.symptom.count) == (clerk.name, 2)
    with pytest.raises(MissingTextError):
        matters.resolve(clerk, row, "  ")
    matter = matters.resolve(clerk, row, "已电话更正")
    assert found(SymptomKind.TURNED_DOWN) == []
    assert [(one.title, one.resolution, one.by) for one in matters.resolved()] == [
        ("鄢陵县.xlsx：2 行退回，还没有答复", "已电话更正", clerk.name)
    ]
    matters.reopen(clerk, matter, matters.version_of(matter))
    assert len(found(SymptomKind.TURNED_DOWN)) == 1


def test_gaps_of_last_week_are_named_unless_the_office_is_younger(log, clerk, monkeypatch):
    Contribution.create(outlet=1, received_on=MONDAY, title="来稿", state=ContributionState.ACCEPTED)
    (week,) = found(SymptomKind.WEEK_GAP)
    assert (week.symptom.week, week.symptom.count) == (9, 4)
    assert "许昌日报" not in str(week.symptom.name)
    (days,) = found(SymptomKind.DAY_GAP)
    before = days.symptom.count
    log(day=MONDAY)
    cells.set_none_today(clerk, Cell(1, MONDAY + dt.timedelta(days=1)), "未报")
    assert found(SymptomKind.DAY_GAP)[0].symptom.count == before - 2
    monkeypatch.setattr(beginning, "founded_on", lambda: DAY)
    assert found(SymptomKind.WEEK_GAP) == found(SymptomKind.DAY_GAP) == []


def test_what_a_person_pins_has_an_owner_and_a_day_and_comes_first_when_late(clerk, leader):
    first = matters.pin(clerk, MatterTerms("核对大河网链接", "截图留证", leader.id, DAY))
    second = matters.pin(clerk, MatterTerms("催要栏目照片", due=DAY - dt.timedelta(days=1)))
    pinned = [row for row in matters.open_matters(DAY) if row.symptom is None]
    assert [(row.id, row.owner) for row in pinned] == [(second, ""), (first, leader.name)]
    matters.change(clerk, pinned[0], MatterTerms("催要栏目照片", "", clerk.id, DAY))
    with pytest.raises(StaleRowError):
        matters.change(clerk, pinned[0], MatterTerms("x"))
    matters.withdraw(clerk, first, 1)
    assert matters.resolved() == ()
    (left,) = [row for row in matters.open_matters(DAY) if row.symptom is None]
    assert (left.owner, left.version) == (clerk.name, 2)


def test_an_owner_and_a_day_are_given_to_what_the_program_found(clerk, leader):
    (gap,) = found(SymptomKind.WEEK_GAP)
    matter = matters.change(clerk, gap, MatterTerms(gap.terms.title, "周一会上通报", leader.id, DAY))
    (gap,) = found(SymptomKind.WEEK_GAP)
    assert (gap.id, gap.owner, gap.terms.note) == (matter, leader.name, "周一会上通报")


def test_a_missing_backup_is_found(administrator):
    with clock.as_if(dt.date(2019, 3, 1)):
        keeping.back_up(Reason.BY_HAND, actor=administrator)
    (row,) = found(SymptomKind.BACKUP)
    assert row.terms.title == "已有 4 天没有备份"


def test_weeks_of_a_year_are_met_missed_or_still_open(db, on_day):
    on_day(DAY)
    for day in (dt.date(2018, 12, 31), dt.date(2019, 1, 9), DAY):
        Contribution.create(outlet=1, received_on=day, title="来稿", state=ContributionState.ACCEPTED)
    year = compliance.compliance(2019)
    assert (len(year.mondays), year.mondays[0]) == (10, dt.date(2018, 12, 31))
    daily, morning = year.rows[:2]
    assert (daily.met, daily.judged, len(daily.missed)) == (3, 10, 7)
    assert [week.monday.isocalendar().week for week in daily.missed] == [3, 4, 5, 6, 7, 8, 9]
    assert (morning.met, morning.judged) == (0, 9)  # this week is still open
    assert compliance.compliance(2020).rows == ()


def test_every_step_of_a_pace_line_is_a_row_of_the_log_and_they_add_up_to_the_quota(log, clerk, on_day):
    on_day(DAY)
    own = log("省级之一", tier="provincial", day=dt.date(2019, 1, 9))
    mine, theirs = log("联合报道"), log("联合报道", outlet="人民日报", day=dt.date(2019, 2, 2))
    reprints.group_reprints(clerk, [mine, theirs])
    line = next(one for one in external.pace_lines(DAY) if one.quota.who == "许昌日报")
    assert [step.item_id for step in line.steps] == [own, theirs]
    assert {1: tuple(step.day for step in line.steps)} == counting.external_days(
        (1,), dt.date(2019, 1, 1), dt.date(2019, 12, 31)
    )
    assert len(line.steps) == line.quota.done
    assert coverage_log.item(line.steps[1].item_id).outlet == "人民日报"


def test_bars_of_a_month_are_those_of_the_tally_and_open_their_rows(log):
    log("甲", form="news")
    log("乙", form="news", unit="鄢陵县")
    log("丙", form="feature", outlet="人民日报", day=dt.date(2019, 3, 9))
    log("丁", day=dt.date(2019, 4, 1))
    table = {chart.key: chart for chart in charts.month_charts(DAY)}
    for key, chart in table.items():
        tally = counting.tally(dt.date(2019, 3, 1), dt.date(2019, 3, 31), (key,))
        assert (chart.totals.pieces, chart.totals.placements) == (3, 3)
        assert sorted((bar.label, bar.pieces, bar.placements) for bar in chart.bars) == sorted(
            (row.values[0].label, row.pieces, row.placements) for row in tally.rows
        )
        for bar in chart.bars:
            assert coverage_log.count(bar.chosen).placements == bar.placements
    assert [bar.label for bar in table[TallyKey.FORM].bars][:2] == ["消息", "通讯"]


def test_tiers_over_a_year_have_twelve_months_each(log):
    log("甲", tier="provincial", day=dt.date(2019, 1, 9))
    log("乙", tier="provincial")
    log("丙", day=dt.date(2018, 3, 9))
    rows = charts.tier_years(2019)
    assert [row.tier for row in rows] == [Tier.NATIONAL, Tier.PROVINCIAL, Tier.MUNICIPAL, Tier.COUNTY]
    assert [bar.placements for bar in rows[1].months] == [1, 0, 1] + [0] * 9
    assert coverage_log.count(rows[1].months[2].chosen).placements == 1


def test_the_page_counts_as_the_tally_does(log, clerk, on_day):
    on_day(DAY)
    log("甲")
    log("乙", outlet="许昌电视台", tier="national")
    page = today.today(clerk)
    by_outlet = counting.tally(DAY, DAY, (TallyKey.OUTLET,))
    ran = {row.values[0].label for row in by_outlet.rows}
    assert {one.outlet.name for one in page.silent}.isdisjoint(ran)
    assert page.due == len(page.silent) + len(ran)
    assert page.listed
    assert {QuotaSubject.ITEMS, QuotaSubject.CONTRIBUTIONS} <= page.asked
    done = {row.who: row.done for row in quotas.quotas_on(DAY) if row.quota == "daily_report"}
    assert {who for who, count in done.items() if count} == ran
