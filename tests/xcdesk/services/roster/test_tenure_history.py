"""Who was in office when: past tenures entered and corrected, overlaps refused by name, asked for by day."""

import datetime as dt

import pytest

from xcdesk import wording
from xcdesk.codes import ContactRole
from xcdesk.errors import NotFoundError, StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.services.roster import tenure_changes, tenure_history, tenures
from xcdesk.services.roster.tenure_changes import TenureChange, TenureClashError, TenureEndError
from xcdesk.services.roster.tenure_history import PastTenure
from xcdesk.services.roster.tenures import Span

DAILY = 1
START, JUNE = dt.date(2019, 1, 2), dt.date(2019, 6, 1)
BEFORE = START - dt.timedelta(days=1)


def liaison():
    return tenures.holder(tenures.tenures(DAILY), ContactRole.LIAISON, JUNE)


def past(since, until, role=ContactRole.LIAISON):
    return PastTenure(DAILY, role, "示例·何某", Span(since, until))


def test_the_holder_before_the_first_is_entered_afterwards(clerk):
    tenure_history.enter_tenure(clerk, past(None, BEFORE))
    found = tenure_history.responsible_on(DAILY, dt.date(2018, 5, 4))
    assert {role: row.name for role, row in found.items()} == {ContactRole.LIAISON: "示例·何某"}
    assert liaison().name != "示例·何某"


@pytest.mark.parametrize(
    ("since", "until"),
    [(None, START), (START, START), (JUNE, None), (None, None), (dt.date(2018, 1, 1), JUNE)],
)
def test_days_that_somebody_else_held_are_refused_by_name(clerk, since, until):
    with pytest.raises(TenureClashError) as refused:
        tenure_history.enter_tenure(clerk, past(since, until))
    said = wording.sentence(refused.value, "zh")
    assert liaison().name in said
    assert "2019-01-02 至 今" in said


def test_another_role_may_be_held_on_the_same_days(clerk):
    tenure_history.enter_tenure(clerk, past(JUNE, None, ContactRole.DUTY_EDITOR))
    assert ContactRole.DUTY_EDITOR in tenure_history.responsible_on(DAILY, JUNE)


def test_a_tenure_ends_no_earlier_than_it_begins(clerk):
    with pytest.raises(TenureEndError):
        tenure_history.enter_tenure(clerk, past(JUNE, START))


def test_the_days_of_a_past_tenure_are_corrected_and_recorded(clerk):
    row = liaison()
    change = TenureChange(row.name, row.post, row.phone, Span(dt.date(2019, 2, 1), None))
    tenure_changes.change_tenure(clerk, row.id, row.version, change)
    assert liaison().since == dt.date(2019, 2, 1)
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).get()
    assert '"since": ["2019-01-02", "2019-02-01"]' in entry.facts
    with pytest.raises(StaleRowError):
        tenure_changes.change_tenure(clerk, row.id, row.version, change)


def test_corrected_days_may_not_run_into_the_next_tenure(clerk):
    made = tenure_history.enter_tenure(clerk, past(None, BEFORE))
    with pytest.raises(TenureClashError):
        tenure_changes.change_tenure(clerk, made, 1, TenureChange("示例·何某", "", "", Span(None, START)))
    with pytest.raises(TenureClashError):
        tenure_changes.end_tenure(clerk, made, 1, None)
    assert tenures.tenures(DAILY)[-1].until == BEFORE


def test_a_correction_without_days_leaves_them(clerk):
    row = liaison()
    tenure_changes.change_tenure(clerk, row.id, row.version, TenureChange(row.name, "主任", ""))
    assert liaison().span == row.span


def test_a_tenure_entered_by_mistake_is_taken_out_and_entered_again(clerk):
    made = tenure_history.enter_tenure(clerk, past(None, BEFORE))
    row = next(one for one in tenures.tenures(DAILY) if one.id == made)
    tenure_history.remove_tenure(clerk, row.id, row.version)
    assert made not in {one.id for one in tenures.tenures(DAILY)}
    with pytest.raises(NotFoundError):
        tenure_history.remove_tenure(clerk, row.id, row.version)
    tenure_history.restore_tenure(clerk, row.id, row.version)
    assert tenure_history.responsible_on(DAILY, BEFORE)[ContactRole.LIAISON] == row
    with pytest.raises(StaleRowError):
        tenure_history.restore_tenure(clerk, row.id, row.version)
    tenure_history.remove_tenure(clerk, row.id, row.version)
    tenure_history.enter_tenure(clerk, past(None, BEFORE))
    with pytest.raises(TenureClashError):
        tenure_history.restore_tenure(clerk, row.id, row.version)
