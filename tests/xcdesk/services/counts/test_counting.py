"""The one counting module against a plain count in Python, on random logs."""

import datetime as dt
import itertools
import random
from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xcdesk.codes import Tier
from xcdesk.db.base import database
from xcdesk.models import CoverageItem, ReprintGroup
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.grid import matrix
from xcdesk.services.log import coverage_log
from xcdesk.services.log.coverage_log import ItemCount
from xcdesk.services.targets import quotas

FIRST, LAST = dt.date(2018, 12, 20), dt.date(2019, 1, 20)
"""A stretch that holds the turn of the year, where ISO weeks and years part."""

rows = st.lists(
    st.tuples(
        st.integers(1, 6),
        st.integers(0, 45),
        st.sampled_from([None, "news", "commentary", "retired"]),
        st.sampled_from([None, "results"]),
        st.sampled_from(list(Tier)),
        st.sampled_from([None, 1, 2, 32]),
        st.sampled_from([None, None, 0, 1, 2]),
        st.booleans(),
    ),
    max_size=40,
)


def fill(drawn):
    """Write rows as drawn: outlet, day, form, theme, tier, unit, group, in the trash or not."""
    groups = [ReprintGroup.create(title=f"组{number}").id for number in range(3)]
    start = FIRST - dt.timedelta(days=5)
    for outlet, shift, form, theme, tier, unit, group, gone in drawn:
        CoverageItem.create(
            outlet=outlet,
            day=start + dt.timedelta(days=shift),
            form=form,
            theme=theme,
            tier=tier,
            unit=unit,
            group=None if group is None else groups[group],
            removed_at=dt.datetime(2019, 2, 1) if gone else None,
        )


def naive(keys):
    """Counts of each combination, one row at a time."""
    read = {
        TallyKey.UNIT: lambda row: row.unit_id,
        TallyKey.OUTLET: lambda row: row.outlet_id,
        TallyKey.TIER: lambda row: row.tier,
        TallyKey.FORM: lambda row: row.form,
        TallyKey.THEME: lambda row: row.theme,
        TallyKey.MONTH: lambda row: f"{row.day:%Y-%m}",
        TallyKey.WEEK: lambda row: "{}-W{:02d}".format(*row.day.isocalendar()),
        TallyKey.DAY: lambda row: row.day.isoformat(),
    }
    pieces, placements = defaultdict(set), defaultdict(int)
    for row in CoverageItem.select():
        if row.removed_at is None and FIRST <= row.day <= LAST:
            for combination in (tuple(read[key](row) for key in keys), ()):
                pieces[combination].add(-row.id if row.group_id is None else row.group_id)
                placements[combination] += 1
    return {key: ItemCount(len(found), placements[key]) for key, found in pieces.items()}


def undone(check):
    """Run ``check`` and take everything it wrote back, so that examples share one database."""
    with database.atomic() as transaction:
        try:
            check()
        finally:
            transaction.rollback()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=rows, keys=st.lists(st.sampled_from(list(TallyKey)), min_size=1, max_size=3, unique=True))
def test_a_tally_equals_a_plain_count(db, drawn, keys):
    def check():
        fill(drawn)
        wanted = naive(keys)
        table = counting.tally(FIRST, LAST, keys)
        assert table.totals == wanted.pop((), ItemCount(0, 0))
        told = {
            tuple(value.value for value in row.values): ItemCount(row.pieces, row.placements)
            for row in table.rows
        }
        assert told == wanted
        for row in table.rows:
            assert coverage_log.count(counting.drill_down(table, row)) == ItemCount(
                row.pieces, row.placements
            )

    undone(check)


@pytest.fixture
def filled(db):
    chance = random.Random(3)
    drawn = [
        (
            chance.randint(1, 6),
            chance.randint(0, 45),
            chance.choice([None, "news"]),
            None,
            chance.choice(list(Tier)),
            chance.choice([None, 1]),
            chance.choice([None, None, 0, 1, 2]),
            chance.random() < 0.2,
        )
        for _ in range(120)
    ]
    fill(drawn)


def test_rows_stand_in_printed_order_and_rows_without_come_last(filled):
    table = counting.tally(FIRST, LAST, (TallyKey.UNIT, TallyKey.TIER))
    units = [row.values[0].label for row in table.rows]
    assert list(dict.fromkeys(units)) == ["禹州市", ""]
    tiers = [row.values[1].value for row in table.rows if row.values[0].label]
    assert tiers == ["national", "provincial", "municipal", "county"]


def test_a_piece_in_two_rows_counts_once_in_the_total(filled):
    table = counting.tally(FIRST, LAST, (TallyKey.OUTLET,))
    assert table.totals.placements == sum(row.placements for row in table.rows)
    assert table.totals.pieces < sum(row.pieces for row in table.rows)


def test_matrix_and_quotas_agree_with_the_tally(filled):
    table = counting.tally(FIRST, LAST, (TallyKey.OUTLET, TallyKey.DAY))
    told = {(row.values[0].label, row.values[1].value): (row.pieces, row.placements) for row in table.rows}
    cells = {
        (row.outlet.name, cell.day.isoformat()): (cell.count, cell.placements)
        for row in matrix.matrix(FIRST, LAST).rows
        for cell in row.cells
        if cell.state == matrix.CellState.COUNT
    }
    assert cells == told
    for day, quota in itertools.product([FIRST, dt.date(2019, 1, 1)], ["daily_report"]):
        done = {row.who: row.done for row in quotas.quotas_on(day) if row.quota == quota}
        assert done == {name: told.get((name, day.isoformat()), (0, 0))[0] for name in done}


def test_external_publicity_counts_a_piece_once_however_often_reprinted(log, clerk):
    from xcdesk.services.log import reprints

    own = log(tier="省级")
    first, second, third = log("甲"), log("甲", "河南日报"), log("甲", "人民日报", dt.date(2019, 3, 7))
    log("乙", "大河报")
    log("丙", day=dt.date(2018, 12, 31), tier="国家级")
    reprints.group_reprints(clerk, [first, second, third])
    assert own
    days = counting.external_days((1, 2), dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert days == {1: (dt.date(2019, 3, 5), dt.date(2019, 3, 5)), 2: ()}
