"""What units sent, what came of it, and how much of it was used."""

import datetime as dt

import pytest

from xcdesk.codes import FigureTable, MergeKind
from xcdesk.errors import MissingTextError, NotFoundError, StaleRowError
from xcdesk.services import trash
from xcdesk.services.counts import use_rates
from xcdesk.services.issuing import figure_tables
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office.counting_rules import CountingRules
from xcdesk.services.office.printed import Period
from xcdesk.services.record import history
from xcdesk.services.roster import merging, units
from xcdesk.services.trackers import likely_uses, manuscript_changes, manuscripts
from xcdesk.services.trackers.manuscript_changes import ManuscriptExistsError, NewManuscript, NoOutletError
from xcdesk.services.trackers.manuscripts import ManuscriptFilter

DAY = dt.date(2019, 3, 5)
DAILY, MORNING = 1, 2
YUZHOU, CHANGGE = 1, 2


def sent(actor, title="禹州市公开办理时限承诺", unit=YUZHOU, day=DAY, outlets=(DAILY, MORNING)):
    return manuscript_changes.add_manuscript(actor, NewManuscript(unit, day, title, outlets))


def remove(actor, item):
    row = coverage_log.item(item)
    coverage.remove_items(actor, [ItemVersion(item, row.version)])


def test_likely_reports_are_proposed_and_a_confirmed_one_counts(clerk, log):
    one = sent(clerk)
    ran = log("禹州市公开二十项办理时限承诺", unit="禹州市")
    log("禹州市公开办理时限承诺", unit="长葛市")
    log("禹州市公开办理时限承诺（旧）", day=dt.date(2018, 12, 1))
    log("全市植树造林")
    assert [one.use.item_id for one in likely_uses.likely(one)] == [ran]
    assert manuscript_changes.confirm(clerk, [(one, ran), (one, ran)]) == ((one, ran),)
    assert manuscript_changes.confirm(clerk, [(one, ran)]) == ()
    row = manuscripts.manuscript(one)
    assert ([use.item_id for use in row.uses], row.outlets) == ([ran], ("许昌日报", "许昌晨报"))
    assert likely_uses.likely(one) == ()
    assert manuscript_changes.take_back(clerk, [(one, ran)]) == ((one, ran),)
    assert not manuscripts.manuscript(one).used


def test_rates_count_a_manuscript_once_in_its_month_and_forget_what_lies_in_the_trash(clerk, log):
    first, second = sent(clerk), sent(clerk, "示例第二篇", day=dt.date(2019, 4, 2))
    sent(clerk, "示例第三篇")
    sent(clerk, "示例长葛一篇", CHANGGE)
    ran = [log("示例甲", unit="禹州市"), log("示例乙", outlet="许昌晨报", unit="禹州市"), log("示例丙")]
    manuscript_changes.confirm(clerk, [(first, ran[0]), (first, ran[1]), (second, ran[2])])
    year = dt.date(2019, 1, 1), dt.date(2019, 12, 31)
    rates = {one.unit: one for one in use_rates.by_unit(*year)}
    assert (rates["禹州市"].sent, rates["禹州市"].used, rates["禹州市"].rate) == (3, 2, 2 / 3)
    assert (rates["长葛市"].used, rates["鄢陵县"].rate) == (0, None)
    told = [
        (one.unit, one.month and one.month.month, one.sent, one.used) for one in use_rates.by_month(*year)
    ]
    assert told == [("禹州市", 3, 2, 1), ("禹州市", 4, 1, 1), ("长葛市", 3, 1, 0)]
    together = use_rates.total(rates.values(), "合计")
    assert (together.sent, together.used, together.rate) == (4, 2, 0.5)
    remove(clerk, ran[2])
    assert not manuscripts.manuscript(second).used
    assert use_rates.total(use_rates.by_unit(*year), "").used == 1
    chosen = ManuscriptFilter(since=DAY, until=DAY, unit_id=YUZHOU, used=False, words="第三")
    assert [row.title for row in manuscripts.manuscripts(chosen)] == ["示例第三篇"]


def test_reports_of_the_very_same_title_are_found_together(clerk, log):
    one, other = sent(clerk, "示例：同题"), sent(clerk, "示例：他人的题")
    ran = log("《示例: 同题》", unit="禹州市")
    log("示例：他人的题", unit="长葛市")
    log("示例：同题", day=DAY + dt.timedelta(90))
    assert likely_uses.same_titles(DAY, DAY) == ((one, ran),)
    manuscript_changes.confirm(clerk, likely_uses.same_titles(DAY, DAY))
    assert likely_uses.same_titles(DAY, DAY) == ()
    assert not manuscripts.manuscript(other).used


