"""Backups: taken when something changed, known when they fail, carried outside, looked into, restored."""

import datetime as dt
import errno
import json
import os
import shutil
import signal
from pathlib import Path

import pytest

from tests import elsewhere
from xcdesk import clock, store
from xcdesk.db.backups import copies, memory, shelf, taking
from xcdesk.db.backups import restoring as files
from xcdesk.db.base import database
from xcdesk.models import AuditEntry, CoverageItem
from xcdesk.models.tables import TABLES
from xcdesk.services.backups import keeping, listing, looking, restoring
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.due import symptoms
from xcdesk.services.record import audit
from xcdesk.services.upkeep import checks

pytestmark = pytest.mark.file_engine


@pytest.fixture
def folder(db) -> Path:
    return store.backup_folder(store.where())


def reasons():
    return [each.reason for each in listing.backups()]


def later(monkeypatch, **delta):
    """Move the clock on."""
    at = clock.utc_now() + dt.timedelta(**delta)
    monkeypatch.setattr(clock, "utc_now", lambda: at)


def test_one_is_taken_only_when_something_was_changed_and_is_named_after_the_act(log, folder):
    assert keeping.is_changed()
    first = keeping.back_up(Reason.BY_HAND)
    assert not keeping.is_changed()
    assert keeping.before(Reason.BEFORE_IMPORT) is None
    log()
    assert keeping.before(Reason.AUTOMATIC) is not None
    log("第二篇")
    assert keeping.before(Reason.BEFORE_BULK_EDIT) is not None
    assert reasons() == ["before-bulk-edit", "automatic", "by-hand"]
    told = json.loads(Path(first.file).with_suffix(".json").read_text())
    assert told["record"]["count"] == audit.anchor().count - 2
    assert told["tables"]["coverage_item"] == 0
    assert [listing.reason_words(name) for name in ("closing", "before-0024_cases")] == ["关闭时", "升级前"]


def test_a_text_that_is_being_typed_counts_as_a_change(db, clerk):
    from xcdesk.services.office import drafts

    keeping.back_up(Reason.BY_HAND)
    drafts.keep(clerk, drafts.DraftText("material:new", "标题", "正文"))
    assert keeping.is_changed()


def test_a_backup_that_failed_is_known_as_such_until_one_goes_through(log, folder):
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file where the folder should be")
    with pytest.raises(taking.BackupError):
        keeping.back_up(Reason.AUTOMATIC)
    failed = listing.standing().memory
    assert (failed.failed_reason, failed.failed_code) == ("automatic", "backup.failed")
    (told,) = [each for each in symptoms.symptoms(clock.today()) if each.kind == "backup_failed"]
    assert "没有成功" in told.words()
    folder.unlink()
    keeping.back_up(Reason.AUTOMATIC)
    assert listing.standing().memory.failed_at is None


