"""What a disk or a permission can do to the file: said by name, and nothing acknowledged is lost."""

import os
import shutil
import signal
import stat
import tempfile
from pathlib import Path

import pytest
from peewee import OperationalError, PeeweeException

from tests import elsewhere
from xcdesk import store, wording
from xcdesk.db.backups import copies, manifest, taking
from xcdesk.db.base import database
from xcdesk.files import FileInUseError
from xcdesk.models import AuditEntry
from xcdesk.services.office import people
from xcdesk.services.record import audit

NOBODY = 65534


@pytest.fixture
def file_db(tmp_path, founded_file):
    """A founded office in a file, whichever engine the other tests run on."""
    path = Path(shutil.copy(founded_file, tmp_path / "office.db"))
    store.open_store(path)
    yield path
    store.close_store()


def try_to_write(path):
    """As somebody who is not the administrator: open a file that may not be written, and write."""
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    store.open_store(path, unchecked=True)
    store.check_file()
    store.allow_writes()
    if str(path) not in wording.sentence(store.held_back()) or len(people.actors()) < 3:
        return 3
    try:
        database.execute_sql("DELETE FROM saved_search")
    except PeeweeException as error:
        return 0 if isinstance(store.fault_of(error), store.ReadOnlyStoreError) else 4
    return 5


@pytest.mark.posix
@pytest.mark.parametrize("folder_mode", [0o755, 0o777], ids=["closed folder", "open folder"])
def test_a_file_that_may_not_be_written_is_read_and_every_save_refused_by_name(founded_file, folder_mode):
    folder = Path(tempfile.mkdtemp())  # pytest's own folders are closed to other users
    path = Path(shutil.copy(founded_file, folder / "desk.db"))
    folder.chmod(folder_mode)
    path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    try:
        assert elsewhere.exit_code(try_to_write, path) == 0
        assert [each.name for each in folder.iterdir()] == ["desk.db"]
    finally:
        shutil.rmtree(folder)


def test_a_full_disk_loses_nothing_that_was_acknowledged(file_db):
    clerk = people.actor("guo")
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.execute_sql(f"PRAGMA max_page_count = {pages + 8}")
    acknowledged = AuditEntry.select().count()

    def fill():
        nonlocal acknowledged
        while True:
            with database.atomic():
                audit.record(clerk, "test.done", "thing:1", text="长" * 2000)
            acknowledged += 1

    with pytest.raises(OperationalError):
        fill()
    store.close_store()
    store.open_store(file_db)
    assert AuditEntry.select().count() == acknowledged
    assert audit.verify().broken_at is None


def test_a_backup_that_cannot_be_written_leaves_no_trace(file_db, tmp_path):
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(taking.BackupError):
        taking.back_up(database.obj, tmp_path / "taken", "by-hand")
    assert (tmp_path / "taken").read_text() == "a file, not a folder"


def test_a_copy_whose_manifest_cannot_be_written_is_no_backup(file_db, tmp_path, monkeypatch):
    def refuse(path, content):
        raise FileInUseError(path=path)

    monkeypatch.setattr(manifest, "write_file", refuse)
    with pytest.raises(taking.BackupError):
        taking.back_up(database.obj, tmp_path / "taken", "by-hand")
    assert list((tmp_path / "taken").iterdir()) == []


def back_up_on_a_full_disk(path):
    import resource  # there is none on Windows

    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size // 2, resource.RLIM_INFINITY))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store.open_store(path)
    try:
        taking.back_up(database.obj, store.backup_folder(store.where()), "second")
    except taking.BackupError:
        return 0
    return 4


@pytest.mark.posix
def test_a_disk_that_fills_during_a_backup_keeps_the_old_ones_and_no_torso(file_db):
    folder = store.backup_folder(store.Location.parse(file_db))
    kept = Path(taking.back_up(database.obj, folder, "by-hand").file)
    store.close_store()
    assert elsewhere.exit_code(back_up_on_a_full_disk, file_db) == 0
    assert copies.verify(kept).ok
    assert {path.stem for path in folder.iterdir()} == {kept.stem}
