"""Goal 6: 10,000 rows looked for in the whole log, through the comparison that the import makes."""

import os

import pytest

from tests.bench import doubles, million, results
from tests.bench.measure import call
from tests.bench.results import Figure
from tests.postgres import Server

COUNT = int(os.environ.get("XCDESK_BENCH_DOUBLES", "10000"))
"""Rows looked for; half of them are logged already."""
SECONDS, RECALL, FALSE = 6, 0.98, 0.001


def keep(rows: int, engine: str, place: str) -> None:
    """Measure once and keep time, memory, recall and false findings."""
    run, floor = call(doubles.search, place, COUNT), call(doubles.titles, place)
    found = run.answer
    what = f"{found['rows']:,} rows against the log"
    results.keep(
        Figure(
            6, f"{what}, time", rows, found["seconds"] * 1000, "ms", "all titles read row by row",
            floor.seconds * 1000, f"<= {SECONDS} s", found["seconds"] <= SECONDS, engine,
        ),
        Figure(6, f"{what}, memory", rows, run.peak_mb, "MB", engine=engine),
        Figure(
            6, "found again", rows, found["recall"] * 100, "%", goal_text=f">= {RECALL:.0%}",
            held=found["recall"] >= RECALL, engine=engine,
        ),
        Figure(
            6, "called alike and another piece", rows, found["false"] * 100, "%", goal_text=f"<= {FALSE:.1%}",
            held=found["false"] <= FALSE, engine=engine,
        ),
        *(Figure(6, f"found again: {kind}", rows, share * 100, "%", engine=engine)
          for kind, share in found["by_kind"].items()),
    )  # fmt: skip
    assert found["recall"] > 0.9


@pytest.mark.parametrize("rows", million.SIZES)
def test_pieces_are_found_again_in_a_file(rows):
    keep(rows, "sqlite", str(million.office(rows)))


@pytest.mark.parametrize("rows", million.SIZES)
def test_pieces_are_found_again_on_a_server(rows, postgres_server: Server):
    keep(rows, "postgresql", million.server_office(postgres_server, rows))
