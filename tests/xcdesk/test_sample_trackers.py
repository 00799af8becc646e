"""The samples have an advertisement plan, some of it short, manuscripts of every fate, and activities."""

import datetime as dt

import pytest

from xcdesk import practice, sample_trackers
from xcdesk.services.counts import activity_counts, use_rates
from xcdesk.services.due.today import today
from xcdesk.services.targets import adverts
from xcdesk.services.trackers import activities, likely_uses, manuscripts

DAY = dt.date(2026, 11, 26)
SPAN = DAY - dt.timedelta(62), DAY


@pytest.mark.file_engine
def test_the_trackers_are_filled_once_and_every_list_has_something_to_do(clerk, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", DAY.isoformat())
    practice.fill(clerk, DAY)
    sample_trackers.fill(DAY, ran=True)
    assert len(adverts.adverts()) == 4
    assert sum(bool(row.faults) for row in adverts.adverts()) == 1
    short = [one.outlet.name for one in today(clerk).adverts]
    assert "许昌晨报" in short
    total = use_rates.total(use_rates.by_unit(*SPAN), "")
    assert 0 < total.used < total.sent
    assert likely_uses.same_titles(*SPAN)
    assert sum(one.count for one in activity_counts.by_kind(*SPAN)) == 5
    assert any(row.files for row in activities.activities())
    sent = len(manuscripts.manuscripts())
    sample_trackers.fill(DAY, ran=False)
    assert (len(manuscripts.manuscripts()), len(adverts.adverts())) == (sent, 4)
    assert len(activities.activities()) == 5
