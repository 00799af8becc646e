"""The window started by another program is left to itself."""

import datetime as dt
import subprocess
import sys

STARTER = """
import datetime as dt, sys
from pathlib import Path
from xcdesk import window_program
window_program.command = lambda: (sys.executable, "-c", "import time; time.sleep(20)")
window_program.start(Path("desk.db"), dt.date(2019, 3, 18))
print("started")
"""


def test_who_reads_the_output_does_not_wait_for_the_window():
    begun = dt.datetime.now(dt.UTC)  # noqa: TID251  # real time is what is asked about
    done = subprocess.run([sys.executable, "-c", STARTER], capture_output=True, text=True, check=True)
    waited = dt.datetime.now(dt.UTC) - begun  # noqa: TID251
    assert done.stdout == "started\n"
    assert waited < dt.timedelta(seconds=15)
