"""Goal 5: twenty returns imported with all checks, against a script of openpyxl that checks nothing."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench import import_job, million, results, returns
from tests.bench.measure import ROOT, Run, Series, call, command, in_turn
from tests.bench.results import Figure
from tests.postgres import Server

SIZE = returns.Size(*(int(part) for part in os.environ.get("XCDESK_BENCH_RETURNS", "20x5000").split("x")))
"""Files and rows of each; ``XCDESK_BENCH_RETURNS=4x1000`` for a quick look."""
REPEATS = int(os.environ.get("XCDESK_BENCH_REPEATS", "3"))
PEER = Path(__file__).with_name("peer_import.py")


def job(fresh: Callable[[], str], target: Path, paths: list[Path]) -> Callable[[], Run]:
    """The program's import into an office as ``fresh`` makes it each time.

    Timed until the console would answer; ``whole`` is the time until the word index has taken all in.
    """

    def measured() -> Run:
        run = call(import_job.work, fresh(), str(target), [str(path) for path in paths])
        answer = {**run.answer, "whole": run.seconds}
        return replace(run, seconds=run.seconds - run.answer["indexing"], answer=answer)

    return measured


def keep(rows: int, engine: str, made: dict[str, Series]) -> None:
    """Keep time, processor time and memory of one size."""
    ours, peer = made["xcdesk"], made["openpyxl"]
    speed, weight = peer.median / ours.median, peer.peak_mb / ours.peak_mb
    what = f"import of {SIZE.files} x {SIZE.rows} rows"
    results.keep(
        Figure(
            5, f"{what}, time", rows, ours.median * 1000, "ms", "openpyxl", peer.median * 1000,
            ">= 3x faster", speed >= 3, engine,
        ),
        Figure(
            5, f"{what}, until it is indexed", rows, ours.answer["whole"] * 1000, "ms", "openpyxl",
            peer.median * 1000, engine=engine,
        ),
        Figure(
            5, f"{what}, processor time of all", rows, ours.median_processor * 1000, "ms", "openpyxl",
            peer.median_processor * 1000, engine=engine,
        ),
        Figure(
            5, f"{what}, program and workers", rows, ours.peak_mb, "MB", "openpyxl", peer.peak_mb,
            "<= 1/3 of the memory", weight >= 3, engine,
        ),
    )  # fmt: skip
    assert ours.answer["added"] > SIZE.files * SIZE.rows * 0.95


@pytest.mark.parametrize("rows", million.SIZES)
def test_the_import_of_a_year_in_a_file(rows, tmp_path):
    paths, office = returns.make(SIZE), million.office(rows)

    def fresh() -> str:
        shutil.rmtree(tmp_path / "office", ignore_errors=True)
        (tmp_path / "office").mkdir()
        return shutil.copy(office, tmp_path / "office" / "desk.db").as_posix()

    subjects = {
        "xcdesk": job(fresh, tmp_path / "tallies.xlsx", paths),
        "openpyxl": lambda: command(sys.executable, PEER, tmp_path / "peer.xlsx", *paths, folder=ROOT),
    }
    keep(rows, "sqlite", in_turn(subjects, REPEATS))


@pytest.mark.parametrize("rows", million.SIZES)
def test_the_import_of_a_year_on_a_server(rows, tmp_path, postgres_server: Server):
    paths = returns.make(SIZE)
    million.server_office(postgres_server, rows)

    def fresh() -> str:
        postgres_server.drop("job")
        return postgres_server.create("job", template=f"bench_{rows}")

    subjects = {
        "xcdesk": job(fresh, tmp_path / "tallies.xlsx", paths),
        "openpyxl": lambda: command(sys.executable, PEER, tmp_path / "peer.xlsx", *paths, folder=ROOT),
    }
    keep(rows, "postgresql", in_turn(subjects, 1))
