"""Contributions: received, chosen or not, counted in the week they came in."""

import datetime as dt
from dataclasses import replace

import pytest

from xcdesk.codes import ContributionState, Series
from xcdesk.errors import BadTextError, NotFoundError, StaleRowError
from xcdesk.services.issuing import bulletins, pieces, tray
from xcdesk.services.issuing.tray import Piece
from xcdesk.services.targets import contributions, weekly
from xcdesk.services.targets.contributions import NewContribution

DAY = dt.date(2019, 3, 12)
NEW = NewContribution(DAY, "窗口午间延时服务", "示例：午间不打烊。", outlet="许昌日报")


def accept(actor, contribution):
    issue = bulletins.draft(actor, Series.INTERNAL_REFERENCE, DAY)
    tray.include(actor, issue.id, Piece(contribution, contributions.get(contribution).version))


def test_what_comes_in_waits_with_its_source_and_usual_section(clerk):
    outlet = contributions.get(contributions.receive(clerk, NEW))
    county = contributions.get(contributions.receive(clerk, replace(NEW, outlet="", unit="禹州市")))
    assert (outlet.source, outlet.section, outlet.state) == (
        "许昌日报",
        "部门新举措",
        ContributionState.RECEIVED,
    )
    assert (county.source, county.section) == ("禹州市", "县市区动态")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"outlet": ""}, contributions.NoSourceError),
        ({"unit": "禹州市"}, contributions.NoSourceError),
        ({"outlet": "没有这家报"}, contributions.UnknownSourceError),
        ({"title": "　 "}, contributions.NoTitleError),
        ({"body": ""}, contributions.NoTitleError),
        ({"title": "题" * 201}, BadTextError),
        ({"body": "正文\x00"}, BadTextError),
    ],
)
def test_what_cannot_be_printed_or_attributed_is_refused(clerk, changes, refusal):
    with pytest.raises(refusal):
        contributions.receive(clerk, replace(NEW, **changes))
    assert contributions.listed(DAY, DAY) == ()


def test_a_declined_one_is_out_of_the_way_until_put_back(clerk):
    made = contributions.receive(clerk, NEW)
    contributions.decline(clerk, made, 1)
    assert contributions.listed(DAY, DAY, ContributionState.RECEIVED) == ()
    contributions.put_back(clerk, made, 2)
    assert [row.id for row in contributions.listed(DAY, DAY, ContributionState.RECEIVED)] == [made]


def test_a_stale_save_is_refused(clerk):
    made = contributions.receive(clerk, NEW)
    tray.change(clerk, Piece(made, 1), replace(NEW, title="改过的题目"))
    with pytest.raises(StaleRowError):
        tray.change(clerk, Piece(made, 1), replace(NEW, title="另一人的题目"))
    assert contributions.get(made).title == "改过的题目"


def test_one_in_an_issue_is_not_declined(clerk):
    made = contributions.receive(clerk, NEW)
    accept(clerk, made)
    with pytest.raises(contributions.TakenError):
        contributions.decline(clerk, made, contributions.get(made).version)


def test_accepted_ones_count_in_the_week_they_came_in(clerk):
    accept(clerk, contributions.receive(clerk, NEW))
    contributions.receive(clerk, replace(NEW, outlet="许昌晨报"))
    accept(clerk, contributions.receive(clerk, replace(NEW, received_on=dt.date(2019, 3, 17))))
    counts = {
        (count.outlet, count.monday.day): (count.done, count.met)
        for count in weekly.week_counts(dt.date(2019, 3, 1), dt.date(2019, 3, 31))
    }
    assert counts["许昌日报", 11] == (2, True)
    assert counts["许昌晨报", 11] == (0, False)
    assert {monday for _, monday in counts} == {4, 11, 18, 25}
    assert len(counts) == 20


def test_the_tray_offers_what_is_unused_and_what_stands_in_the_issue(clerk):
    old = contributions.receive(clerk, replace(NEW, received_on=dt.date(2019, 2, 1)))
    used = contributions.receive(clerk, replace(NEW, received_on=dt.date(2019, 2, 2)))
    contributions.receive(clerk, replace(NEW, received_on=dt.date(2019, 3, 18)))
    accept(clerk, used)
    issue = bulletins.current(bulletins.Series.INTERNAL_REFERENCE, DAY)
    assert [row.key for row in pieces.to_choose_from(dt.date(2019, 3, 17), issue.id)][:2] == [
        f"contribution:{old}",
        f"contribution:{used}",
    ]


def test_a_contribution_that_is_not_there_is_refused_by_name(clerk):
    with pytest.raises(NotFoundError):
        contributions.decline(clerk, 99, 1)
