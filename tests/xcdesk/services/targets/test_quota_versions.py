"""Quotas as they are set: versions that follow one another, members with dates, what is refused by name."""

import datetime as dt
from dataclasses import replace

import pytest

from xcdesk import clock, store
from xcdesk.codes import ContributionState, QuotaPeriod, QuotaSubject
from xcdesk.errors import NotFoundError, StaleRowError
from xcdesk.models import AuditEntry, Contribution
from xcdesk.services.office import beginning, founding
from xcdesk.services.roster import outlet_changes
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.targets import in_force, quota_versions, quotas, weekly
from xcdesk.services.targets.in_force import Member, QuotaTerms
from xcdesk.services.targets.quota_versions import (
    BadMemberDaysError,
    BadQuotaError,
    QuotaOverlapError,
    SplitDayError,
)

SEPTEMBER = dt.date(2019, 9, 2)  # a Monday
DAY = dt.timedelta(days=1)


def version(code):
    return [one for one in in_force.versions() if one.code == code][-1]


def minimum(code, day, who="许昌日报"):
    return [row.minimum for row in quotas.quotas_on(day) if (row.quota, row.who) == (code, who)]


def from_september(code, **changes):
    before = version(code)
    return before, replace(before.terms, since=SEPTEMBER, **changes)


def test_a_minimum_that_changes_from_a_day_on_leaves_what_was_asked_before(leader):
    before, terms = from_september("internal_reference", minimum=2)
    quota_versions.change_from(leader, before.id, before.version, terms)
    assert minimum("internal_reference", SEPTEMBER - DAY) == [1]
    assert minimum("internal_reference", SEPTEMBER) == [2]
    found = {
        (one.outlet, one.monday): one.minimum for one in weekly.week_counts(dt.date(2019, 8, 26), SEPTEMBER)
    }
    assert found["许昌日报", dt.date(2019, 8, 26)] == 1
    assert found["许昌日报", SEPTEMBER] == 2


def test_figures_of_last_year_stay_when_the_quota_of_this_year_is_edited(leader):
    Contribution.create(
        outlet=1, received_on=dt.date(2018, 9, 4), title="来稿", state=ContributionState.ACCEPTED
    )
    before, terms = from_september("internal_reference", minimum=3)
    year = [row for row in quotas.quotas_on(dt.date(2018, 9, 4)) if row.quota == "internal_reference"]
    split = quota_versions.change_from(leader, before.id, before.version, terms)
    again = in_force.version_of(split.begun)
    quota_versions.change_quota(leader, again.id, again.version, replace(again.terms, minimum=5))
    same = [row for row in quotas.quotas_on(dt.date(2018, 9, 4)) if row.quota == "internal_reference"]
    assert [(row.done, row.minimum, row.met) for row in same] == [
        (row.done, row.minimum, row.met) for row in year
    ]


def test_a_change_from_a_day_on_is_taken_back_and_done_again(leader):
    before, terms = from_september("daily_report", minimum=2)
    split = quota_versions.change_from(leader, before.id, before.version, terms)
    split = quota_versions.take_back_split(leader, split)
    assert [one.terms for one in in_force.versions() if one.code == "daily_report"] == [before.terms]
    split = quota_versions.put_back_split(leader, split)
    assert minimum("daily_report", SEPTEMBER) == [2]
    now = in_force.version_of(split.begun)
    quota_versions.change_quota(leader, now.id, now.version, replace(now.terms, minimum=4))
    with pytest.raises(StaleRowError):
        quota_versions.take_back_split(leader, split)
    assert minimum("daily_report", SEPTEMBER) == [4]


def test_a_change_needs_a_day_within_the_version(leader):
    before, terms = from_september("daily_report", minimum=2)
    split = quota_versions.change_from(leader, before.id, before.version, terms)
    old = in_force.version_of(split.ended)
    for since in (SEPTEMBER, None):
        with pytest.raises(SplitDayError):
            quota_versions.change_from(leader, old.id, old.version, replace(terms, since=since))


def test_members_owe_between_their_own_days(leader):
    before = version("internal_reference")
    made = outlet_changes.add_outlet(leader, NewOutlet("许昌新闻网", "web", "municipal"))
    members = (
        replace(before.terms.members[0], until=SEPTEMBER - DAY),
        *before.terms.members[1:],
        Member(made, since=SEPTEMBER),
    )
    quota_versions.change_quota(leader, before.id, before.version, replace(before.terms, members=members))
    assert minimum("internal_reference", SEPTEMBER - DAY) == [1]
    assert minimum("internal_reference", SEPTEMBER) == []
    assert minimum("internal_reference", SEPTEMBER - DAY, "许昌新闻网") == []
    assert minimum("internal_reference", SEPTEMBER, "许昌新闻网") == [1]