def test_a_copy_goes_to_the_second_folder_and_its_age_is_known(log, folder, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    with pytest.raises(shelf.NoOutsideError):
        keeping.set_outside(stick)
    with pytest.raises(keeping.SameFolderError):
        keeping.set_outside(folder.parent)
    stick.mkdir()
    keeping.set_outside(stick)
    made = Path(keeping.back_up(Reason.BY_HAND).file)
    assert copies.verify(stick / made.name).ok
    assert listing.standing().outside_days == 0
    (one,) = listing.backups()
    assert (one.place, one.also_outside) == (listing.Place.HERE, True)
    stick.rename(tmp_path / "drawer")  # pulled out: that is no failure
    log()
    keeping.back_up(Reason.BY_HAND)
    assert not stick.exists()
    with pytest.raises(shelf.NoOutsideError):
        keeping.carry_outside(made)
    monkeypatch.setenv("XCDESK_TODAY", (clock.today() + dt.timedelta(days=9)).isoformat())
    now = listing.standing()
    assert (now.outside_there, now.outside_days) == (False, 9)
    (told,) = [each for each in symptoms.symptoms(clock.today()) if each.kind == "outside"]
    assert "9 天" in told.words()


def test_the_day_ends_in_a_backup_that_is_outside_as_well(log, folder, tmp_path):
    keeping.back_up(Reason.BY_HAND)
    stick = tmp_path / "stick"
    stick.mkdir()
    keeping.set_outside(stick)
    keeping.at_closing()  # nothing was changed, but the newest is not outside yet
    assert len(list(stick.glob("*.db"))) == 1
    log("第二篇")
    keeping.at_closing()
    assert listing.backups()[0].reason == "closing"
    assert listing.backups()[0].also_outside


def test_a_copy_that_is_not_what_was_copied_is_none(db, folder, tmp_path):
    made = Path(keeping.back_up(Reason.BY_HAND).file)
    made.write_bytes(made.read_bytes()[:-1] + b"?")
    with pytest.raises(shelf.OutsideFailedError):
        shelf.carry(made, tmp_path)
    assert not list(tmp_path.glob("*by-hand*"))


def test_what_a_kill_left_unended_goes_and_the_copies_of_another_office_stay(db, folder, monkeypatch):
    made = Path(keeping.back_up(Reason.BY_HAND).file)
    other = made.with_name("20010101-000000-000000-by-hand.db")
    for ending in (".db", ".json"):
        shutil.copy(made.with_suffix(ending), other.with_suffix(ending))
    told = json.loads(other.with_suffix(".json").read_text())
    told["at"], told["record"]["first"] = "2001-01-01T00:00:00", "f" * 64
    other.with_suffix(".json").write_text(json.dumps(told))
    torso, young = folder / "20260101-000000-000000-x.part", folder / "20260101-000001-000000-x.part"
    for path in (torso, young):
        path.write_bytes(b"torn")
    os.utime(torso, (0, 0))
    keeping.back_up(Reason.BY_HAND)
    assert (torso.exists(), young.exists(), other.exists()) == (False, True, True)
    for mine in (each for each in listing.backups() if each.ours):
        mine.path.unlink()
    assert other.exists()
    assert listing.standing().last is None  # what another office has kept makes nobody's data safe


def test_looking_into_a_backup_tells_rows_then_and_now_and_the_last_acts(log, folder):
    made = Path(keeping.back_up(Reason.BY_HAND).file)
    log()
    found = looking.look(made, "")
    counts = {each.table: (each.then, each.now) for each in found.tables}
    assert counts["coverage_item"] == (0, 1)
    assert counts["unit"][0] == counts["unit"][1] > 20
    assert found.entries[0].words()
    assert looking.table_words("coverage_item") == "报道"


def test_a_restored_backup_is_a_new_file_whose_record_says_so(log, folder, db):
    made = Path(keeping.back_up(Reason.BY_HAND).file)
    log()
    keeping.back_up(Reason.BEFORE_RESTORE)
    left, target = restoring.left(), restoring.new_place(Path(db))
    store.close_store()
    before = Path(db).read_bytes()
    assert restoring.make_file(made, target).rows
    restoring.enter(target, "", made, left, "示例")
    assert Path(db).read_bytes() == before
    with pytest.raises(files.TakenPlaceError):
        restoring.restore(made, target)
    store.open_store(target)
    assert CoverageItem.select().count() == 0
    last = AuditEntry.select().order_by(AuditEntry.id.desc()).first()
    assert (last.action, json.loads(last.facts)["left_count"]) == ("office.restored", left.count)
    # what was left behind lies in a later backup, and is no sign of a record that was cut
    assert {check.name: check.ok for check in checks.run()}["audit"]


def test_a_torn_or_changed_backup_is_refused_and_leaves_nothing(db, tmp_path):
    made = Path(keeping.back_up(Reason.BY_HAND).file)
    whole, target = made.read_bytes(), tmp_path / "new.db"
    for torn in (whole[: len(whole) // 2], whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:], b""):
        made.write_bytes(torn)
        with pytest.raises(copies.ChangedBackupError):
            files.restore(made, target)
    made.write_bytes(whole)
    made.with_suffix(".json").unlink()
    with pytest.raises(copies.ChangedBackupError):
        files.restore(made, target)
    assert not list(tmp_path.glob("new.db*"))


def restore_on_a_full_disk(made, target):
    import resource  # there is none on Windows

    resource.setrlimit(resource.RLIMIT_FSIZE, (made.stat().st_size // 2, resource.RLIM_INFINITY))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        files.restore(made, target)
    except files.RestoreFailedError as error:
        return 0 if error.__cause__.errno == errno.EFBIG else 3
    return 4


@pytest.mark.posix
def test_a_disk_that_fills_while_restoring_leaves_nothing_at_the_new_place(db, tmp_path):
    made = Path(keeping.back_up(Reason.BY_HAND).file)
    store.close_store()
    assert elsewhere.exit_code(restore_on_a_full_disk, made, tmp_path / "new.db") == 0
    assert not list(tmp_path.glob("new.db*"))
    assert copies.verify(made).ok


def test_a_rehearsal_counts_every_table_and_is_remembered(log, folder, monkeypatch):
    log()
    made = Path(keeping.back_up(Reason.BY_HAND).file)
    assert listing.standing().rehearsal_is_due
    done = restoring.rehearse(made)
    assert (done.ok, done.tables["coverage_item"]) == (True, 1)
    assert not listing.standing().rehearsal_is_due
    later(monkeypatch, days=31)
    assert listing.standing().rehearsal_is_due
    made.write_bytes(made.read_bytes()[:-4096])
    with pytest.raises(copies.ChangedBackupError):
        restoring.rehearse(made)
    assert not listing.standing().memory.rehearsed_ok
    assert listing.standing().rehearsal_is_due
    assert [each.kind for each in symptoms.symptoms(clock.today()) if "rehears" in each.kind] == ["rehearsal"]
    restoring.rehearse(Path(keeping.back_up(Reason.BY_HAND).file))
    assert [each.kind for each in symptoms.symptoms(clock.today()) if "rehears" in each.kind] == []


def test_a_memory_that_cannot_be_read_is_an_empty_one(db, tmp_path):
    path = tmp_path / "home" / "backups.json"
    path.parent.mkdir(exist_ok=True)
    for said in ("[]", "{", '{"x": {"failed_at": "no day"}}', '{"x": 1}'):
        path.write_text(said)
        assert memory.recall("x") == memory.Memory()


def test_a_backup_that_is_stopped_leaves_nothing(db, folder):
    from xcdesk.errors import Cancelled
    from xcdesk.progress import Operation

    operation = Operation()
    operation.cancelled.set()
    with pytest.raises(Cancelled):
        taking.back_up(database.obj, folder, "by-hand", operation)
    assert not list(folder.iterdir())


def test_every_table_has_a_name_in_words():
    names = [model._meta.table_name for model in TABLES]
    assert [name for name in names if looking.table_words(name) == name] == []
