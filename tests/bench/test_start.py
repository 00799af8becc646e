"""Goal 1: from the start of the process to the first painted rows, against a bare window with a table."""

import json
import sys
from pathlib import Path

import pytest

from tests.bench import million
from tests.bench.measure import Series, command
from tests.bench.results import Figure, keep
from ui.settings import Preferences
from xcdesk import store
from xcdesk.services.office import people

LONGEST, LARGEST = 1.5, 1.6
REPEATS = 7


@pytest.mark.parametrize("rows", million.SIZES)
def test_start_to_first_painted_rows(rows: int, tmp_path: Path):
    office = million.office(rows)
    store.open_store(office)
    person = people.actor("guo").id
    store.close_store()
    home = tmp_path / "home"
    home.mkdir()
    Preferences(home / "window.ini").person = person
    surroundings = {"XCDESK_HOME": str(home), "XCDESK_TODAY": "2019-11-20"}
    words = {"bare": ("bare",), "libraries": ("libraries",), "xcdesk": ("xcdesk", str(office))}
    told: dict[str, list[dict[str, float]]] = {name: [] for name in words}
    for _ in range(REPEATS):
        for name, arguments in words.items():
            run = command(sys.executable, "-m", "tests.bench.starting", *arguments, extra=surroundings)
            told[name].append(json.loads(run.answer.splitlines()[-1]))
    assert not any(each["loaded"] for each in told["xcdesk"]), told["xcdesk"][-1]
    seconds = {name: Series(tuple(each["seconds"] for each in runs)).median for name, runs in told.items()}
    busy = {name: min(each["cpu"] for each in runs) for name, runs in told.items()}
    memory = {name: max(each["mb"] for each in runs) for name, runs in told.items()}
    slower, larger = seconds["xcdesk"] / seconds["bare"], memory["xcdesk"] / memory["bare"]
    keep(
        Figure(
            1,
            "start to first painted rows",
            rows,
            seconds["xcdesk"] * 1000,
            peer="bare window",
            peer_value=seconds["bare"] * 1000,
            goal_text=f"<= {LONGEST}x the bare window",
            held=slower <= LONGEST,
        ),
        Figure(
            1,
            "processor time of it",
            rows,
            busy["xcdesk"] * 1000,
            peer="bare window",
            peer_value=busy["bare"] * 1000,
        ),
        Figure(
            1,
            "processor time of it, against the libraries",
            rows,
            busy["xcdesk"] * 1000,
            peer="bare window with peewee and sqlcipher3",
            peer_value=busy["libraries"] * 1000,
        ),
        Figure(
            1,
            "resident memory after it",
            rows,
            memory["xcdesk"],
            "MB",
            peer="bare window",
            peer_value=memory["bare"],
            goal_text=f"<= {LARGEST}x the bare window",
            held=larger <= LARGEST,
        ),
        Figure(
            1,
            "resident memory, against the libraries",
            rows,
            memory["xcdesk"],
            "MB",
            peer="bare window with peewee and sqlcipher3",
            peer_value=memory["libraries"],
        ),
    )
