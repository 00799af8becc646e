"""Evidence of reports: kept once by content, whole or not at all, verified when read, found when lacking."""

import datetime as dt
import io
import subprocess
import sys

import pytest

from xcdesk import store
from xcdesk.db.base import database
from xcdesk.errors import Cancelled, NotFoundError, StaleRowError
from xcdesk.models import Evidence, StoredChunk, StoredFile
from xcdesk.progress import Operation
from xcdesk.services import trash
from xcdesk.services.counts.item_filter import ItemField, ItemFilter
from xcdesk.services.log import coverage, coverage_log, evidence, reprints, stored_files
from xcdesk.services.log.arrangement import Order, arrange
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.log.evidence import (
    AttachedTwiceError,
    EvidenceVersion,
    FormatError,
    NewFile,
    Particulars,
)
from xcdesk.services.log.stored_files import (
    DamagedFileError,
    EmptyFileError,
    LargeFileError,
    UnreadableFileError,
    UnsettledFileError,
)
from xcdesk.services.record import history
from xcdesk.services.targets import evidence_check
from xcdesk.services.trash import TrashKey
from xcdesk.services.upkeep import checks

DAY = dt.date(2019, 3, 6)
TOLD = Particulars(DAY, "报社资料室")
RECORDING = bytes(range(256)) * 10_000  # some stretches long


def file(name: str = "版面.png", content: bytes = b"a picture") -> NewFile:
    return NewFile(name, lambda: io.BytesIO(content))


def test_a_file_is_attached_and_comes_back_byte_for_byte(log, clerk, tmp_path):
    item = log()
    evidence.attach(clerk, item, [file("录音 1.mp3", RECORDING)], TOLD)
    (row,) = evidence.of_item(item)
    assert (row.label, row.kind, row.size, row.captured_on) == ("录音 1.mp3", "sound", len(RECORDING), DAY)
    assert (row.source, row.added_by) == ("报社资料室", clerk.name)
    first = evidence.save_copy(row.id, tmp_path)
    second = evidence.save_copy(row.id, tmp_path)
    assert (first.name, second.name) == ("录音 1.mp3", "录音 1_2.mp3")
    assert first.read_bytes() == RECORDING
    assert evidence.counts([item, 999]) == {item: 1}


def test_the_same_content_is_kept_once_and_attached_once_to_a_report(log, clerk):
    first, second = log("一"), log("二")
    evidence.attach(clerk, first, [file()], TOLD)
    evidence.attach(clerk, second, [file("另一个名字.png")], TOLD)
    assert (StoredFile.select().count(), Evidence.select().count()) == (1, 2)
    with pytest.raises(AttachedTwiceError):
        evidence.attach(clerk, first, [file("别名.png", b"new"), file()], TOLD)
    assert (StoredFile.select().count(), Evidence.select().count()) == (1, 2)


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("程序.exe", b"MZ", FormatError),
        ("没有后缀", b"x", FormatError),
        ("网页.html", b"<script>", FormatError),
        ("空.png", b"", EmptyFileError),
    ],
)
def test_what_is_not_taken_is_refused_and_leaves_nothing(log, clerk, name, content, error):
    with pytest.raises(error):
        evidence.attach(clerk, log(), [file(name, content)], TOLD)
    assert StoredFile.select().count() == 0


def test_a_file_that_is_too_large_gone_or_still_written_is_refused(log, clerk, monkeypatch, tmp_path):
    item = log()
    with pytest.raises(UnreadableFileError):
        evidence.attach(clerk, item, [NewFile.at(tmp_path / "没有.png")], TOLD)
    contents = iter([b"one", b"two"])
    with pytest.raises(UnsettledFileError):
        evidence.attach(clerk, item, [NewFile("a.png", lambda: io.BytesIO(next(contents)))], TOLD)
    monkeypatch.setattr(stored_files, "MOST", 3)
    with pytest.raises(LargeFileError):
        evidence.attach(clerk, item, [file()], TOLD)
    with pytest.raises(NotFoundError):
        evidence.attach(clerk, 999, [file()], TOLD)
    assert (StoredFile.select().count(), StoredChunk.select().count()) == (0, 0)


def test_an_upload_that_is_stopped_leaves_nothing(log, clerk):
    operation = Operation(report=lambda done, _total, _note: operation.cancelled.set() if done else None)
    with pytest.raises(Cancelled):
        evidence.attach(clerk, log(), [file("a.mp3", RECORDING)], TOLD, operation)
    assert (StoredFile.select().count(), StoredChunk.select().count()) == (0, 0)


def test_every_table_that_keeps_files_is_looked_through():
    assert set(stored_files.KEEPERS) == set(StoredFile._meta.model_backrefs) - {StoredChunk}


