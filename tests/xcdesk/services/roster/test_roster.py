"""The roster: gaps, dated changes of post, programmes, units, lists and spellings."""

import datetime as dt

import pytest

from xcdesk import wording
from xcdesk.codes import ContactRole, OutletKind, Tier, UnitKind, Vocabulary
from xcdesk.errors import MissingTextError, NotFoundError, StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.services.office import term_changes, terms
from xcdesk.services.office.term_changes import BadTermCodeError, TermChange, TermExistsError
from xcdesk.services.roster import (
    outlet_changes,
    outlets,
    programme_changes,
    programmes,
    spellings,
    tenure_changes,
    tenures,
    units,
)
from xcdesk.services.roster.outlet_changes import BadOutletError, NewOutlet, OutletExistsError
from xcdesk.services.roster.outlets import Gap
from xcdesk.services.roster.programme_changes import NewProgramme, ProgrammeExistsError
from xcdesk.services.roster.spellings import SpellingTakenError
from xcdesk.services.roster.tenure_changes import NewTenure, TenureChange, TenureEndError, TenureOverlapError
from xcdesk.services.roster.units import NewUnit, UnitExistsError

START = dt.date(2019, 1, 2)
JUNE = dt.date(2019, 6, 1)
COUNTY_NEWS = NewOutlet("禹州市融媒体中心", OutletKind.WEB, Tier.COUNTY, "12345", "16:00")


def daily():
    return outlets.outlets(on=START)[0]


def web():
    return next(row for row in outlets.outlets() if row.name == "许昌廉政网")


def test_a_municipal_outlet_without_a_liaison_shows_the_gap(db):
    assert web().gaps == (Gap.LIAISON,)
    count = outlets.gap_count(outlets.outlets())
    assert (count.outlets, count.leaders, count.liaisons, count.columns) == (1, 0, 1, 0)
    assert wording.text("gap.liaison", "zh") == "缺联络员"


def test_only_municipal_outlets_owe_people_and_a_column(clerk):
    made = outlet_changes.add_outlet(clerk, COUNTY_NEWS)
    assert outlets.outlet(made).outlet.gaps == ()


def test_before_anybody_was_named_everything_is_missing(db):
    before = outlets.outlets(on=START - dt.timedelta(days=1))[0]
    assert before.gaps == (Gap.LEADER, Gap.LIAISON, Gap.COLUMN)
    assert not before.has_column


def test_a_change_of_post_ends_the_old_tenure_and_keeps_it(clerk):
    before = daily().liaison
    tenure_changes.change_holder(
        clerk, NewTenure(1, ContactRole.LIAISON, "示例·何某", JUNE, "编辑", "0374-1")
    )
    detail = outlets.outlet(1, JUNE)
    assert (detail.outlet.liaison.name, detail.outlet.liaison.phone) == ("示例·何某", "0374-1")
    assert outlets.outlet(1, JUNE - dt.timedelta(days=1)).outlet.liaison.id == before.id
    liaisons = [row for row in detail.tenures if row.role == ContactRole.LIAISON]
    assert [(row.since, row.until) for row in liaisons] == [(JUNE, None), (START, dt.date(2019, 5, 31))]


@pytest.mark.parametrize("since", [START, START - dt.timedelta(days=1)])
def test_a_tenure_that_would_overlap_is_refused(clerk, since):
    with pytest.raises(TenureOverlapError):
        tenure_changes.change_holder(clerk, NewTenure(1, ContactRole.LEADER, "示例·何某", since))
    assert len(tenures.tenures(1)) == 2


def test_the_record_of_a_change_of_post_holds_no_telephone(clerk):
    tenure_changes.change_holder(
        clerk, NewTenure(1, ContactRole.LIAISON, "示例·何某", JUNE, phone="0374-9876543")
    )
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).get()
    assert entry.action == "roster.holder_changed"
    assert "9876543" not in entry.facts


def test_a_role_can_be_left_vacant(clerk):
    held = daily().leader
    with pytest.raises(TenureEndError):
        tenure_changes.end_tenure(clerk, held.id, held.version, START - dt.timedelta(days=2))
    tenure_changes.end_tenure(clerk, held.id, held.version, JUNE)
    assert outlets.outlet(1, JUNE).outlet.leader is not None
    assert Gap.LEADER in outlets.outlet(1, JUNE + dt.timedelta(days=1)).outlet.gaps


