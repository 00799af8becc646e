"""Files that were damaged, torn or lost in part: named at the start, in a backup, or when one is restored."""

import datetime as dt
import random
import shutil
import threading
from pathlib import Path

import pytest
from peewee import PeeweeException

from xcdesk import store
from xcdesk.db import opening
from xcdesk.db.backups import copies, restoring, taking
from xcdesk.db.base import database
from xcdesk.db.engine import UnsafeEngineError
from xcdesk.errors import DeskError
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem

pytestmark = pytest.mark.file_engine
PAGE = 4096


@pytest.fixture
def log(clerk):
    """Logs one report."""
    return lambda title: coverage.log_item(clerk, NewItem(dt.date(2019, 3, 5), "许昌日报", title))


@pytest.fixture
def whole(db, log, tmp_path) -> tuple[Path, Path]:
    """A closed office with a few reports, and a backup of it."""
    for number in range(40):
        log(f"第{number}篇（示例）")
    made = taking.back_up(database.obj, tmp_path / "backups", "by-hand")
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close_store()
    return Path(db), Path(made.file)


def damaged(path: Path, kind: str, chance: random.Random) -> None:
    """Overwrite a page, or flip one bit, anywhere behind the first page."""
    content = bytearray(path.read_bytes())
    if kind == "page":
        at = chance.randrange(1, len(content) // PAGE) * PAGE
        content[at : at + PAGE] = chance.randbytes(PAGE)
    else:
        content[chance.randrange(PAGE, len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def found_at_start(path: Path) -> bool:
    """Whether opening a file, or looking it through after the paint, tells that it is damaged."""
    try:
        store.open_store(path, unchecked=True)
        store.check_file()
    except (DeskError, PeeweeException):
        return True
    finally:
        store.close_store()
    return False


def found_in_backup(path: Path, folder: Path) -> bool:
    try:
        store.open_store(path, guarded=False)
        taking.back_up(database.obj, folder, "by-hand")
    except (DeskError, PeeweeException):
        return True
    finally:
        store.close_store()
    return False


def found_in_restore(backup: Path, target: Path) -> bool:
    try:
        restoring.restore(backup, target)
    except copies.ChangedBackupError:
        return not target.exists()
    return False


def spoilt(whole: tuple[Path, Path], tmp_path: Path, each: int) -> dict[tuple[str, str], int]:
    """How many of ``each`` damaged files of either kind are found, and where."""
    office, backup = whole
    chance, found = random.Random(each), {}
    for kind in ("page", "bit"):
        for number in range(each):
            broken = tmp_path / f"{kind}-{number}.db"
            shutil.copy(office, broken)
            damaged(broken, kind, chance)
            kept = tmp_path / f"kept-{kind}-{number}.db"
            for ending in (".db", ".json"):
                shutil.copy(backup.with_suffix(ending), kept.with_suffix(ending))
            damaged(kept, kind, chance)
            outcomes = {
                "start": found_at_start(broken),
                "backup": found_in_backup(broken, tmp_path / "copies"),
                "restore": found_in_restore(kept, tmp_path / f"restored-{kind}-{number}.db"),
            }
            for place, yes in outcomes.items():
                found[kind, place] = found.get((kind, place), 0) + yes
    return found


def test_damage_is_found_and_a_damaged_backup_never_restored(whole, tmp_path):
    found = spoilt(whole, tmp_path, 3)
    assert found["page", "restore"] == found["bit", "restore"] == 3


@pytest.mark.slow
def test_sixty_damaged_files(whole, tmp_path, capsys):
    found = spoilt(whole, tmp_path, 30)
    with capsys.disabled():
        print(f"\nof 30 each: {found}")  # noqa: T201  # the drill tells its figures
    assert found["page", "restore"] == found["bit", "restore"] == 30
    assert found["page", "start"] >= 25


def copied_while_saved(office: Path, folder: Path, times: int) -> list[tuple[int, Path]]:
    """Copies of a live file, and how many saves had been acknowledged when each was begun."""
    ended, saved, copied = threading.Event(), [0], []

    def save():
        with store.connection():
            clerk = people.actor("guo")
            while not ended.is_set():
                title = f"连续第{saved[0]}篇"
                coverage.log_item(clerk, NewItem(dt.date(2019, 3, 6), "许昌晨报", title))
                saved[0] += 1

    store.open_store(office)
    writer = threading.Thread(target=save)
    writer.start()
    for number in range(times):
        copied.append((saved[0], folder / f"copy-{number}.db"))
        shutil.copyfile(office, copied[-1][1])
        ended.wait(0.02)
    ended.set()
    writer.join()
    store.close_store()
    return copied


@pytest.mark.slow
def test_a_live_file_copied_by_hand_is_no_backup(whole, tmp_path, capsys):
    """What people do with Explorer while somebody saves: the copy is torn, or older than it looks."""
    told = {"damaged": 0, "older": 0, "whole": 0}
    for before, path in copied_while_saved(whole[0], tmp_path, 25):
        with pytest.raises(copies.ChangedBackupError):
            restoring.restore(path, tmp_path / "never.db")
        if found_at_start(path):
            told["damaged"] += 1
            continue
        store.open_store(path, guarded=False)
        query = "SELECT count(*) FROM coverage_item WHERE title LIKE '连续%'"
        held = database.execute_sql(query).fetchone()[0]
        store.close_store()
        told["older" if held < before else "whole"] += 1
    with capsys.disabled():
        print(f"\nof 25 copies of a live file, each refused as a backup: {told}")  # noqa: T201  # its figures
    assert sum(told.values()) == 25


def test_a_log_that_was_lost_is_no_new_office(db, log, tmp_path):
    log("在日志里的一篇")
    office = tmp_path / "lost.db"
    shutil.copyfile(db, office)  # without the -wal beside it, as a copy of one file is
    store.close_store()
    try:
        store.open_store(office)
        assert database.execute_sql("SELECT count(*) FROM outlet").fetchone()[0] == 18
    except DeskError as error:
        assert error.code.startswith("store.")  # noqa: PT017
    finally:
        store.close_store()


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_an_engine_that_can_lose_commits_is_refused(version, safe):
    if safe:
        opening.require_safe_library(version)
        return
    with pytest.raises(UnsafeEngineError, match=r"3\."):
        opening.require_safe_library(version)


def test_every_setting_is_asserted_on_every_connection(db, monkeypatch):
    handle = database.obj
    with store.connection():
        assert handle.execute_sql("PRAGMA busy_timeout").fetchone()[0] == 10_000
    monkeypatch.setitem(handle.required, "synchronous", 3)
    handle.close()
    with pytest.raises(UnsafeEngineError):
        handle.connect()
    monkeypatch.undo()
    handle.connect(reuse_if_open=True)
