"""Goal 2: the coverage table against QSqlTableModel, in turn, each in a process of its own."""

import json
import sys
from statistics import median

import pytest

from tests.bench import million
from tests.bench.measure import Run, command
from tests.bench.results import Figure, keep

REPEATS = 3
FASTER = {"to the end": 30.0, "sort by an indexed column": 10.0}
SMALLER = 6.0
SLOWER_PAINT = 1.35
PEER = "QSqlTableModel"


def driven(*words: str) -> tuple[Run, dict[str, float]]:
    run = command(sys.executable, "-m", "tests.bench.painting", *words)
    return run, json.loads(run.answer.splitlines()[-1])


@pytest.mark.parametrize("rows", million.SIZES)
def test_coverage_table(rows: int):
    office = str(million.office(rows))
    runs = [(driven("ours", office), driven("peer", office)) for _ in range(REPEATS)]
    ours, peers = [one[1] for one, _ in runs], [other[1] for _, other in runs]
    assert all(each["rows"] == rows for each in (*ours, *peers))
    for what in ours[0]:
        if what == "rows":
            continue
        value = median(each[what] for each in ours)
        other = median(each[what] for each in peers) if what in peers[0] else None
        wanted = FASTER.get(what)
        keep(
            Figure(
                2,
                what,
                rows,
                value,
                peer=PEER if other is not None else "",
                peer_value=other,
                goal_text=f">= {wanted:.0f}x faster" if wanted else "",
                held=other / value >= wanted if wanted and other is not None else None,
            )
        )
    own, other = (max(run.peak_mb for run, _ in side) for side in zip(*runs, strict=True))
    keep(
        Figure(
            2,
            "peak memory",
            rows,
            own,
            "MB",
            peer=PEER,
            peer_value=other,
            goal_text=f"<= 1/{SMALLER:.0f}",
            held=other / own >= SMALLER,
        )
    )


@pytest.mark.parametrize("rows", million.SIZES)
def test_painting_a_page(rows: int):
    _, told = driven("paint", str(million.office(rows)))
    goal = f"<= {SLOWER_PAINT}x {PEER}"
    for peer, wanted in ((PEER, goal), ("QStandardItemModel", "")):
        held = told["ours"] <= SLOWER_PAINT * told[peer] if wanted else None
        what = f"painting a page, against {peer}"
        keep(
            Figure(2, what, rows, told["ours"], peer=peer, peer_value=told[peer], goal_text=wanted, held=held)
        )


@pytest.mark.parametrize("rows", million.SIZES)
def test_sorting_titles_by_pinyin(rows: int):
    run, told = driven("titles", str(million.office(rows)))
    keep(
        Figure(2, "sort titles by pinyin, all of it", rows, told["sort titles by pinyin"]),
        Figure(2, "peak memory with that", rows, run.peak_mb, "MB"),
    )