def test_a_telephone_is_corrected_in_place(clerk):
    held = daily().leader
    change = TenureChange(held.name, held.post, "0374-7")
    assert tenure_changes.change_tenure(clerk, held.id, held.version, change) == held.version + 1
    assert daily().leader.phone == "0374-7"
    with pytest.raises(StaleRowError):
        tenure_changes.change_tenure(clerk, held.id, held.version, change)
    with pytest.raises(MissingTextError):
        tenure_changes.change_tenure(clerk, held.id, held.version + 1, TenureChange(" ", "", ""))


def test_people_of_an_unknown_outlet_are_refused(clerk):
    with pytest.raises(NotFoundError):
        tenure_changes.change_holder(clerk, NewTenure(999, ContactRole.LEADER, "示例·何某", JUNE))
    with pytest.raises(NotFoundError):
        tenure_changes.end_tenure(clerk, 999, 1, JUNE)
    with pytest.raises(NotFoundError):
        outlets.outlet(999)


def test_a_new_outlet_stands_last_and_its_name_is_understood(clerk):
    made = outlet_changes.add_outlet(clerk, COUNTY_NEWS)
    row = outlets.outlets()[-1]
    assert (row.id, row.name, row.deadline) == (made, COUNTY_NEWS.name, "16:00")
    assert outlets.outlet(made).spellings == (COUNTY_NEWS.name,)
    assert row.publishes_on(dt.date(2019, 3, 8))
    assert not row.publishes_on(dt.date(2019, 3, 9))


@pytest.mark.parametrize(
    ("new", "error"),
    [
        (NewOutlet("许昌日报", OutletKind.NEWSPAPER, Tier.MUNICIPAL), OutletExistsError),
        (NewOutlet("央视", OutletKind.TV, Tier.NATIONAL), SpellingTakenError),
        (NewOutlet("某报", OutletKind.NEWSPAPER, Tier.COUNTY, "128"), BadOutletError),
        (NewOutlet("某报", OutletKind.NEWSPAPER, Tier.COUNTY, deadline="四点"), BadOutletError),
        (NewOutlet("", OutletKind.NEWSPAPER, Tier.COUNTY), MissingTextError),
    ],
)
def test_an_outlet_that_cannot_be_added_leaves_nothing(clerk, new, error):
    count = len(outlets.outlets())
    with pytest.raises(error):
        outlet_changes.add_outlet(clerk, new)
    assert len(outlets.outlets(everyone=True)) == count


def test_a_renamed_outlet_keeps_its_old_spelling(clerk):
    row = daily()
    change = NewOutlet("许昌日报（新）", row.kind, row.tier, "7654321")
    assert outlet_changes.change_outlet(clerk, row.id, row.version, change) == 2
    detail = outlets.outlet(row.id)
    assert detail.outlet.publication_days == "1234567"
    assert {"许昌日报", "许昌日报（新）"} <= set(detail.spellings)
    with pytest.raises(StaleRowError):
        outlet_changes.change_outlet(clerk, row.id, row.version, change)
    with pytest.raises(OutletExistsError):
        outlet_changes.change_outlet(clerk, row.id, 2, NewOutlet("许昌晨报", row.kind, row.tier))


def test_a_retired_outlet_is_off_the_roster_until_it_is_reinstated(clerk):
    row = web()
    outlet_changes.retire_outlet(clerk, row.id, row.version)
    assert row.name not in {each.name for each in outlets.outlets()}
    retired = outlets.outlet(row.id).outlet
    assert (retired.active, retired.gaps) == (False, ())
    outlet_changes.reinstate_outlet(clerk, row.id, retired.version)
    assert web().gaps == (Gap.LIAISON,)


def test_contacts_are_marked_as_verified_today(clerk, on_day):
    on_day(JUNE)
    row = daily()
    outlet_changes.mark_verified(clerk, row.id, row.version)
    assert daily().verified_on == JUNE


def test_a_column_opens_and_closes_with_dates(clerk):
    column = programmes.programmes(1)[0]
    assert column.is_column
    closed = NewProgramme(1, column.name, is_column=True, opened_on=START, closed_on=JUNE)
    programme_changes.change_programme(clerk, column.id, column.version, closed)
    assert outlets.outlet(1, JUNE - dt.timedelta(days=1)).outlet.has_column
    assert Gap.COLUMN in outlets.outlet(1, JUNE).outlet.gaps
    reopened = NewProgramme(1, column.name, is_column=True, opened_on=START)
    programme_changes.change_programme(clerk, column.id, column.version + 1, reopened)
    assert outlets.outlet(1, JUNE).outlet.columns == (column.name,)


