"""What ships, or stands in somebody's list, is proposed for the roster; only what is ticked goes there."""

import pytest

from xcdesk import store
from xcdesk.codes import ContactRole, OutletKind, QuotaSubject, Role, Tier
from xcdesk.models import AuditEntry, Outlet, Quota
from xcdesk.services.accounts import keeping
from xcdesk.services.accounts.keeping import Particulars
from xcdesk.services.office import people, setting_up
from xcdesk.services.office.setting_up import Step, StepState
from xcdesk.services.roster import outlets, programmes, proposing, units
from xcdesk.services.roster.outlet_changes import NewOutlet, add_outlet
from xcdesk.services.roster.proposing import ProposedOutlet, ProposedPerson, Standing


@pytest.fixture
def founder(tmp_path):
    """Who has just founded an office without a roster."""
    store.open_store(tmp_path / "new.db", create=True)
    actor, _ = keeping.set_up(
        Particulars("zhang", "张三", "主任", Role.ADMINISTRATOR), "一句好记的长话吧", roster=False
    )
    yield actor
    store.close_store()


def names():
    return [row.name for row in outlets.outlets()]


def test_a_new_office_has_nobody_on_its_roster_until_proposals_are_taken(founder):
    assert names() == []
    assert [quota.code for quota in Quota.select() if quota.code in {"daily_report", "interviews"}] == [
        "interviews"
    ]
    assert setting_up.progress().next is Step.OFFICE
    proposed = proposing.shipped_outlets()
    assert {one.standing for one in proposed} == {Standing.NEW}
    taken = proposing.take_outlets(founder, proposed)
    daily = next(row for row in outlets.outlets() if row.name == "许昌日报")
    owed = {quota.subject for quota in Quota.select() if daily.id in {m.outlet_id for m in quota.members}}
    assert {QuotaSubject.ITEMS, QuotaSubject.CONTRIBUTIONS, QuotaSubject.PLACEMENTS} <= owed
    morning = next(row for row in outlets.outlets() if row.name == "许昌晨报")
    assert {row.name for row in programmes.programmes(morning.id)} == {"百姓看政", "执行力提升年"}
    assert {one.standing for one in proposing.shipped_outlets()} == {Standing.KNOWN}
    proposing.take_units(founder, proposing.shipped_units())
    assert len(units.units()) == len(proposing.shipped_units())
    assert {one.standing for one in proposing.shipped_units()} == {Standing.KNOWN}
    proposing.take_back(founder, taken)
    assert names() == []
    proposing.take_again(founder, taken)
    assert len(names()) == len(proposed)


def test_names_that_are_there_are_alike_or_lack_something_are_told_apart(clerk):
    add_outlet(clerk, NewOutlet("许昌手机台", OutletKind.WEB, Tier.MUNICIPAL))
    rows = [
        ProposedOutlet(1, "日报", OutletKind.NEWSPAPER, Tier.MUNICIPAL),
        ProposedOutlet(2, "手机台", OutletKind.WEB, Tier.MUNICIPAL),
        ProposedOutlet(3, "许昌周刊", OutletKind.NEWSPAPER, Tier.MUNICIPAL),
        ProposedOutlet(4, "许昌周刊", OutletKind.NEWSPAPER, Tier.MUNICIPAL),
        ProposedOutlet(5, "新媒体中心", None, Tier.MUNICIPAL),
        ProposedOutlet(6, "  ", OutletKind.WEB, Tier.MUNICIPAL),
    ]
    stood = proposing.stand_outlets(rows)
    assert [one.standing for one in stood] == [
        Standing.KNOWN,
        Standing.ALIKE,
        Standing.NEW,
        Standing.TWICE,
        Standing.KINDLESS,
        Standing.NAMELESS,
    ]
    assert (stood[0].like, stood[1].like) == ("许昌日报", "许昌手机台")


def test_people_of_a_list_fill_posts_that_nobody_holds_and_are_taken_back(clerk):
    who = ProposedPerson(ContactRole.LIAISON, "钱七", "主任", "0374-1")
    made = add_outlet(clerk, NewOutlet("许昌手机台", OutletKind.WEB, Tier.MUNICIPAL))
    listed = ProposedOutlet(1, "许昌手机台", OutletKind.WEB, Tier.MUNICIPAL, people=(who,))
    (stood,) = proposing.stand_outlets([listed])
    assert stood.standing is Standing.FILLS
    taken = proposing.take_outlets(clerk, [stood])
    assert outlets.outlet(made).outlet.liaison.name == "钱七"
    assert proposing.stand_outlets([listed])[0].standing is Standing.KNOWN
    proposing.take_back(clerk, taken)
    assert outlets.outlet(made).outlet.liaison is None
    proposing.take_again(clerk, taken)
    assert outlets.outlet(made).outlet.liaison.phone == "0374-1"
    assert Outlet.select().where(Outlet.name == "许昌手机台").count() == 1


def test_steps_are_done_by_what_the_data_show_skipped_by_word_and_over_when_none_is_left(founder):
    setting_up.skip(founder, Step.OFFICE)
    assert setting_up.progress().steps[Step.OFFICE] is StepState.SKIPPED
    setting_up.take_up(founder, Step.OFFICE)
    assert setting_up.progress().settled == 0
    proposing.take_units(founder, proposing.shipped_units()[:1])
    for step in (Step.OFFICE, Step.PEOPLE, Step.IMPORT):
        setting_up.skip(founder, step)
    now = setting_up.progress()
    assert (now.settled, now.next) == (4, Step.OUTLETS)
    setting_up.dismiss(founder)
    assert setting_up.progress() is None
    setting_up.bring_back(founder)
    proposing.take_outlets(founder, proposing.shipped_outlets()[:1])
    assert setting_up.progress() is None
    assert AuditEntry.select().where(AuditEntry.action == "office.setup_dismissed").exists()


def test_an_office_that_was_founded_otherwise_is_not_asked(db):
    assert setting_up.progress() is None
    assert people.actors()
