"""The advertisement plan against what the log says ran."""

import datetime as dt

import pytest

from xcdesk.codes import MaterialKind, QuotaSubject
from xcdesk.errors import MissingTextError, NotFoundError, StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.services import approvals, trash
from xcdesk.services.approvals import NewMaterial
from xcdesk.services.counts import counting
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.services.targets import advert_changes, advert_weeks, adverts, quotas
from xcdesk.services.targets.advert_changes import (
    AdvertDaysError,
    BadTimesError,
    NewAdvert,
    TextNotSignedError,
)
from xcdesk.services.targets.adverts import AdvertFault

MONDAY = dt.date(2019, 3, 4)
DAILY, RADIO = 1, 3


def planned(actor, outlet=DAILY, per_week=7, since=MONDAY, **more):
    return advert_changes.add_advert(actor, NewAdvert(outlet, "2版", per_week, since, **more))


def ran(actor, count, day=MONDAY, outlet="许昌日报"):
    coverage.log_items(
        actor, [NewItem(day, outlet, f"示例公益广告{number}", "psa") for number in range(count)]
    )


def signed(clerk, leader, text):
    made = approvals.create(clerk, NewMaterial(MaterialKind.ADVERTISEMENT, "示例公益广告", text))
    approvals.submit(clerk, made.id)
    approvals.agree(leader, made.id, seen_hash=made.text_hash)
    return made.id


def test_each_week_asks_what_the_plan_says_and_counts_what_ran(clerk, on_day):
    on_day(MONDAY)
    planned(clerk, per_week=7, until=dt.date(2019, 3, 13))
    advert_changes.add_advert(clerk, NewAdvert(DAILY, "中缝", 1, dt.date(2019, 3, 10)))
    ran(clerk, 5)
    ran(clerk, 1, dt.date(2019, 3, 11))
    coverage.log_item(clerk, NewItem(MONDAY, "许昌日报", "示例新闻", "news"))
    first, second, third = advert_weeks.weeks(MONDAY, dt.date(2019, 3, 18))
    assert (first.planned, first.ran, first.short) == (8, 5, 3)
    assert (second.planned, second.ran, second.short) == (4, 1, 3)
    assert (third.monday, third.planned, third.ran) == (dt.date(2019, 3, 18), 1, 0)
    assert counting.count(first.behind).placements == 5
    assert advert_weeks.weeks(dt.date(2019, 2, 1), dt.date(2019, 2, 3)) == ()


def test_the_quota_of_advertisements_asks_what_the_plan_asks(clerk, on_day):
    on_day(MONDAY)
    planned(clerk, per_week=3)
    planned(clerk, RADIO, per_week=2)
    ran(clerk, 3)
    rows = quotas.quotas_on(MONDAY, {QuotaSubject.ADVERTISEMENTS})
    told = {row.who: (row.done, row.minimum, row.met) for row in rows}
    assert told["许昌日报"] == (3, 3, True)
    assert told["许昌人民广播电台"] == (0, 2, False)
    assert told["许昌电视台"] == (0, 0, True)


def test_the_text_must_carry_the_hotline_and_stay_signed(clerk, leader):
    text = signed(clerk, leader, "监督作风，请拨 0374-296 8888。")
    line = planned(clerk, material_id=text, hotline="０３７４ 2968888")
    assert adverts.advert(line).faults == ()
    assert [one.id for one in adverts.texts()] == [text]
    bare = planned(clerk, wording="示例：作风在变", hotline="12388")
    assert adverts.advert(bare).faults == (AdvertFault.HOTLINE_MISSING,)
    assert adverts.advert(planned(clerk)).faults == (AdvertFault.NO_TEXT, AdvertFault.NO_HOTLINE)
    approvals.void(leader, text, reason="示例：文本有误")
    assert adverts.advert(line).faults == (AdvertFault.TEXT_GONE,)
    row = adverts.advert(line)  # what is bound stays bound, and can be mended elsewhere
    advert_changes.change_advert(
        clerk, line, row.version, NewAdvert(DAILY, "3版", 7, MONDAY, material_id=text)
    )


def test_what_is_no_plan_is_refused_and_nothing_is_written(clerk, leader):
    draft = approvals.create(clerk, NewMaterial(MaterialKind.ADVERTISEMENT, "示例", "示例")).id
    refused = (
        (BadTimesError, {"per_week": 0}),
        (AdvertDaysError, {"until": MONDAY - dt.timedelta(1)}),
        (TextNotSignedError, {"material_id": draft}),
        (NotFoundError, {"outlet": 999}),
    )
    for error, words in refused:
        with pytest.raises(error):
            planned(clerk, **words)
    with pytest.raises(MissingTextError):
        advert_changes.add_advert(clerk, NewAdvert(DAILY, " ", 1, MONDAY))
    assert adverts.adverts(over=True) == ()


def test_a_line_is_changed_removed_and_found_in_the_trash_each_with_its_entry(clerk, leader):
    line = planned(clerk)
    stale = adverts.advert(line).version
    advert_changes.change_advert(clerk, line, stale, NewAdvert(RADIO, "早间", 14, MONDAY))
    with pytest.raises(StaleRowError):
        advert_changes.remove_advert(clerk, line, stale)
    advert_changes.remove_advert(clerk, line, stale + 1)
    assert adverts.adverts() == ()
    (row,) = trash.page(kind="advert_plan").rows
    assert (row.title, row.removed_by) == ("早间", clerk.name)
    trash.restore(leader, [row.key])
    assert adverts.advert(line).slot == "早间"
    acts = AuditEntry.select(AuditEntry.action).where(AuditEntry.subject == f"advert_plan:{line}")
    told = [entry.action for entry in acts.order_by(AuditEntry.id)]
    assert told == ["advert.added", "advert.changed", "advert.removed", "advert.restored"]


def test_lines_that_ended_are_shown_on_request(clerk, on_day):
    on_day(dt.date(2019, 4, 1))
    planned(clerk, until=dt.date(2019, 3, 31))
    assert adverts.adverts() == ()
    assert [row.slot for row in adverts.adverts(over=True)] == ["2版"]
