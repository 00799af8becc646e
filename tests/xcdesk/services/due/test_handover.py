"""A change of liaison hands on what is open with the outlet, and the history keeps it."""

import datetime as dt

import pytest

from xcdesk import wording
from xcdesk.codes import ContactRole, LinkState
from xcdesk.models import AuditEntry, HandoverItem
from xcdesk.services.due import handover
from xcdesk.services.due.handover import OpenKind
from xcdesk.services.roster import links, outlet_changes, outlets, tenure_changes, tenure_history, tenures
from xcdesk.services.roster.links import LinkCheck, NewLink
from xcdesk.services.roster.tenure_changes import NewTenure
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution

TUESDAY = dt.date(2019, 3, 5)
DAILY = 1


@pytest.fixture
def tuesday(on_day):
    on_day(TUESDAY)


def daily():
    return outlets.outlets()[0]


def kinds():
    return [item.kind for item in handover.open_items(daily())]


def change(actor, items):
    return handover.change_holder(actor, NewTenure(DAILY, ContactRole.LIAISON, "示例·何某", TUESDAY), items)


def test_silent_days_and_owed_contributions_of_this_week_are_open(log, clerk, tuesday):
    assert kinds() == [
        OpenKind.SILENT_DAY,
        OpenKind.SILENT_DAY,
        OpenKind.CONTRIBUTIONS_OWED,
        OpenKind.UNVERIFIED,
    ]
    log()
    outlet_changes.mark_verified(clerk, DAILY, daily().version)
    assert kinds() == [OpenKind.SILENT_DAY, OpenKind.CONTRIBUTIONS_OWED]


def test_pieces_to_choose_from_and_missing_links_are_open(clerk, tuesday):
    received = NewContribution(TUESDAY, "窗口提速（示例）", "正文", outlet="许昌日报")
    contributions.receive(clerk, received)
    contributions.receive(clerk, NewContribution(TUESDAY, "别家的（示例）", "正文", outlet="许昌晨报"))
    site = links.add_link(clerk, NewLink("日报网", "https://example.cn/", outlet_id=DAILY))
    links.check_link(clerk, site, 1, LinkCheck(LinkState.MISSING, TUESDAY))
    said = [item.words("zh") for item in handover.open_items(daily())]
    assert "来稿待选：《窗口提速（示例）》（3月5日收）" in said
    assert "网站缺专题链接：日报网" in said
    assert not any("别家" in words for words in said)


def test_every_open_kind_has_words_in_both_languages():
    for kind in OpenKind:
        assert {f"handover.{kind.value}"} <= set(wording.catalogue())


def test_what_is_handed_over_stands_in_the_history_of_the_new_liaison(clerk, tuesday):
    items = handover.open_items(daily())[:2]
    made = change(clerk, items)
    assert handover.taken_over(DAILY) == {made: items}
    assert daily().liaison.name == "示例·何某"
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).get()
    assert (entry.action, entry.subject) == ("roster.handed_over", "outlet:1")


def test_a_change_of_post_taken_back_takes_the_handover_back(clerk, tuesday):
    before = daily().liaison
    made = change(clerk, handover.open_items(daily()))
    assert HandoverItem.select().count() == 4
    tenure_changes.withdraw_holder(clerk, made, 1, before)
    assert HandoverItem.select().count() == 0


def test_a_tenure_that_took_something_over_is_corrected_not_taken_out(clerk, tuesday):
    made = change(clerk, handover.open_items(daily()))
    row = next(one for one in tenures.tenures(DAILY) if one.id == made)
    with pytest.raises(tenure_history.TenureInUseError):
        tenure_history.remove_tenure(clerk, row.id, row.version)
    assert daily().liaison.id == made


def test_a_refused_change_hands_nothing_over(clerk, tuesday):
    new = NewTenure(DAILY, ContactRole.LIAISON, "示例·何某", dt.date(2018, 1, 1))
    with pytest.raises(tenure_changes.TenureOverlapError):
        handover.change_holder(clerk, new, handover.open_items(daily()))
    assert HandoverItem.select().count() == 0
