"""Orders of the log: every column both ways, as people look things up, the same by index and by sorting."""

import datetime as dt
import random

import pytest

from xcdesk import clock, pinyin
from xcdesk.codes import Tier, Vocabulary
from xcdesk.errors import Cancelled
from xcdesk.models import CoverageItem
from xcdesk.progress import Operation
from xcdesk.services.counts.item_filter import EVERYTHING, ItemField, ItemFilter
from xcdesk.services.issuing import candidates
from xcdesk.services.log import arrangement, coverage, coverage_log, reprints
from xcdesk.services.log.arrangement import Order
from xcdesk.services.log.marks import MarkState
from xcdesk.services.office import terms
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 1)
LONG_AGO = ItemFilter(since=dt.date(2000, 1, 1))
"""The whole log, asked for in a way that no index answers by slices."""


@pytest.fixture
def many(clerk):
    chance = random.Random(11)
    items = [
        NewItem(
            DAY + dt.timedelta(days=chance.randrange(9)),
            chance.choice(["许昌日报", "许昌晨报", "人民日报", "许昌电视台"]),
            f"{chance.choice('禹鄢长襄')}地稿件{number}" if number % 5 else "",
            form=chance.choice(["", "消息", "评论", "其他"]),
            theme=chance.choice(["", "工作部署", "暗访问责"]),
            unit=chance.choice(["", "禹州市", "市税务局"]),
            programme=chance.choice(["", "执行力提升年"]) if number % 2 else "",
            slot=chance.choice(["", "第2版", "第10版"]),
            author=chance.choice(["", "示例·王某", "示例·曾某", "示例·安某"]),
            url=chance.choice(["", "https://example.org/b", "https://example.org/a"]),
            note=chance.choice(["", "据电话登记", "补登"]),
        )
        for number in range(60)
        if number % 2 == 0 or number % 3
    ]
    municipal = ("许昌日报", "许昌晨报", "许昌电视台")
    items = [
        item if item.outlet in municipal else NewItem(item.day, item.outlet, item.title) for item in items
    ]
    made = coverage.log_items(clerk, items)
    reprints.group_reprints(clerk, made[3:6])
    reprints.group_reprints(clerk, made[10:12])
    titled = [row.id for row in coverage_log.rows(made) if row.title]
    unused, *_ = candidates.mark_reports(clerk, titled[::7])
    candidates.decline(clerk, unused)
    return made


def keys():
    """How a reader puts the rows of each column in order; None for a row that says nothing."""
    forms, themes = list(terms.labels(Vocabulary.FORM)), list(terms.labels(Vocabulary.THEME))

    def words(text, *, person=False):
        padded = text.replace("第2版", "第02版")
        return pinyin.sort_key(padded, person=person)[0] if text else None

    return {
        ItemField.DAY: lambda row: row.day,
        ItemField.OUTLET: lambda row: row.outlet_id,
        ItemField.TITLE: lambda row: words(
            "".join(f"{c:0>8}" if c.isdigit() else c for c in _split(row.title))
        ),
        ItemField.FORM: lambda row: forms.index(row.form) if row.form else None,
        ItemField.THEME: lambda row: themes.index(row.theme) if row.theme else None,
        ItemField.TIER: lambda row: list(Tier).index(row.tier),
        ItemField.UNIT: lambda row: row.unit_id,
        ItemField.PROGRAMME: lambda row: (words(row.programme), row.outlet_id) if row.programme else None,
        ItemField.SLOT: lambda row: words(row.slot),
        ItemField.AUTHOR: lambda row: words(row.author, person=True),
        ItemField.URL: lambda row: row.url or None,
        ItemField.NOTE: lambda row: words(row.note),
        ItemField.REPRINTS: lambda row: row.group_size,
        ItemField.MARK: lambda row: list(MarkState).index(row.mark.state) if row.mark else None,
        ItemField.EVIDENCE: lambda row: row.evidence,
        ItemField.LOGGED_BY: lambda row: words(row.logged_by, person=True),
        ItemField.LOGGED_AT: lambda row: row.logged_at,
    }


def _split(title):
    head = title.rstrip("0123456789")
    return [*head, title[len(head) :]]


