"""Keeps the database of a release as SQL text, so that every later version is tested to migrate from it.

``python -m tests.schemas`` writes ``tests/data/schemas/<version>.sql``: an office with invented people, some
reports and a notice that was signed off and issued. Run it once, when a version is released; what is there
already is never written again.
"""

import datetime as dt
import sqlite3
import sys
import tempfile
from pathlib import Path

import xcdesk
from xcdesk import store
from xcdesk.codes import MaterialKind
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage
from xcdesk.services.office import founding, people
from xcdesk.services.record.entries import NewItem
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution

FOLDER = Path(__file__).parent / "data" / "schemas"
DAY = dt.date(2019, 3, 5)


def fill() -> None:
    """Something in every corner that a migration may touch."""
    founding.found(sample=True)
    clerk, leader = people.actor("guo"), people.actor("chen")
    coverage.log_items(
        clerk,
        [NewItem(DAY, "许昌日报", "承诺之一（示例）", "news"), NewItem(DAY, "许昌晨报", "承诺之二（示例）")],
    )
    cells.set_none_today(clerk, Cell(3, DAY), "off_air")
    contributions.receive(clerk, NewContribution(DAY, "来稿（示例）", "正文（示例）", outlet="许昌日报"))
    notice = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "通知（示例）", "正文（示例）"))
    approvals.submit(clerk, notice.id)
    approvals.agree(leader, notice.id, seen_hash=notice.text_hash)
    approvals.issue(leader, notice.id)


def dump(path: Path) -> str:
    """A database file as SQL text."""
    store.open_store(path, create=True)
    fill()
    store.close_store()
    plain = sqlite3.connect(path)  # the driver of the program has no dump
    lines = list(plain.iterdump())
    plain.close()
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the fixture of this version."""
    target = FOLDER / f"{xcdesk.__version__}.sql"
    if target.exists():
        sys.stderr.write(f"{target} is there already; a released schema is never written again\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        target.write_text(dump(Path(folder) / "desk.db"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
