"""The record as people read it: filtered, in pages, in words, verified and written out."""

import ast
import datetime as dt
from pathlib import Path

import openpyxl
import pdfplumber
import pytest

import xcdesk
from tests.tampering import drop_trigger
from xcdesk import clock
from xcdesk.codes import MaterialKind
from xcdesk.errors import Cancelled
from xcdesk.models import AuditEntry
from xcdesk.progress import Operation
from xcdesk.reports import record_files
from xcdesk.reports.record_files import BadFormatError
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record import audit, record_book, record_check
from xcdesk.services.record.entries import ItemChange
from xcdesk.services.record.record_book import RecordFilter
from xcdesk.services.upkeep import record_prints
from xcdesk.wording import catalogue


def acts(**chosen):
    return [row.told.action for row in record_book.page(RecordFilter(**chosen))]


@pytest.fixture
def changed(clerk, leader, log) -> int:
    """A report that one person logged and another one changed."""
    item = log("示例报道")
    coverage.change_item(leader, ItemVersion(item, 1), ItemChange(slot="3版"))
    return item


def test_it_is_filtered_by_person_act_subject_day_and_words(changed, clerk, leader):
    assert acts()[:2] == ["coverage.changed", "coverage.logged"]
    assert acts(who=leader.login) == ["coverage.changed"]
    assert acts(action="coverage.logged") == ["coverage.logged"]
    assert acts(kind="coverage_item") == ["coverage.changed", "coverage.logged"]
    assert acts(subject=f"coverage_item:{changed}", who=clerk.login) == ["coverage.logged"]
    assert acts(words="示例报道") == ["coverage.logged"]
    assert acts(words="修改", kind="coverage_item") == ["coverage.changed"]
    assert acts(words="%") == []
    today = clock.local(clock.utc_now()).date()
    before = today - dt.timedelta(days=1)
    assert acts(since=today, until=today)[:2] == ["coverage.changed", "coverage.logged"]
    assert "coverage.logged" not in acts(until=before)
    everything = record_book.count(RecordFilter())
    assert len(acts(since=today)) + len(acts(until=before)) == everything == audit.anchor().count


def test_an_act_on_many_belongs_to_each_of_them(clerk, log):
    items = [log("一号稿"), log("二号稿")]
    coverage.remove_items(clerk, [ItemVersion(item, 1) for item in items])
    row = record_book.page(RecordFilter(subject=f"coverage_item:{items[0]}"))[0]
    assert (row.told.action, row.about("zh")) == ("coverage.removed", "2 条报道")


def test_pages_follow_each_other_without_gap_or_repeat(clerk, log):
    for number in range(7):
        log(f"{number}号稿")
    first = record_book.page(RecordFilter(), limit=4)
    rest = record_book.page(RecordFilter(), before=first[-1].id, limit=100)
    numbers = [row.id for row in (*first, *rest)]
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) == audit.anchor().count


def test_an_entry_is_told_in_words_with_before_and_after(changed):
    row = record_book.page(RecordFilter())[0]
    assert record_book.action_words(row.told.action, "zh") == "报道：修改"
    assert row.about("zh") == "报道 示例报道"
    assert "（空） → 3版" in row.full("zh")
    assert "(empty) → 3版" in row.full("en")


