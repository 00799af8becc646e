"""The quarterly check: whose contacts are still to be verified, corrected while verifying, taken back."""

import datetime as dt

import pytest

from xcdesk import clock
from xcdesk.errors import StaleRowError
from xcdesk.services.roster import outlet_changes, outlets, roster_check, tenure_changes, tenures
from xcdesk.services.roster.roster_check import Correction
from xcdesk.services.roster.tenure_changes import TenureChange

DAY = dt.date(2019, 5, 14)


@pytest.fixture
def spring(on_day):
    on_day(DAY)


def daily():
    return outlets.outlets()[0]


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (dt.date(2019, 1, 1), dt.date(2019, 1, 1), dt.date(2019, 3, 31)),
        (DAY, dt.date(2019, 4, 1), dt.date(2019, 6, 30)),
        (dt.date(2020, 12, 31), dt.date(2020, 10, 1), dt.date(2020, 12, 31)),
    ],
)
def test_quarters_are_those_of_the_calendar(day, first, last):
    assert clock.quarter_of(day) == (first, last)


def test_municipal_outlets_stand_on_the_list_until_they_are_verified(clerk, spring):
    before = roster_check.check_list()
    assert [row.outlet.name for row in before.left] == [
        "许昌日报",
        "许昌晨报",
        "许昌人民广播电台",
        "许昌电视台",
        "许昌廉政网",
    ]
    outlet_changes.mark_verified(clerk, daily().id, daily().version, dt.date(2019, 3, 31))
    assert len(roster_check.check_list().left) == 5
    roster_check.verify(clerk, daily())
    assert "许昌日报" not in [row.outlet.name for row in roster_check.check_list().left]
    assert roster_check.check_list().rows[0].done


def test_an_outlet_of_another_tier_is_checked_once_it_has_contacts(clerk, spring):
    other = next(row for row in outlets.outlets() if row.name == "河南日报")
    assert other.name not in [row.outlet.name for row in roster_check.check_list().rows]
    new = tenure_changes.NewTenure(other.id, tenures.ContactRole.LIAISON, "示例·何某", DAY)
    tenure_changes.change_holder(clerk, new)
    assert other.name in [row.outlet.name for row in roster_check.check_list().rows]


def test_a_number_is_corrected_and_verified_in_one_act(clerk, leader, spring):
    before = daily()
    person = before.liaison
    fix = Correction(person.id, person.version, TenureChange(person.name, person.post, "0374-123"))
    version = roster_check.verify(clerk, before, (fix,))
    assert (daily().liaison.phone, daily().verified_on) == ("0374-123", DAY)
    back = Correction(person.id, person.version + 1, TenureChange(person.name, person.post, person.phone))
    roster_check.take_back(clerk, before, version, (back,))
    assert (daily().liaison.phone, daily().verified_on) == (person.phone, None)


def test_a_number_that_somebody_else_corrected_verifies_nothing(clerk, leader, spring):
    before, person = daily(), daily().liaison
    tenure_changes.change_tenure(leader, person.id, person.version, TenureChange(person.name, "", "0374-9"))
    fix = Correction(person.id, person.version, TenureChange(person.name, person.post, "0374-123"))
    with pytest.raises(StaleRowError):
        roster_check.verify(clerk, before, (fix,))
    assert (daily().liaison.phone, daily().verified_on) == ("0374-9", None)
