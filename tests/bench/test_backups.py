"""A backup of a large office and its restore, row by row the same, as multiples of a plain copy of the file.

The figures stand in ``docs/reliability.md``.
"""

import hashlib
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench import million
from xcdesk import store
from xcdesk.db.backups import copies
from xcdesk.services.backups import keeping, restoring
from xcdesk.services.backups.keeping import Reason


def seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def plain_copy(source: Path, target: Path) -> None:
    """What a person would do: copy the file, and have it on the disk."""
    shutil.copyfile(source, target)
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def rows_digest(path: Path) -> dict[str, str]:
    """A digest of every row of each table, in the order of the rows."""
    found = {}
    with copies.opened(path) as copy:
        for name, count in copies.table_rows(copy).items():
            digest = hashlib.sha256(str(count).encode())
            for row in copy.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  # names from the schema
                digest.update(repr(row).encode())
            found[name] = digest.hexdigest()
    return found


@pytest.mark.parametrize("rows", million.SIZES)
def test_a_backup_and_its_restore_equal_row_by_row(rows, tmp_path, capsys):
    office = Path(shutil.copyfile(million.office(rows), tmp_path / "desk.db"))
    copied = min(seconds(lambda: plain_copy(office, tmp_path / "copy.db")) for _ in range(3))
    (tmp_path / "copy.db").unlink()
    store.open_store(office)
    made = []
    taken = seconds(lambda: made.append(keeping.back_up(Reason.BY_HAND)))
    backup = Path(made[0].file)
    verified = seconds(lambda: restoring.verify(backup))
    rehearsed = seconds(lambda: restoring.rehearse(backup))
    store.close_store()
    target = tmp_path / "new.db"
    restored = seconds(lambda: restoring.make_file(backup, target))
    with capsys.disabled():
        told = {
            "taken and checked": taken,
            "verified": verified,
            "restored": restored,
            "rehearsed": rehearsed,
        }
        shown = ", ".join(f"{name} {spent:.2f} s ({spent / copied:.1f}x)" for name, spent in told.items())
        megabytes = office.stat().st_size / 1e6
        print(f"\n{rows:,} reports, {megabytes:.0f} MB: plain copy {copied:.2f} s, {shown}")  # noqa: T201
    assert rows_digest(target) == rows_digest(office)
