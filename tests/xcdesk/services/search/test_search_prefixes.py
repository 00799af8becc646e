"""Prefixes of the one box, days as people write them, names by their initials, searches that are kept."""

import datetime as dt

import pytest

from xcdesk.errors import NotFoundError, StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.services import search
from xcdesk.services.office import days, people
from xcdesk.services.office.days import Days
from xcdesk.services.search import HitKind, Prefix, saved_searches
from xcdesk.services.search.offers import offers
from xcdesk.services.search.saved_searches import SavedSearchExistsError

D = dt.date


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-13")


@pytest.mark.parametrize(
    ("written", "since", "until"),
    [
        ("3月", D(2019, 3, 1), D(2019, 3, 31)), ("4月", D(2018, 4, 1), D(2018, 4, 30)),
        ("2019-03", D(2019, 3, 1), D(2019, 3, 31)), ("2019年2月", D(2019, 2, 1), D(2019, 2, 28)),
        ("2018", D(2018, 1, 1), D(2018, 12, 31)), ("2019-03-05", D(2019, 3, 5), D(2019, 3, 5)),
        ("２０１９．３．５", D(2019, 3, 5), D(2019, 3, 5)), ("3月5日", D(2019, 3, 5), D(2019, 3, 5)),
        ("3-14", D(2018, 3, 14), D(2018, 3, 14)), ("2月29日", D(2016, 2, 29), D(2016, 2, 29)),
        ("今天", D(2019, 3, 13), D(2019, 3, 13)), ("yesterday", D(2019, 3, 12), D(2019, 3, 12)),
        ("本周", D(2019, 3, 11), D(2019, 3, 17)), ("上周", D(2019, 3, 4), D(2019, 3, 10)),
        ("last-month", D(2019, 2, 1), D(2019, 2, 28)), ("去年", D(2018, 1, 1), D(2018, 12, 31)),
        ("2019-03-01..2019-03-05", D(2019, 3, 1), D(2019, 3, 5)), ("2月至3月", D(2019, 2, 1), D(2019, 3, 31)),
        ("2019-03-05~", D(2019, 3, 5), None), ("..上周", None, D(2019, 3, 10)),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(today, written, since, until):
    assert days.read(written) == Days(since, until)


@pytest.mark.parametrize(
    "written", ["", "x", "13月", "2019-02-30", "..", "1..2..3", "99", "0000", "9999", "0001-01", "2月30日"]
)
def test_what_is_no_day_is_none(today, written):
    assert days.read(written) is None


def test_prefixes_are_read_in_both_languages_and_widths(today):
    query = search.parse("窗口 单位:禹州 媒体：许昌日报 OUTLET:xcrb date:3月 期号: 日期:昨 作者:王")
    assert query.words == ("窗口", "日期:昨")
    assert [chip.prefix for chip in query.chips] == [
        Prefix.UNIT, Prefix.OUTLET, Prefix.OUTLET, Prefix.DATE, Prefix.AUTHOR,
    ]  # fmt: skip


@pytest.fixture
def items(log):
    """Reports of different outlets, units, days and kinds."""
    return {
        "daily": log("窗口提速", form="曝光", unit="禹州市", author="示例·王某"),
        "tv": log("窗口访谈", outlet="许昌电视台", day=D(2019, 2, 1), theme="群众企业意见", unit="长葛市"),
        "province": log("窗口经验", outlet="河南日报", day=D(2019, 3, 12)),
        "column": log("窗口栏目", outlet="许昌电视台", day=D(2019, 3, 6), programme="焦点30分"),
    }


NARROWED = {
    "窗口": {"daily", "tv", "province", "column"},
    "窗口 媒体:许昌日报": {"daily"},
    "媒体:xcrb": {"daily"},
    "outlet:日报": {"daily", "province"},
    "单位:禹州": {"daily"},
    "单位:yzs 窗口": {"daily"},
    "单位:禹州 单位:长葛": {"daily", "tv"},
    "单位:无此单位 窗口": set(),
    "日期:3月 窗口": {"daily", "province", "column"},
    "日期:2019-02-01": {"tv"},
    "日期:上周": {"daily", "column"},
    "日期:2月 日期:2019-03-12": {"tv", "province"},
    "日期:..2019-03-05 窗口": {"daily", "tv"},
    "形式:曝光": {"daily"},
    "form:exposure": {"daily"},
    "主题:意见": {"tv"},
    "层级:省级 窗口": {"province"},
    "栏目:焦点": {"column"},
    "作者:王": {"daily"},
    "期号:3 窗口": set(),
}


def test_a_prefix_narrows_what_is_found(today, items):
    names = {made: name for name, made in items.items()}
    found, counted = {}, {}
    for typed in NARROWED:
        groups = search.look(search.parse(typed), 50, (HitKind.ITEM,))
        found[typed] = {names[hit.id] for group in groups for hit in group.hits}
        counted[typed] = search.count(search.parse(typed), HitKind.ITEM)
    assert found == NARROWED
    assert counted == {typed: len(expected) for typed, expected in NARROWED.items()}


NAMES = (
    ("xcrb", HitKind.OUTLET, "许昌日报"),
    ("央视", HitKind.OUTLET, "中央电视台"),
    ("ylx", HitKind.UNIT, "鄢陵县"),
    ("zgs", HitKind.UNIT, "长葛市"),
    ("xfrx", HitKind.PROGRAMME, "行风热线"),
    ("焦点30", HitKind.PROGRAMME, "焦点30分"),
)


def test_names_are_found_by_initials_and_spellings(db):
    for typed, kind, title in NAMES:
        assert (kind, title) in {(hit.kind, hit.title) for hit in search.search(typed).hits}, typed


def test_a_kind_that_cannot_answer_a_prefix_is_left_out(items):
    assert {hit.kind for hit in search.search("形式:曝光").hits} == {HitKind.ITEM}
    assert HitKind.OUTLET in {hit.kind for hit in search.search("媒体:许昌日报").hits}


def test_a_kept_search_is_its_owners_and_every_act_is_recorded(clerk, leader):
    kept = saved_searches.keep(clerk, "本周曝光", "形式:曝光 日期:本周")
    saved_searches.keep(leader, "本周曝光", "窗口")
    assert saved_searches.kept(clerk) == (kept,)
    renamed = saved_searches.change(clerk, kept, "曝光", kept.words)
    gone = saved_searches.remove(clerk, renamed)
    assert saved_searches.kept(clerk) == ()
    back = saved_searches.restore(clerk, gone)
    assert saved_searches.kept(clerk) == (back,)
    acts = [entry.action for entry in AuditEntry.select().order_by(AuditEntry.id)]
    assert acts[-5:] == [
        "search.saved",
        "search.saved",
        "search.changed",
        "search.removed",
        "search.restored",
    ]


def test_a_kept_search_is_neither_doubled_nor_overwritten_nor_anothers(clerk):
    kept = saved_searches.keep(clerk, "曝光", "形式:曝光")
    with pytest.raises(SavedSearchExistsError):
        saved_searches.keep(clerk, "曝光", "窗口")
    saved_searches.change(clerk, kept, "曝光二", "形式:曝光")
    with pytest.raises(StaleRowError):
        saved_searches.remove(clerk, kept)
    with pytest.raises(NotFoundError):
        saved_searches.remove(people.actor("chen"), kept)


OFFERS = {
    "禹州": [(Prefix.UNIT, "禹州市")],
    "单位:y": [(Prefix.UNIT, "禹州市"), (Prefix.UNIT, "鄢陵县")],
    "媒体:央视": [(Prefix.OUTLET, "中央电视台")],
    "xcrb": [(Prefix.OUTLET, "许昌日报")],
    "层级:": [(Prefix.TIER, name) for name in ("县级", "市级", "省级", "国家级")],
    "曝光": [(Prefix.FORM, "曝光")],
    "上周": [(Prefix.DATE, "上周")],
    "日期:上周": [],
    "期号:1": [],
    "窗口服务提速": [],
    "州": [],
}


def test_what_is_typed_is_offered_as_a_prefix(db):
    told = {typed: [(chip.prefix, chip.value) for chip in offers(typed)] for typed in OFFERS}
    assert told == OFFERS
    assert [chip.value for chip in offers("tier:prov", "en")] == ["provincial"]
    assert [chip.value for chip in offers("date:last", "en")] == ["last-week", "last-month", "last-year"]
