"""What was entered in the roster by mistake can be taken back, and nobody's later edit is lost by it."""

import datetime as dt

import pytest

from xcdesk.codes import ContactRole, Vocabulary
from xcdesk.errors import StaleRowError
from xcdesk.services.log import coverage
from xcdesk.services.office import term_changes, terms
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster import (
    outlet_changes,
    outlets,
    programme_changes,
    programmes,
    tenure_changes,
    tenures,
)
from xcdesk.services.roster.programme_changes import NewProgramme, ProgrammeInUseError
from xcdesk.services.roster.tenure_changes import NewTenure, TenureChange
from xcdesk.services.roster.tenures import TenureRow

DAY = dt.date(2019, 6, 1)
DAILY = 1


def liaisons() -> list[TenureRow]:
    return [row for row in tenures.tenures(DAILY) if row.role == ContactRole.LIAISON]


def test_a_change_of_post_taken_back_leaves_the_holder_before_in_office(clerk):
    before = liaisons()[0]
    made = tenure_changes.change_holder(clerk, NewTenure(DAILY, ContactRole.LIAISON, "示例·何某", DAY))
    tenure_changes.withdraw_holder(clerk, made, 1, before)
    assert [(row.id, row.name, row.until) for row in liaisons()] == [(before.id, before.name, None)]


def test_a_change_of_post_that_somebody_corrected_is_not_taken_back(clerk, leader):
    before = liaisons()[0]
    made = tenure_changes.change_holder(clerk, NewTenure(DAILY, ContactRole.LIAISON, "示例·何某", DAY))
    tenure_changes.change_tenure(leader, made, 1, TenureChange("示例·何甲", "", ""))
    with pytest.raises(StaleRowError):
        tenure_changes.withdraw_holder(clerk, made, 1, before)
    assert [row.name for row in liaisons()] == ["示例·何甲", before.name]


def test_an_ended_tenure_can_be_opened_again(clerk):
    before = liaisons()[0]
    ended = tenure_changes.end_tenure(clerk, before.id, before.version, DAY)
    tenure_changes.end_tenure(clerk, before.id, ended, None)
    assert liaisons()[0].until is None


def test_a_programme_added_by_mistake_is_taken_back(clerk):
    made = programme_changes.add_programme(clerk, NewProgramme(DAILY, "窗口故事"))
    programme_changes.withdraw_programme(clerk, made, 1)
    assert "窗口故事" not in [row.name for row in programmes.programmes(DAILY)]


def test_a_programme_with_reports_stays(clerk):
    made = programme_changes.add_programme(clerk, NewProgramme(DAILY, "窗口故事"))
    coverage.log_item(clerk, NewItem(DAY, "许昌日报", "示例：窗口提速", programme="窗口故事"))
    with pytest.raises(ProgrammeInUseError):
        programme_changes.withdraw_programme(clerk, made, 1)
    assert "窗口故事" in [row.name for row in programmes.programmes(DAILY)]


def test_the_day_of_the_last_check_can_be_put_back_to_never(clerk):
    row = outlets.outlets()[0]
    checked = outlet_changes.mark_verified(clerk, row.id, row.version, DAY)
    outlet_changes.take_back_verified(clerk, row.id, checked, None)
    assert outlets.outlets()[0].verified_on is None


@pytest.mark.parametrize(("days", "due"), [(92, False), (93, True)])
def test_contacts_want_checking_once_a_quarter(clerk, days, due):
    row = outlets.outlets()[0]
    outlet_changes.mark_verified(clerk, row.id, row.version, DAY)
    assert outlets.outlets()[0].check_is_due(DAY + dt.timedelta(days=days)) is due


def test_nobody_asks_for_contacts_of_national_outlets(db):
    assert not next(row for row in outlets.outlets() if row.name == "新华社").check_is_due(DAY)


def test_members_of_a_list_change_places(clerk):
    first, second = terms.terms(Vocabulary.THEME)[:2]
    stepped = term_changes.move_term(clerk, first.id, first.version, 1)
    assert [row.id for row in terms.terms(Vocabulary.THEME)[:2]] == [second.id, first.id]
    term_changes.move_term(clerk, first.id, stepped, -1)
    assert [row.id for row in terms.terms(Vocabulary.THEME)[:2]] == [first.id, second.id]


def test_the_first_member_of_a_list_stays_first(clerk):
    first = terms.terms(Vocabulary.THEME)[0]
    assert term_changes.move_term(clerk, first.id, first.version, -1) == first.version
    assert terms.terms(Vocabulary.THEME)[0].id == first.id
