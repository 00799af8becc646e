"""A process that imports prepared returns one after another and says so after each commit; tests kill it.

``python -m tests.importing DATABASE``: prints the batch of every import, each line flushed.
"""

import datetime as dt
import itertools
import os
import sys
import tempfile
from pathlib import Path

from tests.sheets import sheet
from xcdesk import store
from xcdesk.importers import apply, plan
from xcdesk.importers.raw import RawBook
from xcdesk.importers.said import Said
from xcdesk.services.office import people

ROWS = 12
"""Rows of every return."""


def main(place: str) -> None:
    """Import without end."""
    store.open_store(place)
    clerk = people.actor("guo")
    path = Path(tempfile.mkdtemp()) / "鄢陵县3月.xlsx"
    for turn in itertools.count():
        path.write_text(str(turn), "utf-8")
        start = dt.date(2019, 1, 1) + dt.timedelta(days=turn % 300)
        lines = [(start, "许昌日报", f"{os.getpid()}号第{turn}份第{number}篇") for number in range(ROWS)]
        book = RawBook("xlsx", "", (sheet(("日期", "媒体", "标题"), *lines),))
        applied = apply.apply(plan.consider(path, book, Said(sender="鄢陵县")), clerk)
        sys.stdout.write(f"{applied.batch}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
