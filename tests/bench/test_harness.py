"""The measuring itself: what it says of subjects whose time and memory are known."""

import time

import pytest

from tests.bench import measure, million, results
from tests.bench.measure import call, calls, in_turn
from tests.bench.results import Figure
from xcdesk import store
from xcdesk.services.log import coverage_log

MEMORY_MB = 64


def idle(seconds: float) -> str:
    """A subject that takes its time and no memory."""
    time.sleep(seconds)
    return "rested"


def heavy() -> int:
    """A subject that holds some memory for a moment."""
    held = bytearray(b"x" * MEMORY_MB * 1_000_000)
    time.sleep(0.1)
    return len(held)


def test_subjects_are_timed_and_weighed_in_processes_of_their_own():
    made = in_turn({"idle": lambda: call(idle, 0.1), "heavy": lambda: call(heavy)}, repeats=2)
    assert made["idle"].answer == "rested"
    assert all(0.1 <= seconds < 0.4 for seconds in made["idle"].seconds)
    assert MEMORY_MB * 0.9 < made["heavy"].peak_mb - made["idle"].peak_mb < MEMORY_MB * 2.2


def test_percentiles_are_those_of_the_calls_made():
    series = measure.Series(tuple(range(1, 101)))
    assert (series.best, series.percentile(50), series.percentile(99), series.percentile(100)) == (
        1,
        50,
        99,
        100,
    )
    assert len(calls(lambda: None, 20).seconds) == 20


def test_figures_are_kept_and_the_newest_make_the_tables(tmp_path):
    path = tmp_path / "results.json"
    old = Figure(2, "to the end", 1_000_000, 99.0, peer="QSqlTableModel", peer_value=990.0)
    new = Figure(2, "to the end", 1_000_000, 30.0, peer="QSqlTableModel", peer_value=1500.0)
    results.keep(old, path=path)
    results.keep(new, path=path)
    assert results.newest(path) == [new]
    assert "| to the end | 30.0 ms (QSqlTableModel 1,500 ms, 50.00x) |" in results.tables([new])


@pytest.mark.parametrize("rows", million.SIZES)
def test_offices_hold_as_many_rows_as_they_say(rows):
    store.open_store(million.office(rows))
    try:
        assert coverage_log.count().placements == rows
    finally:
        store.close_store()


def test_the_same_office_stands_on_the_server(postgres_server):
    store.open_store(million.server_office(postgres_server, million.SIZES[0]))
    try:
        assert coverage_log.count().placements == million.SIZES[0]
    finally:
        store.close_store()
