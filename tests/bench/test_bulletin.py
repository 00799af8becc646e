"""Goal 7: a bulletin of twenty pages against Typst and against Word and LibreOffice, in one run."""

import os
import sys
import sysconfig
from pathlib import Path

from tests.bench import bulletin
from tests.bench.measure import ROOT, Series, call, command, in_turn
from tests.bench.results import Figure, keep
from xcdesk.resources import resource

FRESH, OFFICE, INSIDE = 2.0, 1 / 3, 1.0
"""Of the time of a Typst process, of that of Word and LibreOffice, and of a Typst process once more."""
REPEATS = 5
PLAIN = (sys.executable, "-S")
PATHS = {"PYTHONPATH": os.pathsep.join([str(ROOT), sysconfig.get_path("purelib")])}
"""A Python without the finder of an editable install, which takes 0.1 s and which no built program has."""


def test_a_bulletin_of_twenty_pages(tmp_path: Path):
    bulletin.prepare(tmp_path)
    typst = bulletin.typst_python()
    ways = {
        "xcdesk": lambda: command(*PLAIN, "-m", "tests.bench.bulletin", "xcdesk", tmp_path, extra=PATHS),
        "word": lambda: command(sys.executable, "-m", "tests.bench.bulletin", "word", tmp_path),
        "inside": lambda: call(bulletin.ours, str(tmp_path)),
    }
    if typst is not None:
        source, made = tmp_path / bulletin.TYPST, tmp_path / "typst.pdf"
        ways["typst"] = lambda: command(typst, "-c", bulletin.TYPST_RUN, source, made, resource("fonts"))
    found = in_turn(ways, REPEATS)
    inside = Series(tuple([found["inside"].answer] * REPEATS))
    _told("fresh process", found["xcdesk"], "Word and LibreOffice", found["word"], OFFICE)
    if typst is not None:
        _told("fresh process", found["xcdesk"], "Typst", found["typst"], FRESH)
        _told("in the running program", inside, "Typst", found["typst"], INSIDE)
    memory = {"peer": "Typst", "peer_value": found["typst"].peak_mb} if typst is not None else {}
    keep(Figure(7, "memory of a fresh process", 0, found["xcdesk"].peak_mb, "MB", **memory))


def _told(what: str, ours: Series, peer: str, theirs: Series, most: float) -> None:
    held = ours.median <= most * theirs.median
    goal = f"<= {most:.2g}x"
    values = {"peer": peer, "peer_value": theirs.median * 1000}
    keep(Figure(7, what, 0, ours.median * 1000, **values, goal_text=goal, held=held))
    if ours.processor and theirs.processor:
        values = {"peer": peer, "peer_value": theirs.median_processor * 1000}
        keep(Figure(7, f"processor time, {what}", 0, ours.median_processor * 1000, **values))
