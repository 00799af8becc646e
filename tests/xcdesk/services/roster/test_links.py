"""The check list of sites that must carry the link to the topic page."""

import datetime as dt

import pytest

from xcdesk.codes import LinkState, QuotaPeriod, QuotaSubject
from xcdesk.errors import MissingTextError, NotFoundError, StaleRowError
from xcdesk.models import Outlet, Quota, QuotaMember
from xcdesk.services.due import matters
from xcdesk.services.due.symptoms import SymptomKind
from xcdesk.services.record.entries import BadLinkError
from xcdesk.services.roster import links
from xcdesk.services.roster.links import (
    BadLinkTermError,
    LinkCheck,
    LinkExistsError,
    NewLink,
    TwoOwnersError,
)
from xcdesk.services.targets import quotas

DAY = dt.date(2019, 5, 14)
WEB = 5
SITE = NewLink("许昌廉政网首页", "https://example.cn/", outlet_id=WEB)


@pytest.fixture
def site(clerk, on_day):
    on_day(DAY)
    return links.add_link(clerk, SITE)


def check(actor, site, state=LinkState.PRESENT, **more):
    row = links.link(site)
    links.check_link(actor, site, row.version, LinkCheck(state, DAY, **more))
    return links.link(site)


def test_a_new_site_is_to_be_looked_at_at_once(site):
    row = links.link(site)
    assert (row.owner, row.state, row.due_on) == ("许昌廉政网", LinkState.UNCHECKED, None)
    assert row.is_due(DAY)


def test_a_check_says_who_looked_when_and_where_the_picture_lies(clerk, site):
    row = check(clerk, site, evidence="D:/截图/0514.png", captured_on=DAY)
    assert (row.checked_by, row.checked_on, row.captured_on) == (clerk.name, DAY, DAY)
    assert not row.is_due(DAY + dt.timedelta(days=29))
    assert row.is_due(DAY + dt.timedelta(days=30))
    counted = links.count(links.links(), DAY)
    assert (counted.total, counted.present, counted.missing, counted.due) == (1, 1, 0, 0)


def test_a_check_is_taken_back_to_the_one_before(clerk, site):
    before = check(clerk, site, evidence="1.png")
    after = check(clerk, site, LinkState.MISSING)
    assert (after.state, after.evidence) == (LinkState.MISSING, "")
    links.take_back_check(clerk, before, after.version)
    again = links.link(site)
    assert (again.state, again.evidence, again.checked_by) == (LinkState.PRESENT, "1.png", clerk.name)


def test_an_outlet_has_the_link_when_all_its_sites_carry_it(clerk, site):
    other = links.add_link(clerk, NewLink("许昌廉政网手机版", "http://m.example.cn/", outlet_id=WEB))
    check(clerk, site)
    assert links.outlets_with_link() == frozenset()
    check(clerk, other)
    assert links.outlets_with_link() == {WEB}
    links.add_link(clerk, NewLink("市政府网站", "https://example.gov.cn/"))
    assert (links.outlets_with_link(), links.sites_with_link()) == ({WEB}, 2)


def test_the_quota_of_links_counts_what_was_seen(clerk, site):
    fields = {"subject": QuotaSubject.LINK, "period": QuotaPeriod.NOW, "minimum": 1}
    owed = Quota.create(code="owed", label="专题链接", **fields)
    QuotaMember.create(quota=owed, outlet=Outlet.get_by_id(WEB))
    Quota.create(code="all", label="专题链接", **fields)

    def done():
        return {row.quota: row.done for row in quotas.quotas_on(DAY) if row.quota in {"owed", "all"}}

    assert done() == {"owed": 0, "all": 0}
    check(clerk, site)
    assert done() == {"owed": 1, "all": 1}


def test_a_site_out_of_use_is_never_due_and_comes_back(clerk, site):
    links.retire_link(clerk, site, 1)
    assert links.links() == ()
    assert not links.links(everyone=True)[0].is_due(DAY)
    links.reinstate_link(clerk, site, 2)
    assert len(links.links()) == 1


@pytest.mark.parametrize(
    ("new", "error"),
    [
        (SITE, LinkExistsError),
        (NewLink("别的", "javascript:alert(1)"), BadLinkError),
        (NewLink("别的", "file:///etc/passwd"), BadLinkError),
        (NewLink("别的", ""), MissingTextError),
        (NewLink("", "https://example.cn/"), MissingTextError),
        (NewLink("别的", "https://example.cn/", every_days=0), BadLinkTermError),
        (NewLink("别的", "https://example.cn/", outlet_id=1, unit_id=1), TwoOwnersError),
    ],
)
def test_a_site_that_cannot_be_entered_leaves_nothing(clerk, site, new, error):
    with pytest.raises(error):
        links.add_link(clerk, new)
    assert len(links.links(everyone=True)) == 1


def test_a_site_is_changed_and_somebody_elses_change_stays(clerk, site):
    links.change_link(clerk, site, 1, NewLink("首页", "https://example.cn/a", unit_id=1, every_days=7))
    row = links.link(site)
    assert (row.name, row.owner, row.every_days, row.version) == ("首页", "禹州市", 7, 2)
    with pytest.raises(StaleRowError):
        links.change_link(clerk, site, 1, SITE)
    with pytest.raises(NotFoundError):
        links.link(999)
    with pytest.raises(NotFoundError):
        links.retire_link(clerk, 999, 1)


def test_sites_whose_check_is_over_stand_among_the_open_matters_until_somebody_looks(clerk, site, on_day):
    (matter,) = [row for row in matters.open_matters(DAY) if row.symptom.kind == SymptomKind.LINKS]
    assert "许昌廉政网首页" in matter.symptom.words("zh")
    check(clerk, site)
    assert SymptomKind.LINKS not in {row.symptom.kind for row in matters.open_matters(DAY) if row.symptom}
    later = DAY + dt.timedelta(days=30)
    (again,) = [row for row in matters.open_matters(later) if row.symptom.kind == SymptomKind.LINKS]
    matters.resolve(clerk, again, "站点改版，下周再看")
    found = {row.symptom.kind for row in matters.open_matters(later) if row.symptom}
    assert SymptomKind.LINKS not in found
