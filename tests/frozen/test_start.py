"""The built program is at its first rows nearly as soon as the source tree is."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.frozen.conftest import ROOT, WINDOWS, furnished, painted_at

pytestmark = [pytest.mark.slow, pytest.mark.skipif(WINDOWS, reason="Wine says nothing of times on Windows")]

LONGEST, REPEATS, PATIENCE = 1.5, 7, 60


@pytest.fixture
def desk(tmp_path: Path, founded_file: Path) -> Path:
    """The data folder of somebody who sat here before."""
    return furnished(tmp_path / "home", founded_file)


def seconds_to_first_rows(home: Path, *command: Path | str) -> float:
    """From the start of the process to the line in the log that says that the window was painted."""
    log = home / "xcdesk.log"
    log.unlink(missing_ok=True)
    surroundings = {**os.environ, "XCDESK_HOME": str(home)}
    began = time.time()
    with subprocess.Popen(command, cwd=ROOT, env=surroundings) as process:
        try:
            return painted_at(log, began + PATIENCE) - began
        finally:
            process.terminate()


def test_the_folder_starts_nearly_as_soon_as_the_source_tree(folder, desk, capsys):
    commands = {"folder": (folder / "xcdesk",), "source tree": (sys.executable, "-m", "ui.app")}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(REPEATS):
        for name, command in commands.items():
            taken[name].append(seconds_to_first_rows(desk, *command))
    median = {name: statistics.median(all_of) for name, all_of in taken.items()}
    with capsys.disabled():
        print({name: f"{seconds * 1000:.0f} ms" for name, seconds in median.items()})  # noqa: T201
    assert median["folder"] <= LONGEST * median["source tree"]
