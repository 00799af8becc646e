"""Lists on plain pages: the contact book, the check list, the list of sites."""

import datetime as dt

import pytest

from xcdesk import sheets
from xcdesk.codes import ContactRole, LinkState, OutletKind, Tier
from xcdesk.services.roster import links, outlet_changes, outlets, tenure_changes
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.tenure_changes import NewTenure
from xcdesk.sheets import SheetKind

DAY = dt.date(2019, 3, 28)


@pytest.fixture
def office(clerk, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", DAY.isoformat())
    return clerk


def pages(measured, kind):
    return measured(sheets.printed(kind).pdf)


def test_the_book_names_leader_and_liaison_with_telephones(office, measured):
    outlet_changes.mark_verified(office, 1, 1, dt.date(2019, 2, 1))
    (page,) = pages(measured, SheetKind.BOOK)
    for words in ("新闻媒体联络通讯录", "截至2019年3月28日", "市级媒体（5家）", "0374-0000001", "2019-02-01"):
        assert words in page.text
    assert "联络员缺" in page.text
    assert "河南日报" not in page.text


def test_outlets_of_other_tiers_stand_behind_once_they_have_contacts(office, measured):
    other = next(row for row in outlets.outlets() if row.name == "河南日报")
    tenure_changes.change_holder(office, NewTenure(other.id, ContactRole.ASSIGNED, "示例·高某", DAY))
    (page,) = pages(measured, SheetKind.BOOK)
    assert (
        page.text.index("市级媒体（5家）") < page.text.index("省级媒体（1家）") < page.text.index("示例·高某")
    )


def test_a_long_book_repeats_its_heads_and_keeps_an_outlet_on_one_page(office, measured):
    for number in range(40):
        made = outlet_changes.add_outlet(office, NewOutlet(f"示例第{number}台", OutletKind.TV, Tier.COUNTY))
        for role, name in ((ContactRole.LEADER, "赵"), (ContactRole.LIAISON, "孙")):
            tenure_changes.change_holder(office, NewTenure(made, role, f"示例·{name}{number:02d}", DAY))
    made = pages(measured, SheetKind.BOOK)
    assert len(made) > 2
    assert all("序号媒体单位类别职责姓名职务办公电话核实日期" in page.text for page in made)
    for number in range(40):
        on = [[f"示例·{name}{number:02d}" in page.text for page in made] for name in "赵孙"]
        assert on[0] == on[1]
        assert sum(on[0]) == 1


def test_rules_stop_where_a_cell_goes_on(office, measured):
    (page,) = pages(measured, SheetKind.BOOK)
    lengths = {round(rule.right - rule.left) for rule in page.rules}
    assert max(lengths) >= 155
    assert any(60 < length < 130 for length in lengths)


def test_the_check_list_leaves_room_to_write(office, measured):
    outlet_changes.mark_verified(office, 1, 1, DAY)
    (page,) = pages(measured, SheetKind.CHECK)
    assert "2019年第1季度媒体联系方式核实单" in page.text
    assert "许昌日报" not in page.text
    assert "本季度已核实1家，共5家" in page.text


def test_the_list_of_sites_says_what_was_seen(office, measured):
    site = links.add_link(office, links.NewLink("市政府网站", "https://example.gov.cn/"))
    links.check_link(office, site, 1, links.LinkCheck(LinkState.MISSING, DAY))
    (page,) = pages(measured, SheetKind.LINKS)
    for words in ("市政府网站", "https://", "example.gov.cn/", "缺链接", "2019-04-27", "缺链接1个"):
        assert words in page.text


def test_the_same_book_has_the_same_bytes(office):
    assert sheets.printed(SheetKind.BOOK).pdf == sheets.printed(SheetKind.BOOK).pdf
