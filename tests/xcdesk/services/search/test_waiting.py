"""Rows that wait for the word index: whoever searches finds them all the same, whatever became of the job."""

import threading

from xcdesk import store
from xcdesk.db import word_index
from xcdesk.db.base import database
from xcdesk.models import CoverageItem
from xcdesk.services.counts.item_filter import ItemFilter, where
from xcdesk.services.search import search, waiting
from xcdesk.services.upkeep import checks


def due():
    return database.execute_sql("SELECT count(*) FROM search_due").fetchone()[0]


def filtered(typed):
    return [row.id for row in CoverageItem.select().where(where(ItemFilter(search=typed)))]


def test_rows_put_off_wait_over_commits_and_are_found_by_box_and_filter(log):
    with waiting.put_off():
        first, second = log("甲乙丙"), log("甲丁戊")
        assert due() == 2
        assert [check.name for check in checks.run() if not check.ok] == []
        assert [hit.id for hit in search("甲乙").hits] == [first]
        third = log("甲己庚")
        assert filtered("己庚") == [third]
    assert (due(), word_index.differences(database.obj)) == (0, 0)
    assert sorted(filtered("甲")) == [first, second, third]


def test_what_a_kill_left_waiting_is_indexed_by_the_next_commit(log):
    with waiting.put_off():
        log("甲乙丙")
    assert due() == 1  # as a job that ended before its last step leaves it
    log("丁戊己")
    assert (due(), word_index.differences(database.obj)) == (0, 0)


def test_other_threads_are_not_put_off(log):
    def save():
        with store.connection():
            log("甲乙丙")

    with waiting.put_off():
        beside = threading.Thread(target=save)
        beside.start()
        beside.join()
        assert due() == 0


def test_many_rows_are_indexed_in_several_transactions_and_one_may_stop_between(log, monkeypatch):
    monkeypatch.setattr(word_index, "_CHUNK", 2)
    with waiting.put_off():
        made = [log(f"甲乙{number}") for number in "一二三四五"]
        with database.atomic():
            assert word_index.step(database.obj)
        assert due() == 3
    waiting.catch_up()
    assert (due(), sorted(filtered("甲乙"))) == (0, made)