def expected(rows, column, *, descending):
    key = keys()[column]
    said = [row for row in rows if key(row) is not None]
    blank = [row for row in rows if key(row) is None]
    said.sort(key=lambda row: (key(row), row.day, row.id), reverse=descending)
    blank.sort(key=lambda row: (row.day, row.id), reverse=descending)
    return [row.id for row in (*said, *blank)]


@pytest.mark.parametrize("descending", [True, False])
def test_every_column_sorts_as_readers_expect(many, descending):
    rows = coverage_log.rows(many)
    for column in ItemField:
        order = Order(column, descending=descending)
        wanted = expected(rows, column, descending=descending)
        assert list(arrangement.arrange(EVERYTHING, order)) == wanted, column
        assert list(arrangement.arrange(LONG_AGO, order)) == wanted, column


def test_the_ends_are_those_of_the_whole_order(many):
    known = 0
    for column in ItemField:
        for descending in (True, False):
            order = Order(column, descending=descending)
            whole = list(arrangement.arrange(EVERYTHING, order))
            first = arrangement.edge(EVERYTHING, order, 7)
            if first is not None:
                known += 1
                assert list(first) == whole[:7]
                assert list(arrangement.edge(EVERYTHING, order, 7, last=True)) == whole[-7:]
    assert known


def test_a_code_that_no_list_knows_is_not_lost(many):
    CoverageItem.update(form="retired").where(CoverageItem.id == many[0]).execute()
    found = arrangement.arrange(EVERYTHING, Order(ItemField.FORM))
    assert sorted(found) == sorted(many)


def test_an_order_nobody_waits_for_any_more_is_given_up(many):
    operation = Operation()
    operation.cancelled.set()
    for column in ItemField:
        with pytest.raises(Cancelled):
            arrangement.arrange(EVERYTHING, Order(column), operation)


def test_a_day_is_found_in_the_order_of_days(many):
    days = sorted((row.day for row in coverage_log.rows(many)), reverse=True)
    day = DAY + dt.timedelta(days=4)
    newest = arrangement.place_of_day(EVERYTHING, arrangement.NEWEST_FIRST, day)
    assert newest == next(at for at, each in enumerate(days) if each <= day)
    oldest = arrangement.place_of_day(EVERYTHING, Order(descending=False), day)
    assert oldest == next(at for at, each in enumerate(days[::-1]) if each >= day)
    assert arrangement.place_of_day(EVERYTHING, Order(ItemField.TITLE), day) is None


def test_conditions_on_every_column_mean_what_they_say(many):
    rows = coverage_log.rows(many)
    today = clock.local(clock.utc_now()).date()
    asked = [
        (ItemFilter(holds=((ItemField.NOTE, "电话"),)), lambda row: "电话" in row.note),
        (
            ItemFilter(holds=((ItemField.AUTHOR, "王"), (ItemField.SLOT, "10"))),
            lambda row: "王" in row.author and "10" in row.slot,
        ),
        (ItemFilter(blank=(ItemField.TITLE,)), lambda row: not row.title),
        (ItemFilter(filled=(ItemField.UNIT, ItemField.URL)), lambda row: row.unit and row.url),
        (
            ItemFilter(blank=(ItemField.FORM,), filled=(ItemField.THEME,)),
            lambda row: not row.form and row.theme,
        ),
        (ItemFilter(filled=(ItemField.REPRINTS,)), lambda row: row.group is not None),
        (ItemFilter(programme_ids=(None,)), lambda row: not row.programme),
        (ItemFilter(logged_by_ids=(None,)), lambda row: False),
        (ItemFilter(logged_since=today, logged_until=today), lambda row: True),
        (ItemFilter(logged_since=today + dt.timedelta(days=1)), lambda row: False),
        (ItemFilter(logged_until=today - dt.timedelta(days=1)), lambda row: False),
    ]
    for chosen, keep in asked:
        wanted = sorted(row.id for row in rows if keep(row))
        assert sorted(arrangement.arrange(chosen)) == wanted, chosen
        assert coverage_log.count(chosen).placements == len(wanted), chosen


def test_small_and_large_are_told_apart(many, monkeypatch):
    assert arrangement.is_small(EVERYTHING)
    monkeypatch.setattr(arrangement, "SMALL", len(many) - 1)
    assert not arrangement.is_small(EVERYTHING)
    assert not arrangement.is_small(ItemFilter(search="没有这样的标题"))
    assert arrangement.is_small(ItemFilter(outlet_ids=(1,)))