def test_a_column_that_was_never_opened_is_a_gap_and_another_programme_is_not_one(clerk):
    made = programme_changes.add_programme(clerk, NewProgramme(1, "新栏目", is_column=True))
    rows = {row.id: row for row in programmes.programmes(1)}
    assert not rows[made].is_open(JUNE)
    other = programme_changes.add_programme(clerk, NewProgramme(1, "读者来信"))
    assert programmes.programmes(1)[-1].id == other
    assert programmes.programmes(1)[-1].is_open(JUNE)


def test_an_outlet_has_no_two_programmes_of_one_name(clerk):
    made = programme_changes.add_programme(clerk, NewProgramme(1, "读者来信"))
    with pytest.raises(ProgrammeExistsError):
        programme_changes.add_programme(clerk, NewProgramme(1, "读者来信"))
    with pytest.raises(ProgrammeExistsError):
        programme_changes.change_programme(clerk, made, 1, NewProgramme(1, "执行力提升年"))
    with pytest.raises(NotFoundError):
        programme_changes.change_programme(clerk, 999, 1, NewProgramme(1, "读者来信"))


def test_units_are_added_changed_and_put_out_of_use(clerk):
    made = units.add_unit(clerk, NewUnit("市体育局", UnitKind.DEPARTMENT))
    assert units.units()[-1].name == "市体育局"
    units.change_unit(clerk, made, 1, NewUnit("市体育和健康局", UnitKind.DEPARTMENT, active=False))
    assert made not in {row.id for row in units.units()}
    assert units.units(everyone=True)[-1].name == "市体育和健康局"
    assert spellings.unit_spellings(made) == ("市体育局", "市体育和健康局")
    with pytest.raises(UnitExistsError):
        units.add_unit(clerk, NewUnit("禹州市", UnitKind.COUNTY))
    with pytest.raises(UnitExistsError):
        units.change_unit(clerk, made, 2, NewUnit("禹州市", UnitKind.COUNTY))
    with pytest.raises(NotFoundError):
        units.change_unit(clerk, 999, 1, NewUnit("某局", UnitKind.COUNTY))


def test_a_spelling_is_learnt_once_and_stands_for_one_only(clerk, log):
    spellings.learn_outlet_spelling(clerk, 1, "许昌日報")
    spellings.learn_outlet_spelling(clerk, 1, "《许昌日報》")
    assert spellings.outlet_spellings(1).count("许昌日報") == 1
    assert log(outlet="许昌日報")
    with pytest.raises(SpellingTakenError):
        spellings.learn_outlet_spelling(clerk, 2, "许昌日報")
    spellings.forget_outlet_spelling(clerk, 1, "许昌日報")
    assert "许昌日報" not in spellings.outlet_spellings(1)
    spellings.learn_unit_spelling(clerk, 1, "钧都")
    assert "钧都" in spellings.unit_spellings(1)
    spellings.forget_unit_spelling(clerk, 1, "钧都")
    assert "钧都" not in spellings.unit_spellings(1)


def test_lists_are_edited_and_found_by_any_of_their_words(clerk):
    made = term_changes.add_term(
        clerk, Vocabulary.REASON, "holiday", TermChange("节日休刊", "休刊", ("放假",))
    )
    assert terms.find(Vocabulary.REASON, "放假").code == "holiday"
    term_changes.change_term(clerk, made, 1, TermChange("节假日休刊", "休刊", active=False))
    assert terms.find(Vocabulary.REASON, "休刊") is None
    assert terms.labels(Vocabulary.REASON)["holiday"] == "节假日休刊"
    with pytest.raises(TermExistsError):
        term_changes.add_term(clerk, Vocabulary.REASON, "holiday", TermChange("别的"))
    with pytest.raises(BadTermCodeError):
        term_changes.add_term(clerk, Vocabulary.REASON, "节日", TermChange("节日"))
    with pytest.raises(NotFoundError):
        term_changes.change_term(clerk, 999, 1, TermChange("别的"))
