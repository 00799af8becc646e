"""The word index: finds exactly what a look at every row finds, whoever wrote the row and in which order."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from peewee import OperationalError

from xcdesk.db import triggers, word_index
from xcdesk.db.base import database, is_sqlite
from xcdesk.models import Contribution, CoverageItem, Material
from xcdesk.normalise import folded
from xcdesk.services import search
from xcdesk.services.counts.item_filter import ItemFilter, where
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.entries import ItemChange
from xcdesk.services.search import HitKind
from xcdesk.services.upkeep import checks

DAY = dt.date(2019, 3, 5)
ALPHABET = "长葛市办办事ＡaAb１1，,。\"'*-()^: %_\\é𠮷\u3000"
titles = st.text(ALPHABET, max_size=12)
TEXTS = ("title", "author", "url", "note")


@st.composite
def rows(draw):
    """A report with texts in every searched column, on any of a few days, some of them in the trash."""
    fields = {name: draw(titles) for name in TEXTS}
    removed = dt.datetime(2019, 4, 1) if draw(st.integers(0, 9)) == 0 else None
    return {**fields, "day": DAY + dt.timedelta(days=draw(st.integers(-9, 9))), "removed_at": removed}


def scan(words):
    """Ids that a look at every row finds, newest first."""
    found = [
        row
        for row in CoverageItem.select()
        if row.removed_at is None
        and all(any(word in folded(getattr(row, name)) for name in TEXTS) for word in words)
    ]
    return [row.id for row in sorted(found, key=lambda row: (row.day, row.id), reverse=True)]


def found(typed, limit=1000):
    """Ids that the box finds, in its order."""
    groups = search.look(search.parse(typed), limit, (HitKind.ITEM,))
    return [hit.id for group in groups for hit in group.hits]


def write(row):
    return CoverageItem.create(outlet=1, title_key="", tier="municipal", **row).id


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    batch=st.lists(rows(), min_size=1, max_size=8),
    later=st.lists(st.tuples(st.integers(0, 7), rows()), max_size=3),
    needles=st.lists(st.text(ALPHABET, min_size=1, max_size=4), min_size=1, max_size=8),
)
def test_the_index_finds_what_a_look_at_every_row_finds(db, batch, later, needles):
    with database.atomic():
        CoverageItem.delete().execute()
        made = [write(row) for row in batch]
    for place, row in later:
        CoverageItem.update(**row).where(CoverageItem.id == made[place % len(made)]).execute()
    cut = [row["title"][start : start + 3] for row in batch for start in range(3)]
    for typed in [*needles, *cut]:
        words = folded(typed).split()
        if words and not search.parse(typed).chips:
            assert found(typed) == scan(words), typed
            assert search.count(search.parse(typed), HitKind.ITEM) == len(scan(words))
            filtered = CoverageItem.select().where(where(ItemFilter(search=typed)))
            assert {row.id for row in filtered} == set(scan(words))
    assert word_index.differences(database.obj) == 0


SIGNS = (
    '"', '""', "a AND", "NOT", "NEAR(", "*", "^长", "pairs:长", "-长", "(", "';--", "{}", "+", "单位:", ":",
    "日期:x", "\\", "%", "_", "\x00", "\udcff", "长" * 600, " ", "\u3000", "OR OR OR",
)  # fmt: skip


def test_nothing_that_can_be_typed_is_refused(log):
    log("长葛 AND 办事")
    for typed in SIGNS:
        search.search(typed)
        list(CoverageItem.select().where(where(ItemFilter(search=typed))))
        list(CoverageItem.select().where(where(ItemFilter(search=typed, removed=True))))


def test_widths_and_letter_case_do_not_count(log):
    made = log("ＡBc，第３期")
    for typed in ("abc", "ABC", "ａｂｃ", "第3期", "第３期", "，第", ",第", "c，"):
        assert found(typed) == [made], typed


def test_words_may_stand_in_any_of_the_texts_but_not_across_two(log):
    made = log("甲乙", author="丙丁", url="https://example.org/x", note="戊\n己")
    for typed in ("甲 丁", "EXAMPLE.org", "戊 己", "丙丁"):
        assert found(typed) == [made]
    assert found("乙丙") == []


def test_every_way_of_writing_a_report_is_followed(log, clerk):
    made = log("甲乙丙")
    coverage.change_item(
        clerk, ItemVersion(made, 1), ItemChange(title="丁戊己", day=DAY - dt.timedelta(days=3))
    )
    assert (found("甲乙"), found("戊己")) == ([], [made])
    (gone,) = coverage.remove_items(clerk, [ItemVersion(made, 2)])
    assert found("戊己") == []
    coverage.restore_items(clerk, [gone])
    assert found("戊己") == [made]
    CoverageItem.delete().where(CoverageItem.id == made).execute()
    assert (found("戊己"), word_index.differences(database.obj)) == ([], 0)


def test_a_transaction_that_fails_leaves_the_index_alone(log):
    log("甲乙丙")

    def fail():
        with database.atomic():
            CoverageItem.update(title="丁").execute()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert (len(found("甲乙")), found("丁")) == (1, [])


def test_reports_in_the_trash_are_found_there(log, clerk):
    made = log("甲乙丙")
    coverage.remove_items(clerk, [ItemVersion(made, 1)])
    trashed = CoverageItem.select().where(where(ItemFilter(search="乙丙", removed=True)))
    assert [row.id for row in trashed] == [made]


def test_long_texts_are_found_to_their_last_character(db, clerk):
    body = "办事指南" * 3000 + "终了"
    Material.create(kind="notice", title="长文", body=body, text_hash="0" * 64, author=clerk.id)
    Contribution.create(outlet=1, received_on=DAY, title="来稿", body="证明材料，跑三趟")
    assert search.search("南终了").total == 1
    assert [hit.kind for hit in search.search("料，跑三").hits] == [HitKind.CONTRIBUTION]


def test_a_lost_trigger_is_told_and_its_table_is_indexed_anew(log):
    made = log("甲乙丙")
    table = "" if is_sqlite(database) else " ON coverage_item"
    database.execute_sql(f"DROP TRIGGER coverage_item_search_update{table}")
    CoverageItem.update(title="丁戊").execute()
    assert triggers.missing(database.obj) == ("coverage_item_search_update",)
    with database.atomic():
        triggers.create(database.obj)
    assert (found("甲乙"), found("丁戊"), triggers.missing(database.obj)) == ([], [made], ())
    assert word_index.differences(database.obj) == 0


def test_rows_written_by_hand_are_found_and_no_fault(log):
    made = log("甲乙丙")
    CoverageItem.update(title="丁戊").execute()  # in no transaction of ours
    assert [check.name for check in checks.run() if not check.ok] == []
    assert (found("丁戊"), found("甲乙")) == ([made], [])


def test_an_index_that_has_lost_a_row_does_not_pass_the_check(log):
    log("甲乙丙")
    key = "rowid" if is_sqlite(database) else "key"
    database.execute_sql(f"DELETE FROM coverage_item_search WHERE {key} > 0")  # noqa: S608
    told = {check.name: check.ok for check in checks.run()}
    assert told["search"] is False


@pytest.mark.file_engine
def test_replacing_a_row_by_hand_is_followed(log):
    made = log("甲乙丙")
    database.execute_sql("INSERT OR REPLACE INTO coverage_item SELECT * FROM coverage_item")
    database.execute_sql("UPDATE OR REPLACE coverage_item SET title = '丁戊'")
    assert (found("甲乙"), found("丁戊")) == ([], [made])
    assert word_index.differences(database.obj) == 0


@pytest.mark.file_engine
def test_a_trigger_of_an_earlier_program_gives_way_and_nothing_is_indexed_anew(log):
    made = log("甲乙丙")
    old = "coverage_item_search_insert"
    database.execute_sql(f"DROP TRIGGER {old}")
    database.execute_sql(f"CREATE TRIGGER {old} AFTER INSERT ON coverage_item BEGIN SELECT 1; END")
    triggers.create(database.obj)
    assert not word_index.behind(database.obj)
    assert (found("甲乙"), log("丁戊") in found("丁戊")) == ([made], True)


@pytest.mark.file_engine
def test_a_file_without_the_list_says_so_at_once(db):
    database.execute_sql("DROP TABLE search_due")
    with pytest.raises(OperationalError):
        CoverageItem.create(outlet=1, day=DAY, title="甲", tier="municipal")