@pytest.mark.parametrize("fault", ["altered", "chunk gone", "content gone"])
def test_a_damaged_file_is_named_and_never_handed_out(log, clerk, tmp_path, fault):
    item = log()
    evidence.attach(clerk, item, [file("录音.mp3", RECORDING)], TOLD)
    assert all(check.ok for check in checks.run())
    if fault == "altered":
        StoredChunk.update(content=b"other").where(StoredChunk.number == 0).execute()
    elif fault == "chunk gone":
        StoredChunk.delete().where(StoredChunk.number == 1).execute()
    else:
        StoredChunk.delete().execute()
    with pytest.raises(DamagedFileError, match="录音"):
        evidence.save_copy(evidence.of_item(item)[0].id, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
    (wrong,) = [check for check in checks.run() if not check.ok]
    assert (wrong.name, "录音.mp3" in wrong.detail) == ("evidence", True)


def test_evidence_is_described_anew_and_keeps_its_ending(log, clerk):
    item = log()
    (made,) = evidence.attach(clerk, item, [file()], TOLD)
    changed = evidence.change(clerk, made, Particulars(None, "", "头版../../x"))
    (row,) = evidence.of_item(item)
    assert (row.label, row.captured_on, row.version) == ("x.png", None, 2)
    with pytest.raises(StaleRowError):
        evidence.change(clerk, made, TOLD)
    acts = [entry.words("zh") for entry in history.history(item)]
    assert acts == ["登记", "附上证据", "修改证据说明"]
    assert changed == EvidenceVersion(made.id, 2)


def test_evidence_goes_to_the_trash_and_comes_back_unless_attached_again(log, clerk, leader):
    item = log()
    (made,) = evidence.attach(clerk, item, [file()], TOLD)
    gone = evidence.remove(clerk, made)
    assert evidence.counts([item]) == {}
    (lying,) = trash.page(kind="evidence").rows
    assert (lying.title, lying.removed_by) == ("版面.png", clerk.name)
    assert "许昌日报" in lying.place
    (again,) = evidence.attach(clerk, item, [file()], TOLD)
    (refused,) = trash.restore(clerk, [lying.key]).refused
    assert isinstance(refused.error, AttachedTwiceError)
    evidence.remove(clerk, again)
    assert trash.restore(clerk, [lying.key]).back == (TrashKey("evidence", made.id, gone.version + 1),)


def test_a_content_goes_for_good_with_its_last_report(log, clerk, leader):
    first, second = log("一"), log("二")
    for item in (first, second):
        evidence.attach(clerk, item, [file()], TOLD)
        coverage.remove_items(clerk, [ItemVersion(item, 1)])
    trash.purge(leader, [TrashKey("coverage_item", first, 2)])
    assert (Evidence.select().count(), StoredFile.select().count()) == (1, 1)
    trash.purge(leader, [TrashKey("coverage_item", second, 2)])
    assert (Evidence.select().count(), StoredFile.select().count(), StoredChunk.select().count()) == (0, 0, 0)


def test_counted_placements_without_evidence_are_listed(log, clerk):
    shown, lacking = log("有证据", tier="provincial"), log("缺证据", tier="national")
    piece = log("同稿", outlet="许昌日报", tier="provincial")
    reprint = log("同稿", outlet="河南日报")
    reprints.group_reprints(clerk, [piece, reprint])
    evidence.attach(clerk, shown, [file()], TOLD)
    evidence.attach(clerk, reprint, [file()], TOLD)
    found = evidence_check.run(dt.date(2019, 12, 31))
    assert found.counted == 3
    assert [(one.item_id, one.outlet) for one in found.lacking] == [(lacking, "许昌日报")]
    assert evidence_check.run(dt.date(2019, 3, 1)).lacking == ()


def test_a_backup_holds_the_evidence(log, clerk, db, tmp_path):
    item = log()
    evidence.attach(clerk, item, [file("录音.mp3", RECORDING * 3)], TOLD)
    made = store.back_up_now(store.Location.parse(db), "evidence")
    store.close_store()
    store.open_store(made.file)
    (row,) = evidence.of_item(item)
    assert evidence.save_copy(row.id, tmp_path).read_bytes() == RECORDING * 3


@pytest.mark.file_engine
def test_a_full_disk_leaves_the_database_as_it_was(log, clerk):
    item = log()
    (pages,) = database.execute_sql("PRAGMA page_count").fetchone()
    database.execute_sql(f"PRAGMA max_page_count = {pages + 50}")
    with pytest.raises(Exception) as refused:  # noqa: PT011  # the engine's own error, named by the store
        evidence.attach(clerk, item, [file("录音.mp3", RECORDING)], TOLD)
    assert store.fault_of(refused.value).code == "store.full"
    database.execute_sql("PRAGMA max_page_count = 1073741823")
    assert (StoredFile.select().count(), evidence.of_item(item)) == (0, ())
    evidence.attach(clerk, item, [file("录音.mp3", RECORDING)], TOLD)
    assert all(check.ok for check in checks.run())


@pytest.mark.file_engine
@pytest.mark.posix
def test_a_copy_that_does_not_fit_on_the_disk_leaves_nothing_behind(log, clerk, db, tmp_path):
    item = log()
    evidence.attach(clerk, item, [file("录音.mp3", RECORDING)], TOLD)
    words = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from xcdesk import store\n"
        "from xcdesk.files import FileInUseError\n"
        "from xcdesk.services.log import evidence\n"
        "store.open_store(sys.argv[1])\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try:\n"
        "    evidence.save_copy(1, Path(sys.argv[2]))\n"
        "except FileInUseError:\n"
        "    sys.exit(7)\n"
    )
    out = tmp_path / "out"
    done = subprocess.run([sys.executable, "-c", words, db, out], check=False)
    assert (done.returncode, list(out.iterdir())) == (7, [])


def test_the_log_is_filtered_and_sorted_by_evidence(log, clerk):
    bare, two, one = log("一"), log("二"), log("三")
    evidence.attach(clerk, two, [file(), file("b.pdf", b"other")], TOLD)
    (piece,) = evidence.attach(clerk, one, [file()], TOLD)
    order = Order(ItemField.EVIDENCE)
    assert list(arrange(ItemFilter(), order)) == [two, one, bare]
    assert [row.evidence for row in coverage_log.rows([two, one, bare])] == [2, 1, 0]
    assert set(arrange(ItemFilter(filled=(ItemField.EVIDENCE,)))) == {two, one}
    evidence.remove(clerk, piece)
    assert set(arrange(ItemFilter(blank=(ItemField.EVIDENCE,)))) == {one, bare}