def test_the_same_is_not_asked_twice_of_one_outlet(leader):
    daily = version("daily_report").terms
    twice = QuotaTerms("又一项", daily.subject, daily.period, 2, SEPTEMBER, None, daily.members[1:2])
    with pytest.raises(QuotaOverlapError) as refused:
        quota_versions.add_quota(leader, twice)
    assert (refused.value.facts["name"], str(refused.value.facts["outlets"])) == ("每日报道", "许昌晨报")
    before = version("daily_report")
    quota_versions.end_quota(leader, before.id, before.version, SEPTEMBER - DAY)
    made = in_force.version_of(quota_versions.add_quota(leader, twice))
    assert made.code == "items"
    with pytest.raises(QuotaOverlapError):
        quota_versions.end_quota(leader, before.id, before.version + 1, None)


def test_a_removed_quota_asks_nothing_and_comes_back_unless_it_would_overlap(leader):
    before = version("daily_report")
    stepped = quota_versions.remove_quota(leader, before.id, before.version)
    assert minimum("daily_report", SEPTEMBER) == []
    assert in_force.owing_daily(in_force.versions(), SEPTEMBER) == frozenset()
    again = quota_versions.add_quota(leader, before.terms)
    with pytest.raises(QuotaOverlapError):
        quota_versions.restore_quota(leader, before.id, stepped)
    quota_versions.remove_quota(leader, again, 1)
    quota_versions.restore_quota(leader, before.id, stepped)
    assert minimum("daily_report", SEPTEMBER) == [1]


def test_what_makes_no_sense_is_refused_and_nothing_is_written(leader):
    before = version("daily_report")
    entries = AuditEntry.select().count()
    for change, refusal in (
        ({"minimum": -1}, BadQuotaError),
        ({"since": SEPTEMBER, "until": SEPTEMBER - DAY}, BadQuotaError),
        ({"until": SEPTEMBER, "members": (Member(1, since=SEPTEMBER + DAY),)}, BadMemberDaysError),
    ):
        with pytest.raises(refusal):
            quota_versions.change_quota(leader, before.id, before.version, replace(before.terms, **change))
    with pytest.raises(StaleRowError):
        quota_versions.change_quota(leader, before.id, before.version + 1, before.terms)
    with pytest.raises(NotFoundError):
        quota_versions.remove_quota(leader, 999, 1)
    assert version("daily_report") == before
    assert AuditEntry.select().count() == entries


def test_a_campaign_counts_from_the_first_day_of_its_first_version(leader):
    terms = QuotaTerms("活动", QuotaSubject.ITEMS, QuotaPeriod.CAMPAIGN, 1, dt.date(2019, 1, 2))
    made = quota_versions.add_quota(leader, terms)
    quota_versions.change_from(leader, made, 1, replace(terms, since=SEPTEMBER, minimum=9))
    found = [row for row in quotas.quotas_on(SEPTEMBER) if row.label == "活动"]
    assert [(row.since, row.minimum) for row in found] == [(dt.date(2019, 1, 2), 9)]


def test_years_roll_over_without_anybodys_help(db):
    for year in (2019, 2020, 2031):
        found = {row.quota: row for row in quotas.quotas_on(dt.date(year, 1, 1))}
        assert {"daily_report", "internal_reference", "external_publicity", "interviews"} <= set(found)
        assert found["external_publicity"].period == str(year)


def test_every_subject_of_the_plan_is_asked_and_counted_honestly(db):
    found = {row.subject: row for row in quotas.quotas_on(dt.date(2019, 3, 5))}
    assert set(found) == set(QuotaSubject)
    assert (found[QuotaSubject.INTERVIEWS].done, found[QuotaSubject.INTERVIEWS].minimum) == (0, 95)
    assert (found[QuotaSubject.ADVERTISEMENTS].minimum, found[QuotaSubject.LINK].who) == (0, "office")


def test_an_office_knows_the_day_from_which_it_keeps_its_log(db, tmp_path, on_day):
    assert beginning.founded_on() is None  # practice: its samples are older
    store.close_store()
    on_day(dt.date(2019, 3, 5))
    store.open_store(tmp_path / "new.db", create=True)
    founding.found(sample=False)
    assert beginning.founded_on() == dt.date(2019, 3, 5) == clock.today()