def test_what_is_no_manuscript_is_refused(clerk):
    one = sent(clerk)
    for error, act in (
        (ManuscriptExistsError, lambda: sent(clerk, "《禹州市公开办理时限承诺》")),
        (NoOutletError, lambda: sent(clerk, "示例", outlets=())),
        (NotFoundError, lambda: sent(clerk, "示例", unit=999)),
        (NotFoundError, lambda: sent(clerk, "示例", outlets=(999,))),
        (MissingTextError, lambda: sent(clerk, "  ")),
        (NotFoundError, lambda: manuscript_changes.confirm(clerk, [(one, 999)])),
    ):
        with pytest.raises(error):
            act()
    assert [row.id for row in manuscripts.manuscripts()] == [one]


def test_a_change_names_the_outlets_in_its_history(clerk):
    one = sent(clerk)
    version = manuscripts.manuscript(one).version
    change = NewManuscript(CHANGGE, DAY, "示例：改题", (MORNING,), "改报")
    manuscript_changes.change_manuscript(clerk, one, version, change)
    with pytest.raises(StaleRowError):
        manuscript_changes.change_manuscript(clerk, one, version, change)
    row = manuscripts.manuscript(one)
    assert (row.unit, row.title, row.outlets, row.note) == ("长葛市", "示例：改题", ("许昌晨报",), "改报")
    told = history.of("manuscript", one)[-1].details("zh")
    assert "报送媒体：许昌日报、许昌晨报 → 许昌晨报" in told
    assert "单位：禹州市 → 长葛市" in told


def test_the_trash_gives_back_a_manuscript_with_its_uses_unless_it_was_entered_anew(clerk, leader, log):
    one = sent(clerk)
    ran = log("示例甲", unit="禹州市")
    manuscript_changes.confirm(clerk, [(one, ran)])
    manuscript_changes.remove_manuscript(clerk, one, manuscripts.manuscript(one).version)
    assert use_rates.total(use_rates.by_unit(DAY, DAY), "").sent == 0
    again = sent(clerk)
    (lying,) = trash.page(kind="manuscript").rows
    (refused,) = trash.restore(clerk, [lying.key]).refused
    assert isinstance(refused.error, ManuscriptExistsError)
    manuscript_changes.remove_manuscript(clerk, again, 1)
    trash.restore(clerk, [lying.key])
    assert manuscripts.manuscript(one).used
    trash.purge(leader, [row.key for row in trash.page(kind="manuscript").rows])
    assert trash.page(kind="manuscript").rows == ()


def test_merging_units_and_outlets_takes_the_manuscripts_along(clerk):
    sent(clerk), sent(clerk, "示例长葛", CHANGGE), sent(clerk, unit=CHANGGE)
    plan = merging.preview(MergeKind.OUTLET, DAILY, MORNING)
    assert sum("只列一次" in each.words("zh") for each in plan.conflicts) == 3
    merging.merge(clerk, plan)
    assert {row.outlets for row in manuscripts.manuscripts()} == {("许昌日报",)}
    done = merging.merge(clerk, merging.preview(MergeKind.UNIT, YUZHOU, CHANGGE))
    assert [row.unit for row in manuscripts.manuscripts()] == ["禹州市", "禹州市"]
    merging.take_back(clerk, done.id)
    assert sorted(row.unit for row in manuscripts.manuscripts()) == ["禹州市", "长葛市", "长葛市"]
    assert units.units()[1].name == "长葛市"


def test_an_issue_may_take_the_table_of_use(clerk, log):
    one = sent(clerk)
    sent(clerk, "示例长葛一篇", CHANGGE)
    manuscript_changes.confirm(clerk, [(one, log("示例甲", unit="禹州市"))])
    caption, table, rule = figure_tables.blocks(FigureTable.USE_RATES, Period(DAY, DAY), CountingRules())
    assert caption.text.startswith("单位来稿采用情况")
    assert table.rows[1:] == (
        ("禹州市", "1", "1", "100.0%"),
        ("长葛市", "1", "0", "0.0%"),
        ("合计", "2", "1", "50.0%"),
    )
    assert "采用率 = 采用篇数 ÷ 报送篇数" in rule.text
