"""No window is cut off on the smallest screen: in English up to 150 %, in Chinese up to 200 %."""

import json
import os
import subprocess
import sys

import pytest

from xcdesk.resources import root

SMALL, DENSE = (1366, 728), (1280, 680)
"""What a task bar leaves of the smallest screen, and of a usual one on which everything is shown at 150 %."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "text_size", "room"),
    [
        ("zh", "100", DENSE),
        ("zh", "150", DENSE),
        ("zh", "200", SMALL),
        ("en", "100", DENSE),
        ("en", "150", DENSE),
    ],
)
def test_no_window_is_cut_off_or_larger_than_the_screen(practice_place, tmp_path, language, text_size, room):
    screen = tmp_path / "screen.json"
    place = {"name": "desk", "x": 0, "y": 0, "width": room[0], "height": room[1]}
    fine = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screen.write_text(json.dumps({"screens": [place | fine]}), encoding="utf-8")
    surroundings = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
    command = [sys.executable, "-m", "tests.ui.windows_at_size", practice_place, language, text_size]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, cwd=root())
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