def recording():
    """Every call of the program's own source that writes an entry, with the acts that it names literally."""
    areas = {key.partition(".")[2] for key in catalogue() if key.startswith("area.")}
    for path in Path(xcdesk.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = getattr(node, "func", None)
            name = getattr(called, "attr", getattr(called, "id", ""))
            if name in {"record", "_record", "record_many", "add", "change", "remove", "restore"}:
                words = [str(one.value) for one in node.args if isinstance(one, ast.Constant)]
                named = [word for word in words if "." in word and word.partition(".")[0] in areas]
                if named or "record" in name:
                    yield node, named


def test_every_act_has_words_in_both_languages():
    found = {act for _, named in recording() for act in named}
    assert "advert.changed" in found
    assert len(found) > 40
    assert {act for act in found if f"act.{act}" not in catalogue()} == set()
    assert {act for act in found if f"area.{act.partition('.')[0]}" not in catalogue()} == set()


def recorded_facts():
    """Names of all facts that the program's own source writes down."""
    for node, _ in recording():
        yield from (word.arg for word in node.keywords if word.arg and word.arg != "untold")


def test_every_fact_has_a_name_in_words():
    named = {key.partition(".")[2] for key in catalogue() if key.startswith(("fact.", "change.", "field."))}
    assert set(recorded_facts()) - named - {"changes"} == set()


def test_an_act_that_changed_no_field_tells_its_facts(clerk):
    record_check.verify(clerk)
    (row,) = record_book.page(RecordFilter(action="record.verified"))
    assert row.details("zh") == "条数：1"


def test_a_state_is_told_by_its_word(clerk):
    approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "通知", "正文。\n"))
    told = record_book.page(RecordFilter())[0].full("zh")
    assert "新状态：起草" in told
    assert "draft" not in told


def test_every_kind_that_can_be_chosen_has_words(clerk):
    assert {kind for kind in record_book.choices().kinds if f"what.{kind}" not in catalogue()} == set()


def test_a_verification_is_kept_with_day_and_person(clerk, leader):
    assert record_check.last_verified() is None
    assert record_prints.last_words("zh") == "还没有校验过"
    found = record_check.verify(leader)
    assert (found.ok, found.who) == (True, leader.name)
    assert record_check.last_verified() == found
    assert f"{found.count} 条" in record_check.words(found, "zh")
    drop_trigger("audit_entry", "update")
    AuditEntry.update(who="x").where(AuditEntry.id == 1).execute()
    found = record_check.verify(leader)
    assert not found.ok
    assert "第 1 条" in record_check.words(found, "zh")
    assert "当时有问题" in record_prints.last_words("zh")


@pytest.mark.file_engine
def test_the_filtered_record_is_written_as_a_workbook(changed, clerk, tmp_path):
    path = tmp_path / "记录.xlsx"
    only = RecordFilter(subject=f"coverage_item:{changed}")
    assert record_files.export(clerk, only, path, Operation(), "zh") == 2
    cells = [[cell.value for cell in row] for row in openpyxl.load_workbook(path).active.iter_rows()]
    assert cells[2][:5] == ["序号", "时间", "人员", "操作", "对象"]
    assert cells[3][3:6] == ["报道：修改", "报道 示例报道", "版面：（空） → 3版"]
    assert len(cells[3][6]) == 64
    assert cells[6][0].startswith("2 条，")
    assert acts()[0] == "record.exported"


@pytest.mark.file_engine
def test_the_filtered_record_is_written_as_pages(changed, clerk, tmp_path):
    path = tmp_path / "记录.pdf"
    record_files.export(clerk, RecordFilter(), path, Operation(), "zh")
    with pdfplumber.open(path) as pdf:
        said = pdf.pages[0].extract_text()
    assert "操作记录" in said
    assert "示例报道" in said


@pytest.mark.file_engine
def test_a_stopped_export_leaves_the_file_that_was_there(changed, clerk, tmp_path):
    path = tmp_path / "记录.xlsx"
    path.write_bytes(b"before")
    operation = Operation()
    operation.cancelled.set()
    with pytest.raises(Cancelled):
        record_files.export(clerk, RecordFilter(), path, operation, "zh")
    assert path.read_bytes() == b"before"


@pytest.mark.file_engine
def test_what_cannot_be_written_is_refused_by_name(clerk, tmp_path, monkeypatch):
    with pytest.raises(BadFormatError):
        record_files.export(clerk, RecordFilter(), tmp_path / "记录.txt", Operation())
    monkeypatch.setattr(record_prints, "MOST_PRINTED", 0)
    with pytest.raises(record_prints.TooManyToPrintError):
        record_files.export(clerk, RecordFilter(), tmp_path / "记录.pdf", Operation())
